//! Example bodies of requests that this emulator accepts.

use crate::data::sample;
use crate::http::enum_values;
use crate::state::overview::Samples;
use ncloud_dataflow::models::{
    CreateJobExecutionRequest, CreateJobRequest, CreateTriggerRequest, CreateWorkflowRequest, JobConditionInput,
    JobTypeInput, TriggerRuleInput, TriggerRuleType, TriggerType, UpdateWorkflowRequest, WorkflowNodeInput,
    WorkflowNodeType,
};
use ncloud_dataflow::operations::{self, EXAMPLES};
use ncloud_runtime::check;
use ncloud_runtime::operation::{Operation, Role};
use ncloud_runtime::schema::{Schema, Shape};
use ncloud_runtime::walk::walk_mut;
use serde::Serialize;
use serde_json::{Map, Value};

/// Returns a body for an operation; `None` if it has none.
pub(crate) fn body(operation: &Operation, samples: &Samples) -> Option<Value> {
    let schema = operation.body.as_ref()?.schema;
    let own = own(operation, samples).filter(|body| check::value(schema, body).is_empty());
    own.or_else(|| documented(operation, schema)).or_else(|| Some(required(schema)))
}

/// Returns a body that no documented example has: the resources in it must exist.
fn own(operation: &Operation, samples: &Samples) -> Option<Value> {
    let is = |known: &Operation| known.id == operation.id;
    if is(&operations::CREATE_JOB) {
        json(&CreateJobRequest::new("nightly-etl", JobTypeInput::Script))
    } else if is(&operations::CREATE_TRIGGER) {
        let rule = TriggerRuleInput::new(TriggerRuleType::None);
        json(&CreateTriggerRequest::new("by-hand", TriggerType::None, rule))
    } else if is(&operations::CREATE_JOB_EXECUTION) {
        json(&CreateJobExecutionRequest::new().job_condition(JobConditionInput::new().num_worker(3)))
    } else if is(&operations::CREATE_WORKFLOW) {
        json(&CreateWorkflowRequest::new("nightly", nodes(samples)?))
    } else if is(&operations::UPDATE_WORKFLOW) {
        json(&UpdateWorkflowRequest::new("nightly", nodes(samples)?))
    } else {
        None
    }
}

/// Returns a trigger and a job that runs after it.
fn nodes(samples: &Samples) -> Option<Vec<WorkflowNodeInput>> {
    let (trigger, job) = (samples.trigger.as_deref()?, samples.job.as_deref()?);
    Some(vec![
        WorkflowNodeInput::new(trigger, "start", WorkflowNodeType::Trigger, Vec::new()),
        WorkflowNodeInput::new(job, "load", WorkflowNodeType::Job, vec![trigger.into()]),
    ])
}

/// Returns the first documented body that is valid today, without fields that requests do not have any more.
fn documented(operation: &Operation, schema: &Schema) -> Option<Value> {
    let requests = EXAMPLES.iter().filter(|one| one.operation == operation.id && one.role == Role::Request);
    let mut bodies = requests.filter_map(|example| serde_json::from_str(example.text).ok());
    let mut body =
        bodies.find(|body| check::value(schema, body).is_empty() && enum_values::unknown(schema, body).is_empty())?;
    walk_mut(schema, &mut body, &mut |schema, value| {
        if let (Shape::Object { fields }, Value::Object(values)) = (&schema.shape, value) {
            values.retain(|name, _| fields.iter().any(|field| field.name == name));
        }
        false
    });
    Some(body)
}

/// Returns a body with its required fields only.
fn required(schema: &Schema) -> Value {
    let Shape::Object { fields } = &schema.plain().shape else {
        return sample::of_schema(schema);
    };
    let needed = fields.iter().filter(|field| field.required);
    let fields: Map<String, Value> = needed.map(|field| (field.name.to_owned(), required(field.schema))).collect();
    Value::Object(fields)
}

fn json(body: &impl Serialize) -> Option<Value> {
    serde_json::to_value(body).ok()
}
