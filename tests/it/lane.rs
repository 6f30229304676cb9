//! How much of a figure a test run measures, and where it is kept.

use std::fmt::Display;
use std::fs;
use std::path::Path;

/// How much of a figure is measured.
#[derive(Clone, Copy)]
pub(crate) struct Lane {
    full: bool,
}

impl Lane {
    pub(crate) fn from_process() -> Self {
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
