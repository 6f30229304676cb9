//! One writer: a lock file next to the data file.
//!
//! The system releases the lock when its process ends, however it ends. So a lock file that is left behind
//! does not prevent a start. The file has the process ID of the owner, for the message to the second one.

use crate::error::EmulatorError;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// Tries to meet a lock file that its owner is about to remove or to fill.
const TRIES: usize = 1000;

/// The lock on a data file, until it is dropped.
#[derive(Debug)]
pub(super) struct FileLock {
    path: PathBuf,
    file: File,
}

impl FileLock {
    pub(super) fn acquire(data: &Path) -> Result<Self, EmulatorError> {
        let path = with_suffix(data, ".lock");
        let failed = |error: io::Error| {
            let shown = path.display();
            EmulatorError::with_source(format!("cannot use the lock file '{shown}' of the data file"), error)
                .into_input()
        };
        let mut owner = None;
        for _ in 0..TRIES {
            if is_in_the_way(&path).map_err(failed)? {
                return Err(EmulatorError::input(format!(
                    "'{}' is not a lock file of the emulator; choose another name for the data file",
                    path.display()
                )));
            }
            let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
            let file = file.as_mut().map_err(|error| failed(io::Error::new(error.kind(), error.to_string())))?;
            match file.try_lock() {
                Ok(()) if is_at(file, &path) => return Self::fill(file, path.clone()).map_err(failed),
                // Its owner has just removed it.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    owner = owner_of(file);
                    if owner.is_some() {
                        break;
                    }
                    std::thread::yield_now();
                }
                // Without locks on this file system, the database's own lock remains.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                    return Self::fill(file, path.clone()).map_err(failed);
                }
                Err(TryLockError::Error(error)) => return Err(failed(error)),
            }
        }
        Err(in_use(data, owner))
    }

    fn fill(file: &File, path: PathBuf) -> io::Result<Self> {
        let mut file = file.try_clone()?;
        file.set_len(0)?;
        file.rewind()?;
        writeln!(file, "{}", std::process::id())?;
        Ok(Self { path, file })
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        // Elsewhere it cannot be checked who owns the name, so the file stays.
        if cfg!(unix) && is_at(&self.file, &self.path) {
            let _ = fs::remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}

/// Returns the error for a data file that another emulator has opened.
pub(super) fn in_use(data: &Path, owner: Option<u32>) -> EmulatorError {
    let owner = match owner {
        Some(id) if id == std::process::id() => format!("another emulator of this process ({id})"),
        Some(id) => format!("the emulator with process ID {id}"),
        None => "another process".to_owned(),
    };
    EmulatorError::new(format!(
        "data file '{}' is in use by {owner}; stop it, or call it instead of starting a second one",
        data.display()
    ))
}

/// Returns a path with something added to its last name.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut path = path.to_owned();
    path.as_mut_os_string().push(suffix);
    path
}

/// Returns true if the file is something else, e.g. `Cargo.lock`: it must not be overwritten.
fn is_in_the_way(path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() && metadata.len() <= 11 => match fs::read(path) {
            Ok(text) => Ok(!text.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_whitespace())),
            // It has just been removed; or it is locked, where locks prevent reading.
            Err(_) => Ok(false),
        },
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn owner_of(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}

/// Returns true if the path still names this file.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(open), Ok(named)) = (file.metadata(), fs::symlink_metadata(path)) else {
        return false;
    };
    (open.dev(), open.ino()) == (named.dev(), named.ino())
}

/// The file is never removed here, so the path names it.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
