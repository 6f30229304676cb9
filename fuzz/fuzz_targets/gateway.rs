#![no_main]

#[path = "../targets/gateway.rs"]
mod gateway;

use ncloud_dataflow_emulator::Emulator;
use std::sync::LazyLock;

static EMULATOR: LazyLock<Emulator> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(Emulator::start()).expect("a free port")
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = gateway::check(&EMULATOR, bytes);
});
