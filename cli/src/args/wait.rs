//! Arguments of commands that wait for a run.

use crate::args::time_limit;
use crate::table::{INTERVAL, INTERVAL_FLAG, WAIT, WAIT_TIMEOUT};
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
