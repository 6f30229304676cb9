//! The account that a request is about.

use super::call::Control;
use super::query::Query;
use super::reply::ControlError;
use crate::state::Service;
use axum::http::StatusCode;
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

impl Control {
    /// Returns the account in the query, or the default one.
    pub(super) fn account(&self, query: &Query) -> Result<&Account, ControlError> {
        match query.text("account") {
            Some(key) if key != self.account.access_key => {
                let message = format!("there is no account '{}'", key.escape_debug());
                Err(ControlError::new(StatusCode::NOT_FOUND, message, "leave out 'account' for the default account"))
            }
            _ => Ok(&self.account),
        }
    }
}
