//! One constructor per error. Each message says what is wrong and, unless that is obvious, what to do.

mod operation;

use crate::diagnostic::Diagnostics;
use crate::object::CONST_HINT;
use crate::source::Source;
use crate::tree::Place;

/// Errors in YAML.
impl Diagnostics {
    pub(crate) fn file_too_large(&mut self, at: Place, max: usize) {
        self.push("file-too-large", at, format!("the file is larger than {} MiB; split it", max / 1024 / 1024));
    }

    pub(crate) fn tab(&mut self, at: Place) {
        self.push("tab", at, "tabs are not accepted; indent with spaces, and write \"\\t\" in a string".to_owned());
    }

    pub(crate) fn not_yaml(&mut self, at: Place, problem: &str) {
        self.push("not-yaml", at, format!("cannot read this as YAML: {problem}"));
    }

    pub(crate) fn empty_file(&mut self, at: Place) {
        self.push("empty-file", at, "the file is empty".to_owned());
    }

    pub(crate) fn multiple_documents(&mut self, at: Place) {
        self.push(
            "multiple-documents",
            at,
            "a file must hold one YAML document; move the second to another file".to_owned(),
        );
    }

    pub(crate) fn alias(&mut self, at: Place) {
        self.push("alias", at, "YAML aliases are not accepted; use '$ref'".to_owned());
    }

    pub(crate) fn anchor(&mut self, at: Place) {
        self.push("anchor", at, "YAML anchors are not accepted; use '$ref'".to_owned());
    }

    pub(crate) fn tag(&mut self, at: Place) {
        self.push("tag", at, "YAML tags are not accepted; use quotes to make a value a string".to_owned());
    }

    pub(crate) fn merge_key(&mut self, at: Place) {
        self.push("merge-key", at, "YAML merge keys are not accepted; write the keys out".to_owned());
    }

    pub(crate) fn key_not_string(&mut self, at: Place) {
        self.push("key-not-string", at, "a key must be a string".to_owned());
    }

    pub(crate) fn duplicate_key(&mut self, at: Place, key: &str, first: Place) {
        self.push(
            "duplicate-key",
            at,
            format!("duplicate key '{key}'; the first is on line {}, column {}", first.line, first.column),
        );
    }

    pub(crate) fn too_deep(&mut self, at: Place, max: usize) {
        self.push("too-deep", at, format!("nested deeper than {max} levels"));
    }

    pub(crate) fn too_many_nodes(&mut self, at: Place, max: usize) {
        self.push("too-many-nodes", at, format!("more than {max} nodes; split the file"));
    }
}

/// Errors in keys and values.
impl Diagnostics {
    pub(crate) fn missing_key(&mut self, at: Place, key: &str, what: &str) {
        self.push("missing-key", at, format!("missing key '{key}' in this {what}"));
    }

    pub(crate) fn unknown_key(&mut self, at: Place, key: &str, similar: Option<&str>) {
        self.push("unknown-key", at, format!("unknown key '{key}'{}", suggestion(similar)));
    }

    pub(crate) fn unsupported_key(&mut self, at: Place, key: &str, instead: &str) {
        self.push("unsupported-key", at, format!("'{key}' is not supported; {instead}"));
    }

    pub(crate) fn expected(&mut self, at: Place, what: &str, found: &str) {
        self.push("expected", at, format!("expected {what} but found {found}"));
    }

    pub(crate) fn unquoted(&mut self, at: Place, text: &str, found: &str) {
        self.push("unquoted", at, format!("expected a string but found {found}; write '{text}' in quotes"));
    }

    pub(crate) fn malformed(&mut self, at: Place, key: &str, found: &str, form: &str) {
        self.push("malformed", at, format!("{key} '{found}' has the wrong form; expected {form}"));
    }

    pub(crate) fn unknown_value(&mut self, at: Place, key: &str, found: &str, known: &[&str]) {
        let known = known.iter().map(|known| format!("'{known}'")).collect::<Vec<_>>().join(", ");
        self.push("unknown-value", at, format!("{key} '{found}' is not supported; expected {known}"));
    }

    pub(crate) fn unknown_name(&mut self, at: Place, what: &str, name: &str, similar: Option<&str>) {
        self.push("unknown-name", at, format!("no {what} '{name}'{}", suggestion(similar)));
    }

    pub(crate) fn request_name_taken(&mut self, at: Place, name: &str) {
        self.push(
            "request-name-taken",
            at,
            format!("the object has a field '{name}' already; remove 'x-request-name'"),
        );
    }

    pub(crate) fn duplicate_name(&mut self, at: Place, what: &str, word: &str, first: Place) {
        self.push("duplicate-name", at, format!("duplicate {what} '{word}'; the first is on line {}", first.line));
    }

    pub(crate) fn bad_name(&mut self, at: Place, what: &str, word: &str, form: &str) {
        self.push("bad-name", at, format!("'{word}' is not a valid name of a {what}; use {form}"));
    }

    pub(crate) fn long_name(&mut self, at: Place, max: usize) {
        self.push("long-name", at, format!("name is longer than {max} characters; shorten it"));
    }

    pub(crate) fn value_mismatch(&mut self, at: Place, found: &str) {
        self.push("value-mismatch", at, format!("this value ({found}) does not match its schema"));
    }
}

/// Errors in references and schemas.
impl Diagnostics {
    pub(crate) fn bad_reference(&mut self, at: Place, text: &str, section: &str) {
        self.push(
            "bad-reference",
            at,
            format!(
                "cannot resolve '{text}'; expected '#/components/{section}/NAME' or 'FILE#/components/{section}/NAME'"
            ),
        );
    }

