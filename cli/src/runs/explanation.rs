//! What is known about why a run ended as it did: findings with their figures, no guesses.

use crate::output::times::Times;
use crate::runs::find::Run;
use crate::runs::text::duration;
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::{DateTime, Durations, FoundExecution, Outcome, RunStatistics};
use serde::Serialize;
use serde_json::{Map, Value};
use std::time::Duration;

/// Number of earlier successful runs that a run is compared with.
const COMPARED: usize = 20;

/// Maximum number of concurrent runs that a sentence names.
const MAX_NAMED: usize = 5;

/// What is known about a run. `-o json` prints these field names.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Explanation {
    pub(crate) execution_id: String,
    pub(crate) job_id: String,
    pub(crate) job_name: String,
    pub(crate) status: Option<String>,
    pub(crate) waited: Option<Compared>,
    pub(crate) ran: Option<Compared>,
    /// Timeout of the run, in minutes.
    timeout_minutes: Option<i64>,
    /// Whether the run lasted as long as its timeout.
    reached_timeout: bool,
    last_success: Option<LastSuccess>,
    /// Other runs at the same time. `None` if they could not be read.
    concurrent: Option<Vec<Concurrent>>,
    pub(crate) log_path: Option<String>,
    /// The end of the log. `None` if it was not read.
    pub(crate) log: Option<Log>,
    /// The findings, as sentences.
    pub(crate) findings: Vec<String>,
}

/// The end of the console log.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Log {
    pub(crate) last_lines: Vec<String>,
    /// The first line, in the part that was read, that looks like an exception.
    pub(crate) exception: Option<String>,
}

/// A time of the run, and the times of earlier successful runs.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Compared {
    seconds: u64,
    /// Number of runs that it is compared with.
    of_runs: usize,
    median_seconds: Option<u64>,
    p95_seconds: Option<u64>,
}

/// The last successful run before this one, and what is different.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LastSuccess {
    execution_id: String,
    start_date: Option<String>,
    changes: Vec<Change>,
}

/// A setting or a parameter that differs. `null`: it is not set.
#[derive(Clone, Debug, Serialize)]
struct Change {
    field: String,
    then: Value,
    now: Value,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Concurrent {
    execution_id: String,
    job_name: String,
}

impl Explanation {
    /// Explains a run by the other runs of its job, newest first, and by the runs of the same time.
    ///
    /// `now` is in milliseconds since 1970-01-01T00:00:00Z.
    pub(crate) fn new(
        run: &Run,
        others_of_job: &[JobExecution],
        concurrent: Option<&[FoundExecution]>,
        now: i64,
        times: &Times,
    ) -> Self {
        let execution = &run.execution;
        let earlier: Vec<&JobExecution> =
            others_of_job.iter().filter(|other| is_earlier_success(other, execution)).collect();
        let statistics = RunStatistics::of(earlier.iter().take(COMPARED).copied());
        let condition = execution.job_condition.as_ref();
        let timeout = condition.and_then(|condition| condition.timeout).filter(|minutes| *minutes > 0);
        let ran = execution.running_duration_at(now);
        let mut explanation = Self {
            execution_id: run.id().to_owned(),
            job_id: run.job_id.clone(),
            job_name: run.job_name().to_owned(),
            status: execution.status.as_ref().map(|status| status.as_str().to_owned()),
            waited: statistics.waiting.and_then(|waiting| compared(execution.waiting_duration(), Some(waiting))),
            ran: compared(ran, statistics.running),
            timeout_minutes: timeout,
            reached_timeout: timeout.zip(ran).is_some_and(|(minutes, ran)| reaches(ran, minutes)),
            last_success: earlier.first().map(|success| LastSuccess::new(success, execution)),
            concurrent: concurrent.map(|others| at_the_same_time(others, run)),
            log_path: condition.and_then(|condition| condition.console_log_path.as_deref()).map(str::to_owned),
            log: None,
            findings: Vec::new(),
        };
        explanation.findings = explanation.sentences(execution, times);
        explanation
    }

    fn sentences(&self, execution: &JobExecution, times: &Times) -> Vec<String> {
        let mut sentences = vec![self.state(execution, times)];
        sentences.extend(self.waited.as_ref().map(|waited| waited.sentence("It waited")));
        sentences.extend(self.ran.as_ref().map(|ran| ran.sentence("It ran")));
        if let Some(minutes) = self.timeout_minutes.filter(|_| self.reached_timeout) {
            sentences.push(format!("It ran as long as its timeout of {minutes} minutes allows."));
        }
        sentences.push(self.changes(times));
        sentences.extend(self.others());
        sentences
    }

    /// Adds the end of the log.
    pub(crate) fn add_log(&mut self, log: Log) {
        let path = self.log_path.as_deref().unwrap_or_default();
        if let Some(exception) = &log.exception {
            self.findings
                .push(format!("The first line of the log that looks like an exception:\n  {}", exception.trim()));
        }
        let lines: String = log.last_lines.iter().map(|line| format!("\n  {line}")).collect();
        self.findings.push(match log.last_lines.len() {
            0 => format!("The log {path} is empty."),
            count => format!("The last {count} lines of the log {path}:{lines}"),
        });
        self.log = Some(log);
    }

