//! Reads a settings file. It must be a regular file of limited size.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::Path;
use zeroize::Zeroizing;

/// Maximum size in bytes. A larger file is a mistake, such as a log.
const LIMIT: u64 = 1024 * 1024;

/// Contents of a file. They may be secret, so they are wiped.
pub(super) struct Contents {
    pub(super) bytes: Zeroizing<Vec<u8>>,
    /// True if other users can read the file.
    pub(super) is_exposed: bool,
}

/// Reads a file. Returns `None` if there is no file.
///
/// A pipe could block forever, and a device could be endless. So the kind of the file is checked before it is opened,
/// and again after that, because the path may have changed.
///
/// # Errors
///
/// A description of the problem.
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

/// Opens a file without blocking, even if it has become a pipe.
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

/// On other systems a home folder is private, and permissions are not simple bits.
#[cfg(not(unix))]
fn is_exposed(_metadata: &Metadata) -> bool {
    false
}
