//! Prints the log of a run as far as it is written.

use crate::failure::{CliError, Failure};
use crate::object_storage::lines::Lines;
use crate::object_storage::{LogError, Part, Store, last_lines};
use crate::runs::find::Run;
use crate::terminal::output_streams::Streams;
use std::io::{self, Write};

/// Returns the path of a run's log.
pub(crate) fn log_path(run: &Run) -> Option<&str> {
    let path = run.execution.job_condition.as_ref()?.console_log_path.as_deref()?;
    Some(path).filter(|path| !path.is_empty())
}

/// Returns the error of a run without a log path.
pub(crate) fn no_path(run: &Run) -> Failure {
    let condition = run.execution.job_condition.as_ref();
    let has_folder = condition.and_then(|condition| condition.log_path.as_deref()).is_some_and(|path| !path.is_empty());
    let (message, hint) = match (has_folder, run.execution.has_ended()) {
        (true, false) => {
            (format!("{} has no log yet: it has not started", run.described()), "wait for it with --follow")
        }
        _ => (
            format!("{} has no log path, so its log is not kept", run.described()),
            "set a folder of a bucket as the job's logPath for later runs: job update JOB_ID -f FILE with \
             'jobCondition: {logPath: BUCKET/FOLDER}'",
        ),
    };
    CliError::not_found(message, hint).into()
}

/// Returns the error of a log that does not exist.
pub(crate) fn no_log(run: &Run, error: LogError) -> Failure {
    if !run.execution.has_ended() {
        return error.into();
    }
    let message = format!("{error}, and {} has ended", run.described());
    CliError::not_found(message, "it may have been deleted, or the run ended before it wrote one").into()
}

/// Reason why a log was not printed.
pub(crate) enum ReadError {
    Log(LogError),
    Output(io::Error),
}

impl From<LogError> for ReadError {
    fn from(error: LogError) -> Self {
        Self::Log(error)
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Log(error) => error.into(),
            ReadError::Output(error) => error.into(),
        }
    }
}

/// The stream that gets a log.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Target {
    Output,
    /// The error stream, while a command waits for the run.
    Error,
}

/// Prints a log, and remembers how far it was read.
pub(crate) struct LogReader {
    store: Store,
    lines: Lines,
    target: Target,
    position: u64,
}

impl LogReader {
    pub(crate) fn new(store: Store, lines: Lines, target: Target) -> Self {
        Self { store, lines, target, position: 0 }
    }

    /// Skips everything before the last lines.
    pub(crate) async fn skip_to_last(&mut self, count: Option<u64>) -> Result<(), LogError> {
        if let Some(count) = count {
            self.position = last_lines::start(&self.store, count).await?;
        }
        Ok(())
    }

    /// Prints what has not been printed, and returns whether there was anything.
    pub(crate) async fn catch_up(&mut self, streams: &mut Streams<'_>) -> Result<bool, ReadError> {
        let mut has_grown = false;
        loop {
            let part = self.read().await?;
            has_grown |= !part.bytes.is_empty();
            if self.print(&part, streams).map_err(ReadError::Output)? {
                return Ok(has_grown);
            }
        }
    }

    /// Reads the next part.
    pub(crate) async fn read(&self) -> Result<Part, LogError> {
        self.store.read_from(self.position).await
    }

    /// Prints a part, and returns whether it was the last one so far.
    pub(crate) fn print(&mut self, part: &Part, streams: &mut Streams<'_>) -> io::Result<bool> {
        if part.size < self.position {
            streams.note("note: the log has become shorter; it is printed from its beginning");
            self.position = 0;
            return Ok(false);
        }
        self.lines.write(&part.bytes, out(self.target, streams))?;
        self.position = part.end().max(self.position);
        Ok(part.bytes.is_empty() || self.position >= part.size)
    }

    /// Prints the last line if it has no end.
    pub(crate) fn finish(&mut self, streams: &mut Streams<'_>) -> io::Result<()> {
        self.lines.finish(out(self.target, streams))?;
        if self.lines.has_filtered_everything() {
            streams.note("note: no line matches");
        }
        Ok(())
    }
}

fn out<'s>(target: Target, streams: &'s mut Streams<'_>) -> &'s mut dyn Write {
    match target {
        Target::Output => streams.out(),
        Target::Error => streams.err(),
    }
}
