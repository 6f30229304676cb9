//! Signatures: reference vectors, and a comparison with OpenSSL.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ncloud_dataflow::runtime::sign::{Secret, sign, verify};
use proptest::prelude::*;
use std::io::Write;
use std::process::{Command, Stdio};

const TIMESTAMP: &str = "1700000000000";

/// Reference vectors that were not created with this code.
const VECTORS: &[(&str, &str, &str, &str, &str)] = &[
    (
        "EXAMPLE_ACCESS_KEY",
        "EXAMPLE_SECRET_KEY",
        "GET",
        "/api/v1/jobs?page=0&limit=1000",
        "+h0fDC8QPd0ylDQHEYlLMOgtIxJFjTeHlVTQKYH95Oc=",
    ),
    (
        "EXAMPLE_ACCESS_KEY",
        "EXAMPLE_SECRET_KEY",
        "POST",
        "/api/v1/workflows/3tfNLPaaaaaa/executions",
        "R/gCuKyNFC1VVXWC/+eCm5R6RU27qUYxyhYMqbUQaf4=",
    ),
    (
        "EXAMPLE_ACCESS_KEY",
        "EXAMPLE_SECRET_KEY",
        "GET",
        "/api/v1/stats/executions?startDate=2025-03-19T00%3A00%3A00&endDate=2025-03-20T23%3A59%3A59",
        "ZqOkehHuhRmhdo6LlBEekfC90s2gf4BNLdhCRc/myIg=",
    ),
    (
        "EXAMPLE_ACCESS_KEY",
        "EXAMPLE_SECRET_KEY",
        "GET",
        "/api/v1/stats/executions?startDate=2025-03-19T00:00:00&endDate=2025-03-20T23:59:59",
        "UuhQjK42mHQSNQ77dXSVWV6PiM6YwbwpWgYGPHl2I5Q=",
    ),
    (
        "AK_TEST",
        "SK_TEST",
        "POST",
        "/vserver/v2/createServerInstances?regionCode=KR",
        "xBcE26XFU55BMjppdPT7ZY3oDrqoOedfPyAn3Cq4lUw=",
    ),
    ("AK_TEST", "SK_TEST", "POST", "/api/v1/workflows/w1/executions", "ArLOHbEkfw4/a1dEOMj2WXryXBPZDI4gTGT/kV2i7dc="),
    ("AK_TEST", "SK_TEST", "GET", "/api/v1/jobs?page=0&limit=10", "jRxFOu1EN8hF1cE1d3aALoVQZtqTO/KhsAf1Y+yPzC0="),
    ("AK_TEST", "SK_TEST", "GET", "/api/v1/jobs?name=a%20b", "mHRxUYePulQpNTXgNUjNYSpWsSSYb8BQGaxYYZ0ZWjA="),
    ("AK_TEST", "SK_TEST", "GET", "/photos/puppy.jpg?query1=&query2", "/mJ1EzdbBgHdNQmHAnXGxQ8RfeESiw9oMTj/W/jyAFE="),
];

/// Returns the signature of OpenSSL.
pub(crate) fn by_openssl(method: &str, target: &str, timestamp: &str, access_key: &str, secret: &str) -> String {
    let mut process = Command::new("openssl")
        .args(["dgst", "-sha256", "-hmac", secret, "-binary"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program openssl");
    let text = format!("{method} {target}\n{timestamp}\n{access_key}");
    process.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    STANDARD.encode(process.wait_with_output().unwrap().stdout)
}

fn ours(method: &str, target: &str, timestamp: &str, access_key: &str, secret: &str) -> String {
    sign(method, target, timestamp, access_key, &Secret::new(secret.to_owned()))
}

#[test]
fn signatures_match_the_reference_vectors() {
    for (access_key, secret, method, target, expected) in VECTORS {
        assert_eq!(ours(method, target, TIMESTAMP, access_key, secret), *expected, "{target}");
        assert_eq!(by_openssl(method, target, TIMESTAMP, access_key, secret), *expected, "{target}");
    }
}

#[test]
fn only_the_correct_signature_is_accepted() {
    let secret = Secret::new("SK_TEST".to_owned());
    let target = "/api/v1/jobs?page=0&limit=10";
    let right = "jRxFOu1EN8hF1cE1d3aALoVQZtqTO/KhsAf1Y+yPzC0=";
    assert!(verify("GET", target, TIMESTAMP, "AK_TEST", &secret, right));
    assert!(!verify("POST", target, TIMESTAMP, "AK_TEST", &secret, right));
    assert!(!verify("GET", "/api/v1/jobs?page=0&limit=11", TIMESTAMP, "AK_TEST", &secret, right));
    assert!(!verify("GET", target, "1700000000001", "AK_TEST", &secret, right));
    assert!(!verify("GET", target, TIMESTAMP, "AK_TESU", &secret, right));
    assert!(!verify("GET", target, TIMESTAMP, "AK_TEST", &Secret::new("SK_TESU".to_owned()), right));
    for wrong in ["", "=", "jRxFOu1EN8hF1cE1d3aALoVQZtqTO", right.trim_end_matches('=')] {
        assert!(!verify("GET", target, TIMESTAMP, "AK_TEST", &secret, wrong), "{wrong}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn signatures_match_openssl(
        method in "(GET|POST|PUT|PATCH|DELETE)",
        target in "/[a-zA-Z0-9/%?&=._~-]{0,200}",
        timestamp in "[0-9]{1,16}",
        access_key in "[!-~]{1,40}",
        // OpenSSL takes the key as an argument. It cannot start with a dash or be longer than a line.
        secret in "[A-Za-z0-9+/]{1,100}",
    ) {
        prop_assert_eq!(
            ours(&method, &target, &timestamp, &access_key, &secret),
            by_openssl(&method, &target, &timestamp, &access_key, &secret)
        );
    }
}
