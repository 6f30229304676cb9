//! A row of the page: a table of figures, and what they say of each goal.

use crate::series::Series;
use std::error::Error;
use std::fmt::Write;
use xtask::program::{output, program};

/// What was measured of one thing that users wait for.
#[derive(Debug)]
pub(crate) struct Row {
    title: &'static str,
    head: Vec<String>,
    lines: Vec<Vec<String>>,
    goals: Vec<String>,
}

impl Row {
    pub(crate) fn new(title: &'static str, head: &[&str]) -> Self {
        Self { title, head: owned(head), lines: Vec::new(), goals: Vec::new() }
    }

    pub(crate) fn line(&mut self, cells: Vec<String>) {
        self.lines.push(cells);
    }

    /// A goal, what was measured of it, and whether that is enough.
    pub(crate) fn goal(&mut self, goal: &str, measured: impl ToString, is_met: bool) {
        let verdict = if is_met { "met" } else { "**missed**" };
        self.goals.push(format!("- {goal}: {}, {verdict}", measured.to_string()));
    }

    /// A goal that is a number which must not be larger.
    pub(crate) fn at_most(&mut self, goal: f64, what: &str, measured: &Series) {
        self.goal(&format!("at most {goal} {what}"), measured, measured.median() <= goal);
    }

    /// A goal that is a number which must not be smaller.
    pub(crate) fn at_least(&mut self, goal: f64, what: &str, measured: &Series) {
        self.goal(&format!("at least {goal} {what}"), measured, measured.median() >= goal);
    }

    /// The section of the page.
    pub(crate) fn render(&self, name: &str) -> Result<String, Box<dyn Error>> {
        let date = output(program("date", &["-u", "+%Y-%m-%d"]))?;
        let mut text = format!("\n## {}\n\n`cargo xtask bench-peers {name}`, {}\n\n", self.title, date.trim());
        let rule = vec!["---".to_owned(); self.head.len()];
        for cells in [&self.head, &rule].into_iter().chain(&self.lines) {
            writeln!(text, "| {} |", cells.join(" | "))?;
        }
        writeln!(text, "\n{}", self.goals.join("\n"))?;
        Ok(text)
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
