//! The thread that commits.

use super::super::store::{Store, Touched, Undo};
use super::super::stores::Stores;
use super::check;
use super::open::DataFile;
use super::tables::Changes;
use crate::error::EmulatorError;
use redb::{Database, Durability};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

/// Result of a commit; an error is the reason.
pub(in super::super) type Outcome = Result<(), String>;

/// Called with the result of a commit.
type Done = Box<dyn FnOnce(Outcome) + Send>;

/// Opens the database again after a failure.
type Reopen = Box<dyn Fn() -> Result<Database, redb::Error> + Send>;

/// Maximum number of requests in a transaction.
const MAX_BATCH: usize = 1024;

/// A request that waits for a commit.
struct Waiting {
    /// Empty for a request that only waits for the changes before it.
    changes: Changes,
    account: Arc<str>,
    undo: Undo,
    done: Done,
}

/// Hands changes to the thread that commits.
#[derive(Debug)]
pub(in super::super) struct Committer {
    queue: Mutex<Option<Sender<Waiting>>>,
    /// Number of changes in memory that are not committed. It grows, and falls after a failure, with the stores locked.
    pending: Arc<AtomicUsize>,
    thread: Mutex<Option<JoinHandle<Outcome>>>,
    path: String,
}

impl Committer {
    /// Starts the thread.
    pub(in super::super) fn start(file: DataFile, stores: Arc<Mutex<Stores>>) -> Result<Self, EmulatorError> {
        let DataFile { path, database, lock } = file;
        let shown = path.display().to_string();
        let reopen = move || check::open(&path).map_err(redb::Error::from);
        Self::spawn(shown, database, Box::new(reopen), stores, lock)
    }

    fn spawn(
        path: String,
        database: Database,
        reopen: Reopen,
        stores: Arc<Mutex<Stores>>,
        lock: impl Send + 'static,
    ) -> Result<Self, EmulatorError> {
        let (queue, pending, writer) = Writer::new(database, reopen, stores);
        let run = move || {
            let outcome = writer.run();
            // Until here, no other emulator may open the file.
            drop(lock);
            outcome
        };
        let thread = std::thread::Builder::new().name("emulator-data".to_owned()).spawn(run);
        let thread = thread.map_err(|error| EmulatorError::with_source("cannot start a thread", error))?;
        Ok(Self { queue: Mutex::new(Some(queue)), pending, thread: Mutex::new(Some(thread)), path })
    }

    /// Hands over what a request has changed, with the stores still locked. `done` is called after the commit.
    ///
    /// A request without changes waits for the changes that it has seen. If there are none, `done` is dropped and this
    /// returns false. An error has the changes, to take them back, and the reason.
    pub(in super::super) fn submit(
        &self,
        account: &Arc<str>,
        store: &Store,
        undo: Undo,
        done: impl FnOnce(Outcome) + Send + 'static,
    ) -> Result<bool, Box<(Undo, String)>> {
        if undo.is_empty() && self.pending.load(Ordering::SeqCst) == 0 {
            return Ok(false);
        }
        let changes = match Changes::of(account, store, &undo.touched()) {
            Ok(changes) => changes,
            Err(error) => return Err(Box::new((undo, error.to_string()))),
        };
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(queue) = queue.as_ref() else {
            return Err(Box::new((undo, "the emulator stops".to_owned())));
        };
        let is_change = usize::from(!changes.is_empty());
        self.pending.fetch_add(is_change, Ordering::SeqCst);
        let waiting = Waiting { changes, account: Arc::clone(account), undo, done: Box::new(done) };
        queue.send(waiting).map(|()| true).map_err(|mpsc::SendError(waiting)| {
            self.pending.fetch_sub(is_change, Ordering::SeqCst);
            Box::new((waiting.undo, "the data file is closed".to_owned()))
        })
    }

    /// Commits what waits, and closes the file.
    pub(in super::super) fn close(&self) -> Result<(), EmulatorError> {
        drop(self.queue.lock().unwrap_or_else(PoisonError::into_inner).take());
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        let failed = |reason: &str| EmulatorError::new(format!("cannot close the data file '{}': {reason}", self.path));
        match thread.map(JoinHandle::join) {
            None | Some(Ok(Ok(()))) => Ok(()),
            Some(Ok(Err(reason))) => Err(failed(&reason)),
            Some(Err(_)) => Err(failed("its thread has ended early")),
        }
    }
}

impl Drop for Committer {
    fn drop(&mut self) {
        // Everything that was acknowledged is committed.
        let _ = self.close();
    }
}

struct Writer {
    queue: Receiver<Waiting>,
    pending: Arc<AtomicUsize>,
    stores: Arc<Mutex<Stores>>,
    /// None after a failure: redb then needs a new start.
    database: Option<Database>,
    reopen: Reopen,
    /// Rows that a failed commit may have written: they are set back with the next one.
    restore: Changes,
}

