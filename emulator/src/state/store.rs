//! The stored resources.

use super::history::History;
use super::row::Owner;
use super::row::Row;
use super::rows::{self, Before, Rows};
use super::run::Run;
use super::run_list::RunList;
use super::stored_job::StoredJob;
use crate::data::ids;
use crate::http::response::ErrorResponse;
use ncloud_dataflow::models::{Trigger, Workflow};
use ncloud_runtime::Text;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Number of the first new ID, far above the numbers of synthetic rows.
const FIRST_ID: u64 = 1 << 40;

/// All resources, each kind from the oldest to the newest.
#[derive(Debug, Default)]
pub(crate) struct Store {
    /// Number of IDs assigned so far.
    created: u64,
    /// The same before the current request.
    created_before: u64,
    /// True if the account row changes with the current request.
    account_changed: bool,
    /// Secret key of an account other than the default one.
    secret_key: Option<String>,
    /// Time of the last change, milliseconds since 1970-01-01T00:00:00Z.
    clock: i64,
    /// True if the account is added by the current request.
    is_new: bool,
    /// True if the account is removed.
    is_removed: bool,
    /// Grows when triggers or workflows change.
    schedule_revision: u64,
    /// The history before the current request, if that has replaced it.
    history_before: Option<Option<Arc<History>>>,
    pub(super) jobs: Rows<StoredJob>,
    pub(super) triggers: Rows<Trigger>,
    pub(super) workflows: Rows<Workflow>,
    /// Stored executions. They are newer than the ones of the history.
    pub(super) runs: Rows<Run>,
    pub(super) history: Option<Arc<History>>,
}

/// What a request has changed: the rows as they were.
#[derive(Debug, Default)]
pub(super) struct Undo {
    created: u64,
    account_changed: bool,
    is_new: bool,
    history_before: Option<Option<Arc<History>>>,
    jobs: Vec<Before<StoredJob>>,
    triggers: Vec<Before<Trigger>>,
    workflows: Vec<Before<Workflow>>,
    runs: Vec<Before<Run>>,
}

/// Which rows a request has changed.
#[derive(Debug, Default)]
pub(super) struct Touched {
    pub(super) account: bool,
    pub(super) jobs: BTreeSet<u64>,
    pub(super) triggers: BTreeSet<u64>,
    pub(super) workflows: BTreeSet<u64>,
    pub(super) runs: BTreeSet<u64>,
}

impl Touched {
    /// Returns true if a job, trigger or workflow is among them.
    pub(super) fn has_resources(&self) -> bool {
        !(self.jobs.is_empty() && self.triggers.is_empty() && self.workflows.is_empty())
    }
}

impl Undo {
    pub(super) fn is_empty(&self) -> bool {
        let rows = self.jobs.len() + self.triggers.len() + self.workflows.len() + self.runs.len();
        rows == 0 && !self.account_changed
    }

    pub(super) fn touched(&self) -> Touched {
        Touched {
            account: self.account_changed,
            jobs: rows::numbers(&self.jobs),
            triggers: rows::numbers(&self.triggers),
            workflows: rows::numbers(&self.workflows),
            runs: rows::numbers(&self.runs),
        }
    }
}

impl Store {
    /// Returns an unused ID. The same calls return the same IDs.
    pub(super) fn new_id(&mut self) -> Text {
        loop {
            let id = ids::id(FIRST_ID.wrapping_add(self.created));
            self.created = self.created.wrapping_add(1);
            if !self.has_id(&id) {
                return id.into();
            }
        }
    }

    fn has_id(&self, id: &str) -> bool {
        self.jobs.contains(id) || self.triggers.contains(id) || self.workflows.contains(id) || self.runs.contains(id)
    }

    /// Returns the number of IDs assigned so far.
    pub(super) fn created(&self) -> u64 {
        self.created
    }

    /// Sets the number of IDs assigned so far, of a store that is read from a file.
    pub(super) fn set_created(&mut self, created: u64) {
        self.created = created;
        self.created_before = created;
    }

    /// Ends a request, and returns what it has changed.
    pub(super) fn take_changes(&mut self) -> Undo {
        let created = std::mem::replace(&mut self.created_before, self.created);
        let account_changed = std::mem::take(&mut self.account_changed) || created != self.created;
        let undo = Undo {
            created,
            account_changed,
            is_new: std::mem::take(&mut self.is_new),
            history_before: self.history_before.take(),
            jobs: self.jobs.take_journal(),
            triggers: self.triggers.take_journal(),
            workflows: self.workflows.take_journal(),
            runs: self.runs.take_journal(),
        };
        self.schedule_revision += u64::from(!undo.triggers.is_empty() || !undo.workflows.is_empty());
        undo
    }

    /// Takes back what a request has changed. Later requests must be taken back first.
    pub(super) fn undo(&mut self, undo: Undo) {
        if undo.account_changed {
            self.set_created(undo.created);
            // An account that could not be removed is back; one that could not be added is gone.
            self.is_removed = undo.is_new;
        }
        if let Some(history) = undo.history_before {
            self.history = history;
        }
        self.schedule_revision += u64::from(!undo.triggers.is_empty() || !undo.workflows.is_empty());
        self.jobs.undo(undo.jobs);
        self.triggers.undo(undo.triggers);
        self.workflows.undo(undo.workflows);
        self.runs.undo(undo.runs);
    }

