//! R34, R35 and R42: errors name started runs, accepted calls are never reported as failed, and verdicts are correct.

use super::faults::scripts;
use crate::gateway::{Gateway, Reply, whole};
use ncloud_dataflow::models::{JobConditionInput, JobExecution, TriggerRuleInput};
use ncloud_dataflow::{Client, Credentials, Environment, Error, ErrorKind, Outcome};
use ncloud_dataflow_cli::{Context, Streams};
use ncloud_testing::server::Request;
use ncloud_testing::{FakeClock, Random, Scale, record};
use std::ffi::OsString;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const TIMEOUT: Duration = Duration::from_secs(120);
const STARTED: &str = r#"{"jobExecutionId":"E1","jobId":"J1","status":"READY"}"#;
const WORKFLOW: &str = r#"{"workflowId":"W1","nodes":[{"id":"t1","type":"TRIGGER"},{"id":"J1","type":"JOB"}]}"#;

fn builder(endpoint: &str) -> ncloud_dataflow::ClientBuilder {
    let builder = Client::builder().environment(Environment::empty()).endpoint(endpoint).clock(FakeClock::new());
    builder.attempts(2).credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap())
}

/// Returns the responses of a working service until a run is started. `None` for polls of that run.
fn before_polls(request: &Request, started: &Mutex<bool>) -> Option<Reply> {
    let reply = |status, body: &str| Some(Reply::Bytes(whole(status, "", body)));
    let mut started = started.lock().unwrap();
    match (request.method(), request.target()) {
        ("POST", target) => {
            *started = true;
            reply(201, if target.contains("/jobs/") { STARTED } else { r#"{"workflowId":"W1"}"# })
        }
        (_, "/api/v1/workflows/W1") => reply(200, WORKFLOW),
        _ if !*started => reply(200, r#"{"list":[]}"#),
        _ => None,
    }
}

/// Starts a run and waits. Returns `None` if the start failed, because the script closed its connection.
async fn started_and_waited(client: &Client, is_job: bool) -> Option<Result<(), Error>> {
    if is_job {
        let started = client.create_job_execution("J1").start().await.ok()?;
        Some(started.wait(TIMEOUT).await.map(drop))
    } else {
        let mut started = client.execute_workflow("W1").start().await.ok()?;
        Some(started.wait(TIMEOUT).await.map(drop))
    }
}

#[tokio::test]
async fn r34_every_error_after_a_start_has_the_run() {
    let scale = Scale::from_process();
    let scripts = scripts();
    let rounds = scale.of(10_000).div_ceil(scripts.len() * 2);
    let (mut starts, mut errors) = (0, 0);
    for (number, (name, script)) in scripts.iter().enumerate() {
        for is_job in [true, false] {
            let (script, random) = (*script, Mutex::new(Random::new(number as u64)));
            let started = Arc::new(Mutex::new(false));
            let known = Arc::clone(&started);
            let gateway = Gateway::start(move |request| {
                before_polls(request, &known).unwrap_or_else(|| script(&mut random.lock().unwrap()))
            });
            let client = builder(gateway.endpoint()).attempt_timeout(Duration::from_millis(300)).build().await.unwrap();
            for _ in 0..rounds {
                *started.lock().unwrap() = false;
                let Some(outcome) = started_and_waited(&client, is_job).await else { continue };
                starts += 1;
                let Err(error) = outcome else { continue };
                errors += 1;
                let run = error.started().unwrap_or_else(|| panic!("{name}: {error:?}"));
                let (text, expected) = match is_job {
                    true => ("execution 'E1' of job 'J1'", ("job", "J1", Some("E1"))),
                    false => ("workflow 'W1'", ("workflow", "W1", None)),
                };
                assert_eq!((run.kind(), run.id(), run.execution_id()), expected, "{name}: {error}");
                assert!(error.to_string().contains(text), "{name}: {error}");
            }
        }
    }
    assert!(starts * 4 >= rounds * scripts.len() * 2 * 3, "most starts succeed: {starts}");
    record!(
        scale,
        "R34",
        format!("{starts} starts, then {} scripts of faults: all {errors} errors name the run", scripts.len()),
    );
}

type Sent = Pin<Box<dyn Future<Output = Result<(), Error>>>>;
type Mutation = (&'static str, bool, fn(&Client) -> Sent);

/// Returns every operation that changes data. The flag is true if its response is a bare confirmation.
fn mutations() -> Vec<Mutation> {
    fn boxed(call: impl Future<Output = Result<(), Error>> + 'static) -> Sent {
        Box::pin(call)
    }
    async fn ended<T>(call: impl Future<Output = Result<T, Error>>) -> Result<(), Error> {
        call.await.map(drop)
    }
    vec![
        ("createWorkflow", false, |client| boxed(ended(client.create_workflow("workflow1", Vec::new()).send()))),
        ("updateWorkflow", false, |client| boxed(ended(client.update_workflow("W1", "workflow1", Vec::new()).send()))),
        ("deleteWorkflow", true, |client| boxed(client.delete_workflow("W1").send())),
        ("executeWorkflow", false, |client| boxed(ended(client.execute_workflow("W1").send()))),
        ("createJob", false, |client| boxed(ended(client.create_job("job001", "SCRIPT").send()))),
        ("updateJob", false, |client| boxed(ended(client.update_job("J1", "SCRIPT").send()))),
        ("deleteJob", true, |client| boxed(client.delete_job("J1").send())),
        ("createJobExecution", false, |client| boxed(ended(client.create_job_execution("J1").send()))),
        ("updateJobExecutionConfig", false, |client| {
            boxed(ended(client.update_job_execution_config("J1", JobConditionInput::default()).send()))
        }),
        ("cancelJobExecution", true, |client| boxed(client.cancel_job_execution("J1", "E1").send())),
        ("createTrigger", false, |client| {
            boxed(ended(client.create_trigger("trigger1", "NONE", TriggerRuleInput::new("NONE")).send()))
        }),
        ("deleteTrigger", true, |client| boxed(client.delete_trigger("T1").send())),
    ]
}

#[tokio::test]
async fn r35_an_accepted_call_is_never_reported_as_failed() {
    let scale = Scale::from_process();
    let bodies =
        ["", " ", "{", "{\"jobId\":", "[]", "null", "7", "\"yes\"", "<html></html>", "\u{feff}", "tru", "{}{}"];
    let rounds = scale.of(100);
    let mut calls = 0;
    for status in [200, 201, 202, 204, 206] {
        for body in bodies {
            // Truncated bodies, and complete bodies.
            for missing in [0, 1, 40] {
                let gateway = Gateway::start(move |_| {
                    let length = body.len() + missing;
                    let head = format!("HTTP/1.1 {status} X\r\ncontent-length: {length}\r\n\r\n{body}");
                    if missing == 0 { Reply::Bytes(head.into_bytes()) } else { Reply::Close(head.into_bytes()) }
                });
                let client = builder(gateway.endpoint()).build().await.unwrap();
                for (name, confirms, call) in mutations() {
                    for _ in 0..rounds {
                        calls += 1;
                        let Err(error) = call(&client).await else { continue };
                        let may_be_done = error.was_accepted() || error.outcome_unknown();
                        assert!(may_be_done && !error.is_retryable(), "{name} {status} {body:?} {missing}: {error:?}");
                        let is_empty = body.trim().is_empty() && missing == 0;
                        assert!(!(confirms && is_empty), "{name}: an empty response confirms: {error:?}");
                    }
                }
            }
        }
    }
    record!(
        scale,
        "R35",
        format!("{calls} calls of 12 operations with 12 bodies, whole and cut: 0 reported as not done")
    );
}

/// Expected end of a wait.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Truth {
    Ended(Option<Outcome>),
    TimeIsOver,
}

impl Truth {
    fn exit_code(self) -> u8 {
        match self {
            Self::Ended(Some(Outcome::Success)) => 0,
            Self::Ended(Some(Outcome::Failure | Outcome::Cancelled)) => 5,
            Self::TimeIsOver => 3,
            Self::Ended(None) => 7,
        }
    }
}

/// Last state of a run, and the expected end of the wait.
const ENDS: [(&str, Truth); 10] = [
    (r#""status":"COMPLETED""#, Truth::Ended(Some(Outcome::Success))),
    (r#""status":"COMPLETED","endDate":"2025-03-21T11:27:47+09:00""#, Truth::Ended(Some(Outcome::Success))),
    (r#""status":"FAILED""#, Truth::Ended(Some(Outcome::Failure))),
    (r#""status":"FAILED","endDate":"2025-03-21T11:27:47+09:00""#, Truth::Ended(Some(Outcome::Failure))),
    (r#""status":"CANCELED""#, Truth::Ended(Some(Outcome::Cancelled))),
    (r#""status":"Failed""#, Truth::Ended(Some(Outcome::Failure))),
    (r#""status":"KILLED","endDate":"2025-03-21T11:27:47+09:00""#, Truth::Ended(None)),
    (r#""status":"KILLED""#, Truth::TimeIsOver),
    (r#""status":null,"endDate":"2025-03-21T11:27:47+09:00""#, Truth::Ended(None)),
    (r#""status":"RUNNING","endDate":"2025-03-21T11:27:47+09:00""#, Truth::TimeIsOver),
];

/// Additional fields, in unexpected forms.
const EXTRA_FIELDS: [&str; 12] = [
    "",
    r#","runningTime":"830""#,
    r#","waitingTime":14.5"#,
    r#","startDate":7"#,
    r#","startDate":"0001-01-01T00:00:00Z""#,
    r#","jobCondition":"x""#,
    r#","jobCondition":{"numWorker":"2"}"#,
    r#","parsedParameters":[]"#,
    r#","type":false"#,
    r#","big":12345678901234567890123"#,
    r#","triggerId":null"#,
    r#","executorNum":{}"#,
];

/// Responses that accept the start.
const STARTS: [&str; 4] = [
    STARTED,
    r#"{"jobExecutionId":"E1","jobId":""}"#,
    r#"{"jobExecutionId":"E1","jobId":"J1","executorNum":"2"}"#,
    r#"{"jobExecutionId":"E1","jobId":"J1","status":"NEW"}"#,
];

fn fault(number: usize) -> Reply {
    let status = [404, 408, 429, 500, 502, 503, 504, 403, 401, 520].get(number);
    match (status, number) {
        (Some(status), _) => Reply::Bytes(whole(*status, "", "")),
        (_, 10) => Reply::Reset(Vec::new()),
        (_, 11) => Reply::Bytes(whole(200, "", "")),
        (_, 12) => Reply::Bytes(whole(200, "", "<html>")),
        (_, 13) => Reply::Close(b"HTTP/1.1 200 X\r\ncontent-length: 40\r\n\r\n{\"status\":\"COMPLETED\"".to_vec()),
        _ => Reply::Bytes(whole(302, "location: /login\r\n", "")),
    }
}

/// One wait: the behavior of the service, and the expected end.
struct Case {
    end: usize,
    extra: usize,
    start: usize,
    /// Number of polls that fail before the end is seen.
    faults: Vec<usize>,
}

impl Case {
    fn random(random: &mut Random) -> Self {
        let faults = (0..random.below(4)).map(|_| random.below(15)).collect();
        Self {
            end: random.below(ENDS.len()),
            extra: random.below(EXTRA_FIELDS.len()),
            start: random.below(STARTS.len()),
            faults,
        }
    }

    fn gateway(&self) -> Gateway {
        let body =
            format!(r#"{{"jobExecutionId":"E1","jobId":"J1",{}{}}}"#, ENDS[self.end].0, EXTRA_FIELDS[self.extra]);
        let (start, faults, polls) = (STARTS[self.start], self.faults.clone(), Mutex::new(0));
        Gateway::start(move |request| {
            if request.method() == "POST" {
                return Reply::Bytes(whole(201, "", start));
            }
            let mut polls = polls.lock().unwrap();
            *polls += 1;
            match faults.get(*polls - 1) {
                Some(number) => fault(*number),
                None => Reply::Bytes(whole(200, "", &body)),
            }
        })
    }

    fn truth(&self) -> Truth {
        ENDS[self.end].1
    }

    async fn in_library(&self) -> Truth {
        let gateway = self.gateway();
        let client = builder(gateway.endpoint()).attempts(1).build().await.unwrap();
        let started = client.create_job_execution("J1").start().await.unwrap();
        match started.wait_with::<JobExecution>(TIMEOUT, |_| {}).await {
            Ok(waited) => {
                assert_eq!(waited.response.outcome(), waited.outcome, "the model says the same");
                assert!(waited.response.has_ended());
                Truth::Ended(waited.outcome)
            }
            Err(error) if error.kind() == ErrorKind::WaitTimeout => Truth::TimeIsOver,
            Err(error) => panic!("{error:?}"),
        }
    }

    /// Runs the program. Returns its exit code and output.
    fn in_program(&self) -> (u8, String) {
        let gateway = self.gateway();
        let environment = Environment::empty()
            .with("NCLOUD_ACCESS_KEY_ID", "AK_TEST")
            .with("NCLOUD_SECRET_ACCESS_KEY", "SK_TEST")
            .with("NCLOUD_DATAFLOW_ENDPOINT", gateway.endpoint());
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let context = Context::new(environment).with_clock(FakeClock::new());
        let args = ["ncloud-dataflow", "job", "run", "J1", "--by-id", "--wait", "--timeout", "2m"];
        let code = ncloud_dataflow_cli::run(args.map(OsString::from), &context, &mut Streams::new(&mut out, &mut err));
        (code, String::from_utf8(err).unwrap())
    }
}

#[test]
fn r42_the_verdict_is_correct() {
    let scale = Scale::from_process();
    let waits = scale.of(5_000);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut random = Random::new(42);
    for _ in 0..waits.div_ceil(2) {
        let case = Case::random(&mut random);
        let Case { end, extra, start, faults } = &case;
        let context = format!("{} {} {} {faults:?}", ENDS[*end].0, EXTRA_FIELDS[*extra], STARTS[*start]);
        assert_eq!(runtime.block_on(case.in_library()), case.truth(), "{context}");
        let (code, err) = case.in_program();
        assert_eq!(code, case.truth().exit_code(), "{context}: {err}");
    }
    record!(
        scale,
        "R42",
        format!(
            "{waits} waits of library and program, over states, odd fields, failed polls and starts: every verdict is the scripted one"
        )
    );
}
