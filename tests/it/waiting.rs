//! Waiting: when a wait ends, and the details of the started run in errors.

use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::runtime::RawRow;
use ncloud_dataflow::runtime::wait::WaitEvent;
use ncloud_dataflow::{Client, Credentials, Error, ErrorKind, Outcome, WorkflowRun};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Request, Step, json};
use std::sync::Arc;
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(3600);
/// Responses to a start: as documented, and with the minimum that identifies the run.
const STARTED: &str = r#"{"jobExecutionId":"E1","jobId":"J1"}"#;
const COMPLETED: &str = r#"{"jobExecutionId":"E1","jobId":"J1","status":"COMPLETED"}"#;
const RUNNING: &str = r#"{"jobExecutionId":"E1","jobId":"J1","status":"RUNNING"}"#;

/// Starts a server that responds to starts with `start`, and to polls with `polls`. The last one is repeated.
fn polled(start: Step, polls: Vec<Step>) -> RawServer {
    let (mut start, mut polls, mut last) = (Some(start), polls.into_iter().peekable(), None);
    RawServer::responding(move |request| {
        if request.method() == "POST" {
            return start.take();
        }
        if polls.peek().is_some() {
            last = polls.next();
        }
        last.clone()
    })
}

async fn client(server: &RawServer, clock: Arc<FakeClock>) -> Client {
    let builder = Client::builder().endpoint(server.endpoint()).clock(clock);
    builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap()
}

async fn run(start: Step, polls: Vec<Step>, timeout: Duration) -> Result<JobExecution, Error> {
    let server = polled(start, polls);
    client(&server, FakeClock::new()).await.create_job_execution("J1").send_and_wait(timeout).await
}

/// Checks that the error has the run, in its methods and in its message.
fn assert_names_the_run(error: &Error) {
    let started = error.started().unwrap_or_else(|| panic!("{error:?}"));
    assert_eq!((started.kind(), started.id(), started.execution_id()), ("job", "J1", Some("E1")));
    assert!(error.to_string().contains("execution 'E1' of job 'J1'"), "{error}");
}

#[tokio::test]
async fn a_wait_uses_its_whole_timeout() {
    for seconds in [1, 4, 7, 60] {
        let timeout = Duration::from_secs(seconds);
        let server = polled(json(201, STARTED), vec![json(200, RUNNING)]);
        let clock = FakeClock::new();
        let started = client(&server, clock.clone()).await.create_job_execution("J1").start().await.unwrap();
        let error = started.wait(timeout).await.unwrap_err();
        assert_eq!((error.kind(), error.last_state()), (ErrorKind::WaitTimeout, Some("RUNNING")));
        assert_eq!(clock.sleeps().iter().sum::<Duration>(), timeout, "the last poll is made at the deadline");
        assert_eq!(server.requests().len(), 2 + clock.sleeps().len(), "a poll follows each pause");
        assert_names_the_run(&error);
    }
}

#[tokio::test]
async fn a_run_that_was_just_started_may_not_be_visible_yet() {
    let missing = || json(404, r#"{"error":{"errorCode":"300","message":"Not Found Exception"}}"#);
    let polls = vec![missing(), missing(), missing(), json(200, RUNNING), json(200, COMPLETED)];
    assert_eq!(run(json(201, STARTED), polls, HOUR).await.unwrap().outcome(), Some(Outcome::Success));
    let error = run(json(201, STARTED), vec![missing()], HOUR).await.unwrap_err();
    assert!(error.is_not_found(), "{error:?}");
    assert_names_the_run(&error);
}

#[tokio::test]
async fn a_new_run_has_30_seconds_to_become_visible() {
    // Polls after 0, 1, 2.5, 4.75, 8.1, 13.2 and 20.8 seconds.
    let late = |status| [vec![json(status, ""); 7], vec![json(200, COMPLETED)]].concat();
    assert_eq!(run(json(201, STARTED), late(404), HOUR).await.unwrap().outcome(), Some(Outcome::Success));
    for status in [400, 403] {
        let error = run(json(201, STARTED), late(status), HOUR).await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Service, Some(status)));
    }
    // At the timeout the run may still not be visible. That does not prove that it does not exist.
    let error = run(json(201, STARTED), vec![json(404, "")], Duration::from_secs(5)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WaitTimeout, "{error:?}");
    assert_names_the_run(&error);
}

