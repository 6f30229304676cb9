//! One constructor per mistake. Each message says what is wrong and, where it is not plain, what to do.

mod operation;

use crate::diagnostic::Diagnostics;
use crate::source::Source;
use crate::tree::Place;

/// YAML.
impl Diagnostics {
    pub(crate) fn file_too_large(&mut self, at: Place, most: usize) {
        self.push("file-too-large", at, format!("the file is larger than {} MiB; split it", most / 1024 / 1024));
    }

    pub(crate) fn tab(&mut self, at: Place) {
        self.push("tab", at, "a tab; indent with spaces, and write \"\\t\" where a text needs one".to_owned());
    }

    pub(crate) fn not_yaml(&mut self, at: Place, problem: &str) {
        self.push("not-yaml", at, format!("cannot read this as YAML: {problem}"));
    }

    pub(crate) fn empty_file(&mut self, at: Place) {
        self.push("empty-file", at, "the file is empty".to_owned());
    }

    pub(crate) fn second_document(&mut self, at: Place) {
        self.push("second-document", at, "a second YAML document; write one document to a file".to_owned());
    }

    pub(crate) fn alias(&mut self, at: Place) {
        self.push("alias", at, "YAML aliases are not accepted; use '$ref'".to_owned());
    }

    pub(crate) fn anchor(&mut self, at: Place) {
        self.push("anchor", at, "YAML anchors are not accepted; use '$ref'".to_owned());
    }

    pub(crate) fn tag(&mut self, at: Place) {
        self.push("tag", at, "YAML tags are not accepted; use quotes to make a value text".to_owned());
    }

    pub(crate) fn merge_key(&mut self, at: Place) {
        self.push("merge-key", at, "YAML merge keys are not accepted; write the keys out".to_owned());
    }

    pub(crate) fn key_not_text(&mut self, at: Place) {
        self.push("key-not-text", at, "a key has to be text".to_owned());
    }

    pub(crate) fn duplicate_key(&mut self, at: Place, key: &str, first: Place) {
        self.push(
            "duplicate-key",
            at,
            format!("duplicate key '{key}'; the first is in line {}, column {}", first.line, first.column),
        );
    }

    pub(crate) fn too_deep(&mut self, at: Place, most: usize) {
        self.push("too-deep", at, format!("nested deeper than {most} levels"));
    }

    pub(crate) fn too_many_nodes(&mut self, at: Place, most: usize) {
        self.push("too-many-nodes", at, format!("more than {most} nodes; split the file"));
    }
}

/// Keys and values.
impl Diagnostics {
    pub(crate) fn missing_key(&mut self, at: Place, key: &str, what: &str) {
        self.push("missing-key", at, format!("missing key '{key}' in this {what}"));
    }

    pub(crate) fn unknown_key(&mut self, at: Place, key: &str, similar: Option<&str>) {
        self.push("unknown-key", at, format!("unknown key '{key}'{}", meant(similar)));
    }

    pub(crate) fn unsupported_key(&mut self, at: Place, key: &str, instead: &str) {
        self.push("unsupported-key", at, format!("'{key}' is not supported; {instead}"));
    }

    pub(crate) fn expected(&mut self, at: Place, what: &str, found: &str) {
        self.push("expected", at, format!("expected {what} but found {found}"));
    }

    pub(crate) fn unquoted(&mut self, at: Place, text: &str, found: &str) {
        self.push("unquoted", at, format!("expected text but found {found}; write '{text}' in quotes"));
    }

    pub(crate) fn malformed(&mut self, at: Place, key: &str, found: &str, form: &str) {
        self.push("malformed", at, format!("{key} '{found}' has the wrong form; expected {form}"));
    }

    pub(crate) fn unknown_value(&mut self, at: Place, key: &str, found: &str, known: &[&str]) {
        let known = known.iter().map(|known| format!("'{known}'")).collect::<Vec<_>>().join(", ");
        self.push("unknown-value", at, format!("{key} '{found}' is not supported; expected {known}"));
    }

    pub(crate) fn unknown_name(&mut self, at: Place, what: &str, name: &str, similar: Option<&str>) {
        self.push("unknown-name", at, format!("there is no {what} '{name}'{}", meant(similar)));
    }

    pub(crate) fn second_name(&mut self, at: Place, what: &str, word: &str, first: Place) {
        self.push("second-name", at, format!("a second {what} '{word}'; the first is in line {}", first.line));
    }

    pub(crate) fn bad_name(&mut self, at: Place, what: &str, word: &str, form: &str) {
        self.push("bad-name", at, format!("'{word}' cannot name a {what}; use {form}"));
    }

    pub(crate) fn long_name(&mut self, at: Place, most: usize) {
        self.push("long-name", at, format!("a name of more than {most} characters; shorten it"));
    }

    pub(crate) fn unfit_value(&mut self, at: Place, found: &str) {
        self.push("unfit-value", at, format!("this value ({found}) does not fit its schema"));
    }
}

