//! What a program costs, and what comes out of several rounds.

use std::error::Error;
use std::fmt;
use std::fs;
use std::process::{Command, Stdio};
use std::time::Instant;

/// What a program took, with everything that it started.
#[derive(Debug)]
pub(crate) struct Cost {
    /// Seconds until it ended.
    pub(crate) seconds: f64,
    /// Seconds of processor time.
    pub(crate) cpu: f64,
    /// What it wrote to standard output.
    pub(crate) output: String,
}

impl Cost {
    /// A figure of the one JSON object that a measuring program writes.
    pub(crate) fn figure(&self, name: &str) -> Result<f64, Box<dyn Error>> {
        let told: serde_json::Value = serde_json::from_str(&self.output)?;
        Ok(told.get(name).and_then(serde_json::Value::as_f64).ok_or_else(|| format!("no {name} in {}", self.output))?)
    }
}

/// Runs a program to its end. Returns an error if it fails.
pub(crate) fn cost(command: &mut Command) -> Result<Cost, Box<dyn Error>> {
    let before = children()?;
    #[expect(clippy::disallowed_methods, reason = "a task measures real time")]
    let start = Instant::now();
    let done = command.stdin(Stdio::null()).output().map_err(|error| format!("cannot run {command:?}: {error}"))?;
    let seconds = start.elapsed().as_secs_f64();
    if !done.status.success() {
        return Err(format!("{command:?} failed:\n{}", String::from_utf8_lossy(&done.stderr)).into());
    }
    Ok(Cost { seconds, cpu: children()? - before, output: String::from_utf8_lossy(&done.stdout).into_owned() })
}

/// Processor seconds of this process's children that have ended, to a hundredth.
fn children() -> Result<f64, Box<dyn Error>> {
    ticks("self", [13, 14])
}

/// Processor seconds of a running process, to a hundredth.
pub(crate) fn used(process: u32) -> Result<f64, Box<dyn Error>> {
    ticks(&process.to_string(), [11, 12])
}

/// The sum of two fields of the process's `stat`, counted behind the name; a tick is a hundredth of a second.
fn ticks(process: &str, fields: [usize; 2]) -> Result<f64, Box<dyn Error>> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    let behind: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = fields.iter().filter_map(|field| behind.get(*field)?.parse::<f64>().ok());
    Ok(ticks.sum::<f64>() / 100.0)
}

/// One figure, round by round.
#[derive(Clone, Debug, Default)]
pub(crate) struct Series(Vec<f64>);

impl Series {
    pub(crate) fn add(&mut self, figure: f64) {
        self.0.push(figure);
    }

    /// The middle one; of an even number the mean of the two in the middle.
    pub(crate) fn median(&self) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let at = |index: usize| sorted.get(index).copied().unwrap_or(f64::NAN);
        (at(sorted.len().saturating_sub(1) / 2) + at(sorted.len() / 2)) / 2.0
    }

    /// This one over another, round by round.
    pub(crate) fn over(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(one, other)| one / other).collect())
    }
}

/// A ratio with its spread: `0.34 (0.33-0.36)`.
impl fmt::Display for Series {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let least = self.0.iter().copied().fold(f64::INFINITY, f64::min);
        let most = self.0.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        write!(formatter, "{:.2} ({least:.2}-{most:.2})", self.median())
    }
}
