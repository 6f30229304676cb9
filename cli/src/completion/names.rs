//! What values can name: profiles, resources of the service, executions of the local record.

use crate::api::connection::Connection;
use crate::api::resolve;
use crate::args::global;
use crate::completion::cache::Cache;
use crate::completion::request::Request;
use crate::completion::subject::Subject;
use crate::context::Context;
use crate::record::Record;
use crate::runs::find;
use crate::table::{Operations, PROGRAM};
use crate::terminal::output_streams::Streams;
use clap::{ArgMatches, Command};
use ncloud_dataflow::Credentials;
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::operations::SERVICE;
use ncloud_dataflow::runtime::operation::Resolve;
use std::fs::File;
use std::io::{self, Read};
use std::time::Duration;

/// Maximum time that the service gets.
const LIMIT: Duration = Duration::from_secs(2);

/// Maximum number of names of a listing.
const MAX_NAMES: usize = 2000;

/// Maximum number of executions that are offered.
const MAX_RUNS: usize = 50;

/// Maximum number of bytes of the credentials file that are read.
const MAX_FILE: u64 = 1024 * 1024;

/// Name under which it is kept that there are no credentials.
const NO_CLIENT: &str = "no-client";

/// A word that can be inserted, and what it is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Candidate {
    pub(super) value: String,
    pub(super) text: String,
}

/// The account that the line is about.
pub(super) struct Account<'a> {
    request: &'a Request,
    operations: Operations,
    context: &'a Context,
}

impl<'a> Account<'a> {
    pub(super) fn new(request: &'a Request, operations: Operations, context: &'a Context) -> Self {
        Self { request, operations, context }
    }

    pub(super) async fn candidates(&self, subject: Subject, beginning: &str) -> Vec<Candidate> {
        match subject {
            Subject::Profile => self.profiles(),
            Subject::Named(resolve) => self.resources(resolve, beginning).await,
            Subject::Run => self.runs().await,
            Subject::RunOrJob(resolve) => {
                let mut candidates = self.runs().await;
                candidates.extend(self.resources(resolve, beginning).await);
                candidates
            }
        }
    }

    /// Returns the sections of the credentials file. No value of it is used.
    fn profiles(&self) -> Vec<Candidate> {
        let path = self.context.environment.home().map(|home| home.join(".ncloud").join("configure"));
        let file = path.and_then(|path| File::open(path).ok());
        let Some(file) = file.filter(|file| file.metadata().is_ok_and(|metadata| metadata.is_file())) else {
            return Vec::new();
        };
        let mut bytes = Vec::new();
        if file.take(MAX_FILE).read_to_end(&mut bytes).is_err() {
            return Vec::new();
        }
        let text = String::from_utf8_lossy(&bytes);
        let names = text.lines().filter_map(|line| line.trim().strip_prefix('[')?.strip_suffix(']'));
        names.map(|name| Candidate { value: name.trim().to_owned(), text: "profile".to_owned() }).collect()
    }

    /// Returns names and IDs of a listing: from the cache if it is less than a minute old, else from the service.
    async fn resources(&self, resolve: &'static Resolve, beginning: &str) -> Vec<Candidate> {
        // Each emulator has other data.
        let cache = (!self.request.has("--emulator")).then(|| self.cache(resolve.operation));
        let kept = cache.as_ref().and_then(|cache| cache.read(self.context));
        if let Some(kept) = kept.as_ref().filter(|kept| kept.is_fresh) {
            return candidates(&kept.names, beginning);
        }
        let mut names = Vec::new();
        let listed = tokio::time::timeout(LIMIT, self.list(resolve, &mut names)).await;
        if let (Err(_) | Ok(None), Some(kept), true) = (listed, kept, names.is_empty()) {
            names = kept.names;
        }
        // Also after a failure: the next one would take as long.
        if let Some(cache) = &cache {
            cache.write(&names, self.context);
        }
        candidates(&names, beginning)
    }

    async fn list(&self, resolve: &'static Resolve, names: &mut Vec<(String, String)>) -> Option<()> {
        let (connection, _) = self.open().await?;
        let add = |id, name| {
            names.push((id, name));
            names.len() < MAX_NAMES
        };
        resolve::each_name(&connection.client, self.operations, resolve, add).await.ok()
    }

