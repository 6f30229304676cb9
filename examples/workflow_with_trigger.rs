//! Creates a trigger, two jobs and a workflow of them, starts the workflow, and waits for its jobs.
//!
//! ```console
//! $ cargo run --example workflow_with_trigger
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use ncloud_dataflow::models::{JobTypeInput, TriggerRuleInput, TriggerRuleType, TriggerType};
use ncloud_dataflow::models::{WorkflowNodeInput, WorkflowNodeType};
use ncloud_dataflow::{Client, Options};
use ncloud_dataflow_emulator::Emulator;
use std::time::Duration;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let emulator = Emulator::start().await?;
    let builder = Client::builder().endpoint(emulator.endpoint()).credentials(emulator.credentials().clone());
    let client = builder.build().await?;

    // Only a workflow with a trigger of the type `None` or `Event` can be started by a call. For a schedule, use
    // `TriggerType::Scheduled` and a rule of the type `Recurring` with `interval` and `time`.
    let rule = TriggerRuleInput::new(TriggerRuleType::None);
    let trigger = client.create_trigger("by-hand", TriggerType::None, rule).send().await?;

    // The trigger is the parent of each job.
    let mut nodes = vec![WorkflowNodeInput::new(&trigger.trigger_id, "by-hand", WorkflowNodeType::Trigger, Vec::new())];
    for name in ["extract", "load"] {
        let job = client.create_job(name, JobTypeInput::Script).send().await?;
        let parents = vec![trigger.trigger_id.clone()];
        let job_id = job.job_id.ok_or("the response has no ID of the job")?;
        nodes.push(WorkflowNodeInput::new(job_id, name, WorkflowNodeType::Job, parents));
    }
    let workflow = client.create_workflow("nightly", nodes).send().await?;
    let workflow_id = workflow.workflow_id.ok_or("the response has no ID of the workflow")?;
    println!("created the workflow {workflow_id}");

    let options = Options::new().poll_interval(Duration::from_millis(20));
    let mut started = client.execute_workflow(&workflow_id).with(options).start().await?;
    let run = started.wait(Duration::from_secs(3600)).await?;
    for execution in &run.executions {
        let name = execution.job_name.as_deref().unwrap_or("a job");
        println!("{name}: {}", execution.status.clone().unwrap_or_default());
    }
    // `None` if the outcome is not known, e.g. because another run started at the same time.
    println!("outcome of the workflow: {:?}", run.outcome());
    Ok(())
}
