//! The settings that `emulator` and `emulator exec` share.

use crate::cli_error::CliError;
use crate::context::Context;
use crate::emulator::quirks::{self, Change};
use crate::failure::Failure;
use crate::object_storage;
use crate::table::DATA;
use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches};
use jiff::SignedDuration;
use ncloud_dataflow_emulator::{Builder, Emulator, Fault, OutcomePlan, Quirks};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

const PORT: &str = ":port";
const SEED_FILE: &str = ":seed-file";
pub(crate) const FILL: &str = ":fill";
const SPEED: &str = ":speed";
const QUIRK: &str = ":quirk";
const FAULT: &str = ":fault";
const SEED: &str = ":seed";
const CLOCK_OFFSET: &str = ":clock-offset";
/// ID of the argument with the address to listen on.
pub(crate) const HOST: &str = ":host";
const PLAN: &str = ":plan";
const ADVANCE_ON_READ: &str = ":advance-on-read";
const LOGS: &str = ":logs";
const RUNNER: &str = ":runner";

/// Returns the address of the folder of `--logs`, as a client of Object Storage takes it.
pub(crate) fn logs_address(matches: &ArgMatches) -> Option<String> {
    let folder = std::path::absolute(matches.get_one::<String>(LOGS)?).ok()?;
    Some(object_storage::folder_address(&folder))
}

/// The words of a command.
#[derive(Clone, Debug)]
struct Runner(Vec<String>);

/// Returns the arguments that `emulator` and `emulator exec` share.
pub(crate) fn args(port: &'static str) -> impl Iterator<Item = Arg> {
    address_args(port).into_iter().chain(data_args()).chain(run_args()).chain(fault_args())
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

fn data_args() -> [Arg; 2] {
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
    ]
}

fn run_args() -> [Arg; 6] {
    [
        Arg::new(SPEED)
            .long("speed")
            .value_name("N")
            .value_parser(speed)
            .allow_negative_numbers(true)
            .help("Let time pass N times as fast; 0 freezes it")
            .long_help(
                "Let the time of executions and triggers pass N times as fast; at 0 it stands still until \
                 /_emulator/clock advances it [default: 1]",
            ),
        Arg::new(PLAN).long("plan").value_name("FILE").help("Let executions end by a plan (YAML)").long_help(
            "Let executions end by a plan, a YAML file such as \"nightly: [COMPLETED 14m, FAILED 2m]\"; \
                 '*' names all other jobs, RUNNING does not end",
        ),
        Arg::new(ADVANCE_ON_READ)
            .long("advance-on-read")
            .value_name("N")
            .value_parser(|text: &str| {
                text.parse::<u32>().ok().filter(|count| *count > 0).ok_or("expected an integer of 1 or more")
            })
            .allow_negative_numbers(true)
            .hide_short_help(true)
            .help("Let executions progress after N reads instead of by time"),
        Arg::new(LOGS)
            .long("logs")
            .value_name("FOLDER")
            .hide_short_help(true)
            .help("Write made-up console logs of executions into a folder, below their log paths"),
        Arg::new(RUNNER)
            .long("runner")
            .value_name("COMMAND")
            .requires(LOGS)
            .value_parser(ValueParser::from(|text: &str| {
                shlex::split(text).map(Runner).ok_or("expected a command with closed quotes")
            }))
            .hide_short_help(true)
            .help(
                "Run a command for each execution; its exit code is the outcome, its output the log. {script}, \
                 {parameters}, {name}, {job} and {execution} are replaced; no shell is used",
            ),
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
    factor.filter(|factor| (0.0..=1e8).contains(factor)).ok_or("expected a number from 0 to 100000000")
}

/// Returns the emulator of the arguments. A plan that is invalid is a usage error.
pub(crate) fn builder(matches: &ArgMatches, context: &Context) -> Result<Builder, Failure> {
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
    if let Some(path) = matches.get_one::<String>(PLAN) {
        builder = builder.plan(plan(path)?);
    }
    if let Some(count) = matches.get_one::<u32>(ADVANCE_ON_READ) {
        builder = builder.advance_on_read(*count);
    }
    if let Some(folder) = matches.get_one::<String>(LOGS) {
        builder = builder.logs(folder);
    }
    if let Some(Runner(command)) = matches.get_one::<Runner>(RUNNER) {
        builder = builder.runner(command);
    }
    Ok(builder)
}

fn plan(path: &str) -> Result<OutcomePlan, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| CliError::usage(format!("cannot read the plan '{path}': {error}"), "nothing was started"))?;
    OutcomePlan::from_yaml(&text).map_err(|error| {
        CliError::usage(format!("'{path}': {}", error.message()), "nothing was started")
            .with_details(error.details().to_vec())
            .into()
    })
}
