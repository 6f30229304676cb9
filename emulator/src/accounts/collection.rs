//! All accounts of an emulator.

use super::account::{Account, Start};
use super::keys::Keys;
use crate::console::program::Programs;
use crate::console::writer::Consoles;
use crate::error::EmulatorError;
use crate::state::{ChangeError, DEFAULT_ACCOUNT, Data, NewResources, Service};
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// Maximum number of accounts.
const MAX_ACCOUNTS: usize = 10_000;

/// The default account, and those that were added.
pub(crate) struct Accounts {
    data: Arc<Data>,
    default: Arc<Account>,
    /// By access key, without the default account.
    others: RwLock<BTreeMap<String, Arc<Account>>>,
    start: Start,
}

impl Accounts {
    /// Returns the accounts of the data. The default account has these keys.
    pub(crate) fn new(keys: Keys, data: Arc<Data>, start: Start) -> Result<Self, EmulatorError> {
        let account = |keys, name| Account::new(keys, name, Arc::clone(&data), start.clone()).map(Arc::new);
        let default = account(keys, Arc::from(DEFAULT_ACCOUNT))?;
        let mut others = BTreeMap::new();
        for (name, secret_key) in data.accounts() {
            others.insert(name.to_string(), account(Keys::new(&name, &secret_key), name)?);
        }
        Ok(Self { data, default, others: RwLock::new(others), start })
    }

    /// Returns the account that every emulator has.
    pub(crate) fn default(&self) -> &Arc<Account> {
        &self.default
    }

    /// Returns the account with an access key.
    pub(crate) fn find(&self, access_key: &str) -> Option<Arc<Account>> {
        if access_key == self.default.keys.access_key {
            return Some(Arc::clone(&self.default));
        }
        self.others.read().unwrap_or_else(PoisonError::into_inner).get(access_key).cloned()
    }

    /// Returns all accounts, the default one first.
    pub(crate) fn list(&self) -> Vec<Arc<Account>> {
        let others = self.others.read().unwrap_or_else(PoisonError::into_inner);
        std::iter::once(&self.default).chain(others.values()).cloned().collect()
    }

    /// Adds an account with random keys.
    pub(crate) async fn add(&self, resources: NewResources) -> Result<Arc<Account>, ChangeError> {
        let count = self.others.read().unwrap_or_else(PoisonError::into_inner).len();
        if count >= MAX_ACCOUNTS {
            let message = format!("there are {MAX_ACCOUNTS} accounts already");
            return Err(ChangeError::conflict(message, "remove those that are not used any more"));
        }
        let failed = |error: EmulatorError| ChangeError::not_carried_out(error.to_string());
        let keys = Keys::random().map_err(failed)?;
        let name: Arc<str> = Arc::from(keys.access_key.as_str());
        self.data.add_account(&name, &keys.secret_key, resources).await?;
        let account = Account::new(keys, Arc::clone(&name), Arc::clone(&self.data), self.start.clone());
        let account = Arc::new(account.map_err(failed)?);
        let mut others = self.others.write().unwrap_or_else(PoisonError::into_inner);
        others.insert(name.to_string(), Arc::clone(&account));
        Ok(account)
    }

    /// Removes an account with its resources. The default one cannot be removed.
    pub(crate) async fn remove(&self, access_key: &str) -> Result<(), ChangeError> {
        if access_key == self.default.keys.access_key {
            let message = "the default account cannot be removed";
            return Err(ChangeError::conflict(message, "reset it with POST /_emulator/reset"));
        }
        let Some(account) = self.find(access_key) else {
            let message = format!("there is no account '{}'", access_key.escape_debug());
            return Err(ChangeError::missing(message, "GET /_emulator/accounts lists the accounts"));
        };
        account.service.remove_account().await?;
        self.data.forget_account(&account.name);
        self.others.write().unwrap_or_else(PoisonError::into_inner).remove(access_key);
        account.events.close();
        Ok(())
    }

    /// Lets happen what is due by itself.
    pub(crate) fn tick(&self) {
        let accounts = self.list();
        accounts.iter().map(|account| &account.service).for_each(Service::tick);
        let programs = self.consoles().and_then(Consoles::programs);
        for ended in programs.map(Programs::turn).unwrap_or_default() {
            if let Some(account) = accounts.iter().find(|account| account.name == ended.account) {
                account.service.settle(&ended.execution, &ended.status);
            }
        }
    }

    /// Returns the console logs, if the emulator writes them.
    pub(crate) fn consoles(&self) -> Option<&Consoles> {
        self.start.consoles.as_ref()
    }

    /// Ends the programs of executions.
    pub(crate) fn stop_programs(&self) {
        if let Some(programs) = self.consoles().and_then(Consoles::programs) {
            programs.stop();
        }
    }

    /// Ends responses that have no end of their own.
    pub(crate) fn close_streams(&self) {
        self.list().iter().for_each(|account| account.events.close());
    }
}
