//! The figures of reliability, R1 to R31: how far the client can be trusted, measured.
//!
//! Every test run takes a hundredth of each, so that a mistake shows at once; `cargo xtask reliability` takes all of it
//! and writes the table in `docs/reliability.md`. Random choices follow from fixed seeds. Each test asserts its pass
//! condition and records what it measured.

mod duplicates;
mod faults;
mod listing;
mod paths;
mod random;
mod retries;
mod signing;
mod skew;

use std::fmt::Display;
use std::fs;
use std::path::Path;

/// How much of a figure is measured.
#[derive(Clone, Copy)]
pub(crate) struct Lane {
    full: bool,
}

impl Lane {
    pub(crate) fn of_process() -> Self {
        #[expect(clippy::disallowed_methods, reason = "the lane is chosen by whoever starts the tests")]
        let lane = std::env::var("NCLOUD_LANE").unwrap_or_default();
        Self { full: lane == "full" }
    }

    /// All of it before a release: real time may pass, and real limits hold.
    pub(crate) fn is_full(self) -> bool {
        self.full
    }

    /// So many of this many, at least one.
    pub(crate) fn of(self, all: usize) -> usize {
        if self.full { all } else { all.div_ceil(100) }
    }

    /// Keeps what was measured for the table.
    pub(crate) fn record(self, figure: &str, measured: impl Display) {
        let lane = if self.full { "full" } else { "fast" };
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("figures").join(lane);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(figure), format!("{measured}\n")).unwrap();
    }
}
