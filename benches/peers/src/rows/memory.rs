//! Memory of a long listing.

use crate::measure::{figure, measuring_program};
use crate::row::Row;
use crate::series::Series;
use crate::server::Server;
use crate::workspace::Workspace;
use std::error::Error;

/// Measures the memory that a listing of 1,000,000 executions adds.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let server = Server::start(workspace, 1_000_000, 0)?;
    let program = measuring_program(workspace, "ours")?;
    let mut grown = Series::default();
    for _ in 0..3 {
        grown.add(figure(&program, &["list", &server.endpoint, "2"], "grown_mib")?);
    }
    let mut row = Row::new("List 1,000,000 executions: memory", &["", "MiB more than at the start"]);
    row.line(vec!["ours".to_owned(), format!("{:.0}", grown.median())]);
    row.goal("at most 64 MiB", format!("{:.0} MiB", grown.median()), grown.median() <= 64.0);
    Ok(row)
}
