//! A history: its properties as a client sees them.

use crate::wire::{builder, call, expect, get, start, with_clock};
use jiff::Timestamp;
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow_emulator::{Builder, Emulator, export_data};
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use tempfile::tempdir;

const JOBS: &str = "/api/v1/jobs";
const COUNT: usize = 3000;

fn history(seed: u64) -> Builder {
    with_clock(&FakeClock::new()).history(COUNT).seed(seed)
}

fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or_else(|| panic!("no {name} in {row}"))
}

fn time(row: &Value, name: &str) -> Timestamp {
    assert!(text(row, name).ends_with("+09:00"), "{row}");
    text(row, name).parse().expect("a date")
}

fn seconds(row: &Value, from: &str, to: &str) -> i64 {
    time(row, to).duration_since(time(row, from)).as_secs()
}

/// Returns all rows of a listing, page by page.
fn all(emulator: &Emulator, path: &str, limit: usize) -> Vec<Value> {
    let page = |number| get(emulator, &format!("{path}?page={number}&limit={limit}"))["list"].clone();
    let pages = (0..).map(|number| page(number).as_array().expect("rows").clone());
    pages.take_while(|rows| !rows.is_empty()).flatten().collect()
}

fn executions(emulator: &Emulator, job: &Value) -> Vec<Value> {
    all(emulator, &format!("{JOBS}/{}/executions", text(job, "jobId")), 97)
}

/// Returns the executions of each job, newest first.
fn by_job(emulator: &Emulator) -> Vec<(Value, Vec<Value>)> {
    let jobs = all(emulator, JOBS, 1000).into_iter();
    jobs.map(|job| (job.clone(), executions(emulator, &job))).collect()
}

fn has_failed(row: &Value) -> bool {
    text(row, "status") == "FAILED"
}

#[tokio::test]
async fn listings_and_gets_show_the_same_executions() {
    let emulator = start(history(0)).await;
    let jobs = by_job(&emulator);
    let rows: Vec<&Value> = jobs.iter().flat_map(|(_, rows)| rows).collect();
    assert_eq!(rows.len(), COUNT);
    assert_eq!(rows.iter().map(|row| text(row, "jobExecutionId")).collect::<BTreeSet<_>>().len(), COUNT);
    for row in rows.iter().step_by(7) {
        let target = format!("{JOBS}/{}/executions/{}", text(row, "jobId"), text(row, "jobExecutionId"));
        assert_eq!(&&get(&emulator, &target), row);
        assert_eq!(call(&emulator, "POST", &format!("{target}/cancel"), &json!({})).status, 400);
    }
    let (one, other) = (&jobs[0].1[0], &jobs[1].0);
    let foreign = format!("{JOBS}/{}/executions/{}", text(other, "jobId"), text(one, "jobExecutionId"));
    assert_eq!(call(&emulator, "GET", &foreign, &Value::Null).status, 404);
}

#[tokio::test]
async fn resources_of_executions_exist() {
    let emulator = start(history(0)).await;
    let jobs = by_job(&emulator);
    assert!((10..=60).contains(&jobs.len()), "{}", jobs.len());
    assert!(jobs.iter().any(|(job, _)| !text(job, "name").is_ascii()));
    let visual = jobs.iter().find(|(job, _)| text(job, "type") == "VISUAL").expect("a visual job");
    let nodes = get(&emulator, &format!("{JOBS}/{}", text(&visual.0, "jobId")))["nodes"].clone();
    assert_eq!(nodes.as_array().map(Vec::len), Some(3));
    let mut by_workflow = 0;
    for workflow in all(&emulator, "/api/v1/workflows", 1000) {
        let target = format!("/api/v1/workflows/{}", text(&workflow, "workflowId"));
        let nodes = get(&emulator, &target)["nodes"].clone();
        assert!(nodes.as_array().expect("nodes").iter().all(|node| node["isValid"] == true), "{nodes}");
        let rows = all(&emulator, &format!("{target}/executions"), 50);
        let jobs = &nodes.as_array().expect("nodes")[1..];
        assert!(rows.iter().all(|row| jobs.iter().any(|node| node["id"] == row["jobId"])));
        by_workflow += rows.len();
    }
    let rows: Vec<&Value> = jobs.iter().flat_map(|(_, rows)| rows).collect();
    let (started, by_hand): (Vec<&Value>, Vec<&Value>) = rows.iter().partition(|row| row["type"] == "WORKFLOW");
    assert_eq!(started.len(), by_workflow);
    for row in started.iter().step_by(50) {
        let trigger = get(&emulator, &format!("/api/v1/triggers/{}", text(row, "triggerId")));
        assert_eq!(trigger["name"], row["triggerName"]);
    }
    assert!(!by_hand.is_empty());
    assert!(by_hand.iter().all(|row| row["type"] == "JOB" && row["triggerId"].is_null()));
}