    pub(crate) fn dangling_reference(&mut self, at: Place, text: &str, similar: Option<&str>) {
        self.push("dangling-reference", at, format!("nothing is defined at '{text}'{}", suggestion(similar)));
    }

    pub(crate) fn reference_to_reference(&mut self, at: Place) {
        self.push(
            "reference-to-reference",
            at,
            "this component is only a '$ref'; refer to its target instead".to_owned(),
        );
    }

    pub(crate) fn reference_cycle(&mut self, at: Place, name: &str) {
        self.push(
            "reference-cycle",
            at,
            format!("schema '{name}' is defined by itself; a cycle must go through an object with fields"),
        );
    }

    pub(crate) fn too_many_levels(&mut self, at: Place, max: usize) {
        self.push(
            "too-many-levels",
            at,
            format!("lists and maps are nested deeper than {max} levels; put a named object between them"),
        );
    }

    pub(crate) fn unused_component(&mut self, at: Place, section: &str, name: &str) {
        self.push("unused-component", at, format!("'{name}' in components/{section} is unused; remove it"));
    }

    pub(crate) fn needs_name(&mut self, at: Place, what: &str) {
        self.push("needs-name", at, format!("{what} must have a name; move it to components/schemas and refer to it"));
    }

    pub(crate) fn object_without_content(&mut self, at: Place) {
        self.push(
            "object-without-content",
            at,
            "this object has no fields; add 'properties' or 'additionalProperties'".to_owned(),
        );
    }

    pub(crate) fn open_without_reason(&mut self, at: Place) {
        self.push(
            "open-without-reason",
            at,
            "this schema accepts any value; add a 'type', or give the reason in 'x-open'".to_owned(),
        );
    }

    pub(crate) fn bad_pattern(&mut self, at: Place, pattern: &str, problem: &str) {
        self.push("bad-pattern", at, format!("cannot read '{pattern}' as a regular expression: {problem}"));
    }

    pub(crate) fn loose_pattern(&mut self, at: Place, pattern: &str) {
        self.push(
            "loose-pattern",
            at,
            format!("'{pattern}' may match a part of a string; write '^...$' to match the whole string"),
        );
    }

    pub(crate) fn closed_object(&mut self, at: Place) {
        self.push(
            "closed-object",
            at,
            "objects with fields always accept other fields; remove 'additionalProperties'".to_owned(),
        );
    }

    pub(crate) fn empty_range(&mut self, at: Place, minimum: &str, maximum: &str) {
        self.push("empty-range", at, format!("minimum {minimum} is greater than maximum {maximum}"));
    }

    pub(crate) fn same_kind(&mut self, at: Place, kind: &str) {
        self.push("same-kind", at, format!("two {kind} in one 'oneOf'; add a 'discriminator' to distinguish them"));
    }

    pub(crate) fn ambiguous_member(&mut self, at: Place) {
        self.push(
            "ambiguous-member",
            at,
            "this member of 'oneOf' can be of several JSON kinds; use types of one kind each, or a 'discriminator'"
                .to_owned(),
        );
    }

    pub(crate) fn bad_mapping(&mut self, at: Place, target: &str) {
        self.push("bad-mapping", at, format!("'{target}' is not the '$ref' of an object in this 'oneOf'"));
    }

    pub(crate) fn no_mapping(&mut self, at: Place) {
        self.push("no-mapping", at, "'mapping' has no value for this object; add one".to_owned());
    }

    pub(crate) fn no_tag(&mut self, at: Place, object: &str, property: &str) {
        self.push(
            "no-tag",
            at,
            format!("'{object}' must have the discriminator '{property}' as a required string field"),
        );
    }

    pub(crate) fn constant_outside_union(&mut self, at: Place) {
        self.unsupported_key(at, "const", CONST_HINT);
    }

    pub(crate) fn wrong_constant(&mut self, at: Place, constant: &str, object: &str, tag: &str) {
        self.push(
            "wrong-constant",
            at,
            format!(
                "'{object}' has the constant '{constant}', but 'mapping' has '{tag}' for it; use one string for both"
            ),
        );
    }

    pub(crate) fn same_constant(&mut self, at: Place, constant: &str, first: &str) {
        self.push(
            "same-constant",
            at,
            format!("constant '{constant}' is already used by '{first}'; each object of a union needs its own string"),
        );
    }

    pub(crate) fn too_many_fields(&mut self, at: Place, object: &str, count: usize, max: usize) {
        self.push(
            "too-many-fields",
            at,
            format!("'{object}' has {count} fields; the maximum is {max}; move some of them to a nested object"),
        );
    }

    pub(crate) fn always_required(&mut self, at: Place, field: &str) {
        self.push("always-required", at, format!("field '{field}' is always required; remove 'x-required-when'"));
    }

    pub(crate) fn condition_not_string(&mut self, at: Place, field: &str) {
        self.push(
            "condition-not-string",
            at,
            format!("field '{field}' is not a string; a condition can only name a string field"),
        );
    }
}

/// Errors of the generator itself.
impl Diagnostics {
    /// Reports generated code that is not valid Rust.
    pub(crate) fn internal_error(problem: &str, source: &Source) -> Self {
        let mut diagnostics = Self::default();
        let at = Place { file: 0, line: 1, column: 1, width: 1 };
        let message = format!("the generated code is not valid Rust ({problem}); please report this bug");
        diagnostics.push("generator", at, message);
        diagnostics.finish(source)
    }
}

fn suggestion(similar: Option<&str>) -> String {
    similar.map(|similar| format!("; did you mean '{similar}'?")).unwrap_or_default()
}
