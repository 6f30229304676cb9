//! All checks of a change.

use crate::cost::cost;
use crate::row::Row;
use crate::workspace::Workspace;
use std::error::Error;
use xtask::program::program;

/// Measures `.ci/run` after an earlier build.
pub(super) fn measure(_workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let minutes = cost(&mut program(".ci/run", &[]))?.seconds / 60.0;
    let mut row = Row::new("All checks of a change, with a warm cache", &["", "minutes"]);
    row.line(vec!["`.ci/run`".to_owned(), format!("{minutes:.1}")]);
    row.goal("under 15 minutes", format!("{minutes:.1}"), minutes < 15.0);
    Ok(row)
}
