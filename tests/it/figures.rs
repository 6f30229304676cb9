//! Reliability metrics R1 to R42.
//!
//! Each test run measures a hundredth of the cases, so it finds mistakes early. `cargo xtask reliability` measures all
//! cases and writes the table in `docs/reliability.md`. Random choices have fixed seeds. Each test asserts its pass
//! condition and records its result.

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
