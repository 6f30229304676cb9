//! Listings: every row once and in order, and an end in every case.

mod end;
mod requests;
mod rows;

use ncloud_dataflow::runtime::{RawPage, RawRow};
use ncloud_dataflow::{Client, Credentials, Error, ErrorKind, Options, operations};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Step, json};

const JOB: &str = "gqigvHhTu7ra";

fn page(ids: impl IntoIterator<Item = usize>, limit: usize) -> Step {
    let rows: Vec<String> =
        ids.into_iter().map(|id| format!(r#"{{"jobExecutionId":"{id}","jobId":"{JOB}"}}"#)).collect();
    json(200, &format!(r#"{{"list":[{}],"limit":{limit}}}"#, rows.join(",")))
}

async fn client(endpoint: &str) -> Client {
    Client::builder()
        .credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap())
        .endpoint(endpoint)
        .clock(FakeClock::new())
        .build()
        .await
        .unwrap()
}

/// Reads a whole listing. Returns the IDs, and the error if it ended with one.
async fn read(server: &RawServer, limit: i64, ahead: usize) -> (Vec<usize>, Option<Error>) {
    let request = client(server.endpoint()).await.get_job_executions(JOB).page_size(limit);
    let mut items = request.with(Options::new().prefetch(ahead)).items();
    let mut ids = Vec::new();
    while let Some(item) = items.next().await {
        match item {
            Ok(execution) => ids.push(execution.job_execution_id.parse().unwrap()),
            Err(error) => {
                assert!(items.next().await.is_none(), "a listing ends after its error");
                return (ids, Some(error));
            }
        }
    }
    assert!(items.next().await.is_none(), "a listing stays at its end");
    (ids, None)
}

/// Reads a listing of these pages without prefetch, so requests are in the order of pages.
async fn check(script: Vec<Step>, limit: i64, expected: &[usize], requests: usize) -> Option<Error> {
    let server = RawServer::start(script);
    let (ids, error) = read(&server, limit, 0).await;
    assert_eq!(ids, expected);
    assert_eq!(server.requests().len(), requests);
    error
}

#[tokio::test]
async fn a_row_that_moves_to_the_next_page_is_delivered_once() {
    let script = vec![page([1, 2], 2), page([2, 3], 2), page([4], 2), page([], 2)];
    assert!(check(script, 2, &[1, 2, 3, 4], 4).await.is_none());
}

#[tokio::test]
async fn repeated_pages_end_the_listing_with_an_error() {
    let error = check(vec![page([1, 2], 2), page([1, 2], 2)], 2, &[1, 2], 2).await.unwrap();
    assert_eq!(error.kind(), ErrorKind::Pagination);
    let cycle = vec![page([1, 2], 2), page([3, 4], 2), page([1, 2], 2)];
    let error = check(cycle, 2, &[1, 2, 3, 4], 3).await.unwrap();
    assert!(error.to_string().contains("the same page again"), "{error}");
}

#[tokio::test]
async fn rows_before_an_error_are_delivered() {
    let rejected = json(400, r#"{"error":{"errorCode":"100","message":"bad-parameter"}}"#);
    let error = check(vec![page([1, 2], 2), rejected], 2, &[1, 2], 2).await.unwrap();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Service, Some(400)));
}

#[tokio::test]
async fn the_first_page_is_requested_alone() {
    let server = RawServer::start(vec![page([1, 2], 2)]);
    let mut pages = client(server.endpoint()).await.get_job_executions(JOB).page_size(2).pages();
    pages.next().await.unwrap().unwrap();
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn pages_are_numbered_from_the_requested_page() {
    let server = RawServer::start(vec![page([1, 2], 2), page([3, 4], 2), page([5], 2), page([], 2)]);
    let request = client(server.endpoint()).await.get_job_executions(JOB).page(7).page_size(2);
    let mut pages = request.with(Options::new().prefetch(0)).pages();
    assert!(format!("{pages:?}").contains("next_page: 7"));
    while pages.next().await.transpose().unwrap().is_some() {}
    let requests = server.requests();
    let targets: Vec<&str> = requests.iter().map(|request| request.target()).collect();
    let target = |page: usize| format!("/api/v1/jobs/{JOB}/executions?page={page}&limit=2");
    assert_eq!(targets, [target(7), target(8), target(9), target(10)]);
}

/// Reads a listing without models. Returns the rows as received, and the error if it ended with one.
async fn read_raw(script: Vec<Step>) -> (Vec<RawRow>, Option<Error>) {
    let server = RawServer::start(script);
    let mut request = client(server.endpoint()).await.request(&operations::GET_JOB_EXECUTIONS);
    request.set("jobId", &JOB);
    request.set("limit", &2);
    request.with(Options::new().prefetch(0));
    let mut items = request.items::<RawPage>();
    let mut rows = Vec::new();
    while let Some(item) = items.next().await {
        match item {
            Ok(row) => rows.push(row),
            Err(error) => return (rows, Some(error)),
        }
    }
    (rows, None)
}

#[tokio::test]
async fn raw_rows_are_delivered_once_and_unchanged() {
    let rows = [
        r#"{ "jobId": "j",  "jobExecutionId" : "\u0031" }"#,
        r#"{"jobExecutionId":null,"n":1e999}"#,
        r#"["no object"]"#,
        r#"{"jobExecutionId":"1","later":true}"#,
    ];
    let of = |rows: &[&str]| json(200, &format!(r#"{{"count":7,"list":[{}],"limit":2}}"#, rows.join(" , ")));
    let script = vec![of(&rows[..2]), of(&rows[2..]), of(&[r#"{"jobExecutionId":"2"}"#]), of(&[])];
    let (read, error) = read_raw(script).await;
    assert!(error.is_none(), "{error:?}");
    let read: Vec<&str> = read.iter().map(RawRow::json).collect();
    // The fourth row has the key of the first, written with an escape.
    assert_eq!(read, [rows[0], rows[1], rows[2], r#"{"jobExecutionId":"2"}"#]);
}

#[tokio::test]
async fn an_invalid_raw_page_is_an_error() {
    let pages = [
        (r#"{"count":0}"#, "has no list 'list'"),
        (r#"{"list":null}"#, "has no list 'list'"),
        (r#"{"list":[],"list":[]}"#, "duplicate field `list`"),
        (r#"{"list":{}}"#, "field `list`: expected a list or one item"),
        (r#"{"list":"none"}"#, "field `list`: expected a list or one item"),
        (r#"{"list":[{"jobExecutionId":"1"},{"a":1"b"}]}"#, "at list[1].a: "),
        ("[]", "expected an object but found a list"),
    ];
    for (page, expected) in pages {
        let (rows, error) = read_raw(vec![json(200, page)]).await;
        let error = error.unwrap();
        assert!(rows.is_empty());
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[tokio::test]
async fn collect_stable_returns_when_two_passes_agree() {
    let snapshot = |script| async {
        let server = RawServer::start(script);
        let rows = client(server.endpoint())
            .await
            .get_job_executions(JOB)
            .page_size(2)
            .with(Options::new().prefetch(0))
            .collect_stable();
        let rows = rows.await;
        rows.map(|rows| rows.into_iter().map(|row| row.job_execution_id).collect::<Vec<_>>())
    };
    // A row is removed between the two pages of the first pass, so that pass misses another row.
    let pass = |first: [usize; 2]| [page(first, 2), page([4], 2), page([], 2)];
    let script = [pass([1, 2]), pass([2, 3]), pass([2, 3])].into_iter().flatten().collect();
    assert_eq!(snapshot(script).await.unwrap(), ["2", "3", "4"]);
    let restless = (0..5).flat_map(|pass| [page([pass], 2), page([], 2)]).collect();
    let error = snapshot(restless).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Pagination);
    assert!(error.to_string().contains("no two of 5 passes agree"), "{error}");
    let rejected = vec![page([1], 2), json(400, "")];
    assert_eq!(snapshot(rejected).await.unwrap_err().status(), Some(400));
}

#[tokio::test]
async fn the_string_of_a_resume_token_is_checked() {
    use ncloud_dataflow::ResumeToken;
    let token: ResumeToken = "7:100:3".parse().unwrap();
    assert_eq!((token.page(), token.page_size(), token.skip()), (7, 100, 3));
    assert_eq!(format!("{token:?}"), "ResumeToken(7:100:3)");
    for text in ["", "7", "7:100", "7:100:3:4", "-1:100:3", "7:0:0", "7:100:101", "a:b:c", "7:100:99999999999999999999"]
    {
        let error = text.parse::<ResumeToken>().unwrap_err();
        assert!(error.to_string().contains("57:1000:12"), "{text}");
    }
}

#[tokio::test]
async fn a_resume_token_is_unchanged_until_an_item_is_read() {
    let server = RawServer::start(Vec::new());
    let request = client(server.endpoint()).await.get_job_executions(JOB);
    for text in ["7:100:3", "0:3:0"] {
        assert_eq!(request.clone().resume(&text.parse().unwrap()).resume_token().to_string(), text);
    }
}

#[tokio::test]
async fn pages_resume_at_the_failed_page() {
    let server = RawServer::start(vec![page([1, 2], 2), json(400, ""), page([3], 2)]);
    let request = client(server.endpoint()).await.get_job_executions(JOB).page_size(2).with(Options::new().prefetch(0));
    let mut pages = request.clone().pages();
    pages.next().await.unwrap().unwrap();
    pages.next().await.unwrap().unwrap_err();
    let token = pages.resume_token();
    assert_eq!(token.to_string(), "1:2:0");
    assert_eq!(request.resume(&token).next().await.unwrap().unwrap().job_execution_id, "3");
}

/// Reads some items, stops, resumes with the token, and returns the IDs of the rest.
async fn rest_after(first: usize, script: Vec<Step>) -> Vec<usize> {
    let server = RawServer::start(script);
    let request = client(server.endpoint()).await.get_job_executions(JOB).page_size(3).with(Options::new().prefetch(0));
    let mut items = request.clone().items();
    for _ in 0..first {
        items.next().await.unwrap().unwrap();
    }
    assert!(format!("{items:?}").contains("next_page: "));
    let (mut rest, mut ids) = (request.resume(&items.resume_token()), Vec::new());
    while let Some(item) = rest.next().await {
        ids.push(item.unwrap().job_execution_id.parse().unwrap());
    }
    ids
}

#[tokio::test]
async fn a_resume_token_in_memory_identifies_rows_by_key() {
    // A row was added in front meanwhile, so the first undelivered row is the first of the page.
    assert_eq!(rest_after(1, vec![page([1, 2, 3], 3), page([9, 1, 2], 3), page([3], 3), page([], 3)]).await, [9, 2, 3]);
    // The rest of the page has one row that was delivered before, and one that was not.
    let second = || page([4, 3, 5], 3);
    assert_eq!(rest_after(4, vec![page([1, 2, 3], 3), second(), second(), page([], 3)]).await, [5]);
}
