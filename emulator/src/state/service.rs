//! The service behind the gateway: its resources and its clock.

use super::call::{self, Call, Reply};
use super::durable::{self, Committer, Outcome};
use super::handlers::{self, Handler};
use super::run::Timing;
use super::store::{Store, Undo};
use super::timestamp::Timestamp;
use super::{executions, file, jobs, seed, workflows};
use crate::error::EmulatorError;
use crate::http::arguments::Arguments;
use crate::http::response::ErrorResponse;
use crate::quirks::Quirks;
use ncloud_dataflow::operations;
use ncloud_runtime::clock::Clock;
use ncloud_runtime::operation::{Example, Operation};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use tokio::sync::oneshot;

/// The resources, and the clock that executions follow.
pub(crate) struct Service {
    store: Arc<Mutex<Store>>,
    /// Commits changes to the data file, if there is one.
    committer: Option<Committer>,
    imported: Option<PathBuf>,
    clock: Arc<dyn Clock>,
    timing: Timing,
}

/// Where the resources come from.
pub(crate) struct Sources<'a> {
    /// The documented resources are used without files.
    pub(crate) examples: &'a [Example],
    /// State file that replaces the documented resources.
    pub(crate) seed_file: Option<&'a Path>,
    /// Database that keeps the resources.
    pub(crate) data: Option<&'a Path>,
}

impl Service {
    pub(crate) fn new(sources: &Sources<'_>, clock: Arc<dyn Clock>, timing: Timing) -> Result<Self, EmulatorError> {
        let initial = || match sources.seed_file {
            Some(path) => file::load(path),
            None => Ok(seed::documented_store(sources.examples)),
        };
        let Some(path) = sources.data else {
            let store = Arc::new(Mutex::new(initial()?));
            return Ok(Self { store, committer: None, imported: None, clock, timing });
        };
        let opened = durable::open(path, initial, sources.seed_file.is_some())?;
        let store = Arc::new(Mutex::new(opened.store));
        let committer = Some(Committer::start(opened.file, Arc::clone(&store))?);
        Ok(Self { store, committer, imported: opened.kept, clock, timing })
    }

    /// Returns the copy of a state file that has become the data file.
    pub(crate) fn imported(&self) -> Option<&Path> {
        self.imported.as_deref()
    }

    /// Writes all resources to a state file.
    pub(crate) fn export(&self, path: &Path) -> Result<(), EmulatorError> {
        loop {
            let (send, receive) = mpsc::channel();
            let (text, waits) = {
                let store = self.store();
                let done = move |outcome| drop(send.send(outcome));
                let submit = |committer: &Committer| committer.submit(&store, Undo::default(), done);
                (file::text(&store)?, self.committer.as_ref().map(submit))
            };
            // Without a response the thread has ended, and all that was acknowledged is committed.
            if !matches!(waits, Some(Ok(true))) || receive.recv().is_ok_and(|outcome| outcome.is_ok()) {
                return file::save(&text, path);
            }
        }
    }

    /// Commits what is not committed yet, and closes the data file.
    pub(crate) fn close(&self) -> Result<(), EmulatorError> {
        self.committer.as_ref().map_or(Ok(()), Committer::close)
    }

    /// Carries out a call. Returns `None` if the operation has no handler.
    ///
    /// With a data file, this returns after the commit of everything that the response depends on.
    pub(crate) async fn handle(
        &self,
        operation: &'static Operation,
        arguments: &Arguments,
        body: Option<Value>,
        quirks: Quirks,
    ) -> Option<Result<Reply, ErrorResponse>> {
        let handler = handlers::handler(operation.id)?;
        let now = Timestamp::from_system_time(self.clock.now());
        let call = Call { operation, arguments, body, now, timing: self.timing, quirks };
        loop {
            let (reply, is_change, commit) = self.carry_out(handler, &call);
            let Some(commit) = commit else {
                return Some(reply);
            };
            match commit.await.unwrap_or_else(|_| Err("the emulator stops".to_owned())) {
                Ok(()) => return Some(reply),
                Err(reason) if is_change => return Some(Err(not_written(&reason))),
                // What it has seen was taken back.
                Err(_) => {}
            }
        }
    }

    /// Returns the reply, whether the call has changed anything, and the commit to wait for.
    fn carry_out(
        &self,
        handler: Handler,
        call: &Call<'_>,
    ) -> (Result<Reply, ErrorResponse>, bool, Option<oneshot::Receiver<Outcome>>) {
        let mut store = self.store();
        let reply = handler(&mut store, call);
        let mut undo = store.take_changes();
        if reply.is_err() {
            store.undo(std::mem::take(&mut undo));
        }
        let is_change = !undo.is_empty();
        let Some(committer) = &self.committer else {
            return (reply, is_change, None);
        };
        let (send, receive) = oneshot::channel();
        match committer.submit(&store, undo, move |outcome| drop(send.send(outcome))) {
            Ok(waits) => (reply, is_change, waits.then_some(receive)),
            Err(refused) => {
                let (undo, reason) = *refused;
                store.undo(undo);
                (Err(not_written(&reason)), is_change, None)
            }
        }
    }

    /// Returns the newest row of a listing over all resources, as a template for synthetic rows.
    pub(crate) fn newest_row(&self, operation: &str, quirks: Quirks) -> Option<Value> {
        let store = self.store();
        let now = Timestamp::from_system_time(self.clock.now());
        let is = |known: &Operation| known.id == operation;
        let row = if is(&operations::GET_JOBS) {
            call::json(&jobs::summary(&store, store.jobs.last()?, now))
        } else if is(&operations::GET_TRIGGERS) {
            call::json(store.triggers.last()?)
        } else if is(&operations::GET_WORKFLOWS) {
            call::json(&workflows::summary(&store, store.workflows.last()?, now))
        } else if is(&operations::GET_JOB_EXECUTIONS) {
            call::json(&executions::to_response(store.runs.last()?, now, quirks))
        } else if is(&operations::GET_WORKFLOW_EXECUTIONS) {
            let run = store.runs.iter().rfind(|run| run.workflow_id.is_some())?;
            call::json(&executions::to_response(run, now, quirks))
        } else {
            return None;
        };
        row.ok()
    }

    /// Reads the resources at the current time of the clock.
    pub(super) fn read<T>(&self, read: impl FnOnce(&Store, Timestamp) -> T) -> T {
        read(&self.store(), Timestamp::from_system_time(self.clock.now()))
    }

    fn store(&self) -> MutexGuard<'_, Store> {
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        // What a handler has changed before it panicked.
        let undo = store.take_changes();
        store.undo(undo);
        store
    }
}

fn not_written(reason: &str) -> ErrorResponse {
    ErrorResponse::internal_error(format!("the emulator cannot write its data file, so nothing was changed: {reason}"))
}
