//! Request bodies: built from a JSON or YAML file, from flags, or from both, and checked before anything is sent.

mod build;
mod check;
mod file;
mod merge;
mod parse;
mod parsed;
mod scalar;
mod unknown;
mod yaml;

pub(crate) use build::build;
