//! `workflow rerun --from-failed`: starts the jobs of a workflow that failed, and the jobs after them.

use crate::api::resolve;
use crate::args::change;
use crate::args::wait::wait_args;
use crate::failure::{CliError, Failure};
use crate::runs::bulk::{self, Start};
use crate::runs::find::Run as FoundRun;
use crate::runs::{again, parameters, start};
use crate::session::{OperatorCommand, Run, Session, always};
use clap::{Arg, ArgAction, Command};
use ncloud_dataflow::models::{JobExecution, WorkflowNode, WorkflowNodeType};
use ncloud_dataflow::operations::{GET_WORKFLOW, GET_WORKFLOW_EXECUTIONS};
use ncloud_dataflow::{Client, ExecutionSearch, ExecutionSource, Outcome};
use std::collections::{BTreeMap, HashSet};

pub(crate) const COMMAND: OperatorCommand = OperatorCommand {
    noun: Some(GET_WORKFLOW.command.noun),
    verb: "rerun",
    build,
    handles: always,
    run: Run::Connected(|client, session| Box::pin(run(client, session))),
};

const WORKFLOW: &str = ":workflow-id";
const FROM_FAILED: &str = ":from-failed";

fn build(command: Command) -> Command {
    command
        .about("Start the jobs of a workflow again that failed, and the jobs after them")
        .long_about(LONG_ABOUT)
        .before_long_help(EXAMPLES)
        .after_long_help(start::notes("job"))
        .arg(Arg::new(WORKFLOW).value_name("WORKFLOW_ID").required(true).help("ID or name of the workflow"))
        .arg(
            Arg::new(FROM_FAILED)
                .long("from-failed")
                .action(ArgAction::SetTrue)
                .required(true)
                .help("Start the failed jobs and those after them; 'workflow run' starts all jobs"),
        )
        .arg(parameters::arg())
        .args(wait_args())
        .arg(start::adopt_arg())
        .args([change::yes_arg(change::NO_QUESTION), change::dry_run_arg(change::PRINT_ONLY)])
}

const LONG_ABOUT: &str = "\
Start the jobs of a workflow again that failed, and the jobs after them

The last execution of each job decides. A job that failed or was canceled is started directly, with the settings and \
parameters of that execution, so its new execution does not belong to the workflow. Jobs after it start when it has \
succeeded, which needs --wait.";

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow workflow rerun daily --from-failed --dry-run
  ncloud-dataflow workflow rerun daily --from-failed --wait --yes";

async fn run(client: &Client, mut session: Session<'_, '_>) -> Result<(), Failure> {
    let named = session.matches.get_one::<String>(WORKFLOW).cloned().unwrap_or_default();
    let sources = resolve::sources(client, &GET_WORKFLOW_EXECUTIONS, &[named], true).await?;
    let Some(source) = sources.into_iter().next() else {
        return Ok(());
    };
    let workflow = client.get_workflow(source.id.clone()).send().await?;
    let latest = latest(client, source).await?;
    let nodes: Vec<WorkflowNode> = workflow.nodes.unwrap_or_default().into_iter().filter(is_job).collect();
    let groups = groups(&nodes, &latest);
    if groups.is_empty() {
        session.streams.note("note: no job of the workflow has failed");
        return Ok(());
    }
    let given = parameters::given(session.matches);
    let mut starts = Vec::new();
    for group in groups {
        let runs = group.into_iter().map(|node| last_run(node, &latest));
        let group = runs.map(|run| Ok(Start { body: again::body(&run, &given)?, run }));
        starts.push(group.collect::<Result<Vec<_>, Failure>>()?);
    }
    bulk::in_order(client, &starts, &mut session).await
}

/// Returns the last execution of each job of the workflow, by job ID.
async fn latest(client: &Client, source: ExecutionSource) -> Result<BTreeMap<String, JobExecution>, Failure> {
    let found = ExecutionSearch::of(client, [source]).send().await?;
    if let Some(unread) = found.unread.into_iter().next() {
        return Err(unread.error.into());
    }
    let mut latest = BTreeMap::new();
    for run in found.executions {
        // Newest first, so the first one counts.
        latest.entry(run.job_id().to_owned()).or_insert(run.execution);
    }
    if let Some(run) = latest.values().find(|run| !run.has_ended()) {
        let message = format!("execution '{}' of the workflow is still going", run.job_execution_id);
        return Err(CliError::usage(message, "wait for it, or cancel it; nothing was started").into());
    }
    Ok(latest)
}

