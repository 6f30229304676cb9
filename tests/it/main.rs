//! Integration tests: the generated client with servers, and other tools with both.
//!
//! README.md in this folder lists the place for each kind of test.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says by a panic that it failed"
)]

mod bodies;

mod client;
mod contradictions;
mod credentials;
mod downstream;
mod drift;
mod endpoint;
mod error_responses;
mod examples;
mod faults;
mod figures;
mod gateway;
mod generated;
mod listing;
mod proxy;
mod renewal;
mod role;
mod runs;
mod secrets;
mod signature;
mod skew;
mod spans;
mod structure;
mod stub;
mod supply;
mod tls;
mod tolerant;
mod tracing;
mod unread;
mod untyped_fields;
mod waiting;
