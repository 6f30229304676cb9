//! `untyped-fields.md`: every public place whose content is open, with the reason.

use super::markdown::cell;
use super::paths::Paths;
use super::types::{Models, Types};
use crate::docs::{code_span, harmless_line};
use crate::model::{Api, Definition, Shape, Type};
use crate::sync::MARK;
use proc_macro2::TokenStream;

/// A public place that holds any value.
struct Place {
    path: String,
    ty: String,
    reasons: Vec<String>,
}

/// The page.
pub(super) fn render_untyped_fields(api: &Api) -> String {
    let paths = Paths::default();
    let types = Types { paths: &paths, models: Models::Here };
    let mut places: Vec<Place> = Vec::new();
    for definition in api.definitions.iter() {
        places.extend(places_of(definition, &types));
    }
    for operation in &api.operations {
        let body = operation.body.as_ref().map(|body| ("body", &body.ty));
        let answer = operation.answer.as_ref().map(|ty| ("answer", ty));
        for (part, ty) in body.into_iter().chain(answer) {
            let path = format!("{part} of {}", operation.function.as_str());
            places.extend(place(path, ty, || types.owned(ty, false)));
        }
    }
    let mut page = format!("<!-- {MARK} {} by codegen; do not edit. -->\n{HEAD}", api.spec);
    if places.is_empty() {
        page.push_str("\nThere is none.\n");
        return page;
    }
    page.push_str("\n| Place | Type | Reason |\n| --- | --- | --- |\n");
    for Place { path, ty, reasons } in places {
        let reasons = reasons.join(" ");
        page.push_str(&format!("| {} | `{ty}` | {reasons} |\n", code_span(&path)));
    }
    page
}

const HEAD: &str = "
# Places with open content

These public places hold a `serde_json::Value`, because the documentation leaves their content open.
So do the `Other` variants of unions and `unknown_fields`.
";

/// Returns the untyped fields of a type. An alias has none: the type is listed where the alias is used.
fn places_of(definition: &Definition, types: &Types<'_>) -> Vec<Place> {
    let name = definition.reference.name.as_str();
    match &definition.shape {
        Shape::Struct(fields) => fields
            .iter()
            .filter_map(|field| {
                let path = format!("{name}::{}", field.name.as_str());
                place(path, &field.ty, || types.field(&field.ty, field.required, field.boxed))
            })
            .collect(),
        Shape::Kinds(alternatives) => alternatives
            .iter()
            .filter_map(|alternative| {
                let path = format!("{name}::{}", alternative.kind.as_str());
                place(path, &alternative.ty, || types.owned(&alternative.ty, alternative.boxed))
            })
            .collect(),
        Shape::Enum(_) | Shape::Tagged { .. } | Shape::Alias(_) => Vec::new(),
    }
}

fn place(path: String, ty: &Type, rust: impl FnOnce() -> TokenStream) -> Option<Place> {
    let mut reasons = Vec::new();
    gather(ty, &mut reasons);
    if reasons.is_empty() {
        return None;
    }
    let ty =
        rust().to_string().replace(' ', "").replace(',', ", ").replace("::std::collections::", "").replace("rt::", "");
    Some(Place { path, ty, reasons })
}

/// The reasons of a type that is open somewhere, named types aside.
fn gather(ty: &Type, reasons: &mut Vec<String>) {
    match ty {
        Type::Any(reason) => {
            reasons.push(cell(&harmless_line(reason)));
        }
        Type::Array(of) | Type::Map(of) | Type::Nullable(of) => gather(of, reasons),
        Type::Alias(_, of) | Type::Also(_, of) => gather(of, reasons),
        _ => {}
    }
}
