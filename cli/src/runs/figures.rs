//! Computed values of runs, as `-o json` prints them. Fields that the API has too have the API's names.

use crate::api::formatter::format;
use crate::failure::{CliError, Failure};
use crate::output::Format;
use crate::runs::known::KnownRun;
use crate::runs::mark;
use crate::session::Session;
use crate::terminal::escape;
use crate::terminal::output_streams::Streams;
use jiff::Timestamp;
use ncloud_dataflow::RunStatistics;
use serde::Serialize;

/// The statistics of some runs.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StatisticsFigures {
    runs: usize,
    succeeded: usize,
    failed: usize,
    canceled: usize,
    unfinished: usize,
    unknown: usize,
    /// Share of the runs that succeeded, from 0 to 1, among those that succeeded or failed.
    success_rate: Option<f64>,
    // Of the runs that succeeded.
    median_seconds: Option<u64>,
    p95_seconds: Option<u64>,
    longest_seconds: Option<u64>,
}

impl From<&RunStatistics> for StatisticsFigures {
    fn from(statistics: &RunStatistics) -> Self {
        let running = statistics.running;
        Self {
            runs: statistics.runs(),
            succeeded: statistics.succeeded,
            failed: statistics.failed,
            canceled: statistics.canceled,
            unfinished: statistics.unfinished,
            unknown: statistics.unknown,
            success_rate: statistics.success_rate(),
            median_seconds: running.map(|running| running.median.as_secs()),
            p95_seconds: running.map(|running| running.p95.as_secs()),
            longest_seconds: running.map(|running| running.longest.as_secs()),
        }
    }
}

/// A run.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RunFigures {
    job_execution_id: String,
    job_id: String,
    job_name: String,
    status: Option<String>,
    outcome: &'static str,
    created_date: Option<String>,
    start_date: Option<String>,
    end_date: Option<String>,
    /// How long it has run, by now if it has not ended.
    running_seconds: Option<u64>,
    /// Whether only the local record knows it.
    is_recorded_only: bool,
}

impl RunFigures {
    /// Returns the values of a run. `now` is in milliseconds since 1970-01-01T00:00:00Z.
    pub(crate) fn new(run: &KnownRun, now: i64) -> Self {
        let execution = &run.execution;
        Self {
            job_execution_id: run.id().to_owned(),
            job_id: run.job_id.clone(),
            job_name: run.job_name.clone(),
            status: execution.status.as_ref().map(|status| status.as_str().to_owned()),
            outcome: mark::word(run.outcome()),
            created_date: execution.created_date.as_ref().map(|date| date.as_str().to_owned()),
            start_date: execution.start_date.as_ref().map(|date| date.as_str().to_owned()),
            end_date: execution.end_date.as_ref().map(|date| date.as_str().to_owned()),
            running_seconds: execution.running_duration_at(now).map(|time| time.as_secs()),
            is_recorded_only: run.is_recorded_only,
        }
    }
}

/// Returns a moment as ISO 8601 in UTC.
pub(crate) fn iso(millis: i64) -> Option<String> {
    Timestamp::from_millisecond(millis).ok().map(|moment| moment.to_string())
}

/// Returns the format of a command that prints text or JSON; an error for another one.
pub(crate) fn text_or_json(command: &str, session: &Session<'_, '_>) -> Result<Format, Failure> {
    match format(session.matches) {
        format @ (Format::Table | Format::Json | Format::Jsonl) => Ok(format),
        _ => {
            Err(CliError::usage(format!("'{command}' prints text or JSON"), "use -o json, or no -o; nothing was sent")
                .into())
        }
    }
}

/// Prints computed values: on one line with `-o jsonl`.
pub(crate) fn print_json(figures: &impl Serialize, format: Format, streams: &mut Streams<'_>) -> Result<(), Failure> {
    let text = match format {
        Format::Jsonl => serde_json::to_string(figures),
        _ => serde_json::to_string_pretty(figures),
    };
    let text = text.map_err(std::io::Error::other)?;
    let text = if streams.is_terminal(false) { escape::lines(&text) } else { text.as_str().into() };
    Ok(writeln!(streams.out(), "{text}")?)
}
