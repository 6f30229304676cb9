//! Request bodies: built from a JSON or YAML file, from flags, or from both, and checked before anything is sent.

mod build;
mod check;
pub(crate) mod file;
mod from_response;
mod merge;
mod parse;
pub(crate) mod parsed;
mod scalar;
pub(crate) mod unknown;
mod yaml;

pub(crate) use build::build;
pub(crate) use from_response::{Converted, Unknown, convert, fields, plain};

/// Reads YAML as the files of users are read.
#[cfg(test)]
pub(crate) fn parse_yaml(text: &str) -> Result<serde_json::Value, String> {
    yaml::parse(text).map(|parsed| parsed.value.to_value()).map_err(|problem| problem.message)
}
