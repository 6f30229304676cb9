//! Arguments that choose runs: by time, state, job, workflow and origin.

use crate::context::Context;
use crate::failure::{CliError, Failure};
use crate::runs::moment::{self, Moment};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches};
use jiff::Timestamp;
use ncloud_dataflow::models::{ExecutionStatus, ExecutionType, JobExecution};
use ncloud_dataflow::{Window, WindowBy};

pub(crate) const SINCE: &str = ":since";
pub(crate) const UNTIL: &str = ":until";
const BY: &str = ":by";
const STATUS: &str = ":status";
const TYPE: &str = ":type";
pub(crate) const JOB: &str = ":job";
pub(crate) const WORKFLOW: &str = ":workflow";

/// The runs that a command is about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    pub(crate) window: Window,
    /// Names or IDs.
    pub(crate) jobs: Vec<String>,
    /// Names or IDs.
    pub(crate) workflows: Vec<String>,
    /// States to keep; all if empty.
    pub(crate) statuses: Vec<String>,
    /// Origins to keep; all if empty.
    types: Vec<String>,
}

/// Returns the arguments, without the state.
pub(crate) fn args() -> [Arg; 6] {
    [
        moment_arg(SINCE, "since", "Runs that were alive after this time: 24h, 7d, 2026-11-24 or 2026-11-24T18:00"),
        moment_arg(UNTIL, "until", "Runs that were alive before this time [default: now]"),
        Arg::new(BY)
            .long("by")
            .value_name("DATE")
            .value_parser(["alive", "created", "started", "ended"])
            .default_value("alive")
            .hide_possible_values(true)
            .hide_short_help(true)
            .help("What --since and --until compare: alive, created, started or ended"),
        names_arg(JOB, "job", "JOB", "Runs of this job; repeat it for several"),
        names_arg(WORKFLOW, "workflow", "WORKFLOW", "Runs of this workflow; repeat it for several"),
        Arg::new(TYPE)
            .long("type")
            .value_name("TYPE")
            .action(ArgAction::Append)
            .ignore_case(true)
            .value_parser(PossibleValuesParser::new(ExecutionType::VALUES))
            .hide_short_help(true)
            .help("Runs of this origin"),
    ]
}

/// Returns the argument of the states.
pub(crate) fn status_arg() -> Arg {
    Arg::new(STATUS)
        .long("status")
        .value_name("STATUS")
        .action(ArgAction::Append)
        .ignore_case(true)
        .value_parser(PossibleValuesParser::new(ExecutionStatus::VALUES))
        .help("Runs in this state; repeat it for several")
}

fn moment_arg(id: &'static str, flag: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(flag).value_name("TIME").allow_hyphen_values(true).value_parser(moment::parse).help(help)
}

fn names_arg(id: &'static str, flag: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(flag).value_name(value).action(ArgAction::Append).help(help)
}

/// Returns whether the arguments choose runs of more than one listing, or by anything.
pub(crate) fn is_given(matches: &ArgMatches) -> bool {
    [SINCE, UNTIL, STATUS, TYPE, JOB, WORKFLOW].iter().any(|id| matches.try_contains_id(id).unwrap_or(false))
}

impl Filter {
    /// Returns the filter in the arguments.
    pub(crate) fn from_matches(matches: &ArgMatches, context: &Context) -> Result<Self, Failure> {
        let now = context.now();
        let zone = context.time_zone().map_err(unknown_zone)?;
        let moment = |id| {
            let given = matches.try_get_one::<Moment>(id).ok().flatten();
            given.map(|moment| moment.to_millis(now, &zone).ok_or_else(|| out_of_range(id))).transpose()
        };
        let window = Window { since: moment(SINCE)?, until: moment(UNTIL)?, by: by(matches) };
        if let (Some(since), Some(until)) = (window.since, window.until)
            && since >= until
        {
            let message = format!("--since ({}) is not before --until ({})", shown(since), shown(until));
            return Err(CliError::usage(message, "exchange the two times; nothing was sent").into());
        }
        let texts = |id| matches.try_get_many::<String>(id).ok().flatten().into_iter().flatten().cloned().collect();
        Ok(Self { window, jobs: texts(JOB), workflows: texts(WORKFLOW), statuses: texts(STATUS), types: texts(TYPE) })
    }

    /// Returns whether a run has a state and an origin that are asked for.
    pub(crate) fn keeps(&self, execution: &JobExecution) -> bool {
        let status = execution.status.as_ref().map(ExecutionStatus::as_str);
        let origin = execution.r#type.as_ref().map(ExecutionType::as_str);
        is_one_of(status, &self.statuses) && is_one_of(origin, &self.types)
    }
}

fn is_one_of(value: Option<&str>, wanted: &[String]) -> bool {
    wanted.is_empty()
        || value.is_some_and(|value| wanted.iter().any(|wanted| wanted.eq_ignore_ascii_case(value.trim())))
}

fn by(matches: &ArgMatches) -> WindowBy {
    match matches.try_get_one::<String>(BY).ok().flatten().map(String::as_str) {
        Some("created") => WindowBy::Created,
        Some("started") => WindowBy::Started,
        Some("ended") => WindowBy::Ended,
        _ => WindowBy::Alive,
    }
}

fn unknown_zone(name: &str) -> Failure {
    let message = format!("no time zone is called '{name}' (variable TZ)");
    CliError::usage(message, "correct TZ, or unset it; nothing was sent").into()
}

fn out_of_range(id: &str) -> Failure {
    let message = format!("'--{}' is out of range", id.trim_start_matches(':'));
    CliError::usage(message, "use a time between the years 1900 and 9999; nothing was sent").into()
}

fn shown(millis: i64) -> String {
    Timestamp::from_millisecond(millis).map(|moment| moment.to_string()).unwrap_or_default()
}
