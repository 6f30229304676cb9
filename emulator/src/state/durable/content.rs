//! Kind of a file that is given as a data file.

use crate::error::EmulatorError;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The first bytes of every database of redb.
const MAGIC: [u8; 9] = *b"redb\x1A\x0A\xA9\x0D\x0A";

/// Kind of a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Content {
    /// There is no file yet.
    Missing,
    Database,
    /// A JSON file: the state of an older version, or a state file.
    Json,
}

/// Returns the path without symbolic links, so that two names of a file have one lock.
pub(super) fn resolve(path: &Path) -> Result<PathBuf, EmulatorError> {
    let shown = path.display();
    let refused = |error| {
        EmulatorError::with_source(format!("cannot use the data file '{shown}': its folder does not exist"), error)
            .into_input()
    };
    match fs::canonicalize(path) {
        Ok(path) => Ok(path),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            if fs::symlink_metadata(path).is_ok() {
                return Err(unusable(path, "it is a symbolic link to a file that does not exist"));
            }
            let name = path.file_name().ok_or_else(|| unusable(path, "it has no file name"))?;
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let folder = fs::canonicalize(folder).map_err(refused)?;
            match folder.is_dir() {
                true => Ok(folder.join(name)),
                false => Err(unusable(path, "its folder is not a folder")),
            }
        }
        Err(error) => {
            Err(EmulatorError::with_source(format!("cannot use the data file '{shown}'"), error).into_input())
        }
    }
}

/// Returns the kind of a file. A file that cannot be a data file, or cannot be written, is an error.
pub(super) fn content(path: &Path) -> Result<Content, EmulatorError> {
    let failed = |error| {
        EmulatorError::with_source(format!("cannot use the data file '{}'", path.display()), error).into_input()
    };
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Content::Missing),
        Err(error) => return Err(failed(error)),
    };
    if metadata.is_dir() {
        return Err(unusable(path, "it is a folder"));
    }
    // Opening a pipe would wait for its other end.
    if !metadata.is_file() {
        return Err(unusable(path, "it is not a regular file"));
    }
    if metadata.permissions().readonly() {
        return Err(unusable(path, "it is read-only"));
    }
    let file = OpenOptions::new().read(true).write(true).open(path).map_err(failed)?;
    let mut start = Vec::new();
    file.take(4096).read_to_end(&mut start).map_err(failed)?;
    if start.is_empty() {
        return Err(unusable(path, "it is empty; remove it to start with the documented resources"));
    }
    if start.starts_with(&MAGIC) {
        return Ok(Content::Database);
    }
    match start.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{' | b'[') => Ok(Content::Json),
        _ => Err(unusable(path, "it is neither a data file nor a state file of the emulator")),
    }
}

/// Returns true if a file can be a new database that was not finished, so that it may be overwritten.
pub(super) fn is_unfinished(path: &Path) -> bool {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => {
            let mut start = Vec::new();
            let read = fs::File::open(path).and_then(|file| file.take(9).read_to_end(&mut start));
            // redb writes the magic number last.
            read.is_ok() && (start == MAGIC || start.iter().all(|byte| *byte == 0))
        }
        Ok(_) => false,
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

/// Returns the error for a path that cannot be a data file.
pub(super) fn unusable(path: &Path, reason: &str) -> EmulatorError {
    EmulatorError::input(format!("cannot use the data file '{}': {reason}", path.display()))
}
