//! Starting and waiting: outcomes and ambiguous runs.

use ncloud_dataflow::models::{JobExecution, JobTypeInput, TriggerRuleInput, WorkflowNodeInput};
use ncloud_dataflow::{Client, Credentials, ErrorKind, Outcome, Text, WorkflowRun};
use ncloud_dataflow_emulator::Emulator;
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Step, json};
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(3600);

/// An emulator and a client with a common clock, which advances with each pause.
struct World {
    _emulator: Emulator,
    client: Client,
}

impl World {
    async fn new() -> Self {
        let clock = FakeClock::new();
        let emulator = Emulator::builder().clock(clock.clone()).realistic_times().start().await.unwrap();
        let builder = Client::builder().endpoint(emulator.endpoint()).credentials(emulator.credentials().clone());
        Self { client: builder.clock(clock).build().await.unwrap(), _emulator: emulator }
    }

    async fn job(&self, name: &str) -> Text {
        self.client.create_job(name, JobTypeInput::Script).send().await.unwrap().job_id.unwrap()
    }

    /// Creates a workflow of these jobs that can be started by a call.
    async fn workflow(&self, jobs: &[&str]) -> Text {
        let trigger = self.client.create_trigger("by-hand", "NONE", TriggerRuleInput::new("NONE"));
        let trigger = trigger.send().await.unwrap().trigger_id;
        let mut nodes = vec![WorkflowNodeInput::new(&trigger, "by-hand", "TRIGGER", Vec::new())];
        for name in jobs {
            let id = self.job(name).await;
            nodes.push(WorkflowNodeInput::new(id, *name, "JOB", vec![trigger.clone()]));
        }
        self.client.create_workflow("nightly", nodes).send().await.unwrap().workflow_id.unwrap()
    }
}

/// A long wait can run in its own task, on any thread.
#[test]
fn all_futures_are_send() {
    fn check<T>(_: fn(Client) -> T)
    where
        T: Future + Send + 'static,
    {
    }
    check(|client| client.get_job("a").send());
    check(|client| client.cancel_job_execution("a", "b").send());
    check(|client| client.get_jobs().collect_stable());
    check(|client| async move { client.get_jobs().items().next().await });
    check(|client| client.get_job_execution("a", "b").wait(HOUR));
    check(|client| client.create_job_execution("a").send_and_wait(HOUR));
    check(|client| client.execute_workflow("a").send_and_wait(HOUR));
    check(|client| async move { client.create_job_execution("a").start().await?.cancel().await });
    check(|client| async move { client.execute_workflow("a").start().await?.cancel().await });
}

#[tokio::test]
async fn a_wait_returns_when_the_job_has_ended() {
    let world = World::new().await;
    for (name, expected) in [("fine", Outcome::Success), ("fails", Outcome::Failure)] {
        let job = world.job(name).await;
        let run = world.client.create_job_execution(&job).send_and_wait(HOUR).await.unwrap();
        assert_eq!((run.job_id.as_deref().unwrap(), run.outcome()), (job.as_str(), Some(expected)));
    }
}

#[tokio::test]
async fn a_wait_timeout_has_the_last_state_and_the_execution() {
    let world = World::new().await;
    let job = world.job("slow").await;
    for (most, state) in [(0, "READY"), (1, "READY"), (4, "RUNNING")] {
        let most = Duration::from_secs(most);
        let error = world.client.create_job_execution(&job).send_and_wait(most).await.unwrap_err();
        assert_eq!((error.kind(), error.last_state(), error.is_timeout()), (ErrorKind::WaitTimeout, Some(state), true));
        let seen: JobExecution = serde_json::from_slice(error.body().unwrap()).unwrap();
        assert_eq!((seen.job_id.as_deref().unwrap(), seen.outcome()), (job.as_str(), None));
    }
}

#[tokio::test]
async fn a_workflow_wait_finds_the_executions_of_its_start() {
    let world = World::new().await;
    let workflow = world.workflow(&["extract", "load"]).await;
    let run = || world.client.execute_workflow(&workflow).send_and_wait(HOUR);
    let (first, second) = (run().await.unwrap(), run().await.unwrap());
    for run in [&first, &second] {
        assert_eq!((run.outcome(), run.executions.len()), (Some(Outcome::Success), 2));
        assert_eq!((run.shared.len(), run.not_started.len()), (0, 0));
    }
    let ids = |run: &WorkflowRun| -> Vec<Text> {
        run.executions.iter().map(|execution| execution.job_execution_id.clone()).collect()
    };
    assert!(ids(&first).iter().all(|id| !ids(&second).contains(id)), "each run has executions of its own");
}

