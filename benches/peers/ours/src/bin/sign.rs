//! Measures a signature and the HMAC inside it. Prints nanoseconds as one JSON object.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use http::HeaderValue;
use ncloud_runtime::sign::{Secret, sign};
use sha2::Sha256;
use std::hint::black_box;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

const TARGET: &str = "/api/v1/jobs/gqigvHhTu7ra/executions?page=0&limit=1000";
const ACCESS_KEY: &str = "EMULATOR-DEMO-ACCESS-KEY";
const SECRET_KEY: &str = "emulator-demo-secret-key-not-a-secret";

fn main() {
    let keyed = Hmac::<Sha256>::new_from_slice(SECRET_KEY.as_bytes()).expect("a key");
    let secret = Secret::new(SECRET_KEY.to_owned());
    let timestamp = now();
    let message = format!("GET {TARGET}\n{timestamp}\n{ACCESS_KEY}");
    let hmac = nanos(|| {
        let mut mac = keyed.clone();
        mac.update(black_box(message.as_bytes()));
        mac.finalize().into_bytes()
    });
    let text = nanos(|| {
        let mut mac = keyed.clone();
        mac.update(black_box(message.as_bytes()));
        STANDARD.encode(mac.finalize().into_bytes())
    });
    let signed = nanos(|| sign("GET", black_box(TARGET), &timestamp, ACCESS_KEY, &secret));
    let headers = nanos(|| {
        let timestamp = now();
        let signature = sign("GET", black_box(TARGET), &timestamp, ACCESS_KEY, &secret);
        [timestamp.as_str(), ACCESS_KEY, &signature].map(|value| HeaderValue::from_str(value).expect("a value"))
    });
    let usual = nanos(|| {
        let timestamp = now();
        let mut mac = Hmac::<Sha256>::new_from_slice(black_box(SECRET_KEY.as_bytes())).expect("a key");
        mac.update(format!("GET {TARGET}\n{timestamp}\n{ACCESS_KEY}").as_bytes());
        let signature = STANDARD.encode(mac.finalize().into_bytes());
        [timestamp.as_str(), ACCESS_KEY, &signature].map(|value| HeaderValue::from_str(value).expect("a value"))
    });
    println!("{{\"hmac\":{hmac},\"text\":{text},\"sign\":{signed},\"headers\":{headers},\"usual\":{usual}}}");
}

fn now() -> String {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("a time").as_millis().to_string()
}

/// Returns the time of the fastest of 200 batches.
fn nanos<T>(work: impl Fn() -> T) -> f64 {
    let mut best = f64::MAX;
    for _ in 0..200 {
        let start = Instant::now();
        for _ in 0..500 {
            black_box(work());
        }
        best = best.min(start.elapsed().as_nanos() as f64 / 500.0);
    }
    best
}
