//! Small requests, one after another and concurrently.

use crate::measure::{figure, measuring_program};
use crate::row::Row;
use crate::series::Series;
use crate::server::Server;
use crate::workspace::Workspace;
use std::error::Error;

/// Small requests, one after the other and many at once.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let mut row = Row::new(
        "Small requests",
        &["", "ours, CPU µs each", "hand-written, CPU µs each", "ours / hand-written", "connections"],
    );
    let programs = [measuring_program(workspace, "ours")?, measuring_program(workspace, "handwritten")?];
    for at_once in ["1", "64"] {
        let mut took = [Series::default(), Series::default()];
        let mut connections = [0, 0];
        for _ in 0..7 {
            for ((program, took), connections) in programs.iter().zip(&mut took).zip(&mut connections) {
                let server = Server::start(workspace, 1, 0)?;
                took.add(figure(program, &["call", &server.endpoint, "12800", at_once], "cpu")? * 1e6 / 12800.0);
                // The one that asks is another.
                *connections = server.connections()? - 1;
            }
        }
        let [ours, theirs] = &took;
        let ratio = ours.over(theirs);
        row.line(vec![
            format!("{at_once} at once"),
            format!("{:.0}", ours.median()),
            format!("{:.0}", theirs.median()),
            ratio.to_string(),
            format!("{} and {}", connections[0], connections[1]),
        ]);
        row.at_most(1.05, &format!("of hand-written, {at_once} at once"), &ratio);
        let most: u32 = at_once.parse()?;
        // A call that finds no connection free opens one, and may then be served by one that has become free.
        row.goal(&format!("connections used again, {at_once} at once"), connections[0], connections[0] <= most * 2);
    }
    Ok(row)
}
