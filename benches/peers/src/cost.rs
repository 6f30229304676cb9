//! Time and output of a program.

use std::error::Error;
use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Time and output of a program, including the programs that it started.
#[derive(Debug)]
pub(crate) struct Cost {
    /// Seconds from start to end.
    pub(crate) seconds: f64,
    /// Seconds of processor time.
    pub(crate) cpu: f64,
    /// Standard output.
    pub(crate) output: String,
}

impl Cost {
    /// Reads a figure from standard output, which must be one JSON object.
    pub(crate) fn figure(&self, name: &str) -> Result<f64, Box<dyn Error>> {
        let figures: serde_json::Value = serde_json::from_str(&self.output)?;
        Ok(figures
            .get(name)
            .and_then(serde_json::Value::as_f64)
            .ok_or_else(|| format!("no {name} in {}", self.output))?)
    }
}

/// Runs a program to its end. Returns an error if it fails.
pub(crate) fn cost(command: &mut Command) -> Result<Cost, Box<dyn Error>> {
    let before = children()?;
    #[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
    let start = Instant::now();
    let done = command.stdin(Stdio::null()).output().map_err(|error| format!("cannot run {command:?}: {error}"))?;
    let seconds = start.elapsed().as_secs_f64();
    if !done.status.success() {
        return Err(format!("{command:?} failed:\n{}", String::from_utf8_lossy(&done.stderr)).into());
    }
    Ok(Cost { seconds, cpu: children()? - before, output: String::from_utf8_lossy(&done.stdout).into_owned() })
}

/// Processor seconds of the children of this process that have ended, with two decimals.
fn children() -> Result<f64, Box<dyn Error>> {
    ticks("self", [13, 14])
}

/// Processor seconds of a running process, with two decimals.
pub(crate) fn used(process: u32) -> Result<f64, Box<dyn Error>> {
    ticks(&process.to_string(), [11, 12])
}

/// Sum of two fields in `stat` of a process, in seconds. Fields are counted after the name. A tick is 10 ms.
fn ticks(process: &str, fields: [usize; 2]) -> Result<f64, Box<dyn Error>> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    let fields_after_name: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = fields.iter().filter_map(|field| fields_after_name.get(*field)?.parse::<f64>().ok());
    Ok(ticks.sum::<f64>() / 100.0)
}

/// Runs a program to its end. Returns the most memory that it had, MiB: the last value of many readings.
pub(crate) fn peak_mib(command: &mut Command) -> Result<f64, Box<dyn Error>> {
    let mut process =
        command.stdin(Stdio::null()).spawn().map_err(|error| format!("cannot run {command:?}: {error}"))?;
    let status = format!("/proc/{}/status", process.id());
    let mut peak = 0.0_f64;
    let end = loop {
        // A program that has ended but was not waited for has no memory.
        let kib = fs::read_to_string(&status).ok().and_then(|text| kib(&text, "VmHWM:"));
        peak = peak.max(kib.unwrap_or_default() / 1024.0);
        if let Some(end) = process.try_wait()? {
            break end;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    match end.success() {
        true => Ok(peak),
        false => Err(format!("{command:?} failed").into()),
    }
}

/// Most memory that a running process had so far, MiB.
pub(crate) fn resident_mib(process: u32) -> Result<f64, Box<dyn Error>> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    Ok(kib(&status, "VmHWM:").ok_or("no memory")? / 1024.0)
}

fn kib(status: &str, name: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}
