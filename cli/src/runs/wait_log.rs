//! `--wait --logs`: copies the log of a run to the error stream while the program waits for the run.

use crate::context::Context;
use crate::object_storage::lines::Lines;
use crate::object_storage::{LogError, Store};
use crate::runs::find;
use crate::runs::log_reader::{LogReader, Target, log_path};
use crate::table::LOGS;
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::Client;
use std::cell::RefCell;
use std::pin::pin;
use std::time::Duration;

/// Time between two polls of the log.
const INTERVAL: Duration = Duration::from_secs(5);

/// Number of looks without growth after which the log of an ended run is complete.
const QUIET_LOOKS: u32 = 2;

/// The log of a run that the program waits for. A log that cannot be read never changes how the wait ends.
pub(crate) struct WaitLog<'a> {
    client: Client,
    job_id: String,
    execution_id: String,
    matches: &'a ArgMatches,
    context: &'a Context,
    reader: Option<LogReader>,
    /// Whether a problem was reported. The log is not read any more then.
    is_off: bool,
}

impl<'a> WaitLog<'a> {
    /// Returns the log if the arguments ask for it.
    pub(crate) fn requested(
        client: Client,
        job_id: &str,
        execution_id: &str,
        matches: &'a ArgMatches,
        context: &'a Context,
    ) -> Option<Self> {
        let is_requested = matches.try_get_one::<bool>(LOGS).ok().flatten().copied().unwrap_or(false);
        let (job_id, execution_id) = (job_id.to_owned(), execution_id.to_owned());
        is_requested.then(|| Self { client, job_id, execution_id, matches, context, reader: None, is_off: false })
    }

    /// Prints the log until the wait is over, and then the rest of it.
    pub(crate) async fn during<T, E>(
        mut self,
        waiting: impl Future<Output = Result<T, E>>,
        streams: &RefCell<&mut Streams<'_>>,
    ) -> Result<T, E> {
        let mut waiting = pin!(waiting);
        let outcome = loop {
            if self.is_off {
                return waiting.await;
            }
            let clock = &self.context.clock;
            tokio::select! {
                biased;
                outcome = &mut waiting => break outcome,
                _ = self.look(streams) => {}
            }
            tokio::select! {
                biased;
                outcome = &mut waiting => break outcome,
                () = clock.sleep(INTERVAL) => {}
            }
        };
        if outcome.is_ok() {
            self.read_rest(streams).await;
        }
        if let Some(reader) = &mut self.reader {
            // An error stream that cannot be written is ignored.
            let _ = reader.finish(&mut streams.borrow_mut());
        }
        outcome
    }

    async fn read_rest(&mut self, streams: &RefCell<&mut Streams<'_>>) {
        let mut quiet = 0;
        while !self.is_off {
            let has_grown = self.look(streams).await;
            quiet = if has_grown { 0 } else { quiet + 1 };
            if quiet >= QUIET_LOOKS {
                return;
            }
            self.context.clock.sleep(INTERVAL).await;
        }
    }

    /// Prints what is new, and returns whether there was anything. The streams are not borrowed while it waits for a
    /// response: the wait reports states meanwhile.
    async fn look(&mut self, streams: &RefCell<&mut Streams<'_>>) -> bool {
        if self.reader.is_none() {
            match self.open(streams).await {
                Ok(reader) => self.reader = reader,
                Err(error) => self.give_up(&error, streams),
            }
        }
        let Some(reader) = &mut self.reader else {
            return false;
        };
        let mut has_grown = false;
        loop {
            match reader.read().await {
                Ok(part) => {
                    has_grown |= !part.bytes.is_empty();
                    if reader.print(&part, &mut streams.borrow_mut()).unwrap_or(true) {
                        return has_grown;
                    }
                }
                Err(error) if error.is_no_log() || error.is_passing() => return has_grown,
                Err(error) => {
                    self.give_up(&error, streams);
                    return has_grown;
                }
            }
        }
    }

    /// Opens the log once the run has a path.
    async fn open(&self, streams: &RefCell<&mut Streams<'_>>) -> Result<Option<LogReader>, LogError> {
        // The wait reports a service that fails.
        let Ok(execution) = self.client.get_job_execution(&*self.job_id, &*self.execution_id).send().await else {
            return Ok(None);
        };
        let run = find::found(&self.job_id, &self.execution_id, execution);
        let Some(path) = log_path(&run) else {
            return Ok(None);
        };
        let store = Store::open(&self.client, path, self.matches, self.context)?;
        let lines = Lines::new(None, streams.borrow().is_terminal(true));
        Ok(Some(LogReader::new(store, lines, Target::Error)))
    }

    fn give_up(&mut self, error: &LogError, streams: &RefCell<&mut Streams<'_>>) {
        self.is_off = true;
        let text = format!("note: the log cannot be read, the wait continues: {error}; {}", error.hint());
        streams.borrow_mut().note(&text);
    }
}
