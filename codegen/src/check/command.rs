//! Commands: none that the program has itself, and flags for what a spec calls as the program does.

use crate::diagnostic::Diagnostics;
use crate::flags::{BUILT_IN_COMMANDS, BUILT_IN_VERBS, Flags};
use crate::model::{Api, Operation};
use std::collections::BTreeMap;

/// Checks that nouns and verbs are free, and notices flags whose names differ from the spec.
pub(super) fn check_commands(api: &Api, diagnostics: &mut Diagnostics) {
    let mut commands = BTreeMap::new();
    for operation in &api.operations {
        let command = &operation.command;
        if command.noun.is_empty() || command.verb.is_empty() {
            continue;
        }
        for (key, word, built_in) in
            [("noun", &command.noun, BUILT_IN_COMMANDS), ("verb", &command.verb, BUILT_IN_VERBS)]
        {
            if built_in.contains(&word.as_str()) {
                diagnostics.built_in_command(command.at, key, word);
            }
        }
        if let Some(first) = commands.insert((&command.noun, &command.verb), &operation.id) {
            diagnostics.twice(command.at, &format!("the command '{} {}'", command.noun, command.verb), first);
        }
        check_flags(api, operation, diagnostics);
    }
}

fn check_flags(api: &Api, operation: &Operation, diagnostics: &mut Diagnostics) {
    let mut flags = Flags::of(operation);
    for parameter in operation.parameters.iter().filter(|parameter| !parameter.in_path) {
        if let Some(flag) = flags.parameter(parameter) {
            diagnostics.other_flag(parameter.at, "parameter", &parameter.wire, &flag);
        }
    }
    let fields = operation.body.as_ref().and_then(|body| api.fields(&body.ty)).unwrap_or_default();
    // The fields of objects inside are called by their own names or by their whole path, whichever is free.
    for field in fields.iter().filter(|field| api.fields(&field.ty).is_none()) {
        if let Some(flag) = flags.field(&field.wire) {
            diagnostics.other_flag(field.at, "field", &field.wire, &flag);
        }
    }
}