#[tokio::test]
async fn a_failed_job_makes_the_workflow_fail() {
    let world = World::new().await;
    let workflow = world.workflow(&["extract", "fail-to-load"]).await;
    let run = world.client.execute_workflow(&workflow).send_and_wait(HOUR).await.unwrap();
    assert_eq!((run.outcome(), run.executions.len()), (Some(Outcome::Failure), 2));
}

#[tokio::test]
async fn a_concurrent_run_is_reported_as_ambiguous() {
    let world = World::new().await;
    let workflow = world.workflow(&["extract"]).await;
    let both = || async {
        let started = world.client.execute_workflow(&workflow).start().await.unwrap();
        world.client.execute_workflow(&workflow).send().await.unwrap();
        started
    };
    // Both have the same outcome, so the outcome is known.
    let run = both().await.wait(HOUR).await.unwrap();
    assert_eq!((run.executions.len(), run.shared.len(), run.outcome()), (2, 1, Some(Outcome::Success)));

    // The outcomes differ, so it is unknown which run was ours.
    let mut started = both().await;
    let newest = world.client.get_workflow_executions(&workflow).send().await.unwrap().list.swap_remove(0);
    world.client.cancel_job_execution(newest.job_id.unwrap(), newest.job_execution_id).send().await.unwrap();
    let run = started.wait(HOUR).await.unwrap();
    assert_eq!((run.executions.len(), run.shared.len(), run.outcome()), (2, 1, None));
}

#[tokio::test]
async fn manual_runs_and_other_triggers_are_not_part_of_the_run() {
    let rows = r#"{"list":[
        {"jobExecutionId":"by-hand","jobId":"a","type":"JOB","status":"FAILED"},
        {"jobExecutionId":"other","jobId":"a","type":"WORKFLOW","triggerId":"t2","status":"FAILED"},
        {"jobExecutionId":"ours","jobId":"a","type":"WORKFLOW","triggerId":"t1","status":"COMPLETED"},
        {"jobExecutionId":"before","jobId":"a","type":"WORKFLOW","triggerId":"t1","status":"FAILED"}]}"#;
    let before = r#"{"list":[{"jobExecutionId":"before","jobId":"a","status":"RUNNING"}]}"#;
    let run = scripted(listing(before).into(), listing(rows).into()).await;
    assert_eq!(run.executions.len(), 1);
    assert_eq!((run.executions[0].job_execution_id.as_str(), run.outcome()), ("ours", Some(Outcome::Success)));
}

#[tokio::test]
async fn a_wait_ends_if_a_job_cannot_start_after_a_failure() {
    let empty = || json(200, EMPTY);
    let running = || listing(r#"{"list":[{"jobExecutionId":"1","jobId":"a","status":"RUNNING"}]}"#);
    let failed = || listing(r#"{"list":[{"jobExecutionId":"1","jobId":"a","status":"FAILED"}]}"#);
    let busy = || json(503, "");
    // A failed poll does not end the wait. It ends only after two equal polls in a row.
    let looks = [vec![empty()], running().into(), vec![busy(), busy(), busy()], failed().into(), failed().into()];
    let run = scripted(vec![empty()], looks.into_iter().flatten().collect()).await;
    assert_eq!((run.outcome(), run.not_started), (Some(Outcome::Failure), vec![Text::from("b")]));
}

const EMPTY: &str = r#"{"list":[]}"#;

/// Returns a page with rows, and the empty page at the end.
fn listing(page: &str) -> [Step; 2] {
    [json(200, page), json(200, EMPTY)]
}

/// A workflow of the jobs `a` and, after a failure, `b`: reading it, a listing, the start, and what is seen then.
async fn scripted(before: Vec<Step>, looks: Vec<Step>) -> WorkflowRun {
    let nodes = match looks.len() {
        2 => r#"{"id":"t1","type":"TRIGGER"},{"id":"a","type":"JOB"},{"id":"gone","type":"JOB","isValid":false}"#,
        _ => r#"{"id":"t1","type":"TRIGGER"},{"id":"a","type":"JOB"},{"id":"b","type":"JOB","parentNodeIds":["a"]}"#,
    };
    let workflow = json(200, &format!(r#"{{"workflowId":"w","nodes":[{nodes}]}}"#));
    let accepted = json(202, r#"{"workflowId":"w","triggerId":"t1","status":"ACCEPTED"}"#);
    let script = [vec![workflow], before, vec![accepted], looks].into_iter().flatten().collect();
    let server = RawServer::start(script);
    let builder = Client::builder().endpoint(server.endpoint()).clock(FakeClock::new());
    let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
    client.execute_workflow("w").send_and_wait(HOUR).await.unwrap()
}
