//! Aligned columns. A terminal and a file get the same text; only colors differ.
//!
//! The width of a column depends on its cells only. A row is one line, as line breaks are escaped.

use crate::terminal::escape;
use clap::builder::styling::Style;
use comfy_table::{Row, Table};
use std::io::{self, Write};

/// Shown in a cell without a value.
const MISSING: &str = "-";
/// Number of spaces between two columns.
const GAP: u16 = 3;
// Markers around a colored cell, replaced by ANSI codes after alignment. They have no width, and escaping removes them
// from the cells.
const BEGIN: char = '\u{200b}';
const END: char = '\u{2060}';

/// A cell: its exact text, `None` without a value, and its style.
pub(crate) type StyledCell = (Option<String>, Option<Style>);

/// The rows, collected until the width of each column is known.
pub(crate) struct Grid {
    table: Table,
    styles: Vec<Option<Style>>,
}

impl Grid {
    pub(crate) fn new(titles: impl Iterator<Item = &'static str>) -> Self {
        let mut table = Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        table.set_header(titles);
        for column in table.column_iter_mut() {
            column.set_padding((0, GAP));
        }
        Self { table, styles: Vec::new() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.styles.is_empty()
    }

    /// Adds a row with at most one style.
    pub(crate) fn add(&mut self, cells: impl Iterator<Item = StyledCell>) {
        let mut row = Row::new();
        let mut row_style = None;
        for (text, style) in cells {
            let text = text.filter(|text| !text.is_empty());
            let shown = escape::text(text.as_deref().unwrap_or(MISSING));
            row.add_cell(match style {
                Some(_) => format!("{BEGIN}{shown}{END}").into(),
                None => shown.into(),
            });
            row_style = style.or(row_style);
        }
        self.table.add_row(row);
        self.styles.push(row_style);
    }

    pub(crate) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let styles = std::iter::once(None).chain(self.styles.iter().copied());
        for (line, style) in self.table.lines().zip(styles) {
            let line = line.trim_end();
            match style {
                Some(style) => {
                    let line = line.replace(BEGIN, &style.render().to_string());
                    let line = line.replace(END, &style.render_reset().to_string());
                    writeln!(out, "{line}")?;
                }
                None => writeln!(out, "{line}")?,
            }
        }
        Ok(())
    }
}
