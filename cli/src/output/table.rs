//! `-o table` and `-o wide` of rows.

use crate::failure::Failure;
use crate::json::Entries;
use crate::output::cell;
use crate::output::columns::ShownColumn;
use crate::output::computed;
use crate::output::formatter::{Formatter, OutputContext};
use crate::output::grid::{Cell, Column, Grid, Priority};
use std::io::{self, Write};

/// Prints rows as a table, while they arrive.
pub(crate) struct TableFormatter {
    columns: Vec<ShownColumn>,
    context: OutputContext,
    grid: Grid,
    has_rows: bool,
}

impl TableFormatter {
    pub(crate) fn new(context: OutputContext) -> Self {
        let columns = context.operation.command.columns.iter().filter(|column| context.wide || !column.wide);
        let columns: Vec<_> = columns.map(|column| ShownColumn::new(column, context.operation)).collect();
        let computed = computed::title(context.operation).map(|title| Column::new(title, Priority::Text));
        let grid = Grid::new(columns.iter().map(ShownColumn::column).chain(computed), context.look);
        Self { columns, context, grid, has_rows: false }
    }
}

impl Formatter for TableFormatter {
    fn write_item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        let item = Entries::read(json);
        let mut cells = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            cells.push(column.cell(cell::text(&column.source.cell, &item)?, &self.context.times));
        }
        if computed::title(self.context.operation).is_some() {
            cells.push(Cell::new(computed::text(json, self.context.times.now())));
        }
        self.has_rows = true;
        Ok(self.grid.row(cells, out)?)
    }

    fn flush(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.grid.flush(out)
    }

    fn finish(&mut self, out: &mut dyn Write, complete: bool) -> Result<(), Failure> {
        if self.has_rows || complete {
            self.grid.finish(out)?;
        }
        Ok(())
    }

    fn note(&self) -> Option<String> {
        let hidden: Vec<_> = self.grid.hidden().collect();
        (!hidden.is_empty())
            .then(|| format!("note: the terminal is too narrow for {}; -o wide shows all columns", hidden.join(", ")))
    }
}
