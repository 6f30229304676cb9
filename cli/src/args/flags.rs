//! Flags of parameters and fields: their names, and the IDs of their arguments.

use crate::table::{INTERVAL_FLAG, awaited_run};
use heck::{ToKebabCase, ToShoutySnakeCase};
use ncloud_dataflow::runtime::operation::{Operation, Parameter, Place};
use std::collections::BTreeSet;

/// Flags of the program itself. A parameter or a field of such a name is set by `--param-NAME`.
///
/// The generator has the same list, to notify the author of a spec. A test compares the two lists and the commands.
pub(crate) const RESERVED: [&str; 31] = [
    "allow-unknown",
    "by-id",
    "color",
    "data",
    "dry-run",
    "emulator",
    "endpoint",
    "error-format",
    "file",
    "help",
    "last",
    "limit",
    "next",
    "no-paginate",
    "no-record",
    "output",
    "page",
    "page-size",
    "profile",
    "query",
    "quiet",
    "report-drift",
    "request-timeout",
    "resume",
    "timeout",
    "unchecked",
    "utc",
    "verbose",
    "version",
    "wait",
    "yes",
];

/// Prefix of the vendor's own headers. Their flags are without it.
const VENDOR_PREFIX: &str = "x-ncp-";

/// Returns a name as a flag or a part of one, e.g. `num-worker`. It is empty if the name has no letter and no digit.
pub(crate) fn flag_name(name: &str) -> String {
    name.to_kebab_case()
}

/// Returns the placeholder for a value in help and examples, e.g. `JOB_ID`.
pub(crate) fn value_name(name: &str) -> String {
    let shown = name.to_shouty_snake_case();
    if shown.is_empty() { "VALUE".to_owned() } else { shown }
}

/// Returns the name of a parameter, without the prefix of the vendor's own headers.
pub(crate) fn short_name(parameter: &Parameter) -> &'static str {
    match parameter.place {
        Place::Header => parameter.name.strip_prefix(VENDOR_PREFIX).unwrap_or(parameter.name),
        _ => parameter.name,
    }
}

/// Returns the ID of a parameter's argument.
pub(crate) fn parameter_id(name: &str) -> String {
    format!(":param:{name}")
}

/// Returns the flag of a parameter that is not in the path.
pub(crate) fn parameter_flag(operation: &Operation, parameter: &Parameter) -> String {
    let flagged = operation.parameters.iter().filter(|parameter| parameter.place != Place::Path);
    let mut flags = flagged.zip(parameter_flags(operation)).filter(|(other, _)| other.name == parameter.name);
    flags.next().map(|(_, flag)| flag).unwrap_or_default()
}

/// Returns the flags of the parameters that are not in the path, in the order of the parameters.
pub(crate) fn parameter_flags(operation: &Operation) -> Vec<String> {
    let flagged = operation.parameters.iter().filter(|parameter| parameter.place != Place::Path);
    let mut taken = BTreeSet::new();
    flagged.map(|parameter| free_flag(operation, &preferred_flag(operation, parameter), &mut taken)).collect()
}

/// Returns the flag that a parameter gets if it is free. Paging parameters have fixed flags, whatever the API calls
/// them.
fn preferred_flag(operation: &Operation, parameter: &Parameter) -> String {
    match &operation.paging {
        Some(paging) if paging.page == parameter.name => return "page".to_owned(),
        Some(paging) if paging.limit == parameter.name => return "page-size".to_owned(),
        _ => {}
    }
    let flag = flag_name(short_name(parameter));
    match flag.as_str() {
        "" => "param".to_owned(),
        reserved if is_reserved(operation, reserved) => format!("param-{reserved}"),
        _ => flag,
    }
}

/// Returns the flag, with a number if it is taken, and adds it to `taken`.
pub(crate) fn free_flag(operation: &Operation, flag: &str, taken: &mut BTreeSet<String>) -> String {
    let mut free = flag.to_owned();
    let mut number = 1;
    while taken.contains(&free) || (number > 1 && is_reserved(operation, &free)) {
        number += 1;
        free = format!("{flag}-{number}");
    }
    taken.insert(free.clone());
    free
}

/// Returns whether a flag belongs to the program.
pub(crate) fn is_reserved(operation: &Operation, flag: &str) -> bool {
    RESERVED.contains(&flag) || (awaited_run(operation).is_some() && flag == INTERVAL_FLAG)
}

#[cfg(test)]
mod tests {
    use super::{flag_name, value_name};

    #[test]
    fn names_become_flags() {
        for (name, expected) in [
            ("numWorker", "num-worker"),
            ("x-ncp-thing", "x-ncp-thing"),
            ("$top", "top"),
            ("-x", "x"),
            ("a.b[c]", "a-b-c"),
            ("$", ""),
        ] {
            assert_eq!(flag_name(name), expected, "{name}");
        }
    }

    #[test]
    fn names_become_value_names() {
        for (name, expected) in [("jobId", "JOB_ID"), ("nrn", "NRN"), ("$", "VALUE")] {
            assert_eq!(value_name(name), expected, "{name}");
        }
    }
}