    /// Returns the executions of the local record, newest first.
    async fn runs(&self) -> Vec<Candidate> {
        let opened = tokio::time::timeout(LIMIT, self.open()).await;
        let Some((connection, matches)) = opened.ok().flatten() else {
            return Vec::new();
        };
        let record = Record::open(&connection.client, &matches, self.context).await;
        let (mut out, mut err) = (io::sink(), io::sink());
        let mut silent = Streams::new(&mut out, &mut err);
        let mut runs: Vec<JobExecution> = record.runs(&mut silent).into_values().collect();
        runs.sort_by_key(|run| std::cmp::Reverse(run.created_date.as_ref().map(ToString::to_string)));
        let last = record
            .last_started(&mut silent)
            .map(|run| Candidate { value: find::LAST.to_owned(), text: format!("started last: {}", described(&run)) });
        let runs = runs.iter().take(MAX_RUNS);
        let runs = runs.map(|run| Candidate { value: run.job_execution_id.to_string(), text: described(run) });
        last.into_iter().chain(runs).collect()
    }

    /// Connects with the flags of the line.
    async fn open(&self) -> Option<(Connection, ArgMatches)> {
        // Asking a machine that is no server for a role takes long.
        let missing = (!self.request.has("--emulator") && self.access_key().is_none()).then(|| self.cache(NO_CLIENT));
        if missing.as_ref().and_then(|cache| cache.read(self.context)).is_some_and(|kept| kept.is_fresh) {
            return None;
        }
        if let Some(cache) = &missing {
            // Before the attempt, which may be given up.
            cache.write(&[], self.context);
        }
        let matches = self.matches()?;
        let (mut out, mut err) = (io::sink(), io::sink());
        let opened = Connection::open(&matches, self.context, &mut Streams::new(&mut out, &mut err)).await.ok()?;
        if let Some(cache) = &missing {
            cache.remove();
        }
        Some((opened, matches))
    }

    fn matches(&self) -> Option<ArgMatches> {
        let mut words = vec![format!("--request-timeout={}s", LIMIT.as_secs())];
        let valued = ["--profile", "--endpoint", "--data"];
        words.extend(valued.iter().filter_map(|flag| Some(format!("{flag}={}", self.request.flag(flag)?))));
        let switches = ["--emulator", "--no-record"];
        words.extend(switches.iter().filter(|flag| self.request.has(flag)).map(|flag| (*flag).to_owned()));
        let command = Command::new(PROGRAM).no_binary_name(true).args(global::args());
        command.try_get_matches_from(words).ok()
    }

    fn access_key(&self) -> Option<String> {
        let found = Credentials::find(&self.context.environment, self.request.flag("--profile"));
        found.ok().map(|found| found.access_key().to_owned())
    }

    fn cache(&self, what: &str) -> Cache {
        let environment = &self.context.environment;
        let endpoint = self.request.flag("--endpoint").or_else(|| environment.variable(SERVICE.endpoint_variable));
        let access_key = self.access_key();
        let parts = [endpoint.unwrap_or(SERVICE.endpoint), access_key.as_deref().unwrap_or_default(), what];
        Cache::new(environment, &parts)
    }
}

/// Returns the names that begin like this, or else the IDs.
fn candidates(names: &[(String, String)], beginning: &str) -> Vec<Candidate> {
    let candidate = |value: &String, text: &String| Candidate { value: value.clone(), text: text.clone() };
    let by_name = names.iter().filter(|(_, name)| name.starts_with(beginning) && !name.starts_with('-'));
    let by_name: Vec<_> = by_name.map(|(id, name)| candidate(name, id)).collect();
    match by_name.is_empty() {
        true => names.iter().map(|(id, name)| candidate(id, name)).collect(),
        false => by_name,
    }
}

fn described(run: &JobExecution) -> String {
    let job = run.job_name.as_deref().or(run.job_id.as_deref()).unwrap_or_default();
    let state = run.status.as_ref().map(|status| status.as_str()).unwrap_or_default();
    let created = run.created_date.as_ref().map(ToString::to_string).unwrap_or_default();
    [job, state, &created].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}
