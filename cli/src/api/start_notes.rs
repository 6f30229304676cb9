//! Notes on a run that has just been started.

use crate::api::next_step;
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::models::JobExecution;

/// Notes that the run writes no console log, if the response to the start shows that the job has no log path.
pub(crate) fn note_missing_log(run: &JobExecution, job_id: &str, matches: &ArgMatches, streams: &mut Streams<'_>) {
    // A response without settings says nothing about the log path.
    let Some(condition) = &run.job_condition else {
        return;
    };
    let paths = [&condition.log_path, &condition.console_log_path];
    if paths.into_iter().flatten().any(|path| !path.is_empty()) {
        return;
    }
    let remedy = next_step::set_log_path(job_id, matches);
    let remedy = remedy.map(|command| format!("; set one with: {command}")).unwrap_or_default();
    streams.note(&format!("note: the job has no log path, so the run writes no console log{remedy}"));
}
