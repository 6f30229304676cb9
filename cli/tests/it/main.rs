//! Whole sessions of the program: arguments in, both streams and the exit code out, against a gateway on loopback.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed; clippy exempts only the test functions"
)]

mod answers;
mod bodies;
mod deletions;
mod emulators;
mod errors;
mod flags;
mod formats;
mod harness;
mod helps;
mod listings;
mod names;
mod numbers;
mod runs;
mod terminals;
mod tour;
mod verdicts;
mod yaml;
