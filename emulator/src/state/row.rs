//! A stored resource as JSON: in state files and in the database.

use super::json_object::JsonObject;
use super::run::{Plan, Run};
use super::stored_job::StoredJob;
use super::timestamp::Timestamp;
use ncloud_dataflow::models::{Trigger, Workflow};
use ncloud_runtime::Text;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use serde_json::json;

/// A resource that rows of another kind belong to.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) enum Owner {
    Job(Text),
    Workflow(Text),
}

/// A resource that the store keeps.
pub(super) trait Row: Clone {
    /// Name of the list in a state file, and of the kind in the database.
    const LIST: &'static str;

    fn id(&self) -> &str;

    /// Returns the resources that it belongs to.
    fn owners(&self) -> impl Iterator<Item = Owner> {
        std::iter::empty()
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    /// Reads a resource. `None` if there are problems; the object has recorded them.
    fn read(object: &mut JsonObject<'_>) -> Option<Self>;
}

/// A resource that is written as JSON.
pub(super) struct Written<'a, T>(pub(super) &'a T);

impl<T: Row> Serialize for Written<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

impl Row for StoredJob {
    const LIST: &'static str = "jobs";

    fn id(&self) -> &str {
        self.id()
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct(Self::LIST, 2)?;
        object.serialize_field("resource", &self.job)?;
        object.serialize_field("parameters", &self.parameters)?;
        object.end()
    }

    fn read(object: &mut JsonObject<'_>) -> Option<Self> {
        let (job, parameters) = (object.require("resource"), object.take("parameters"));
        Some(Self { job: job?, parameters: parameters.unwrap_or_default() })
    }
}

impl Row for Trigger {
    const LIST: &'static str = "triggers";

    fn id(&self) -> &str {
        &self.trigger_id
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_resource(Self::LIST, self, serializer)
    }

    fn read(object: &mut JsonObject<'_>) -> Option<Self> {
        object.require("resource")
    }
}

impl Row for Workflow {
    const LIST: &'static str = "workflows";

    fn id(&self) -> &str {
        self.workflow_id.as_deref().unwrap_or_default()
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_resource(Self::LIST, self, serializer)
    }

    fn read(object: &mut JsonObject<'_>) -> Option<Self> {
        object.require("resource")
    }
}

/// Writes a resource that needs no other fields.
fn write_resource<S: Serializer>(
    list: &'static str,
    resource: &impl Serialize,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut object = serializer.serialize_struct(list, 1)?;
    object.serialize_field("resource", resource)?;
    object.end()
}

impl Row for Run {
    const LIST: &'static str = "executions";

    fn id(&self) -> &str {
        self.id()
    }

    fn owners(&self) -> impl Iterator<Item = Owner> {
        let job = self.execution.job_id.clone().map(Owner::Job);
        job.into_iter().chain(self.workflow_id.clone().map(Owner::Workflow))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plan = self.plan.as_ref().map(|plan| {
            let mut object = json!({
                "created": plan.created.millis(),
                "started": plan.started.millis(),
                "ended": plan.ended.millis(),
                "outcome": plan.outcome.as_str(),
            });
            if let (Some(reads), Some(fields)) = (plan.reads, object.as_object_mut()) {
                fields.insert("reads".to_owned(), json!(reads));
            }
            if let (true, Some(fields)) = (plan.by_program, object.as_object_mut()) {
                fields.insert("byProgram".to_owned(), json!(true));
            }
            object
        });
        let mut object = serializer.serialize_struct(Self::LIST, 3)?;
        object.serialize_field("resource", &self.execution)?;
        object.serialize_field("workflow", &self.workflow_id)?;
        object.serialize_field("plan", &plan)?;
        object.end()
    }

    fn read(object: &mut JsonObject<'_>) -> Option<Self> {
        let plan = object.object("plan", |plan| {
            let (created, started, ended) = (plan.require("created"), plan.require("started"), plan.require("ended"));
            let (outcome, reads, by_program) = (plan.require("outcome"), plan.take("reads"), plan.take("byProgram"));
            Some(Plan {
                created: Timestamp::from_millis(created?),
                started: Timestamp::from_millis(started?),
                ended: Timestamp::from_millis(ended?),
                outcome: outcome?,
                reads,
                by_program: by_program.unwrap_or_default(),
            })
        });
        let (execution, workflow_id) = (object.require("resource"), object.take("workflow"));
        Some(Self { execution: execution?, workflow_id, plan })
    }
}
