//! `reference.md`: the API for readers.

use super::docs::source_line;
use super::markdown::{cell, paragraph, plain, table};
use super::notes::{of_notes, of_operation, of_schema, render_notes};
use crate::docs::{code_span, condition, harmless, harmless_line, limits};
use crate::model::{Api, Definition, Field, Operation, Parameter, ParameterPlace, Reference, Shape, Type};
use crate::sync::MARK;
use std::collections::BTreeMap;

/// The page.
pub(super) fn render_reference(api: &Api) -> String {
    let mut page = format!("<!-- {MARK} {} by codegen; do not edit. -->\n", api.spec);
    paragraph(&mut page, &format!("# {} {}", plain(&api.title), plain(&api.version)));
    paragraph(&mut page, &harmless(&api.description).join("\n"));
    paragraph(
        &mut page,
        &format!("Address: {}. {} replaces it.", code_span(&api.endpoint), code_span(&api.endpoint_variable)),
    );
    render_notes(&mut page, &of_notes(&api.notes));
    let links = Links::of(api);
    for operation in &api.operations {
        render_operation(&mut page, &links, operation);
    }
    if !links.anchors.is_empty() {
        paragraph(&mut page, "## Schemas");
    }
    api.definitions.iter().for_each(|definition| render_schema(&mut page, &links, definition));
    page
}

fn render_operation(page: &mut String, links: &Links<'_>, operation: &Operation) {
    paragraph(page, &format!("## {}", plain(&operation.id)));
    paragraph(page, &format!("`{} {}`", operation.method.as_str(), operation.path));
    paragraph(page, &harmless(&operation.summary).join("\n"));
    paragraph(page, &harmless(&operation.description).join("\n"));
    let command = &operation.command;
    paragraph(
        page,
        &format!("Command: `{} {}`. Method: `{}`.", command.noun, command.verb, operation.function.as_str()),
    );
    let retry = if operation.idempotent { "Safe to retry." } else { "Not retried if the outcome is unknown." };
    let [success, error_statuses] = [&operation.statuses.success, &operation.statuses.errors].map(|codes| {
        let codes: Vec<String> = codes.iter().map(u16::to_string).collect();
        codes.join(", ")
    });
    let error_statuses = match error_statuses.as_str() {
        "" => error_statuses,
        codes => format!(" Errors: {codes}."),
    };
    paragraph(page, &format!("Success: {success}.{error_statuses} {retry}"));
    render_bodies(page, links, operation);
    let source = &operation.source;
    paragraph(page, &format!("{} Revision {}.", source_line(source), code_span(&source.revision)));
    render_notes(page, &of_operation(operation));
}

fn render_bodies(page: &mut String, links: &Links<'_>, operation: &Operation) {
    if !operation.parameters.is_empty() {
        let rows = operation.parameters.iter().map(|parameter| parameter_row(parameter, links)).collect();
        table(page, "Parameters", &["Name", "In", "Type", "Required", "Meaning"], rows);
    }
    if let Some(body) = &operation.body {
        let title = if body.required { "Body" } else { "Body (optional)" };
        body_table(page, links, title, &body.ty, &body.description);
    }
    match &operation.answer {
        Some(answer) => body_table(page, links, "Response", answer, ""),
        None => paragraph(page, "The response has no body."),
    }
}

fn parameter_row(parameter: &Parameter, links: &Links<'_>) -> Vec<String> {
    let place = match parameter.place {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
        ParameterPlace::Header => "header",
    };
    let meaning = meaning(&parameter.description, &parameter.ty, parameter.default.as_deref());
    vec![code_span(&parameter.wire), place.to_owned(), links.type_name(&parameter.ty), yes(parameter.required), meaning]
}

fn yes(required: bool) -> String {
    if required { "yes" } else { "" }.to_owned()
}

fn meaning(description: &str, ty: &Type, default: Option<&str>) -> String {
    format!("{} {}", harmless_line(description), limits(ty, default)).trim().to_owned()
}

fn body_table(page: &mut String, links: &Links<'_>, title: &str, ty: &Type, description: &str) {
    paragraph(page, &format!("{title}: {}.", links.type_name(ty)));
    paragraph(page, &harmless(description).join("\n"));
}

