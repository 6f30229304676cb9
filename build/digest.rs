//! A digest of `spec/`, by which a build without the generator notices that `generated/` is older.

use std::{error::Error, fs, io, path::Path};

/// Where the digest of the spec that `generated/` was made from is kept.
const RECORD: &str = "generated/spec.digest";

/// Nothing, or what a person has to be told.
pub(crate) type Outcome = Result<(), Box<dyn Error>>;

/// Fails if `generated/` was made from another spec.
pub(crate) fn compare() -> Outcome {
    let known = fs::read_to_string(RECORD).unwrap_or_default();
    match of(Path::new("spec"))? == known {
        true => Ok(()),
        false => Err("generated/ is older than spec/: run `cargo build` in the repository".into()),
    }
}

/// Records that `generated/` is up to date. Writes nothing if that is already recorded.
#[cfg(feature = "regenerate")]
pub(crate) fn record() -> Outcome {
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
    // What the generator reads; the folder's own README is nothing to it.
    let is_read = |path: &Path| path.is_dir() || path.extension().is_some_and(|kind| kind == "yaml" || kind == "json");
    for path in paths.into_iter().filter(|path| is_read(path)) {
        let content = if path.is_dir() { of(&path)?.into_bytes() } else { fs::read(&path)? };
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for byte in name.bytes().chain([0]).chain(content) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    Ok(format!("{hash:016x}\n"))
}
