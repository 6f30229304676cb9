//! Requests without our own code: `openssl` signs them, and `curl` sends them.

use crate::wire::{ACCESS_KEY, NOW, SECRET_KEY, builder, start};
use ncloud_dataflow_emulator::Emulator;
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};

const TARGETS: [&str; 6] = [
    "/api/v1/jobs/gqigvHhTu7ra/executions",
    "/api/v1/jobs/gqigvHhTu7ra/executions?page=0&limit=4",
    "/api/v1/jobs/gqigvHhTu7ra/executions?",
    "/api/v1/jobs/gqigvHhTu7ra/executions?limit=4&page=%30",
    "/api/v1/jobs/gqigvHhTu7ra/executions?query1=&query2",
    "/api/v1/jobs/%67qigvHhTu7ra/executions?x=a%20b+c%2Bd",
];

fn run(program: &str, arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("this test needs the program {program}: {error}"));
    child.stdin.take().expect("a pipe").write_all(input).expect("a program that reads");
    let output = child.wait_with_output().expect("a program that ends");
    assert!(output.status.success(), "{program} {arguments:?} failed: {}", output.status);
    output.stdout
}

fn signature(text: &str) -> String {
    let mac = run("openssl", &["dgst", "-sha256", "-hmac", SECRET_KEY, "-binary"], text.as_bytes());
    String::from_utf8(run("openssl", &["base64", "-A"], &mac)).expect("base64")
}

/// Sends a request with curl. Returns the status and the body.
fn exchange(
    emulator: &Emulator,
    method: &str,
    target: &str,
    signed_target: &str,
    body: Option<&str>,
) -> (String, String) {
    let signature = signature(&format!("{method} {signed_target}\n{NOW}\n{ACCESS_KEY}"));
    let headers = [
        format!("x-ncp-apigw-timestamp: {NOW}"),
        format!("x-ncp-iam-access-key: {ACCESS_KEY}"),
        format!("x-ncp-apigw-signature-v2: {signature}"),
        "content-type: application/json".to_owned(),
    ];
    let url = format!("{}{target}", emulator.endpoint());
    let mut arguments =
        vec!["-q", "--silent", "--show-error", "--noproxy", "*", "--globoff", "--path-as-is", "--request", method];
    headers.iter().for_each(|header| arguments.extend(["--header", header]));
    if body.is_some() {
        arguments.extend(["--data-binary", "@-"]);
    }
    arguments.extend(["--write-out", "\n%{http_code}", &url]);
    let input = body.unwrap_or_default().as_bytes();
    let output = String::from_utf8(run("curl", &arguments, input)).expect("text");
    let (body, status) = output.rsplit_once('\n').expect("a status");
    (status.to_owned(), body.to_owned())
}

/// Sends a request with curl. Returns the status.
fn send(emulator: &Emulator, target: &str, signed_target: &str) -> String {
    exchange(emulator, "GET", target, signed_target, None).0
}

#[tokio::test]
async fn openssl_signature_is_accepted() {
    let emulator = start(builder()).await;
    for target in TARGETS {
        assert_eq!(send(&emulator, target, target), "200", "{target}");
    }
    assert_eq!(emulator.requests(), TARGETS.len());
}

#[tokio::test]
async fn openssl_signature_of_another_target_is_rejected() {
    let emulator = start(builder()).await;
    for pair in TARGETS.windows(2) {
        assert_eq!(send(&emulator, pair[0], pair[1]), "401", "{pair:?}");
        assert_eq!(send(&emulator, pair[1], pair[0]), "401", "{pair:?}");
    }
}

#[tokio::test]
async fn curl_bodies_are_accepted() {
    let emulator = start(builder()).await;
    let jobs = "/api/v1/jobs";
    let body = r#"{"name":"nightly","type":"SCRIPT","jobCondition":{"numWorker":4}}"#;
    let (status, created) = exchange(&emulator, "POST", jobs, jobs, Some(body));
    assert_eq!(status, "201", "{created}");
    let created: Value = serde_json::from_str(&created).expect("JSON");
    let job = format!("{jobs}/{}", created["jobId"].as_str().expect("an id"));

    let body = r#"{"type":"SCRIPT","name":"weekly"}"#;
    let (status, changed) = exchange(&emulator, "PATCH", &job, &job, Some(body));
    assert_eq!(status, "200", "{changed}");
    let changed: Value = serde_json::from_str(&changed).expect("JSON");
    assert_eq!((&changed["name"], &changed["jobId"]), (&"weekly".into(), &created["jobId"]));
    assert_eq!(changed["runCondition"]["numWorker"], 4);

    let (status, _) = exchange(&emulator, "POST", jobs, &job, Some(body));
    assert_eq!(status, "401", "the signature is for another target");
    let (status, refused) = exchange(&emulator, "POST", jobs, jobs, Some("name=nightly"));
    assert_eq!(status, "400", "{refused}");
}
