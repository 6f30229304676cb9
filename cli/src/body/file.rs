//! Files with a body, JSON or YAML, told apart by their content.

use super::parsed::Parsed;
use super::text;
use crate::failure::{Failure, Told};
use crate::process::Process;
use std::fs::File;
use std::io::{self, Read};

/// Largest file that is read, in bytes. The largest documented body is a thousandth of it.
const MOST: u64 = 16 * 1024 * 1024;

const HINT: &str = "nothing was sent; correct the file";

/// The value in a file; `-` is standard input.
pub(crate) fn read(path: &str, process: &Process) -> Result<Parsed, Failure> {
    let bytes = bytes(path, process).map_err(|error| {
        // The words of the system differ from one to the other.
        let error = match error.kind() {
            io::ErrorKind::NotFound => "there is no such file".to_owned(),
            io::ErrorKind::IsADirectory => "it is a folder, not a file".to_owned(),
            io::ErrorKind::PermissionDenied => "this user may not read it".to_owned(),
            _ => error.to_string(),
        };
        Failure::from(Told::usage(
            format!("cannot read {}: {error}", name(path)),
            "nothing was sent; name a file that can be read, or - for standard input",
        ))
    })?;
    text::parse(&bytes).map_err(|problem| {
        let place = match problem.place {
            Some((line, column)) => format!("{}:{line}:{column}", name(path)),
            None => name(path).to_owned(),
        };
        Told::usage(format!("{place}: {}", problem.message), HINT).into()
    })
}

/// What a message calls the file.
pub(crate) fn name(path: &str) -> &str {
    match path {
        "-" => "standard input",
        _ => plain(path),
    }
}

/// The path without the `file://` that other tools of the vendor ask for.
fn plain(path: &str) -> &str {
    path.strip_prefix("file://").unwrap_or(path)
}

fn bytes(path: &str, process: &Process) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = match path {
        "-" => process.input().take(MOST + 1).read_to_end(&mut bytes)?,
        _ => File::open(plain(path))?.take(MOST + 1).read_to_end(&mut bytes)?,
    };
    if u64::try_from(read).unwrap_or(u64::MAX) > MOST {
        return Err(io::Error::other(format!("it is larger than {MOST} bytes")));
    }
    Ok(bytes)
}
