//! Checks that need no network.

use crate::context::Context;
use crate::setup::finding::{FILE_MODE, Finding};
use crate::setup::profile_file::{PLACE, exposed_mode};
use std::io::ErrorKind;

/// Checks that other users cannot read the credentials file.
pub(super) fn file_mode(context: &Context, is_emulator: bool) -> Finding {
    if is_emulator {
        return Finding::skipped(FILE_MODE, "the emulator needs no credentials file");
    }
    let Some(home) = context.environment.home() else {
        return Finding::skipped(FILE_MODE, "there is no home folder");
    };
    match std::fs::metadata(home.join(".ncloud").join("configure")) {
        Ok(metadata) => match exposed_mode(&metadata) {
            Some(mode) => Finding::no_access(
                FILE_MODE,
                format!("other users can use {PLACE}: its mode is {mode:04o}"),
                format!("run chmod 600 {PLACE}"),
            ),
            None => Finding::ok(FILE_MODE, format!("only you can read {PLACE}")),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Finding::skipped(FILE_MODE, format!("there is no {PLACE}"))
        }
        Err(error) => Finding::no_access(FILE_MODE, format!("cannot read {PLACE}: {error}"), "check its permissions"),
    }
}
