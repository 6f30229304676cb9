#![no_main]

#[path = "../targets/path.rs"]
mod path;

use ncloud_dataflow::Client;
use std::sync::LazyLock;

static CLIENT: LazyLock<Client> = LazyLock::new(path::client);

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| path::check(&CLIENT, bytes));
