#![no_main]

#[path = "../targets/error_body.rs"]
mod error_body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    error_body::check(bytes);
});
