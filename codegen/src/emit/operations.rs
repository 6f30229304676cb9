//! `operations.rs`: the operations table.

use super::literal;
use super::rust::RustFile;
use super::shapes::{self, Shapes};
use crate::docs::Doc;
use crate::model::{
    Api, Body, Cell, Column, Command, ErrorShape, Example, Method, Operation, Paging, Parameter, Resolve, Wait,
};
use crate::safe_text::clean;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Returns service, operations, examples, and a static per operation.
pub(super) fn emit_operations(api: &Api) -> RustFile {
    let mut file = RustFile::default();
    file.import_runtime();
    let mut data = |doc: Doc, item: TokenStream| file.item(quote!(#doc #item));
    data(Doc::default().line("The service.").text(&api.description), emit_service(api));
    data(Doc::default().line("All operations, in the order of the spec."), emit_list(api));
    data(Doc::default().line("All documented bodies, in the order of the spec."), emit_examples(api));
    let shapes = Shapes::new(quote!(super::schemas::));
    for operation in &api.operations {
        let doc = Doc::default().line(format!("`{} {}`", operation.method.as_str(), operation.path));
        data(doc, emit_operation(operation, &shapes));
    }
    file
}

fn emit_service(api: &Api) -> TokenStream {
    let Api { endpoint, endpoint_variable, .. } = api;
    let errors = emit_error_shapes(api);
    let [title, version] = [&api.title, &api.version].map(|text| clean(text));
    quote! {
        pub static SERVICE: rt::Service =
            rt::Service {
                title: #title,
                version: #version,
                endpoint: #endpoint,
                endpoint_variable: #endpoint_variable,
                errors: #errors,
            };
    }
}

fn emit_error_shapes(api: &Api) -> TokenStream {
    let Some(shapes) = &api.error_shapes else {
        return quote!(rt::ErrorShape::DOCUMENTED);
    };
    let shapes = shapes.iter().map(|ErrorShape { code, message, details, seen }| {
        let details = literal::option(details.as_deref().map(literal::text));
        let seen = clean(seen);
        quote!(rt::ErrorShape { code: #code, message: #message, details: #details, seen: #seen })
    });
    quote!(&[#(#shapes),*])
}

fn emit_list(api: &Api) -> TokenStream {
    let constants = api.operations.iter().map(|operation| &operation.constant);
    quote!(pub static OPERATIONS: &[&rt::Operation] = &[#(&#constants),*];)
}

fn emit_examples(api: &Api) -> TokenStream {
    let examples = api.operations.iter().flat_map(|operation| {
        operation.examples.iter().map(|Example { is_request, file, .. }| {
            let id = &operation.id;
            let role = if *is_request { quote!(rt::Role::Request) } else { quote!(rt::Role::Response) };
            let folder = if api.folder.is_empty() { String::new() } else { format!("{}/", api.folder) };
            let path = format!("../{folder}examples/{file}");
            quote!(rt::Example { operation: #id, role: #role, file: #file, text: include_str!(#path) })
        })
    });
    quote!(pub static EXAMPLES: &[rt::Example] = &[#(#examples),*];)
}

fn emit_operation(operation: &Operation, shapes: &Shapes) -> TokenStream {
    let Operation { id, constant, path, idempotent, summary, source, .. } = operation;
    let method = emit_method(operation.method);
    let parameters = operation.parameters.iter().map(|parameter| emit_parameter(parameter, shapes));
    let body = literal::option(operation.body.as_ref().map(|body| emit_body(body, shapes)));
    let [success, error_statuses] = [&operation.statuses.success, &operation.statuses.errors]
        .map(|codes| codes.iter().map(|code| Literal::u16_unsuffixed(*code)));
    let response = literal::option(operation.answer.as_ref().map(|answer| shapes.schema(answer)));
    let paging = literal::option(operation.paging.as_ref().map(emit_paging));
    let wait = literal::option(operation.wait.as_ref().map(emit_wait));
    let command = emit_command(&operation.command);
    let description = clean(&operation.description);
    let [page, date, revision] = [&source.page, &source.date, &source.revision].map(|text| clean(text));
    quote! {
        pub static #constant: rt::Operation = rt::Operation {
            id: #id,
            method: #method,
            path: #path,
            parameters: &[#(#parameters),*],
            body: #body,
            success: &[#(#success),*],
            error_statuses: &[#(#error_statuses),*],
            response: #response,
            idempotent: #idempotent,
            paging: #paging,
            wait: #wait,
            command: #command,
            summary: #summary,
            description: #description,
            source: rt::Source { page: #page, date: #date, revision: #revision },
        };
    }
}

fn emit_method(method: Method) -> TokenStream {
    match method {
        Method::Get => quote!(rt::Method::Get),
        Method::Post => quote!(rt::Method::Post),
        Method::Put => quote!(rt::Method::Put),
        Method::Patch => quote!(rt::Method::Patch),
        Method::Delete => quote!(rt::Method::Delete),
    }
}

fn emit_parameter(parameter: &Parameter, shapes: &Shapes) -> TokenStream {
    let Parameter { wire, required, .. } = parameter;
    let place = if parameter.in_path { quote!(rt::Place::Path) } else { quote!(rt::Place::Query) };
    let (schema, description) = (shapes.schema(&parameter.ty), clean(&parameter.description));
    let default = literal::option(parameter.default.as_deref().map(literal::text));
    let resolve = literal::option(parameter.resolve.as_ref().map(emit_resolve));
    quote! {
        rt::Parameter {
            name: #wire,
            place: #place,
            required: #required,
            schema: #schema,
            default: #default,
            resolve: #resolve,
            description: #description,
        }
    }
}

fn emit_resolve(resolve: &Resolve) -> TokenStream {
    let Resolve { operation, by, id, .. } = resolve;
    quote!(rt::Resolve { operation: #operation, by: #by, id: #id })
}

fn emit_body(body: &Body, shapes: &Shapes) -> TokenStream {
    let (required, schema) = (body.required, shapes.schema(&body.ty));
    quote!(rt::Body { required: #required, schema: #schema })
}

fn emit_paging(paging: &Paging) -> TokenStream {
    let Paging { page, limit, items, key, .. } = paging;
    let (first, default_limit) = (literal::integer(paging.first), literal::integer(paging.default_limit));
    quote! {
        rt::Paging { page: #page, limit: #limit, first: #first, default_limit: #default_limit, items: #items, key: #key }
    }
}

fn emit_wait(wait: &Wait) -> TokenStream {
    let field = &wait.field;
    let end = literal::option(wait.end.as_deref().map(literal::text));
    let states = wait.states.iter().map(|(state, outcome)| {
        let outcome = literal::option(outcome.map(shapes::outcome));
        quote!((#state, #outcome))
    });
    quote!(rt::Wait { field: #field, end: #end, states: &[#(#states),*] })
}

fn emit_command(command: &Command) -> TokenStream {
    let Command { noun, verb, .. } = command;
    let name = literal::option(command.name.as_deref().map(literal::text));
    let columns = command.columns.iter().map(|Column { title, cell, .. }| {
        let title = clean(title);
        match cell {
            Cell::Field(field) => quote!(rt::Column::field(#title, #field)),
            Cell::Between(from, to) => quote!(rt::Column::between(#title, #from, #to)),
        }
    });
    let rows = literal::option(command.rows.as_deref().map(literal::text));
    quote!(rt::Command { noun: #noun, verb: #verb, rows: #rows, columns: &[#(#columns),*], name: #name })
}