#[tokio::test]
async fn executions_are_plausible() {
    let emulator = start(history(3)).await;
    // The time of the fake clock.
    let moment: Timestamp = "2023-11-15T07:13:20+09:00".parse().expect("a date");
    let mut newest = Vec::new();
    for (job, rows) in by_job(&emulator) {
        let details = get(&emulator, &format!("{JOBS}/{}", text(&job, "jobId")));
        assert_eq!(details["maxConcurrentRuns"], 1);
        for row in &rows {
            assert!(time(row, "createdDate") <= time(row, "startDate"));
            assert!(time(row, "startDate") < time(row, "endDate"));
            assert!(time(row, "endDate") < moment);
            assert_eq!(row["runningTime"], seconds(row, "startDate", "endDate") / 60);
            assert_eq!(row["waitingTime"], seconds(row, "createdDate", "startDate"));
            assert!(row["waitingTime"].as_i64().expect("a number") < 300);
            assert!(["COMPLETED", "FAILED", "CANCELED"].contains(&text(row, "status")));
            let started = text(row, "startDate").trim_end_matches("+09:00");
            let log = format!("/console/{}/{}_{started}.log", text(row, "jobId"), text(row, "jobExecutionId"));
            assert!(text(&row["jobCondition"], "consoleLogPath").ends_with(&log));
            let typed: JobExecution = serde_json::from_value(row.clone()).expect("an execution");
            assert!(typed.unknown_fields.is_empty(), "{row}");
        }
        for pair in rows.windows(2) {
            assert!(time(&pair[1], "endDate") < time(&pair[0], "createdDate"), "an overlap of {pair:?}");
        }
        if let Some(first) = rows.first() {
            assert_eq!(job["lastExecutionDate"], first["createdDate"]);
            assert_eq!(job["lastExecutionStatus"], first["status"]);
            assert!(time(&job, "createdDate") < time(rows.last().expect("a row"), "createdDate"));
            newest.push(time(first, "endDate"));
        }
    }
    let latest = newest.into_iter().max().expect("an execution");
    assert!(moment.duration_since(latest).as_secs() < 3600, "{latest}");
}

#[tokio::test]
async fn failures_come_in_clusters() {
    for seed in 0..3 {
        let emulator = start(history(seed)).await;
        let jobs = by_job(&emulator);
        let rows: Vec<&Value> = jobs.iter().flat_map(|(_, rows)| rows).collect();
        let base = rows.iter().filter(|row| has_failed(row)).count() as f64 / COUNT as f64;
        assert!((0.005..0.1).contains(&base), "{base} of seed {seed}");
        let pairs = || jobs.iter().flat_map(|(_, rows)| rows.windows(2));
        let after_failure: Vec<bool> =
            pairs().filter(|pair| has_failed(&pair[1])).map(|pair| has_failed(&pair[0])).collect();
        let share = after_failure.iter().filter(|failed| **failed).count() as f64 / after_failure.len() as f64;
        assert!(share > 3.0 * base, "{share} after a failure, {base} in all, seed {seed}");
        // An outage hits several jobs within three hours.
        let mut hit: BTreeMap<i64, BTreeSet<&str>> = BTreeMap::new();
        for row in rows.iter().filter(|row| has_failed(row)) {
            hit.entry(time(row, "startDate").as_second() / 10_800).or_default().insert(text(row, "jobId"));
        }
        assert!(hit.values().any(|jobs| jobs.len() >= 3), "{hit:?}");
        assert!(rows.iter().any(|row| text(row, "status") == "CANCELED"));
    }
}

