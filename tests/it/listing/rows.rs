//! Unexpected rows: each is delivered, and none affects other rows.

use super::{client, read_raw};
use ncloud_dataflow::runtime::{RawPage, RawRow};
use ncloud_dataflow::{ErrorKind, Options, operations};
use ncloud_testing::server::{RawServer, json};

/// Returns responses with pages of these rows.
fn pages(pages: &[&[&str]]) -> Vec<ncloud_testing::server::Step> {
    pages.iter().map(|rows| json(200, &format!(r#"{{"list":[{}]}}"#, rows.join(",")))).collect()
}

/// Reads a listing of these pages. Returns the rows as received.
async fn read(script: &[&[&str]]) -> Vec<String> {
    let (rows, error) = read_raw(pages(script)).await;
    assert!(error.is_none(), "{error:?}");
    rows.iter().map(|row| row.json().to_owned()).collect()
}

#[tokio::test]
async fn rows_without_a_key_are_always_delivered() {
    // The key is missing, null or empty, or the row is not an object.
    for row in ["{}", r#"{"jobExecutionId":null}"#, r#"{"jobExecutionId":""}"#, "null", "5", r#""1""#, "[]"] {
        let first = r#"{"jobExecutionId":"1"}"#;
        let second = r#"{"jobExecutionId":"2"}"#;
        let expected = [first, row, row, second];
        assert_eq!(read(&[&[first, row], &[row, second], &[]]).await, expected);
    }
}

#[tokio::test]
async fn pages_of_rows_without_keys_are_distinguished() {
    let rows = [r#"{"n":1}"#, r#"{"n":2}"#, r#"{"n":3}"#, r#"{"n":4}"#];
    assert_eq!(read(&[&rows[..2], &rows[2..], &[]]).await, rows);
    let (read, error) = read_raw(pages(&[&rows[..2], &rows[..2]])).await;
    assert_eq!((read.len(), error.unwrap().kind()), (2, ErrorKind::Pagination));
}

#[tokio::test]
async fn a_number_key_equals_the_string_of_its_digits() {
    let [first, second, third] = [r#"{"jobExecutionId":1}"#, r#"{"jobExecutionId":2}"#, r#"{"jobExecutionId":"3"}"#];
    // The second row has moved to the next page. A number and a string with the same digits are the same key.
    assert_eq!(
        read(&[&[first, second], &[second, third], &[r#"{"jobExecutionId":3}"#], &[]]).await,
        [first, second, third]
    );
    let large = [r#"{"jobExecutionId":12345678901234567890123}"#, r#"{"jobExecutionId":12345678901234567890124}"#];
    assert_eq!(read(&[&large, &[]]).await, large);
}

#[tokio::test]
async fn invalid_fields_around_the_rows_lose_no_row() {
    let fields = [
        r#""count":1e999"#,
        r#""limit":"1000""#,
        r#""limit":{}"#,
        r#""page":null"#,
        r#""message":"\ud800""#,
        r#""count":-0.0,"count":"none""#,
    ];
    for field in fields {
        let page = |rows: &str| json(200, &format!(r#"{{{field},"list":[{rows}]}}"#));
        let (rows, error) = read_raw(vec![page(r#"{"jobExecutionId":"1"}"#), page("")]).await;
        assert!(rows.len() == 1 && error.is_none(), "{field}: {error:?}");
    }
}

#[tokio::test]
async fn rows_before_an_invalid_page_are_delivered() {
    for broken in [r#"{"list":[{"jobExecutionId":"3""#, r#"{"list":null}"#, "{}", "null", "", "<html>"] {
        let script = vec![json(200, r#"{"list":[{"jobExecutionId":"1"},{"jobExecutionId":"2"}]}"#), json(200, broken)];
        let (rows, error) = read_raw(script).await;
        assert_eq!((rows.len(), error.unwrap().kind()), (2, ErrorKind::Decode), "{broken}");
    }
}

#[tokio::test]
async fn a_dropped_listing_makes_no_further_request() {
    let full: Vec<String> = (0..4).map(|row| format!(r#"{{"jobExecutionId":"{row}"}}"#)).collect();
    let [a, b, c, d] = [&*full[0], &*full[1], &*full[2], &*full[3]];
    let server = RawServer::start(pages(&[&[a, b], &[c, d]]));
    let mut request = client(server.endpoint()).await.request(&operations::GET_JOBS);
    request.set("limit", &2);
    request.with(Options::new().prefetch(8));
    let mut items = request.items::<RawPage>();
    let first: RawRow = items.next().await.unwrap().unwrap();
    drop(items);
    tokio::task::yield_now().await;
    assert_eq!((first.json(), server.requests().len()), (a, 1));
}
