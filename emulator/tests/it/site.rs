//! The pages of the site, and the control routes that they read.

use crate::wire::{ACCESS_KEY, Raw, Response, SECRET_KEY, builder, expect, start, with_clock};
use ncloud_dataflow_emulator::Emulator;
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::process::Command;
use std::time::Duration;

const PAGES: [&str; 6] = ["/", "/?status=FAILED", "/docs", "/runs/fKE22JFX4PAu", "/jobs/none", "/workflows/a%2Fb"];

fn request(method: &str, target: &str, host: &str) -> Raw {
    let headers = [("host", host), ("connection", "close")];
    let headers = headers.map(|(name, value)| (name.to_owned(), value.into())).to_vec();
    Raw { method: method.to_owned(), target: target.to_owned(), headers, body: Vec::new() }
}

#[track_caller]
fn read(emulator: &Emulator, target: &str) -> Value {
    let response = request("GET", target, "localhost").send(emulator);
    assert_eq!(response.status, 200, "{target}: {}", String::from_utf8_lossy(&response.body));
    response.json()
}

#[track_caller]
fn error(emulator: &Emulator, target: &str, status: u16) -> String {
    let response = request("GET", target, "localhost").send(emulator);
    assert_eq!(response.status, status, "{target}");
    let body = response.json();
    let part = |name: &str| body["error"][name].as_str().expect("a message and a hint").to_owned();
    format!("{} | {}", part("message"), part("hint"))
}

fn assert_page(response: &Response) {
    assert_eq!(response.status, 200, "{}", response.head);
    assert!(response.head.contains("content-type: text/html; charset=utf-8"), "{}", response.head);
    for part in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"] {
        assert!(response.head.contains(part), "{part}: {}", response.head);
    }
    for header in ["x-content-type-options: nosniff", "referrer-policy: no-referrer", "cache-control: no-store"] {
        assert!(response.head.contains(header), "{header}: {}", response.head);
    }
    assert!(!response.head.contains("unsafe"), "{}", response.head);
}

#[tokio::test]
async fn every_page_has_a_strict_policy_and_its_parts() {
    let emulator = start(builder()).await;
    for page in PAGES {
        let response = request("GET", page, "localhost").send(&emulator);
        assert_page(&response);
        let html = String::from_utf8(response.body).unwrap();
        let parts: Vec<&str> = html.split('"').filter(|text| text.starts_with("/_emulator/site/")).collect();
        assert!(parts.len() >= 3, "{html}");
        for part in parts {
            let response = request("GET", part, "localhost").send(&emulator);
            assert_eq!(response.status, 200, "{part}");
            let kind = match part.rsplit('.').next() {
                Some("js") => "content-type: text/javascript",
                Some("css") => "content-type: text/css",
                _ => "content-type: image/svg+xml",
            };
            assert!(response.head.contains(kind), "{part}: {}", response.head);
        }
        let head = request("HEAD", page, "localhost").send(&emulator);
        assert_page(&head);
        assert!(head.body.is_empty());
    }
    assert_eq!((emulator.requests(), emulator.journal().len()), (0, 0), "a page is no request of the API");
}

#[tokio::test]
async fn other_methods_and_paths_are_of_the_api() {
    let emulator = start(builder()).await;
    for (method, target) in [
        ("GET", "/runs"),
        ("GET", "/jobs/a/b"),
        ("GET", "/docs/"),
        ("POST", "/"),
        ("PUT", "/docs"),
        ("GET", "/index.html"),
    ] {
        Raw::signed(method, target).send(&emulator).assert_error(404, "300", "Not Found Exception");
    }
    assert_eq!(request("GET", "/_emulator/site/none.js", "localhost").send(&emulator).status, 404);
}

/// DNS rebinding: a page of another site gives its own name the address 127.0.0.1.
#[tokio::test]
async fn a_page_needs_a_name_of_this_machine() {
    let emulator = start(builder()).await;
    for target in ["/", "/docs", "/_emulator/site/main.js", "/_emulator/runs"] {
        let response = request("GET", target, "rebound.example.com").send(&emulator);
        assert_eq!(response.status, 403, "{target}");
    }
}

