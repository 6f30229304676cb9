//! Text of a spec becomes only literals and documentation in generated Rust, and the documentation cannot run.

use crate::figures::{PAYLOADS, spec};
use crate::{fixtures, generated, source};
use ncloud_codegen::Source;
use ncloud_testing::Random;
use proc_macro2::{TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

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

/// The comments of a file, without those between its items.
fn comments(text: &str) -> Vec<String> {
    let mut comments = vec![String::new()];
    for line in text.lines() {
        match (line.trim_start().strip_prefix("///"), comments.last_mut()) {
            (Some(line), Some(comment)) => *comment += &format!("{}\n", line.strip_prefix(' ').unwrap_or(line)),
            _ => comments.push(String::new()),
        }
    }
    comments.retain(|comment| !comment.is_empty());
    comments
}

#[test]
fn rustdoc_reads_no_markup_of_its_own_in_a_text() {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    for seed in 0..20 {
        let mut random = Random::new(seed ^ 0xffff);
        let text = spec(&mut Random::new(seed), &mut |_| {
            let parts: Vec<&str> = (0..3).map(|_| *random.choose(PAYLOADS)).collect();
            parts.join("\n")
        });
        for (name, text) in generated(&Source { text, ..source("") }) {
            for comment in comments(&text) {
                for event in Parser::new_ext(&comment, options) {
                    let is_harmless = match &event {
                        Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => false,
                        // The generator's own links lead to other items.
                        Event::Start(Tag::Link { dest_url, .. }) => {
                            let is_web = dest_url.starts_with("http://") || dest_url.starts_with("https://");
                            is_web || !dest_url.contains("canary") && **dest_url != *"crate::Client"
                        }
                        Event::Start(Tag::CodeBlock(kind)) => {
                            let is_example = comment.contains("```no_run");
                            is_example || *kind == CodeBlockKind::Fenced("text".into())
                        }
                        _ => true,
                    };
                    assert!(is_harmless, "{name}: {event:?} in {comment}");
                }
            }
        }
    }
}
