//! Checks of paths: they have all parameters, and each request fits one operation.

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Method, Operation};
use std::collections::{BTreeMap, BTreeSet};

/// Checks that path parameters match the template, and that each request fits one operation.
pub(super) fn check_routes(api: &Api, diagnostics: &mut Diagnostics) {
    let mut routes = BTreeMap::new();
    for operation in &api.operations {
        check_template(operation, diagnostics);
        let route = segments(&operation.path);
        if let Some(first) = routes.insert((operation.method, route), &operation.id) {
            let what = format!("route {} {}", operation.method.as_str(), operation.path);
            diagnostics.already_used(operation.at, &what, first);
        }
    }
    check_ambiguity(api, diagnostics);
}

/// Segments of a template. `None` is a parameter.
fn segments(path: &str) -> Vec<Option<&str>> {
    path.split('/').map(|segment| (!segment.contains('{')).then_some(segment)).collect()
}

/// Routes that were checked already, as a tree of their segments.
#[derive(Default)]
struct Routes<'a> {
    next: BTreeMap<Option<&'a str>, Routes<'a>>,
    end: Option<&'a str>,
}

/// Comparison of two templates that fit a common request.
#[derive(Clone, Copy, Default)]
struct Overlap {
    /// The first template has a parameter where the other has a literal.
    first_is_wider: bool,
    /// The other template has a parameter where the first has a literal.
    other_is_wider: bool,
}

/// Maximum number of steps to compare routes. Routes that share many parameters and differ at their ends take many.
const MAX_STEPS: usize = 1_000_000;

/// Reports pairs of routes that fit one request when neither is more specific: `/a/b` is more specific than `/a/{x}`,
/// but `/{x}/b` is as specific as `/a/{y}`.
fn check_ambiguity(api: &Api, diagnostics: &mut Diagnostics) {
    let mut roots: BTreeMap<Method, Routes<'_>> = BTreeMap::new();
    let mut steps = MAX_STEPS;
    for operation in &api.operations {
        let root = roots.entry(operation.method).or_default();
        let segments = segments(&operation.path);
        if let Some(other) = root.ambiguous(&segments, Overlap::default(), &mut steps) {
            diagnostics.ambiguous_route(operation.at, &operation.path, other);
        }
        let mut node = root;
        for segment in segments {
            node = node.next.entry(segment).or_default();
        }
        node.end.get_or_insert(&operation.path);
    }
}

impl<'a> Routes<'a> {
    /// Returns a route that fits some request as closely as a route with these segments.
    fn ambiguous(&self, segments: &[Option<&str>], overlap: Overlap, steps: &mut usize) -> Option<&'a str> {
        *steps = steps.checked_sub(1)?;
        let Some((first, rest)) = segments.split_first() else {
            return self.end.filter(|_| overlap.first_is_wider && overlap.other_is_wider);
        };
        let mut descend = |next: &Self, overlap| next.ambiguous(rest, overlap, steps);
        match first {
            None => self.next.iter().find_map(|(other, next)| {
                let wider = Overlap { first_is_wider: overlap.first_is_wider || other.is_some(), ..overlap };
                descend(next, wider)
            }),
            Some(_) => {
                let same = self.next.get(first).and_then(|next| descend(next, overlap));
                let wider = Overlap { other_is_wider: true, ..overlap };
                same.or_else(|| self.next.get(&None).and_then(|next| descend(next, wider)))
            }
        }
    }
}

fn check_template(operation: &Operation, diagnostics: &mut Diagnostics) {
    let names: Vec<&str> = operation.path.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect();
    let in_path = || operation.parameters.iter().filter(|parameter| parameter.is_in_path());
    let known: BTreeSet<&str> = in_path().map(|parameter| parameter.wire.as_str()).collect();
    let mut in_template = BTreeSet::new();
    for name in names {
        if !known.contains(name) {
            diagnostics.no_path_parameter(operation.at, name, &operation.path);
        }
        if !in_template.insert(name) {
            diagnostics.duplicate_parameter(operation.at, name);
        }
    }
    for parameter in in_path().filter(|parameter| !in_template.contains(parameter.wire.as_str())) {
        diagnostics.not_in_template(parameter.at, &parameter.wire, &operation.path);
    }
}
