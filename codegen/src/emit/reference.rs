//! `reference.md`: the API for readers.

use super::models::source_line;
use crate::docs::{code_span, condition, harmless, limits};
use crate::model::{Api, Field, Operation, Parameter, Type};
use crate::sync::MARK;

/// Deepest field that a table shows.
const MAX_DEPTH: usize = 6;

/// The page.
pub(super) fn render_reference(api: &Api) -> String {
    let mut page = format!("<!-- {MARK} {} by codegen; do not edit. -->\n", api.spec);
    paragraph(&mut page, &format!("# {} {}", plain(&api.title), plain(&api.version)));
    paragraph(&mut page, &harmless(&api.description).join("\n"));
    paragraph(
        &mut page,
        &format!("Address: {}. {} replaces it.", code_span(&api.endpoint), code_span(&api.endpoint_variable)),
    );
    for operation in &api.operations {
        render_operation(&mut page, api, operation);
    }
    page
}

/// Text in which nothing is markup, on one line.
fn plain(text: &str) -> String {
    cell(&harmless(text).join(" "))
}

fn paragraph(page: &mut String, text: &str) {
    if !text.is_empty() {
        page.push_str(&format!("\n{text}\n"));
    }
}

fn render_operation(page: &mut String, api: &Api, operation: &Operation) {
    paragraph(page, &format!("## {}", plain(&operation.id)));
    paragraph(page, &format!("`{} {}`", operation.method.as_str(), operation.path));
    paragraph(page, &harmless(&operation.summary).join("\n"));
    paragraph(page, &harmless(&operation.description).join("\n"));
    let command = &operation.command;
    paragraph(
        page,
        &format!("Command: `{} {}`. Method: `{}`.", command.noun, command.verb, operation.function.as_str()),
    );
    let repeat = if operation.idempotent { "May be repeated." } else { "Is not repeated after an unknown outcome." };
    let [success, refusals] = [&operation.statuses.success, &operation.statuses.refusals].map(|codes| {
        let codes: Vec<String> = codes.iter().map(u16::to_string).collect();
        codes.join(", ")
    });
    let refusals = match refusals.as_str() {
        "" => refusals,
        codes => format!(" Refusals: {codes}."),
    };
    paragraph(page, &format!("Success: {success}.{refusals} {repeat}"));
    render_bodies(page, api, operation);
    paragraph(page, &source_line(&operation.source));
}

fn render_bodies(page: &mut String, api: &Api, operation: &Operation) {
    if !operation.parameters.is_empty() {
        let rows = operation.parameters.iter().map(parameter_row).collect();
        table(page, "Parameters", &["Name", "Place", "Type", "Required", "Meaning"], rows);
    }
    if let Some(body) = &operation.body {
        let title = if body.required { "Body" } else { "Body (optional)" };
        body_table(page, api, title, &body.ty, &body.description);
    }
    match &operation.answer {
        Some(answer) => body_table(page, api, "Answer", answer, ""),
        None => paragraph(page, "The answer has no body."),
    }
}

fn parameter_row(parameter: &Parameter) -> Vec<String> {
    let place = if parameter.in_path { "path" } else { "query" };
    let meaning = meaning(&parameter.description, &parameter.ty, parameter.default.as_deref());
    vec![code_span(&parameter.wire), place.to_owned(), type_name(&parameter.ty), yes(parameter.required), meaning]
}

fn yes(required: bool) -> String {
    if required { "yes" } else { "" }.to_owned()
}

fn meaning(description: &str, ty: &Type, default: Option<&str>) -> String {
    format!("{} {}", harmless(description).join(" "), limits(ty, default)).trim().to_owned()
}

fn body_table(page: &mut String, api: &Api, title: &str, ty: &Type, description: &str) {
    paragraph(page, &format!("{title}: {}.", type_name(ty)));
    paragraph(page, &harmless(description).join("\n"));
    let mut rows = Vec::new();
    field_rows(api, ty, "", 0, &mut rows);
    if !rows.is_empty() {
        table(page, "", &["Field", "Type", "Required", "Meaning"], rows);
    }
}

fn field_rows(api: &Api, ty: &Type, prefix: &str, depth: usize, rows: &mut Vec<Vec<String>>) {
    let inner = innermost(ty);
    if depth >= MAX_DEPTH {
        return;
    }
    for Field { wire, required, required_when, ty, default, description, .. } in api.fields(inner).unwrap_or_default() {
        let path = if prefix.is_empty() { wire.clone() } else { format!("{prefix}.{wire}") };
        let meaning = meaning(description, ty, default.as_deref());
        let meaning = format!("{meaning} {}", condition(required_when.as_ref()));
        rows.push(vec![code_span(&path), type_name(ty), yes(*required), meaning]);
        let is_same = innermost(ty) == inner;
        if !is_same {
            let shown = if matches!(ty.plain(), Type::Array(_)) { format!("{path}[]") } else { path };
            field_rows(api, ty, &shown, depth + 1, rows);
        }
    }
}

/// The type of the elements, however deep they lie in lists.
fn innermost(ty: &Type) -> &Type {
    match ty.plain() {
        Type::Array(of) | Type::Nullable(of) => innermost(of),
        other => other,
    }
}

fn type_name(ty: &Type) -> String {
    match ty {
        Type::Any(_) => "any".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::True => "`true`".to_owned(),
        Type::Integer { .. } => "integer".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Text { .. } => "text".to_owned(),
        Type::DateTime => "date and time with offset".to_owned(),
        Type::DateTimeLocal => "date and time without offset".to_owned(),
        Type::Array(of) => format!("list of {}", type_name(of)),
        Type::Map(of) => format!("map to {}", type_name(of)),
        Type::Nullable(of) => format!("{} or null", type_name(of)),
        Type::Struct(reference) | Type::Enum(reference) | Type::Union(reference) => {
            format!("`{}`", reference.name.as_str())
        }
        Type::Alias(_, of) | Type::Also(_, of) => type_name(of),
    }
}

fn table(page: &mut String, title: &str, head: &[&str], rows: Vec<Vec<String>>) {
    if !title.is_empty() {
        paragraph(page, &format!("{title}:"));
    }
    let rule = vec!["---"; head.len()].join(" | ");
    page.push_str(&format!("\n| {} |\n| {rule} |\n", head.join(" | ")));
    for row in rows {
        let row = row.iter().map(|text| cell(text)).collect::<Vec<_>>().join(" | ");
        page.push_str(&format!("| {row} |\n"));
    }
}

/// Text of a cell: one line, without bare bars.
pub(super) fn cell(text: &str) -> String {
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ").replace("\\|", "|").replace('|', "\\|");
    if line.ends_with('\\') {
        line.push(' ');
    }
    line
}
