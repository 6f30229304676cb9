//! Small requests, one after another and concurrently.

use crate::measure::{figure, measuring_program};
use crate::row::Row;
use crate::series::Series;
use crate::server::Server;
use crate::workspace::Workspace;
use std::error::Error;

/// Measures 12,800 requests, one after another and 64 concurrently.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let mut row = Row::new(
        "Small requests",
        &["", "ours, CPU µs per call", "hand-written, CPU µs per call", "ours / hand-written", "connections"],
    );
    let programs = [measuring_program(workspace, "ours")?, measuring_program(workspace, "handwritten")?];
    for concurrent in ["1", "64"] {
        let mut took = [Series::default(), Series::default()];
        let mut connections = [0, 0];
        for _ in 0..7 {
            for ((program, took), connections) in programs.iter().zip(&mut took).zip(&mut connections) {
                let server = Server::start(workspace, 1, 0)?;
                took.add(figure(program, &["call", &server.endpoint, "12800", concurrent], "cpu")? * 1e6 / 12800.0);
                // The request for the number has its own connection.
                *connections = server.connections()? - 1;
            }
        }
        let [ours, theirs] = &took;
        let ratio = ours.over(theirs);
        row.line(vec![
            format!("{concurrent} concurrent"),
            format!("{:.0}", ours.median()),
            format!("{:.0}", theirs.median()),
            ratio.to_string(),
            format!("{} and {}", connections[0], connections[1]),
        ]);
        row.at_most(1.05, &format!("of hand-written, {concurrent} concurrent"), &ratio);
        let maximum: u32 = concurrent.parse()?;
        // A call without a free connection opens one. It may then use another one that became free.
        row.goal(
            &format!("connections reused, {concurrent} concurrent"),
            connections[0],
            connections[0] <= maximum * 2,
        );
    }
    Ok(row)
}
