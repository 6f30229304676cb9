//! Mistakes in operations and what is said of them.

use crate::diagnostic::Diagnostics;
use crate::tree::Place;

impl Diagnostics {
    pub(crate) fn second_parameter(&mut self, at: Place, name: &str) {
        self.push(at, format!("a second parameter '{name}'"));
    }

    pub(crate) fn optional_path_parameter(&mut self, at: Place, name: &str) {
        self.push(at, format!("path parameter '{name}' has to be 'required: true'"));
    }

    pub(crate) fn compound_parameter(&mut self, at: Place, name: &str) {
        self.push(at, format!("parameter '{name}' has to be a text, a number or a boolean"));
    }

    pub(crate) fn not_in_template(&mut self, at: Place, name: &str, path: &str) {
        self.push(at, format!("path parameter '{name}' does not occur in '{path}'"));
    }

    pub(crate) fn no_path_parameter(&mut self, at: Place, name: &str, path: &str) {
        self.push(at, format!("'{{{name}}}' of '{path}' has no path parameter"));
    }

    pub(crate) fn twice(&mut self, at: Place, what: &str, first: &str) {
        self.push(at, format!("{what} is that of '{first}' already"));
    }

    pub(crate) fn no_success(&mut self, at: Place) {
        self.push(at, "no answer of success; name a status code from 200 to 299".to_owned());
    }

    pub(crate) fn answers_differ(&mut self, at: Place) {
        self.push(at, "this answer of success has another schema than the first one".to_owned());
    }

    pub(crate) fn no_paging_parameter(&mut self, at: Place, name: &str) {
        self.push(at, format!("the operation has no integer query parameter '{name}'"));
    }

    pub(crate) fn no_paging_default(&mut self, at: Place, name: &str) {
        self.push(at, format!("parameter '{name}' pages a listing; it needs a 'default'"));
    }

    pub(crate) fn not_a_listing(&mut self, at: Place, field: &str) {
        self.push(at, format!("the answer has no list of objects in a field '{field}'"));
    }

    pub(crate) fn key_of_what(&mut self, at: Place, field: &str) {
        self.push(at, format!("field '{field}' is not a text, so it cannot identify items"));
    }

    pub(crate) fn pages_differ(&mut self, at: Place, name: &str) {
        self.push(at, format!("'{name}' is paged in another way by another operation"));
    }

    pub(crate) fn not_a_state(&mut self, at: Place, field: &str) {
        self.push(at, format!("the answer has no field '{field}' with an 'enum'"));
    }

    pub(crate) fn no_outcomes(&mut self, at: Place, field: &str) {
        self.push(at, format!("no value of '{field}' ends a run; say which do with 'x-outcomes' at the enum"));
    }

    pub(crate) fn rows_of_a_page(&mut self, at: Place) {
        self.push(at, "the rows of a listing are its items; leave 'rows' out".to_owned());
    }

    pub(crate) fn not_paged(&mut self, at: Place, operation: &str) {
        self.push(at, format!("'{operation}' is no listing; it has no 'x-paging'"));
    }

    pub(crate) fn not_a_date(&mut self, at: Place, field: &str) {
        self.push(at, format!("field '{field}' is not a date-time"));
    }

    pub(crate) fn missing_example(&mut self, at: Place, file: &str) {
        self.push(at, format!("there is no file 'examples/{file}'"));
    }

    pub(crate) fn example_not_json(&mut self, at: Place, file: &str, problem: &str) {
        self.push(at, format!("'examples/{file}' is not JSON: {problem}"));
    }
}
