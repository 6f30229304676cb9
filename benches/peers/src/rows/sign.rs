//! Signing a request.

use crate::cost::cost;
use crate::row::Row;
use crate::series::Series;
use crate::workspace::Workspace;
use std::error::Error;
use std::process::Command;

/// Figures of the measuring program, with their titles.
const STEPS: [(&str, &str); 5] = [
    ("hmac", "HMAC only, key prepared once"),
    ("text", "HMAC and base64, key prepared once: the minimum of any signature"),
    ("sign", "our signature: message, HMAC, base64"),
    ("headers", "all work of a request: time, signature, three header values"),
    ("usual", "all work of a request, key prepared each time"),
];

/// Compares our signature with the HMAC that every signature needs.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let program = workspace.release("ours", "build", "measure")?.join("sign");
    let mut steps = vec![Series::default(); STEPS.len()];
    for _ in 0..9 {
        let cost = cost(&mut Command::new(&program))?;
        for ((key, _), step) in STEPS.iter().zip(&mut steps) {
            step.add(cost.figure(key)?);
        }
    }
    let mut row = Row::new("Sign a request", &["", "ns"]);
    for ((_, title), step) in STEPS.iter().zip(&steps) {
        row.line(vec![(*title).to_owned(), format!("{:.0}", step.median())]);
    }
    if let [hmac, text, sign, headers, _] = steps.as_slice() {
        row.at_most(1.1, "of HMAC only", &sign.over(hmac));
        row.at_most(1.1, "of HMAC and base64", &sign.over(text));
        row.goal("all headers at most 500 ns", format!("{:.0} ns", headers.median()), headers.median() <= 500.0);
    }
    Ok(row)
}
