//! Response bodies: documented examples, synthetic rows, and pages of listings.

pub(crate) mod ids;
pub(crate) mod page;
pub(crate) mod rows;
pub(crate) mod sample;
pub(crate) mod stream_body;
pub(crate) mod synthetic;
