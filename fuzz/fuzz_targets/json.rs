#![no_main]

#[path = "../targets/json.rs"]
mod json;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = json::check(bytes);
});
