//! Checks values against their schema: before they are sent, and what came.

pub(crate) mod drift;
mod text;
mod validate;

pub use validate::{Violation, parameter, value};
