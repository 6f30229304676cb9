//! Control over HTTP: who may, journal, faults, and events.

use crate::wire::{NOW, Raw, Response, builder, call, connect, exchange, start};
use ncloud_dataflow_emulator::{Emulator, Fault, FaultRule, RequestOutcome};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};

const JOB: &str = "/api/v1/jobs/gqigvHhTu7ra";

pub(crate) fn request(method: &str, target: &str) -> Raw {
    let headers = [("host", "127.0.0.1"), ("connection", "close")];
    let headers = headers.map(|(name, value)| (name.to_owned(), value.into())).to_vec();
    Raw { method: method.to_owned(), target: target.to_owned(), headers, body: Vec::new() }
}

#[track_caller]
pub(crate) fn control(emulator: &Emulator, method: &str, target: &str, body: &Value) -> Value {
    let request =
        if body.is_null() { request(method, target) } else { request(method, target).json(&body.to_string()) };
    let response = request.send(emulator);
    assert_eq!(response.status, 200, "{:?}", response.json());
    response.json()
}

/// Returns message and hint of an error.
#[track_caller]
pub(crate) fn error(response: &Response, status: u16) -> String {
    let body = response.json();
    assert_eq!(response.status, status, "{body}");
    let part = |name: &str| body["error"][name].as_str().expect("a message and a hint").to_owned();
    format!("{} | {}", part("message"), part("hint"))
}

/// Events as they arrive.
pub(crate) struct EventReader(Box<dyn Iterator<Item = String>>);

impl EventReader {
    /// Returns the data of the next event with this name.
    pub(crate) fn until(&mut self, name: &str) -> Value {
        let wanted = format!("event: {name}");
        assert!(self.0.any(|line| line == wanted), "an event");
        let data = self.0.find_map(|line| line.strip_prefix("data: ").map(str::to_owned)).expect("data");
        serde_json::from_str(&data).expect("JSON")
    }
}

/// Connects to the events of the default account.
pub(crate) fn events(emulator: &Emulator) -> EventReader {
    let mut stream = connect(emulator);
    stream.write_all(&request("GET", "/_emulator/events").bytes()).expect("an open connection");
    let mut lines = BufReader::new(stream).lines().map(|line| line.expect("a line"));
    assert!(lines.by_ref().any(|line| line == ": connected"));
    EventReader(Box::new(lines))
}

fn requests(emulator: &Emulator) -> Vec<Value> {
    control(emulator, "GET", "/_emulator/requests", &Value::Null)["requests"].as_array().expect("requests").clone()
}

#[tokio::test]
async fn health_needs_no_signature_and_meets_no_fault() {
    let emulator = start(builder().fault(Fault::Throttled, 1.0).fault(Fault::Lost, 1.0)).await;
    let health = control(&emulator, "GET", "/healthz", &Value::Null);
    assert_eq!(health["status"], "ok");
    let other_host = Raw {
        headers: vec![("host".into(), "db".into()), ("connection".into(), "close".into())],
        ..request("GET", "/healthz")
    };
    assert_eq!(other_host.send(&emulator).status, 200);
    assert_eq!(
        error(&request("POST", "/healthz").send(&emulator), 405),
        "'/healthz' has no method POST | use one of GET, HEAD"
    );
    assert_eq!((emulator.requests(), emulator.journal().len()), (0, 0));
}

