//! Invariants of the generator for every spec.

use crate::{FOOT, fixtures, generated, source};
use ncloud_codegen::{Source, generate};

#[test]
fn the_same_source_gives_the_same_bytes() {
    for (name, fixture) in fixtures("fixtures") {
        assert_eq!(generated(&source(&fixture)), generated(&source(&fixture)), "{name}");
    }
}

#[test]
fn every_generated_file_has_a_mark_and_is_valid() {
    for (name, fixture) in fixtures("fixtures") {
        for (file, text) in generated(&source(&fixture)) {
            assert!(
                text.lines().next().unwrap().contains("@generated from spec/library.yaml by codegen; do not edit.")
            );
            assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{name}: {file}");
            assert!(text.lines().all(|line| line.trim_end() == line), "{name}: {file} has spaces at an end of line");
            if file.ends_with(".rs") {
                syn::parse_file(&text).unwrap_or_else(|error| panic!("{name}: {file}: {error}"));
            }
        }
    }
}

#[test]
fn generated_code_has_no_loops() {
    for (name, fixture) in fixtures("fixtures") {
        for (file, text) in generated(&source(&fixture)).into_iter().filter(|(file, _)| file.ends_with(".rs")) {
            let words: Vec<&str> =
                text.split(|character: char| !character.is_alphanumeric() && character != '_').collect();
            let code = text.lines().filter(|line| !line.trim_start().starts_with("///")).collect::<String>();
            assert!(!code.contains("loop {") && !code.contains("while "), "{name}: {file}");
            assert!(!words.contains(&"unwrap") && !words.contains(&"unsafe"), "{name}: {file}");
        }
    }
}

#[test]
fn a_spec_may_be_split_into_files() {
    let mut split = source(
        "paths:
  /books/{isbn}:
    $ref: 'books.yaml#/components/pathItems/Book'
",
    );
    let books = "components:
  pathItems:
    Book:
      get:
        operationId: getBook
        summary: Gets a book
        x-source: { page: books, date: 2025-01-02, revision: R1 }
        x-idempotent: true
        x-cli: { noun: book, verb: get }
        parameters:
          - { name: isbn, in: path, required: true, schema: { type: string } }
        responses:
          '200': { description: The book., content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
  schemas:
    Book:
      type: object
      x-source: { page: books, date: 2025-01-02, revision: R1 }
      properties:
        isbn: { type: string }
";
    split.files.insert("books.yaml".to_owned(), books.to_owned());
    let files = generated(&split);
    assert!(files["client.rs"].contains("pub fn get_book(&self, isbn: impl Into<rt::Text>)"));
    assert!(files["models.rs"].contains("pub struct Book {"));

    split.files.insert(
        "books.yaml".to_owned(),
        books.replace("revision: R1 }\n      properties", "revison: R1 }\n      properties"),
    );
    let problems = generate(&split).unwrap_err();
    assert_eq!(problems.list()[0].file(), "spec/books.yaml");
}

#[test]
fn invalid_specs_never_panic() {
    let fixtures = fixtures("fixtures");
    for (_, fixture) in &fixtures {
        let whole = format!("{fixture}{FOOT}");
        let starts = whole.char_indices().map(|(start, _)| start).step_by(61);
        for start in starts {
            check_survives(&whole[..start]);
            check_survives(&format!("{}{}", &whole[..start], whole[start..].replacen(": ", ":\n  - ", 1)));
        }
    }
}

fn check_survives(text: &str) {
    let cut = Source { text: text.to_owned(), ..source("") };
    if let Err(problems) = generate(&cut) {
        assert!(!problems.list().is_empty());
        assert!(problems.list().iter().all(|problem| problem.position() > (0, 0) && !problem.message().is_empty()));
    }
}