    fn state(&self, execution: &JobExecution, times: &Times) -> String {
        let state = self.status.as_deref().unwrap_or("without a state");
        let name = format!("execution '{}' of job '{}'", self.execution_id, self.job_name);
        let at = |label: &str, when: &Option<DateTime>| {
            when.as_ref().map(|when| format!(", {label} {}", times.of_text(when.as_str()))).unwrap_or_default()
        };
        format!("{name} is {state}{}{}.", at("started", &execution.start_date), at("ended", &execution.end_date))
    }

    fn changes(&self, times: &Times) -> String {
        let Some(success) = &self.last_success else {
            return "No earlier run of this job has succeeded, as far as the service knows.".to_owned();
        };
        let when = success.start_date.as_deref().map(|start| format!(" of {}", times.of_text(start)));
        let since = format!("the last success, execution '{}'{}", success.execution_id, when.unwrap_or_default());
        if success.changes.is_empty() {
            return format!("Settings and parameters are the same as in {since}.");
        }
        let changes = success
            .changes
            .iter()
            .map(|change| format!("\n  {}: {} → {}", change.field, shown(&change.then), shown(&change.now)));
        format!("Different from {since}:{}", changes.collect::<String>())
    }

    fn others(&self) -> Option<String> {
        let others = self.concurrent.as_ref().filter(|others| !others.is_empty())?;
        let named = others.iter().take(MAX_NAMED).map(|other| format!("'{}' ({})", other.job_name, other.execution_id));
        let named = named.collect::<Vec<_>>().join(", ");
        let more = match others.len().saturating_sub(MAX_NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let (count, verb) = match others.len() {
            1 => ("Another run".to_owned(), "was"),
            count => (format!("{count} other runs"), "were"),
        };
        Some(format!("{count} {verb} going at the same time: {named}{more}."))
    }
}

impl Compared {
    fn sentence(&self, verb: &str) -> String {
        let shown = |seconds| duration(Duration::from_secs(seconds));
        let time = shown(self.seconds);
        let (Some(median), Some(p95)) = (self.median_seconds, self.p95_seconds) else {
            return format!("{verb} {time}; there are no earlier successful runs to compare with.");
        };
        let (usual, slow) = (shown(median), shown(p95));
        match self.of_runs {
            1 => format!("{verb} {time}; the earlier successful run took {usual}."),
            runs => format!(
                "{verb} {time}; the last {runs} successful runs took {usual} (median) and {slow} (95th percentile)."
            ),
        }
    }
}

impl LastSuccess {
    fn new(success: &JobExecution, run: &JobExecution) -> Self {
        Self {
            execution_id: success.job_execution_id.to_string(),
            start_date: success.start_date.as_ref().map(|start| start.as_str().to_owned()),
            changes: changes(success, run),
        }
    }
}

fn compared(time: Option<Duration>, usual: Option<Durations>) -> Option<Compared> {
    Some(Compared {
        seconds: time?.as_secs(),
        of_runs: usual.map_or(0, |usual| usual.count),
        median_seconds: usual.map(|usual| usual.median.as_secs()),
        p95_seconds: usual.map(|usual| usual.p95.as_secs()),
    })
}

/// The service measures a timeout in minutes, so a run that it ends may be some seconds shorter or longer.
fn reaches(ran: Duration, timeout_minutes: i64) -> bool {
    u64::try_from(timeout_minutes).is_ok_and(|minutes| ran.as_secs() + 30 >= minutes * 60)
}

fn is_earlier_success(other: &JobExecution, run: &JobExecution) -> bool {
    let start = |execution: &JobExecution| {
        let date = execution.start_date.as_ref().or(execution.created_date.as_ref());
        date.and_then(|date| date.to_millis_in_korea().ok())
    };
    let is_earlier = start(run).zip(start(other)).is_none_or(|(run, other)| other <= run);
    other.outcome() == Some(Outcome::Success) && other.job_execution_id != run.job_execution_id && is_earlier
}

fn at_the_same_time(others: &[FoundExecution], run: &Run) -> Vec<Concurrent> {
    let others = others.iter().filter(|other| *other.execution.job_execution_id != *run.id());
    let others = others.map(|other| Concurrent {
        execution_id: other.execution.job_execution_id.to_string(),
        job_name: other.job_name().to_owned(),
    });
    others.collect()
}

/// Compares settings and parameters of two runs. The path of the console log differs for each run.
fn changes(then: &JobExecution, now: &JobExecution) -> Vec<Change> {
    let settings = |execution: &JobExecution| {
        let mut condition = execution.job_condition.clone().unwrap_or_default();
        condition.console_log_path = None;
        let mut fields = object(serde_json::to_value(&condition));
        let parameters = object(serde_json::to_value(&execution.parsed_parameters));
        fields.extend(parameters.into_iter().map(|(name, value)| (format!("parameter {name}"), value)));
        fields
    };
    let (then, now) = (settings(then), settings(now));
    let names = then.keys().chain(now.keys().filter(|name| !then.contains_key(*name)));
    let changed = names.filter(|name| then.get(*name) != now.get(*name)).map(|name| Change {
        field: name.clone(),
        then: then.get(name).cloned().unwrap_or(Value::Null),
        now: now.get(name).cloned().unwrap_or(Value::Null),
    });
    changed.collect()
}

fn object(value: serde_json::Result<Value>) -> Map<String, Value> {
    match value {
        Ok(Value::Object(object)) => object,
        _ => Map::new(),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "not set".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
