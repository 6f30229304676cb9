//! `emulator export` and `emulator import`: the data of an emulator as a JSON file, for fixtures.

use crate::api::data_file;
use crate::args::help;
use crate::failure::{CliError, Failure};
use crate::setup::unused;
use crate::table::{DATA, EMULATOR, ENDPOINT, FILE, OUTPUT, PROFILE, REPORT_DRIFT, REQUEST_TIMEOUT};
use crate::terminal::output_streams::Streams;
use clap::{Arg, ArgMatches, Command, value_parser};
use ncloud_dataflow_emulator::{export_data, import_data};
use std::fs;
use std::path::{Path, PathBuf};

const EXPORT: &str = "export";
const IMPORT: &str = "import";
const TO: &str = ":to";

/// The file that is the standard output.
const STDOUT: &str = "-";

pub(super) fn commands() -> [Command; 2] {
    [export_command(), import_command()]
}

fn export_command() -> Command {
    let to = Arg::new(TO).long("to").value_name("FILE").value_parser(value_parser!(PathBuf));
    let command = Command::new(EXPORT)
        .about("Write the data of an emulator as JSON")
        .long_about(
            "Write the data of an emulator as JSON\n\nThe order is stable, so the file can be kept in git. \
             'emulator --seed-file' and 'emulator import' read it. Without --data, it has the example data. The \
             database must not be in use, and does not change.",
        )
        .help_template(help::TEMPLATE)
        .before_long_help(
            "Examples:\n  ncloud-dataflow emulator export --to fixtures.json\n  \
             ncloud-dataflow emulator export --data emulator.db > fixtures.json",
        )
        .arg(to.help("File to write [default: standard output]"));
    help::with_summary_note(command)
}

fn import_command() -> Command {
    let file = Arg::new(FILE).value_name("FILE").required(true).value_parser(value_parser!(PathBuf));
    let command = Command::new(IMPORT)
        .about("Make a database for --data from a JSON file")
        .override_usage("ncloud-dataflow emulator import <FILE> --data <DATABASE>")
        .long_about(
            "Make a database for --data from a JSON file\n\nThe database must be new: existing data is never replaced. \
             All problems of the JSON file are reported, each with its place.",
        )
        .help_template(help::TEMPLATE)
        .before_long_help("Examples:\n  ncloud-dataflow emulator import fixtures.json --data emulator.db")
        .arg(file.help("JSON file that 'emulator export' wrote"));
    help::with_summary_note(command)
}

/// Carries out one of the commands.
pub(super) fn run(name: &str, matches: &ArgMatches, streams: &mut Streams<'_>) -> Result<(), Failure> {
    let unused = [EMULATOR, ENDPOINT, PROFILE, REQUEST_TIMEOUT, REPORT_DRIFT, OUTPUT];
    unused::reject(matches, &format!("emulator {name}"), &unused)?;
    let data = matches.get_one::<String>(DATA).map(Path::new);
    match name {
        EXPORT => export(matches.get_one::<PathBuf>(TO), data, streams),
        _ => import(matches.get_one::<PathBuf>(FILE), data, streams),
    }
}

fn export(to: Option<&PathBuf>, data: Option<&Path>, streams: &mut Streams<'_>) -> Result<(), Failure> {
    let text = export_data(data).map_err(data_file::failure)?;
    let Some(path) = to.filter(|path| path.as_os_str() != STDOUT) else {
        return Ok(streams.out().write_all(text.as_bytes())?);
    };
    if data == Some(path) {
        return Err(CliError::usage("'--to' names the database itself".to_owned(), "choose another file").into());
    }
    fs::write(path, text).map_err(|error| {
        let message = format!("cannot write '{}': {error}", path.display());
        CliError::usage(message, "check the path and its permissions").into()
    })
}

fn import(file: Option<&PathBuf>, data: Option<&Path>, streams: &mut Streams<'_>) -> Result<(), Failure> {
    let Some((file, data)) = file.zip(data) else {
        return Err(CliError::usage("'emulator import' needs '--data'".to_owned(), "add --data FILE").into());
    };
    import_data(file, data).map_err(data_file::failure)?;
    streams.note(&format!("note: '{}' has the data of '{}'", data.display(), file.display()));
    Ok(())
}
