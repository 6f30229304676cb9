//! Number of requests of a listing.

use super::{JOB, client, page};
use crate::gateway::{Gateway, ok};
use ncloud_dataflow::{Error, ErrorKind, Options};
use ncloud_testing::server::RawServer;

/// Starts a service with this many rows, which returns full pages.
fn service(rows: usize) -> Gateway {
    Gateway::start(move |request| {
        let number =
            |name| request.target().split(['?', '&']).find_map(|pair: &str| pair.strip_prefix(name)?.parse().ok());
        let (page, limit): (usize, usize) = (number("page=").unwrap_or(0), number("limit=").unwrap_or(1000));
        let rows: Vec<String> = (0..rows)
            .skip(page * limit)
            .take(limit)
            .map(|id| format!(r#"{{"jobExecutionId":"{id}","jobId":"{JOB}"}}"#))
            .collect();
        ok(&format!(r#"{{"list":[{}]}}"#, rows.join(",")))
    })
}

/// Reads a listing of `rows` rows in pages of 10. Returns the numbers of rows and requests, and the error if any.
async fn read(rows: usize, options: Options, limit: Option<u64>) -> (usize, usize, Option<Error>) {
    let gateway = service(rows);
    let mut items = client(gateway.endpoint()).await.get_job_executions(JOB).page_size(10).with(options).items();
    if let Some(limit) = limit {
        items = items.limit(limit);
    }
    let (mut count, mut failure) = (0, None);
    while let Some(item) = items.next().await {
        match item {
            Ok(_) => count += 1,
            Err(error) => failure = Some(error),
        }
    }
    (count, gateway.requests(), failure)
}

#[tokio::test]
async fn a_short_listing_requests_nothing_after_the_empty_page() {
    // By default, prefetching starts after two full pages.
    for (rows, expected) in [(0, 1), (1, 2), (9, 2), (10, 2), (15, 3)] {
        let (count, requests, error) = read(rows, Options::new(), None).await;
        assert_eq!((count, requests, error.is_none()), (rows, expected, true));
    }
}

#[tokio::test]
async fn without_prefetch_one_request_follows_the_last_rows() {
    for rows in [0, 1, 10, 25, 30, 99, 100] {
        let (count, requests, _) = read(rows, Options::new().prefetch(0), None).await;
        assert_eq!((count, requests), (rows, rows.div_ceil(10) + 1));
    }
}

#[tokio::test]
async fn requests_past_the_end_are_limited_by_prefetch() {
    for ahead in [1, 2, 8, usize::MAX] {
        for rows in [15, 20, 25, 30, 35, 75, 100, 205] {
            let (count, requests, _) = read(rows, Options::new().prefetch(ahead), None).await;
            let minimum = rows.div_ceil(10) + 1;
            // There are also at most eight for each full page.
            let beyond = ahead.min(8 * (rows / 10));
            assert_eq!(count, rows);
            assert!(
                (minimum..=minimum + beyond).contains(&requests),
                "{rows} rows, {ahead} ahead: {requests} requests"
            );
        }
    }
}

#[tokio::test]
async fn an_item_limit_requests_no_unneeded_page() {
    for (limit, expected) in [(0, 0), (1, 1), (10, 1), (11, 2), (25, 3), (100, 10), (999, 100), (1000, 100)] {
        for ahead in [0, 2, 8] {
            let (count, requests, error) = read(1000, Options::new().prefetch(ahead), Some(limit)).await;
            assert_eq!((count, requests), (usize::try_from(limit).unwrap(), expected), "{ahead} ahead");
            assert!(error.is_none());
        }
    }
    assert_eq!(read(15, Options::new(), Some(99)).await.0, 15);
}

#[tokio::test]
async fn a_resume_token_continues_after_an_item_limit() {
    let gateway = service(25);
    let request = client(gateway.endpoint()).await.get_job_executions(JOB).page_size(10);
    let mut items = request.clone().items().limit(12);
    while items.next().await.is_some() {}
    let token = items.resume_token();
    assert_eq!(token.to_string(), "1:10:2");
    let mut rest = request.resume(&token);
    assert_eq!(rest.next().await.unwrap().unwrap().job_execution_id, "12");
}

#[tokio::test]
async fn max_pages_limits_the_requests_of_a_listing() {
    for max in [0, 1, 2, 5] {
        for ahead in [0, 2, 8] {
            let options = Options::new().max_pages(max).prefetch(ahead);
            let (count, requests, error) = read(1000, options, None).await;
            let error = error.unwrap();
            assert_eq!((count, requests, error.kind()), (max * 10, max, ErrorKind::Pagination), "{ahead} ahead");
            assert!(error.to_string().contains(&format!("more than {max} pages")), "{error}");
        }
    }
    // Four pages with rows, and the empty page.
    assert!(read(40, Options::new().max_pages(5), None).await.2.is_none());
}

#[tokio::test]
async fn a_repeated_page_ends_the_requests() {
    let gateway =
        Gateway::start(|_| ok(r#"{"list":[{"jobExecutionId":"1","jobId":"a"},{"jobExecutionId":"2","jobId":"a"}]}"#));
    let mut items = client(gateway.endpoint()).await.get_job_executions(JOB).page_size(2).items();
    for _ in 0..2 {
        items.next().await.unwrap().unwrap();
    }
    assert_eq!(items.next().await.unwrap().unwrap_err().kind(), ErrorKind::Pagination);
    assert!(items.next().await.is_none());
    assert_eq!(gateway.requests(), 2);
}

#[tokio::test]
async fn an_unset_page_size_is_never_sent() {
    let server = RawServer::start(vec![page([1, 2], 2), page([3, 4], 2), page([4], 2)]);
    let request = client(server.endpoint()).await.get_job_executions(JOB).with(Options::new().prefetch(0));
    let mut items = request.clone().items();
    for _ in 0..3 {
        items.next().await.unwrap().unwrap();
    }
    // A resumed listing must not send it either: the page would start elsewhere if the service returns shorter pages.
    let token = items.resume_token();
    assert_eq!(token.to_string(), "1:1000:1");
    request.resume(&token).next().await.unwrap().unwrap();
    let requests = server.requests();
    let targets: Vec<&str> = requests.iter().map(|request| request.target()).collect();
    let path = format!("/api/v1/jobs/{JOB}/executions");
    assert_eq!(targets, [path.clone(), format!("{path}?page=1"), format!("{path}?page=1")]);
}
