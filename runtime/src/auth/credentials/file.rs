//! Reading a file of settings: a regular file of bounded size, whatever its path leads to.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::Path;
use zeroize::Zeroizing;

/// No file of settings is longer; more is a mistake, such as a log.
const LIMIT: u64 = 1024 * 1024;

/// What a file holds. It may be a secret, so it is wiped.
pub(super) struct Contents {
    pub(super) bytes: Zeroizing<Vec<u8>>,
    /// Whether other users can read the file.
    pub(super) is_exposed: bool,
}

/// Reads a file; none if there is no file.
///
/// A pipe would be waited for without an end, and a device read without one. So the path is looked at before it is
/// opened, and what was opened is looked at again: the path may lead to another file by then.
///
/// # Errors
///
/// What is wrong with the file.
pub(super) fn read(path: &Path) -> Result<Option<Contents>, String> {
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.to_string()),
    };
    check(&metadata)?;
    let file = open(path).map_err(|error| error.to_string())?;
    let metadata = file.metadata().map_err(|error| error.to_string())?;
    check(&metadata)?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default() + 1));
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    match u64::try_from(bytes.len()) {
        Ok(size) if size <= LIMIT => Ok(Some(Contents { bytes, is_exposed: is_exposed(&metadata) })),
        _ => Err(format!("expected at most {LIMIT} bytes but found more")),
    }
}

fn check(metadata: &Metadata) -> Result<(), String> {
    if metadata.is_dir() {
        return Err("expected a file but found a directory".to_owned());
    }
    if !metadata.is_file() {
        return Err("expected a regular file but found a pipe, a socket or a device".to_owned());
    }
    match metadata.len() {
        size if size > LIMIT => Err(format!("expected at most {LIMIT} bytes but found {size}")),
        _ => Ok(()),
    }
}

/// Opens without waiting for the other end, should the path lead to a pipe by now.
#[cfg(unix)]
fn open(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    // O_NONBLOCK, which the standard library does not name.
    const NONBLOCK: i32 =
        match (cfg!(target_os = "linux"), cfg!(target_arch = "x86_64") || cfg!(target_arch = "aarch64")) {
            (true, true) => 0o4000,
            (true, false) => 0,
            (false, _) => 0x4,
        };
    OpenOptions::new().read(true).custom_flags(NONBLOCK).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

#[cfg(unix)]
fn is_exposed(metadata: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode() & 0o077 != 0
}

/// Elsewhere a home folder is its owner's, and permissions are not plain bits.
#[cfg(not(unix))]
fn is_exposed(_metadata: &Metadata) -> bool {
    false
}
