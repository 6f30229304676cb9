//! The parts of an emulator that can be controlled, and a request for it.

use super::access::Access;
use super::reply::ControlError;
use crate::accounts::account::Account;
use crate::accounts::collection::Accounts;
use crate::quirks::Quirks;
use crate::state::Data;
use axum::body::Bytes;
use serde_json::Value;
use std::sync::Arc;

/// Everything that the handlers read and change.
pub(crate) struct Control {
    pub(crate) access: Access,
    pub(crate) accounts: Arc<Accounts>,
    pub(crate) data: Arc<Data>,
    pub(crate) quirks: Quirks,
}

impl Control {
    /// With a token, callers need it; without one, programs of this machine have access.
    pub(crate) fn new(token: Option<&str>, accounts: Arc<Accounts>, data: Arc<Data>, quirks: Quirks) -> Self {
        let access = token.map_or(Access::Local, |token| Access::Token(token.to_owned()));
        Self { access, accounts, data, quirks }
    }
}

/// A request of a route.
pub(super) struct Call {
    pub(super) body: Bytes,
    /// Query of the target, encoded.
    pub(super) query: String,
    pub(super) is_head: bool,
    /// Account that the query names, or the default one.
    pub(super) account: Arc<Account>,
    /// Host and port that the client has connected to, as it says.
    pub(super) host: String,
    /// Value of the variable part of the path.
    pub(super) argument: Option<String>,
}

impl Call {
    /// Returns the value of the variable part of the path.
    pub(super) fn argument(&self) -> &str {
        self.argument.as_deref().unwrap_or_default()
    }

    /// Returns true if there is no body.
    pub(super) fn is_empty(&self) -> bool {
        self.body.is_empty()
    }

    /// Returns the body as text.
    pub(super) fn text(&self) -> Result<&str, ControlError> {
        std::str::from_utf8(&self.body).map_err(|_| ControlError::bad_request("the body is not UTF-8", "send text"))
    }

    /// Parses the body.
    pub(super) fn json(&self) -> Result<Value, ControlError> {
        serde_json::from_slice(&self.body)
            .map_err(|error| ControlError::bad_request(format!("the body is not JSON: {error}"), "send a JSON object"))
    }
}
