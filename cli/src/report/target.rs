//! The file of a report: a temporary file that takes the place of the old one when it is complete.

use crate::failure::{CliError, Failure};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file that is not there yet. If it is dropped before [`finish`](Self::finish), nothing is left of it.
#[derive(Debug)]
pub(super) struct Target {
    path: PathBuf,
    temporary: PathBuf,
    file: File,
}

impl Target {
    /// Creates the temporary file. So it is known before anything is read that the folder can be written.
    pub(super) fn create(path: &Path) -> Result<Self, Failure> {
        Self::open(path).map_err(|reason| {
            let message = format!("cannot write '{}': {reason}", path.display());
            CliError::usage(message, "choose another file with --to; nothing was sent").into()
        })
    }

    fn open(path: &Path) -> Result<Self, String> {
        let name = path.file_name().ok_or("it is not the name of a file")?;
        let permissions = match fs::symlink_metadata(path) {
            Ok(metadata) if metadata.is_dir() => return Err("it is a folder".to_owned()),
            Ok(metadata) if metadata.is_symlink() => {
                return Err("it is a link; give the file that it leads to".to_owned());
            }
            Ok(metadata) if !metadata.is_file() => return Err("it is not a regular file; '-' is the output".to_owned()),
            Ok(metadata) if metadata.permissions().readonly() => return Err("it is read-only".to_owned()),
            Ok(metadata) => Some(metadata.permissions()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error.to_string()),
        };
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.tmp", std::process::id()));
        let temporary = path.with_file_name(hidden);
        let file = create_new(&temporary).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => "its folder does not exist".to_owned(),
            _ => format!("its folder: {error}"),
        })?;
        let target = Self { path: path.to_owned(), temporary, file };
        if let Some(permissions) = permissions {
            target.file.set_permissions(permissions).map_err(|error| error.to_string())?;
        }
        Ok(target)
    }

    /// Writes the content, and replaces the old file.
    pub(super) fn finish(mut self, content: &[u8]) -> Result<(), Failure> {
        let mut written = || {
            self.file.write_all(content)?;
            self.file.sync_all()?;
            fs::rename(&self.temporary, &self.path)
        };
        written().map_err(|error| {
            let message = format!("cannot write '{}': {error}", self.path.display());
            CliError::response(
                message,
                "an older report is unchanged; check the free space, then run the command again",
            )
            .into()
        })
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        // After `finish` it has another name.
        let _ = fs::remove_file(&self.temporary);
    }
}

/// Creates a file. An existing one is never opened: it could be a link.
fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    match options.open(path) {
        // Left behind by a process that was killed and had the same ID.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            options.open(path)
        }
        created => created,
    }
}
