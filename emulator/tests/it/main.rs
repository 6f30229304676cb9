//! Tests of the emulator over the wire. They use no HTTP client library, so the tests control every byte of a request.

// Clippy exempts only test functions, not their helpers.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failed expectation is a failed test"
)]

mod accounts;
mod bodies;
mod client;
mod consoles;
mod control;
mod curl;
mod damaged_data;
mod data_file;
mod executions;
mod faults;
mod figures;
mod history;
mod http;
mod lifetime;
mod listing;
mod mutation;
mod nodes;
mod outcomes;
mod quirks;
mod resources;
mod robustness;
mod signature;
mod site;
mod state_file;
mod stats;
mod table;
mod time;
mod wire;
mod workflows;
