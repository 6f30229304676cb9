//! `-o table` of rows.

use crate::failure::Failure;
use crate::output::cell;
use crate::output::computed;
use crate::output::formatter::{Formatter, OutputContext, read};
use crate::output::grid::Grid;
use crate::terminal::color;
use clap::builder::styling::Style;
use ncloud_dataflow::runtime::operation::Column;
use std::io::{self, Write};

/// Collects rows and prints them as a table.
pub(crate) struct TableFormatter {
    context: OutputContext,
    grid: Grid,
}

impl TableFormatter {
    pub(crate) fn new(context: OutputContext) -> Self {
        let columns = context.operation.command.columns.iter().map(|column| column.title);
        Self { context, grid: Grid::new(columns.chain(computed::title(context.operation))) }
    }
}

impl Formatter for TableFormatter {
    fn write_item(&mut self, _out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        let item = &read(json)?;
        let context = self.context;
        let columns = context.operation.command.columns.iter();
        let cells = columns.map(|column| {
            let text = cell::text(&column.cell, item);
            let style = text.as_deref().and_then(|text| style(context, column, text));
            (text, style)
        });
        let computed = computed::title(context.operation).map(|_| (computed::text(json, context.now), None));
        self.grid.add(cells.chain(computed));
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, complete: bool) -> io::Result<()> {
        match self.grid.is_empty() && !complete {
            true => Ok(()),
            false => self.grid.write(out),
        }
    }
}

fn style(context: OutputContext, column: &'static Column, text: &str) -> Option<Style> {
    if !context.colored {
        return None;
    }
    color::of_state(cell::schema(&column.cell, context.operation)?, text)
}
