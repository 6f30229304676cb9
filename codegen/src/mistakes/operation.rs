//! Mistakes in operations and what is said of them.

use crate::diagnostic::Diagnostics;
use crate::tree::Place;

impl Diagnostics {
    pub(crate) fn second_parameter(&mut self, at: Place, name: &str) {
        self.push("second-parameter", at, format!("a second parameter '{name}'"));
    }

    pub(crate) fn compound_segment(&mut self, at: Place, segment: &str) {
        self.push(
            "compound-segment",
            at,
            format!(
                "'{segment}' holds a parameter and more; values of such a segment cannot be told apart; \
                 write each parameter as a segment of its own"
            ),
        );
    }

    pub(crate) fn moving_segment(&mut self, at: Place, segment: &str) {
        self.push("moving-segment", at, format!("a path with '{segment}' is sent as another path; leave it out"));
    }

    pub(crate) fn ambiguous_route(&mut self, at: Place, path: &str, other: &str) {
        self.push(
            "ambiguous-route",
            at,
            format!("a request can be meant for '{path}' or for '{other}', and neither is the closer one"),
        );
    }

    pub(crate) fn optional_path_parameter(&mut self, at: Place, name: &str) {
        self.push("optional-path-parameter", at, format!("path parameter '{name}' has to be 'required: true'"));
    }

    pub(crate) fn compound_parameter(&mut self, at: Place, name: &str) {
        self.push("compound-parameter", at, format!("parameter '{name}' has to be a text, a number or a boolean"));
    }

    pub(crate) fn not_in_template(&mut self, at: Place, name: &str, path: &str) {
        self.push("not-in-template", at, format!("path parameter '{name}' does not occur in '{path}'"));
    }

    pub(crate) fn no_path_parameter(&mut self, at: Place, name: &str, path: &str) {
        self.push("no-path-parameter", at, format!("'{{{name}}}' of '{path}' has no path parameter"));
    }

    pub(crate) fn twice(&mut self, at: Place, what: &str, first: &str) {
        self.push("twice", at, format!("{what} is that of '{first}' already"));
    }

    pub(crate) fn no_security(&mut self, at: Place) {
        let message = "this asks for no security, but every request is signed for the gateway; leave 'security' out, \
                       or name the schemes of its headers";
        self.push("no-security", at, message.to_owned());
    }

    /// `what` says what the scheme asks for.
    pub(crate) fn unknown_security(&mut self, at: Place, scheme: &str, what: &str, headers: &[&str]) {
        let headers = headers.join("', '");
        self.push(
            "unknown-security",
            at,
            format!(
                "security scheme '{scheme}' asks for {what}, which the client cannot send; \
                 it signs requests by the headers '{headers}'"
            ),
        );
    }

    pub(crate) fn built_in_command(&mut self, at: Place, key: &str, word: &str) {
        self.push("built-in-command", at, format!("{key} '{word}' is a command of the program itself; choose another"));
    }

    pub(crate) fn no_success(&mut self, at: Place) {
        self.push("no-success", at, "no answer of success; name a status code from 200 to 299".to_owned());
    }

    pub(crate) fn answers_differ(&mut self, at: Place) {
        self.push("answers-differ", at, "this answer of success has another schema than the first one".to_owned());
    }

    pub(crate) fn no_paging_parameter(&mut self, at: Place, name: &str) {
        self.push("no-paging-parameter", at, format!("the operation has no integer query parameter '{name}'"));
    }

    pub(crate) fn no_paging_default(&mut self, at: Place, name: &str) {
        self.push("no-paging-default", at, format!("parameter '{name}' pages a listing; it needs a 'default'"));
    }

    pub(crate) fn not_a_listing(&mut self, at: Place, field: &str) {
        self.push("not-a-listing", at, format!("the answer has no list of objects in a field '{field}'"));
    }

    pub(crate) fn key_of_what(&mut self, at: Place, field: &str) {
        self.push("key-of-what", at, format!("field '{field}' is not a text, so it cannot identify items"));
    }

    pub(crate) fn pages_differ(&mut self, at: Place, name: &str) {
        self.push("pages-differ", at, format!("'{name}' is paged in another way by another operation"));
    }

    pub(crate) fn not_a_state(&mut self, at: Place, field: &str) {
        self.push("not-a-state", at, format!("the answer has no field '{field}' with an 'enum'"));
    }

    pub(crate) fn no_outcomes(&mut self, at: Place, field: &str) {
        self.push(
            "no-outcomes",
            at,
            format!("no value of '{field}' ends a run; say which do with 'x-outcomes' at the enum"),
        );
    }

    pub(crate) fn rows_of_a_page(&mut self, at: Place) {
        self.push("rows-of-a-page", at, "the rows of a listing are its items; leave 'rows' out".to_owned());
    }

    pub(crate) fn not_paged(&mut self, at: Place, operation: &str) {
        self.push("not-paged", at, format!("'{operation}' is no listing; it has no 'x-paging'"));
    }

    pub(crate) fn not_a_date(&mut self, at: Place, field: &str) {
        self.push("not-a-date", at, format!("field '{field}' is not a date-time"));
    }

    pub(crate) fn missing_example(&mut self, at: Place, file: &str) {
        self.push("missing-example", at, format!("there is no file 'examples/{file}'"));
    }

    pub(crate) fn example_not_json(&mut self, at: Place, file: &str, problem: &str) {
        self.push("example-not-json", at, format!("'examples/{file}' is not JSON: {problem}"));
    }
}
