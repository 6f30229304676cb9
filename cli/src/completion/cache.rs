//! Names that are kept for a minute, so that a completion does not ask the service each time.

use crate::context::Context;
use ncloud_dataflow::runtime::Environment;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// Time for which names are fresh, in milliseconds.
const FRESH: i64 = 60_000;

/// Maximum size of the file, in bytes.
const MAX_SIZE: u64 = 4 * 1024 * 1024;

/// A file of names.
#[derive(Debug)]
pub(super) struct Cache(Option<PathBuf>);

/// Names that were kept.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) names: Vec<(String, String)>,
    pub(super) is_fresh: bool,
}

#[derive(Deserialize, Serialize)]
struct Contents {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    at: i64,
    names: Vec<(String, String)>,
}

impl Cache {
    /// Returns the file for an endpoint, an access key and a listing. Its name shows none of them.
    pub(super) fn new(environment: &Environment, parts: &[&str]) -> Self {
        let home = environment.variable("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
        let folder = home.or_else(|| Some(environment.home()?.join(".cache")));
        let mut name = String::from("names-");
        for byte in Sha256::digest(parts.join("\n")).iter().take(8) {
            let _ = write!(name, "{byte:02x}");
        }
        Self(folder.map(|folder| folder.join("ncloud-dataflow").join(name + ".json")))
    }

    /// Returns what was kept, however old it is.
    pub(super) fn read(&self, context: &Context) -> Option<Kept> {
        let file = File::open(self.0.as_ref()?).ok()?;
        let mut bytes = Vec::new();
        file.metadata().ok()?.is_file().then(|| file.take(MAX_SIZE).read_to_end(&mut bytes))?.ok()?;
        let Contents { at, names } = serde_json::from_slice(&bytes).ok()?;
        let age = context.now().as_millisecond().saturating_sub(at);
        Some(Kept { names, is_fresh: (0..FRESH).contains(&age) })
    }

    /// Keeps names. A file that cannot be written is not kept.
    pub(super) fn write(&self, names: &[(String, String)], context: &Context) {
        if let Some(path) = &self.0 {
            let contents = Contents { at: context.now().as_millisecond(), names: names.to_vec() };
            let _ = serde_json::to_vec(&contents).map(|bytes| replace(path, &bytes));
        }
    }

    pub(super) fn remove(&self) {
        if let Some(path) = &self.0 {
            let _ = fs::remove_file(path);
        }
    }
}

/// Replaces a file at once: another process may be reading it.
fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut folder = DirBuilder::new();
    let mut options = OpenOptions::new();
    folder.recursive(true);
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
        folder.mode(0o700);
        options.mode(0o600);
    }
    if let Some(parent) = path.parent() {
        folder.create(parent)?;
    }
    let temporary = path.with_extension(format!("{}.tmp", std::process::id()));
    options.open(&temporary)?.write_all(bytes)?;
    fs::rename(&temporary, path).inspect_err(|_| {
        let _ = fs::remove_file(&temporary);
    })
}
