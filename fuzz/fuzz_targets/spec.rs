#![no_main]

#[path = "../targets/spec.rs"]
mod spec;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = spec::check(text);
});
