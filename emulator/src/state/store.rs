//! The stored resources.

use super::run::Run;
use crate::data::ids;
use crate::http::response::ErrorResponse;
use ncloud_dataflow::models::{Job, Trigger, Workflow};
use ncloud_runtime::Text;
use std::collections::BTreeMap;

/// Number of the first new ID, far above the numbers of synthetic rows.
const FIRST_ID: u64 = 1 << 40;

/// All resources, each kind from the oldest to the newest.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Store {
    /// Number of IDs assigned so far.
    pub(super) created: u64,
    pub(super) jobs: Vec<StoredJob>,
    pub(super) triggers: Vec<Trigger>,
    pub(super) workflows: Vec<Workflow>,
    pub(super) runs: Vec<Run>,
}

/// A job, and the settings that no response shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct StoredJob {
    pub(super) job: Job,
    /// Parameters of its executions. Requests can set them; it is unknown where a response shows them.
    pub(super) parameters: BTreeMap<String, Text>,
}

impl StoredJob {
    /// Returns the ID, which every stored job has.
    pub(super) fn id(&self) -> &str {
        self.job.job_id.as_deref().unwrap_or_default()
    }
}

/// Returns the ID of a workflow, which every stored one has.
pub(super) fn id_of_workflow(workflow: &Workflow) -> &str {
    workflow.workflow_id.as_deref().unwrap_or_default()
}

impl Store {
    /// Returns an unused ID. The same calls return the same IDs.
    pub(super) fn new_id(&mut self) -> Text {
        loop {
            let id = ids::id(FIRST_ID.wrapping_add(self.created));
            self.created = self.created.wrapping_add(1);
            if !self.ids().any(|known| known == id) {
                return id.into();
            }
        }
    }

    fn ids(&self) -> impl Iterator<Item = &str> {
        let jobs = self.jobs.iter().map(StoredJob::id);
        let triggers = self.triggers.iter().map(|one| one.trigger_id.as_str());
        let workflows = self.workflows.iter().map(id_of_workflow);
        let runs = self.runs.iter().map(Run::id);
        jobs.chain(triggers).chain(workflows).chain(runs)
    }

    pub(super) fn job(&self, id: &str) -> Result<&StoredJob, ErrorResponse> {
        let found = self.jobs.iter().find(|stored| stored.id() == id);
        found.ok_or_else(|| unknown("job", id))
    }

    pub(super) fn job_mut(&mut self, id: &str) -> Result<&mut StoredJob, ErrorResponse> {
        let found = self.jobs.iter_mut().find(|stored| stored.id() == id);
        found.ok_or_else(|| unknown("job", id))
    }

    pub(super) fn trigger(&self, id: &str) -> Result<&Trigger, ErrorResponse> {
        let found = self.triggers.iter().find(|one| one.trigger_id == id);
        found.ok_or_else(|| unknown("trigger", id))
    }

    pub(super) fn workflow(&self, id: &str) -> Result<&Workflow, ErrorResponse> {
        let found = self.workflows.iter().find(|one| id_of_workflow(one) == id);
        found.ok_or_else(|| unknown("workflow", id))
    }

    pub(super) fn workflow_mut(&mut self, id: &str) -> Result<&mut Workflow, ErrorResponse> {
        let found = self.workflows.iter_mut().find(|one| id_of_workflow(one) == id);
        found.ok_or_else(|| unknown("workflow", id))
    }

    /// Returns the executions of a job, from the oldest to the newest.
    pub(super) fn runs_of_job(&self, id: &str) -> impl DoubleEndedIterator<Item = &Run> {
        self.runs.iter().filter(move |run| run.job_id() == id)
    }

    /// Returns the executions that a workflow started, from the oldest to the newest.
    pub(super) fn runs_of_workflow(&self, id: &str) -> impl DoubleEndedIterator<Item = &Run> {
        self.runs.iter().filter(move |run| run.workflow_id.as_deref() == Some(id))
    }
}

fn unknown(kind: &str, id: &str) -> ErrorResponse {
    ErrorResponse::not_found(format!("no {kind} '{id}'"))
}
