//! `-o table` of rows: columns for a person.

use super::grid::Grid;
use super::{Layout, Writer, cell, read};
use crate::color;
use crate::failure::Failure;
use clap::builder::styling::Style;
use ncloud_dataflow::runtime::operation::Column;
use std::io::{self, Write};

/// The rows.
pub(crate) struct Table {
    layout: Layout,
    grid: Grid,
}

impl Table {
    pub(crate) fn new(layout: Layout) -> Self {
        let columns = layout.operation.command.columns.iter();
        Self { layout, grid: Grid::new(columns.map(|column| column.title)) }
    }
}

impl Writer for Table {
    fn item(&mut self, _out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        let item = &read(json)?;
        let layout = self.layout;
        let columns = layout.operation.command.columns.iter();
        self.grid.add(columns.map(|column| {
            let text = cell::text(&column.cell, item);
            let style = text.as_deref().and_then(|text| style(layout, column, text));
            (text, style)
        }));
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, complete: bool) -> io::Result<()> {
        match self.grid.is_empty() && !complete {
            true => Ok(()),
            false => self.grid.write(out),
        }
    }
}

fn style(layout: Layout, column: &'static Column, text: &str) -> Option<Style> {
    if !layout.colored {
        return None;
    }
    color::of_state(cell::schema(&column.cell, layout.operation)?, text)
}
