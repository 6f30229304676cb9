//! The command `emulator`.

use crate::api::data_file;
use crate::args::{examples, help};
use crate::call_stage::CallStage;
use crate::context::Context;
use crate::emulator::fixtures;
use crate::emulator::quirks::{self, Change};
use crate::emulator::ready::HOST;
use crate::emulator::{exec, ready};
use crate::failure::Failure;
use crate::table::{DATA, Operations, PROGRAM};
use crate::terminal::output_streams::Streams;
use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::SignedDuration;
use ncloud_dataflow_emulator::{Builder, Emulator, Fault, Quirks};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Name of the command.
pub(crate) const NAME: &str = "emulator";

const PORT: &str = ":port";
const SEED_FILE: &str = ":seed-file";
const FILL: &str = ":fill";
const SPEED: &str = ":speed";
const QUIRK: &str = ":quirk";
const FAULT: &str = ":fault";
const SEED: &str = ":seed";
const CLOCK_OFFSET: &str = ":clock-offset";

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
  ncloud-dataflow emulator --port 0 --ready json
  ncloud-dataflow emulator exec -- pytest";

const USAGE: &str = "\
ncloud-dataflow emulator [OPTIONS]
       ncloud-dataflow emulator exec [OPTIONS] -- <COMMAND>...";

const NOTES: &str = "\
The emulator also serves GET /healthz, which needs no signature, and control routes: GET /_emulator lists them. \
/_emulator/faults changes the faults while it runs, /_emulator/requests shows the last requests and why they were \
refused, and /_emulator/events sends live events. On a loopback address they are open to programs of this machine; \
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
        .args(settings("8080"))
        .arg(ready::arg())
        .subcommand(exec::command(settings("0")))
        .subcommands(fixtures::commands())
        .override_usage(USAGE)
        .args_conflicts_with_subcommands(true);
    help::with_summary_note(command)
}

/// Returns the arguments that `emulator` and `emulator exec` share.
fn settings(port: &'static str) -> impl Iterator<Item = Arg> {
    address_args(port).into_iter().chain(data_args()).chain(fault_args())
}

fn address_args(port: &'static str) -> [Arg; 2] {
    [
        Arg::new(PORT)
            .long("port")
            .value_name("PORT")
            .default_value(port)
            .value_parser(|text: &str| text.parse::<u16>().map_err(|_| "expected an integer of 0 to 65535"))
            .allow_negative_numbers(true)
            .help("Port; 0 selects a free port"),
        Arg::new(HOST)
            .long("host")
            .value_name("ADDRESS")
            .default_value("127.0.0.1")
            .value_parser(ValueParser::from(|text: &str| text.parse::<IpAddr>().map_err(|_| "expected an IP address")))
            .help("IP address to listen on")
            .long_help("IP address to listen on; other machines can connect to a non-loopback address"),
    ]
}

fn data_args() -> [Arg; 4] {
    [
        Arg::new(SEED_FILE)
            .long("seed-file")
            .value_name("FILE")
            .help("Start with the data of a JSON file")
            .long_help("Start with the data of a JSON file that 'emulator export' wrote"),
        Arg::new(FILL)
            .long("fill")
            .value_name("N")
            .value_parser(|text: &str| text.parse::<usize>().map_err(|_| "expected an integer of 0 or more"))
            .allow_negative_numbers(true)
            .help("Start with a history of N executions")
            .long_help(
                "Start with a history of N executions of 10 to 60 jobs instead of the example data; --seed selects another",
            ),
        Arg::new(SPEED)
            .long("speed")
            .value_name("N")
            .value_parser(speed)
            .allow_negative_numbers(true)
            .help("Run executions N times as fast [default: 1]"),
        Arg::new(QUIRK)
            .long("quirk")
            .value_name("NAME=CHOICE")
            .action(ArgAction::Append)
            .value_parser(quirks::parse)
            .help("Select an undocumented behavior; repeatable")
            .long_help(format!(
                "Select a behavior that the documentation leaves open; repeatable: {}",
                quirks::choices()
            )),
    ]
}

