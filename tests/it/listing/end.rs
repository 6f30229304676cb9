//! The end of a listing: an empty page, or an error.

use super::{JOB, check, client, page};
use crate::gateway::{Gateway, ok};
use ncloud_dataflow::{ErrorKind, Options, operations, runtime::RawPage};
use ncloud_testing::server::{RawServer, json};

/// Parses page and limit of a request, as a service does.
fn requested(target: &str) -> (usize, usize) {
    let number = |name| target.split(['?', '&']).find_map(|pair: &str| pair.strip_prefix(name)?.parse().ok());
    (number("page=").unwrap_or(0), number("limit=").unwrap_or(1000))
}

/// Returns the body of a page of rows with these IDs, without a limit.
fn body(ids: impl IntoIterator<Item = usize>) -> String {
    let rows: Vec<String> = ids.into_iter().map(|id| format!(r#"{{"jobExecutionId":"{id}"}}"#)).collect();
    format!(r#"{{"list":[{}]}}"#, rows.join(","))
}

/// Reads a whole listing of a service. Returns the IDs and the number of requests.
async fn read(
    service: impl Fn(usize, usize) -> String + Send + Sync + 'static,
    limit: Option<i64>,
) -> (Vec<usize>, usize) {
    let gateway = Gateway::start(move |request| {
        let (page, limit) = requested(request.target());
        ok(&service(page, limit))
    });
    let mut request = client(gateway.endpoint()).await.request(&operations::GET_JOB_EXECUTIONS);
    request.set("jobId", &JOB);
    if let Some(limit) = limit {
        request.set("limit", &limit);
    }
    let mut items = request.items::<RawPage>();
    let mut ids = Vec::new();
    while let Some(item) = items.next().await {
        let row: serde_json::Value = serde_json::from_str(item.unwrap().json()).unwrap();
        ids.push(row["jobExecutionId"].as_str().unwrap().parse().unwrap());
    }
    (ids, gateway.requests())
}

/// Returns the rows `start..start + size` of `total`.
fn rows(total: usize, start: usize, size: usize) -> String {
    body((0..total).skip(start).take(size))
}

#[tokio::test]
async fn listing_continues_after_a_page_that_the_service_shortened() {
    // 95 rows. The service returns at most 7 per page and numbers its pages accordingly.
    let capped = |page: usize, limit: usize| rows(95, page * limit.min(7), limit.min(7));
    for limit in [None, Some(10)] {
        let (ids, requests) = read(capped, limit).await;
        assert_eq!((ids, requests), ((0..95).collect(), 15), "limit {limit:?}");
    }
}

#[tokio::test]
async fn short_pages_numbered_by_the_requested_size_lose_no_row() {
    // Page 1 with limit 10 starts at row 10, although page 0 ended at row 6.
    let capped = |total| move |page: usize, limit: usize| rows(total, page * limit, limit.min(7));
    assert_eq!(read(capped(95), Some(10)).await, ((0..95).collect(), 15));
    // Page 1 with limit 10 would be empty.
    assert_eq!(read(capped(9), Some(10)).await, ((0..9).collect(), 3));
}

#[tokio::test]
async fn listing_continues_after_every_short_page() {
    let sizes = [10, 3, 10, 1, 9, 0];
    let service = move |page: usize, _: usize| body((0..sizes[page]).map(|row| page * 100 + row));
    let expected: Vec<usize> = (0..5).flat_map(|page| (0..sizes[page]).map(move |row| page * 100 + row)).collect();
    assert_eq!(read(service, Some(10)).await.0, expected);
}

#[tokio::test]
async fn listing_stops_at_the_first_empty_page() {
    assert!(check(vec![page([], 2)], 2, &[], 1).await.is_none());
    assert!(check(vec![page([1], 2), page([], 2)], 2, &[1], 2).await.is_none());
    assert!(check(vec![page([1, 2], 2), page([], 2)], 2, &[1, 2], 2).await.is_none());
    assert!(check(vec![page([1, 2], 2), page([3], 2), page([], 2)], 2, &[1, 2, 3], 3).await.is_none());
}

#[tokio::test]
async fn the_limit_in_a_response_does_not_end_the_listing() {
    // Contradiction 13: the limit is 4 in the request and 1000 in the response. Smaller limits are tested too.
    for limit in [1, 2, 7, 1000, 0] {
        let script = vec![page([1, 2], limit), page([3], limit), page([], limit)];
        assert!(check(script, 4, &[1, 2, 3], 3).await.is_none(), "{limit}");
    }
}

#[tokio::test]
async fn a_service_that_ignores_page_numbers_ends_in_an_error() {
    for ids in [vec![1, 2, 3], vec![1, 2]] {
        let same = || page(ids.clone(), 2);
        let error = check(vec![same(), same()], 10, &ids, 2).await.unwrap();
        assert_eq!(error.kind(), ErrorKind::Pagination);
        assert!(error.to_string().contains("the same page again"), "{error}");
    }
}

#[tokio::test]
async fn a_page_repeated_in_another_order_ends_the_listing() {
    let error = check(vec![page([1, 2, 3], 3), page([3, 1, 2], 3)], 3, &[1, 2, 3], 2).await.unwrap();
    assert!(error.to_string().contains("the same page again"), "{error}");
}

#[tokio::test]
async fn a_row_that_moves_to_the_next_page_is_not_a_repeated_page() {
    // A row is added in front between the two requests. With a limit of 1, page 1 would repeat page 0.
    let service = |page: usize, limit: usize| match page {
        0 => body([1]),
        _ => body([2, 1].into_iter().skip(page * limit).take(limit)),
    };
    assert_eq!(read(service, Some(10)).await, (vec![1], 2));
}

#[tokio::test]
async fn page_sizes_below_one_are_rejected_before_sending() {
    let server = RawServer::start(Vec::new());
    for options in [Options::new(), Options::new().unchecked()] {
        let mut items = client(server.endpoint()).await.get_triggers().page_size(0).with(options).items();
        let error = items.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Input);
        assert!(error.to_string().contains("limit: expected 1 or more"), "{error}");
        assert!(items.next().await.is_none());
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn the_largest_page_number_has_no_next_page() {
    let server = RawServer::start(vec![page([1, 2], 2)]);
    let mut items = client(server.endpoint()).await.get_job_executions(JOB).page(i64::MAX).page_size(2).items();
    for _ in 0..2 {
        items.next().await.unwrap().unwrap();
    }
    let error = items.next().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), server.requests().len()), (ErrorKind::Pagination, 1));
    assert!(error.to_string().contains("page 9223372036854775807 has the largest page number"), "{error}");
}

#[tokio::test]
async fn a_response_without_a_list_is_an_error_and_not_the_end() {
    let error = check(vec![page([1, 2], 2), json(200, r#"{"count":0}"#)], 2, &[1, 2], 2).await.unwrap();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)));
}
