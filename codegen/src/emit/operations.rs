//! `operations.rs`: the operations table.

use super::data::{
    boolean, call, constant, count, include, integer, list, member, option, pair, path, record, reference,
    reference_to, slice_of, text, type_of,
};
use super::rust::RustFile;
use super::shapes::{self, Shapes};
use crate::docs::Doc;
use crate::model::{
    Api, Body, Cell, Column, Command, Method, Operation, Origin, Paging, Parameter, ParameterPlace, Resolve, Unit, Wait,
};
use crate::safe_text::clean;
use proc_macro2::{Ident, Span};
use syn::Expr;

/// Returns service, operations, examples, and a static per operation.
pub(super) fn emit_operations(api: &Api) -> RustFile {
    let mut file = RustFile::default();
    file.import_runtime();
    let mut data = |doc: Doc, name: Ident, ty, value| file.data(constant(&doc, name, ty, value));
    let [service, operations, examples] =
        ["SERVICE", "OPERATIONS", "EXAMPLES"].map(|name| Ident::new(name, Span::call_site()));
    let doc = Doc::default().line("The service.").text(&api.description);
    data(doc, service, type_of("rt::Service"), emit_service(api));
    let doc = Doc::default().line("All operations, in the order of the spec.");
    data(doc, operations, slice_of(reference_to(type_of("rt::Operation"))), emit_list(api));
    let doc = Doc::default().line("All documented bodies, in the order of the spec.");
    data(doc, examples, slice_of(type_of("rt::Example")), emit_examples(api));
    let shapes = Shapes { module: "super::schemas" };
    for operation in &api.operations {
        let doc = Doc::default().line(format!("`{} {}`", operation.method.as_str(), operation.path));
        data(doc, operation.constant.ident(), type_of("rt::Operation"), emit_operation(operation, &shapes));
    }
    file
}

fn emit_service(api: &Api) -> Expr {
    record(
        "rt::Service",
        [
            ("title", text(&clean(&api.title))),
            ("version", text(&clean(&api.version))),
            ("endpoint", text(&api.endpoint)),
            ("endpoint_variable", text(&api.endpoint_variable)),
            ("errors", emit_error_shapes(api)),
        ],
    )
}

fn emit_error_shapes(api: &Api) -> Expr {
    let Some(shapes) = &api.error_shapes else {
        return path("rt::ErrorShape::DOCUMENTED");
    };
    list(shapes.iter().map(|shape| {
        record(
            "rt::ErrorShape",
            [
                ("code", text(&shape.code)),
                ("message", text(&shape.message)),
                ("details", option(shape.details.as_deref().map(text))),
                ("seen", text(&clean(&shape.seen))),
            ],
        )
    }))
}

fn emit_list(api: &Api) -> Expr {
    list(api.operations.iter().map(|operation| reference(member("", &operation.constant))))
}

fn emit_examples(api: &Api) -> Expr {
    let folder = if api.folder.is_empty() { String::new() } else { format!("{}/", api.folder) };
    let examples = api.operations.iter().flat_map(|operation| {
        operation.examples.iter().map(|example| {
            let role = if example.is_request { "rt::Role::Request" } else { "rt::Role::Response" };
            record(
                "rt::Example",
                [
                    ("operation", text(&operation.id)),
                    ("role", path(role)),
                    ("file", text(&example.file)),
                    ("text", include(&format!("../{folder}examples/{}", example.file))),
                ],
            )
        })
    });
    list(examples.collect::<Vec<_>>())
}

fn emit_operation(operation: &Operation, shapes: &Shapes) -> Expr {
    let parameters = operation.parameters.iter().map(|parameter| emit_parameter(parameter, shapes));
    let [success, error_statuses] = [&operation.statuses.success, &operation.statuses.errors]
        .map(|codes| list(codes.iter().map(|code| count(usize::from(*code)))));
    record(
        "rt::Operation",
        [
            ("id", text(&operation.id)),
            ("method", path(method_path(operation.method))),
            ("path", text(&operation.path)),
            ("parameters", list(parameters)),
            ("body", option(operation.body.as_ref().map(|body| emit_body(body, shapes)))),
            ("success", success),
            ("error_statuses", error_statuses),
            ("response", option(operation.answer.as_ref().map(|answer| shapes.schema(answer)))),
            ("idempotent", boolean(operation.idempotent)),
            ("paging", option(operation.paging.as_ref().map(emit_paging))),
            ("wait", option(operation.wait.as_ref().map(emit_wait))),
            ("command", emit_command(&operation.command)),
            ("summary", text(&operation.summary)),
            ("description", text(&clean(&operation.description))),
            ("source", emit_source(&operation.source)),
        ],
    )
}

