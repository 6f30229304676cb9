//! `execution why` and `execution missed`.

use crate::harness::{Session, is_first, responding};
use serde_json::{Value, json};

fn execution(id: &str, start: &str, end: &str, status: &str, workers: u8, parameters: &Value) -> Value {
    json!({
        "jobExecutionId": id, "jobId": "J1", "jobName": "nightly", "status": status, "createdDate": start,
        "startDate": start, "endDate": end, "jobCondition": {"numWorker": workers, "timeout": 60},
        "parsedParameters": parameters,
    })
}

/// Two successful runs of 10 and 20 minutes, then a run that failed after 60 minutes.
fn account() -> String {
    let day = |day: u8, minutes: u8| {
        (format!("2023-11-{day}T01:00:00Z"), format!("2023-11-{day}T0{}:{:02}:00Z", 1 + minutes / 60, minutes % 60))
    };
    let (one, two, three) = (day(12, 10), day(13, 20), day(14, 60));
    let failed = execution("E3", &three.0, &three.1, "FAILED", 4, &json!({"day": "14", "full": "yes"}));
    let runs = json!({"list": [
        failed,
        execution("E2", &two.0, &two.1, "COMPLETED", 2, &json!({"day": "13", "full": "yes"})),
        execution("E1", &one.0, &one.1, "COMPLETED", 2, &json!({"day": "12"})),
    ]});
    let other = json!({"list": [{"jobExecutionId": "X1", "jobId": "J2", "jobName": "hourly", "status": "RUNNING",
        "createdDate": "2023-11-14T01:30:00Z", "startDate": "2023-11-14T01:30:00Z"}]});
    responding(move |request| {
        let is_first = is_first(request);
        let body = match request.target().split('?').next().unwrap_or_default() {
            "/api/v1/jobs" if is_first => json!({"list": [{"jobId": "J1"}, {"jobId": "J2"}]}),
            "/api/v1/jobs/J1/executions" if is_first => runs.clone(),
            "/api/v1/jobs/J2/executions" if is_first => other.clone(),
            "/api/v1/jobs/J1/executions/E3" => failed.clone(),
            path if path.ends_with("/E3") => return (404, String::new()),
            _ => json!({"list": []}),
        };
        (200, body.to_string())
    })
}

