//! R40: the output for every accepted spec compiles, with any names.

use super::made::spec;
use super::odd::odd;
use super::{compile, whole};
use crate::{fixtures, generated, source};
use ncloud_testing::{Random, Scale, record};
use std::collections::BTreeMap;
use std::fmt::Write;

/// All fixtures, and random specs with names of 1 to 200 characters.
#[test]
fn r40_accepted_specs_compile() {
    let scale = Scale::from_process();
    let mut sample: Vec<BTreeMap<String, String>> =
        fixtures("fixtures").into_iter().map(|(_, text)| without_examples(generated(&source(&text)))).collect();
    let fixtures = sample.len();
    sample
        .extend([1, 2, 30, 54, 55, 56, 57, 64, 65, 66, 100, 199, 200].map(|length| generated(&whole(&named(length)))));
    let mut random = Random::new(40);
    let specs = scale.of(2000);
    for _ in 0..specs {
        let text = spec(&mut random, &mut |_| "Plain text.".to_owned());
        let lengths: Vec<usize> = (0..40).map(|_| 1 + random.below(200)).collect();
        sample.push(generated(&whole(&renamed(&text, &lengths))));
    }
    for _ in 0..specs {
        sample.push(generated(&whole(&odd(&mut random))));
    }
    // One crate with all specs would take too much memory.
    let compiled: usize = sample.chunks(200).map(compile).sum();
    record!(
        scale,
        "R40",
        format!(
            "{fixtures} fixtures and {} random specs: {compiled} compiled with warnings denied; names of 1 to 200 characters, and words of Rust, of generated code and of nobody",
            2 * specs
        )
    );
}

/// Removes the bodies of documented examples, which are not part of the files.
fn without_examples(mut files: BTreeMap<String, String>) -> BTreeMap<String, String> {
    files.remove("examples.rs");
    if let Some(text) = files.get_mut("operations.rs") {
        for body in ["book", "shelf"] {
            *text = text.replace(&format!("include_str!(\"../spec/examples/{body}.json\")"), "\"{}\"");
        }
    }
    files
}

/// Renames the named elements of a random spec to names of these lengths.
fn renamed(text: &str, lengths: &[usize]) -> String {
    let stems = ["Thing", "Page", "Kind", "getThing", "putThing", "field", "id"];
    let words = stems.iter().flat_map(|stem| (0..6).map(move |number| format!("{stem}{number}")));
    let mut out = text.to_owned();
    for (word, length) in words.zip(lengths.iter().cycle()) {
        let long = format!("{word}{}", "x".repeat(length.saturating_sub(word.len())));
        out = replaced(&out, &word, &long);
    }
    out
}

/// Replaces a whole word.
fn replaced(text: &str, word: &str, by: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    let part = |character: char| character.is_ascii_alphanumeric() || character == '_';
    while let Some(at) = rest.find(word) {
        let (before, behind) = (&rest[..at], &rest[at + word.len()..]);
        out.push_str(before);
        let alone = !before.ends_with(part) && !behind.starts_with(part);
        out.push_str(if alone { by } else { word });
        rest = behind;
    }
    out + rest
}

/// Returns a spec with every named element. All names have this length.
fn named(length: usize) -> String {
    let name = |first: &str| format!("{first}{}", "a".repeat(length - 1));
    let from = "x-source: { page: p, date: 2025-01-02, revision: R1 }";
    let (op, put, page, row) = (name("o"), name("u"), name("G"), name("R"));
    let (kinds, tagged, state, list) = (name("K"), name("T"), name("E"), name("L"));
    let [id, query, limit, number, field, key] = ["i", "q", "l", "n", "f", "k"].map(name);
    let answer = |schema: &str| {
        format!(
            "'200': {{ description: d, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{schema}' }} }} }} }}"
        )
    };
    let mut text = format!(
        "paths:\n  /a/{{{id}}}:\n    get:\n      operationId: {op}\n      summary: Lists\n      {from}\n      x-idempotent: true\n"
    );
    writeln!(
        text,
        "      x-cli: {{ noun: {}, verb: {}, name: {key}, columns: [{{ title: A, field: {key} }}] }}",
        name("n"),
        name("v")
    )
    .unwrap();
    writeln!(text, "      x-paging: {{ page: {number}, limit: {limit}, items: {list}, key: {key} }}").unwrap();
    writeln!(
        text,
        "      parameters:\n        - {{ name: {id}, in: path, required: true, schema: {{ type: string }} }}"
    )
    .unwrap();
    writeln!(text, "        - {{ name: {query}, in: query, schema: {{ $ref: '#/components/schemas/{state}' }} }}")
        .unwrap();
    for (parameter, default) in [(&number, 0), (&limit, 10)] {
        writeln!(text, "        - {{ name: {parameter}, in: query, schema: {{ type: integer, default: {default} }} }}")
            .unwrap();
    }
    writeln!(text, "      responses: {{ {} }}", answer(&page)).unwrap();
    write!(text, "    put:\n      operationId: {put}\n      summary: Puts\n      {from}\n      x-idempotent: true\n      x-wait: {{ field: {field} }}\n").unwrap();
    writeln!(text, "      x-cli: {{ noun: {}, verb: {} }}", name("n"), name("w")).unwrap();
    writeln!(text, "      parameters: [{{ name: {id}, in: path, required: true, schema: {{ type: string }} }}]")
        .unwrap();
    writeln!(text, "      requestBody: {{ required: true, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{row}' }} }} }} }}").unwrap();
    writeln!(text, "      responses: {{ {} }}\ncomponents:\n  schemas:", answer(&row)).unwrap();
    writeln!(text, "    {page}: {{ type: object, {from}, properties: {{ {list}: {{ type: array, items: {{ $ref: '#/components/schemas/{row}' }} }}, {limit}: {{ type: integer }} }} }}").unwrap();
    writeln!(text, "    {row}: {{ type: object, {from}, required: [{key}], properties: {{ {key}: {{ type: string }}, {field}: {{ $ref: '#/components/schemas/{state}' }}, {}: {{ $ref: '#/components/schemas/{kinds}' }}, {}: {{ $ref: '#/components/schemas/{tagged}' }}, {}: {{ $ref: '#/components/schemas/{row}' }} }} }}", name("a"), name("b"), name("c")).unwrap();
    writeln!(
        text,
        "    {state}: {{ type: string, {from}, enum: [{}, {}], x-outcomes: {{ {}: success }} }}",
        name("A"),
        name("B"),
        name("A")
    )
    .unwrap();
    writeln!(text, "    {kinds}: {{ {from}, oneOf: [{{ type: string }}, {{ $ref: '#/components/schemas/{row}' }}, {{ type: array, items: {{ $ref: '#/components/schemas/{kinds}' }} }}] }}").unwrap();
    writeln!(text, "    {tagged}: {{ {from}, oneOf: [{{ $ref: '#/components/schemas/{row}' }}, {{ $ref: '#/components/schemas/{}' }}], discriminator: {{ propertyName: {key}, mapping: {{ {}: '#/components/schemas/{row}', {}: '#/components/schemas/{}' }} }} }}", name("M"), name("C"), name("D"), name("M")).unwrap();
    writeln!(text, "    {}: {{ type: object, {from}, required: [{key}], properties: {{ {key}: {{ type: string }}, {}: {{ type: number }} }} }}", name("M"), name("z")).unwrap();
    text + crate::FOOT
}
