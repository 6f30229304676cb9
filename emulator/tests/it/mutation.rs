//! A valid request with any single change is rejected.

use crate::wire::{ACCESS_KEY, NOW, Raw, builder, start};
use ncloud_runtime::sign::{ACCESS_KEY_HEADER, SIGNATURE_HEADER, Secret, TIMESTAMP_HEADER, sign};

const TARGET: &str = "/api/v1/jobs/gqigvHhTu7ra/executions?page=0&limit=4";

const METHODS: [&str; 7] = ["POST", "PUT", "PATCH", "DELETE", "get", "Get", "GETX"];

const OTHER_TARGETS: [&str; 37] = [
    "/unknown",
    "*",
    "/api/v1/jobs/gqigvHhTu7rb/executions?page=0&limit=4",
    "/api/v1/jobs/GQIGVHHTU7RA/executions?page=0&limit=4",
    "/api/v1/jobs/gqigvHhTu7r/executions?page=0&limit=4",
    "/api/v1/jobs/gqigvHhTu7raa/executions?page=0&limit=4",
    "/api/v1/jobs/%67qigvHhTu7ra/executions?page=0&limit=4",
    "/api/v1/jobs/gqigvHhTu7ra%20/executions?page=0&limit=4",
    "/api/v1/jobs/gqigvHhTu7ra;a=b/executions?page=0&limit=4",
    "/api/v1/jobs/gqigvHhTu7ra/executions/?page=0&limit=4",
    "/api/v1/jobs/gqigvHhTu7ra//executions?page=0&limit=4",
    "/api/v1/jobs/./gqigvHhTu7ra/executions?page=0&limit=4",
    "/api/v1/jobs/x/../gqigvHhTu7ra/executions?page=0&limit=4",
    "/api/v1/jobs%2FgqigvHhTu7ra/executions?page=0&limit=4",
    "//api/v1/jobs/gqigvHhTu7ra/executions?page=0&limit=4",
    "/api/v2/jobs/gqigvHhTu7ra/executions?page=0&limit=4",
    "/API/v1/jobs/gqigvHhTu7ra/executions?page=0&limit=4",
    "/jobs/gqigvHhTu7ra/executions?page=0&limit=4",
    "/api/v1/jobs/gqigvHhTu7ra?page=0&limit=4",
    "/api/v1/jobs/gqigvHhTu7ra/executions",
    "/api/v1/jobs/gqigvHhTu7ra/executions?",
    "/api/v1/jobs/gqigvHhTu7ra/executions?page=0",
    "/api/v1/jobs/gqigvHhTu7ra/executions?limit=4",
    "/api/v1/jobs/gqigvHhTu7ra/executions?limit=4&page=0",
    "/api/v1/jobs/gqigvHhTu7ra/executions?page=0&limit=5",
    "/api/v1/jobs/gqigvHhTu7ra/executions?page=1&limit=4",
    "/api/v1/jobs/gqigvHhTu7ra/executions?page=0&limit=04",
    "/api/v1/jobs/gqigvHhTu7ra/executions?page=%30&limit=4",
    "/api/v1/jobs/gqigvHhTu7ra/executions?%70age=0&limit=4",
    "/api/v1/jobs/gqigvHhTu7ra/executions?page=0&Limit=4",
    "/api/v1/jobs/gqigvHhTu7ra/executions?page=0&limit=4&",
    "/api/v1/jobs/gqigvHhTu7ra/executions?&page=0&limit=4",
    "/api/v1/jobs/gqigvHhTu7ra/executions?page=0&&limit=4",
    "/api/v1/jobs/gqigvHhTu7ra/executions?page=0;limit=4",
    "/api/v1/jobs/gqigvHhTu7ra/executions?page=0&limit=4&limit=4",
    "/api/v1/jobs/gqigvHhTu7ra/executions?page=0&limit=4&x=1",
    "/api/v1/jobs/gqigvHhTu7ra/executions??page=0&limit=4",
];

const OTHER_TIMES: [&str; 14] = [
    "1699999999999",
    "1700000000001",
    "1700000060000",
    "1700000299999",
    "01700000000000",
    "+1700000000000",
    "-1700000000000",
    "1700000000000.0",
    "1700000000",
    "1700000000000000",
    "1 700 000 000 000",
    "1700000000000, 1700000000000",
    "2023-11-14T22:13:20Z",
    "１７００００００００００００",
];

const OTHER_KEYS: [&str; 9] =
    ["", "ak_test", "AK_TES", "AK_TESTT", "AK TEST", "AK_TEST,AK_TEST", "\"AK_TEST\"", "Bearer AK_TEST", "SK_TEST"];

