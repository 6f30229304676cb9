//! Tables: aligned columns, written while rows arrive.
//!
//! The first rows decide the widths. On a terminal, a row fits on a line: columns are dropped, then cells are cut. In a
//! file or pipe, nothing is dropped or cut; a later, longer cell moves the rest of its row to the right. A row is one
//! line, as line breaks are escaped.

use crate::output::column::GAP;
pub(crate) use crate::output::column::{Column, Priority};
use crate::output::layout::{self, Place};
use crate::terminal::escape;
use crate::terminal::output_streams::Streams;
use clap::builder::styling::Style;
use std::borrow::Cow;
use std::io::{self, Write};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Shown in a cell without a value.
const MISSING: &str = "-";
/// Shown at the end of a cell that is cut.
const CUT: &str = "…";
/// Number of rows that decide the widths.
const SAMPLE: usize = 100;

/// A cell: its exact text, and its style if the output is colored.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell<'t> {
    text: Option<Cow<'t, str>>,
    style: Option<Style>,
}

impl<'t> Cell<'t> {
    /// Returns a cell. Without a text, `-` is shown.
    pub(crate) fn new(text: Option<impl Into<Cow<'t, str>>>) -> Self {
        Self { text: text.map(Into::into), style: None }
    }

    /// Sets the style.
    pub(crate) fn styled(mut self, style: Option<Style>) -> Self {
        self.style = style;
        self
    }
}

impl<'t, T: Into<Cow<'t, str>>> From<T> for Cell<'t> {
    fn from(text: T) -> Self {
        Self::new(Some(text))
    }
}

/// Where a table is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Look {
    /// Width of the terminal; `None` if nothing is dropped or cut.
    pub(crate) width: Option<usize>,
    pub(crate) colored: bool,
}

impl Look {
    /// Returns the look for the output stream.
    pub(crate) fn of(streams: &Streams<'_>) -> Self {
        Self { width: streams.table_width(), colored: streams.is_colored(false) }
    }
}

/// A table.
///
/// ```text
/// let columns = [Column::new("ID", Priority::Identifier), Column::new("JOB", Priority::Text)];
/// let mut grid = Grid::new(columns, Look::of(streams));
/// grid.row([Cell::from(id), Cell::from(job)], streams.out())?;
/// grid.finish(streams.out())?;
/// ```
pub(crate) struct Grid {
    columns: Vec<Column>,
    look: Look,
    /// The first rows, until the widths are decided.
    sample: Vec<Vec<ShownCell<'static>>>,
    /// The places of the columns; `None` until the widths are decided.
    places: Option<Vec<Option<Place>>>,
}

impl Grid {
    pub(crate) fn new(columns: impl IntoIterator<Item = Column>, look: Look) -> Self {
        Self { columns: columns.into_iter().collect(), look, sample: Vec::new(), places: None }
    }

    /// Adds a row with a cell for each column. It is written at once if the widths are decided.
    pub(crate) fn row<'t>(&mut self, cells: impl IntoIterator<Item = Cell<'t>>, out: &mut dyn Write) -> io::Result<()> {
        let cells = cells.into_iter().map(|cell| ShownCell::new(cell, self.look.colored));
        match &self.places {
            Some(places) => self.write(places, cells.collect::<Vec<_>>().as_slice(), out),
            None => {
                self.sample.push(cells.map(ShownCell::into_owned).collect());
                if self.sample.len() < SAMPLE { Ok(()) } else { self.flush(out) }
            }
        }
    }

    /// Writes the rows so far, if there are any. They decide the widths.
    pub(crate) fn flush(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.sample.is_empty() { Ok(()) } else { self.begin(out) }
    }

    /// Writes the rest, or the titles alone if there are no rows.
    pub(crate) fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.places.is_some() { Ok(()) } else { self.begin(out) }
    }

    /// Returns the titles of the columns that do not fit on the terminal.
    pub(crate) fn hidden(&self) -> impl Iterator<Item = &'static str> {
        let places = self.places.iter().flatten();
        places.zip(&self.columns).filter(|(place, _)| place.is_none()).map(|(_, column)| column.title)
    }

    /// Decides the widths, and writes titles and rows.
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let titles: Vec<_> =
            self.columns.iter().map(|column| ShownCell::new(Cell::from(column.title), self.look.colored)).collect();
        let sample = std::mem::take(&mut self.sample);
        let mut widths: Vec<usize> = titles.iter().map(|title| title.width).collect();
        for row in &sample {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.width.max(*width);
            }
        }
        let places = layout::places(&self.columns, &widths, self.look.width);
        self.write(&places, &titles, out)?;
        sample.iter().try_for_each(|row| self.write(&places, row, out))?;
        self.places = Some(places);
        Ok(())
    }

    fn write(&self, places: &[Option<Place>], cells: &[ShownCell<'_>], out: &mut dyn Write) -> io::Result<()> {
        let shown = || {
            places
                .iter()
                .zip(cells)
                .zip(&self.columns)
                .filter_map(|((place, cell), column)| place.map(|place| (place, cell, column)))
        };
        let ends = shown().map(|(place, cell, _)| cell.width.clamp(place.width, place.most.max(place.width)) + GAP);
        // A longer cell than all before may move the rest of its row, if that still fits.
        let is_free = self.look.width.is_none_or(|width| ends.sum::<usize>() <= width + GAP);
        let mut missing = 0;
        for (place, cell, column) in shown() {
            let most = if is_free { place.most } else { place.width };
            let text = cut(&cell.text, cell.width, most);
            let padding = place.width.saturating_sub(cell.width);
            let (before, after) = if column.is_right { (padding, 0) } else { (0, padding) };
            spaces(missing + before, out)?;
            match cell.style {
                Some(style) => write!(out, "{style}{text}{style:#}")?,
                None => out.write_all(text.as_bytes())?,
            }
            missing = after + GAP;
        }
        out.write_all(b"\n")
    }
}

/// A cell as it is shown: escaped, with its width in columns.
struct ShownCell<'t> {
    text: Cow<'t, str>,
    width: usize,
    style: Option<Style>,
}

impl<'t> ShownCell<'t> {
    fn new(cell: Cell<'t>, colored: bool) -> Self {
        let text = match cell.text {
            Some(text) if !text.is_empty() => escape::owned(text),
            _ => MISSING.into(),
        };
        let width = if text.is_ascii() { text.len() } else { text.width() };
        Self { text, width, style: cell.style.filter(|_| colored) }
    }

    fn into_owned(self) -> ShownCell<'static> {
        ShownCell { text: self.text.into_owned().into(), width: self.width, style: self.style }
    }
}

/// Cuts a text to a number of columns.
fn cut(text: &str, width: usize, most: usize) -> Cow<'_, str> {
    if width <= most {
        return text.into();
    }
    let mut end = 0;
    let mut used = CUT.width();
    for (index, character) in text.char_indices() {
        used += character.width().unwrap_or_default();
        if used > most {
            break;
        }
        end = index + character.len_utf8();
    }
    format!("{}{CUT}", text.get(..end).unwrap_or_default()).into()
}

fn spaces(count: usize, out: &mut dyn Write) -> io::Result<()> {
    const BLANKS: &[u8] = &[b' '; 64];
    let mut left = count;
    while let Some(blanks) = BLANKS.get(..left.min(BLANKS.len())).filter(|blanks| !blanks.is_empty()) {
        out.write_all(blanks)?;
        left -= blanks.len();
    }
    Ok(())
}

#[cfg(test)]
#[path = "grid_tests.rs"]
mod tests;
