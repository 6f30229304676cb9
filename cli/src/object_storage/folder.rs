//! Logs in a folder instead of Object Storage: what `emulator --logs` writes.

use crate::object_storage::failure::LogError;
use crate::object_storage::location::Location;
use crate::object_storage::part::Part;
use std::fs::File;
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Start of the address of a folder.
const SCHEME: &str = "file://";

/// Returns the folder of an address such as `file:///tmp/logs`; `None` for other addresses.
pub(super) fn folder(endpoint: &str) -> Option<Result<PathBuf, LogError>> {
    let path = endpoint.strip_prefix(SCHEME)?;
    let folder = Path::new(path);
    Some(if folder.is_absolute() {
        Ok(folder.to_owned())
    } else {
        Err(LogError::usage(
            format!("'{endpoint}' is no address of a folder"),
            "write an absolute path after file://, e.g. file:///tmp/logs",
        ))
    })
}

/// Returns the address of a folder.
pub(crate) fn address(folder: &Path) -> String {
    format!("{SCHEME}{}", folder.display())
}

/// Reads a part of a log. At or after the end of the file, the part has no bytes.
pub(super) fn read(folder: &Path, location: &Location, range: Range<u64>) -> Result<Part, LogError> {
    // The key has no `..`, and no empty parts.
    let path = folder.join(&location.bucket).join(location.key.as_ref());
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => LogError::no_log(location.key.as_ref(), &location.bucket),
        _ => LogError::other(format!("cannot read '{}': {error}", path.display()), "check the folder of the logs"),
    };
    let mut file = File::open(&path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    let start = range.start.min(size);
    file.seek(SeekFrom::Start(start)).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(range.end.min(size).saturating_sub(start)).read_to_end(&mut bytes).map_err(failed)?;
    Ok(Part { bytes: bytes.into(), start, size })
}