fn fault_args() -> [Arg; 3] {
    let names: Vec<&str> = Fault::ALL.iter().map(|fault| fault.name()).collect();
    [
        Arg::new(FAULT)
            .long("fault")
            .value_name("NAME=RATE")
            .action(ArgAction::Append)
            .value_parser(fault)
            .help("Inject a fault at a RATE of 0 to 1; repeatable")
            .long_help(format!(
                "Inject a fault; RATE is its probability for each request, 0 to 1; repeatable: {}",
                names.join(", ")
            )),
        Arg::new(SEED)
            .long("seed")
            .value_name("N")
            .value_parser(|text: &str| text.parse::<u64>().map_err(|_| "expected an integer of 0 or more"))
            .hide_short_help(true)
            .help("Seed of random faults and of --fill; a seed makes them repeatable [default: 0]"),
        Arg::new(CLOCK_OFFSET)
            .long("clock-offset")
            .value_name("TIME")
            .allow_hyphen_values(true)
            .value_parser(|text: &str| text.parse::<SignedDuration>().map_err(|_| "expected a time such as 10m or -1h"))
            .hide_short_help(true)
            .help("Offset of the emulator's clock, e.g. 10m or -1h"),
    ]
}

fn fault(text: &str) -> Result<(Fault, f64), &'static str> {
    let (name, rate) = text.split_once('=').ok_or("expected NAME=RATE, e.g. lost=0.1")?;
    let fault = Fault::from_name(name).ok_or("unknown fault; see --help")?;
    let rate = rate.parse().ok().filter(|rate| (0.0..=1.0).contains(rate)).ok_or("expected a rate from 0 to 1")?;
    Ok((fault, rate))
}

fn speed(text: &str) -> Result<f64, &'static str> {
    let factor = text.parse::<f64>().ok();
    factor.filter(|factor| factor.is_finite() && *factor > 0.0).ok_or("expected a number above 0")
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
            return exec::run(builder(matches, context), matches, context, streams).await;
        }
        Some((name, matches)) => return fixtures::run(name, matches, streams),
        None => {}
    }
    // From here on, a signal stops the emulator cleanly.
    let interrupted = context.interrupted();
    let started = builder(matches, context).start().await;
    let emulator = started.map_err(data_file::failure)?;
    data_file::note_import(&emulator, streams);
    ready::print(&emulator, matches, streams)?;
    ready::warn(&emulator, matches, streams);
    streams.note(&format!("note: the emulator listens at {}; press Ctrl-C to stop it", emulator.endpoint()));
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

fn builder(matches: &ArgMatches, context: &Context) -> Builder {
    let host = matches.get_one::<IpAddr>(HOST).copied().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let port = matches.get_one::<u16>(PORT).copied().unwrap_or_default();
    let address = SocketAddr::new(host, port);
    let mut builder = Emulator::builder().clock(context.clock.clone()).realistic_times().address(address);
    if !host.is_loopback() {
        builder = builder.exposed();
    }
    if let Some(path) = matches.get_one::<String>(DATA) {
        builder = builder.data(path);
    }
    if let Some(path) = matches.get_one::<String>(SEED_FILE) {
        builder = builder.seed_file(path);
    }
    if let Some(factor) = matches.get_one::<f64>(SPEED) {
        builder = builder.speed(*factor);
    }
    for (fault, rate) in matches.get_many::<(Fault, f64)>(FAULT).into_iter().flatten() {
        builder = builder.fault(*fault, *rate);
    }
    if let Some(seed) = matches.get_one::<u64>(SEED) {
        builder = builder.seed(*seed);
    }
    if let Some(offset) = matches.get_one::<SignedDuration>(CLOCK_OFFSET) {
        builder = builder.clock_offset(*offset);
    }
    let mut quirks = Quirks::default();
    for change in matches.get_many::<Change>(QUIRK).into_iter().flatten() {
        change.apply(&mut quirks);
    }
    builder = builder.quirks(quirks);
    if let Some(count) = matches.get_one::<usize>(FILL) {
        builder = builder.history(*count);
    }
    builder
}
