//! Families of specs of growing size. Each grows in one dimension in which a generator may be quadratic or worse.

use crate::FOOT;
use ncloud_codegen::Source;
use std::collections::BTreeMap;
use std::fmt::Write;

const X_SOURCE: &str = "x-source: { page: p, date: 2025-01-02, revision: R1 }";

/// A family: name, size of its smallest member, and a function that creates a member.
pub(super) struct Family {
    pub(super) name: &'static str,
    pub(super) smallest: usize,
    pub(super) make: fn(usize) -> Source,
}

const fn family(name: &'static str, smallest: usize, make: fn(usize) -> Source) -> Family {
    Family { name, smallest, make }
}

pub(super) const FAMILIES: [Family; 16] = [
    family("fan-out", 30, fan_out),
    family("chains", 1000, |size| schemas(size, 1, "")),
    family("cycles", 400, cycles),
    family("cycles of required fields", 400, required_cycles),
    family("long lines", 8000, long_line),
    family("many mistakes", 1500, mistakes),
    family("many aliases", 25_000, aliases),
    family("wide enums", 5000, wide_enum),
    family("deep nesting", 500, nesting),
    family("long texts", 25_000, long_text),
    family("markup in texts", 200_000, marks),
    family("many operations", 200, operations),
    family("many parameters", 400, parameters),
    family("many files", 300, files),
    family("colliding names", 1000, names),
    family("unread errors", 400, errors),
];

fn source(text: String, files: BTreeMap<String, String>) -> Source {
    Source { name: "spec/service.yaml".to_owned(), text: text + FOOT, files, crate_name: "service".to_owned() }
}

/// Returns a spec with one operation whose response has this schema.
fn answering(schema: &str, components: &str) -> Source {
    source(format!("{}components:\n  schemas:\n{components}", get("/a", "getA", schema)), BTreeMap::new())
}

fn get(path: &str, id: &str, schema: &str) -> String {
    let head = if path == "/a" { "paths:\n" } else { "" };
    format!(
        "{head}  {path}:\n    get:\n      operationId: {id}\n      summary: Gets\n      {X_SOURCE}\n      x-idempotent: true\n      \
         x-cli: {{ noun: thing, verb: {} }}\n      responses: {{ '200': {{ description: d, content: {{ application/json: {{ \
         schema: {{ $ref: '{schema}' }} }} }} }} }}\n",
        id.to_lowercase()
    )
}

/// Returns a spec with a chain or cycle of objects. Each refers to the next ones.
fn schemas(size: usize, references: usize, required: &str) -> Source {
    let mut text = String::new();
    for number in 0..size {
        let fields: Vec<String> = (1..=references)
            .map(|step| (number + step, step))
            .filter(|(target, _)| !required.is_empty() || *target < size)
            .map(|(target, step)| format!("f{step}: {{ $ref: '#/components/schemas/S{}' }}", target % size))
            .collect();
        let fields = if fields.is_empty() { "a: { type: string }".to_owned() } else { fields.join(", ") };
        writeln!(text, "    S{number}: {{ type: object, {X_SOURCE}, {required}properties: {{ {fields} }} }}").unwrap();
    }
    answering("#/components/schemas/S0", &text)
}

fn fan_out(size: usize) -> Source {
    schemas(size, 8, "")
}

fn cycles(size: usize) -> Source {
    schemas(size, 10, "required: [], ")
}

fn required_cycles(size: usize) -> Source {
    schemas(size, 10, "required: [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10], ")
}

/// Returns a spec on one line, as written by a tool.
fn long_line(size: usize) -> Source {
    let fields: Vec<String> = (0..size).map(|number| format!("[x{number}, y]")).collect();
    answering(
        "#/components/schemas/S",
        &format!("    S: {{ type: string, {X_SOURCE}, enum: [{}] }}\n", fields.join(", ")),
    )
}

fn mistakes(size: usize) -> Source {
    let fields = (0..size)
        .map(|number| format!("        f{number}: {{ $ref: '#/components/schemas/Nosuch{number}', tpye: string }}\n"));
    let text = fields.collect::<String>();
    answering(
        "#/components/schemas/S",
        &format!("    S:\n      type: object\n      {X_SOURCE}\n      properties:\n{text}"),
    )
}

fn aliases(size: usize) -> Source {
    let names = vec!["*a"; size].join(", ");
    source(format!("a: &a x\nb: [{names}]\npaths: {{}}\n"), BTreeMap::new())
}

fn wide_enum(size: usize) -> Source {
    let values: Vec<String> = (0..size).map(|number| format!("V{number}")).collect();
    answering(
        "#/components/schemas/S",
        &format!("    S: {{ type: string, {X_SOURCE}, enum: [{}] }}\n", values.join(", ")),
    )
}

/// Returns a spec with nested lists of maximum depth, and aliases of them.
fn nesting(size: usize) -> Source {
    let inner = (0..14).fold("{ type: string }".to_owned(), |inner, _| format!("{{ type: array, items: {inner} }}"));
    let lists = (0..size).map(|number| format!("    L{number}: {{ type: array, {X_SOURCE}, items: {inner} }}\n"));
    let lists: String = lists.collect();
    answering("#/components/schemas/S", &(grouped(size, "L") + &lists))
}

