//! Routing: from method and path to the operation.

use crate::http::target;
use axum::http::Method;
use ncloud_runtime::operation::Operation;

/// Result of looking up a method and a path.
#[derive(Debug)]
pub(crate) enum Route {
    /// The operation, and the decoded values of its path parameters in the order of its template.
    Found(&'static Operation, Vec<(&'static str, String)>),
    /// Operations have this path, but none has this method. The value is the header `Allow`.
    WrongMethod(String),
    /// No operation has this path.
    Unknown,
    /// There is an operation, but a value has an invalid percent-encoding.
    Malformed,
}

impl Route {
    /// Returns the operation, if there is one.
    pub(crate) fn operation(&self) -> Option<&'static Operation> {
        match self {
            Self::Found(operation, _) => Some(operation),
            _ => None,
        }
    }
}

/// Looks up a method and an encoded path in the table. HEAD has the operations of GET.
///
/// Only the template with the most literal segments counts: `/jobs/verify` is not the job `verify`.
pub(crate) fn find(operations: &[&'static Operation], method: &Method, path: &str) -> Route {
    let segments: Vec<&str> = path.split('/').collect();
    let matching = || operations.iter().filter_map(|operation| Some((*operation, bind(operation.path, &segments)?)));
    let Some(closest) = matching().map(|(_, values)| values.len()).min() else {
        return Route::Unknown;
    };
    let candidates = || matching().filter(|(_, values)| values.len() == closest);
    let method = if *method == Method::HEAD { &Method::GET } else { method };
    let Some((operation, values)) = candidates().find(|(operation, _)| operation.method.as_str() == method.as_str())
    else {
        return Route::WrongMethod(allow(candidates().map(|(operation, _)| operation)));
    };
    let decoded = values.into_iter().map(|(name, text)| Some((name, target::decode_segment(text)?)));
    match decoded.collect() {
        Some(values) => Route::Found(operation, values),
        None => Route::Malformed,
    }
}

/// Returns the methods of operations as the header `Allow`.
fn allow(operations: impl Iterator<Item = &'static Operation>) -> String {
    let mut methods: Vec<&str> = operations.map(|operation| operation.method.as_str()).collect();
    if methods.contains(&Method::GET.as_str()) {
        methods.push(Method::HEAD.as_str());
    }
    methods.push(Method::OPTIONS.as_str());
    methods.sort_unstable();
    methods.dedup();
    methods.join(", ")
}

/// Returns the encoded values of the template's parameters if the path matches. An empty segment is not a value.
fn bind<'a>(template: &'static str, segments: &[&'a str]) -> Option<Vec<(&'static str, &'a str)>> {
    let wanted: Vec<&'static str> = template.split('/').collect();
    if wanted.len() != segments.len() {
        return None;
    }
    let mut values = Vec::new();
    for (wanted, segment) in wanted.into_iter().zip(segments) {
        match wanted.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(name) if !segment.is_empty() => values.push((name, *segment)),
            None if wanted == *segment => {}
            _ => return None,
        }
    }
    Some(values)
}
