//! The tables that a generated client consists of.

pub mod operation;
pub mod schema;
pub mod walk;
