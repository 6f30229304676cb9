//! Long listings, from a server that responds immediately and from a slow one.

use crate::measure::{figure, measuring_program};
use crate::row::Row;
use crate::series::Series;
use crate::server::Server;
use crate::workspace::Workspace;
use std::error::Error;

/// Lists 100,000 executions, 1,000 a page.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let mut row = Row::new(
        "List 100,000 executions, 1,000 a page",
        &[
            "Seconds",
            "ours",
            "ours, prefetch 8",
            "progenitor",
            "hand-written",
            "progenitor / ours",
            "progenitor / ours, prefetch 8",
        ],
    );
    let [ours, progenitor, handwritten] =
        ["ours", "progenitor", "handwritten"].map(|package| measuring_program(workspace, package));
    let (ours, progenitor, handwritten) = (ours?, progenitor?, handwritten?);
    for (title, delay) in [("immediate response", 0), ("response after 20 ms", 20)] {
        let server = Server::start(workspace, 100_000, delay)?;
        let turns = [(&ours, "2"), (&ours, "8"), (&progenitor, "0"), (&handwritten, "0")];
        let mut took = turns.map(|_| Series::default());
        for _ in 0..7 {
            for ((program, ahead), took) in turns.iter().zip(&mut took) {
                took.add(figure(program, &["list", &server.endpoint, ahead], "seconds")?);
            }
        }
        let [two, eight, theirs, _] = &took;
        let ratios = [theirs.over(two), theirs.over(eight)];
        let cells =
            took.iter().map(|took| format!("{:.3}", took.median())).chain(ratios.iter().map(ToString::to_string));
        row.line([title.to_owned()].into_iter().chain(cells).collect());
        let [two, eight] = &ratios;
        if delay == 0 {
            row.at_least(1.5, "times as fast as progenitor, immediate response", two);
        } else {
            row.at_least(2.8, "times as fast as progenitor, response after 20 ms", two);
            row.at_least(7.0, "times as fast as progenitor, response after 20 ms, prefetch 8", eight);
        }
    }
    Ok(row)
}
