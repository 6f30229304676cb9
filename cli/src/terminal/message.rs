//! Lines with a label on standard error: errors, hints, and the next command.

use crate::terminal::escape;
use crate::terminal::output_streams::Streams;
use clap::builder::styling::{AnsiColor, Style};
use std::error::Error as StdError;

pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
pub(crate) const HINT: Style = AnsiColor::Cyan.on_default();

/// Writes the lines of an error, of its causes, and of the hint.
pub(crate) fn report_error(streams: &mut Streams<'_>, error: &dyn StdError, hint: Option<&str>) {
    line(streams, ERROR, "error", &error.to_string());
    let mut source = error.source();
    while let Some(cause) = source {
        line(streams, Style::new(), "  caused by", &cause.to_string());
        source = cause.source();
    }
    if let Some(hint) = hint {
        line(streams, HINT, "hint", hint);
    }
}

/// Writes the line with the next command, if there is one.
pub(crate) fn report_next(streams: &mut Streams<'_>, next: Option<&str>) {
    if let Some(command) = next {
        line(streams, HINT, "next", command);
    }
}

/// Writes a line with a label.
pub(crate) fn line(streams: &mut Streams<'_>, style: Style, label: &str, text: &str) {
    let text = escape::text(text);
    let label = if streams.is_colored(true) { format!("{style}{label}{style:#}") } else { label.to_owned() };
    // An error stream that cannot be written is ignored.
    let _ = writeln!(streams.err(), "{label}: {text}");
}
