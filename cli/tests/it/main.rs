//! Tests of the program: arguments in, both streams and exit code out, against a local server.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed; clippy exempts only the test functions"
)]

mod bodies;
mod completion;
mod configure;
mod deletions;
mod durability;
mod emulator_exec;
mod emulators;
mod errors;
mod explanations;
mod flags;
mod formats;
mod global_flags;
mod harness;
mod help;
mod history;
mod listings;
mod logs;
mod names;
mod numbers;
mod processes;
mod pty;
mod ranges;
mod report;
mod responses;
mod resume;
mod runs;
mod s3;
mod schedules;
mod searches;
mod server;
mod session;
mod setup;
mod starts;
mod state;
mod terminals;
mod tour;
mod transfer;
mod unknown_starts;
mod verdicts;
mod yaml;
