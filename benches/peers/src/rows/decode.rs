//! Decoding one page of executions.

use crate::cost::cost;
use crate::row::Row;
use crate::series::Series;
use crate::workspace::Workspace;
use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Name, package, build folder and features of each client.
const PEERS: [(&str, &str, &str, &str); 4] = [
    ("ours", "ours", "build", "measure"),
    ("progenitor", "progenitor", "build", "measure"),
    ("hand-written, chrono", "handwritten", "build", "measure"),
    ("hand-written, string dates", "handwritten", "string-dates", "measure,string-dates"),
];

/// Decodes a page of 1,000 executions.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let page = page(workspace)?;
    let mut row =
        Row::new("Decode a page of 1,000 executions", &["", "ms", "allocations per row", "times as fast as ours"]);
    let mut programs = Vec::new();
    for (_, package, target, features) in PEERS {
        let quick = workspace.release(package, target, features)?.join(format!("measure-{package}"));
        let counting = format!("{features},allocations");
        let counting = workspace.release(package, &format!("{target}-counting"), &counting)?;
        programs.push((quick, counting.join(format!("measure-{package}")), Series::default(), 0.0));
    }
    for (_, counting, _, allocations) in &mut programs {
        *allocations = read(counting, &page, "allocations")?;
    }
    for _ in 0..9 {
        for (quick, _, took, _) in &mut programs {
            took.add(read(quick, &page, "seconds")? * 1000.0);
        }
    }
    let [(_, _, ours, allocations), (_, _, progenitor, _), ..] = programs.as_slice() else { return Ok(row) };
    for ((name, ..), (_, _, took, allocations)) in PEERS.iter().zip(&programs) {
        let cells = [format!("{:.2}", took.median()), format!("{allocations:.1}"), ours.over(took).to_string()];
        row.line([(*name).to_owned()].into_iter().chain(cells).collect());
    }
    row.at_least(1.3, "times as fast as progenitor", &progenitor.over(ours));
    row.goal("at most 7.5 allocations per row", format!("{allocations:.1}"), *allocations <= 7.5);
    Ok(row)
}

fn read(program: &PathBuf, page: &PathBuf, figure: &str) -> Result<f64, Box<dyn Error>> {
    cost(Command::new(program).arg("decode").arg(page))?.figure(figure)
}

/// Writes a page of 1,000 executions to a file.
fn page(workspace: &Workspace) -> Result<PathBuf, Box<dyn Error>> {
    let row = fs::read_to_string(workspace.example("getJobExecutions.response", "row.json")?)?;
    let rows = (0..1000).map(|number| row.replace("fKE22JFX4PAu", &format!("{number:012}")));
    let list = rows.collect::<Vec<_>>().join(",");
    let path = workspace.path("page.json");
    fs::write(&path, format!("{{\"list\":[{list}],\"count\":1000,\"page\":0,\"limit\":1000}}"))?;
    Ok(path)
}
