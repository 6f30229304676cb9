//! The account that a request is about.

use crate::state::Service;
use std::fmt;
use std::sync::Arc;

/// A pair of keys with its resources.
pub(crate) struct Account {
    pub(super) access_key: String,
    pub(super) secret_key: String,
    pub(super) service: Arc<Service>,
}

impl Account {
    pub(crate) fn new(access_key: &str, secret_key: String, service: Arc<Service>) -> Self {
        Self { access_key: access_key.to_owned(), secret_key, service }
    }
}

impl fmt::Debug for Account {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Account").field("access_key", &self.access_key).finish_non_exhaustive()
    }
}
