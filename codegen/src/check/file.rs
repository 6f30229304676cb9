//! Checks of example files.

use crate::diagnostic::Diagnostics;
use crate::model::Api;
use crate::source::Source;

/// Checks that each named example file exists and is JSON.
pub(super) fn check_examples(api: &Api, source: &Source, diagnostics: &mut Diagnostics) {
    for example in api.operations.iter().flat_map(|operation| &operation.examples) {
        let Some(text) = source.files.get(&format!("examples/{}", example.file)) else {
            diagnostics.missing_example(example.at, &example.file);
            continue;
        };
        if let Err(problem) = serde_json::from_str::<serde_json::Value>(text) {
            diagnostics.example_not_json(example.at, &example.file, &problem.to_string());
        }
    }
}
