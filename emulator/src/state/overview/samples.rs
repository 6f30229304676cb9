//! IDs of this emulator for examples.

use super::newest::newest_runs;
use crate::state::service::Service;
use crate::state::store::{Store, id_of_workflow};
use crate::state::timestamp::Timestamp;
use crate::state::workflow_runs;
use jiff::civil::Date;
use ncloud_dataflow::operations;
use ncloud_runtime::operation::{Operation, Place};

/// An ID of each kind of resource, so that an example works as it is; `None` if there is no such resource.
#[derive(Clone, Debug)]
pub(crate) struct Samples {
    pub(crate) job: Option<String>,
    /// An execution of the job.
    pub(crate) execution: Option<String>,
    pub(crate) trigger: Option<String>,
    /// A workflow that a call can start, if there is one.
    pub(crate) workflow: Option<String>,
    /// Date of the service's clock.
    pub(crate) today: Date,
}

impl Samples {
    /// Returns the ID for a parameter of a path. The operation that reads the resource has a parameter of that name.
    pub(crate) fn id(&self, parameter: &str) -> Option<&str> {
        let is_of = |operation: &Operation| {
            let last = operation.parameters.iter().rfind(|parameter| parameter.place == Place::Path);
            last.is_some_and(|last| last.name == parameter)
        };
        let kinds = [
            (&operations::GET_JOB, &self.job),
            (&operations::GET_JOB_EXECUTION, &self.execution),
            (&operations::GET_TRIGGER, &self.trigger),
            (&operations::GET_WORKFLOW, &self.workflow),
        ];
        kinds.into_iter().find(|(operation, _)| is_of(operation)).and_then(|(_, id)| id.as_deref())
    }
}

impl Service {
    /// Returns resources for examples.
    pub(crate) fn samples(&self) -> Samples {
        self.read(samples)
    }
}

fn samples(store: &Store, now: Timestamp) -> Samples {
    // The job of the newest run, so that both are there; else any job.
    let run = newest_runs(store, now).find(|run| store.jobs.contains(run.job_id()));
    let startable = store.workflows.iter().find(|workflow| workflow_runs::start_trigger(store, workflow).is_ok());
    let workflow = startable.or_else(|| store.workflows.last());
    Samples {
        job: run.as_ref().map(|run| run.job_id()).or_else(|| Some(store.jobs.last()?.id())).map(str::to_owned),
        execution: run.map(|run| run.id().to_owned()),
        trigger: store.triggers.last().map(|trigger| trigger.trigger_id.to_string()),
        workflow: workflow.map(|workflow| id_of_workflow(workflow).to_owned()),
        today: now.civil().date(),
    }
}