fn valid() -> Raw {
    Raw::signed("GET", TARGET)
}

fn value_of(request: &Raw, name: &str) -> String {
    let (_, value) = request.headers.iter().find(|(known, _)| known == name).expect("a header of the request");
    String::from_utf8(value.clone()).expect("ASCII")
}

fn with(name: &str, value: &str) -> Raw {
    let mut request = valid();
    request.headers.iter_mut().filter(|(known, _)| known == name).for_each(|(_, old)| *old = value.into());
    request
}

/// Returns the signature with each of its 256 bits flipped.
fn flipped(signature: &str) -> Vec<String> {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let flip = |bit: usize| {
        let mut symbols: Vec<char> = signature.chars().collect();
        let value = ALPHABET.find(symbols[bit / 6]).expect("base64") ^ (0b10_0000 >> (bit % 6));
        symbols[bit / 6] = ALPHABET.chars().nth(value).expect("six bits");
        symbols.into_iter().collect()
    };
    (0..256).map(flip).collect()
}

/// Returns other encodings of the same bytes, and other bytes that a careless comparison could accept.
fn rewritten(signature: &str) -> Vec<String> {
    let bare = signature.trim_end_matches('=');
    let secret = |text: &str| Secret::new(text.to_owned());
    let (now, other_secret) = (NOW.to_string(), secret("SK_TESU"));
    let secret = secret("SK_TEST");
    vec![
        String::new(),
        "=".to_owned(),
        bare.to_owned(),
        format!("{signature}="),
        format!("={signature}"),
        format!("{signature}AAAA"),
        format!("{signature}{signature}"),
        format!("{signature},{signature}"),
        format!("{} {}", &signature[..20], &signature[20..]),
        signature.replace('+', "-").replace('/', "_"),
        signature.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D"),
        signature.to_lowercase(),
        signature.to_uppercase(),
        signature.chars().rev().collect(),
        signature[4..].to_owned(),
        signature[..40].to_owned(),
        format!("\"{signature}\""),
        format!("Bearer {signature}"),
        "A".repeat(43) + "=",
        "0".repeat(64),
        sign("GET", TARGET, &now, ACCESS_KEY, &other_secret),
        sign("get", TARGET, &now, ACCESS_KEY, &secret),
        sign("GET", TARGET, &now, "", &secret),
        sign("GET", TARGET, "", ACCESS_KEY, &secret),
        sign("GET", "", &now, ACCESS_KEY, &secret),
        sign("GET", &format!("https://dataflow.apigw.ntruss.com{TARGET}"), &now, ACCESS_KEY, &secret),
        sign("GET", &format!("{TARGET} HTTP/1.1"), &now, ACCESS_KEY, &secret),
    ]
}

pub(crate) fn mutations() -> Vec<Raw> {
    let right = valid();
    let signature = value_of(&right, SIGNATURE_HEADER);
    let three = [TIMESTAMP_HEADER, ACCESS_KEY_HEADER, SIGNATURE_HEADER];
    let mut all: Vec<Raw> = Vec::new();
    all.extend(METHODS.map(|method| Raw { method: method.to_owned(), ..right.clone() }));
    all.extend(OTHER_TARGETS.map(|target| Raw { target: target.to_owned(), ..right.clone() }));
    all.extend(OTHER_TIMES.map(|time| with(TIMESTAMP_HEADER, time)));
    all.extend(OTHER_KEYS.map(|key| with(ACCESS_KEY_HEADER, key)));
    all.extend(flipped(&signature).iter().chain(&rewritten(&signature)).map(|text| with(SIGNATURE_HEADER, text)));
    for name in three {
        let mut missing = right.clone();
        missing.headers.retain(|(known, _)| known != name);
        all.push(missing);
        all.push(right.clone().header(name, value_of(&right, name)));
        all.push(right.clone().header(name, ""));
        let mut renamed = right.clone();
        renamed.headers.iter_mut().filter(|(known, _)| known == name).for_each(|(known, _)| known.push('x'));
        all.push(renamed);
    }
    all
}

#[tokio::test]
async fn every_mutation_is_rejected() {
    let emulator = start(builder()).await;
    assert_eq!(valid().send(&emulator).status, 200);
    let signature = value_of(&valid(), SIGNATURE_HEADER);
    assert!(signature.contains(['+', '/']), "the other alphabet would be no mutation of {signature}");
    let mutations = mutations();
    assert!(mutations.len() >= 64, "{}", mutations.len());
    for mutation in mutations {
        assert_ne!(mutation, valid());
        mutation.send(&emulator).assert_error(401, "200", "Authentication Failed");
    }
    assert_eq!(valid().send(&emulator).status, 200);
}
