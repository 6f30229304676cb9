//! A request in the journal.

use crate::faults::fault::Fault;
use jiff::Timestamp;
use serde_json::{Map, Value};
use std::fmt;
use std::time::Duration;

/// An API request that the emulator received, from [`Emulator::journal`](crate::Emulator::journal).
///
/// It has no signatures, credentials and bodies.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct JournalEntry {
    /// Number of the request, from 1.
    pub number: usize,
    /// Request ID in the header of the response.
    pub request_id: String,
    /// Time of arrival, by the clock of the emulator.
    pub time: Timestamp,
    /// HTTP method.
    pub method: String,
    /// Path and query as received; at most 1,000 characters.
    pub target: String,
    /// ID of the operation; `None` for an unknown route.
    pub operation: Option<&'static str>,
    /// HTTP status of the response, also of a lost one.
    pub status: u16,
    /// Result of the request.
    pub outcome: RequestOutcome,
    /// Time from the head of the request to the head of the response.
    pub duration: Duration,
    /// Reason of a refused request, or a note about an accepted one.
    pub reason: Option<String>,
    /// The known route or parameter that is most similar to an unknown one.
    pub nearest: Option<String>,
    /// Number of an earlier request with the same timestamp, signature and body, if this one changes something.
    pub replay_of: Option<usize>,
}

/// Result of a request in the journal.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum RequestOutcome {
    /// The request was carried out.
    Ok,
    /// The emulator returned an error response.
    Refused,
    /// This fault was applied.
    Fault(Fault),
}

impl fmt::Display for RequestOutcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ok => formatter.write_str("ok"),
            Self::Refused => formatter.write_str("refused"),
            Self::Fault(fault) => fault.fmt(formatter),
        }
    }
}

impl JournalEntry {
    /// Returns the JSON object of the entry. Fields without a value are left out.
    pub(crate) fn to_json(&self) -> Value {
        let fields = [
            ("number", Some(Value::from(self.number))),
            ("requestId", Some(Value::from(self.request_id.as_str()))),
            ("time", Some(Value::from(format!("{:.3}", self.time)))),
            ("method", Some(Value::from(self.method.as_str()))),
            ("target", Some(Value::from(self.target.as_str()))),
            ("operation", self.operation.map(Value::from)),
            ("status", Some(Value::from(self.status))),
            ("outcome", Some(Value::from(self.outcome.to_string()))),
            ("durationMs", Some(Value::from(milliseconds(self.duration)))),
            ("reason", self.reason.as_deref().map(Value::from)),
            ("nearest", self.nearest.as_deref().map(Value::from)),
            ("replayOf", self.replay_of.map(Value::from)),
        ];
        let present = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Value::Object(present.collect::<Map<_, _>>())
    }
}

/// Returns milliseconds with three decimals.
fn milliseconds(time: Duration) -> f64 {
    u32::try_from(time.as_micros()).unwrap_or(u32::MAX) as f64 / 1000.0
}
