//! The parts of an emulator that can be controlled, and a request for it.

use super::access::Access;
use super::account::Account;
use super::reply::ControlError;
use crate::faults::rules::FaultRules;
use crate::journal::events::Events;
use crate::journal::log::Journal;
use axum::body::Bytes;
use serde_json::Value;
use std::sync::Arc;

/// Everything that the handlers read and change.
pub(crate) struct Control {
    pub(crate) access: Access,
    pub(crate) account: Account,
    pub(crate) faults: Arc<FaultRules>,
    pub(crate) journal: Arc<Journal>,
    pub(crate) events: Arc<Events>,
}

impl Control {
    /// Starts with an empty journal. With a token, callers need it; without one, programs of this machine have access.
    pub(crate) fn new(token: Option<&str>, faults: Arc<FaultRules>, account: Account) -> Self {
        let access = token.map_or(Access::Local, |token| Access::Token(token.to_owned()));
        let events = Arc::new(Events::default());
        Self { access, account, faults, journal: Arc::new(Journal::new(Arc::clone(&events))), events }
    }
}

/// A request of a route.
pub(super) struct Call {
    body: Bytes,
    /// Query of the target, encoded.
    pub(super) query: String,
    pub(super) is_head: bool,
}

impl Call {
    pub(super) fn new(body: Bytes, query: String, is_head: bool) -> Self {
        Self { body, query, is_head }
    }

    /// Parses the body.
    pub(super) fn json(&self) -> Result<Value, ControlError> {
        serde_json::from_slice(&self.body)
            .map_err(|error| ControlError::bad_request(format!("the body is not JSON: {error}"), "send a JSON object"))
    }
}