#[tokio::test]
async fn a_failed_cancel_names_the_run() {
    let polls =
        |request: &Request| Some(json(if request.target().ends_with("/executions") { 201 } else { 400 }, STARTED));
    let server = RawServer::responding(move |request| polls(request));
    let started = client(&server, FakeClock::new()).await.create_job_execution("J1").start().await.unwrap();
    let error = started.cancel().await.unwrap_err();
    assert_eq!(error.status(), Some(400));
    assert_names_the_run(&error);
}

#[tokio::test]
async fn a_rejected_first_poll_of_an_old_run_ends_the_wait() {
    for (status, kind) in [(404, ErrorKind::Service), (403, ErrorKind::Service), (400, ErrorKind::Service)] {
        let server = polled(json(201, STARTED), vec![json(status, "")]);
        let client = client(&server, FakeClock::new()).await;
        let error = client.get_job_execution("J1", "E1").wait(HOUR).await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (kind, Some(status)));
        assert_eq!(server.requests().len(), 1);
    }
}

/// Returns every kind of failed poll, and polls without information.
fn faults() -> Vec<Step> {
    let mut faults: Vec<Step> = [400, 401, 403, 404, 408, 409, 418, 425, 429, 500, 501, 502, 503, 504, 520]
        .map(|status| json(status, ""))
        .into();
    faults.extend([302, 304].map(|status| json(status, "")));
    let bodies =
        ["", "null", "true", "[]", "{}", "<html>", r#"{"status":"COMP"#, r#"{"status":7}"#, r#"{"status":null}"#];
    faults.extend(bodies.map(|body| json(200, body)));
    faults.push(json(200, r#"{"error":{"errorCode":"900","message":"Unexpected Error"}}"#));
    faults.push(Step::Bytes(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{\"status\":\"COMPLETED\"".to_vec()));
    faults.push(Step::Bytes(b"SSH-2.0-OpenSSH\r\n".to_vec()));
    faults.push(Step::Bytes(Vec::new()));
    faults
}

#[tokio::test]
async fn a_failed_poll_does_not_end_a_wait() {
    for (number, fault) in faults().into_iter().enumerate() {
        for polls in [vec![fault.clone()], vec![json(200, RUNNING), fault.clone(), fault.clone(), fault]] {
            let polls = polls.into_iter().chain([json(200, COMPLETED)]).collect();
            let outcome = run(json(201, STARTED), polls, HOUR).await.map(|run| run.outcome());
            assert_eq!(outcome.unwrap(), Some(Outcome::Success), "fault {number}");
        }
    }
}

#[tokio::test]
async fn polls_that_always_fail_end_a_wait_and_name_the_run() {
    for (number, fault) in faults().into_iter().enumerate() {
        for timeout in [Duration::ZERO, Duration::from_secs(1), HOUR, Duration::MAX] {
            // A response without a state means that the run continues. Without a timeout, such a wait does not end.
            let is_pending = matches!(&fault, Step::Bytes(bytes) if [&b"{}"[..], b":7}", b":null}"].iter().any(|end| bytes.ends_with(end)));
            if timeout == Duration::MAX && is_pending {
                continue;
            }
            let error = run(json(201, STARTED), vec![fault.clone()], timeout).await.unwrap_err();
            assert_names_the_run(&error);
            assert_ne!(error.kind(), ErrorKind::Input, "fault {number}: {error}");
        }
    }
}

#[tokio::test]
async fn a_rejected_poll_keeps_its_status() {
    for status in [401, 403] {
        let error = run(json(201, STARTED), vec![json(200, RUNNING), json(status, "")], HOUR).await.unwrap_err();
        assert_eq!((error.is_auth(), error.last_state()), (true, Some("RUNNING")), "{error}");
    }
}

#[tokio::test]
async fn a_wait_reports_each_change_once() {
    let busy = || json(500, "");
    let polls = vec![json(200, RUNNING), json(200, RUNNING), busy(), busy(), busy(), busy(), json(200, COMPLETED)];
    let server = polled(json(201, STARTED), polls);
    let started = client(&server, FakeClock::new()).await.create_job_execution("J1").start().await.unwrap();
    let mut events = Vec::new();
    started.wait_with::<JobExecution>(HOUR, |event| events.push(event)).await.unwrap();
    let polled = events.iter().filter(|event| **event == WaitEvent::Polled).count();
    assert_eq!(polled, 2, "{events:?}");
    events.retain(|event| *event != WaitEvent::Polled);
    let running = WaitEvent::State { state: "RUNNING".to_owned(), documented: true };
    assert_eq!(events[0], running);
    assert!(matches!(&events[1], WaitEvent::PollFailed(error) if error.contains("500")), "{events:?}");
    assert_eq!(events.len(), 2, "one failure is reported until a poll succeeds: {events:?}");
}

#[tokio::test]
async fn only_the_state_determines_the_outcome() {
    let fields = [
        r#""runningTime":"830""#,
        r#""waitingTime":14.5"#,
        r#""startDate":false"#,
        r#""jobCondition":[]"#,
        r#""jobId":null"#,
        r#""x":1e999"#,
        r#""endDate":"never""#,
        r#""parsedParameters":"a""#,
        r#""type":7"#,
    ];
    let ends = [("COMPLETED", Outcome::Success), ("FAILED", Outcome::Failure), ("CANCELED", Outcome::Cancelled)];
    for (state, expected) in ends {
        for field in fields {
            let server = polled(json(201, STARTED), vec![json(200, &format!(r#"{{"status":"{state}",{field}}}"#))]);
            let started = client(&server, FakeClock::new()).await.create_job_execution("J1").start().await.unwrap();
            let waited = started.wait_with::<RawRow>(HOUR, |_| {}).await.unwrap();
            assert_eq!((waited.outcome, waited.state.as_deref()), (Some(expected), Some(state)), "{field}");
        }
    }
}

#[tokio::test]
async fn an_undocumented_state_ends_a_wait_only_with_an_end_date() {
    let killed = r#"{"jobExecutionId":"E1","jobId":"J1","status":"KILLED"}"#;
    let ended = killed.replace('}', r#","endDate":"2025-03-21T11:27:47+09:00"}"#);
    let run_of = |polls: Vec<Step>| run(json(201, STARTED), polls, Duration::from_secs(60));
    let run = run_of(vec![json(200, &ended)]).await.unwrap();
    assert_eq!((run.outcome(), run.has_ended()), (None, true));
    let error = run_of(vec![json(200, killed)]).await.unwrap_err();
    assert_eq!((error.kind(), error.last_state()), (ErrorKind::WaitTimeout, Some("KILLED")));
    // The state may be temporary.
    let run = run_of(vec![json(200, &ended), json(200, COMPLETED)]).await.unwrap();
    assert_eq!(run.outcome(), Some(Outcome::Success));
}

#[tokio::test]
async fn a_wait_uses_the_requested_job_id() {
    for job in [r#""jobId":"""#, r#""jobId":"other""#, r#""jobName":"x""#] {
        let start = json(201, &format!(r#"{{"jobExecutionId":"E1",{job}}}"#));
        let server = polled(start, vec![json(200, COMPLETED)]);
        let client = client(&server, FakeClock::new()).await;
        let Ok(started) = client.create_job_execution("J1").start().await else {
            panic!("{job}");
        };
        assert_eq!((started.job_id(), started.execution_id()), ("J1", "E1"));
        started.wait(HOUR).await.unwrap();
        assert_eq!(server.requests()[1].target(), "/api/v1/jobs/J1/executions/E1", "{job}");
    }
}

#[tokio::test]
async fn a_start_without_an_execution_id_was_accepted() {
    for body in ["", "{}", r#"{"jobExecutionId":"","jobId":"J1"}"#, r#"{"jobExecutionId":null,"jobId":"J1"}"#, "<html>"]
    {
        let error = run(json(201, body), Vec::new(), HOUR).await.unwrap_err();
        assert!(error.was_accepted() && !error.is_retryable() && !error.outcome_unknown(), "{body}: {error:?}");
    }
}

#[tokio::test]
async fn a_started_job_is_canceled_by_its_handle() {
    let mut posts = 0;
    let server = RawServer::responding(move |_| {
        posts += 1;
        Some(if posts == 1 { json(201, STARTED) } else { json(200, "true") })
    });
    let started = client(&server, FakeClock::new()).await.create_job_execution("J1").start().await.unwrap();
    started.cancel().await.unwrap();
    let request: Request = server.requests().pop().unwrap();
    assert_eq!((request.method(), request.target()), ("POST", "/api/v1/jobs/J1/executions/E1/cancel"));
}

#[tokio::test]
async fn accepted_calls_are_not_reported_as_failed() {
    // Confirmations need no body.
    for (status, body) in [(200, ""), (200, "\n"), (202, ""), (204, ""), (200, "true")] {
        let server = RawServer::start(vec![json(status, body)]);
        client(&server, FakeClock::new()).await.delete_job("J1").send().await.unwrap();
    }
    // Other calls report that they were accepted.
    for body in ["", "{", "[]", "<html>", "null"] {
        let server = RawServer::start(vec![json(201, body)]);
        let client = client(&server, FakeClock::new()).await;
        let error = client.create_job("nightly", "SCRIPT").send().await.unwrap_err();
        assert!(error.was_accepted() && !error.outcome_unknown() && !error.is_retryable(), "{body}: {error:?}");
        assert!(error.to_string().contains("accepted"), "{error}");
        assert!(error.hint().is_some_and(|hint| hint.contains("before you call again")), "{error:?}");
    }
    // An explicit `false` is a failure, and a call that only reads changes nothing.
    let server = RawServer::start(vec![json(200, "false"), json(200, "")]);
    let client = client(&server, FakeClock::new()).await;
    assert!(!client.delete_job("J1").send().await.unwrap_err().was_accepted());
    assert!(!client.get_job("J1").send().await.unwrap_err().was_accepted());
}

/// Starts a server with a workflow of one job and a trigger, and listings before and after the start.
fn workflow(start: Step, before: &'static str, after: Vec<Step>) -> RawServer {
    let mut started = false;
    let (mut start, mut after, mut last) = (Some(start), after.into_iter().peekable(), None);
    RawServer::responding(move |request| match (request.method(), request.target()) {
        ("POST", target) if target.ends_with("/executions") => {
            started = true;
            start.take()
        }
        ("POST", _) => Some(json(200, "true")),
        ("GET", "/api/v1/workflows/W1") => {
            Some(json(200, r#"{"workflowId":"W1","nodes":[{"id":"t1","type":"TRIGGER"},{"id":"J1","type":"JOB"}]}"#))
        }
        _ if !started => Some(json(200, before)),
        // The end of the listing.
        (_, target) if !target.contains("page=0") && target.contains("page=") => Some(json(200, r#"{"list":[]}"#)),
        _ => {
            if after.peek().is_some() {
                last = after.next();
            }
            last.clone()
        }
    })
}

const NONE: &str = r#"{"list":[]}"#;

fn listed(status: &str) -> Step {
    json(200, &format!(r#"{{"list":[{{"jobExecutionId":"E1","jobId":"J1","type":"WORKFLOW",{status}}}]}}"#))
}

#[tokio::test]
async fn a_workflow_wait_works_without_a_start_response() {
    for body in ["", "{", "null", "<html>"] {
        let server = workflow(json(202, body), NONE, vec![listed(r#""status":"COMPLETED""#)]);
        let run = client(&server, FakeClock::new()).await.execute_workflow("W1").send_and_wait(HOUR).await.unwrap();
        assert_eq!(run.outcome(), Some(Outcome::Success), "{body}");
    }
}

#[tokio::test]
async fn errors_after_the_start_of_a_workflow_name_it() {
    let accepted = || json(202, r#"{"workflowId":"W1","status":"ACCEPTED"}"#);
    for fault in faults() {
        for timeout in [Duration::ZERO, Duration::from_secs(5), HOUR, Duration::MAX] {
            let server = workflow(accepted(), NONE, vec![fault.clone()]);
            let client = client(&server, FakeClock::new()).await;
            let mut started = client.execute_workflow("W1").start().await.unwrap();
            // A page without rows means that no execution has started. Without a timeout, such a wait does not end.
            let wait = tokio::time::timeout(Duration::from_secs(5), started.wait(timeout));
            let Ok(result) = wait.await else { panic!("{timeout:?}") };
            let error = result.unwrap_err();
            let named = error.started().unwrap_or_else(|| panic!("{error:?}"));
            assert_eq!((named.kind(), named.id(), named.execution_id()), ("workflow", "W1", None));
            assert!(error.to_string().contains("workflow 'W1'"), "{error}");
        }
    }
}

#[tokio::test]
async fn a_workflow_in_an_undocumented_state_has_no_outcome() {
    let accepted = json(202, r#"{"workflowId":"W1"}"#);
    let ended = listed(r#""status":"KILLED","endDate":"2025-03-21T11:27:47+09:00""#);
    let server = workflow(accepted, NONE, vec![ended]);
    let run = client(&server, FakeClock::new()).await.execute_workflow("W1").send_and_wait(HOUR).await.unwrap();
    assert_eq!((run.outcome(), run.executions.len()), (None, 1));
}

#[test]
fn a_workflow_without_executions_has_no_outcome() {
    assert_eq!(WorkflowRun::default().outcome(), None);
}

#[tokio::test]
async fn a_workflow_without_jobs_to_observe_is_not_started() {
    for nodes in
        ["", r#","nodes":[]"#, r#","nodes":[{"id":"t1","type":"TRIGGER"}]"#, r#","nodes":[{"id":"","type":"JOB"}]"#]
    {
        let server = RawServer::start(vec![json(200, &format!(r#"{{"workflowId":"W1"{nodes}}}"#))]);
        let error = client(&server, FakeClock::new()).await.execute_workflow("W1").start().await.unwrap_err();
        assert_eq!((error.kind(), server.requests().len()), (ErrorKind::Input, 1), "{nodes}: {error}");
    }
}

#[tokio::test]
async fn canceling_a_workflow_cancels_each_execution() {
    let accepted = || json(202, r#"{"workflowId":"W1"}"#);
    let server = workflow(accepted(), NONE, vec![listed(r#""status":"RUNNING""#)]);
    let mut started = client(&server, FakeClock::new()).await.execute_workflow("W1").start().await.unwrap();
    started.cancel().await.unwrap();
    assert_eq!(server.requests().pop().unwrap().target(), "/api/v1/jobs/J1/executions/E1/cancel");

    let two = r#"{"list":[{"jobExecutionId":"E1","jobId":"J1"},{"jobExecutionId":"E2","jobId":"J1"}]}"#;
    let server = workflow(accepted(), NONE, vec![json(200, two)]);
    let mut started = client(&server, FakeClock::new()).await.execute_workflow("W1").start().await.unwrap();
    let error = started.cancel().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Input, "which of two is this run's is ambiguous: {error}");
    assert!(server.requests().iter().all(|request| !request.target().ends_with("/cancel")));
}
