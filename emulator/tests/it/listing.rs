//! Responses of listings.

use crate::wire::{Raw, Response, builder, start};
use ncloud_dataflow::operations::{EXAMPLES, GET_JOB_EXECUTIONS};
use ncloud_dataflow_emulator::Emulator;
use serde_json::Value;
use std::collections::HashSet;

const JOB: &str = "gqigvHhTu7ra";

fn ask(emulator: &Emulator, job: &str, query: &str) -> Response {
    Raw::signed("GET", &format!("/api/v1/jobs/{job}/executions{query}")).send(emulator)
}

#[track_caller]
fn page(emulator: &Emulator, query: &str) -> Value {
    let response = ask(emulator, JOB, query);
    assert_eq!(response.status, 200, "{response:?}");
    response.json()
}

fn ids(page: &Value) -> Vec<String> {
    let rows = page["list"].as_array().expect("a list");
    rows.iter().map(|row| row["jobExecutionId"].as_str().expect("an id").to_owned()).collect()
}

async fn filled(count: usize) -> Emulator {
    start(builder().fill(GET_JOB_EXECUTIONS.id, count)).await
}

#[tokio::test]
async fn documented_example_is_returned() {
    let emulator = start(builder()).await;
    let example = EXAMPLES.iter().find(|example| example.operation == GET_JOB_EXECUTIONS.id).expect("an example");
    let documented: Value = serde_json::from_str(example.text).expect("an example in JSON");
    assert_eq!(page(&emulator, ""), documented);
    let asked = page(&emulator, "?page=0&limit=4");
    assert_eq!(asked["limit"], 4);
    assert_eq!(asked["list"], documented["list"]);
    assert_eq!(ids(&page(&emulator, "?page=1&limit=1")), [""; 0]);
}

#[tokio::test]
async fn pages_have_the_requested_rows() {
    const LIMIT: usize = 4;
    for total in [0, 1, LIMIT - 1, LIMIT, LIMIT + 1, 2 * LIMIT, 2 * LIMIT + 1] {
        let emulator = filled(total).await;
        let mut seen = Vec::new();
        for number in 0..=total / LIMIT + 1 {
            let page = page(&emulator, &format!("?page={number}&limit={LIMIT}"));
            let expected = total.saturating_sub(number * LIMIT).min(LIMIT);
            assert_eq!(ids(&page).len(), expected, "page {number} of {total}");
            assert_eq!(page["count"], expected);
            assert_eq!(page["page"], number);
            assert_eq!(page["limit"], LIMIT);
            seen.extend(ids(&page));
        }
        assert_eq!(seen.len(), total);
        assert_eq!(seen.iter().collect::<HashSet<_>>().len(), total, "ids are unique");
        assert_eq!(seen, ids(&page(&emulator, "")), "one page or many: the same rows in the same order");
    }
}

#[tokio::test]
async fn default_limit_is_the_documented_one() {
    let emulator = filled(1001).await;
    let first = page(&emulator, "");
    assert_eq!((ids(&first).len(), &first["limit"]), (1000, &Value::from(1000)));
    assert_eq!(ids(&page(&emulator, "?page=1")).len(), 1);
}

#[tokio::test]
async fn million_rows_cost_nothing_until_served() {
    let emulator = filled(1_000_000).await;
    let last = page(&emulator, "?page=333333&limit=3");
    assert_eq!(ids(&last).len(), 1);
    assert_eq!(ids(&page(&emulator, "?page=333334&limit=3")).len(), 0);
    assert_eq!(ids(&page(&emulator, "?page=9223372036854775807&limit=9223372036854775807")).len(), 0);
}

#[tokio::test]
async fn large_page_is_complete() {
    let emulator = filled(3000).await;
    let page = page(&emulator, "?limit=3000");
    assert_eq!(ids(&page).into_iter().collect::<HashSet<_>>().len(), 3000);
    assert_eq!(page["count"], 3000);
}

