//! Tests of the emulator over the wire, without an HTTP client of Rust, so that every byte of a request is ours.

// clippy's exemption of tests covers the test functions, not the functions they share.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failed expectation is a failed test"
)]

mod bodies;
mod client;
mod curl;
mod executions;
mod faults;
mod figures;
mod lifetime;
mod listing;
mod mutation;
mod quirks;
mod resources;
mod robustness;
mod signature;
mod state_file;
mod stats;
mod table;
mod wire;
mod workflows;