/// References and schemas.
impl Diagnostics {
    pub(crate) fn bad_reference(&mut self, at: Place, text: &str, section: &str) {
        self.push("bad-reference", at, format!("cannot follow '{text}'; expected '#/components/{section}/NAME', or the same after the name of a file in this folder"));
    }

    pub(crate) fn dangling_reference(&mut self, at: Place, text: &str, similar: Option<&str>) {
        self.push("dangling-reference", at, format!("nothing is defined at '{text}'{}", meant(similar)));
    }

    pub(crate) fn reference_to_reference(&mut self, at: Place) {
        self.push(
            "reference-to-reference",
            at,
            "a component that is only a '$ref'; refer to its target instead".to_owned(),
        );
    }

    pub(crate) fn reference_cycle(&mut self, at: Place, name: &str) {
        self.push(
            "reference-cycle",
            at,
            format!("schema '{name}' is defined by itself; a circle has to go through an object with fields"),
        );
    }

    pub(crate) fn too_many_levels(&mut self, at: Place, most: usize) {
        self.push(
            "too-many-levels",
            at,
            format!("lists and maps nested deeper than {most} levels; name an object between them"),
        );
    }

    pub(crate) fn unused_component(&mut self, at: Place, section: &str, name: &str) {
        self.push("unused-component", at, format!("nothing uses '{name}' of components/{section}; remove it"));
    }

    pub(crate) fn needs_name(&mut self, at: Place, what: &str) {
        self.push(
            "needs-name",
            at,
            format!("{what} has no name here; give it a name under components/schemas and refer to it"),
        );
    }

    pub(crate) fn object_without_content(&mut self, at: Place) {
        self.push(
            "object-without-content",
            at,
            "an object without fields; name 'properties', or say 'additionalProperties'".to_owned(),
        );
    }

    pub(crate) fn open_without_reason(&mut self, at: Place) {
        self.push(
            "open-without-reason",
            at,
            "this schema takes any value; give it a 'type', or say by 'x-open' why its content is open".to_owned(),
        );
    }

    pub(crate) fn bad_pattern(&mut self, at: Place, pattern: &str, problem: &str) {
        self.push("bad-pattern", at, format!("cannot read '{pattern}' as a regular expression: {problem}"));
    }

    pub(crate) fn loose_pattern(&mut self, at: Place, pattern: &str) {
        self.push(
            "loose-pattern",
            at,
            format!("'{pattern}' may match a part of a text; write '^...$' around what the whole text has to be"),
        );
    }

    pub(crate) fn closed_object(&mut self, at: Place) {
        self.push(
            "closed-object",
            at,
            "objects with fields are always open; leave 'additionalProperties' out".to_owned(),
        );
    }

    pub(crate) fn empty_range(&mut self, at: Place, least: &str, most: &str) {
        self.push("empty-range", at, format!("minimum {least} is greater than maximum {most}"));
    }

    pub(crate) fn same_kind(&mut self, at: Place, kind: &str) {
        self.push("same-kind", at, format!("two {kind} in one 'oneOf'; only a 'discriminator' can distinguish them"));
    }

    pub(crate) fn union_of_what(&mut self, at: Place) {
        self.push("union-of-what", at, "this member of 'oneOf' has no JSON kind of its own".to_owned());
    }

    pub(crate) fn bad_mapping(&mut self, at: Place, target: &str) {
        self.push("bad-mapping", at, format!("'{target}' is not the '$ref' of an object in this 'oneOf'"));
    }

    pub(crate) fn no_mapping(&mut self, at: Place) {
        self.push("no-mapping", at, "no value of the discriminator leads here; add one to 'mapping'".to_owned());
    }

    pub(crate) fn no_tag(&mut self, at: Place, object: &str, property: &str) {
        self.push("no-tag", at, format!("'{object}' has no required string field '{property}' to distinguish it"));
    }

    pub(crate) fn too_many_fields(&mut self, at: Place, object: &str, count: usize, most: usize) {
        self.push("too-many-fields", at, format!("'{object}' has {count} fields, and at most {most} are read; move some of them into an object of their own"));
    }

    pub(crate) fn always_required(&mut self, at: Place, field: &str) {
        self.push("always-required", at, format!("field '{field}' is always required; leave 'x-required-when' out"));
    }

    pub(crate) fn condition_of_what(&mut self, at: Place, field: &str) {
        self.push(
            "condition-of-what",
            at,
            format!("field '{field}' is not a text, so nothing can depend on its value"),
        );
    }
}

/// The generator itself.
impl Diagnostics {
    /// The diagnostics of a text that the generator itself got wrong.
    pub(crate) fn unprintable(problem: &str, source: &Source) -> Self {
        let mut diagnostics = Self::default();
        let at = Place { file: 0, line: 1, column: 1, width: 1 };
        let message = format!("the generator made text that is not Rust ({problem}); please report this");
        diagnostics.push("generator", at, message);
        diagnostics.finish(source)
    }
}

fn meant(similar: Option<&str>) -> String {
    similar.map(|similar| format!("; did you mean '{similar}'?")).unwrap_or_default()
}
