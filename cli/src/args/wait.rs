//! Arguments of commands that wait for a run.

use crate::args::time_limit;
use crate::object_storage;
use crate::table::{INTERVAL, INTERVAL_FLAG, LOGS, WAIT, WAIT_TIMEOUT};
use clap::{Arg, ArgAction};

/// Arguments of `--wait`.
pub(crate) fn wait_args() -> [Arg; 3] {
    [
        Arg::new(WAIT)
            .long("wait")
            .action(ArgAction::SetTrue)
            .help("Wait until the run ends; the exit code reports its outcome"),
        Arg::new(WAIT_TIMEOUT)
            .long("timeout")
            .value_name("TIME")
            .requires(WAIT)
            .value_parser(time_limit::parse)
            .help("Maximum time to wait for the run, e.g. 30m or 2h [default: no limit]"),
        Arg::new(INTERVAL)
            .long(INTERVAL_FLAG)
            .value_name("TIME")
            .requires(WAIT)
            .value_parser(time_limit::parse)
            .hide_short_help(true)
            .help("Maximum polling interval [default: 10s; starts at 1s]"),
    ]
}

/// Arguments of commands that can show the log of the run that they wait for.
pub(crate) fn log_args() -> [Arg; 2] {
    [
        Arg::new(LOGS)
            .long("logs")
            .action(ArgAction::SetTrue)
            .requires(WAIT)
            .help("Print the log of the run to the error stream while waiting"),
        object_storage::endpoint_arg().requires(LOGS),
    ]
}
