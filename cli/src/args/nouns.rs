//! Nouns of resources, for messages and help.

use ncloud_dataflow::runtime::operation::Operation;

/// Returns the noun for the rows of a listing: workflows for `workflow list`, executions for `workflow executions`.
pub(crate) fn rows(operation: &Operation) -> String {
    match operation.command.verb {
        "list" => plural(operation.command.noun),
        other => other.to_owned(),
    }
}

/// Returns the plural of a noun.
pub(crate) fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with('s') => noun.to_owned(),
        _ => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn makes_plurals() {
        let nouns = ["execution", "job", "history", "statistics", "key"].map(plural);
        assert_eq!(nouns, ["executions", "jobs", "histories", "statistics", "keys"]);
    }
}
