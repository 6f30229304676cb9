//! Fixtures: resources of a data file as text, and back.

use crate::error::EmulatorError;
use crate::state;
use ncloud_dataflow::operations::EXAMPLES;
use std::path::Path;

/// Returns the resources of a data file as JSON; without a data file, the documented resources.
///
/// The order is stable, so the text can be kept under version control. [`Builder::seed_file`](crate::Builder::seed_file)
/// and [`import_data`] read it. The data file does not change, and must not be in use.
///
/// # Errors
///
/// The data file cannot be read, is not a data file, or is in use.
pub fn export_data(data: Option<&Path>) -> Result<String, EmulatorError> {
    state::export(data, EXAMPLES)
}

/// Makes a new data file with the resources of a file that [`export_data`] or
/// [`Emulator::export`](crate::Emulator::export) wrote.
///
/// # Errors
///
/// - The seed file cannot be read or is invalid. The error has all problems with their places.
/// - The data file exists, or cannot be written.
pub fn import_data(seed_file: &Path, data: &Path) -> Result<(), EmulatorError> {
    state::import(seed_file, data)
}
