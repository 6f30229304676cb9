//! What `execution watch` shows: a table that is redrawn in place on a terminal, otherwise a line for each change.

use crate::failure::Failure;
use crate::output::grid::{Cell, Column, Grid, Look, Priority};
use crate::output::times::Times;
use crate::runs::text::duration;
use crate::terminal::output_streams::Streams;
use crate::terminal::{color, escape};
use clap::builder::styling::Style;
use ncloud_dataflow::models::JobExecution;
use std::collections::HashMap;
use std::io;
use std::time::Duration;

/// A run, and how long the runs of its job usually take.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) job_name: String,
    pub(crate) execution: JobExecution,
    pub(crate) usual: Option<Duration>,
}

impl Row {
    pub(crate) fn is(&self, execution: &JobExecution) -> bool {
        self.execution.job_execution_id == execution.job_execution_id
    }

    fn state(&self) -> &str {
        self.execution.status.as_ref().map_or("without a state", |status| status.as_str())
    }
}

/// Maximum number of rows of the table on a terminal: more than a screen could not be redrawn in place.
const MAX_ROWS: usize = 20;

/// The view.
pub(crate) struct View {
    times: Times,
    is_terminal: bool,
    /// Number of lines of the last drawing.
    lines: usize,
    /// The states that were printed as lines.
    states: HashMap<String, String>,
}

impl View {
    pub(crate) fn new(times: Times, streams: &Streams<'_>) -> Self {
        Self { times, is_terminal: streams.is_terminal(false), lines: 0, states: HashMap::new() }
    }

    /// Shows the rows at a time in milliseconds since 1970-01-01T00:00:00Z.
    pub(crate) fn show(&mut self, rows: &[Row], now: i64, streams: &mut Streams<'_>) -> Result<(), Failure> {
        match self.is_terminal {
            true => Ok(self.redraw(rows, now, streams)?),
            false => Ok(self.print_changes(rows, now, streams)?),
        }
    }

    /// Writes a note. The next drawing begins below it.
    pub(crate) fn note(&mut self, text: &str, streams: &mut Streams<'_>) {
        self.lines = 0;
        streams.note(text);
    }

    fn redraw(&mut self, rows: &[Row], now: i64, streams: &mut Streams<'_>) -> io::Result<()> {
        let mut text = Vec::new();
        self.write_table(rows, now, Look::of(streams), &mut text)?;
        if rows.len() > MAX_ROWS {
            text.extend(format!("and {} more\n", rows.len() - MAX_ROWS).bytes());
        }
        if self.lines > 0 {
            // Up to the first line of the last drawing, and clear from there on.
            write!(streams.out(), "\u{1b}[{}A\u{1b}[J", self.lines)?;
        }
        self.lines = text.iter().filter(|byte| **byte == b'\n').count();
        streams.out().write_all(&text)
    }

    fn write_table(&self, rows: &[Row], now: i64, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
        let columns = [
            Column::new("ID", Priority::Identifier),
            Column::new("STATUS", Priority::State),
            Column::new("JOB", Priority::Text),
            Column::new("STARTED", Priority::Time),
            Column::new("RAN", Priority::Time),
            Column::new("USUALLY", Priority::Time),
        ];
        let mut grid = Grid::new(columns, look);
        for row in rows.iter().take(MAX_ROWS) {
            let start = row.execution.start_date.as_ref().map(|start| self.times.of_text(start.as_str()));
            let cells = [
                Cell::from(&*row.execution.job_execution_id),
                Cell::from(row.state()).styled(style(row)),
                Cell::from(row.job_name.as_str()),
                Cell::new(start),
                Cell::new(row.execution.running_duration_at(now).map(duration)),
                Cell::new(row.usual.map(duration)),
            ];
            grid.row(cells, out)?;
        }
        grid.finish(out)
    }

    /// Prints the rows whose state has changed.
    fn print_changes(&mut self, rows: &[Row], now: i64, streams: &mut Streams<'_>) -> io::Result<()> {
        let when = jiff::Timestamp::from_millisecond(now).ok().and_then(|now| self.times.of(now)).unwrap_or_default();
        for row in rows.iter().rev() {
            let (id, state) = (row.execution.job_execution_id.to_string(), row.state().to_owned());
            if self.states.get(&id) == Some(&state) {
                continue;
            }
            let ran = row.execution.running_duration_at(now).map(|ran| format!(" after {}", duration(ran)));
            let ran = ran.filter(|_| row.execution.has_ended()).unwrap_or_default();
            let usual = row.usual.map(|usual| format!(" (usually {})", duration(usual))).unwrap_or_default();
            let line = format!("{when} execution {id} of job '{}' is {state}{ran}{usual}", row.job_name);
            // A name with a line feed must not forge a line.
            writeln!(streams.out(), "{}", escape::text(&line))?;
            self.states.insert(id, state);
        }
        Ok(())
    }
}

fn style(row: &Row) -> Option<Style> {
    color::of_outcome(row.execution.outcome())
}
