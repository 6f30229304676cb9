//! Credentials, signatures and the clock that both depend on.

pub mod clock;
pub(crate) mod clock_skew;
pub(crate) mod credentials;
pub mod sign;
