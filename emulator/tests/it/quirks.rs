//! Quirks: behaviors that the documentation leaves open, tested on the wire.

use crate::wire::{Raw, builder, call, get, start};
use ncloud_dataflow_emulator::{
    ContentType, Count, EmptyParameters, Emulator, ErrorCode, ErrorShape, ErrorWord, LimitField, ListingOrder,
    MissingResource, NameFilter, Quirks,
};
use serde_json::{Value, json};

const RUNS: &str = "/api/v1/jobs/gqigvHhTu7ra/executions";

async fn emulator_with(change: impl FnOnce(&mut Quirks)) -> Emulator {
    let mut quirks = Quirks::default();
    change(&mut quirks);
    start(builder().quirks(quirks).fill("getJobExecutions", 9)).await
}

fn error_response(emulator: &Emulator, target: &str) -> (u16, Value) {
    let response = call(emulator, "GET", target, &Value::Null);
    (response.status, serde_json::from_slice(&response.body).expect("JSON"))
}

/// Contradiction 13.
#[tokio::test]
async fn count_and_limit_follow_the_quirks() {
    for (count, limit, expected) in [
        (Count::Page, LimitField::Requested, (4, 4)),
        (Count::Page, LimitField::Default, (4, 1000)),
        (Count::Total, LimitField::Requested, (9, 4)),
        (Count::Total, LimitField::Default, (9, 1000)),
    ] {
        let emulator = emulator_with(|quirks| {
            quirks.count = count;
            quirks.limit = limit;
        })
        .await;
        let page = get(&emulator, &format!("{RUNS}?limit=4"));
        assert_eq!(page["list"].as_array().map(Vec::len), Some(4));
        assert_eq!((&page["count"], &page["limit"]), (&json!(expected.0), &json!(expected.1)));
        let jobs = get(&emulator, "/api/v1/jobs?limit=1");
        let total = if count == Count::Total { 2 } else { 1 };
        assert_eq!(jobs["count"], total, "with state as without");
    }
}

/// Contradiction 2.
#[tokio::test]
async fn empty_parameters_follow_the_quirk() {
    for (choice, expected) in [(EmptyParameters::Array, json!([])), (EmptyParameters::Object, json!({}))] {
        let emulator = emulator_with(|quirks| quirks.parsed_parameters = choice).await;
        let page = get(&emulator, RUNS);
        assert_eq!(page["list"][0]["parsedParameters"], expected, "synthetic");
        let one = get(&emulator, &format!("{RUNS}/fKE22JFX4PAu"));
        assert_eq!(one["parsedParameters"], expected, "documented");
        let new = call(&emulator, "POST", RUNS, &json!({})).json();
        assert_eq!(new["parsedParameters"], expected, "new");
        let given = call(&emulator, "POST", RUNS, &json!({ "parameters": { "a": 1 } })).json();
        assert_eq!(given["parsedParameters"], json!({ "a": 1 }));
    }
}

#[tokio::test]
async fn flat_error_body_comes_from_the_service_only() {
    let emulator = emulator_with(|quirks| quirks.error_shape = ErrorShape::Flat).await;
    let cancel = call(&emulator, "POST", &format!("{RUNS}/fKE22JFX4PAu/cancel"), &Value::Null).json();
    assert_eq!(cancel["errorType"], "bad-state");
    assert!(cancel["detail"].as_str().is_some_and(|detail| detail.contains("COMPLETED")), "{cancel}");
    let (status, body) = error_response(&emulator, "/api/v1/jobs/nowhere");
    let expected = json!({ "errorType": "Not Found", "detail": "no job 'nowhere'" });
    assert_eq!((status, body), (404, expected));
    let (status, body) = error_response(&emulator, "/api/v1/nothing");
    assert_eq!((status, &body["error"]["errorCode"]), (404, &json!("300")));
}

/// Contradiction 35.
#[tokio::test]
async fn error_code_is_a_string_or_a_number() {
    for (choice, expected) in [(ErrorCode::Text, json!("300")), (ErrorCode::Number, json!(300))] {
        let emulator = emulator_with(|quirks| quirks.error_code = choice).await;
        let (_, body) = error_response(&emulator, "/api/v1/nothing");
        assert_eq!(body["error"]["errorCode"], expected);
    }
}

