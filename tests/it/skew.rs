//! A wrong clock costs one request; a wrong key is not taken for one.

use jiff::{SignedDuration, Timestamp};
use ncloud_dataflow::{Client, Credentials, Error, ErrorKind};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Step, response};

const REFUSED: &str = r#"{"error":{"errorCode":"200","message":"Authentication Failed"}}"#;
const EMPTY: &str = r#"{"list":[]}"#;

/// An answer of a server whose clock is ahead of the client's by this many seconds.
fn ahead(seconds: i64, status: u16, body: &str, further: &str) -> Step {
    let now = Timestamp::UNIX_EPOCH + FakeClock::START + SignedDuration::from_secs(seconds);
    let date = now.strftime("%a, %d %b %Y %H:%M:%S GMT");
    response(status, &format!("date: {date}\r\n{further}"), body)
}

/// Two calls of one client: how they end, and the time of every request relative to the client's clock, in seconds.
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
async fn a_wrong_clock_is_corrected_at_once_and_for_good() {
    for skew in [301, -301, 3600, -86_400, 86_400] {
        let script = vec![ahead(skew, 401, REFUSED, ""), ahead(skew, 200, EMPTY, ""), ahead(skew, 200, EMPTY, "")];
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
async fn one_wrong_date_does_not_stop_a_client() {
    // A success that tells another time, and later 401s without any.
    let refused = || response(401, "", REFUSED);
    let (_, stamps) = check(vec![ahead(3600, 200, EMPTY, ""), refused()]).await;
    assert_eq!(stamps, [0, 0]);
    // A rejection with another time: the correction does not pass, so it is undone.
    let (ends, stamps) = check(vec![ahead(3600, 401, REFUSED, ""), refused(), ahead(0, 200, EMPTY, "")]).await;
    assert!(ends[0].is_err() && ends[1].is_ok(), "{ends:?}");
    assert_eq!(stamps, [0, 3600, 0]);
}

#[tokio::test]
async fn a_correction_that_no_longer_fits_is_left_without_a_date() {
    // The clock of the service, or of this machine, was set; the rejection has no time.
    let script = vec![
        ahead(3600, 401, REFUSED, ""),
        ahead(3600, 200, EMPTY, ""),
        response(401, "", REFUSED),
        response(200, "", EMPTY),
    ];
    let (ends, stamps) = check(script).await;
    assert!(ends.iter().all(Result::is_ok), "{ends:?}");
    assert_eq!(stamps, [0, 3600, 3600, 0]);
}

#[tokio::test]
async fn a_difference_within_the_window_needs_no_correction() {
    let script = vec![ahead(200, 401, REFUSED, ""), ahead(-200, 401, REFUSED, "")];
    assert_eq!(check(script).await.1, [0, 0]);
}

#[tokio::test]
async fn a_lacking_permission_is_not_taken_for_a_wrong_clock() {
    let lacking = || ahead(3600, 401, r#"{"error":{"errorCode":"210","message":"Permission Denied"}}"#, "");
    assert_eq!(check(vec![lacking(), lacking()]).await.1, [0, 0]);
}

#[tokio::test]
async fn an_age_of_zero_leaves_the_date_usable() {
    let fresh = ahead(3600, 401, REFUSED, "age: 0\r\n");
    let (ends, stamps) = check(vec![fresh, ahead(3600, 200, EMPTY, ""), ahead(3600, 200, EMPTY, "")]).await;
    assert!(ends.iter().all(Result::is_ok), "{ends:?}");
    assert_eq!(stamps, [0, 3600, 3600]);
}

#[tokio::test]
async fn a_wrong_key_takes_one_request() {
    let script = vec![ahead(2, 401, REFUSED, ""), ahead(2, 401, REFUSED, "")];
    let (ends, stamps) = check(script).await;
    assert!(ends.iter().all(|end| end.as_ref().is_err_and(Error::is_auth)), "{ends:?}");
    assert_eq!(stamps, [0, 0]);
}

#[tokio::test]
async fn a_wrong_key_and_a_wrong_clock_take_two_requests_and_then_one() {
    let refused = || ahead(3600, 401, REFUSED, "");
    let (ends, stamps) = check(vec![refused(), refused(), refused()]).await;
    assert!(ends.iter().all(|end| end.as_ref().is_err_and(Error::is_auth)), "{ends:?}");
    assert_eq!(stamps, [0, 3600, 3600]);
}

#[tokio::test]
async fn nothing_is_signed_for_another_day() {
    let (ends, stamps) = check(vec![ahead(86_500, 401, REFUSED, ""), ahead(-86_500, 401, REFUSED, "")]).await;
    for (end, side) in ends.into_iter().zip(["behind", "ahead of"]) {
        let error = end.unwrap_err();
        assert_eq!((error.kind(), error.attempts(), error.is_auth()), (ErrorKind::Clock, 1, true));
        assert!(error.to_string().contains(&format!("24 hours {side} the service's")), "{error}");
    }
    assert_eq!(stamps, [0, 0]);
}

#[tokio::test]
async fn a_date_that_tells_nothing_corrects_nothing() {
    let garbage = || response(401, "date: soon\r\n", REFUSED);
    assert_eq!(check(vec![garbage(), response(401, "", REFUSED)]).await.1, [0, 0]);
    let kept = || ahead(3600, 401, REFUSED, "age: 10\r\n");
    assert_eq!(check(vec![kept(), kept()]).await.1, [0, 0]);
}
