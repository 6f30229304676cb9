//! Tests of the program: arguments in, both streams and exit code out, against a local server.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed; clippy exempts only the test functions"
)]

mod bodies;
mod completion;
mod deletions;
mod emulators;
mod errors;
mod flags;
mod formats;
mod harness;
mod help;
mod listings;
mod logs;
mod names;
mod numbers;
mod responses;
mod runs;
mod s3;
mod session;
mod terminals;
mod verdicts;
mod yaml;
