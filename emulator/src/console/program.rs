//! A program that carries out executions. Its exit code is the outcome, its output the console log.

use crate::error::EmulatorError;
use ncloud_dataflow::models::{ExecutionStatus, JobExecution, ParsedParameters};
use serde_json::Value;
use std::collections::{HashMap, VecDeque};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Maximum number of programs at a time; other executions wait.
const MAX_PROGRAMS: usize = 8;

/// Names that can be in braces.
const NAMES: [&str; 5] = ["script", "parameters", "job", "execution", "name"];

/// An execution that has ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) account: Arc<str>,
    pub(crate) execution: String,
    pub(crate) status: ExecutionStatus,
}

/// The program and its arguments, with names in braces.
#[derive(Clone, Debug)]
pub(crate) struct Template(Vec<String>);

impl Template {
    /// Rejects an empty command and unknown names.
    pub(crate) fn new(words: Vec<String>) -> Result<Self, EmulatorError> {
        if words.first().is_none_or(String::is_empty) {
            return Err(EmulatorError::input(
                "the runner is empty; use for example 'spark-submit {script} {parameters}'",
            ));
        }
        let list = NAMES.map(|name| format!("{{{name}}}")).join(", ");
        for word in &words {
            let mut rest = word.as_str();
            while let Some((_, after)) = rest.split_once('{') {
                let (name, behind) = after.split_once('}').unwrap_or((after, ""));
                if !NAMES.contains(&name) {
                    let name = name.escape_debug();
                    return Err(EmulatorError::input(format!(
                        "the runner has the unknown name '{{{name}}}'; use {list}"
                    )));
                }
                if name == "parameters" && word != "{parameters}" {
                    return Err(EmulatorError::input("'{parameters}' must be a word of its own in the runner"));
                }
                rest = behind;
            }
        }
        Ok(Self(words))
    }

    /// Returns the command of an execution. Values become arguments; no shell reads them.
    fn command(&self, execution: &JobExecution) -> Command {
        let condition = execution.job_condition.as_ref();
        let script = condition.and_then(|condition| condition.script_path.as_deref()).unwrap_or_default();
        let value = |name: &str| match name {
            "script" => script.to_owned(),
            "job" => execution.job_id.as_deref().unwrap_or_default().to_owned(),
            "execution" => execution.job_execution_id.to_string(),
            _ => execution.job_name.as_deref().unwrap_or_default().to_owned(),
        };
        let mut words = self.0.iter().flat_map(|word| match word.as_str() {
            "{parameters}" => parameters(execution),
            word => vec![filled(word, value)],
        });
        let mut command = Command::new(words.next().unwrap_or_default());
        command.args(words).stdin(Stdio::null());
        command
    }
}

/// Replaces names in braces. A value is not looked at again.
fn filled(word: &str, value: impl Fn(&str) -> String) -> String {
    let mut parts = word.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        text.push_str(&value(name));
        text.push_str(rest);
    }
    text
}

/// Returns each parameter as `NAME=VALUE`.
fn parameters(execution: &JobExecution) -> Vec<String> {
    let Some(ParsedParameters::Object(parameters)) = &execution.parsed_parameters else {
        return Vec::new();
    };
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    parameters.iter().map(|(name, value)| format!("{name}={}", text(value))).collect()
}

/// The programs that run, and those that wait.
#[derive(Debug)]
pub(crate) struct Programs {
    template: Template,
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    running: HashMap<String, Running>,
    waiting: VecDeque<Waiting>,
}

#[derive(Debug)]
struct Running {
    account: Arc<str>,
    child: Child,
}

#[derive(Debug)]
struct Waiting {
    account: Arc<str>,
    execution: String,
    command: Command,
    log: PathBuf,
}

impl Programs {
    pub(crate) fn new(template: Template) -> Self {
        Self { template, inner: Mutex::default() }
    }