#[tokio::test]
async fn routes_are_listed_and_others_are_rejected() {
    let emulator = start(builder()).await;
    let routes = control(&emulator, "GET", "/_emulator", &Value::Null);
    let paths: Vec<&str> =
        routes["routes"].as_array().unwrap().iter().map(|route| route["path"].as_str().unwrap()).collect();
    assert!(paths.contains(&"/_emulator/faults"), "{paths:?}");
    let unknown = error(&request("GET", "/_emulator/fault").send(&emulator), 404);
    assert!(paths.iter().all(|path| unknown.contains(path)), "{unknown}");
    let wrong = request("POST", "/_emulator/faults").send(&emulator);
    assert!(wrong.head.contains("allow: get, put, delete, head"), "{}", wrong.head);
    assert_eq!(wrong.status, 405);
    let head = request("HEAD", "/_emulator/events").send(&emulator);
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[tokio::test]
async fn only_programs_of_this_machine_have_access() {
    let emulator = start(builder()).await;
    let send = |method: &str, host: &str, headers: &[(&str, &str)]| {
        let request = Raw {
            headers: vec![("host".into(), host.into()), ("connection".into(), "close".into())],
            ..request(method, "/_emulator/faults")
        };
        headers.iter().fold(request, |request, (name, value)| request.header(name, value)).send(&emulator)
    };
    for host in ["127.0.0.1:1", "localhost", "[::1]:8080"] {
        assert_eq!(send("DELETE", host, &[]).status, 200, "{host}");
    }
    for host in ["rebound.example.com", "127.0.0.1.example.com", "10.0.0.1"] {
        assert!(error(&send("GET", host, &[]), 403).contains("http://localhost:PORT"), "{host}");
    }
    for header in [
        ("origin", "https://example.com"),
        ("origin", "null"),
        ("origin", "http://localhost:3000"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        assert!(
            error(&send("DELETE", "localhost:80", &[header]), 403).contains("web page of another site"),
            "{header:?}"
        );
    }
    let own = [("origin", "http://localhost:80"), ("sec-fetch-site", "same-origin")];
    assert_eq!(send("DELETE", "localhost:80", &own).status, 200);
    let target = "http://rebound.example.com/_emulator/faults";
    assert_eq!(request("GET", target).send(&emulator).status, 403, "the host of the target counts");
}

#[tokio::test]
async fn other_addresses_need_the_token() {
    let emulator = start(builder().address("0.0.0.0:0".parse().unwrap()).exposed()).await;
    let token = emulator.control_token().expect("a token").to_owned();
    assert!(token.len() == 32 && !format!("{emulator:?}").contains(&token), "{token}");
    let send = |value: &str| request("GET", "/_emulator/requests").header("authorization", value).send(&emulator);
    let missing = request("GET", "/_emulator/requests").send(&emulator);
    assert!(missing.head.contains("www-authenticate: bearer"), "{}", missing.head);
    assert!(error(&missing, 401).contains("Authorization: Bearer TOKEN"));
    for wrong in [
        "Bearer x".to_owned(),
        format!("Bearer {token}x"),
        format!("Bearer {}", token.to_uppercase().replace(|c: char| c.is_ascii_digit(), "x")),
    ] {
        assert_eq!(error(&send(&wrong), 403).split(" | ").next(), Some("the token is wrong"));
    }
    assert_eq!(error(&send("Basic x"), 401).split(" | ").next(), Some("the token is missing"));
    assert_eq!(send(&format!("bearer {token}")).status, 200);
    assert_eq!(request("GET", "/healthz").send(&emulator).status, 200);
    assert_eq!(start(builder()).await.control_token(), None);
}

#[tokio::test]
async fn journal_has_outcome_and_reason_and_no_secrets() {
    let emulator = start(builder()).await;
    call(&emulator, "GET", "/api/v1/jobs?limt=1", &Value::Null);
    call(&emulator, "GET", "/api/v1/jobs/gqigvHhTu7ra/execution", &Value::Null);
    call(&emulator, "POST", "/api/v1/jobs", &json!({"name": "nightly"}));
    Raw::with_signature("DELETE", JOB, &NOW.to_string(), "SIGNATURE").send(&emulator);
    let all = requests(&emulator);
    let field = |name: &str| all.iter().map(|entry| entry[name].clone()).collect::<Vec<_>>();
    assert_eq!(field("number"), [1, 2, 3, 4]);
    assert_eq!(field("status"), [200, 404, 400, 401]);
    assert_eq!(field("outcome"), ["ok", "refused", "refused", "refused"]);
    assert_eq!(field("operation"), [json!("getJobs"), Value::Null, json!("createJob"), json!("deleteJob")]);
    assert_eq!(
        field("nearest"),
        [json!("limit"), json!("GET /api/v1/jobs/{jobId}/executions"), Value::Null, Value::Null]
    );
    assert_eq!(all[0]["target"], "/api/v1/jobs?limt=1");
    assert_eq!(all[0]["time"], "2023-11-14T22:13:20.000Z");
    assert_eq!(all[0]["requestId"], "emulator-1");
    assert!(all[2]["reason"].as_str().unwrap().contains("type"), "{}", all[2]);
    let text = Value::from(all).to_string();
    assert!(!text.contains("SIGNATURE\"") && !text.contains("AK_TEST") && !text.contains("nightly"), "{text}");
    let cleared = control(&emulator, "DELETE", "/_emulator/requests", &Value::Null);
    assert_eq!(cleared, json!({"requests": [], "kept": 1000, "replays": 0}));
    assert_eq!(emulator.requests(), 4);
}

#[tokio::test]
async fn replayed_mutating_requests_are_counted() {
    let emulator = start(builder()).await;
    let create =
        |name: &str| Raw::signed("POST", "/api/v1/jobs").json(&json!({"name": name, "type": "SCRIPT"}).to_string());
    for request in
        [create("one"), create("two"), Raw::signed("GET", JOB), Raw::signed("GET", JOB), create("one"), create("one")]
    {
        assert!(request.send(&emulator).status < 300);
    }
    let unsigned = Raw::with_signature("POST", "/api/v1/jobs", &NOW.to_string(), "x");
    assert_eq!([unsigned.send(&emulator).status, unsigned.send(&emulator).status], [401, 401]);
    let replays: Vec<_> = emulator.journal().iter().map(|entry| entry.replay_of).collect();
    assert_eq!(replays, [None, None, None, None, Some(1), Some(1), None, None]);
    assert_eq!(control(&emulator, "GET", "/_emulator/requests", &Value::Null)["replays"], 2);
}

#[tokio::test]
async fn journal_keeps_the_last_thousand() {
    let emulator = start(builder()).await;
    let mut stream = connect(&emulator);
    let mut request = Raw::signed("GET", "/nothing");
    request.headers.retain(|(name, _)| name != "connection");
    let bytes = request.bytes();
    for _ in 0..1002 {
        stream.write_all(&bytes).unwrap();
        let mut one = [0; 1];
        std::io::Read::read_exact(&mut stream, &mut one).unwrap();
        stream.set_nonblocking(true).unwrap();
        let _ = std::io::Read::read(&mut stream, &mut [0; 4096]);
        stream.set_nonblocking(false).unwrap();
    }
    // The next request is answered after all others.
    call(&emulator, "GET", JOB, &Value::Null);
    let numbers: Vec<usize> = emulator.journal().iter().map(|entry| entry.number).collect();
    assert_eq!(numbers.len(), 1000);
    assert_eq!(numbers.last(), Some(&1003));
    emulator.clear_journal();
    assert!(emulator.journal().is_empty());
}

#[tokio::test]
async fn third_call_of_an_operation_loses_its_response() {
    let emulator = start(builder()).await;
    let rule = json!({"fault": "lost", "operation": "createJob", "skip": 2, "times": 1});
    let set = control(&emulator, "PUT", "/_emulator/faults", &json!({"faults": [rule]}));
    assert_eq!((&set["faults"][0]["skip"], &set["faults"][0]["matched"]), (&json!(2), &json!(0)));
    let bytes = Raw::signed("POST", "/api/v1/jobs").json(r#"{"name":"job","type":"SCRIPT"}"#).bytes();
    let arrived: Vec<bool> = (0..4).map(|_| exchange(&emulator, &bytes).is_some()).collect();
    assert_eq!(arrived, [true, true, false, true]);
    let lost = &emulator.journal()[2];
    assert_eq!((lost.status, lost.outcome), (201, RequestOutcome::Fault(Fault::Lost)), "it was carried out");
    let list = control(&emulator, "GET", "/_emulator/faults", &Value::Null);
    assert_eq!((&list["faults"][0]["matched"], &list["faults"][0]["applied"]), (&json!(4), &json!(1)));
    assert_eq!(control(&emulator, "DELETE", "/_emulator/faults", &Value::Null), json!({"faults": [], "seed": 0}));
}

#[tokio::test]
async fn invalid_faults_are_rejected_and_change_nothing() {
    let emulator = start(builder().fault(Fault::Slow, 0.0)).await;
    for (body, expected) in [
        (
            json!({"faults": [{"fault": "lots"}]}),
            "faults[0]: there is no fault 'lots' | did you mean 'lost'? Faults: throttled, ",
        ),
        (
            json!({"faults": [{"fault": "lost", "operation": "getJobss"}]}),
            "there is no operation 'getJobss' | did you mean 'getJobs'? Operations: ",
        ),
        (json!({"faults": [{"fault": "lost", "rate": 2}]}), "must be from 0 to 1"),
        (
            json!({"faults": [{"fault": "lost", "rat": 1}]}),
            "faults[0]: there is no field 'rat' | did you mean 'rate'? known fields: fault, rate, ",
        ),
        (json!({"faults": [{"fault": "lost", "skip": -1}]}), "'skip' must be an integer of 0 or more"),
        (json!({"faults": [{"fault": "lost", "times": 0}]}), "must be at least 1"),
        (json!({"faults": [{"rate": 1}]}), "'fault' is missing"),
        (json!({"faults": {}}), "'faults' must be an array"),
        (json!({"fault": "lost"}), "did you mean 'faults'?"),
        (json!([]), "expected an object"),
    ] {
        let text = error(&request("PUT", "/_emulator/faults").json(&body.to_string()).send(&emulator), 400);
        assert!(text.contains(expected), "{body}: {text}");
    }
    assert!(error(&request("PUT", "/_emulator/faults").json("{").send(&emulator), 400).contains("not JSON"));
    let list = control(&emulator, "GET", "/_emulator/faults", &Value::Null);
    assert_eq!(list["faults"][0]["fault"], "slow");
}

#[tokio::test]
async fn rust_api_changes_faults_too() {
    let emulator = start(builder()).await;
    emulator.set_faults([FaultRule::new(Fault::Throttled).operation("getJobs").times(1)]).unwrap();
    let status = |target: &str| call(&emulator, "GET", target, &Value::Null).status;
    assert_eq!([status(JOB), status("/api/v1/jobs"), status("/api/v1/jobs")], [200, 429, 200]);
    emulator.set_faults([FaultRule::new(Fault::Throttled)]).unwrap();
    assert_eq!(status(JOB), 429);
    let error = emulator.set_faults([FaultRule::new(Fault::Lost).operation("x")]).expect_err("no operation");
    assert!(error.to_string().starts_with("there is no operation 'x'; operations: "), "{error}");
    emulator.clear_faults();
    assert_eq!(status(JOB), 200);
}

#[tokio::test]
async fn events_report_requests_and_faults_and_end_on_stop() {
    let emulator = start(builder()).await;
    let mut stream = connect(&emulator);
    stream.write_all(&request("GET", "/_emulator/events").bytes()).unwrap();
    let mut lines = BufReader::new(stream).lines().map(|line| line.unwrap());
    let head: Vec<String> = lines.by_ref().take_while(|line| !line.is_empty()).collect();
    assert!(head.contains(&"content-type: text/event-stream".to_owned()), "{head:?}");
    assert!(lines.by_ref().any(|line| line == ": connected"));
    call(&emulator, "GET", JOB, &Value::Null);
    emulator.clear_faults();
    let events: Vec<String> =
        lines.by_ref().filter(|line| line.starts_with("event: ") || line.starts_with("data: ")).take(4).collect();
    assert_eq!((events[0].as_str(), events[2].as_str()), ("event: request", "event: faults"));
    let data: Value = serde_json::from_str(events[1].strip_prefix("data: ").unwrap()).unwrap();
    assert_eq!((&data["operation"], &data["outcome"]), (&json!("getJob"), &json!("ok")));
    assert_eq!(events[3], r#"data: {"faults":[],"seed":0}"#);
    emulator.stop().await.unwrap();
    let rest: Vec<String> = lines.collect();
    assert_eq!(rest.last().map(String::as_str), Some(""), "{rest:?}");
    assert!(rest.contains(&"0".to_owned()), "the stream ends with its last chunk: {rest:?}");
}
