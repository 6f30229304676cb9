//! Suggestions for mistyped names.

use ncloud_runtime::operation::{Operation, Place};

/// Returns the known name that is most similar to a mistyped one; `None` if none is similar.
pub(crate) fn name<'k>(mistyped: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let mistyped = mistyped.to_lowercase();
    let distances = known.into_iter().map(|known| {
        let distance = strsim::damerau_levenshtein(&mistyped, &known.to_lowercase());
        (distance, known)
    });
    let (distance, known) = distances.min()?;
    // At most one letter in three differs; short names may differ in one.
    (distance <= known.chars().count().div_ceil(3)).then_some(known)
}

/// Returns the route that is most similar to a method and path without an operation, e.g. `GET /api/v1/jobs/{jobId}`.
pub(crate) fn route(operations: &[&'static Operation], method: &str, path: &str) -> Option<String> {
    // Distances are quadratic in the length.
    if path.len() > 500 {
        return None;
    }
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let measured = operations.iter().map(|operation| {
        let filled = fill(operation.path, &segments);
        let distance = strsim::damerau_levenshtein(&filled, path);
        // A path without the prefix that all routes have.
        let is_tail = !segments.is_empty() && filled.ends_with(&format!("/{}", segments.join("/")));
        let distance = if is_tail { distance.min(1) } else { distance };
        (distance, operation.path.matches('{').count(), operation.method.as_str() != method, *operation)
    });
    let (distance, .., operation) = measured.min_by_key(|(distance, values, other, _)| (*distance, *values, *other))?;
    let is_near = distance <= operation.path.len().div_ceil(3);
    is_near.then(|| format!("{} {}", operation.method.as_str(), operation.path))
}

/// Replaces the parameters of a template with the segments of a path, aligned at the ends of both.
fn fill(template: &str, segments: &[&str]) -> String {
    let wanted: Vec<&str> = template.split('/').filter(|segment| !segment.is_empty()).collect();
    let missing = wanted.len().saturating_sub(segments.len());
    let filled = wanted.iter().enumerate().map(|(index, wanted)| {
        let given = index.checked_sub(missing).and_then(|index| segments.get(index));
        given.filter(|_| wanted.starts_with('{')).unwrap_or(wanted)
    });
    filled.fold(String::new(), |path, segment| format!("{path}/{segment}"))
}

/// Returns the query parameter of an operation that is most similar to an unknown one.
pub(crate) fn parameter(operation: &Operation, mistyped: &str) -> Option<&'static str> {
    let known = operation.parameters.iter().filter(|one| one.place == Place::Query).map(|one| one.name);
    name(mistyped, known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ncloud_dataflow::operations::OPERATIONS;

    #[test]
    fn routes_are_suggested() {
        for (method, path, expected) in [
            ("GET", "/api/v1/job", Some("GET /api/v1/jobs")),
            ("GET", "/api/v1/jobs/gqigvHhTu7ra/execution", Some("GET /api/v1/jobs/{jobId}/executions")),
            ("GET", "/jobs", Some("GET /api/v1/jobs")),
            ("GET", "/jobs/gqigvHhTu7ra", Some("GET /api/v1/jobs/{jobId}")),
            ("GET", "/completely/different/path/of/another/service", None),
            ("GET", "/", None),
        ] {
            assert_eq!(route(OPERATIONS, method, path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn names_are_suggested() {
        assert_eq!(name("lots", ["lost", "slow"]), Some("lost"));
        assert_eq!(name("creatJobExecution", ["createJob", "createJobExecution"]), Some("createJobExecution"));
        assert_eq!(name("fire", ["lost", "slow"]), None);
        assert_eq!(name("x", []), None);
    }
}
