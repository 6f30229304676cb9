//! One constructor per notice. A notice reports a result that a reader of the spec may not expect.

use crate::diagnostic::Diagnostics;
use crate::tree::Place;

impl Diagnostics {
    /// `what` is the kind of the item, in the singular.
    pub(crate) fn numbered_name(&mut self, at: Place, what: &str, word: &str, taken: &str, name: &str) {
        let message = format!("{what} '{word}' is called '{name}' in Rust, because '{taken}' is taken");
        self.push_notice("numbered-name", at, message);
    }

    pub(crate) fn unchecked_format(&mut self, at: Place, format: &str) {
        self.push_notice("unchecked-format", at, format!("format '{format}' is not checked"));
    }

    pub(crate) fn unused_key(&mut self, at: Place, key: &str, what: &str) {
        self.push_notice("unused-key", at, format!("'{key}' has no effect in {what}"));
    }

    pub(crate) fn no_finite_value(&mut self, at: Place, object: &str, field: &str) {
        let message = format!(
            "required field '{field}' makes each '{object}' contain another, so no finite value exists; \
             the field is treated as optional"
        );
        self.push_notice("no-finite-value", at, message);
    }

    pub(crate) fn other_flag(&mut self, at: Place, what: &str, word: &str, flag: &str) {
        let message = format!("{what} '{word}' is set by '--{flag}' on the command line");
        self.push_notice("other-flag", at, message);
    }
}
