//! A wrong clock costs one extra request. A wrong key is not treated as a wrong clock.

use jiff::{SignedDuration, Timestamp};
use ncloud_dataflow::{Client, Credentials, Error, ErrorKind};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Step, response};

const REJECTED: &str = r#"{"error":{"errorCode":"200","message":"Authentication Failed"}}"#;
const EMPTY: &str = r#"{"list":[]}"#;

/// Returns a response of a server whose clock is this many seconds ahead of the client's.
fn ahead(seconds: i64, status: u16, body: &str, further: &str) -> Step {
    let now = Timestamp::UNIX_EPOCH + FakeClock::START + SignedDuration::from_secs(seconds);
    let date = now.strftime("%a, %d %b %Y %H:%M:%S GMT");
    response(status, &format!("date: {date}\r\n{further}"), body)
}

/// Makes two calls with one client. Returns their results, and the signed time of each request relative to the client's
/// clock, in seconds.
async fn check(script: Vec<Step>) -> (Vec<Result<(), Error>>, Vec<i64>) {
    let server = RawServer::start(script);
    let client = Client::builder()
        .credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap())
        .endpoint(server.endpoint())
        .clock(FakeClock::new())
        .build()
        .await
        .unwrap();
    let mut ends = Vec::new();
    for _ in 0..2 {
        ends.push(client.get_job_executions("job").send().await.map(drop));
    }
    let stamps = server.requests().into_iter().map(|request| {
        let stamp: i64 = request.header("x-ncp-apigw-timestamp").unwrap().parse().unwrap();
        stamp / 1000 - i64::try_from(FakeClock::START.as_secs()).unwrap()
    });
    (ends, stamps.collect())
}

#[tokio::test]
async fn a_wrong_clock_is_corrected_immediately_and_permanently() {
    for skew in [301, -301, 3600, -86_400, 86_400] {
        let script = vec![ahead(skew, 401, REJECTED, ""), ahead(skew, 200, EMPTY, ""), ahead(skew, 200, EMPTY, "")];
        let (ends, stamps) = check(script).await;
        assert!(ends.iter().all(Result::is_ok), "{skew}: {ends:?}");
        assert_eq!(stamps, [0, skew, skew]);
    }
}

#[tokio::test]
async fn the_date_of_a_success_corrects_nothing() {
    for skew in [250, 3600, -86_400] {
        let script = vec![ahead(skew, 200, EMPTY, ""), ahead(skew, 200, EMPTY, "")];
        let (ends, stamps) = check(script).await;
        assert!(ends.iter().all(Result::is_ok), "{ends:?}");
        assert_eq!(stamps, [0, 0]);
    }
}

#[tokio::test]
async fn one_wrong_date_does_not_block_a_client() {
    // A success has another time, and later 401 responses have none.
    let rejected = || response(401, "", REJECTED);
    let (_, stamps) = check(vec![ahead(3600, 200, EMPTY, ""), rejected()]).await;
    assert_eq!(stamps, [0, 0]);
    // A rejection has another time. The corrected request is rejected too, so the correction is undone.
    let (ends, stamps) = check(vec![ahead(3600, 401, REJECTED, ""), rejected(), ahead(0, 200, EMPTY, "")]).await;
    assert!(ends[0].is_err() && ends[1].is_ok(), "{ends:?}");
    assert_eq!(stamps, [0, 3600, 0]);
}

#[tokio::test]
async fn an_outdated_correction_is_undone_without_a_date() {
    // The clock of the service or of this machine was set. The rejection has no time.
    let script = vec![
        ahead(3600, 401, REJECTED, ""),
        ahead(3600, 200, EMPTY, ""),
        response(401, "", REJECTED),
        response(200, "", EMPTY),
    ];
    let (ends, stamps) = check(script).await;
    assert!(ends.iter().all(Result::is_ok), "{ends:?}");
    assert_eq!(stamps, [0, 3600, 3600, 0]);
}

#[tokio::test]
async fn a_difference_within_the_window_needs_no_correction() {
    let script = vec![ahead(200, 401, REJECTED, ""), ahead(-200, 401, REJECTED, "")];
    assert_eq!(check(script).await.1, [0, 0]);
}

#[tokio::test]
async fn a_missing_permission_is_not_treated_as_clock_skew() {
    let lacking = || ahead(3600, 401, r#"{"error":{"errorCode":"210","message":"Permission Denied"}}"#, "");
    assert_eq!(check(vec![lacking(), lacking()]).await.1, [0, 0]);
}

#[tokio::test]
async fn a_date_with_age_zero_is_used() {
    let fresh = ahead(3600, 401, REJECTED, "age: 0\r\n");
    let (ends, stamps) = check(vec![fresh, ahead(3600, 200, EMPTY, ""), ahead(3600, 200, EMPTY, "")]).await;
    assert!(ends.iter().all(Result::is_ok), "{ends:?}");
    assert_eq!(stamps, [0, 3600, 3600]);
}

#[tokio::test]
async fn a_wrong_key_costs_one_request() {
    let script = vec![ahead(2, 401, REJECTED, ""), ahead(2, 401, REJECTED, "")];
    let (ends, stamps) = check(script).await;
    assert!(ends.iter().all(|end| end.as_ref().is_err_and(Error::is_auth)), "{ends:?}");
    assert_eq!(stamps, [0, 0]);
}

#[tokio::test]
async fn a_wrong_key_and_clock_cost_two_requests_then_one() {
    let rejected = || ahead(3600, 401, REJECTED, "");
    let (ends, stamps) = check(vec![rejected(), rejected(), rejected()]).await;
    assert!(ends.iter().all(|end| end.as_ref().is_err_and(Error::is_auth)), "{ends:?}");
    assert_eq!(stamps, [0, 3600, 3600]);
}

#[tokio::test]
async fn a_skew_of_more_than_a_day_is_not_corrected() {
    let (ends, stamps) = check(vec![ahead(86_500, 401, REJECTED, ""), ahead(-86_500, 401, REJECTED, "")]).await;
    for (end, side) in ends.into_iter().zip(["behind", "ahead of"]) {
        let error = end.unwrap_err();
        assert_eq!((error.kind(), error.attempts(), error.is_auth()), (ErrorKind::Clock, 1, true));
        assert!(error.to_string().contains(&format!("24 hours {side} the service's")), "{error}");
    }
    assert_eq!(stamps, [0, 0]);
}

#[tokio::test]
async fn an_unusable_date_corrects_nothing() {
    let garbage = || response(401, "date: soon\r\n", REJECTED);
    assert_eq!(check(vec![garbage(), response(401, "", REJECTED)]).await.1, [0, 0]);
    let kept = || ahead(3600, 401, REJECTED, "age: 10\r\n");
    assert_eq!(check(vec![kept(), kept()]).await.1, [0, 0]);
}