#[tokio::test]
async fn synthetic_rows_vary_as_documented() {
    let emulator = filled(7).await;
    let page = page(&emulator, "");
    let column = |name: &str| -> Vec<Value> {
        page["list"].as_array().expect("a list").iter().map(|row| row[name].clone()).collect()
    };
    assert!(column("jobId").iter().all(|id| id == JOB));
    let states: Vec<Value> = column("status");
    assert_eq!(states.iter().collect::<HashSet<_>>().len(), 5, "{states:?}");
    assert_eq!(states[0], states[5]);
    assert_eq!(column("startDate")[0], "2025-03-21T11:12:54+09:00");
    assert_eq!(column("startDate")[6], "2025-03-21T11:06:54+09:00");
    assert!(column("jobName").iter().all(|name| name == "job001"));
}

#[tokio::test]
async fn unknown_job_is_not_found() {
    for emulator in [start(builder()).await, filled(9).await] {
        ask(&emulator, "gqigvHhTu7rb", "").assert_error(404, "-", "Not Found");
        ask(&emulator, "gqigvHhTu7ra%2Fx", "").assert_error(404, "-", "Not Found");
        assert_eq!(ask(&emulator, "%67qigvHhTu7ra", "").status, 200, "an encoded letter is the letter");
    }
}

#[tokio::test]
async fn invalid_parameters_are_rejected() {
    let emulator = start(builder()).await;
    for query in ["?limit=-1", "?page=-1", "?limit=x", "?limit=", "?limit=1.0", "?limit=9223372036854775808"] {
        ask(&emulator, JOB, query).assert_error(400, "-", "bad-parameter");
    }
    for query in ["?limit=4&limit=4", "?page=0&%70age=1"] {
        ask(&emulator, JOB, query).assert_error(400, "-", "bad-parameter");
    }
    let details = ask(&emulator, JOB, "?limit=-1").json()["error"]["details"].clone();
    assert_eq!(details, "limit: expected an integer of 0 or more but found -1");
    for query in ["?limit=%", "?%zz=1", "?x=%FF"] {
        ask(&emulator, JOB, query).assert_error(400, "100", "Bad Request Exception");
    }
    ask(&emulator, "%zz", "").assert_error(400, "100", "Bad Request Exception");
}

#[tokio::test]
async fn unknown_parameters_are_ignored() {
    let emulator = start(builder()).await;
    for query in ["?", "?x=1&x=2", "?jobId=other", "?&&", "?limit=0"] {
        assert_eq!(ask(&emulator, JOB, query).status, 200, "{query}");
    }
}

#[tokio::test]
async fn unknown_paths_and_methods_are_rejected() {
    let emulator = start(builder()).await;
    for (method, target) in [
        ("GET", "/unknown"),
        ("POST", "/"),
        ("GET", "/api/v1/jobs//executions"),
        ("GET", "/api/v1/jobs/x/executions/"),
        ("GET", "/api/v1/jobs/x/y/executions"),
        ("GET", "/api/v1/Jobs/x/executions"),
        ("GET", "/api/v1/jobs/x/executions%20"),
        ("OPTIONS", "*"),
    ] {
        Raw::signed(method, target).send(&emulator).assert_error(404, "300", "Not Found Exception");
    }
    let unknown = Raw::signed("PROPFIND", "/api/v1/jobs/x/executions").send(&emulator);
    unknown.assert_error(405, "100", "Bad Request Exception");
}

#[tokio::test]
async fn each_response_has_its_own_request_id() {
    let emulator = start(builder()).await;
    let id = |response: Response| {
        let line = response.head.lines().find(|line| line.starts_with("x-ncp-request-id: ")).map(str::to_owned);
        line.expect("a request id")
    };
    assert_ne!(id(ask(&emulator, JOB, "")), id(ask(&emulator, JOB, "?limit=-1")));
    assert_eq!(emulator.requests(), 2);
}
