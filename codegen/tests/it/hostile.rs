//! Text of a spec becomes only literals and documentation in generated Rust, and the documentation cannot run.

use crate::{fixtures, generated, source};
use proc_macro2::{TokenStream, TokenTree};

/// Words that fixtures with hostile text have in every free text.
const MARKS: [&str; 2] = ["pwned", "PWNED"];

fn code_words(tokens: TokenStream, words: &mut Vec<String>) {
    for tree in tokens {
        match tree {
            TokenTree::Group(group) => code_words(group.stream(), words),
            TokenTree::Literal(_) => {}
            other => words.push(other.to_string()),
        }
    }
}

#[test]
fn no_text_becomes_code() {
    let (_, fixture) = fixtures("fixtures").into_iter().find(|(name, _)| name == "hostile_text").unwrap();
    let files = generated(&source(&fixture));
    for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".rs")) {
        let mut words = Vec::new();
        code_words(text.parse().unwrap(), &mut words);
        let found: Vec<&String> = words.iter().filter(|word| MARKS.iter().any(|mark| word.contains(mark))).collect();
        assert!(found.is_empty(), "{name}: {found:?}");
    }
    assert!(files.values().any(|text| text.contains("pwned")), "the fixture has the mark");
}

#[test]
fn no_text_becomes_a_doctest_html_or_a_hidden_character() {
    let (_, fixture) = fixtures("fixtures").into_iter().find(|(name, _)| name == "hostile_text").unwrap();
    for (name, text) in generated(&source(&fixture)) {
        let docs = text.lines().filter_map(|line| line.trim_start().strip_prefix("///"));
        for fence in docs.clone().map(str::trim).filter(|line| line.starts_with("```") || line.starts_with("~~~")) {
            assert!(["```", "```text", "```no_run"].contains(&fence), "{name}: {fence}");
        }
        assert!(!docs.clone().any(|line| line.replace("\\<", "").contains("<script")), "{name}");
        let hidden = |character: char| {
            character.is_control() && character != '\n' || "\u{202e}\u{2066}\u{2028}\u{feff}".contains(character)
        };
        assert!(!text.contains(hidden), "{name}");
    }
}
