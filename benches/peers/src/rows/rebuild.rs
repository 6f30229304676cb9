//! Building a program again after a change.

use crate::cost::cost;
use crate::peer::{OURS, PROGENITOR, RING, touch};
use crate::row::Row;
use crate::series::Series;
use crate::workspace::{Workspace, copy};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use xtask::program::{output, program, root};

/// The beginning of a description that both specs have.
const DESCRIPTION: &str = "ID of the execution";

/// Changes the spec, or a source file, and builds the program again.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let checkout = checkout(workspace)?;
    let ours = ["build", "--features", "regenerate"];
    let changed = [
        ("checkout/target/peers/ours", &ours[..], checkout.join("spec/executions.yaml")),
        ("progenitor", &["build", "--bin", PROGENITOR.binary], workspace.path("progenitor/openapi.json")),
    ];
    let mut row = Row::new(
        "Rebuild after a change",
        &["CPU seconds", OURS.name, PROGENITOR.name, RING.name, "ours / progenitor", "ours / hand-written"],
    );
    let mut took = vec![Series::default(); changed.len()];
    for round in 0..6 {
        for ((package, arguments, spec), took) in changed.iter().zip(&mut took) {
            edit(spec, round)?;
            let cpu = cost(&mut workspace.cargo(package, "rebuild", arguments))?.cpu;
            // The first build compiles all dependencies.
            if round > 0 {
                took.add(cpu);
            }
        }
    }
    let cell = |took: &Series| format!("{:.2}", took.median());
    if let [ours, progenitor] = took.as_slice() {
        let ratio = ours.over(progenitor);
        row.line(vec![
            "a description in the spec changed".to_owned(),
            cell(ours),
            cell(progenitor),
            String::new(),
            ratio.to_string(),
            String::new(),
        ]);
        row.at_most(1.0, "of progenitor after a change of the spec (ideally 0.5)", &ratio);
    }
    let touched = [OURS, PROGENITOR, RING];
    let mut took = vec![Series::default(); touched.len()];
    for round in 0..6 {
        for (peer, took) in touched.iter().zip(&mut took) {
            touch(&workspace.path(peer.package).join("src/main.rs"))?;
            let cpu = cost(&mut workspace.cargo(peer.package, "rebuild", &["build", "--bin", peer.binary]))?.cpu;
            if round > 0 {
                took.add(cpu);
            }
        }
    }
    if let [ours, progenitor, ring] = took.as_slice() {
        let ratios = [ours.over(progenitor), ours.over(ring)];
        let cells = ["`main.rs` touched".to_owned(), cell(ours), cell(progenitor), cell(ring)];
        row.line(cells.into_iter().chain(ratios.iter().map(ToString::to_string)).collect());
        row.at_most(1.0, "of hand-written after touching `main.rs`", &ours.over(ring));
    }
    Ok(row)
}

/// Copies this repository, because the measurement changes its spec.
fn checkout(workspace: &Workspace) -> Result<PathBuf, Box<dyn Error>> {
    let to = workspace.path("checkout");
    for file in output(program("git", &["ls-files"]))?.lines() {
        let target = to.join(file);
        fs::create_dir_all(target.parent().ok_or("a file has no folder")?)?;
        fs::copy(root().join(file), target)?;
    }
    // The programs are at the same depth as in `target/peers`, so their relative paths lead into the copy.
    for package in ["ours", "measure"] {
        copy(&root().join("benches/peers").join(package), &to.join("target/peers").join(package))?;
    }
    Ok(to)
}

/// Changes the description of a field that both specs have.
fn edit(spec: &Path, round: usize) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(spec)?;
    let place = text.find(DESCRIPTION).ok_or("the description is missing")?;
    let (before, after) = text.split_at(place);
    let after = after
        .trim_start_matches(DESCRIPTION)
        .trim_start_matches(|next: char| next == ',' || next == ' ' || next.is_ascii_digit());
    fs::write(spec, format!("{before}{DESCRIPTION}, {round} {after}"))?;
    Ok(())
}
