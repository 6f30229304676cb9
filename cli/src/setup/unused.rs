//! Rejects global flags that a command does not use: a flag that is ignored in silence misleads.

use crate::failure::{CliError, Failure};
use crate::table::{DATA, EMULATOR, ENDPOINT, OUTPUT, PROFILE, REPORT_DRIFT, REQUEST_TIMEOUT};
use clap::ArgMatches;
use clap::parser::ValueSource;

/// Returns an error if one of these flags is given.
pub(crate) fn reject(matches: &ArgMatches, command: &str, flags: &[&str]) -> Result<(), Failure> {
    let given = |flag: &&&str| matches.value_source(flag) == Some(ValueSource::CommandLine);
    let Some(flag) = flags.iter().find(given) else {
        return Ok(());
    };
    let flag = match *flag {
        EMULATOR => "--emulator",
        DATA => "--data",
        ENDPOINT => "--endpoint",
        PROFILE => "--profile",
        REQUEST_TIMEOUT => "--request-timeout",
        REPORT_DRIFT => "--report-drift",
        OUTPUT => "--output",
        other => other,
    };
    let message = format!("'{command}' does not use '{flag}'");
    Err(CliError::usage(message, "drop the flag; nothing was changed").into())
}
