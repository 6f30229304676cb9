//! One feature per fixture; its first line names the generated files that show it.

use crate::{generated, source};
use ncloud_codegen::generate;

fn check(path: &std::path::Path) {
    let fixture = std::fs::read_to_string(path).unwrap();
    let shown = fixture.lines().next().unwrap().strip_prefix("# shows ").expect("the first line says what is shown");
    let source = source(&fixture);
    let mut files = generated(&source);
    let notices: Vec<String> = generate(&source).unwrap().notices.summaries().collect();
    files.insert("notices".to_owned(), notices.join("\n"));
    let texts: Vec<String> = shown.split(' ').map(|name| format!("==> {name}\n{}", files[name])).collect();
    insta::assert_snapshot!(texts.join("\n"));
}

#[test]
fn fixtures_generate_what_is_expected() {
    insta::glob!("fixtures/*.yaml", check);
}
