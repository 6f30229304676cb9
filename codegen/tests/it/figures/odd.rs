//! Random specs whose names are Rust keywords, words of generated code, and invented words.

use crate::FOOT;
use ncloud_testing::Random;
use std::collections::BTreeSet;
use std::fmt::Write;

/// Names of schemas and operations, which OpenAPI restricts.
const PLAIN: &[&str] = &[
    "Any",
    "BTreeMap",
    "Box",
    "Cell",
    "Client",
    "Clone",
    "Copy",
    "DateTime",
    "Debug",
    "Default",
    "Drop",
    "Eq",
    "Err",
    "Error",
    "Fn",
    "From",
    "Hash",
    "Into",
    "Items",
    "JsonError",
    "None",
    "Ok",
    "OneOf",
    "Operation",
    "Option",
    "Options",
    "Other",
    "Outcome",
    "Page",
    "Pages",
    "Paging",
    "Parameter",
    "PartialEq",
    "Place",
    "Record",
    "Request",
    "Result",
    "ResumeToken",
    "Schema",
    "Self",
    "Send",
    "ResponseFuture",
    "Service",
    "Shape",
    "Sink",
    "Some",
    "Source",
    "Step",
    "Str",
    "String",
    "Text",
    "ToString",
    "TryFrom",
    "UnknownFields",
    "Value",
    "Vec",
    "a-1",
    "a1",
    "a_1",
    "bool",
    "client",
    "crate",
    "f64",
    "fn",
    "gen",
    "i64",
    "models",
    "ncloud_runtime",
    "operations",
    "requests",
    "schemas",
    "self",
    "std",
    "str",
    "super",
    "type",
    "A",
    "a",
    "1",
    "-",
    "_",
    ".",
    "a.b",
    "EXAMPLES",
    "OPERATIONS",
    "SERVICE",
    "new",
    "default",
    "request",
    "builder",
    "from",
    "union",
];

/// Names of fields, parameters and values, which can be any string.
const ANY: &[&str] = &[
    "$",
    "$top",
    "-",
    "--x",
    "-1",
    "1",
    "=",
    "<=",
    "상태",
    "😀",
    "a b",
    "a\"b",
    "a\\b",
    "a'b",
    "{a}",
    "#",
    "body",
    "client",
    "unknown_fields",
    "with_unknown_field",
    "send",
    "pages",
    "items",
    "wait",
    "with",
    "snapshot",
    "resume",
    "into",
    "clone",
    "eq",
    "fmt",
    "add",
    "await",
    "async",
    "dyn",
    "Self",
    "self",
    "crate",
    "super",
    "true",
    "false",
    "null",
    "read",
    "write",
    "field",
    "schema",
    "is_absent",
    "as_str",
    "hash",
    "drop",
    "not",
    "neg",
    "deref",
    "index",
    "raw",
    "macro_rules",
    "value",
    "to",
    "other",
    "Other",
    "OTHER",
    "None",
    "Some",
    "Ok",
    "Err",
    "a_b",
    "a-b",
    "aB",
    "AB",
    "ab",
    "a__b",
    "_a",
    "a_",
    "x",
    "X",
];

fn names<'w>(random: &mut Random, words: &[&'w str], count: usize) -> Vec<&'w str> {
    let mut seen = BTreeSet::new();
    (0..count).map(|_| *random.choose(words)).filter(|word| seen.insert(*word)).collect()
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// Creates a spec of a few operations and schemas with such names.
pub(super) fn odd(random: &mut Random) -> String {
    let from = "x-source: { page: p, date: 2025-01-02, revision: R1 }";
    let all: Vec<&str> = PLAIN.iter().chain(ANY).copied().collect();
    let schemas = names(random, PLAIN, 12);
    let reference = |random: &mut Random| format!("$ref: '#/components/schemas/{}'", random.choose(&schemas));
    let mut out = "paths:\n".to_owned();
    for (number, id) in names(random, PLAIN, 8).into_iter().enumerate() {
        let method = ["get", "post", "put", "patch", "delete"][number % 5];
        let (answer, body) = (reference(random), reference(random));
        writeln!(out, "  /a{number}:\n    {method}:\n      operationId: {}\n      summary: Does", quoted(id)).unwrap();
        writeln!(
            out,
            "      {from}\n      x-idempotent: true\n      x-cli: {{ noun: thing, verb: v{number} }}\n      parameters:"
        )
        .unwrap();
        for name in names(random, &all, 8) {
            let ty = *random.choose(&["string", "integer, format: int32", "number, minimum: 0.5", "boolean"]);
            let required = random.chance(0.3);
            writeln!(
                out,
                "        - {{ name: {}, in: query, required: {required}, schema: {{ type: {ty} }} }}",
                quoted(name)
            )
            .unwrap();
        }
        if method != "get" {
            let required = random.chance(0.5);
            writeln!(out, "      requestBody: {{ required: {required}, content: {{ application/json: {{ schema: {{ {body} }} }} }} }}").unwrap();
        }
        writeln!(out, "      responses: {{ '200': {{ description: d, content: {{ application/json: {{ schema: {{ {answer} }} }} }} }} }}").unwrap();
    }
    // Every schema must be used.
    let all_of_them: Vec<String> = schemas
        .iter()
        .enumerate()
        .map(|(n, name)| format!("f{n}: {{ $ref: '#/components/schemas/{name}' }}"))
        .collect();
    writeln!(out, "  /all:\n    get:\n      operationId: readAll\n      summary: Does\n      {from}\n      x-idempotent: true\n      x-cli: {{ noun: thing, verb: all }}").unwrap();
    writeln!(out, "      responses: {{ '200': {{ description: d, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/EveryOne' }} }} }} }} }}").unwrap();
    writeln!(
        out,
        "components:\n  schemas:\n    EveryOne: {{ type: object, {from}, properties: {{ {} }} }}",
        all_of_them.join(", ")
    )
    .unwrap();
    for name in &schemas {
        let words: Vec<String> = names(random, &all, 10).into_iter().map(quoted).collect();
        let shape = match random.below(4) {
            0 => format!("type: string, enum: [{}]", words.join(", ")),
            1 => {
                "oneOf: [{ type: string }, { type: number }, { type: object, additionalProperties: { type: string } }]"
                    .to_owned()
            }
            _ => {
                let fields = words.iter().map(|word| {
                    let ty = match random.below(5) {
                        0 => "type: [string, 'null']".to_owned(),
                        1 => "type: array, items: { type: integer }".to_owned(),
                        2 => "type: boolean".to_owned(),
                        _ => reference(random),
                    };
                    format!("{word}: {{ {ty} }}")
                });
                let fields: Vec<String> = fields.collect();
                let required: Vec<&String> = words.iter().filter(|_| random.chance(0.4)).collect();
                let required: Vec<&str> = required.into_iter().map(String::as_str).collect();
                format!("type: object, required: [{}], properties: {{ {} }}", required.join(", "), fields.join(", "))
            }
        };
        writeln!(out, "    {}: {{ {from}, {shape} }}", quoted(name)).unwrap();
    }
    out + FOOT
}
