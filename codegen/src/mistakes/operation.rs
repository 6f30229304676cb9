//! Errors in operations. One constructor per error.

use crate::diagnostic::Diagnostics;
use crate::tree::Place;

impl Diagnostics {
    pub(crate) fn duplicate_parameter(&mut self, at: Place, name: &str) {
        self.push("duplicate-parameter", at, format!("duplicate parameter '{name}'"));
    }

    pub(crate) fn compound_segment(&mut self, at: Place, segment: &str) {
        self.push(
            "compound-segment",
            at,
            format!("segment '{segment}' combines a parameter with other text; make each parameter a separate segment"),
        );
    }

    pub(crate) fn dot_segment(&mut self, at: Place, segment: &str) {
        self.push(
            "dot-segment",
            at,
            format!("HTTP clients resolve the segment '{segment}' to another path; remove it"),
        );
    }

    pub(crate) fn ambiguous_route(&mut self, at: Place, path: &str, other: &str) {
        self.push(
            "ambiguous-route",
            at,
            format!("a request can match both '{path}' and '{other}', and neither is more specific"),
        );
    }

    pub(crate) fn optional_path_parameter(&mut self, at: Place, name: &str) {
        self.push("optional-path-parameter", at, format!("path parameter '{name}' must be 'required: true'"));
    }

    pub(crate) fn parameter_not_scalar(&mut self, at: Place, name: &str) {
        self.push("parameter-not-scalar", at, format!("parameter '{name}' must be a string, a number or a boolean"));
    }

    pub(crate) fn reserved_header(&mut self, at: Place, name: &str) {
        let message = format!("header '{name}' is set by the client or the HTTP connection; remove the parameter");
        self.push("reserved-header", at, message);
    }

    pub(crate) fn not_in_template(&mut self, at: Place, name: &str, path: &str) {
        self.push("not-in-template", at, format!("path parameter '{name}' is not part of '{path}'"));
    }

    pub(crate) fn no_path_parameter(&mut self, at: Place, name: &str, path: &str) {
        self.push("no-path-parameter", at, format!("'{{{name}}}' in '{path}' has no path parameter"));
    }

    pub(crate) fn already_used(&mut self, at: Place, what: &str, first: &str) {
        self.push("already-used", at, format!("{what} is already used by '{first}'"));
    }

    pub(crate) fn no_security(&mut self, at: Place) {
        let message = "no security scheme is required here, but the client signs every request; remove 'security', \
                       or name the schemes of the signature headers";
        self.push("no-security", at, message.to_owned());
    }

    /// `what` describes the scheme's credentials.
    pub(crate) fn unknown_security(&mut self, at: Place, scheme: &str, what: &str, headers: &[&str]) {
        let headers = headers.join("', '");
        self.push(
            "unknown-security",
            at,
            format!(
                "security scheme '{scheme}' requires {what}, which the client cannot send; \
                 it signs requests with the headers '{headers}'"
            ),
        );
    }

    pub(crate) fn built_in_command(&mut self, at: Place, key: &str, word: &str) {
        self.push("built-in-command", at, format!("{key} '{word}' is a built-in command; choose another"));
    }

    pub(crate) fn no_success(&mut self, at: Place) {
        self.push("no-success", at, "no success response; add a status code from 200 to 299".to_owned());
    }

    pub(crate) fn responses_differ(&mut self, at: Place) {
        self.push("responses-differ", at, "this success response has a different schema than the first one".to_owned());
    }

    pub(crate) fn no_paging_parameter(&mut self, at: Place, name: &str) {
        self.push("no-paging-parameter", at, format!("the operation has no integer query parameter '{name}'"));
    }

    pub(crate) fn no_paging_default(&mut self, at: Place, name: &str) {
        self.push("no-paging-default", at, format!("paging parameter '{name}' needs a 'default'"));
    }

    pub(crate) fn not_a_listing(&mut self, at: Place, field: &str) {
        self.push("not-a-listing", at, format!("the response has no field '{field}' with a list of objects"));
    }

    pub(crate) fn item_key_not_string(&mut self, at: Place, field: &str) {
        self.push("item-key-not-string", at, format!("field '{field}' is not a string, so it cannot identify items"));
    }

    pub(crate) fn pages_differ(&mut self, at: Place, name: &str) {
        self.push("pages-differ", at, format!("another operation pages '{name}' differently"));
    }

    pub(crate) fn not_a_state(&mut self, at: Place, field: &str) {
        self.push("not-a-state", at, format!("the response has no field '{field}' with an 'enum'"));
    }

    pub(crate) fn no_outcomes(&mut self, at: Place, field: &str) {
        self.push("no-outcomes", at, format!("no value of '{field}' is a final state; add 'x-outcomes' to the enum"));
    }

    pub(crate) fn redundant_rows(&mut self, at: Place) {
        self.push("redundant-rows", at, "the rows of a listing are its items; remove 'rows'".to_owned());
    }

    pub(crate) fn not_paged(&mut self, at: Place, operation: &str) {
        self.push("not-paged", at, format!("'{operation}' is not a listing; it has no 'x-paging'"));
    }

    pub(crate) fn not_a_date(&mut self, at: Place, field: &str) {
        self.push("not-a-date", at, format!("field '{field}' is not a date-time"));
    }

    pub(crate) fn missing_example(&mut self, at: Place, file: &str) {
        self.push("missing-example", at, format!("no file 'examples/{file}'"));
    }

    pub(crate) fn example_not_json(&mut self, at: Place, file: &str, problem: &str) {
        self.push("example-not-json", at, format!("'examples/{file}' is not JSON: {problem}"));
    }
}
