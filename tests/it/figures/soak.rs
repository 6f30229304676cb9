//! R31: memory and sockets stay constant under steady load with faults.

use crate::gateway::{Gateway, Reply, ok, whole};
use ncloud_dataflow::{Client, Credentials, Environment};
use ncloud_testing::{Random, Scale, record};
use std::fs;
use std::sync::Arc;
use std::sync::Mutex;
use std::time::Duration;
use tokio::time::{Instant, MissedTickBehavior, interval};

/// Calls per second.
const RATE: usize = 1000;

/// Returns the memory of this process in bytes, and the number of its open files.
fn footprint() -> (usize, usize) {
    let pages = fs::read_to_string("/proc/self/statm").unwrap();
    let memory = pages.split(' ').nth(1).unwrap().parse::<usize>().unwrap() * 4096;
    (memory, fs::read_dir("/proc/self/fd").unwrap().count())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r31_memory_and_sockets_stay_constant() {
    let scale = Scale::from_process();
    // Only real time shows a leak, so the quick scale is a smoke test with a few seconds of load.
    let (total, settled) = if scale.is_full() { (600, 120) } else { (2, 1) };
    let random = Mutex::new(Random::new(31));
    let page =
        format!(r#"{{"list":[{}]}}"#, vec![r#"{"jobExecutionId":"a","jobId":"b","status":"COMPLETED"}"#; 20].join(","));
    let gateway = Arc::new(Gateway::start(move |_| match random.lock().unwrap().below(100) {
        0..2 => Reply::Reset(Vec::new()),
        2..4 => Reply::Bytes(whole(503, "", "")),
        4 => Reply::Close(whole(200, "", "{")[..20].to_vec()),
        _ => ok(&page),
    }));
    let builder = Client::builder().environment(Environment::empty()).endpoint(gateway.endpoint());
    let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
    let start = Instant::now();
    let mut tick = interval(Duration::from_millis(10));
    tick.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let (mut calls, mut early) = (0, None);
    while start.elapsed() < Duration::from_secs(total) {
        tick.tick().await;
        for _ in 0..RATE / 100 {
            let client = client.clone();
            tokio::spawn(async move { drop(client.get_job_executions("job").send().await) });
            calls += 1;
        }
        if early.is_none() && start.elapsed() >= Duration::from_secs(settled) {
            early = Some(footprint());
        }
    }
    let ((memory, files), (early_memory, early_files)) = (footprint(), early.unwrap());
    let within = |now: usize, then: usize| now <= then + then / 20;
    assert!(!scale.is_full() || within(memory, early_memory), "{early_memory} bytes became {memory}");
    assert!(!scale.is_full() || within(files, early_files), "{early_files} files became {files}");
    record!(
        scale,
        "R31",
        format!(
            "{calls} calls in {total} s: memory {} to {} MiB, {early_files} to {files} open files between second {settled} and the end",
            early_memory >> 20,
            memory >> 20
        ),
    );
}
