//! The command `emulator`.

use crate::api::data_file;
use crate::args::{examples, help};
use crate::call_stage::CallStage;
use crate::context::Context;
use crate::emulator::fixtures;
use crate::emulator::settings::{self, FILL, builder};
use crate::emulator::{exec, ready};
use crate::failure::Failure;
use crate::table::{Operations, PROGRAM};
use crate::terminal::output_streams::Streams;
use clap::{ArgMatches, Command};

/// Name of the command.
pub(crate) const NAME: &str = "emulator";

const DETAILS: &str = "\
Runs a local server of the API with example data

The emulator starts with the examples from the vendor's documentation. It prints the environment variables that a \
client needs. It verifies signatures, like the real service. Press Ctrl-C to stop it.

Without --data, changes are not saved. With --data, a successful response is sent after its change is on the disk. It \
survives a crash, and a request is saved completely or not at all. If the disk is full, the request fails, and nothing \
changes. A new file gets the data of --seed-file, or the example data. A JSON file of the former option --state becomes a \
database; its copy is kept. One emulator can use a file at a time.";

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow emulator
  ncloud-dataflow emulator --data emulator.db --speed 10
  ncloud-dataflow emulator --data emulator.db --seed-file fixtures.json
  ncloud-dataflow emulator export --data emulator.db --to fixtures.json
  ncloud-dataflow emulator --quirk count=total --quirk error-shape=flat
  ncloud-dataflow emulator --fault lost=0.05 --fault throttled=0.1 --seed 7
  ncloud-dataflow emulator --fill 3000
  ncloud-dataflow emulator --plan plan.yaml --speed 60
  ncloud-dataflow emulator --logs logs --runner 'spark-submit {script} {parameters}'
  ncloud-dataflow emulator --port 0 --ready json
  ncloud-dataflow emulator exec -- pytest";

const USAGE: &str = "\
ncloud-dataflow emulator [OPTIONS]
       ncloud-dataflow emulator exec [OPTIONS] -- <COMMAND>...";

const NOTES: &str = "\
The emulator also serves GET /healthz, which needs no signature, and control routes: GET /_emulator lists them. \
They add accounts, set the clock and the faults, end executions, and show the last requests and why they were \
refused. On a loopback address they are open to programs of this machine; \
otherwise they need the token that is printed at the start.";

const EXIT_CODES: &str = "\
Exit codes:
  0    stopped by Ctrl-C, SIGTERM or SIGHUP
  1    the address or the data file is in use, or the disk failed
  2    an option or a file is invalid; nothing was changed
  130  a second signal ended the program before the emulator had stopped";

pub(crate) fn command() -> Command {
    let command = Command::new(NAME)
        .about("Runs a local server of the API with example data")
        .long_about(DETAILS)
        .help_template(help::TEMPLATE)
        .before_long_help(EXAMPLES)
        .after_long_help(format!("{EXIT_CODES}\n\n{NOTES}"))
        .args(settings::args("8080"))
        .arg(ready::arg())
        .subcommand(exec::command(settings::args("0")))
        .subcommands(fixtures::commands())
        .override_usage(USAGE)
        .args_conflicts_with_subcommands(true);
    help::with_summary_note(command)
}

/// Serves until Ctrl-C, or carries out a command on fixtures.
pub(crate) async fn run(
    operations: Operations,
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    match matches.subcommand() {
        Some((exec::NAME, matches)) => {
            return exec::run(builder(matches, context)?, matches, context, streams).await;
        }
        Some((name, matches)) => return fixtures::run(name, matches, streams),
        None => {}
    }
    // From here on, a signal stops the emulator cleanly.
    let interrupted = context.interrupted();
    let started = builder(matches, context)?.start().await;
    let emulator = started.map_err(data_file::failure)?;
    data_file::note_import(&emulator, streams);
    ready::print(&emulator, matches, streams)?;
    ready::warn(&emulator, matches, streams);
    streams.note(&format!(
        "note: the emulator listens at {}; open it in a browser, or press Ctrl-C to stop it",
        emulator.endpoint()
    ));
    if matches.contains_id(FILL) {
        streams.note(&format!("note: with these variables set, try: {PROGRAM} execution failed --since 24h"));
    } else if let Some(operation) = examples::first(operations) {
        streams.note(&format!("note: with these variables set, try: {PROGRAM} {}", examples::call(operation)));
    }
    interrupted.await;
    tokio::select! {
        biased;
        stopped = emulator.stop() => stopped.map_err(|error| Failure::EmulatorStop(Box::new(error))),
        () = context.interrupted() => Err(Failure::Interrupted(CallStage::Harmless)),
    }
}
