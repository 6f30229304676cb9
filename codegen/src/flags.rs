//! Names that the command line has for itself, and how it makes flags of the names of a spec.
//!
//! The command line makes the flags, by the same rules: a test of it compares the two.

use crate::model::{Operation, Parameter};
use std::collections::BTreeSet;

/// Flags of the program itself, in every command. What a spec calls so is set by `--param-NAME`.
pub const BUILT_IN_FLAGS: &[&str] = &[
    "allow-unknown",
    "by-id",
    "color",
    "emulator",
    "endpoint",
    "file",
    "help",
    "limit",
    "no-paginate",
    "output",
    "page",
    "page-size",
    "profile",
    "report-drift",
    "request-timeout",
    "state",
    "timeout",
    "unchecked",
    "verbose",
    "version",
    "wait",
    "yes",
];

/// Commands of the program itself, which no noun of a spec can be.
pub const BUILT_IN_COMMANDS: &[&str] = &["completion", "emulator", "help"];

/// Commands below every noun, which no verb of a spec can be.
pub const BUILT_IN_VERBS: &[&str] = &["help"];

/// A flag of commands that wait, beside those that all have.
const INTERVAL: &str = "interval";

/// The flags of one command, as far as they are given.
#[derive(Debug)]
pub(crate) struct Flags<'a> {
    operation: &'a Operation,
    taken: BTreeSet<String>,
}

impl<'a> Flags<'a> {
    pub(crate) fn of(operation: &'a Operation) -> Self {
        Self { operation, taken: BTreeSet::new() }
    }

    /// The flag of a query parameter, if it is another one than its name would be.
    pub(crate) fn parameter(&mut self, parameter: &Parameter) -> Option<String> {
        let plain = match &self.operation.paging {
            Some(paging) if paging.page == parameter.wire => "page".to_owned(),
            Some(paging) if paging.limit == parameter.wire => "page-size".to_owned(),
            _ => return self.settle(&parameter.wire, &self.unreserved(flag(&parameter.wire))),
        };
        self.free(&plain);
        None
    }

    /// The flag of a field at the top of the body, if it is another one than its name would be.
    pub(crate) fn field(&mut self, wire: &str) -> Option<String> {
        let plain = flag(wire);
        if !plain.is_empty() && !self.is_reserved(&plain) && !self.taken.contains(&plain) {
            return self.settle(wire, &plain);
        }
        self.settle(wire, &if plain.is_empty() { "param".to_owned() } else { format!("param-{plain}") })
    }

    fn settle(&mut self, wire: &str, wanted: &str) -> Option<String> {
        let flag = self.free(wanted);
        (flag != kebab(wire)).then_some(flag)
    }

    fn unreserved(&self, flag: String) -> String {
        match flag.as_str() {
            "" => "param".to_owned(),
            flag if self.is_reserved(flag) => format!("param-{flag}"),
            _ => flag,
        }
    }

    fn free(&mut self, flag: &str) -> String {
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

/// The words of a name as a flag: no dash at its ends, no two in a row; empty if nothing can be typed.
fn flag(name: &str) -> String {
    kebab(name).split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// The words of a camel-case name with dashes between them, e.g. `num-worker`.
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
