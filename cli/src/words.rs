//! Names of the API in the spelling of a command line.

/// The words of a camel-case name with dashes between them, e.g. `num-worker`.
pub(crate) fn kebab(name: &str) -> String {
    words(name, '-').to_lowercase()
}

/// What stands for a value in help texts.
pub(crate) fn value_name(name: &str) -> String {
    let shown = shout(name);
    if shown.contains(char::is_alphanumeric) { shown } else { "VALUE".to_owned() }
}

/// The words of a name as a flag or a part of one: no dash at its ends, no two in a row; empty if nothing can be typed.
pub(crate) fn flag(name: &str) -> String {
    kebab(name).split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// The words of a camel-case name in capitals, e.g. `JOB_ID`.
pub(crate) fn shout(name: &str) -> String {
    words(name, '_').to_uppercase()
}

fn words(name: &str, separator: char) -> String {
    let mut words = String::with_capacity(name.len() + 4);
    let mut lower_before = false;
    for character in name.chars() {
        if character.is_uppercase() && lower_before {
            words.push(separator);
        }
        lower_before = character.is_lowercase() || character.is_ascii_digit();
        words.push(if character.is_alphanumeric() { character } else { separator });
    }
    words
}

/// The known word that a mistyped one was most likely meant to be, if one is near.
pub(crate) fn nearest<'k>(mistyped: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let mistyped = mistyped.to_lowercase();
    let near = |known: &'k str| {
        let distance = strsim::damerau_levenshtein(&mistyped, &known.to_lowercase());
        // A third of the word may be wrong, so that short words are not taken for one another.
        (distance * 3 <= known.chars().count().max(3)).then_some((distance, known))
    };
    known.into_iter().filter_map(near).min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::{flag, kebab, nearest, shout};

    #[test]
    fn spells_names() {
        assert_eq!(kebab("numWorker"), "num-worker");
        assert_eq!(kebab("x-ncp-thing"), "x-ncp-thing");
        for (name, expected) in
            [("$top", "top"), ("-x", "x"), ("a.b[c]", "a-b-c"), ("$", ""), ("numWorker", "num-worker")]
        {
            assert_eq!(flag(name), expected, "{name}");
        }
        assert_eq!(shout("jobId"), "JOB_ID");
        assert_eq!(shout("nrn"), "NRN");
    }

    #[test]
    fn finds_what_was_meant() {
        let known = ["numWorker", "nrn", "timeout", "type"];
        let check = |mistyped| nearest(mistyped, known);
        assert_eq!(check("numWorkers"), Some("numWorker"));
        assert_eq!(check("NumWorker"), Some("numWorker"));
        assert_eq!(check("tiemout"), Some("timeout"));
        assert_eq!(check("typ"), Some("type"));
        assert_eq!(check("isTemp"), None);
        assert_eq!(check("x"), None);
    }
}