#[test]
fn why_states_what_is_different() {
    let endpoint = account();
    let outcome = Session::at(&endpoint).run(&["execution", "why", "E3"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    insta::assert_snapshot!(outcome.out);
    let document = Session::at(&endpoint).run(&["execution", "why", "E3", "-o", "json"]).out;
    let document: Value = serde_json::from_str(&document).unwrap();
    assert_eq!((&document["reachedTimeout"], &document["ran"]["medianSeconds"]), (&true.into(), &600.into()));
    assert_eq!(document["lastSuccess"]["executionId"], "E2");
    assert_eq!(document["concurrent"], json!([{"executionId": "X1", "jobName": "hourly"}]));
    assert_eq!(Session::at(&endpoint).run(&["execution", "why", "E3", "-o", "csv"]).code, 2);
}

/// A workflow whose trigger fires each day at 10:00 in Korea, 01:00 UTC.
fn scheduled(runs: Value, updated: &'static str) -> String {
    let trigger = json!({"triggerId": "T1", "name": "daily", "type": "SCHEDULED",
        "triggerRule": {"type": "RECURRING", "interval": "DAY", "time": "10:00"}, "updatedDate": updated});
    let workflow = json!({"workflowId": "W1", "name": "etl", "nodes": [
        {"id": "T1", "type": "TRIGGER", "parentNodeIds": []}, {"id": "J1", "type": "JOB", "parentNodeIds": ["T1"]}]});
    responding(move |request| {
        let is_first = is_first(request);
        let body = match request.target().split('?').next().unwrap_or_default() {
            "/api/v1/triggers" if is_first => json!({"list": [trigger]}),
            "/api/v1/workflows" if is_first => json!({"list": [workflow]}),
            "/api/v1/workflows/W1/executions" if is_first => json!({"list": runs}),
            _ => json!({"list": []}),
        };
        (200, body.to_string())
    })
}

fn run_at(date: &str) -> Value {
    json!({"jobExecutionId": date, "jobId": "J1", "triggerId": "T1", "status": "COMPLETED", "createdDate": date,
        "startDate": date, "endDate": date})
}

/// The clock of the tests starts on 2023-11-14 at 22:13:20 UTC.
#[test]
fn missed_lists_times_without_a_run() {
    let missed = |runs: Value, updated, args: &[&str]| {
        Session::at(&scheduled(runs, updated)).run(&[&["execution", "missed", "-o", "jsonl"], args].concat())
    };
    let expected = |outcome: &str| -> Vec<String> {
        let rows = outcome.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        rows.map(|row| row["expected"].as_str().unwrap().to_owned()).collect()
    };
    let old = "2023-01-01T00:00:00+09:00";
    let outcome = missed(json!([run_at("2023-11-13T01:00:05Z")]), old, &["--since", "3d"]);
    assert_eq!(outcome.code, 5, "{}", outcome.err);
    assert_eq!(expected(&outcome.out), ["2023-11-14T10:00:00+09:00", "2023-11-12T10:00:00+09:00"]);
    let all = json!([run_at("2023-11-14T01:29:00Z"), run_at("2023-11-13T01:00:00Z"), run_at("2023-11-12T00:59:30Z")]);
    let outcome = missed(all.clone(), old, &["--since", "3d"]);
    assert_eq!((outcome.code, outcome.out.as_str(), outcome.err.as_str()), (0, "", "no scheduled run is missing\n"));
    // A run that begins later than the grace allows is no run of that time.
    let outcome = missed(all, old, &["--since", "1d", "--grace", "10m"]);
    assert_eq!(expected(&outcome.out), ["2023-11-14T10:00:00+09:00"]);
    // The same for a time that another one follows.
    let late = json!([run_at("2023-11-14T01:00:00Z"), run_at("2023-11-13T05:00:00Z"), run_at("2023-11-12T01:00:00Z")]);
    assert_eq!(expected(&missed(late, old, &["--since", "3d"]).out), ["2023-11-13T10:00:00+09:00"]);
    // Before the last change of the trigger, the rule may have been another one.
    let outcome = missed(json!([]), "2023-11-13T12:00:00+09:00", &["--since", "3d"]);
    assert_eq!(expected(&outcome.out), ["2023-11-14T10:00:00+09:00"]);
    assert!(outcome.err.contains("earlier times are not known"), "{}", outcome.err);
}

#[test]
fn failed_mentions_missing_runs() {
    let outcome = Session::at(&scheduled(json!([]), "2023-01-01T00:00:00Z")).run(&["execution", "failed"]);
    assert_eq!(outcome.err, "note: 1 scheduled run is missing; see 'execution missed'\nno execution has failed\n");
    assert_eq!(outcome.code, 0);
}

/// The service names the log of a run only when it has started.
#[test]
fn a_run_of_a_job_with_a_log_path_has_no_log_yet() {
    let emulator = crate::harness::emulator(|builder| builder);
    let session = crate::harness::Session::of(&emulator);
    let id = session.run(&["job", "run", "job001", "-o", "name"]).out;
    let why = session.run(&["execution", "why", id.trim()]);
    assert!(why.out.contains("The run has no log yet."), "{}", why.out);
    assert!(!why.out.contains("no log path"), "{}", why.out);
    let narrow = crate::harness::Session::of(&emulator).on_a_terminal().of_width(40);
    let lines = narrow.run(&["execution", "why", id.trim()]).out;
    assert!(lines.lines().all(|line| line.chars().count() <= 40), "{lines}");
    assert_eq!(lines.split_whitespace().collect::<Vec<_>>(), why.out.split_whitespace().collect::<Vec<_>>());
}
