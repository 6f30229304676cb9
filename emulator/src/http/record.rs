//! What the journal gets to know about a request while it is handled.

use crate::faults::fault::Fault;
use crate::http::response;
use crate::journal::entry::{JournalEntry, RequestOutcome};
use crate::journal::log::Journal;
use crate::nearest;
use axum::http::{HeaderMap, Method};
use jiff::Timestamp;
use ncloud_runtime::clock::Clock;
use ncloud_runtime::operation::Operation;
use ncloud_runtime::sign::{SIGNATURE_HEADER, TIMESTAMP_HEADER};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

/// Maximum number of characters of a target or reason that are kept.
const MAX_TEXT: usize = 1000;

/// The entry of a request in flight.
pub(crate) struct Record {
    pub(crate) entry: JournalEntry,
    started: Duration,
}

impl Record {
    /// Starts with the number of the request in its account, and among all requests.
    pub(crate) fn start((number, total): (usize, usize), method: &Method, target: &str, clock: &dyn Clock) -> Self {
        let entry = JournalEntry {
            number,
            request_id: format!("emulator-{total}"),
            time: Timestamp::try_from(clock.now()).unwrap_or(Timestamp::UNIX_EPOCH),
            method: shortened(method.as_str()),
            target: shortened(target),
            operation: None,
            status: 0,
            outcome: RequestOutcome::Ok,
            duration: Duration::ZERO,
            reason: None,
            nearest: None,
            replay_of: None,
        };
        Self { entry, started: clock.elapsed() }
    }

    /// The signature was accepted: finds out whether the request was received before.
    pub(crate) fn accepted(&mut self, journal: &Journal, headers: &HeaderMap, body: &[u8]) {
        if matches!(self.entry.method.as_str(), "GET" | "HEAD" | "OPTIONS") {
            return;
        }
        let mut hasher = DefaultHasher::new();
        for name in [TIMESTAMP_HEADER, SIGNATURE_HEADER] {
            headers.get(name).map(|value| value.as_bytes()).hash(&mut hasher);
        }
        body.hash(&mut hasher);
        self.entry.replay_of = journal.record_mutating(self.entry.number, hasher.finish());
    }

    /// The request has a query parameter that is not documented.
    pub(crate) fn ignored_parameter(&mut self, operation: &Operation, name: &str) {
        self.entry.nearest = nearest::parameter(operation, name).map(str::to_owned);
        let name = response::quoted(name);
        self.entry.reason = Some(format!("the query parameter {name} is not documented and was ignored"));
    }

    /// The response is an error.
    pub(crate) fn refused(&mut self, reason: &str) {
        self.entry.reason = Some(shortened(reason));
        if self.entry.outcome == RequestOutcome::Ok {
            self.entry.outcome = RequestOutcome::Refused;
        }
    }

    /// A fault was applied.
    pub(crate) fn fault(&mut self, fault: Option<Fault>) {
        if let Some(fault) = fault {
            self.entry.outcome = RequestOutcome::Fault(fault);
        }
    }

    /// Returns the complete entry.
    pub(crate) fn finish(mut self, status: u16, clock: &dyn Clock) -> JournalEntry {
        self.entry.status = status;
        self.entry.duration = clock.elapsed().saturating_sub(self.started);
        self.entry
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MAX_TEXT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