fn is_job(node: &WorkflowNode) -> bool {
    node.r#type == Some(WorkflowNodeType::Job) && node.is_valid != Some(false)
}

/// Returns the failed jobs and those after them, in groups: each after the jobs of the groups before it.
fn groups<'n>(nodes: &'n [WorkflowNode], latest: &BTreeMap<String, JobExecution>) -> Vec<Vec<&'n WorkflowNode>> {
    let outcome = |node: &WorkflowNode| latest.get(&*node.id).and_then(JobExecution::outcome);
    let has_failed = |node: &WorkflowNode| matches!(outcome(node), Some(Outcome::Failure | Outcome::Cancelled));
    let parents = |node: &WorkflowNode| node.parent_node_ids.clone().unwrap_or_default();
    let mut affected: HashSet<&str> = nodes.iter().filter(|node| has_failed(node)).map(|node| &*node.id).collect();
    // Each pass adds the jobs after the ones that are affected already.
    for _ in nodes {
        let after = nodes.iter().filter(|node| parents(node).iter().any(|parent| affected.contains(&**parent)));
        let after: Vec<&str> = after.map(|node| &*node.id).collect();
        affected.extend(after);
    }
    let mut groups = Vec::new();
    let mut done: HashSet<&str> = HashSet::new();
    while done.len() < affected.len() {
        let is_next = |node: &&WorkflowNode| {
            let waits = parents(node).iter().any(|parent| affected.contains(&**parent) && !done.contains(&**parent));
            affected.contains(&*node.id) && !done.contains(&*node.id) && !waits
        };
        let group: Vec<&WorkflowNode> = nodes.iter().filter(is_next).collect();
        if group.is_empty() {
            // Jobs that wait for each other: the service would not start them either.
            break;
        }
        done.extend(group.iter().map(|node| &*node.id));
        groups.push(group);
    }
    groups
}

/// Returns the last run of a job, or one with the settings that the job has in the workflow.
fn last_run(node: &WorkflowNode, latest: &BTreeMap<String, JobExecution>) -> FoundRun {
    let settings = || JobExecution {
        job_name: node.name.clone(),
        job_condition: node.job_condition.clone(),
        ..JobExecution::default()
    };
    FoundRun { job_id: node.id.to_string(), execution: latest.get(&*node.id).cloned().unwrap_or_else(settings) }
}

#[cfg(test)]
mod tests {
    use super::groups;
    use ncloud_dataflow::models::{ExecutionStatus, JobExecution, WorkflowNode, WorkflowNodeType};
    use std::collections::BTreeMap;

    fn check(nodes: &[(&str, &[&str])], failed: &[&str], expected: &[&[&str]]) {
        let nodes: Vec<WorkflowNode> = nodes
            .iter()
            .map(|(id, parents)| WorkflowNode {
                id: (*id).into(),
                r#type: Some(WorkflowNodeType::Job),
                parent_node_ids: Some(parents.iter().map(|parent| (*parent).into()).collect()),
                ..WorkflowNode::default()
            })
            .collect();
        let run = |id: &str| {
            let status = if failed.contains(&id) { ExecutionStatus::Failed } else { ExecutionStatus::Completed };
            JobExecution { status: Some(status), ..JobExecution::default() }
        };
        let latest: BTreeMap<_, _> = nodes.iter().map(|node| (node.id.to_string(), run(&node.id))).collect();
        let groups: Vec<Vec<&str>> = groups(&nodes, &latest)
            .into_iter()
            .map(|group| group.into_iter().map(|node| &*node.id).collect())
            .collect();
        assert_eq!(groups, expected);
    }

    #[test]
    fn failed_jobs_come_before_those_after_them() {
        check(&[("a", &["t"]), ("b", &["t"])], &["b"], &[&["b"]]);
        check(&[("a", &["t"]), ("b", &["a"]), ("c", &["b"]), ("d", &["t"])], &["a"], &[&["a"], &["b"], &["c"]]);
        check(&[("c", &["a", "b"]), ("a", &["t"]), ("b", &["t"])], &["a", "b"], &[&["a", "b"], &["c"]]);
        check(&[("a", &["t"])], &[], &[]);
        check(&[("a", &["b"]), ("b", &["a"])], &["a"], &[]);
    }
}