/// Returns an object `S` that refers to `size` schemas, through objects of a hundred fields. The maximum is 128 fields.
fn grouped(size: usize, name: &str) -> String {
    let object = |schema: &str, field: &str, targets: std::ops::Range<usize>| {
        let fields = targets.map(|number| format!("x{number}: {{ $ref: '#/components/schemas/{field}{number}' }}"));
        let fields = fields.collect::<Vec<_>>().join(", ");
        format!("    {schema}: {{ type: object, {X_SOURCE}, properties: {{ {fields} }} }}\n")
    };
    let groups = size.div_ceil(100);
    let parts = (0..groups).map(|group| object(&format!("G{group}"), name, group * 100..size.min(group * 100 + 100)));
    let parts: String = parts.collect();
    object("S", "G", 0..groups) + &parts
}

fn described(text: &str) -> Source {
    let text = serde_json::to_string(text).unwrap();
    answering(
        "#/components/schemas/S",
        &format!(
            "    S: {{ type: object, {X_SOURCE}, description: {text}, properties: {{ a: {{ type: string, description: {text} }} }} }}\n"
        ),
    )
}

fn long_text(size: usize) -> Source {
    described(&"All about it. ".repeat(size / 10))
}

/// Returns texts with unclosed markup.
fn marks(size: usize) -> Source {
    let marks = ["[", "<", "`", "http://.", "``", "!["];
    described(&marks.map(|mark| mark.repeat(size / 60)).join("\n\n"))
}

fn operations(size: usize) -> Source {
    let mut text = get("/a", "getA", "#/components/schemas/S");
    for number in 0..size {
        text += &get(&format!("/a{number}/{{x}}"), &format!("get{number}x"), "#/components/schemas/S").replace(
            "      responses",
            "      parameters: [{ name: x, in: path, required: true, schema: { type: string } }]\n      responses",
        );
    }
    text += &format!(
        "components:\n  schemas:\n    S: {{ type: object, {X_SOURCE}, properties: {{ a: {{ type: string }} }} }}\n"
    );
    source(text, BTreeMap::new())
}

fn parameters(size: usize) -> Source {
    let list: Vec<String> = (0..size)
        .map(|number| format!("        - {{ name: p{number}, in: query, required: {}, schema: {{ type: string }}, description: d }}\n", number % 8 == 0))
        .collect();
    let text = get("/a", "getA", "#/components/schemas/S")
        .replace("      responses", &format!("      parameters:\n{}      responses", list.concat()));
    source(
        format!(
            "{text}components:\n  schemas:\n    S: {{ type: object, {X_SOURCE}, properties: {{ a: {{ type: string }} }} }}\n"
        ),
        BTreeMap::new(),
    )
}

fn files(size: usize) -> Source {
    let schema = |next: &str| {
        format!("components:\n  schemas:\n    S: {{ type: object, {X_SOURCE}, properties: {{ a: {next} }} }}\n")
    };
    let next = |number: usize| match number + 1 < size {
        true => format!("{{ $ref: 'f{}.yaml#/components/schemas/S' }}", number + 1),
        false => "{ type: string }".to_owned(),
    };
    let files = (0..size).map(|number| (format!("f{number}.yaml"), schema(&next(number)))).collect();
    source(get("/a", "getA", "f0.yaml#/components/schemas/S"), files)
}

/// Returns enum values that all become the same name.
fn names(size: usize) -> Source {
    let values: Vec<String> = (0..size).map(|number| format!("'a{}b'", "-".repeat(number % 200 + 1))).collect();
    let enums = values.chunks(200).enumerate().map(|(number, values)| {
        format!("    E{number}: {{ type: string, {X_SOURCE}, enum: [{}] }}\n", values.join(", "))
    });
    let enums: String = enums.collect();
    answering("#/components/schemas/S", &(grouped(size.div_ceil(200), "E") + &enums))
}

fn errors(size: usize) -> Source {
    let mut text = get("/a", "getA", "#/components/schemas/S");
    let codes: String = (0..size.min(100))
        .map(|number| format!("'{}': {{ $ref: '#/components/responses/R{number}' }}, ", 400 + number))
        .collect();
    text = text.replace("responses: { ", &format!("responses: {{ {codes}"));
    let responses: String = (0..size)
        .map(|number| {
            format!("    R{number}: {{ description: d, content: {{ text/html: {{ schema: {{ $ref: '#/components/schemas/E' }} }} }} }}\n")
        })
        .take(size.min(100))
        .collect();
    let more: String = (0..size).map(|number| format!("{{ const: {number} }}, ")).collect();
    text += &format!(
        "components:\n  responses:\n{responses}  schemas:\n    S: {{ type: object, {X_SOURCE}, properties: {{ a: {{ type: string }} }} }}\n    E: {{ anyOf: [{more}] }}\n"
    );
    source(text, BTreeMap::new())
}
