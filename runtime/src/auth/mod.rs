//! Credentials, signatures and the clock that both depend on.

pub mod clock;
pub(crate) mod credentials;
pub mod sign;
pub(crate) mod skew;
