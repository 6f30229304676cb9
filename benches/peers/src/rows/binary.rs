//! The size of a stripped program.

use crate::cost::cost;
use crate::peer::{DEFAULT_TLS, OURS, PROGENITOR, RING};
use crate::row::Row;
use crate::series::Series;
use crate::workspace::Workspace;
use std::error::Error;
use std::fs;

/// Measures the size of a program that lists executions.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let peers = [OURS, PROGENITOR, RING, DEFAULT_TLS];
    let mut row = Row::new(
        "Size of the stripped program",
        &["", OURS.name, PROGENITOR.name, RING.name, DEFAULT_TLS.name, "ours / hand-written, ring"],
    );
    let mut sizes = Vec::new();
    for peer in &peers {
        cost(&mut peer.build(workspace, "release"))?;
        let mut size = Series::default();
        size.add(fs::metadata(workspace.path(&peer.target()).join("release").join(peer.binary))?.len() as f64 / 1e6);
        sizes.push(size);
    }
    if let [ours, _, ring, _] = sizes.as_slice() {
        let ratio = ours.over(ring);
        let cells = sizes.iter().map(|size| format!("{:.2}", size.median()));
        row.line(["MB".to_owned()].into_iter().chain(cells).chain([format!("{:.2}", ratio.median())]).collect());
        row.at_most(1.08, "of hand-written with ring", &ratio);
    }
    Ok(row)
}
