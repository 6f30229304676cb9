//! Colors of the output.

use crate::terminal::unparsed;
use clap::builder::styling::{AnsiColor, Style};
use ncloud_dataflow::runtime::Environment;
use ncloud_dataflow::runtime::schema::{self, Outcome, Schema, Shape};
use std::ffi::OsString;

/// Name of the flag, without dashes.
pub(crate) const FLAG: &str = "color";

/// Values of `--color`.
pub(crate) const CHOICES: [&str; 3] = ["auto", "always", "never"];

/// Returns whether a stream is colored: by `--color`, then by `NO_COLOR`, `CLICOLOR_FORCE` and `TERM`, then by whether
/// it is a terminal.
///
/// This reads the unparsed arguments: parse errors are colored too, and clap returns no values with an error.
pub(crate) fn wanted(args: &[OsString], environment: &Environment, terminal: bool) -> bool {
    match unparsed::value(args, FLAG).as_deref() {
        Some("always") => true,
        Some("never") => false,
        _ if environment.variable("NO_COLOR").is_some() => false,
        _ if environment.variable("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
        _ if environment.variable("TERM") == Some("dumb") => false,
        _ => terminal,
    }
}

/// Returns the style of a state, by its outcome; `None` for other fields.
pub(crate) fn of_state(schema: &Schema, text: &str) -> Option<Style> {
    let Shape::String { outcomes, values, .. } = &schema.shape else {
        return None;
    };
    match schema::outcome(text, outcomes) {
        // A documented state that is not final.
        None if !outcomes.is_empty() && values.contains(&text) => Some(AnsiColor::Cyan.on_default()),
        outcome => of_outcome(outcome),
    }
}

/// Returns the style of an outcome; `None` without one.
pub(crate) fn of_outcome(outcome: Option<Outcome>) -> Option<Style> {
    let color = match outcome? {
        Outcome::Success => AnsiColor::Green,
        Outcome::Failure => AnsiColor::Red,
        Outcome::Cancelled => AnsiColor::Yellow,
    };
    Some(color.on_default())
}

#[cfg(test)]
mod tests {
    use super::wanted;
    use ncloud_dataflow::runtime::Environment;
    use std::ffi::OsString;

    fn check(args: &[&str], variables: &[(&str, &str)], terminal: bool) -> bool {
        let args: Vec<OsString> = args.iter().map(OsString::from).collect();
        let environment = variables.iter().fold(Environment::empty(), |all, (name, value)| all.with(*name, *value));
        wanted(&args, &environment, terminal)
    }

    #[test]
    fn variables_beat_the_terminal() {
        assert!(check(&[], &[], true));
        assert!(!check(&[], &[], false));
        assert!(!check(&[], &[("NO_COLOR", "1")], true));
        assert!(!check(&[], &[("TERM", "dumb")], true));
        assert!(check(&[], &[("CLICOLOR_FORCE", "1")], false));
        assert!(!check(&[], &[("CLICOLOR_FORCE", "0")], false));
        assert!(!check(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false));
    }

    #[test]
    fn the_flag_beats_the_variables() {
        assert!(check(&["--color", "always"], &[("NO_COLOR", "1")], false));
        assert!(check(&["--color=always"], &[("TERM", "dumb")], false));
        assert!(!check(&["--color=never"], &[("CLICOLOR_FORCE", "1")], true));
        assert!(check(&["--color=auto"], &[], true));
        assert!(!check(&["--color"], &[], false));
        assert!(!check(&["--", "--color=always"], &[], false));
    }
}
