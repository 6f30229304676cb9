//! Arguments: the commands of the operations table with their parameters, fields and help, the checks of their values,
//! and shell completions.

pub(crate) mod change;
pub(crate) mod commands;
pub(crate) mod completion;
pub(crate) mod duplicate_flags;
pub(crate) mod error_text;
pub(crate) mod examples;
pub(crate) mod fields;
pub(crate) mod flags;
pub(crate) mod global;
pub(crate) mod help;
pub(crate) mod hyphenated_values;
pub(crate) mod nouns;
pub(crate) mod parameters;
pub(crate) mod range;
pub(crate) mod time_limit;
pub(crate) mod values;
pub(crate) mod wait;
