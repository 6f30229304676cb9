//! Errors of the program itself.

use crate::exit_code;
use crate::terminal::message::{self, ERROR, HINT};
use crate::terminal::output_streams::Streams;

/// An error of the program itself, with a hint.
#[derive(Debug)]
pub(crate) struct CliError {
    /// Kind of the error, for programs.
    pub(crate) kind: &'static str,
    pub(crate) code: u8,
    pub(crate) message: String,
    pub(crate) details: Vec<String>,
    pub(crate) hint: &'static str,
    /// ID of the execution that it is about.
    pub(crate) execution: Option<String>,
    /// The awaited runs that did not succeed: IDs of job and execution.
    pub(crate) runs: Vec<[String; 2]>,
}

impl CliError {
    /// Invalid arguments, or an invalid file that they name.
    pub(crate) fn usage(message: String, hint: &'static str) -> Self {
        Self {
            kind: "usage",
            code: exit_code::USAGE,
            message,
            details: Vec::new(),
            hint,
            execution: None,
            runs: Vec::new(),
        }
    }

    /// No resource, or more than one, matches the arguments.
    pub(crate) fn not_found(message: String, hint: &'static str) -> Self {
        Self { kind: "not-found", code: exit_code::NOT_FOUND, ..Self::usage(message, hint) }
    }

    /// An unexpected response.
    pub(crate) fn response(message: String, hint: &'static str) -> Self {
        Self { kind: "response", code: exit_code::FAILED, ..Self::usage(message, hint) }
    }

    /// Credentials that are rejected, or lack a permission.
    pub(crate) fn denied(message: String, hint: &'static str) -> Self {
        Self { kind: "credentials", code: exit_code::CREDENTIALS, ..Self::usage(message, hint) }
    }

    /// A run that failed or was canceled.
    pub(crate) fn run_failed(message: String) -> Self {
        Self {
            kind: "run-failed",
            code: exit_code::RUN_FAILED,
            ..Self::usage(message, "see the log of each failed execution")
        }
    }

    /// A search for something that is wrong has found some.
    pub(crate) fn some_found(message: String, hint: &'static str) -> Self {
        Self { kind: "found", code: exit_code::RUN_FAILED, ..Self::usage(message, hint) }
    }

    /// A run with an unknown outcome.
    pub(crate) fn outcome_unknown(message: String, hint: &'static str) -> Self {
        Self { kind: "outcome-unknown", code: exit_code::UNKNOWN, ..Self::usage(message, hint) }
    }

    /// Credentials or a permission are missing.
    pub(crate) fn credentials(message: String, hint: &'static str) -> Self {
        Self { kind: "credentials", code: exit_code::CREDENTIALS, ..Self::usage(message, hint) }
    }

    /// A program could not be started. The code is the one that shells use.
    pub(crate) fn not_started(code: u8, message: String, hint: &'static str) -> Self {
        Self { kind: "not-started", code, ..Self::usage(message, hint) }
    }

    /// Adds lines below the message.
    pub(crate) fn with_details(mut self, details: Vec<String>) -> Self {
        self.details = details;
        self
    }

    /// Adds the run that did not succeed.
    pub(crate) fn with_run(self, job_id: &str, execution_id: &str) -> Self {
        let error = Self { execution: Some(execution_id.to_owned()), ..self };
        error.with_runs(vec![[job_id.to_owned(), execution_id.to_owned()]])
    }

    /// Adds the runs that did not succeed, as IDs of job and execution.
    pub(crate) fn with_runs(mut self, runs: Vec<[String; 2]>) -> Self {
        self.runs = runs;
        self
    }

    /// Reports the error: its message, its details, then the hint.
    pub(crate) fn report(&self, streams: &mut Streams<'_>) {
        message::line(streams, ERROR, "error", &self.message);
        for detail in &self.details {
            streams.line(&format!("  {detail}"));
        }
        message::line(streams, HINT, "hint", self.hint);
    }
}
