//! The local record: runs that were started from this machine, and ended runs that were seen.
//!
//! Ended runs never change, and the service may forget them. The record lets a run be found by its ID alone, says which
//! run was started last, and keeps history. Everything works without it.

mod file;

use crate::context::Context;
use crate::table::{DATA, EMULATOR, ENDPOINT, NO_RECORD};
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use file::RecordFile;
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::{Client, FoundExecution};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::cell::Cell;
use std::collections::HashMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Variable that switches the record off.
const NO_RECORD_VARIABLE: &str = "NCLOUD_DATAFLOW_NO_RECORD";

/// Maximum number of ended runs that one command adds.
const MAX_ADDED: usize = 1000;

/// The record of one endpoint and access key.
#[derive(Debug)]
pub(crate) struct Record {
    file: Option<RecordFile>,
    /// Whether a problem was reported: once is enough.
    has_noted: Cell<bool>,
}

/// A line of the record.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct Entry {
    /// Time of the entry, in milliseconds since 1970-01-01T00:00:00Z.
    at: i64,
    /// Whether the run was started from this machine.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    started: bool,
    run: JobExecution,
}

impl Record {
    /// Opens the record of the account. It is off with `--no-record`, and with an emulator that keeps nothing.
    pub(crate) async fn open(client: &Client, matches: &ArgMatches, context: &Context) -> Self {
        let file = path(client, matches, context).await.map(RecordFile::new);
        Self { file, has_noted: Cell::new(false) }
    }

    /// Adds a run that was started from this machine.
    pub(crate) fn add_started(&self, run: &JobExecution, context: &Context, streams: &mut Streams<'_>) {
        self.add(&[(true, run)], context, streams);
    }

    /// Adds ended runs that the record does not have yet.
    pub(crate) fn add_ended<'r>(
        &self,
        runs: impl IntoIterator<Item = &'r JobExecution>,
        context: &Context,
        streams: &mut Streams<'_>,
    ) {
        let ended = runs.into_iter().filter(|run| run.has_ended() && !run.job_execution_id.is_empty());
        let ended: Vec<_> = ended.take(MAX_ADDED).collect();
        if ended.is_empty() || self.file.is_none() {
            return;
        }
        let known = self.runs(streams);
        let is_new = |run: &&JobExecution| known.get(&*run.job_execution_id).is_none_or(|known| !known.has_ended());
        let new: Vec<_> = ended.into_iter().filter(is_new).map(|run| (false, run)).collect();
        self.add(&new, context, streams);
    }

    /// Adds ended runs of a search, with the job that they were listed for: a row may lack it.
    pub(crate) fn add_found(&self, found: &[FoundExecution], context: &Context, streams: &mut Streams<'_>) {
        let with_job = found.iter().map(|found| {
            let mut run = found.execution.clone();
            run.job_id = Some(found.job_id().into());
            run.job_name = Some(found.job_name().into());
            run
        });
        self.add_ended(&with_job.collect::<Vec<_>>(), context, streams);
    }

    fn add(&self, runs: &[(bool, &JobExecution)], context: &Context, streams: &mut Streams<'_>) {
        let Some(file) = self.file.as_ref().filter(|_| !runs.is_empty()) else {
            return;
        };
        let at = context.now().as_millisecond();
        let lines = runs.iter().filter_map(|(started, run)| {
            let entry = Entry { at, started: *started, run: without_settings(run) };
            serde_json::to_string(&entry).ok()
        });
        if let Err(error) = file.append(&lines.collect::<Vec<_>>()) {
            self.note(&format!("cannot be written: {error}"), streams);
        }
    }

    /// Returns the latest entry of each run, by execution ID.
    pub(crate) fn runs(&self, streams: &mut Streams<'_>) -> HashMap<String, JobExecution> {
        let entries = self.entries(streams).into_iter();
        entries.map(|entry| (entry.run.job_execution_id.to_string(), entry.run)).collect()
    }

    /// Returns the run that was started last from this machine.
    pub(crate) fn last_started(&self, streams: &mut Streams<'_>) -> Option<JobExecution> {
        self.entries(streams).into_iter().rfind(|entry| entry.started).map(|entry| entry.run)
    }

    fn entries(&self, streams: &mut Streams<'_>) -> Vec<Entry> {
        let Some(file) = &self.file else {
            return Vec::new();
        };
        let lines = match file.lines() {
            Ok(lines) => lines,
            Err(error) => {
                self.note(&format!("cannot be read: {error}"), streams);
                return Vec::new();
            }
        };
        let all = lines.len();
        let entries: Vec<Entry> = lines.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
        if entries.len() < all {
            self.note(&format!("has {} damaged lines, which are ignored", all - entries.len()), streams);
        }
        entries
    }

    /// Returns whether there is a record.
    pub(crate) fn is_on(&self) -> bool {
        self.file.is_some()
    }

    fn note(&self, problem: &str, streams: &mut Streams<'_>) {
        if let Some(file) = self.file.as_ref().filter(|_| !self.has_noted.replace(true)) {
            let path = file.path().display();
            streams.note(&format!("note: the local record {path} {problem}; --no-record switches it off"));
        }
    }
}

/// Returns what the record keeps of a run: no settings and no parameters, which may be confidential.
fn without_settings(run: &JobExecution) -> JobExecution {
    JobExecution {
        job_execution_id: run.job_execution_id.clone(),
        job_id: run.job_id.clone(),
        job_name: run.job_name.clone(),
        status: run.status.clone(),
        created_date: run.created_date.clone(),
        start_date: run.start_date.clone(),
        end_date: run.end_date.clone(),
        trigger_id: run.trigger_id.clone(),
        r#type: run.r#type.clone(),
        ..JobExecution::default()
    }
}

/// Returns the path of the record; `None` if it is off.
async fn path(client: &Client, matches: &ArgMatches, context: &Context) -> Option<PathBuf> {
    let environment = &context.environment;
    if matches.get_flag(NO_RECORD) || environment.variable(NO_RECORD_VARIABLE).is_some_and(|value| value != "0") {
        return None;
    }
    let account = match (matches.get_flag(EMULATOR), matches.get_one::<String>(DATA)) {
        (true, None) => return None,
        (true, Some(state)) => std::path::absolute(state).ok()?.display().to_string(),
        (false, _) => {
            let endpoint = matches.get_one::<String>(ENDPOINT).cloned();
            let endpoint = endpoint.unwrap_or_else(|| client.endpoint().to_string());
            format!("{endpoint}\n{}", client.credentials().await.ok()?.access_key())
        }
    };
    Some(folder(environment.variable("XDG_STATE_HOME"), environment.home())?.join(file_name(&account)))
}

/// Returns the folder of the record, by the XDG base directory specification: a relative path is ignored.
fn folder(state_home: Option<&str>, home: Option<&Path>) -> Option<PathBuf> {
    let state_home = state_home.map(PathBuf::from).filter(|path| path.is_absolute());
    Some(state_home.or_else(|| Some(home?.join(".local").join("state")))?.join("ncloud-dataflow"))
}

/// Returns a name that shows neither endpoint nor access key.
fn file_name(account: &str) -> String {
    let mut name = String::from("runs-");
    for byte in Sha256::digest(account).iter().take(8) {
        let _ = write!(name, "{byte:02x}");
    }
    name + ".jsonl"
}
