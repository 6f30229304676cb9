//! `x-notes`: research notes that the reference page prints and no other file.

use crate::{fixtures, generated, source};
use ncloud_codegen::{Source, generate};

/// A spec with a note at every place where a description is accepted.
fn annotated() -> Source {
    let (_, fixture) = fixtures("fixtures").into_iter().find(|(name, _)| name == "notes").unwrap();
    let source = source(&fixture);
    let text = source.text.replace("version: v2 }", "version: v2, x-notes: canary-info }");
    let text = text.replace("example.com' }", "example.com', x-notes: canary-server }");
    Source { text, ..source }
}

#[test]
fn notes_are_in_the_reference_page_only() {
    let source = annotated();
    let words = source.text.split(|character: char| !(character.is_ascii_alphanumeric() || character == '-'));
    let canaries: Vec<&str> = words.filter(|word| word.starts_with("canary-")).collect();
    assert_eq!(canaries.len(), 25, "{canaries:?}");
    for (name, text) in generated(&source) {
        let found = canaries.iter().filter(|canary| text.contains(**canary)).count();
        assert_eq!(found, if name == "reference.md" { canaries.len() } else { 0 }, "{name}");
    }
}

#[test]
fn notes_are_folded_and_escaped() {
    let files = generated(&annotated());
    let mut depth = 0;
    for line in files["reference.md"].lines() {
        depth += usize::from(line.starts_with("<details>"));
        assert!(depth == 1 || !line.contains("canary"), "{line}");
        depth -= usize::from(line == "</details>");
        assert!(!line.replace("\\<", "").contains("<script"), "{line}");
    }
    assert_eq!(depth, 0);
}

#[test]
fn notes_change_no_rust_code() {
    let source = annotated();
    let mut plain = source.clone();
    for word in ["canary", "without effect"] {
        plain.text = plain.text.replace(word, "other");
    }
    let [noted, plain] = [generated(&source), generated(&plain)];
    for (name, text) in noted.iter().filter(|(name, _)| *name != "reference.md") {
        let rest = |text: &str| text.lines().skip(3).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(rest(text), rest(&plain[name]), "{name}");
    }
}

#[test]
fn empty_notes_are_an_error() {
    let source = annotated();
    let text = source.text.replace("x-notes: canary-alias", "x-notes: ' '");
    let problems = generate(&Source { text, ..source }).err().unwrap();
    assert!(problems.summaries().any(|problem| problem.contains("x-notes")), "{problems}");
}
