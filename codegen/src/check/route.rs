//! Paths: complete and unique.

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Method, Operation};
use std::collections::{BTreeMap, BTreeSet};

/// Checks that path parameters match the template, and that each path leads to one operation.
pub(super) fn check_routes(api: &Api, diagnostics: &mut Diagnostics) {
    let mut routes = BTreeMap::new();
    for operation in &api.operations {
        check_template(operation, diagnostics);
        let route = segments(&operation.path);
        if let Some(first) = routes.insert((operation.method, route), &operation.id) {
            let what = format!("the route {} {}", operation.method.as_str(), operation.path);
            diagnostics.twice(operation.at, &what, first);
        }
    }
    check_ambiguity(api, diagnostics);
}

/// The segments of a template; none for one that is a parameter.
fn segments(path: &str) -> Vec<Option<&str>> {
    path.split('/').map(|segment| (!segment.contains('{')).then_some(segment)).collect()
}

/// The routes so far, as a tree of their segments.
#[derive(Default)]
struct Routes<'a> {
    next: BTreeMap<Option<&'a str>, Routes<'a>>,
    end: Option<&'a str>,
}

/// Where two templates are alike.
#[derive(Clone, Copy, Default)]
struct Alike {
    /// The first one has a parameter where the other has none.
    first_is_wider: bool,
    /// The other way round.
    other_is_wider: bool,
}

/// Most steps that a run compares routes by: routes that share many parameters and differ at their ends take many.
const MAX_STEPS: usize = 1_000_000;

/// Reports pairs of routes that fit one request and where neither is more specific: `/a/{x}` is less specific than
/// `/a/b`, but `/{x}/b` is as specific as `/a/{y}`.
fn check_ambiguity(api: &Api, diagnostics: &mut Diagnostics) {
    let mut roots: BTreeMap<Method, Routes<'_>> = BTreeMap::new();
    let mut steps = MAX_STEPS;
    for operation in &api.operations {
        let root = roots.entry(operation.method).or_default();
        let segments = segments(&operation.path);
        if let Some(other) = root.ambiguous(&segments, Alike::default(), &mut steps) {
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
    /// A route that is as close to some request as one with these segments.
    fn ambiguous(&self, segments: &[Option<&str>], alike: Alike, steps: &mut usize) -> Option<&'a str> {
        *steps = steps.checked_sub(1)?;
        let Some((first, rest)) = segments.split_first() else {
            return self.end.filter(|_| alike.first_is_wider && alike.other_is_wider);
        };
        let mut go = |next: &Self, alike| next.ambiguous(rest, alike, steps);
        match first {
            None => self.next.iter().find_map(|(other, next)| {
                let wider = Alike { first_is_wider: alike.first_is_wider || other.is_some(), ..alike };
                go(next, wider)
            }),
            Some(_) => {
                let same = self.next.get(first).and_then(|next| go(next, alike));
                let wider = Alike { other_is_wider: true, ..alike };
                same.or_else(|| self.next.get(&None).and_then(|next| go(next, wider)))
            }
        }
    }
}

fn check_template(operation: &Operation, diagnostics: &mut Diagnostics) {
    let names: Vec<&str> = operation.path.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect();
    let in_path = || operation.parameters.iter().filter(|parameter| parameter.in_path);
    let known: BTreeSet<&str> = in_path().map(|parameter| parameter.wire.as_str()).collect();
    let mut wanted = BTreeSet::new();
    for name in names {
        if !known.contains(name) {
            diagnostics.no_path_parameter(operation.at, name, &operation.path);
        }
        if !wanted.insert(name) {
            diagnostics.second_parameter(operation.at, name);
        }
    }
    for parameter in in_path().filter(|parameter| !wanted.contains(parameter.wire.as_str())) {
        diagnostics.not_in_template(parameter.at, &parameter.wire, &operation.path);
    }
}
