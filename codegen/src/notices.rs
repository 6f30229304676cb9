//! One constructor per notice: what is done in another way than the spec may lead to expect.

use crate::diagnostic::Diagnostics;
use crate::tree::Place;

impl Diagnostics {
    /// `what` says what has the name, in the singular.
    pub(crate) fn numbered_name(&mut self, at: Place, what: &str, word: &str, taken: &str, name: &str) {
        let message = format!("{what} '{word}' is called '{name}' in Rust, because '{taken}' is taken");
        self.push_notice("numbered-name", at, message);
    }

    pub(crate) fn unchecked_format(&mut self, at: Place, format: &str) {
        self.push_notice("unchecked-format", at, format!("values are not checked for the format '{format}'"));
    }

    pub(crate) fn unused_key(&mut self, at: Place, key: &str, what: &str) {
        self.push_notice("unused-key", at, format!("'{key}' has no effect in {what}"));
    }

    pub(crate) fn no_finite_value(&mut self, at: Place, object: &str, field: &str) {
        let message = format!(
            "required field '{field}' makes every '{object}' hold another, so no finite value exists; \
             the field is taken as optional"
        );
        self.push_notice("no-finite-value", at, message);
    }

    pub(crate) fn other_flag(&mut self, at: Place, what: &str, word: &str, flag: &str) {
        let message = format!("{what} '{word}' is set by '--{flag}' on the command line");
        self.push_notice("other-flag", at, message);
    }
}
