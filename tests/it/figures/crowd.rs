//! R38: any number of concurrent calls with a limited number of connections.

use crate::gateway::{Gateway, Reply, ok};
use ncloud_dataflow::{Client, Credentials, Environment};
use ncloud_testing::{Scale, record};
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

/// Default of the builder.
const DEFAULT: usize = 64;

async fn client(gateway: &Gateway, maximum: Option<usize>) -> Client {
    let builder = Client::builder().environment(Environment::empty()).endpoint(gateway.endpoint());
    let builder = match maximum {
        Some(maximum) => builder.max_connections(maximum),
        None => builder,
    };
    builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap()
}

/// Number of samples in a row in which a connection must be open to count. The server notices closed connections late.
const SUSTAINED: usize = 25;

/// Measures the maximum number of concurrently open connections.
struct Watch {
    most: Arc<AtomicUsize>,
    done: Arc<AtomicBool>,
}

impl Watch {
    fn start(gateway: &Arc<Gateway>) -> Self {
        let watch = Self { most: Arc::default(), done: Arc::default() };
        let (most, done, gateway) = (Arc::clone(&watch.most), Arc::clone(&watch.done), Arc::clone(gateway));
        std::thread::spawn(move || {
            let mut samples = VecDeque::from([0; SUSTAINED]);
            while !done.load(Ordering::SeqCst) {
                samples.pop_front();
                samples.push_back(gateway.open());
                most.fetch_max(samples.iter().copied().min().unwrap_or_default(), Ordering::SeqCst);
                std::thread::sleep(Duration::from_micros(200));
            }
        });
        watch
    }

    fn maximum(self) -> usize {
        self.done.store(true, Ordering::SeqCst);
        self.most.load(Ordering::SeqCst)
    }
}

async fn crowd(callers: usize, maximum: Option<usize>) -> (usize, usize) {
    let gateway = Arc::new(Gateway::start(|_| ok(r#"{"jobId":"J"}"#)));
    let client = client(&gateway, maximum).await;
    let watch = Watch::start(&gateway);
    let calls: Vec<_> = (0..callers)
        .map(|_| {
            let call = client.get_job("J").send();
            tokio::spawn(async move { call.await.map(drop) })
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    (watch.maximum(), gateway.connections())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r38_calls_share_a_limited_number_of_connections() {
    let scale = Scale::from_process();
    let mut measured = Vec::new();
    for callers in [1000, scale.of(10_000).max(1000)] {
        let (most, made) = crowd(callers, None).await;
        assert!(most <= DEFAULT, "{most} connections");
        measured.push(format!("{callers} calls: all succeed, at most {most} connections open, {made} made"));
    }
    record!(scale, "R38", measured.join("; "));
}

#[tokio::test]
async fn r38_the_limit_holds_on_one_thread_and_for_other_limits() {
    for maximum in [16, 40] {
        let (most, made) = crowd(300, Some(maximum)).await;
        assert!(most <= maximum, "{most} connections of {maximum}");
        assert!(made <= 300, "{made}");
    }
}

#[tokio::test]
async fn sequential_calls_share_a_connection() {
    let gateway = Gateway::start(|_| ok(r#"{"jobId":"J"}"#));
    let client = client(&gateway, None).await;
    for _ in 0..1000 {
        client.get_job("J").send().await.unwrap();
    }
    // Sometimes a few more: the next call may start before the connection is returned.
    assert!(gateway.connections() <= 50, "{} connections", gateway.connections());
}

#[tokio::test]
async fn calls_inside_a_listing_do_not_deadlock() {
    let gateway = Gateway::start(|request| match request.target().contains("page=") {
        true => ok(r#"{"list":[{"jobExecutionId":"E1","jobId":"J"},{"jobExecutionId":"E2","jobId":"J"}],"limit":2}"#),
        false => ok(r#"{"jobId":"J"}"#),
    });
    let client = client(&gateway, Some(1)).await;
    let mut items = client.get_job_executions("J").page(0).page_size(2).items();
    let mut rows = 0;
    while let Some(row) = items.next().await {
        if let Err(error) = row {
            assert!(error.to_string().contains("the same page again"), "{error}");
            break;
        }
        rows += 1;
        client.get_job("J").send().await.unwrap();
    }
    assert!(rows > 0);
}

#[tokio::test]
async fn unpolled_futures_hold_no_connection() {
    let gateway = Gateway::start(|_| ok(r#"{"jobId":"J"}"#));
    let client = client(&gateway, Some(1)).await;
    // Two calls have started and are no longer polled, as in a stream whose consumer makes a call.
    let mut begun = [client.get_job("J").send(), client.get_job("J").send()];
    for call in &mut begun {
        let once =
            std::future::poll_fn(|context| std::task::Poll::Ready(std::pin::pin!(&mut *call).poll(context).is_ready()));
        assert!(!once.await);
    }
    client.get_job("J").send().await.unwrap();
    for call in begun {
        call.await.unwrap();
    }
}

#[tokio::test]
async fn dropped_calls_return_their_connections() {
    let is_silent = Arc::new(AtomicBool::new(true));
    let silent = Arc::clone(&is_silent);
    let gateway = Gateway::start(move |_| match silent.load(Ordering::SeqCst) {
        true => Reply::Hold(Vec::new()),
        false => ok(r#"{"jobId":"J"}"#),
    });
    let client = client(&gateway, Some(2)).await;
    let calls: Vec<_> = (0..10)
        .map(|_| {
            let call = client.get_job("J").send();
            tokio::spawn(async move { call.await.map(drop) })
        })
        .collect();
    while gateway.requests() < 2 {
        tokio::task::yield_now().await;
    }
    calls.iter().for_each(tokio::task::JoinHandle::abort);
    is_silent.store(false, Ordering::SeqCst);
    client.get_job("J").send().await.unwrap();
}
