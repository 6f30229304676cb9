//! What happened: the last requests, and live events.

pub(crate) mod entry;
pub(crate) mod events;
pub(crate) mod happenings;
pub(crate) mod log;
