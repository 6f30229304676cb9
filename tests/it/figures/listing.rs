//! R8 to R10: listings deliver every row once and in order despite lost connections and moving rows, and always end.

use crate::gateway::{Gateway, Reply, ok};
use ncloud_dataflow::models::JobExecutionList;
use ncloud_dataflow::{Client, Credentials, Environment, Error, ErrorKind, Items, Options};
use ncloud_testing::server::Request;
use ncloud_testing::{FakeClock, Random, Scale, record};
use std::collections::HashSet;
use std::fmt::Write;
use std::fs;
use std::sync::{Arc, Mutex};

const JOB: &str = "job";

async fn client(gateway: &Gateway) -> Client {
    let builder =
        Client::builder().environment(Environment::empty()).endpoint(gateway.endpoint()).clock(FakeClock::new());
    builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap()
}

/// Parses page and limit of a request.
fn asked(request: &Request) -> (usize, usize) {
    let (_, query) = request.target().split_once('?').unwrap_or_default();
    let number =
        |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')?.parse().ok());
    (number("page").unwrap_or(0), number("limit").unwrap_or(1000))
}

/// Returns a page of rows with these IDs.
fn page(ids: impl Iterator<Item = usize>) -> String {
    let mut text = String::from("{\"list\":[");
    for (index, id) in ids.enumerate() {
        let separator = if index == 0 { "" } else { "," };
        write!(text, r#"{separator}{{"jobExecutionId":"{id}","jobId":"{JOB}","status":"COMPLETED"}}"#).unwrap();
    }
    text.push_str("]}");
    text
}

fn id(item: Result<ncloud_dataflow::models::JobExecution, Error>) -> Result<usize, Error> {
    item.map(|execution| execution.job_execution_id.parse().unwrap())
}

/// Returns the memory in use by this process, in bytes.
fn memory() -> usize {
    let pages = fs::read_to_string("/proc/self/statm").unwrap();
    pages.split(' ').nth(1).unwrap().parse::<usize>().unwrap() * 4096
}

/// Lists `rows` rows while connections are reset. After an error, another listing continues with the resume token.
async fn read_through_resets(rows: usize, limit: usize) -> (usize, usize) {
    let random = Mutex::new(Random::new(8));
    let gateway = Gateway::start(move |request| {
        if random.lock().unwrap().chance(0.05) {
            return Reply::Reset(Vec::new());
        }
        let (number, limit) = asked(request);
        ok(&page((number * limit..rows).take(limit)))
    });
    let request = client(&gateway).await.get_job_executions(JOB).page_size(i64::try_from(limit).unwrap());
    let mut items: Items<JobExecutionList> = request.clone().items();
    let (mut expected, mut resumed, mut as_text) = (0, 0, false);
    while let Some(item) = items.next().await {
        match id(item) {
            Ok(id) => {
                assert_eq!(id, expected);
                expected += 1;
            }
            Err(error) => {
                assert!(matches!(error.kind(), ErrorKind::ConnectionLost), "{error}");
                assert!(items.next().await.is_none());
                // Every other token is converted to a string and back, as in another process.
                let token = items.resume_token();
                let token = if as_text { token.to_string().parse().unwrap() } else { token };
                as_text = !as_text;
                items = request.clone().resume(&token);
                resumed += 1;
            }
        }
    }
    (expected, resumed)
}

#[tokio::test]
async fn r08_a_long_listing_is_exact_despite_lost_connections() {
    let scale = Scale::from_process();
    let before = memory();
    let (many, few) = (scale.of(1_000_000), scale.of(100_000));
    let (large, resumed_large) = read_through_resets(many, 1000).await;
    let (small, resumed_small) = read_through_resets(few, 10).await;
    assert_eq!((large, small), (many, few));
    let grown = memory().saturating_sub(before) >> 20;
    assert!(!scale.is_full() || grown <= 64, "{grown} MiB");
    record!(
        scale,
        "R8",
        format!(
            "{large} rows by 1000 and {small} by 10: 0 lost, 0 doubled, in order; resumed {resumed_large} and {resumed_small} times; {grown} MiB more memory"
        ),
    );
}

#[tokio::test]
async fn r08_a_listing_resumes_within_a_page() {
    let gateway = Gateway::start(|request| {
        let (number, limit) = asked(request);
        ok(&page((number * limit..25).take(limit)))
    });
    let request = client(&gateway).await.get_job_executions(JOB).page_size(10);
    for stop in 0..=25 {
        for as_text in [false, true] {
            let mut items = request.clone().items();
            for expected in 0..stop {
                assert_eq!(id(items.next().await.unwrap()).unwrap(), expected);
            }
            let token = items.resume_token();
            let token = if as_text { token.to_string().parse().unwrap() } else { token };
            let mut rest = request.clone().resume(&token);
            for expected in stop..25 {
                assert_eq!(id(rest.next().await.unwrap()).unwrap(), expected, "stopped at {stop}, text: {as_text}");
            }
            assert!(rest.next().await.is_none());
        }
    }
}

#[tokio::test]
async fn r09_rows_added_meanwhile_cause_no_duplicates() {
    let scale = Scale::from_process();
    let (pages, limit) = (scale.of(1000).max(20), 10);
    // Rows are numbered from the newest down. A new row is added in front before every page.
    let rows: Arc<Mutex<Vec<usize>>> = Arc::new(Mutex::new((0..pages * limit).rev().collect()));
    let first = pages * limit;
    let served = Arc::clone(&rows);
    let gateway = Gateway::start(move |request| {
        let mut rows = served.lock().unwrap();
        let (number, limit) = asked(request);
        let body = page(rows.iter().rev().copied().skip(number * limit).take(limit));
        let next = rows.len();
        rows.push(next);
        ok(&body)
    });
    let mut items = client(&gateway).await.get_job_executions(JOB).page_size(10).items();
    let (mut seen, mut old) = (HashSet::new(), 0);
    while let Some(item) = items.next().await {
        let id = id(item).unwrap();
        assert!(seen.insert(id), "{id} came twice");
        old += usize::from(id < first);
    }
    assert_eq!(old, first, "every row of the start comes");
    record!(
        scale,
        "R9",
        format!(
            "{} pages, one row added before each: 0 doubled, all {first} rows of the start delivered",
            gateway.requests()
        ),
    );
}

/// Reads a listing until its error. Returns the numbers of pages and requests, and the error.
async fn runaway(cycle: usize, max_pages: Option<usize>, ahead: usize) -> (usize, usize, String) {
    let gateway = Gateway::start(move |request| {
        let (number, limit) = asked(request);
        let number = if cycle == 0 { number } else { number % cycle };
        ok(&page(number * limit..(number + 1) * limit))
    });
    let options = Options::new().prefetch(ahead);
    let options = max_pages.into_iter().fold(options, Options::max_pages);
    let mut pages = client(&gateway).await.get_job_executions(JOB).page_size(2).with(options).pages();
    let mut delivered = 0;
    loop {
        match pages.next().await.expect("the listing has no end") {
            Ok(_) => delivered += 1,
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::Pagination);
                assert!(pages.next().await.is_none());
                return (delivered, gateway.requests(), error.to_string());
            }
        }
    }
}

#[tokio::test]
async fn r10_an_endless_listing_is_stopped() {
    let scale = Scale::from_process();
    for cycle in [1, 2, 7] {
        let (delivered, requests, message) = runaway(cycle, None, 0).await;
        assert_eq!((delivered, requests), (cycle, cycle + 1), "{message}");
        assert!(message.contains("the same page again"), "{message}");
        let (delivered, requests, _) = runaway(cycle, None, 2).await;
        // The repeated page, the page after it, and two prefetched pages.
        assert!(delivered == cycle && requests <= cycle + 4, "{requests}");
    }
    let max_pages = scale.of(10_000);
    let (delivered, _, message) = runaway(0, (!scale.is_full()).then_some(max_pages), 2).await;
    assert_eq!(delivered, max_pages, "{message}");
    assert!(message.contains(&format!("more than {max_pages} pages")), "{message}");
    record!(
        scale,
        "R10",
        format!(
            "cycles of 1, 2 and 7: ended at the first page that came again; endless: ended after {max_pages} pages"
        ),
    );
}