    /// Starts the program of an execution as soon as there is room.
    pub(super) fn start(&self, account: &Arc<str>, execution: &JobExecution, log: PathBuf) {
        let command = self.template.command(execution);
        let (account, execution) = (Arc::clone(account), execution.job_execution_id.to_string());
        self.inner().waiting.push_back(Waiting { account, execution, command, log });
    }

    /// Ends the program of an execution that has ended, e.g. because it was canceled.
    pub(super) fn end(&self, execution: &str) {
        let mut inner = self.inner();
        inner.waiting.retain(|waiting| waiting.execution != execution);
        if let Some(running) = inner.running.remove(execution) {
            kill(running.child);
        }
    }

    /// Starts programs, and returns the executions whose programs have ended.
    pub(crate) fn turn(&self) -> Vec<Ended> {
        let mut inner = self.inner();
        let mut ended = Vec::new();
        inner.running.retain(|execution, running| match running.child.try_wait() {
            Ok(None) => true,
            other => {
                let is_success = other.is_ok_and(|status| status.is_some_and(|status| status.success()));
                let status = if is_success { ExecutionStatus::Completed } else { ExecutionStatus::Failed };
                ended.push(Ended { account: Arc::clone(&running.account), execution: execution.clone(), status });
                false
            }
        });
        while inner.running.len() < MAX_PROGRAMS {
            let Some(waiting) = inner.waiting.pop_front() else {
                break;
            };
            let Waiting { account, execution, command, log } = waiting;
            match spawn(command, &log) {
                Some(child) => drop(inner.running.insert(execution, Running { account, child })),
                None => ended.push(Ended { account, execution, status: ExecutionStatus::Failed }),
            }
        }
        ended
    }

    /// Ends all programs.
    pub(crate) fn stop(&self) {
        let mut inner = self.inner();
        inner.waiting.clear();
        inner.running.drain().for_each(|(_, running)| kill(running.child));
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Starts a program whose output goes to the log. If it cannot start, the log says why.
fn spawn(mut command: Command, log: &Path) -> Option<Child> {
    let mut file = File::create(log).ok()?;
    command.stdout(file.try_clone().ok()?).stderr(file.try_clone().ok()?);
    match command.spawn() {
        Ok(child) => Some(child),
        Err(error) => {
            let program = command.get_program().to_string_lossy();
            // There is no other place for it.
            let _ = writeln!(file, "the emulator cannot run '{}': {error}", program.escape_debug());
            None
        }
    }
}

fn kill(mut child: Child) {
    // An error means that it has ended.
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;
    use ncloud_dataflow::models::JobCondition;

    fn words(template: &[&str]) -> Vec<String> {
        let words = template.iter().map(|word| (*word).to_owned()).collect();
        let condition = JobCondition { script_path: Some("bucket/{name} $(id).py".into()), ..JobCondition::default() };
        let parameters = [("day", Value::from("2026 12; rm -rf /")), ("n", Value::from(3))];
        let execution = JobExecution {
            job_execution_id: "RUN".into(),
            job_name: Some("nightly".into()),
            job_condition: Some(condition),
            parsed_parameters: Some(ParsedParameters::Object(
                parameters.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            )),
            ..JobExecution::default()
        };
        let command = Template::new(words).expect("a template").command(&execution);
        std::iter::once(command.get_program())
            .chain(command.get_args())
            .map(|word| word.to_string_lossy().into())
            .collect()
    }

    #[test]
    fn values_are_arguments() {
        let words = words(&["run", "--app={name}", "{script}", "{parameters}", "{execution}"]);
        let expected = ["run", "--app=nightly", "bucket/{name} $(id).py", "day=2026 12; rm -rf /", "n=3", "RUN"]
            .map(str::to_owned);
        assert_eq!(words, expected);
    }

    #[test]
    fn unknown_names_are_rejected() {
        for template in [&[][..], &[""], &["run", "{scripts}"], &["run", "{"], &["run", "--p={parameters}"]] {
            let words = template.iter().map(|word| (*word).to_owned()).collect();
            assert!(Template::new(words).is_err(), "{template:?}");
        }
    }
}
