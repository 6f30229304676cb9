//! `client.rs`: a method per operation.

use super::paths::Paths;
use super::rust::RustFile;
use super::types::{Models, Types, converted, many_arguments};
use crate::docs::{Doc, code_span, limits};
use crate::model::{Api, Argument, ArgumentPlace, Literal, Operation, Type};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeMap;

/// Returns the methods of the client.
pub(super) fn emit_client(api: &Api) -> RustFile {
    let mut file = RustFile::default();
    let paths = Paths::default();
    let types = Types { paths: &paths, models: Models::NextTo };
    if api
        .operations
        .iter()
        .flat_map(|operation| &operation.arguments)
        .any(|argument| types.is_of_runtime(&argument.ty))
    {
        file.import_runtime();
    }
    for tag in &api.tags {
        let doc = Doc::default().text_or(&tag.description, &format!("Operations of {}.", code_span(&tag.name)));
        emit_methods(api, doc, Some(&tag.name), &types, &mut file);
    }
    emit_methods(api, Doc::default(), None, &types, &mut file);
    file
}

/// Adds the methods of a group, so that the documentation shows them together.
fn emit_methods(api: &Api, doc: Doc, tag: Option<&str>, types: &Types<'_>, file: &mut RustFile) {
    let operations = api.operations.iter().filter(|operation| operation.tag.as_deref() == tag);
    let operations: Vec<&Operation> = operations.collect();
    if operations.is_empty() {
        return;
    }
    let methods = operations.iter().map(|operation| emit_method(operation, types));
    let docs = operations.iter().map(|operation| document(api, operation));
    file.documented(quote!(impl crate::Client { #(#methods)* }), [doc].into_iter().chain(docs).collect());
}

fn emit_method(operation: &Operation, types: &Types<'_>) -> TokenStream {
    let Operation { function, request, arguments, .. } = operation;
    let taken = types.taken(arguments);
    let handed = arguments.iter().map(|argument| converted(&argument.name, &argument.ty));
    let many = many_arguments(arguments.len() + 1);
    quote! {
        #many
        #[inline]
        pub fn #function(&self, #(#taken),*) -> super::requests::#request {
            super::requests::#request::new(self, #(#handed),*)
        }
    }
}

fn document(api: &Api, operation: &Operation) -> Doc {
    let route = format!("`{} {}`", operation.method.as_str(), operation.path);
    let source = &operation.source;
    Doc::default()
        .text(&operation.summary)
        .text(&operation.description)
        .line(route)
        .lines(explain_all(api, operation))
        .line(setters(operation))
        .lines(example(api, operation))
        .line("# Errors")
        .line("Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).")
        .line(super::docs::source_line(source))
}

/// The list of arguments.
fn explain_all(api: &Api, operation: &Operation) -> Vec<String> {
    let parameters: BTreeMap<&str, &str> =
        operation.parameters.iter().map(|parameter| (&*parameter.wire, &*parameter.description)).collect();
    let fields = operation.body.as_ref().and_then(|body| api.fields(&body.ty)).unwrap_or_default();
    let fields: BTreeMap<&str, &str> = fields.iter().map(|field| (&*field.wire, &*field.description)).collect();
    let body = operation.body.as_ref().map(|body| &*body.description);
    let explained = operation.arguments.iter().filter_map(|argument| {
        let wire = argument.wire.as_str();
        let description = match argument.place {
            ArgumentPlace::Parameter(_) => parameters.get(wire).copied(),
            ArgumentPlace::Field => fields.get(wire).copied(),
            ArgumentPlace::Body => body,
        };
        explain(argument, description?)
    });
    explained.collect()
}

/// The setters of optional values, as links.
fn setters(operation: &Operation) -> String {
    let request = &operation.request;
    let links = operation.setters.iter().map(|setter| &setter.name);
    let links: Vec<String> =
        links.map(|name| format!("[`{name}`](super::requests::{request}::{name})", name = name.as_str())).collect();
    if links.is_empty() { String::new() } else { format!("Optional: {}.", links.join(", ")) }
}

/// An argument in the list of arguments.
fn explain(argument: &Argument, description: &str) -> Option<String> {
    let text = Doc::default().text(description).as_lines().join(" ");
    let said =
        [text, limits(&argument.ty, None)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    (!said.is_empty()).then(|| format!("- `{}`: {said}", argument.name))
}

/// A call that compiles.
fn example(api: &Api, operation: &Operation) -> Vec<String> {
    let arguments: Vec<String> = operation.arguments.iter().map(|argument| sample(api, argument)).collect();
    let call = format!("client.{}({}).send().await?;", operation.function, arguments.join(", "));
    let has_value = |answer: &Type| *answer.plain() != Type::True;
    let bound = if operation.answer.as_ref().is_some_and(has_value) { format!("let response = {call}") } else { call };
    let name = &api.crate_name;
    vec![
        "```no_run".to_owned(),
        format!("# async fn example(client: {name}::Client) -> Result<(), {name}::Error> {{"),
        bound,
        "# Ok(()) }".to_owned(),
        "```".to_owned(),
    ]
}

fn sample(api: &Api, argument: &Argument) -> String {
    match (&argument.example, argument.ty.plain()) {
        (Literal::Text(text), _) => proc_macro2::Literal::string(text).to_string(),
        (Literal::Integer(value), _) => value.to_string(),
        (Literal::Number(value), _) => format!("{value:?}"),
        (Literal::Boolean(value), _) => value.to_string(),
        (Literal::Default, Type::Nullable(_)) => "None".to_owned(),
        (Literal::Default, Type::Array(_)) => "Vec::new()".to_owned(),
        (Literal::Default, Type::Struct(reference) | Type::Union(reference)) => {
            format!("{}::models::{}::default()", api.crate_name, reference.name)
        }
        (Literal::Default, _) => "Default::default()".to_owned(),
    }
}
