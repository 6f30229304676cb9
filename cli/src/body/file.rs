//! Reads a body from a JSON or YAML file, distinguished by content.

use crate::body::parse;
use crate::body::parsed::{Parsed, Problem};
use crate::context::Context;
use crate::failure::{CliError, Failure};
use std::fs::File;
use std::io::{self, Read};

/// Maximum size of a file, in bytes: a thousand times the largest documented body.
const MAX_SIZE: u64 = 16 * 1024 * 1024;

const HINT: &str = "correct the file; nothing was sent";

/// Reads the value in a file; `-` is standard input.
pub(crate) fn read(path: &str, context: &Context) -> Result<Parsed, Failure> {
    read_with(path, context, parse::parse)
}

/// Reads all documents in a file; `-` is standard input.
pub(crate) fn read_all(path: &str, context: &Context) -> Result<Vec<Parsed>, Failure> {
    read_with(path, context, parse::parse_all)
}

fn read_with<T>(path: &str, context: &Context, parse: fn(&[u8]) -> Result<T, Problem>) -> Result<T, Failure> {
    let bytes = bytes(path, context).map_err(|error| {
        // Messages of the system differ between platforms.
        let error = match error.kind() {
            io::ErrorKind::NotFound => "no such file".to_owned(),
            io::ErrorKind::IsADirectory => "is a directory".to_owned(),
            io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
            _ => error.to_string(),
        };
        Failure::from(CliError::usage(
            format!("cannot read {}: {error}", name(path)),
            "pass a readable file, or - for standard input; nothing was sent",
        ))
    })?;
    parse(&bytes).map_err(|problem| {
        let place = match problem.position {
            Some((line, column)) => format!("{}:{line}:{column}", name(path)),
            None => name(path).to_owned(),
        };
        CliError::usage(format!("{place}: {}", problem.message), HINT).into()
    })
}

/// Returns the name of the file for messages.
pub(crate) fn name(path: &str) -> &str {
    match path {
        "-" => "standard input",
        _ => plain(path),
    }
}

/// Removes the prefix `file://`, which other tools of the vendor require.
fn plain(path: &str) -> &str {
    path.strip_prefix("file://").unwrap_or(path)
}

fn bytes(path: &str, context: &Context) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = match path {
        "-" => context.input().take(MAX_SIZE + 1).read_to_end(&mut bytes)?,
        _ => File::open(plain(path))?.take(MAX_SIZE + 1).read_to_end(&mut bytes)?,
    };
    if u64::try_from(read).unwrap_or(u64::MAX) > MAX_SIZE {
        return Err(io::Error::other(format!("larger than {MAX_SIZE} bytes")));
    }
    Ok(bytes)
}
