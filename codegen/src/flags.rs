//! Reserved names of the command line, and the flags it derives from names of a spec.
//!
//! The command line has its own implementation of these rules. One of its tests compares the two.

use crate::model::{Operation, Parameter, ParameterPlace};
use std::collections::BTreeSet;

/// Built-in flags of every command. A parameter or field with such a name gets the flag `--param-NAME`.
pub const BUILT_IN_FLAGS: &[&str] = &[
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

/// Built-in commands. A noun of a spec must not have such a name.
pub const BUILT_IN_COMMANDS: &[&str] =
    &["apply", "completion", "configure", "diff", "doctor", "emulator", "exec", "help", "report", "whoami"];

/// Built-in commands below every noun. A verb of a spec must not have such a name.
pub const BUILT_IN_VERBS: &[&str] = &["export", "help"];

/// Prefix of the vendor's own headers. Their flags are without it.
const VENDOR_PREFIX: &str = "x-ncp-";

/// Additional flag of commands that wait.
const INTERVAL: &str = "interval";

/// Flags of one command that are assigned so far.
#[derive(Debug)]
pub(crate) struct Flags<'a> {
    operation: &'a Operation,
    taken: BTreeSet<String>,
}

impl<'a> Flags<'a> {
    pub(crate) fn of(operation: &'a Operation) -> Self {
        Self { operation, taken: BTreeSet::new() }
    }

    /// Assigns the flag of a query or header parameter. Returns it if it differs from the parameter's name in kebab case.
    pub(crate) fn parameter(&mut self, parameter: &Parameter) -> Option<String> {
        let plain = match &self.operation.paging {
            Some(paging) if paging.page == parameter.wire => "page".to_owned(),
            Some(paging) if paging.limit == parameter.wire => "page-size".to_owned(),
            _ => {
                let name = without_vendor_prefix(parameter);
                return self.assign(name, &self.unreserved(flag(name)));
            }
        };
        self.claim(&plain);
        None
    }

    /// Assigns the flag of a top-level field of the body. Returns it if it differs from the field's name in kebab case.
    pub(crate) fn field(&mut self, wire: &str) -> Option<String> {
        let plain = flag(wire);
        if !plain.is_empty() && !self.is_reserved(&plain) && !self.taken.contains(&plain) {
            return self.assign(wire, &plain);
        }
        self.assign(wire, &if plain.is_empty() { "param".to_owned() } else { format!("param-{plain}") })
    }

    fn assign(&mut self, wire: &str, wanted: &str) -> Option<String> {
        let flag = self.claim(wanted);
        (flag != kebab(wire)).then_some(flag)
    }

    fn unreserved(&self, flag: String) -> String {
        match flag.as_str() {
            "" => "param".to_owned(),
            flag if self.is_reserved(flag) => format!("param-{flag}"),
            _ => flag,
        }
    }

    fn claim(&mut self, flag: &str) -> String {
        let mut free = flag.to_owned();
        let mut number = 1;
        while self.taken.contains(&free) || (number > 1 && self.is_reserved(&free)) {
            number += 1;
            free = format!("{flag}-{number}");
        }
        self.taken.insert(free.clone());
        free
    }

    fn is_reserved(&self, flag: &str) -> bool {
        BUILT_IN_FLAGS.contains(&flag) || (self.operation.wait.is_some() && flag == INTERVAL)
    }
}

/// Returns the name of a parameter, without the prefix of the vendor's own headers.
fn without_vendor_prefix(parameter: &Parameter) -> &str {
    match parameter.place {
        ParameterPlace::Header => parameter.wire.strip_prefix(VENDOR_PREFIX).unwrap_or(&parameter.wire),
        _ => &parameter.wire,
    }
}

/// Returns a name as a flag, without leading, trailing or double dashes. Empty if no character remains.
fn flag(name: &str) -> String {
    kebab(name).split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// Returns a camel-case name in kebab case, e.g. `num-worker`.
fn kebab(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 4);
    let mut lower_before = false;
    for character in name.chars() {
        if character.is_uppercase() && lower_before {
            words.push('-');
        }
        lower_before = character.is_lowercase() || character.is_ascii_digit();
        words.push(if character.is_alphanumeric() { character } else { '-' });
    }
    words.to_lowercase()
}
