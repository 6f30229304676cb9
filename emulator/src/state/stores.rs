//! The resources of all accounts.

use super::store::Store;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Name of the account that every emulator has. Its access key may differ between starts, the name does not.
pub(crate) const DEFAULT: &str = "default";

/// Stores by the name of their account.
#[derive(Debug)]
pub(crate) struct Stores(BTreeMap<Arc<str>, Store>);

impl Stores {
    /// Returns the stores of an emulator with the default account only.
    pub(super) fn new(store: Store) -> Self {
        Self(BTreeMap::from([(Arc::from(DEFAULT), store)]))
    }

    pub(super) fn get(&self, account: &str) -> Option<&Store> {
        self.0.get(account)
    }

    pub(super) fn get_mut(&mut self, account: &str) -> Option<&mut Store> {
        self.0.get_mut(account)
    }

    /// Adds an account.
    pub(super) fn insert(&mut self, account: Arc<str>, store: Store) {
        self.0.insert(account, store);
    }

    /// Removes an account, and returns its resources.
    pub(super) fn take(&mut self, account: &str) -> Option<Store> {
        self.0.remove(account)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &Store)> {
        self.0.iter()
    }
}
