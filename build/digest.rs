//! A digest of `spec/`, by which a build without the generator notices that `generated/` is older.

use std::{fmt, fs, io, path::Path};

/// Where the digest of the spec that `generated/` was made from is kept.
const RECORD: &str = "generated/spec.digest";

/// What a person is told when a build script fails: `main` shows an error by `Debug`, which is text here.
pub(crate) struct Told(String);

impl fmt::Debug for Told {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl<T: fmt::Display> From<T> for Told {
    fn from(error: T) -> Self {
        Self(error.to_string())
    }
}

/// Fails if `generated/` was made from another spec.
pub(crate) fn compare() -> Result<(), Told> {
    let known = fs::read_to_string(RECORD).unwrap_or_default();
    match of(Path::new("spec"))? == known {
        true => Ok(()),
        false => Err("generated/ is older than spec/: run `cargo build` in the repository".into()),
    }
}

/// Notes that `generated/` is in step. In step already, nothing is written.
#[cfg(feature = "regenerate")]
pub(crate) fn record() -> Result<(), Told> {
    match compare() {
        Ok(()) => Ok(()),
        Err(_) => Ok(fs::write(RECORD, of(Path::new("spec"))?)?),
    }
}

/// FNV-1a over names and contents. It notices a forgotten step; it does not guard against malice.
fn of(folder: &Path) -> io::Result<String> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut paths = entries.collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for path in paths {
        let content = if path.is_dir() { of(&path)?.into_bytes() } else { fs::read(&path)? };
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for byte in name.bytes().chain([0]).chain(content) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    Ok(format!("{hash:016x}\n"))
}
