#![no_main]

#[path = "../targets/refusal.rs"]
mod refusal;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    refusal::check(bytes);
});