/// A named schema: its fields, its values, or what it is one of.
fn render_schema(page: &mut String, links: &Links<'_>, definition: &Definition) {
    if !is_shown(definition) {
        return;
    }
    paragraph(page, &format!("### {}", heading(&definition.reference)));
    paragraph(page, &harmless(&definition.description).join("\n"));
    match &definition.shape {
        Shape::Struct(fields) => {
            let rows = fields.iter().map(|field| field_row(field, links)).collect();
            table(page, "", &["Field", "Type", "Required", "Meaning"], rows);
        }
        Shape::Enum(variants) => {
            let rows = variants.iter().map(|variant| vec![code_span(&variant.wire), plain(&variant.description)]);
            table(page, "", &["Value", "Meaning"], rows.collect());
        }
        Shape::Kinds(alternatives) => {
            let types: Vec<String> = alternatives.iter().map(|alternative| links.type_name(&alternative.ty)).collect();
            paragraph(page, &format!("One of: {}.", types.join(", ")));
        }
        Shape::Tagged { property, variants } => {
            let rows = variants.iter().map(|variant| vec![code_span(&variant.tag), links.type_name(&variant.ty)]);
            table(page, "", &[&cell(&code_span(property)), "Type"], rows.collect());
        }
        Shape::Alias(ty) => {
            paragraph(page, format!("Type: {}. {}", links.type_name(ty), limits(ty, None)).trim_end());
        }
    }
    render_notes(page, &of_schema(definition));
}

/// Whether a schema has a place on the page. What is only another name of a type needs one for its notes alone.
fn is_shown(definition: &Definition) -> bool {
    !matches!(definition.shape, Shape::Alias(_)) || !definition.notes.is_empty()
}

fn field_row(field: &Field, links: &Links<'_>) -> Vec<String> {
    let meaning = meaning(&field.description, &field.ty, field.default.as_deref());
    let meaning = format!("{meaning} {}", condition(field.required_when.as_ref()));
    let meaning = match &field.request_name {
        Some(name) => format!("{} Requests call it {}.", meaning.trim_end(), code_span(&name.wire)),
        None => meaning,
    };
    let ty = match &field.constant {
        Some(constant) => code_span(&constant.wire),
        None => links.type_name(&field.ty),
    };
    vec![code_span(&field.wire), ty, yes(field.required), meaning]
}

fn heading(reference: &Reference) -> String {
    format!("Schema `{}`", reference.name.as_str())
}

/// The anchors of the headings of schemas.
struct Links<'a> {
    anchors: BTreeMap<&'a Reference, String>,
}

impl<'a> Links<'a> {
    /// Headings whose anchors would be equal get a number each, as forges have it.
    fn of(api: &'a Api) -> Self {
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        let mut anchors = BTreeMap::new();
        for definition in api.definitions.iter().filter(|definition| is_shown(definition)) {
            let plain = format!("schema-{}", definition.reference.name.as_str().to_lowercase());
            let count = taken.entry(plain.clone()).or_default();
            let anchor = if *count == 0 { plain } else { format!("{plain}-{count}") };
            *count += 1;
            anchors.insert(&definition.reference, anchor);
        }
        Self { anchors }
    }

    fn type_name(&self, ty: &Type) -> String {
        match ty {
            Type::Any(_) => "any".to_owned(),
            Type::Boolean => "boolean".to_owned(),
            Type::True => "`true`".to_owned(),
            Type::Integer { .. } => "integer".to_owned(),
            Type::Number { .. } => "number".to_owned(),
            Type::Text { .. } => "string".to_owned(),
            Type::DateTime => "date and time with offset".to_owned(),
            Type::DateTimeLocal => "date and time without offset".to_owned(),
            Type::Array(of) => format!("list of {}", self.type_name(of)),
            Type::Map(of) => format!("map to {}", self.type_name(of)),
            Type::Nullable(of) => format!("{} or null", self.type_name(of)),
            Type::Struct(reference) | Type::Enum(reference) | Type::Union(reference) => {
                let anchor = self.anchors.get(reference).map_or("", String::as_str);
                format!("[`{}`](#{anchor})", reference.name.as_str())
            }
            Type::Alias(_, of) | Type::Also(_, of) => self.type_name(of),
        }
    }
}
