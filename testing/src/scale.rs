//! The scale of metrics: a hundredth in every test run, all of it before a release.

use std::fmt::Display;
use std::fs;
use std::path::Path;

/// Scale of a metric in this test run.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Scale {
    /// A hundredth of the cases, without limits on real time.
    Quick,
    /// All cases; limits on real time and memory hold.
    Full,
}

impl Scale {
    /// Reads the variable `NCLOUD_SCALE`: `full`, or anything else for [`Scale::Quick`].
    #[must_use]
    pub fn from_process() -> Self {
        #[expect(clippy::disallowed_methods, reason = "the scale is an argument of the test run")]
        let scale = std::env::var("NCLOUD_SCALE").unwrap_or_default();
        if scale == "full" { Self::Full } else { Self::Quick }
    }

    /// Returns true for [`Scale::Full`].
    #[must_use]
    pub fn is_full(self) -> bool {
        self == Self::Full
    }

    /// Returns the number of cases of this scale, out of `all`; at least one.
    #[must_use]
    pub fn of(self, all: usize) -> usize {
        if self.is_full() { all } else { all.div_ceil(100) }
    }

    /// Writes a measurement to a file for the table of metrics; [`record!`](crate::record) passes the folder.
    pub fn write(self, folder: &str, metric: &str, measured: impl Display) {
        let scale = if self.is_full() { "full" } else { "quick" };
        let folder = Path::new(folder).join("figures").join(scale);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(metric), format!("{measured}\n")).unwrap();
    }
}

/// Records a measurement at a scale: `record!(scale, "R1", "100 cases: 0 failures")`.
///
/// A macro, because only integration tests know the temporary folder of the build.
#[macro_export]
macro_rules! record {
    ($scale:expr, $metric:expr, $measured:expr $(,)?) => {
        $crate::Scale::write($scale, env!("CARGO_TARGET_TMPDIR"), $metric, $measured)
    };
}
