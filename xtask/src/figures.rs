//! What was measured of each figure, kept by the tests under `target/tmp/figures`.

use crate::program::root;
use std::fs;
use std::io;
use std::path::PathBuf;

fn folder() -> PathBuf {
    root().join("target/tmp/figures/full")
}

/// Keeps what was measured of a figure.
pub(crate) fn keep(figure: &str, measured: &str) -> io::Result<()> {
    fs::create_dir_all(folder())?;
    fs::write(folder().join(figure), format!("{measured}\n"))
}

/// What was measured of a figure; none if it was not.
pub(crate) fn kept(figure: &str) -> Option<String> {
    Some(fs::read_to_string(folder().join(figure)).ok()?.trim().to_owned())
}
