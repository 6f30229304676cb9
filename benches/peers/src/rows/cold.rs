//! Building a program with all its dependencies.

use crate::cost::cost;
use crate::peer::{DEFAULT_TLS, OURS, PROGENITOR, RING};
use crate::row::Row;
use crate::series::Series;
use crate::workspace::Workspace;
use std::error::Error;

/// Builds a program that lists executions, after `cargo clean`.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let peers = [OURS, PROGENITOR, RING, DEFAULT_TLS];
    let mut row = Row::new(
        "Clean build of a program",
        &[
            "",
            OURS.name,
            PROGENITOR.name,
            RING.name,
            DEFAULT_TLS.name,
            "ours / progenitor",
            "ours / hand-written, ring",
        ],
    );
    for profile in ["dev", "release"] {
        let mut took = vec![Series::default(); peers.len()];
        for _ in 0..2 {
            for (peer, took) in peers.iter().zip(&mut took) {
                let mut clean = workspace.cargo(peer.package, &peer.target(), &["clean", "--profile", profile]);
                cost(&mut clean)?;
                took.add(cost(&mut peer.build(workspace, profile))?.cpu);
            }
        }
        let cells = took.iter().map(|took| format!("{:.0}", took.median()));
        let [ours, progenitor, ring, ..] = took.as_slice() else { continue };
        let ratios = [ours.over(progenitor), ours.over(ring)];
        let title = format!("{profile}, CPU seconds");
        row.line([title].into_iter().chain(cells).chain(ratios.iter().map(ToString::to_string)).collect());
        let goals = [(0.52, "progenitor"), (1.08, "hand-written with ring")];
        for ((goal, of), ratio) in goals.into_iter().zip(&ratios) {
            row.at_most(goal, &format!("of {of}, {profile}"), ratio);
        }
    }
    let crates: Vec<_> = peers.iter().map(|peer| peer.crates(workspace)).collect::<Result<_, _>>()?;
    for (index, title) in ["crates linked", "crates only for the build"].into_iter().enumerate() {
        let counts = crates.iter().filter_map(|of| of.get(index)).map(|crates| crates.len().to_string());
        row.line([title.to_owned()].into_iter().chain(counts).chain([String::new(), String::new()]).collect());
    }
    if let [[ours, built], _, [ring, _], ..] = crates.as_slice() {
        let over = ours.len().saturating_sub(ring.len());
        row.goal("at most 8 crates more than hand-written with ring", over, over <= 8);
        let generator =
            |name: &&String| ["ncloud-codegen", "prettyplease", "granit-parser"].iter().any(|part| name.contains(part));
        let count = ours.iter().chain(built).filter(generator).count();
        row.goal("no crate of the generator", count, count == 0);
    }
    Ok(row)
}
