//! Broken specs and their errors: each with position and hint.

use crate::source;
use ncloud_codegen::generate;

fn check(path: &std::path::Path) {
    let fixture = std::fs::read_to_string(path).unwrap();
    let problems = generate(&source(&fixture)).expect_err("the fixture is broken");
    insta::assert_snapshot!(problems.to_string());
}

#[test]
fn broken_fixtures_are_explained() {
    insta::glob!("fixtures/broken/*.yaml", check);
}
