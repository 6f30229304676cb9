//! Checks requests before they are sent, and responses after they are received, against their schemas.

pub(crate) mod drift;
mod text;
mod validate;

pub use validate::{Violation, parameter, value};
