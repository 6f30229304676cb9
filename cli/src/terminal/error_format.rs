//! `--error-format`: how errors are reported.

use crate::terminal::unparsed;
use std::ffi::OsString;

/// Name of the flag, without dashes.
pub(crate) const FLAG: &str = "error-format";

/// Values of `--error-format`.
pub(crate) const CHOICES: [&str; 2] = ["text", JSON];

const JSON: &str = "json";

/// Returns whether errors are reported as JSON. Errors in the arguments are too.
pub(crate) fn is_json(args: &[OsString]) -> bool {
    unparsed::value(args, FLAG).as_deref() == Some(JSON)
}
