//! All checks of a change.

use crate::cost::cost;
use crate::row::Row;
use crate::workspace::Workspace;
use std::error::Error;
use xtask::program::program;

/// All checks of a change, when everything was built before.
pub(super) fn measure(_workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let minutes = cost(&mut program(".ci/run", &[]))?.seconds / 60.0;
    let mut row = Row::new("All checks of a change, from a warm cache", &["", "minutes"]);
    row.line(vec!["`.ci/run`".to_owned(), format!("{minutes:.1}")]);
    row.goal("under 15 minutes", format!("{minutes:.1}"), minutes < 15.0);
    Ok(row)
}
