//! What a server answered.

use std::time::{Duration, SystemTime};

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) request_id: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    /// What the service's clock showed, if the answer tells it.
    pub(crate) server_time: Option<SystemTime>,
    pub(crate) body: Vec<u8>,
}