    /// Returns the secret key of an account other than the default one.
    pub(super) fn secret_key(&self) -> Option<&str> {
        self.secret_key.as_deref()
    }

    /// Sets the secret key of an account that is read from a data file.
    pub(super) fn set_secret_key(&mut self, key: String) {
        self.secret_key = Some(key);
    }

    /// Returns a new account with these resources. Adding it is a change that can be undone.
    pub(super) fn new_account(secret_key: String, resources: Self) -> Self {
        let mut store = Self { is_new: true, secret_key: Some(secret_key), ..Self::default() };
        store.replace(resources);
        store
    }

    /// Returns the time of the last change, milliseconds since 1970-01-01T00:00:00Z; 0 if there was none.
    pub(super) fn clock(&self) -> i64 {
        self.clock
    }

    pub(super) fn set_clock(&mut self, millis: i64) {
        self.clock = millis;
    }

    /// Returns a number that grows when triggers or workflows change.
    pub(super) fn schedule_revision(&self) -> u64 {
        self.schedule_revision
    }

    pub(super) fn is_removed(&self) -> bool {
        self.is_removed
    }

    /// Removes all resources, and the account.
    pub(super) fn remove_account(&mut self) {
        self.clear();
        self.history_before = Some(self.history.take());
        self.is_removed = true;
        self.account_changed = true;
    }

    /// Removes all resources. They do not get their IDs back.
    pub(super) fn clear(&mut self) {
        self.jobs.clear();
        self.triggers.clear();
        self.workflows.clear();
        self.runs.clear();
    }

    /// Replaces all resources. This is a change that can be undone.
    pub(super) fn replace(&mut self, mut other: Self) {
        self.clear();
        other.jobs.take_all().into_iter().for_each(|row| self.jobs.push(row));
        other.triggers.take_all().into_iter().for_each(|row| self.triggers.push(row));
        other.workflows.take_all().into_iter().for_each(|row| self.workflows.push(row));
        other.runs.take_all().into_iter().for_each(|row| self.runs.push(row));
        self.history_before = Some(std::mem::replace(&mut self.history, other.history));
        self.created = other.created;
        self.account_changed = true;
    }

    pub(super) fn job(&self, id: &str) -> Result<&StoredJob, ErrorResponse> {
        self.jobs.get(id).ok_or_else(|| unknown("job", id))
    }

    pub(super) fn job_mut(&mut self, id: &str) -> Result<&mut StoredJob, ErrorResponse> {
        self.jobs.get_mut(id).ok_or_else(|| unknown("job", id))
    }

    pub(super) fn trigger(&self, id: &str) -> Result<&Trigger, ErrorResponse> {
        self.triggers.get(id).ok_or_else(|| unknown("trigger", id))
    }

    pub(super) fn workflow(&self, id: &str) -> Result<&Workflow, ErrorResponse> {
        self.workflows.get(id).ok_or_else(|| unknown("workflow", id))
    }

    pub(super) fn workflow_mut(&mut self, id: &str) -> Result<&mut Workflow, ErrorResponse> {
        self.workflows.get_mut(id).ok_or_else(|| unknown("workflow", id))
    }

    /// Returns an execution of a job, stored or of the history.
    pub(super) fn run_of_job(&self, job: &str, id: &str) -> Option<Cow<'_, Run>> {
        self.run(id).filter(|run| run.job_id() == job)
    }

    /// Returns an execution, stored or of the history.
    pub(super) fn run(&self, id: &str) -> Option<Cow<'_, Run>> {
        let of_history = || self.history.as_ref()?.find(id).map(Cow::Owned);
        self.runs.get(id).map(Cow::Borrowed).or_else(of_history)
    }

    /// Returns all executions of a job.
    pub(super) fn list_of_job(&self, id: &str) -> RunList<'_> {
        let past = self.history.as_ref().and_then(|history| Some((history, history.of_job(id)?)));
        RunList::new(&self.runs, &Owner::Job(id.into()), past)
    }

    /// Returns all executions that a workflow started.
    pub(super) fn list_of_workflow(&self, id: &str) -> RunList<'_> {
        let past = self.history.as_ref().and_then(|history| Some((history, history.of_workflow(id)?)));
        RunList::new(&self.runs, &Owner::Workflow(id.into()), past)
    }

    /// Returns the stored executions of a job, from the oldest to the newest.
    pub(super) fn runs_of_job(&self, id: &str) -> impl DoubleEndedIterator<Item = &Run> + use<'_> {
        self.runs.of_owner(&Owner::Job(id.into()))
    }

    /// Returns the stored executions that a workflow started, from the oldest to the newest.
    pub(super) fn runs_of_workflow(&self, id: &str) -> impl DoubleEndedIterator<Item = &Run> + use<'_> {
        self.runs.of_owner(&Owner::Workflow(id.into()))
    }
}

/// Returns the ID of a workflow, which every stored one has.
pub(super) fn id_of_workflow(workflow: &Workflow) -> &str {
    workflow.id()
}

fn unknown(kind: &str, id: &str) -> ErrorResponse {
    ErrorResponse::not_found(format!("no {kind} '{id}'"))
}
