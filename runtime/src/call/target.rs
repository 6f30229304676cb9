//! The request target: path and query exactly as they are signed and sent.
//!
//! It is assembled once. Everything except letters, digits and `-._~` is percent-encoded, a space as `%20`. So every
//! server decodes it the same way, and no layer below changes it.

use crate::check::{self, Violation};
use crate::table::operation::{Operation, Parameter, Place};
use std::fmt::Write;

/// Maximum length of a parameter value in bytes. A longer one is a mistake, and the gateway would reject it.
const LONGEST_VALUE: usize = 4096;

/// Assembles the target of a call, starting with `prefix`.
///
/// `values` are in the order of the operation's parameters. All violations are returned together.
pub(crate) fn assemble(
    operation: &Operation,
    values: &[Option<String>],
    prefix: &str,
    ranges: bool,
) -> Result<String, Vec<Violation>> {
    let pairs = || operation.parameters.iter().zip(values);
    let violations: Vec<Violation> =
        pairs().filter_map(|(parameter, value)| violation(parameter, value.as_deref(), ranges)).collect();
    if !violations.is_empty() {
        return Err(violations);
    }
    let mut target = prefix.to_owned();
    write_path(&mut target, operation, values);
    dot_segment(&target, operation)?;
    let mut separator = '?';
    for (parameter, value) in pairs().filter(|(parameter, _)| parameter.place == Place::Query) {
        if let Some(value) = value {
            target.push(separator);
            encode(&mut target, parameter.name);
            target.push('=');
            encode(&mut target, value);
            separator = '&';
        }
    }
    Ok(target)
}

fn violation(parameter: &Parameter, value: Option<&str>, ranges: bool) -> Option<Violation> {
    let broken =
        |expected: &str, found: &str| Some(Violation::new(parameter.name, expected.to_owned(), found.to_owned()));
    let Some(value) = value else {
        return parameter.required.then(|| Violation::new(parameter.name, "a value".to_owned(), "none".to_owned()));
    };
    if parameter.place == Place::Path {
        if value.is_empty() {
            return broken("a string that is not empty", "''");
        }
        if value.chars().any(char::is_control) {
            return broken("a string without control characters", &crate::safe_text::quoted(value));
        }
    }
    if value.len() > LONGEST_VALUE {
        return broken("at most 4096 bytes", &format!("{} bytes", value.len()));
    }
    if ranges { check::parameter(parameter, value) } else { None }
}

fn write_path(target: &mut String, operation: &Operation, values: &[Option<String>]) {
    let value = |name: &str| {
        let index = operation.parameters.iter().position(|parameter| parameter.name == name)?;
        values.get(index)?.as_deref()
    };
    let mut rest = operation.path;
    while let Some((literal, (name, after))) =
        rest.split_once('{').and_then(|(literal, tail)| Some((literal, tail.split_once('}')?)))
    {
        target.push_str(literal);
        encode(target, value(name).unwrap_or_default());
        rest = after;
    }
    target.push_str(rest);
}

/// Rejects a `.` or `..` segment, which the layers below would resolve to another path.
fn dot_segment(path: &str, operation: &Operation) -> Result<(), Vec<Violation>> {
    if !path.split('/').any(|segment| matches!(segment, "." | "..")) {
        return Ok(());
    }
    let names = operation.parameters.iter().filter(|parameter| parameter.place == Place::Path);
    Err(names
        .map(|parameter| {
            Violation::new(parameter.name, "a path without '.' or '..' segments".to_owned(), path.to_owned())
        })
        .collect())
}

/// Appends a string, percent-encoded.
pub(crate) fn encode(target: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            target.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(target, "%{byte:02X}");
        }
    }
}
