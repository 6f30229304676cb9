//! Specs: any text is generated from or refused with a place for every problem.

use ncloud_codegen::{Source, generate};
use std::collections::BTreeMap;

/// How many files were made of it.
pub(crate) fn check(text: &str) -> usize {
    let source = Source {
        name: "spec/service.yaml".to_owned(),
        text: text.to_owned(),
        files: BTreeMap::new(),
        crate_name: "service".to_owned(),
    };
    match generate(&source) {
        Ok(generated) => generated.files.len(),
        Err(problems) => {
            assert!(!problems.list().is_empty());
            for problem in problems.list() {
                assert!(problem.position() > (0, 0) && !problem.message().is_empty(), "{problem:?}");
            }
            0
        }
    }
}
