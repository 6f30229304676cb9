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

/// Reads YAML as the files of users are read.
#[cfg(test)]
pub(crate) fn parse_yaml(text: &str) -> Result<serde_json::Value, String> {
    yaml::parse(text).map(|parsed| parsed.value.to_value()).map_err(|problem| problem.message)
}