fn method_path(method: Method) -> &'static str {
    match method {
        Method::Get => "rt::Method::Get",
        Method::Post => "rt::Method::Post",
        Method::Put => "rt::Method::Put",
        Method::Patch => "rt::Method::Patch",
        Method::Delete => "rt::Method::Delete",
    }
}

fn emit_source(source: &Origin) -> Expr {
    let [page, date, revision] = [&source.page, &source.date, &source.revision].map(|part| text(&clean(part)));
    record("rt::Source", [("page", page), ("date", date), ("revision", revision)])
}

fn emit_parameter(parameter: &Parameter, shapes: &Shapes) -> Expr {
    let place = match parameter.place {
        ParameterPlace::Path => "rt::Place::Path",
        ParameterPlace::Query => "rt::Place::Query",
        ParameterPlace::Header => "rt::Place::Header",
    };
    record(
        "rt::Parameter",
        [
            ("name", text(&parameter.wire)),
            ("place", path(place)),
            ("required", boolean(parameter.required)),
            ("schema", shapes.schema(&parameter.ty)),
            ("default", option(parameter.default.as_deref().map(text))),
            ("resolve", option(parameter.resolve.as_ref().map(emit_resolve))),
            ("range_end", option(parameter.range_end.as_deref().map(text))),
            ("description", text(&clean(&parameter.description))),
        ],
    )
}

fn emit_resolve(resolve: &Resolve) -> Expr {
    let Resolve { operation, by, id, .. } = resolve;
    record("rt::Resolve", [("operation", text(operation)), ("by", text(by)), ("id", text(id))])
}

fn emit_body(body: &Body, shapes: &Shapes) -> Expr {
    record("rt::Body", [("required", boolean(body.required)), ("schema", shapes.schema(&body.ty))])
}

fn emit_paging(paging: &Paging) -> Expr {
    record(
        "rt::Paging",
        [
            ("page", text(&paging.page)),
            ("limit", text(&paging.limit)),
            ("first", integer(paging.first)),
            ("default_limit", integer(paging.default_limit)),
            ("items", text(&paging.items)),
            ("key", text(&paging.key)),
        ],
    )
}

fn emit_wait(wait: &Wait) -> Expr {
    let states = wait.states.iter().map(|(state, outcome)| pair(text(state), option(outcome.map(shapes::outcome))));
    let end = option(wait.end.as_deref().map(text));
    record("rt::Wait", [("field", text(&wait.field)), ("end", end), ("states", list(states))])
}

fn emit_command(command: &Command) -> Expr {
    record(
        "rt::Command",
        [
            ("noun", text(&command.noun)),
            ("verb", text(&command.verb)),
            ("rows", option(command.rows.as_deref().map(text))),
            ("columns", list(command.columns.iter().map(emit_column))),
            ("name", option(command.name.as_deref().map(text))),
        ],
    )
}

fn emit_column(column: &Column) -> Expr {
    let title = text(&clean(&column.title));
    let shown = match &column.cell {
        Cell::Field(field) => call("rt::Column::field", [title, text(field)]),
        Cell::Between(from, to) => call("rt::Column::between", [title, text(from), text(to)]),
    };
    let shown = match column.unit {
        Some(Unit::EpochMilliseconds) => call("rt::Column::unit", [shown, path("rt::Unit::EpochMilliseconds")]),
        Some(Unit::Minutes) => call("rt::Column::unit", [shown, path("rt::Unit::Minutes")]),
        None => shown,
    };
    if column.wide { call("rt::Column::wide", [shown]) } else { shown }
}
