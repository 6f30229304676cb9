//! Commands over runs: search them, explain them, start them again, watch them.

pub(crate) mod again;
pub(crate) mod bars;
pub(crate) mod bulk;
pub(crate) mod cancel;
pub(crate) mod chosen;
pub(crate) mod explanation;
pub(crate) mod failed;
pub(crate) mod figures;
pub(crate) mod filter;
pub(crate) mod find;
pub(crate) mod follow;
pub(crate) mod history;
pub(crate) mod job_run;
pub(crate) mod known;
pub(crate) mod list;
pub(crate) mod log_reader;
pub(crate) mod logs;
pub(crate) mod mark;
pub(crate) mod missed;
pub(crate) mod moment;
pub(crate) mod one;
pub(crate) mod parameters;
pub(crate) mod planned;
pub(crate) mod rerun;
pub(crate) mod search;
pub(crate) mod start;
pub(crate) mod text;
pub(crate) mod unfinished;
pub(crate) mod unknown_start;
pub(crate) mod usual;
pub(crate) mod wait_log;
pub(crate) mod watch;
pub(crate) mod watch_view;
pub(crate) mod why;
pub(crate) mod workflow_rerun;
pub(crate) mod workflow_run;

use crate::session::OperatorCommand;

/// The commands, in the order of help.
pub(crate) const COMMANDS: &[&OperatorCommand] = &[
    &list::COMMAND,
    &failed::COMMAND,
    &missed::COMMAND,
    &one::GET,
    &cancel::COMMAND,
    &why::COMMAND,
    &logs::COMMAND,
    &watch::COMMAND,
    &rerun::COMMAND,
    &job_run::COMMAND,
    &workflow_run::COMMAND,
    &workflow_rerun::COMMAND,
    &history::COMMAND,
];
