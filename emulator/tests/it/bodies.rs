//! Rejected bodies, and their messages.

use crate::wire::{builder, call, get, start};
use serde_json::{Value, json};

const JOBS: &str = "/api/v1/jobs";

/// Returns method, target, body, and the starts of the expected violations.
fn bad_bodies() -> Vec<(&'static str, &'static str, Value, Vec<&'static str>)> {
    vec![
        ("POST", JOBS, json!({}), vec!["name: ", "type: "]),
        ("POST", JOBS, json!([]), vec!["body: expected an object"]),
        (
            "POST",
            JOBS,
            json!({ "name": "ab", "type": "SCRPT", "jobCondition": { "numWorker": 11, "timeout": 0 } }),
            vec!["name: ", "type: expected one of VISUAL", "jobCondition.numWorker: ", "jobCondition.timeout: "],
        ),
        ("PATCH", "/api/v1/jobs/gqigvHhTu7ra", json!({ "name": "job002" }), vec!["type: "]),
        ("POST", "/api/v1/triggers", json!({ "name": "weekly" }), vec!["type: ", "triggerRule: "]),
        (
            "POST",
            "/api/v1/triggers",
            json!({ "name": "weekly", "type": "SCHEDULED", "triggerRule": { "type": "RECURRING" } }),
            vec!["triggerRule.interval: ", "triggerRule.time: "],
        ),
        (
            "POST",
            "/api/v1/workflows",
            json!({ "name": "chain", "nodes": [{ "id": "gqigvHhTu7ra" }] }),
            vec!["nodes[0].name: ", "nodes[0].type: ", "nodes[0].parentNodeIds: "],
        ),
    ]
}

#[tokio::test]
async fn invalid_body_is_rejected_with_every_violation() {
    let emulator = start(builder()).await;
    for (method, target, body, parts) in bad_bodies() {
        let response = call(&emulator, method, target, &body);
        response.assert_error(400, "-", "bad-parameter");
        let details = response.json()["error"]["details"].to_string();
        for part in parts {
            assert!(details.contains(part), "{body}: {details} lacks {part}");
        }
    }
    assert_eq!(get(&emulator, JOBS)["count"], 2, "nothing was created");
}

#[tokio::test]
async fn workflow_with_unknown_nodes_is_rejected() {
    let emulator = start(builder()).await;
    for (id, kind) in [("nowhere", "JOB"), ("nowhere", "TRIGGER"), ("gqigvHhTu7ra", "TRIGGER")] {
        let body =
            json!({ "name": "chain", "nodes": [{ "id": id, "name": "node", "type": kind, "parentNodeIds": [] }] });
        call(&emulator, "POST", "/api/v1/workflows", &body).assert_error(404, "-", "Not Found");
        call(&emulator, "PUT", "/api/v1/workflows/3tfNLPaaaaaa", &body).assert_error(404, "-", "Not Found");
    }
}
