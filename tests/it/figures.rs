//! The figures of reliability, R1 to R42: how far the client can be trusted, measured.
//!
//! Every test run takes a hundredth of each, so that a mistake shows at once; `cargo xtask reliability` takes all of it
//! and writes the table in `docs/reliability.md`. Random choices follow from fixed seeds. Each test asserts its pass
//! condition and records what it measured.

mod bodies;
mod crowd;
mod duplicates;
mod echoes;
mod faults;
mod hangs;
mod listing;
mod odd_fields;
mod page_caps;
mod paths;
mod retries;
mod secrets;
mod signing;
mod skew;
mod soak;
mod verdicts;
