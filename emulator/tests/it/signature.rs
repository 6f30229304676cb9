//! Accepted signatures: reference vectors, the time window, and the raw target.

use crate::wire::{NOW, Raw, SECRET_KEY, builder, start};
use ncloud_dataflow_emulator::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY, Emulator};
use ncloud_runtime::sign::{ACCESS_KEY_HEADER, SIGNATURE_HEADER, Secret, TIMESTAMP_HEADER, sign};

const TARGET: &str = "/api/v1/jobs/gqigvHhTu7ra/executions";

/// Created with the official Python client and with openssl, for the key and the time of the tests.
const VECTORS: [(&str, &str, &str); 5] = [
    ("POST", "/vserver/v2/createServerInstances?regionCode=KR", "xBcE26XFU55BMjppdPT7ZY3oDrqoOedfPyAn3Cq4lUw="),
    ("POST", "/api/v1/workflows/w1/executions", "ArLOHbEkfw4/a1dEOMj2WXryXBPZDI4gTGT/kV2i7dc="),
    ("GET", "/api/v1/jobs?page=0&limit=10", "jRxFOu1EN8hF1cE1d3aALoVQZtqTO/KhsAf1Y+yPzC0="),
    ("GET", "/api/v1/jobs?name=a%20b", "mHRxUYePulQpNTXgNUjNYSpWsSSYb8BQGaxYYZ0ZWjA="),
    ("GET", "/photos/puppy.jpg?query1=&query2", "/mJ1EzdbBgHdNQmHAnXGxQ8RfeESiw9oMTj/W/jyAFE="),
];

#[tokio::test]
async fn only_known_signatures_are_accepted() {
    let emulator = start(builder()).await;
    for (method, target, right) in VECTORS {
        for (_, _, signature) in VECTORS {
            let response = Raw::with_signature(method, target, &NOW.to_string(), signature).send(&emulator);
            assert_eq!(response.status != 401, signature == right, "{method} {target} {signature}: {response:?}");
        }
    }
}

#[tokio::test]
async fn five_minutes_of_difference_are_rejected() {
    let emulator = start(builder()).await;
    for (timestamp, accepted) in [
        (NOW, true),
        (NOW - 299_999, true),
        (NOW - 300_000, false),
        (NOW - 300_001, false),
        (NOW + 299_999, true),
        (NOW + 300_000, false),
        (NOW + 300_001, false),
        (0, false),
        (u64::MAX, false),
    ] {
        let response = Raw::signed_at("GET", TARGET, &timestamp.to_string()).send(&emulator);
        if accepted {
            assert_eq!(response.status, 200, "{timestamp}");
        } else {
            response.assert_error(401, "200", "Authentication Failed");
        }
    }
}

#[tokio::test]
async fn signed_non_decimal_timestamp_is_rejected() {
    let emulator = start(builder()).await;
    for timestamp in ["", "+1700000000000", "-1700000000000", "1.7e12", "1700000000000.0", "0x18bcfe56800", "now"] {
        Raw::signed_at("GET", TARGET, timestamp).send(&emulator).assert_error(401, "200", "Authentication Failed");
    }
}

#[tokio::test]
async fn target_is_verified_as_sent() {
    let emulator = start(builder()).await;
    for (sent, signed) in [
        ("/api/v1/jobs/a%2Fb/executions", "/api/v1/jobs/a/b/executions"),
        ("/api/v1/jobs/a%2Fb/executions", "/api/v1/jobs/a%2fb/executions"),
        ("/api/v1/jobs/a%20b/executions", "/api/v1/jobs/a+b/executions"),
        ("/api/v1/jobs/a%20b/executions", "/api/v1/jobs/a b/executions"),
        ("/api/v1/jobs/x/../y/executions", "/api/v1/jobs/y/executions"),
        ("//api/v1/jobs/x/executions", "/api/v1/jobs/x/executions"),
        ("/api/v1/jobs/x/executions?", "/api/v1/jobs/x/executions"),
        ("/api/v1/jobs/x/executions?a=b%20c", "/api/v1/jobs/x/executions?a=b+c"),
    ] {
        let mut request = Raw::signed("GET", sent);
        assert_ne!(request.send(&emulator).status, 401, "{sent}");
        request.headers = Raw::signed("GET", signed).headers;
        request.send(&emulator).assert_error(401, "200", "Authentication Failed");
    }
}

#[tokio::test]
async fn header_case_and_outer_space_do_not_matter() {
    let emulator = start(builder()).await;
    let mut request = Raw::signed("GET", TARGET);
    for (name, value) in &mut request.headers {
        *name = name.to_uppercase();
        *value = [b"\t ", value.as_slice(), b"  "].concat();
    }
    assert_eq!(request.send(&emulator).status, 200);
}

#[tokio::test]
async fn error_responses_never_show_the_signature() {
    let emulator = start(builder()).await;
    let right = Raw::signed("GET", TARGET);
    let expected = String::from_utf8(right.headers.last().expect("the signature").1.clone()).expect("base64");
    let details = |request: Raw| {
        let text = request.send(&emulator).json()["error"]["details"].as_str().expect("details").to_owned();
        assert!(!text.contains(&expected) && !text.contains("SK_TEST"), "{text}");
        text
    };
    let mut missing = right.clone();
    missing.headers.retain(|(name, _)| name != TIMESTAMP_HEADER);
    assert_eq!(details(missing), "header x-ncp-apigw-timestamp is missing");
    let twice = right.clone().header(SIGNATURE_HEADER, &expected);
    assert_eq!(details(twice), "header x-ncp-apigw-signature-v2 occurs more than once");
    let late = Raw::signed_at("GET", TARGET, &(NOW - 400_000).to_string());
    assert!(details(late).starts_with("x-ncp-apigw-timestamp differs from the clock by 400000 ms"));
    let wrong = Raw { target: format!("{TARGET}?page=1"), ..right };
    assert!(details(wrong).contains(&format!("'GET {TARGET}?page=1' at {NOW}")));
}

#[tokio::test]
async fn right_secret_with_wrong_access_key_is_rejected() {
    let emulator = start(builder()).await;
    let now = NOW.to_string();
    let secret = Secret::new(SECRET_KEY.to_owned());
    let mut request = Raw::with_signature("GET", TARGET, &now, &sign("GET", TARGET, &now, "AK_OTHER", &secret));
    request.headers.retain(|(name, _)| name != ACCESS_KEY_HEADER);
    let request = request.header(ACCESS_KEY_HEADER, "AK_OTHER");
    request.send(&emulator).assert_error(401, "200", "Authentication Failed");
}

#[tokio::test]
async fn demo_key_is_the_default_and_hidden_in_debug() {
    let builder = Emulator::builder();
    assert!(!format!("{builder:?}").contains(DEMO_SECRET_KEY));
    let emulator = start(builder).await;
    assert_eq!(emulator.credentials().access_key(), DEMO_ACCESS_KEY);
    assert!(!format!("{emulator:?}").contains(DEMO_SECRET_KEY));
    Raw::signed("GET", TARGET).send(&emulator).assert_error(401, "200", "Authentication Failed");
}
