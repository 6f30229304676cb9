//! What starts a run again: its settings and parameters as a body of a new start.

use crate::failure::{CliError, Failure};
use crate::json::Json;
use crate::runs::find::Run;
use ncloud_dataflow::models::{CreateJobExecutionRequest, JobCondition, JobConditionInput, ParsedParameters};
use serde_json::Value;
use std::collections::BTreeMap;

/// Returns the body that starts a run again. `given` overrides the parameters of the run.
pub(crate) fn body(run: &Run, given: &BTreeMap<String, Value>) -> Result<Json, Failure> {
    let mut request = CreateJobExecutionRequest::new();
    if let Some(condition) =
        run.execution.job_condition.as_ref().map(settings).filter(|set| *set != JobConditionInput::new())
    {
        request = request.job_condition(condition);
    }
    let mut parameters = parameters(run)?;
    parameters.extend(given.clone());
    if !parameters.is_empty() {
        request = request.parameters(parameters);
    }
    crate::output::read(&serde_json::to_string(&request).map_err(std::io::Error::other)?)
}

/// Returns the settings that a request can have. Old data may hold a timeout of 0, which no request may have.
fn settings(condition: &JobCondition) -> JobConditionInput {
    JobConditionInput {
        num_worker: condition.num_worker,
        timeout: condition.timeout.filter(|minutes| *minutes > 0),
        nrn: condition.nrn.clone(),
        script_path: condition.script_path.clone(),
        log_path: condition.log_path.clone(),
        ..JobConditionInput::new()
    }
}

fn parameters(run: &Run) -> Result<BTreeMap<String, Value>, Failure> {
    match &run.execution.parsed_parameters {
        None => Ok(BTreeMap::new()),
        Some(ParsedParameters::Object(parameters)) => Ok(parameters.clone()),
        Some(ParsedParameters::Array(items)) if items.is_empty() => Ok(BTreeMap::new()),
        Some(_) => Err(CliError::usage(
            format!("the parameters of {} have an undocumented form", run.described()),
            "start the job with 'job run' and --param; nothing was started",
        )
        .into()),
    }
}
