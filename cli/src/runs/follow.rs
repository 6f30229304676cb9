//! `execution logs --follow`: prints a log while its run writes it.

use crate::context::Context;
use crate::failure::Failure;
use crate::object_storage::lines::Lines;
use crate::object_storage::{LogError, Store};
use crate::runs::find::{self, Run};
use crate::runs::log_reader::{self, LogReader, ReadError, Target};
use crate::session::Session;
use crate::table::VERBOSE;
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::{Client, Error};
use std::time::Duration;

/// Time between two polls of the run and its log.
const INTERVAL: Duration = Duration::from_secs(5);

/// Number of looks without growth after which the log of an ended run is complete. The last lines arrive some time after
/// the end of the run.
const QUIET_LOOKS: u32 = 3;

/// Number of failures in a row after which following ends.
const MAX_FAILURES: u32 = 10;

/// Prints the log of a run until the run has ended and the log does not grow.
pub(crate) async fn follow(
    client: &Client,
    mut run: Run,
    tail: Option<u64>,
    lines: Lines,
    session: Session<'_, '_>,
) -> Result<(), Failure> {
    let Session { matches, context, streams, .. } = session;
    let mut log = FollowedLog { reader: None, lines: Some(lines), tail, quiet: 0, failures: 0, has_noted: false };
    loop {
        // The state is read before the log, so that what an ended run has written is read after its end.
        let has_ended = run.execution.has_ended();
        log.look(client, &run, matches, context, streams).await?;
        streams.flush()?;
        if has_ended && log.quiet >= QUIET_LOOKS {
            let state = run.execution.status.as_ref().map_or("without a state", |status| status.as_str());
            let ended = format!("note: {} has ended: {state}", run.described());
            log.finish(&run, streams)?;
            streams.note(&ended);
            return Ok(());
        }
        context.clock.sleep(INTERVAL).await;
        if !has_ended {
            match client.get_job_execution(&run.job_id, run.id()).send().await {
                Ok(execution) => run = find::found(&run.job_id, run.id(), execution),
                Err(error) => log.note_failure(error, streams)?,
            }
        }
    }
}

/// A log that may not exist yet.
struct FollowedLog {
    reader: Option<LogReader>,
    /// Taken by the reader.
    lines: Option<Lines>,
    tail: Option<u64>,
    /// Number of looks without growth.
    quiet: u32,
    /// Number of failures in a row.
    failures: u32,
    /// Whether the user knows that there is no log yet.
    has_noted: bool,
}

impl FollowedLog {
    /// Prints what is new.
    async fn look(
        &mut self,
        client: &Client,
        run: &Run,
        matches: &ArgMatches,
        context: &Context,
        streams: &mut Streams<'_>,
    ) -> Result<(), Failure> {
        if self.reader.is_none() {
            match log_reader::log_path(run) {
                Some(path) => {
                    let store = Store::open(client, path, matches, context)?;
                    if matches.get_count(VERBOSE) > 0 {
                        streams.note(&format!("log: {}", store.described()));
                    }
                    self.reader = Some(LogReader::new(store, self.lines.take().unwrap_or_default(), Target::Output));
                }
                None if run.execution.has_ended() || run.execution.start_date.is_some() => {
                    return Err(log_reader::no_path(run));
                }
                None => self.note_waiting(streams),
            }
        }
        let Some(reader) = &mut self.reader else {
            return Ok(());
        };
        let read = match reader.skip_to_last(self.tail).await {
            Ok(()) => {
                self.tail = None;
                reader.catch_up(streams).await
            }
            Err(error) => Err(error.into()),
        };
        match read {
            Ok(has_grown) => {
                self.recovered(streams);
                self.quiet = if has_grown { 0 } else { self.quiet + 1 };
                Ok(())
            }
            Err(ReadError::Log(error)) if error.is_no_log() => {
                self.quiet += 1;
                match run.execution.has_ended() && self.quiet >= QUIET_LOOKS {
                    true => Err(log_reader::no_log(run, error)),
                    false => {
                        self.note_waiting(streams);
                        Ok(())
                    }
                }
            }
            Err(ReadError::Log(error)) if error.is_passing() => self.note_failed_read(error, streams),
            Err(error) => Err(error.into()),
        }
    }

    /// Prints the rest.
    fn finish(&mut self, run: &Run, streams: &mut Streams<'_>) -> Result<(), Failure> {
        match self.reader.take() {
            Some(mut reader) => Ok(reader.finish(streams)?),
            None => Err(log_reader::no_path(run)),
        }
    }

    fn note_waiting(&mut self, streams: &mut Streams<'_>) {
        if !self.has_noted {
            self.has_noted = true;
            streams.note("note: there is no log yet; waiting for it");
        }
    }

    fn note_failed_read(&mut self, error: LogError, streams: &mut Streams<'_>) -> Result<(), Failure> {
        self.failures += 1;
        if self.failures >= MAX_FAILURES {
            return Err(error.into());
        }
        if self.failures == 1 {
            streams.note(&format!("note: reading the log failed, following continues: {error}"));
        }
        Ok(())
    }

    fn note_failure(&mut self, error: Error, streams: &mut Streams<'_>) -> Result<(), Failure> {
        self.failures += 1;
        if error.is_auth() || error.is_not_found() || self.failures >= MAX_FAILURES {
            return Err(error.into());
        }
        if self.failures == 1 {
            streams.note(&format!("note: reading the state failed, following continues: {error}"));
        }
        Ok(())
    }

    fn recovered(&mut self, streams: &mut Streams<'_>) {
        if self.failures > 0 {
            streams.note("note: reading works again");
        }
        self.failures = 0;
    }
}