#[tokio::test]
async fn with_a_token_the_page_is_open_and_its_data_is_not() {
    let emulator = start(builder().address("0.0.0.0:0".parse().unwrap()).exposed()).await;
    let token = emulator.control_token().expect("a token").to_owned();
    assert_page(&request("GET", "/", "192.0.2.1").send(&emulator));
    for target in ["/_emulator/runs", "/_emulator/docs?endpoint=http://a", "/_emulator/choices"] {
        let wanted = request("GET", target, "192.0.2.1");
        assert_eq!(wanted.send(&emulator).status, 401, "{target}");
        assert_eq!(wanted.header("authorization", format!("Bearer {token}")).send(&emulator).status, 200, "{target}");
    }
}

#[tokio::test]
async fn runs_are_filtered_and_paged() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let job = |name: &str| {
        let created = expect(&emulator, 201, "POST", "/api/v1/jobs", &json!({"name": name, "type": "SCRIPT"}));
        created["jobId"].as_str().unwrap().to_owned()
    };
    let run = |job: &str| {
        let target = format!("/api/v1/jobs/{job}/executions");
        expect(&emulator, 200, "POST", &target, &json!({}))["jobExecutionId"].as_str().unwrap().to_owned()
    };
    let (good, bad) = (job("Nightly"), job("failing"));
    let (one, two) = (run(&good), run(&bad));
    clock.advance(Duration::from_secs(120));
    let three = run(&good);
    let ids = |query: &str| {
        let runs = read(&emulator, &format!("/_emulator/runs?{query}"))["runs"].clone();
        runs.as_array().unwrap().iter().map(|run| run["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids("job=i&since=1h"), [three.clone(), two.clone(), one.clone()]);
    assert_eq!(ids("job=i&since=1m"), std::slice::from_ref(&three));
    assert_eq!(ids("job=nightLY"), [three.clone(), one.clone()]);
    assert_eq!(ids(&format!("job={bad}&account={ACCESS_KEY}")), std::slice::from_ref(&two));
    assert_eq!(ids("status=failed&since=1d"), std::slice::from_ref(&two));
    assert_eq!(ids("status=READY"), [three]);
    assert_eq!(ids("limit=1&page=1"), [two]);
    assert_eq!(ids("workflow=3tfNLPaaaaaa"), ["fKE22JFX4PAu"]);
    let page = read(&emulator, "/_emulator/runs?limit=1&page=9");
    assert_eq!((&page["total"], &page["page"], &page["limit"]), (&json!(4), &json!(9), &json!(1)));
    let first = read(&emulator, &format!("/_emulator/run?id={one}"))["run"].clone();
    assert_eq!((&first["outcome"], &first["nextChange"]), (&json!("succeeded"), &Value::Null));
    assert_eq!(first["ended"].as_i64().unwrap() - first["started"].as_i64().unwrap(), 5000);
}

#[tokio::test]
async fn lists_are_bounded_and_bad_queries_are_errors() {
    let emulator = start(builder()).await;
    for (query, expected) in [
        ("limit=201", "'limit' must be an integer from 1 to 200"),
        ("limit=0", "'limit' must be an integer"),
        ("page=-1", "'page' must be an integer"),
        ("since=yesterday", "e.g. 24h or 7d"),
        ("limt=1", "did you mean 'limit'?"),
        ("job=a&job=b", "occurs more than once"),
        ("job=%FF", "percent-encoding"),
    ] {
        let message = error(&emulator, &format!("/_emulator/runs?{query}"), 400);
        assert!(message.contains(expected), "{query}: {message}");
    }
    assert!(error(&emulator, "/_emulator/runs?account=nobody", 404).contains("no account 'nobody'"));
    assert!(error(&emulator, "/_emulator/run?id=none", 404).contains("there is no run 'none'"));
    assert!(error(&emulator, "/_emulator/job?id=none", 404).contains("there is no job 'none'"));
    assert!(error(&emulator, "/_emulator/workflow", 400).contains("'id' is missing"));
    assert!(error(&emulator, "/_emulator/docs?endpoint=file:///x", 400).contains("not an address"));
}

#[tokio::test]
async fn the_grid_has_the_last_thirty_runs_of_each_job() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let executions = "/api/v1/jobs/5Yns7JgRt25f/executions";
    for _ in 0..32 {
        expect(&emulator, 200, "POST", executions, &json!({}));
        clock.advance(Duration::from_secs(8));
    }
    let grid = read(&emulator, "/_emulator/grid");
    assert_eq!((&grid["runsPerJob"], &grid["total"]), (&json!(30), &json!(2)));
    let row = grid["jobs"].as_array().unwrap().iter().find(|job| job["id"] == "5Yns7JgRt25f").unwrap().clone();
    let created: Vec<i64> =
        row["runs"].as_array().unwrap().iter().map(|run| run["created"].as_i64().unwrap()).collect();
    assert_eq!(created.len(), 30);
    assert!(created.is_sorted(), "oldest first: {created:?}");
    let filtered = read(&emulator, "/_emulator/grid?status=FAILED");
    assert_eq!(filtered["jobs"], json!([]));
    assert_eq!(read(&emulator, "/_emulator/grid?limit=1&page=1")["jobs"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_run_is_compared_with_the_last_success() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let target = "/api/v1/jobs/gqigvHhTu7ra/executions";
    let body = json!({"jobCondition": {"numWorker": 7}, "parameters": {"day": "monday"}});
    let created = expect(&emulator, 200, "POST", target, &body);
    clock.advance(Duration::from_secs(3));
    let run = read(&emulator, &format!("/_emulator/run?id={}", created["jobExecutionId"].as_str().unwrap()));
    let success = &run["lastSuccess"];
    assert_eq!(success["run"]["id"], "fKE22JFX4PAu");
    assert_eq!(success["settings"], json!([{"field": "numWorker", "this": 7, "other": 2}]));
    assert_eq!(success["parameters"], json!([{"field": "day", "this": "monday", "other": null}]));
    assert_eq!((&run["run"]["outcome"], &run["jobExists"]), (&json!("running"), &json!(true)));
    let first = read(&emulator, "/_emulator/run?id=fKE22JFX4PAu");
    assert_eq!((&first["lastSuccess"], &first["workflowName"]), (&Value::Null, &json!("workflow001")));
}

#[tokio::test]
async fn graphs_have_nodes_and_parents() {
    let emulator = start(builder()).await;
    let job = read(&emulator, "/_emulator/job?id=gqigvHhTu7ra");
    let nodes = job["graph"]["nodes"].as_array().unwrap();
    let kinds: Vec<&Value> = nodes.iter().map(|node| &node["kind"]).collect();
    assert_eq!(kinds, ["SOURCE_OBS", "TRANSFORM_FILTER", "TARGET_OBS"]);
    assert_eq!(nodes[1]["parents"], json!([nodes[0]["id"]]));
    assert_eq!(job["workflows"], json!([{"id": "3tfNLPaaaaaa", "name": "workflow001"}]));
    expect(&emulator, 200, "DELETE", "/api/v1/jobs/gqigvHhTu7ra", &Value::Null);
    let workflow = read(&emulator, "/_emulator/workflow?id=3tfNLPaaaaaa");
    let valid: Vec<&Value> =
        workflow["graph"]["nodes"].as_array().unwrap().iter().map(|node| &node["exists"]).collect();
    assert_eq!(valid, [true, false]);
    let list = read(&emulator, "/_emulator/workflows");
    assert_eq!((&list["total"], &list["workflows"][0]["lastRun"]["id"]), (&json!(1), &json!("fKE22JFX4PAu")));
}

/// Each example runs as it is copied, with `bash`, `openssl` and `curl`, on an emulator of its own.
#[tokio::test]
async fn curl_examples_work_as_they_are() {
    let mut statuses = Vec::new();
    for index in 0.. {
        let emulator = start(Emulator::builder().key(ACCESS_KEY, SECRET_KEY)).await;
        let docs = read(&emulator, &format!("/_emulator/docs?endpoint={}", emulator.endpoint()));
        let Some(operation) = docs["operations"].get(index) else { break };
        let (id, snippet) = (&operation["id"], &operation["snippets"][0]);
        assert_eq!(snippet["name"], "curl");
        let script =
            format!("{} --write-out '\\n%{{http_code}}' --noproxy '*'", snippet["text"].as_str().unwrap().trim_end());
        let output = Command::new("bash").args(["-euo", "pipefail", "-c", &script]).output().expect("bash");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{id}: {script}\n{}", String::from_utf8_lossy(&output.stderr));
        let status = text.lines().last().unwrap().parse::<u64>().unwrap();
        let has = |list: &str| operation[list].as_array().unwrap().iter().any(|one| one["status"] == status);
        // The execution of the documented resources has ended, so it cannot be canceled.
        match id.as_str() {
            Some("cancelJobExecution") => assert!(status == 400 && has("errors"), "{id}: {text}"),
            _ => assert!(has("success"), "{id}: {script}\n{text}"),
        }
        assert_eq!(emulator.requests(), 1);
        statuses.push(status);
    }
    assert_eq!(statuses.len(), ncloud_dataflow::operations::OPERATIONS.len());
}
