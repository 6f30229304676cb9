//! `ncloud-dataflow emulator`: the API on this machine, until Ctrl-C.

use crate::example;
use crate::failure::Failure;
use crate::process::Process;
use crate::quirks::{self, Change};
use crate::streams::Streams;
use crate::table::{Operations, PROGRAM, STATE};
use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use jiff::SignedDuration;
use ncloud_dataflow::operations::SERVICE;
use ncloud_dataflow_emulator::{Builder, DEMO_ACCESS_KEY, DEMO_SECRET_KEY, Emulator, Fault, Quirks};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Name of the command.
pub(crate) const NAME: &str = "emulator";

const PORT: &str = ":port";
const HOST: &str = ":host";
const FILL: &str = ":fill";
const SPEED: &str = ":speed";
const QUIRK: &str = ":quirk";
const FAULT: &str = ":fault";
const SEED: &str = ":seed";
const CLOCK_OFFSET: &str = ":clock-offset";

const AFTER_HELP: &str = "\
Signatures are checked as the gateway checks them. The variables that make clients call it are written to standard \
output. It runs until Ctrl-C. What is created, changed and deleted is forgotten then, unless --state names a file.

Examples:
  ncloud-dataflow emulator
  ncloud-dataflow emulator --state emulator.json --speed 10
  ncloud-dataflow emulator --quirk count=total --quirk error-shape=flat
  ncloud-dataflow emulator --fault lost=0.05 --fault throttled=0.1 --seed 7
  ncloud-dataflow emulator --port 0 --fill 100000
  ncloud-dataflow emulator > emulator.env &   # then: source emulator.env";

pub(crate) fn command() -> Command {
    Command::new(NAME)
        .about("Serves the API on this machine, with the documented examples as its data")
        .after_help(AFTER_HELP)
        .args(address_args())
        .args(data_args())
        .args(fault_args())
}

fn address_args() -> [Arg; 2] {
    [
        Arg::new(PORT)
            .long("port")
            .value_name("PORT")
            .default_value("8080")
            .value_parser(value_parser!(u16))
            .allow_negative_numbers(true)
            .help("Port to listen on, 0 to 65535; 0 takes a free one"),
        Arg::new(HOST)
            .long("host")
            .value_name("ADDRESS")
            .default_value("127.0.0.1")
            .value_parser(ValueParser::from(|text: &str| text.parse::<IpAddr>()))
            .help("Address to listen on; other machines reach it unless it is a loopback address"),
    ]
}

fn data_args() -> [Arg; 3] {
    [
        Arg::new(FILL)
            .long("fill")
            .value_name("N")
            .value_parser(value_parser!(usize))
            .allow_negative_numbers(true)
            .help("Replace the documented rows of every listing by N synthetic ones, 0 or more"),
        Arg::new(SPEED)
            .long("speed")
            .value_name("N")
            .value_parser(speed)
            .allow_negative_numbers(true)
            .help("Let executions go on N times as fast, above 0, e.g. 10 or 0.5 [default: 1]"),
        Arg::new(QUIRK)
            .long("quirk")
            .value_name("NAME=CHOICE")
            .action(ArgAction::Append)
            .value_parser(quirks::parse)
            .help(format!("What to do where the documentation is open, once or more: {}", quirks::choices())),
    ]
}

fn fault_args() -> [Arg; 3] {
    let names: Vec<&str> = Fault::ALL.iter().map(|fault| fault.name()).collect();
    [
        Arg::new(FAULT).long("fault").value_name("NAME=RATE").action(ArgAction::Append).value_parser(fault).help(
            format!("Let a fault strike some requests, a rate of 0.1 every tenth; once or more: {}", names.join(", ")),
        ),
        Arg::new(SEED)
            .long("seed")
            .value_name("N")
            .value_parser(value_parser!(u64))
            .help("What decides which requests faults strike: the same calls meet the same faults [default: 0]"),
        Arg::new(CLOCK_OFFSET)
            .long("clock-offset")
            .value_name("TIME")
            .allow_hyphen_values(true)
            .value_parser(|text: &str| text.parse::<SignedDuration>().map_err(|_| "expected a time such as 10m or -1h"))
            .help("How far its clock is ahead, e.g. 10m, or behind, e.g. -1h"),
    ]
}

fn fault(text: &str) -> Result<(Fault, f64), &'static str> {
    let (name, rate) = text.split_once('=').ok_or("expected a name and a rate, e.g. lost=0.1")?;
    let fault = Fault::ALL.into_iter().find(|fault| fault.name() == name).ok_or("no such fault, see --help")?;
    let rate = rate.parse().ok().filter(|rate| (0.0..=1.0).contains(rate)).ok_or("expected a rate from 0 to 1")?;
    Ok((fault, rate))
}

fn speed(text: &str) -> Result<f64, &'static str> {
    let factor = text.parse::<f64>().ok();
    factor.filter(|factor| factor.is_finite() && *factor > 0.0).ok_or("expected a number above 0")
}

/// Serves until Ctrl-C, which is how it is meant to end.
pub(crate) async fn run(
    operations: Operations,
    matches: &ArgMatches,
    process: &Process,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let started = builder(operations, matches, process).start().await;
    let emulator = started.map_err(|error| Failure::Start(Box::new(error)))?;
    writeln!(streams.out(), "export {}={}", SERVICE.endpoint_variable, emulator.endpoint())?;
    writeln!(streams.out(), "export NCLOUD_ACCESS_KEY_ID={DEMO_ACCESS_KEY}")?;
    writeln!(streams.out(), "export NCLOUD_SECRET_ACCESS_KEY={DEMO_SECRET_KEY}")?;
    streams.flush()?;
    streams.note(&format!("note: the emulator answers at {}; Ctrl-C stops it", emulator.endpoint()));
    if let Some(operation) = example::first(operations) {
        streams.note(&format!("note: with these variables set, try: {PROGRAM} {}", example::call(operation)));
    }
    process.interrupted().await;
    emulator.stop().await.map_err(|error| Failure::Lost(Box::new(error)))
}

fn builder(operations: Operations, matches: &ArgMatches, process: &Process) -> Builder {
    let host = matches.get_one::<IpAddr>(HOST).copied().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let port = matches.get_one::<u16>(PORT).copied().unwrap_or_default();
    let mut builder = Emulator::builder().clock(process.clock.clone()).address(SocketAddr::new(host, port));
    if !host.is_loopback() {
        builder = builder.exposed();
    }
    if let Some(path) = matches.get_one::<String>(STATE) {
        builder = builder.state(path);
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
        change(&mut quirks);
    }
    builder = builder.quirks(quirks);
    if let Some(count) = matches.get_one::<usize>(FILL) {
        let listings = operations.iter().filter(|operation| operation.paging.is_some());
        builder = listings.fold(builder, |builder, operation| builder.fill(operation.id, *count));
    }
    builder
}