impl Writer {
    fn new(
        database: Database,
        reopen: Reopen,
        stores: Arc<Mutex<Stores>>,
    ) -> (Sender<Waiting>, Arc<AtomicUsize>, Self) {
        let (sender, queue) = mpsc::channel();
        let pending = Arc::new(AtomicUsize::new(0));
        let database = Some(database);
        let writer =
            Self { queue, pending: Arc::clone(&pending), stores, database, reopen, restore: Changes::default() };
        (sender, pending, writer)
    }

    /// Commits until the queue is closed and empty.
    fn run(mut self) -> Outcome {
        while let Ok(first) = self.queue.recv() {
            let batch: Vec<Waiting> =
                std::iter::once(first).chain(self.queue.try_iter().take(MAX_BATCH.saturating_sub(1))).collect();
            self.carry_out(batch);
        }
        if !self.restore.is_empty() {
            self.commit(&[])?;
        }
        match self.database.take().map(Database::close) {
            Some(Err(error)) => Err(error.to_string()),
            _ => Ok(()),
        }
    }

    fn carry_out(&mut self, batch: Vec<Waiting>) {
        let mut requests = batch.into_iter().peekable();
        // Everything before these is committed.
        while let Some(request) = requests.next_if(|request| request.changes.is_empty()) {
            (request.done)(Ok(()));
        }
        let requests: Vec<Waiting> = requests.collect();
        if requests.is_empty() {
            return;
        }
        match self.commit(&requests) {
            Ok(()) => {
                self.pending.fetch_sub(count(&requests), Ordering::SeqCst);
                requests.into_iter().for_each(|request| (request.done)(Ok(())));
            }
            Err(reason) => self.refuse(requests, &reason),
        }
    }

    fn commit(&mut self, requests: &[Waiting]) -> Outcome {
        let changes: Vec<&Changes> =
            std::iter::once(&self.restore).chain(requests.iter().map(|request| &request.changes)).collect();
        let (database, reopen) = (&mut self.database, &self.reopen);
        let attempt = catch_unwind(AssertUnwindSafe(|| {
            let open = match database.take() {
                Some(open) => open,
                None => reopen()?,
            };
            write(database.insert(open), &changes)
        }));
        let outcome = attempt.unwrap_or_else(|_| Err(redb::Error::Corrupted("the database is damaged".to_owned())));
        match outcome {
            Ok(()) => self.restore = Changes::default(),
            Err(_) => self.close_failed(),
        }
        outcome.map_err(|error| error.to_string())
    }

    /// Closes a database that has failed. redb sets back what is left of the transaction when it is opened again.
    fn close_failed(&mut self) {
        if let Some(database) = self.database.take() {
            let _ = catch_unwind(AssertUnwindSafe(|| drop(database)));
        }
    }

    /// Takes back the changes of these requests and of all that came after them, and refuses them.
    fn refuse(&mut self, mut requests: Vec<Waiting>, reason: &str) {
        let mut refused: Vec<Done> = Vec::new();
        {
            let mut stores = self.stores.lock().unwrap_or_else(PoisonError::into_inner);
            // No request can be added while the stores are locked.
            requests.extend(self.queue.try_iter());
            self.pending.fetch_sub(count(&requests), Ordering::SeqCst);
            let mut touched = Vec::new();
            for request in requests.into_iter().rev() {
                touched.push((Arc::clone(&request.account), request.undo.touched()));
                if let Some(store) = stores.get_mut(&request.account) {
                    store.undo(request.undo);
                }
                refused.push(request.done);
            }
            let rows = |(account, touched): &(Arc<str>, Touched)| {
                stores.get(account).map_or_else(|| Ok(Changes::default()), |store| Changes::of(account, store, touched))
            };
            // Rows that were written once can be written again.
            touched.iter().filter_map(|touched| rows(touched).ok()).for_each(|rows| self.restore.merge(rows));
        }
        // If this fails too, the next commit does it.
        let _ = self.commit(&[]);
        refused.into_iter().rev().for_each(|done| done(Err(reason.to_owned())));
    }
}

fn count(requests: &[Waiting]) -> usize {
    requests.iter().filter(|request| !request.changes.is_empty()).count()
}

/// Writes changes in one transaction. They are on the disk when this returns.
fn write(database: &Database, changes: &[&Changes]) -> Result<(), redb::Error> {
    let mut transaction = database.begin_write()?;
    transaction.set_durability(Durability::Immediate)?;
    for one in changes {
        one.write(&transaction)?;
    }
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
#[path = "commit_tests.rs"]
mod tests;