/// Contradiction 35.
#[tokio::test]
async fn errors_of_the_service_have_a_word_and_no_gateway_code() {
    for (choice, expected) in [(ErrorWord::Message, "-"), (ErrorWord::Code, "bad-parameter")] {
        let emulator = emulator_with(|quirks| quirks.error_word = choice).await;
        let (status, body) = error_response(&emulator, &format!("{RUNS}?limit=-1"));
        assert_eq!((status, &body["error"]["errorCode"]), (400, &json!(expected)));
        assert_eq!(body["error"]["message"], "bad-parameter");
        let (_, body) = error_response(&emulator, "/api/v1/nothing");
        assert_eq!(body["error"]["errorCode"], "300");
    }
}

#[tokio::test]
async fn content_type_follows_the_quirk() {
    for (choice, expected) in [
        (ContentType::Json, "content-type: application/json\r\n"),
        (ContentType::TextPlain, "content-type: text/plain;charset=utf-8\r\n"),
    ] {
        let emulator = emulator_with(|quirks| quirks.content_type = choice).await;
        for target in [RUNS, "/api/v1/jobs", "/api/v1/jobs/nowhere"] {
            let response = Raw::signed("GET", target).send(&emulator);
            assert!(response.head.contains(expected), "{target}: {}", response.head);
            serde_json::from_slice::<Value>(&response.body).expect("still JSON");
        }
    }
}

#[tokio::test]
async fn name_filter_matches_the_whole_name_or_a_part() {
    for (choice, part) in [(NameFilter::Whole, 0), (NameFilter::Part, 1)] {
        let emulator = emulator_with(|quirks| quirks.name_filter = choice).await;
        let count = |target: &str| get(&emulator, target)["count"].clone();
        assert_eq!(count("/api/v1/jobs?name=job001"), 1);
        assert_eq!(count("/api/v1/jobs?name=ob00"), part);
        assert_eq!(count("/api/v1/triggers?name=trigger1"), 1);
        assert_eq!(count("/api/v1/triggers?name=rigger1"), part);
    }
}

#[tokio::test]
async fn page_cap_limits_each_page() {
    for (limit, expected) in [(LimitField::Requested, 100), (LimitField::Applied, 4), (LimitField::Default, 1000)] {
        let emulator = emulator_with(|quirks| {
            quirks.page_cap = Some(4);
            quirks.limit = limit;
        })
        .await;
        let pages: Vec<Value> = (0..4).map(|page| get(&emulator, &format!("{RUNS}?page={page}&limit=100"))).collect();
        let sizes: Vec<usize> = pages.iter().map(|page| page["list"].as_array().expect("rows").len()).collect();
        assert_eq!(sizes, [4, 4, 1, 0]);
        assert_eq!(pages[0]["limit"], expected);
        assert_eq!(get(&emulator, &format!("{RUNS}?limit=3"))["list"].as_array().map(Vec::len), Some(3));
    }
}

#[tokio::test]
async fn oldest_first_reverses_a_listing() {
    let ids = |emulator: &Emulator, target: &str, id: &str| -> Vec<String> {
        let pages = (0..3).map(|page| get(emulator, &format!("{target}?limit=4&page={page}")));
        let rows = pages.flat_map(|page| page["list"].as_array().expect("rows").clone());
        rows.map(|row| row[id].as_str().expect("an ID").to_owned()).collect()
    };
    let newest = emulator_with(|_| {}).await;
    let oldest = emulator_with(|quirks| quirks.order = ListingOrder::OldestFirst).await;
    for (target, id, count) in [(RUNS, "jobExecutionId", 9), ("/api/v1/jobs", "jobId", 2)] {
        let mut reversed = ids(&oldest, target, id);
        reversed.reverse();
        assert_eq!(reversed, ids(&newest, target, id));
        assert_eq!(reversed.len(), count);
    }
}

/// Contradiction 35.
#[tokio::test]
async fn missing_resource_follows_the_quirk() {
    let emulator = emulator_with(|quirks| quirks.missing_resource = MissingResource::BadRequest).await;
    let (status, body) = error_response(&emulator, "/api/v1/jobs/nosuchjob");
    assert_eq!((status, &body["error"]["message"]), (400, &json!("bad-parameter")));
    let (status, body) = error_response(&emulator, "/api/v1/nothing");
    assert_eq!((status, &body["error"]["errorCode"]), (404, &json!("300")), "the gateway's own errors stay");
    let emulator = emulator_with(|_| {}).await;
    assert_eq!(error_response(&emulator, "/api/v1/jobs/nosuchjob").0, 404);
}