#[tokio::test]
async fn statistics_count_the_history() {
    let emulator = start(history(0)).await;
    let jobs = by_job(&emulator);
    let created = |row: &Value| text(row, "createdDate").trim_end_matches("+09:00").to_owned();
    let (from, to) = ("2023-11-01T00:00:00", "2023-11-10T23:59:59");
    let in_range = |row: &&Value| (from..=to).contains(&created(row).as_str());
    let rows: Vec<&Value> = jobs.iter().flat_map(|(_, rows)| rows).filter(in_range).collect();
    let status = |wanted: &str| rows.iter().filter(|row| text(row, "status") == wanted).count();
    let ask = |path: &str| get(&emulator, &format!("/api/v1/stats/{path}?startDate={from}&endDate={to}"));
    let count = ask("executions");
    assert!(rows.len() > 100);
    assert_eq!(count["totalCount"], rows.len());
    assert_eq!(count["completedCount"], status("COMPLETED"));
    assert_eq!(count["failedCount"], status("FAILED"));
    let sum = |value: &Value, name: &str| {
        value.as_array().expect("a list").iter().map(|one| one[name].as_u64().expect("a number")).sum::<u64>()
    };
    let midnight = rows.iter().filter(|row| created(row) == "2023-11-01T00:00:00").count();
    assert_eq!(sum(&ask("executions-interval")["result"], "totalCount"), (rows.len() - midnight) as u64);
    let everything =
        get(&emulator, "/api/v1/stats/executions?startDate=2000-01-01T00:00:00&endDate=2030-01-01T00:00:00");
    assert_eq!(everything["totalCount"], COUNT);
}

#[tokio::test]
async fn same_seed_and_clock_make_the_same_history() {
    let (one, same, other) = (start(history(5)).await, start(history(5)).await, start(history(6)).await);
    assert_eq!(by_job(&one), by_job(&same));
    assert_ne!(by_job(&one), by_job(&other));
}

#[tokio::test]
async fn new_executions_come_first() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock).history(100)).await;
    let (job, before) = by_job(&emulator).into_iter().find(|(_, rows)| rows.len() > 2).expect("a job with executions");
    let target = format!("{JOBS}/{}/executions", text(&job, "jobId"));
    let new = expect(&emulator, 200, "POST", &target, &json!({}));
    clock.advance(Duration::from_secs(60));
    let rows = all(&emulator, &target, 2);
    assert_eq!(rows[0]["jobExecutionId"], new["jobExecutionId"]);
    assert_eq!(rows[1..], before);
    expect(&emulator, 200, "DELETE", target.trim_end_matches("/executions"), &Value::Null);
    assert_eq!(call(&emulator, "GET", &target, &Value::Null).status, 404);
}

#[tokio::test]
async fn history_has_the_requested_length() {
    for count in [0, 1, 7, 99, 100, 101, 12_345] {
        let emulator = start(with_clock(&FakeClock::new()).history(count)).await;
        let path = "/api/v1/stats/executions?startDate=1990-01-01T00:00:00&endDate=2030-01-01T00:00:00";
        assert_eq!(get(&emulator, path)["totalCount"], count);
    }
    for settings in [builder().history(10_000_001), builder().history(1).seed_file("any.json")] {
        let error = settings.start().await.expect_err("an invalid history");
        assert!(error.is_input(), "{error}");
    }
}

#[tokio::test]
async fn history_survives_a_restart_and_an_export() {
    let folder = tempdir().expect("a folder");
    let (data, file) = (folder.path().join("data"), folder.path().join("state.json"));
    let emulator = start(history(4).data(&data)).await;
    let before = by_job(&emulator);
    emulator.export(&file).expect("a state file");
    emulator.stop().await.expect("a clean stop");
    assert!(file.metadata().expect("a file").len() < 200_000, "executions are not stored");
    // Later: the moment of the history is kept.
    let clock = FakeClock::new();
    clock.advance(Duration::from_secs(200));
    let emulator = start(with_clock(&clock).data(&data)).await;
    assert_eq!(by_job(&emulator), before);
    emulator.stop().await.expect("a clean stop");
    let emulator = start(with_clock(&clock).seed_file(&file)).await;
    assert_eq!(by_job(&emulator), before);
    assert_eq!(export_data(Some(&data)).expect("a data file"), std::fs::read_to_string(&file).expect("a file"));
    let error = history(4).data(&data).start().await.expect_err("a file with data");
    assert!(error.to_string().contains("it has data already"), "{error}");
}
