//! Paths, operationIds and commands: complete and unique.

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Operation};
use std::collections::BTreeMap;

/// Path parameters are those of the template, and no two operations have the same route.
pub(super) fn check_routes(api: &Api, diagnostics: &mut Diagnostics) {
    let mut routes = BTreeMap::new();
    for operation in &api.operations {
        check_template(operation, diagnostics);
        let shape: Vec<&str> =
            operation.path.split('/').map(|part| if part.contains('{') { "{}" } else { part }).collect();
        if let Some(first) = routes.insert((operation.method, shape), &operation.id) {
            let what = format!("the route {} {}", operation.method.as_str(), operation.path);
            diagnostics.twice(operation.at, &what, first);
        }
    }
}

fn check_template(operation: &Operation, diagnostics: &mut Diagnostics) {
    let names: Vec<&str> = operation.path.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect();
    for (index, name) in names.iter().enumerate() {
        if !operation.parameters.iter().any(|parameter| parameter.in_path && parameter.wire == *name) {
            diagnostics.no_path_parameter(operation.at, name, &operation.path);
        }
        if names.iter().take(index).any(|before| before == name) {
            diagnostics.second_parameter(operation.at, name);
        }
    }
    for parameter in operation.parameters.iter().filter(|parameter| parameter.in_path) {
        if !names.contains(&parameter.wire.as_str()) {
            diagnostics.not_in_template(parameter.at, &parameter.wire, &operation.path);
        }
    }
}

/// No two operations have the same command.
pub(super) fn check_commands(api: &Api, diagnostics: &mut Diagnostics) {
    let mut commands = BTreeMap::new();
    for operation in &api.operations {
        let command = &operation.command;
        if command.noun.is_empty() || command.verb.is_empty() {
            continue;
        }
        if let Some(first) = commands.insert((&command.noun, &command.verb), &operation.id) {
            diagnostics.twice(command.at, &format!("the command '{} {}'", command.noun, command.verb), first);
        }
    }
}
