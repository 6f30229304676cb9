//! The resources of all accounts, and the data file behind them.

use super::durable::{self, Committer, Outcome};
use super::store::{Store, Undo};
use super::stores::{DEFAULT, Stores};
use super::timestamp::Timestamp;
use super::{file, seed};
use crate::error::EmulatorError;
use ncloud_runtime::operation::Example;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};

/// Where the resources come from.
pub(crate) struct Sources<'a> {
    /// The documented resources are used without files.
    pub(crate) examples: &'static [Example],
    /// State file that replaces the documented resources.
    pub(crate) seed_file: Option<&'a Path>,
    /// Number of executions, seed and end of a history that replaces the documented resources.
    pub(crate) history: Option<(usize, u64, Timestamp)>,
    /// Database that keeps the resources.
    pub(crate) data: Option<&'a Path>,
}

/// The resources of all accounts.
pub(crate) struct Data {
    stores: Arc<Mutex<Stores>>,
    /// Commits changes to the data file, if there is one.
    pub(super) committer: Option<Committer>,
    imported: Option<PathBuf>,
    initial: Initial,
}

/// Resources of a new account.
enum Initial {
    Documented(&'static [Example]),
    /// Content of a seed file.
    State(Value),
    History(&'static [Example], (usize, u64, Timestamp)),
}

impl Initial {
    fn new(sources: &Sources<'_>) -> Result<Self, EmulatorError> {
        Ok(match (sources.seed_file, sources.history) {
            (Some(path), _) => {
                // All problems are found before anything happens.
                let store = file::load(path)?;
                let state = serde_json::from_str(&file::text(&store)?);
                let unwritable =
                    |error| EmulatorError::with_source("cannot keep the resources of the seed file", error);
                Self::State(state.map_err(unwritable)?)
            }
            (None, Some(history)) => Self::History(sources.examples, history),
            (None, None) => Self::Documented(sources.examples),
        })
    }

    fn store(&self) -> Result<Store, EmulatorError> {
        match self {
            Self::Documented(examples) => Ok(seed::documented_store(examples)),
            Self::State(state) => file::from_json(state.clone(), "the seed file"),
            Self::History(examples, (count, seed, moment)) => Ok(seed::history_store(examples, *count, *seed, *moment)),
        }
    }
}

impl Data {
    pub(crate) fn open(sources: &Sources<'_>) -> Result<Self, EmulatorError> {
        let initial = Initial::new(sources)?;
        let Some(path) = sources.data else {
            let stores = Arc::new(Mutex::new(Stores::new(initial.store()?)));
            return Ok(Self { stores, committer: None, imported: None, initial });
        };
        let is_seeded = sources.seed_file.is_some() || sources.history.is_some();
        let opened = durable::open(path, || initial.store(), is_seeded)?;
        let stores = Arc::new(Mutex::new(opened.stores));
        let committer = Some(Committer::start(opened.file, Arc::clone(&stores))?);
        Ok(Self { stores, committer, imported: opened.kept, initial })
    }

    /// Returns the copy of a state file that has become the data file.
    pub(crate) fn imported(&self) -> Option<&Path> {
        self.imported.as_deref()
    }

    /// Returns the resources that an account starts with.
    pub(super) fn initial(&self) -> Result<Store, EmulatorError> {
        self.initial.store()
    }

    /// Returns the accounts other than the default one, with their secret keys.
    pub(crate) fn accounts(&self) -> Vec<(Arc<str>, String)> {
        let stores = self.lock();
        let others = stores.iter().filter(|(account, _)| &***account != DEFAULT);
        others.filter_map(|(account, store)| Some((Arc::clone(account), store.secret_key()?.to_owned()))).collect()
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Stores> {
        self.stores.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the resources of an account as the text of a state file. Everything in it is committed.
    pub(crate) fn text(&self, account: &Arc<str>) -> Result<String, EmulatorError> {
        loop {
            let (send, receive) = mpsc::channel();
            let (text, waits) = {
                let stores = self.lock();
                let store = stores.get(account).ok_or_else(|| EmulatorError::new("the account was removed"))?;
                let done = move |outcome: Outcome| drop(send.send(outcome));
                let submit = |committer: &Committer| committer.submit(account, store, Undo::default(), done);
                (file::text(store)?, self.committer.as_ref().map(submit))
            };
            // Without a response the thread has ended, and all that was acknowledged is committed.
            if !matches!(waits, Some(Ok(true))) || receive.recv().is_ok_and(|outcome| outcome.is_ok()) {
                return Ok(text);
            }
        }
    }

    /// Writes the resources of the default account to a state file.
    pub(crate) fn export(&self, path: &Path) -> Result<(), EmulatorError> {
        file::save(&self.text(&Arc::from(DEFAULT))?, path)
    }

    /// Commits what is not committed yet, and closes the data file.
    pub(crate) fn close(&self) -> Result<(), EmulatorError> {
        self.committer.as_ref().map_or(Ok(()), Committer::close)
    }
}
