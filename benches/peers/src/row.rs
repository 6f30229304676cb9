//! A row of the page: a table of figures, and a list of goals.

use crate::series::Series;
use std::error::Error;
use std::fmt::Write;
use xtask::program::{output, program};

/// Figures of one task that users wait for.
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

    /// Adds a goal, its figure, and the verdict.
    pub(crate) fn goal(&mut self, goal: &str, measured: impl ToString, is_met: bool) {
        let verdict = if is_met { "met" } else { "**missed**" };
        self.goals.push(format!("- {goal}: {}, {verdict}", measured.to_string()));
    }

    /// Adds a goal that is a maximum.
    pub(crate) fn at_most(&mut self, goal: f64, what: &str, measured: &Series) {
        self.goal(&format!("at most {goal} {what}"), measured, measured.median() <= goal);
    }

    /// Adds a goal that is a minimum.
    pub(crate) fn at_least(&mut self, goal: f64, what: &str, measured: &Series) {
        self.goal(&format!("at least {goal} {what}"), measured, measured.median() >= goal);
    }

    /// Section of the page.
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
