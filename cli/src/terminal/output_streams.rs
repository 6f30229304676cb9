//! The output stream for results, and the error stream for everything else.

use crate::terminal::{color, escape};
use ncloud_dataflow::runtime::Environment;
use std::ffi::OsString;
use std::fmt;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Width of a terminal that does not tell its width.
const DEFAULT_WIDTH: usize = 80;

/// The output and error streams, and the properties of their terminals.
pub struct Streams<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    out_is_terminal: bool,
    err_is_terminal: bool,
    out_is_colored: bool,
    err_is_colored: bool,
    width: Option<usize>,
    has_notes: bool,
    has_json_errors: bool,
    pending: Pending,
}

/// Lines of other tasks for the error stream. They are written immediately if there is a writer for them, or else before
/// the next note and before the program waits.
#[derive(Clone, Default)]
pub(crate) struct Pending(Arc<Mutex<Lines>>);

#[derive(Default)]
struct Lines {
    waiting: Vec<String>,
    writer: Option<Box<dyn Write + Send>>,
    /// Whether the cursor is on a line that is redrawn in place.
    is_line_drawn: bool,
}

/// Clears the line that is redrawn in place.
const CLEAR_LINE: &str = "\r\u{1b}[2K";

impl Pending {
    /// Adds a line.
    pub(crate) fn push(&self, line: String) {
        let mut lines = self.lines();
        let clear = if lines.is_line_drawn { CLEAR_LINE } else { "" };
        match &mut lines.writer {
            Some(writer) => drop(writeln!(writer, "{clear}{}", escape::text(&line))),
            None => lines.waiting.push(line),
        }
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.lines().waiting)
    }

    fn lines(&self) -> MutexGuard<'_, Lines> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Pending {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Pending").field("waiting", &self.lines().waiting).finish_non_exhaustive()
    }
}

impl<'a> Streams<'a> {
    /// Returns streams that are not terminals. Results go to `out`; notes, warnings and errors go to `err`. `out` should
    /// be buffered: it is flushed before every wait and at the end.
    pub fn new(out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self {
            out,
            err,
            out_is_terminal: false,
            err_is_terminal: false,
            out_is_colored: false,
            err_is_colored: false,
            width: None,
            has_notes: true,
            has_json_errors: false,
            pending: Pending::default(),
        }
    }

    /// Sets whether the streams are terminals. Colors and escaping depend on it.
    #[must_use]
    pub fn with_terminals(mut self, out: bool, err: bool) -> Self {
        self.out_is_terminal = out;
        self.err_is_terminal = err;
        self
    }

    /// Sets the width of the terminal, in columns, for help and tables. Default: the width of the process's terminal.
    #[must_use]
    pub fn with_width(mut self, columns: usize) -> Self {
        self.width = Some(columns);
        self
    }

    /// Sets a second writer of the error stream for the lines of `-v`. They are written to it while the program waits for
    /// a response, not only after it.
    #[must_use]
    pub fn with_live_log(self, writer: impl Write + Send + 'static) -> Self {
        self.pending.lines().writer = Some(Box::new(writer));
        self
    }

    /// Decides whether to use colors, by arguments, environment and terminals.
    pub(crate) fn decide_colors(&mut self, args: &[OsString], environment: &Environment) {
        self.out_is_colored = color::wanted(args, environment, self.out_is_terminal);
        self.err_is_colored = color::wanted(args, environment, self.err_is_terminal);
    }

    /// Returns whether the output (or, if `err`, the error stream) is colored.
    pub(crate) fn is_colored(&self, err: bool) -> bool {
        if err { self.err_is_colored } else { self.out_is_colored }
    }

    /// Returns whether the output (or, if `err`, the error stream) is a terminal.
    pub(crate) fn is_terminal(&self, err: bool) -> bool {
        if err { self.err_is_terminal } else { self.out_is_terminal }
    }

    /// Returns the width of the terminal that shows tables; `None` if the output is no terminal.
    pub(crate) fn table_width(&self) -> Option<usize> {
        // Some terminals of CI systems have no width.
        let detected = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        self.out_is_terminal.then(|| self.width.or_else(detected).unwrap_or(DEFAULT_WIDTH))
    }

    /// Returns the width of help, if it is set.
    pub(crate) fn width(&self) -> Option<usize> {
        self.width
    }

    /// Returns the output stream.
    pub(crate) fn out(&mut self) -> &mut dyn Write {
        self.out
    }

    /// Returns the error stream, for text that is already escaped.
    pub(crate) fn err(&mut self) -> &mut dyn Write {
        self.write_pending();
        self.err
    }

    /// Omits notes, for `--quiet`.
    pub(crate) fn omit_notes(&mut self) {
        self.has_notes = false;
    }

    /// Reports errors as JSON, and omits notes: the error stream has one object.
    pub(crate) fn report_as_json(&mut self) {
        self.has_json_errors = true;
        self.has_notes = false;
    }

    /// Returns whether errors are reported as JSON.
    pub(crate) fn has_json_errors(&self) -> bool {
        self.has_json_errors
    }

    /// Returns the lines of other tasks.
    pub(crate) fn pending(&self) -> Pending {
        self.pending.clone()
    }

    /// Writes a note or a warning to the error stream, unless they are omitted.
    pub(crate) fn note(&mut self, text: &str) {
        if self.has_notes {
            self.line(text);
        }
    }

    /// Writes a line to the error stream. An error stream that cannot be written is ignored.
    pub(crate) fn line(&mut self, text: &str) {
        self.write_pending();
        let _ = writeln!(self.err, "{}", escape::text(text));
    }

    fn write_pending(&mut self) {
        let lines = self.pending.take();
        if !lines.is_empty() && std::mem::take(&mut self.pending.lines().is_line_drawn) {
            let _ = write!(self.err, "{CLEAR_LINE}");
        }
        for line in lines {
            let _ = writeln!(self.err, "{}", escape::text(&line));
        }
    }

    /// Writes a prompt. The cursor stays on its line.
    pub(crate) fn prompt(&mut self, text: &str) {
        let _ = self.flush();
        let _ = write!(self.err, "{}", escape::text(text));
        let _ = self.err.flush();
    }

    /// Writes a line of the error terminal in place of the last one. The cursor stays on it.
    pub(crate) fn draw_line(&mut self, text: &str) {
        let _ = self.flush();
        // Longer text would wrap, and the next drawing would only clear its last line.
        let width = self.table_width().unwrap_or(DEFAULT_WIDTH).saturating_sub(1);
        let text: String = escape::text(text).chars().take(width).collect();
        let _ = write!(self.err, "{CLEAR_LINE}{text}");
        let _ = self.err.flush();
        self.pending.lines().is_line_drawn = !text.is_empty();
    }

    /// Flushes the output.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.write_pending();
        self.out.flush()
    }
}

impl fmt::Debug for Streams<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Streams")
            .field("out_is_terminal", &self.out_is_terminal)
            .field("err_is_terminal", &self.err_is_terminal)
            .field("width", &self.width)
            .finish_non_exhaustive()
    }
}
