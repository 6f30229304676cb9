//! The data file of an emulator: notes and errors.

use crate::failure::{CliError, Failure};
use crate::terminal::output_streams::Streams;
use ncloud_dataflow_emulator::{Emulator, EmulatorError};
use std::error::Error;

/// Returns the failure of an emulator that did not start. A file that must be corrected is a usage error.
pub(crate) fn failure(error: EmulatorError) -> Failure {
    if !error.is_input() {
        return Failure::EmulatorStart(Box::new(error));
    }
    let cause = error.source().map(|cause| format!(": {cause}")).unwrap_or_default();
    let details = error.details().to_vec();
    CliError::usage(format!("{}{cause}", error.message()), "nothing was changed").with_details(details).into()
}

/// Says that a state file has become a database.
pub(crate) fn note_import(emulator: &Emulator, streams: &mut Streams<'_>) {
    if let Some(copy) = emulator.imported() {
        let copy = copy.display();
        streams.note(&format!("note: the JSON state file is a database now; its former content is in '{copy}'"));
    }
}
