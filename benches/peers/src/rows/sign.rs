//! Signing a request.

use crate::cost::cost;
use crate::row::Row;
use crate::series::Series;
use crate::workspace::Workspace;
use std::error::Error;
use std::process::Command;

/// What is measured, in the order in which the program tells.
const STEPS: [(&str, &str); 5] = [
    ("hmac", "the HMAC alone, keyed beforehand"),
    ("text", "the same and base64, the least of any signature"),
    ("sign", "our signature: message, HMAC, base64"),
    ("headers", "all that is fresh for a request: time, signature, three header values"),
    ("usual", "the same the usual way: keyed for each request"),
];

/// Next to the hash itself, which every signature needs.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let program = workspace.release("ours", "build", "measure")?.join("sign");
    let mut steps = vec![Series::default(); STEPS.len()];
    for _ in 0..9 {
        let told = cost(&mut Command::new(&program))?;
        for ((key, _), step) in STEPS.iter().zip(&mut steps) {
            step.add(told.figure(key)?);
        }
    }
    let mut row = Row::new("Sign a request", &["", "ns"]);
    for ((_, title), step) in STEPS.iter().zip(&steps) {
        row.line(vec![(*title).to_owned(), format!("{:.0}", step.median())]);
    }
    if let [hmac, text, sign, headers, _] = steps.as_slice() {
        row.at_most(1.1, "of the HMAC alone", &sign.over(hmac));
        row.at_most(1.1, "of HMAC and base64", &sign.over(text));
        row.goal("all headers at most 500 ns", format!("{:.0} ns", headers.median()), headers.median() <= 500.0);
    }
    Ok(row)
}
