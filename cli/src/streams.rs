//! Where a run writes to: results to one stream, everything else to the other.

use crate::{color, escape};
use ncloud_dataflow::runtime::Environment;
use std::ffi::OsString;
use std::fmt;
use std::io::{self, Write};

/// The two streams of a run, and what is known of the terminals behind them.
pub struct Streams<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    out_is_terminal: bool,
    err_is_terminal: bool,
    out_is_colored: bool,
    err_is_colored: bool,
    width: Option<usize>,
}

impl<'a> Streams<'a> {
    /// Results go to `out`, notes, warnings and errors to `err`; neither is a terminal. `out` should be buffered: it
    /// is flushed before every wait and at the end.
    pub fn new(out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self {
            out,
            err,
            out_is_terminal: false,
            err_is_terminal: false,
            out_is_colored: false,
            err_is_colored: false,
            width: None,
        }
    }

    /// The same with what is known of the terminals: colour and escaping depend on it.
    #[must_use]
    pub fn with_terminals(mut self, out: bool, err: bool) -> Self {
        self.out_is_terminal = out;
        self.err_is_terminal = err;
        self
    }

    /// The same with help texts wrapped at this number of columns, whatever the terminal.
    #[must_use]
    pub fn with_width(mut self, columns: usize) -> Self {
        self.width = Some(columns);
        self
    }

    /// Decides about colour, by arguments, environment and terminals.
    pub(crate) fn decide_colors(&mut self, args: &[OsString], environment: &Environment) {
        self.out_is_colored = color::wanted(args, environment, self.out_is_terminal);
        self.err_is_colored = color::wanted(args, environment, self.err_is_terminal);
    }

    /// Whether results (or, if `err`, everything else) are coloured.
    pub(crate) fn is_colored(&self, err: bool) -> bool {
        if err { self.err_is_colored } else { self.out_is_colored }
    }

    /// Whether a person reads the results (or, if `err`, everything else).
    pub(crate) fn is_terminal(&self, err: bool) -> bool {
        if err { self.err_is_terminal } else { self.out_is_terminal }
    }

    /// Number of columns that help texts are wrapped at, if it is not the terminal's.
    pub(crate) fn width(&self) -> Option<usize> {
        self.width
    }

    /// Where results go.
    pub(crate) fn out(&mut self) -> &mut dyn Write {
        self.out
    }

    /// Where everything else goes, for text that is prepared already.
    pub(crate) fn err(&mut self) -> &mut dyn Write {
        self.err
    }

    /// A line for the person, which is not part of the result. That nobody reads it is no error.
    pub(crate) fn note(&mut self, text: &str) {
        let _ = writeln!(self.err, "{}", escape::text(text));
    }

    /// A question, whose answer is awaited on the same line.
    pub(crate) fn prompt(&mut self, text: &str) {
        let _ = self.flush();
        let _ = write!(self.err, "{}", escape::text(text));
        let _ = self.err.flush();
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
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
