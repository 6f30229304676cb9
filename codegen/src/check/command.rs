//! Checks of commands: they are unique and not built in. Flags whose names differ from the spec get a notice.

use crate::diagnostic::Diagnostics;
use crate::flags::{BUILT_IN_COMMANDS, BUILT_IN_VERBS, Flags};
use crate::model::{Api, Operation};
use std::collections::BTreeMap;

/// Checks that nouns and verbs are free. Adds a notice for each flag whose name differs from the name in the spec.
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
            diagnostics.already_used(command.at, &format!("command '{} {}'", command.noun, command.verb), first);
        }
        check_flags(api, operation, diagnostics);
    }
}

fn check_flags(api: &Api, operation: &Operation, diagnostics: &mut Diagnostics) {
    let mut flags = Flags::of(operation);
    for parameter in operation.parameters.iter().filter(|parameter| !parameter.is_in_path()) {
        if let Some(flag) = flags.parameter(parameter) {
            diagnostics.other_flag(parameter.at, "parameter", &parameter.wire, &flag);
        }
    }
    let fields = operation.body.as_ref().and_then(|body| api.fields(&body.ty)).unwrap_or_default();
    // The flag of a nested field is its own name or its whole path, so it always has a free name.
    for field in fields.iter().filter(|field| api.fields(&field.ty).is_none()) {
        if let Some(flag) = flags.field(&field.wire) {
            diagnostics.other_flag(field.at, "field", &field.wire, &flag);
        }
    }
}
