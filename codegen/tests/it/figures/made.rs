//! Random valid specs. The structure depends on a seed, the texts come from a function.

use crate::FOOT;
use ncloud_testing::Random;
use std::fmt::Write;

/// Creates a spec. `text` returns each free text. Its argument is the purpose.
pub(crate) fn spec(random: &mut Random, text: &mut dyn FnMut(&str) -> String) -> String {
    let mut out = String::from("paths:\n");
    let count = 3 + random.below(3);
    for number in 0..count {
        operation(&mut out, random, text, number);
    }
    out.push_str("components:\n  schemas:\n");
    for number in 0..count {
        schemas(&mut out, random, text, number);
    }
    out.push_str(FOOT);
    out
}

fn quoted(text: String) -> String {
    serde_json::to_string(&text).unwrap()
}

fn source(text: &mut dyn FnMut(&str) -> String) -> String {
    let (page, revision) = (quoted(text("page")), quoted(text("revision")));
    format!("x-source: {{ page: {page}, date: 2025-01-02, revision: {revision} }}")
}

fn operation(out: &mut String, random: &mut Random, text: &mut dyn FnMut(&str) -> String, number: usize) {
    let is_listing = random.chance(0.5);
    let mut line = |depth: usize, content: String| writeln!(out, "{}{content}", "  ".repeat(depth)).unwrap();
    line(1, format!("/things{number}/{{id{number}}}:"));
    line(2, "get:".to_owned());
    line(3, format!("operationId: getThing{number}"));
    line(3, format!("summary: {}", quoted(text("summary"))));
    line(3, format!("description: {}", quoted(text("description"))));
    line(3, format!("x-notes: {}", quoted(text("notes"))));
    line(3, source(text));
    line(3, "x-idempotent: true".to_owned());
    let columns = format!("[{{ title: {}, field: key }}]", quoted(text("title")));
    line(3, format!("x-cli: {{ noun: thing{number}, verb: get, columns: {columns} }}"));
    if is_listing {
        line(3, "x-paging: { page: page, limit: limit, items: list, key: key }".to_owned());
    }
    line(3, "parameters:".to_owned());
    let (about, example) = (quoted(text("description")), quoted(text("example")));
    let notes = quoted(text("notes"));
    line(
        4,
        format!(
            "- {{ name: id{number}, in: path, required: true, schema: {{ type: string }}, description: {about}, x-notes: {notes}, example: {example} }}"
        ),
    );
    if is_listing {
        line(
            4,
            format!(
                "- {{ name: page, in: query, schema: {{ type: integer, default: 0 }}, description: {} }}",
                quoted(text("description"))
            ),
        );
        line(4, "- { name: limit, in: query, schema: { type: integer, default: 10 } }".to_owned());
    } else {
        let (default, about) = (quoted(text("default")), quoted(text("description")));
        line(
            4,
            format!(
                "- {{ name: filter, in: query, schema: {{ type: string, default: {default} }}, description: {about} }}"
            ),
        );
    }
    line(3, "responses:".to_owned());
    let schema = if is_listing { format!("Page{number}") } else { format!("Thing{number}") };
    let (about, notes) = (quoted(text("description")), quoted(text("notes")));
    line(
        4,
        format!(
            "'200': {{ description: {about}, x-notes: {notes}, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{schema}' }} }} }} }}"
        ),
    );
    // Each spec uses both of its schemas, with either response.
    if !is_listing {
        line(2, "put:".to_owned());
        line(3, format!("operationId: putThing{number}"));
        line(3, format!("summary: {}", quoted(text("summary"))));
        line(3, source(text));
        line(3, "x-idempotent: false".to_owned());
        line(3, format!("x-cli: {{ noun: thing{number}, verb: put }}"));
        line(3, format!("parameters: [{{ name: id{number}, in: path, required: true, schema: {{ type: string }} }}]"));
        line(3, "requestBody:".to_owned());
        line(4, format!("description: {}", quoted(text("description"))));
        line(4, format!("x-notes: {}", quoted(text("notes"))));
        line(4, "required: true".to_owned());
        line(
            4,
            format!("content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Page{number}' }} }} }}"),
        );
        line(3, format!("responses: {{ '204': {{ description: {} }} }}", quoted(text("description"))));
    }
}

fn schemas(out: &mut String, random: &mut Random, text: &mut dyn FnMut(&str) -> String, number: usize) {
    let mut line = |depth: usize, content: String| writeln!(out, "{}{content}", "  ".repeat(depth)).unwrap();
    line(2, format!("Page{number}:"));
    line(3, "type: object".to_owned());
    line(3, format!("description: {}", quoted(text("description"))));
    line(3, format!("x-notes: {}", quoted(text("notes"))));
    line(3, source(text));
    line(3, "required: [list]".to_owned());
    line(3, "properties:".to_owned());
    line(
        4,
        format!(
            "list: {{ type: array, description: {}, items: {{ $ref: '#/components/schemas/Thing{number}' }} }}",
            quoted(text("description"))
        ),
    );
    line(2, format!("Thing{number}:"));
    line(3, "type: object".to_owned());
    line(3, source(text));
    line(3, "required: [key]".to_owned());
    line(3, "properties:".to_owned());
    let (about, notes) = (quoted(text("description")), quoted(text("notes")));
    line(4, format!("key: {{ type: string, description: {about}, x-notes: {notes} }}"));
    line(
        4,
        format!("kind: {{ $ref: '#/components/schemas/Kind{number}', description: {} }}", quoted(text("description"))),
    );
    for field in 0..random.below(5) {
        let about = quoted(text("description"));
        let ty = *random.choose(&[
            "type: string",
            "type: integer, minimum: 1",
            "type: boolean",
            "type: number",
            "type: string, format: date-time",
            "type: array, items: { type: string }",
            "type: object, additionalProperties: { type: integer }",
            "type: [string, 'null']",
        ]);
        line(4, format!("field{field}: {{ {ty}, description: {about} }}"));
    }
    line(4, format!("open: {{ x-open: {} }}", quoted(text("reason"))));
    line(2, format!("Kind{number}:"));
    line(3, "type: string".to_owned());
    line(3, format!("description: {}", quoted(text("description"))));
    line(3, format!("x-notes: {}", quoted(text("notes"))));
    line(3, source(text));
    line(3, "enum: [ONE, TWO]".to_owned());
    line(3, format!("x-enumDescriptions: {{ ONE: {}, TWO: {} }}", quoted(text("value")), quoted(text("value"))));
}
