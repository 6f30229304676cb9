//! The resources of all accounts, and the data file behind them.

use super::durable::{self, Committer, Outcome};
use super::store::{Store, Undo};
use super::stores::{DEFAULT, Stores};
use super::{file, seed};
use crate::error::EmulatorError;
use ncloud_runtime::operation::Example;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};

/// Where the resources come from.
pub(crate) struct Sources<'a> {
    /// The documented resources are used without files.
    pub(crate) examples: &'static [Example],
    /// State file that replaces the documented resources.
    pub(crate) seed_file: Option<&'a Path>,
    /// Database that keeps the resources.
    pub(crate) data: Option<&'a Path>,
}

/// The resources of all accounts.
pub(crate) struct Data {
    stores: Arc<Mutex<Stores>>,
    /// Commits changes to the data file, if there is one.
    pub(super) committer: Option<Committer>,
    imported: Option<PathBuf>,
    examples: &'static [Example],
}

impl Data {
    pub(crate) fn open(sources: &Sources<'_>) -> Result<Self, EmulatorError> {
        let examples = sources.examples;
        let initial = || match sources.seed_file {
            Some(path) => file::load(path),
            None => Ok(seed::documented_store(examples)),
        };
        let Some(path) = sources.data else {
            let stores = Arc::new(Mutex::new(Stores::new(initial()?)));
            return Ok(Self { stores, committer: None, imported: None, examples });
        };
        let opened = durable::open(path, initial, sources.seed_file.is_some())?;
        let stores = Arc::new(Mutex::new(opened.stores));
        let committer = Some(Committer::start(opened.file, Arc::clone(&stores))?);
        Ok(Self { stores, committer, imported: opened.kept, examples })
    }

    /// Returns the copy of a state file that has become the data file.
    pub(crate) fn imported(&self) -> Option<&Path> {
        self.imported.as_deref()
    }

    /// Returns the documented resources.
    pub(super) fn documented(&self) -> Store {
        seed::documented_store(self.examples)
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
