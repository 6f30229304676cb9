//! Resources as text without an emulator that runs: what a data file has, and what a new one gets.

use super::{durable, file, seed};
use crate::error::EmulatorError;
use ncloud_runtime::operation::Example;
use std::path::Path;

/// Returns the resources of a data file as the text of a state file; without a data file, the documented resources.
pub(crate) fn export(data: Option<&Path>, examples: &[Example]) -> Result<String, EmulatorError> {
    match data {
        Some(path) => file::text(&durable::read(path)?),
        None => file::text(&seed::documented_store(examples)),
    }
}

/// Makes a data file with the resources of a state file.
pub(crate) fn import(seed_file: &Path, data: &Path) -> Result<(), EmulatorError> {
    durable::import(seed_file, data)
}
