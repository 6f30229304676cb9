//! `requests.rs`: a request struct per operation.

use super::paths::Paths;
use super::rust::RustFile;
use super::types::{Models, Types, converted, is_converted, many_arguments};
use crate::docs::{Doc, condition, limits};
use crate::model::{Api, Argument, ArgumentPlace, Fill, Operation, Setter, Type};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Returns the request structs.
pub(super) fn emit_requests(api: &Api) -> RustFile {
    let mut file = RustFile::default();
    if !api.operations.is_empty() {
        file.import_runtime();
    }
    let paths = Paths::next_to(api.operations.iter().map(|operation| &operation.request));
    let types = Types { paths: &paths, models: Models::NextTo };
    api.operations.iter().flat_map(|operation| emit_request(api, operation, &types)).for_each(|item| file.item(item));
    file
}

fn emit_request(api: &Api, operation: &Operation, types: &Types<'_>) -> Vec<TokenStream> {
    let name = &operation.request;
    let doc = Doc::default().line(format!(
        "Request of [`Client::{}`](crate::Client::{}).",
        operation.function.as_str(),
        operation.function.as_str()
    ));
    let body = operation.body.as_ref().map(|body| types.field(&body.ty, is_there(body.fill), false));
    let body = body.map(|ty| quote!(body: #ty,));
    let methods = [
        vec![emit_new(operation, types)],
        operation.setters.iter().map(|setter| emit_setter(operation, setter, types)).collect(),
        emit_body(operation, types).into_iter().collect(),
        emit_wait(operation, types).into_iter().collect(),
    ];
    let methods = methods.iter().flatten();
    let structure = quote! {
        #doc
        #[derive(Clone, Debug)]
        #[must_use = "a request does nothing until it is sent"]
        pub struct #name {
            pub(crate) request: rt::Request,
            #body
        }
    };
    let own = quote!(impl #name { #(#methods)* });
    [structure, own, emit_common(operation, types)].into_iter().chain(emit_listing(api, operation, types)).collect()
}

/// Whether a request has a body from the start.
fn is_there(fill: Fill) -> bool {
    matches!(fill, Fill::Fields | Fill::Argument)
}

fn emit_new(operation: &Operation, types: &Types<'_>) -> TokenStream {
    let constant = &operation.constant;
    let arguments = &operation.arguments;
    let handed = types.handed(arguments);
    let many = many_arguments(arguments.len() + 1);
    let sets: Vec<TokenStream> = arguments
        .iter()
        .filter_map(|Argument { name, place, .. }| {
            let position = position(*place)?;
            Some(quote!(request.set_at(#position, &#name);))
        })
        .collect();
    let mutable = (!sets.is_empty()).then(|| quote!(mut));
    let body = emit_first_body(operation, types);
    let start = quote!(client.request(&super::operations::#constant));
    let make = match (sets.is_empty(), &body) {
        (true, None) => quote!(Self { request: #start }),
        (true, Some(body)) => quote!(Self { request: #start, #body }),
        (false, _) => {
            let body = body.map(|body| quote!(, #body));
            quote! {
                let #mutable request = #start;
                #(#sets)*
                Self { request #body }
            }
        }
    };
    quote! {
        #many
        #[inline]
        pub(crate) fn new(client: &crate::Client, #(#handed),*) -> Self {
            #make
        }
    }
}

/// The position of a parameter in the table.
fn position(place: ArgumentPlace) -> Option<Literal> {
    match place {
        ArgumentPlace::Parameter(position) => Some(Literal::usize_unsuffixed(position)),
        ArgumentPlace::Field | ArgumentPlace::Body => None,
    }
}

fn emit_first_body(operation: &Operation, types: &Types<'_>) -> Option<TokenStream> {
    let body = operation.body.as_ref()?;
    let fields = operation.arguments.iter().filter(|argument| argument.place == ArgumentPlace::Field);
    let fields = fields.map(|Argument { name, .. }| name);
    let ty = types.owned(&body.ty, false);
    Some(match body.fill {
        Fill::Fields => quote!(body: #ty::new(#(#fields),*)),
        Fill::Argument => quote!(body),
        Fill::OptionalFields | Fill::Setter => quote!(body: None),
    })
}

fn emit_setter(operation: &Operation, setter: &Setter, types: &Types<'_>) -> TokenStream {
    let Setter { name, wire, field, ty, .. } = setter;
    let doc = Doc::default()
        .text_or(&setter.description, &format!("The value of {}.", crate::docs::code_span(wire)))
        .line(limits(ty, setter.default.as_deref()))
        .line(condition(setter.required_when.as_ref()));
    let alias = setter.alias.iter();
    let argument = types.argument(ty);
    let owned = types.owned(ty, false);
    let value = converted(name, ty);
    let is_moved = !is_converted(ty);
    let optional = operation.body.as_ref().is_some_and(|body| body.fill == Fill::OptionalFields);
    let set = match (position(setter.place), is_moved, optional) {
        (Some(position), true, _) => quote!(self.request.set_at(#position, &#name);),
        (Some(position), false, _) => quote! {
            let #name: #owned = #value;
            self.request.set_at(#position, &#name);
        },
        (None, _, true) => quote!(self.body = Some(self.body.unwrap_or_default().#field(#name));),
        (None, _, false) => quote!(self.body = self.body.#field(#name);),
    };
    quote! {
        #doc
        #(#[doc(alias = #alias)])*
        #[inline]
        pub fn #name(mut self, #name: #argument) -> Self {
            #set
            self
        }
    }
}

fn emit_body(operation: &Operation, types: &Types<'_>) -> Option<TokenStream> {
    let body = operation.body.as_ref().filter(|body| body.fill != Fill::Argument)?;
    let (ty, fill) = (types.owned(&body.ty, false), body.fill);
    let value = if is_there(fill) { quote!(body) } else { quote!(Some(body)) };
    let doc = Doc::default()
        .line("Sets the whole body. It replaces the fields that were set before.")
        .text(&body.description);
    Some(quote! {
        #doc
        #[inline]
        pub fn body(mut self, body: #ty) -> Self {
            self.body = #value;
            self
        }
    })
}

/// What all requests have: options, conversion and sending.
fn emit_common(operation: &Operation, types: &Types<'_>) -> TokenStream {
    let name = &operation.request;
    let body = operation.body.as_ref().map(|body| match is_there(body.fill) {
        true => quote!(, body required),
        false => quote!(, body optional),
    });
    let send = match &operation.answer {
        Some(ty) if *ty.plain() == Type::True => quote!(confirm),
        Some(ty) => {
            let response = types.owned(ty, false);
            quote!(send #response)
        }
        None => quote!(send_empty),
    };
    quote!(rt::request!(#name, #send #body);)
}

/// What requests have that list.
fn emit_listing(api: &Api, operation: &Operation, types: &Types<'_>) -> Option<TokenStream> {
    let (answer, _) = (operation.answer.as_ref()?, operation.paging.as_ref()?);
    api.definition(answer)?.page.as_ref()?;
    let (name, page) = (&operation.request, types.owned(answer, false));
    Some(quote!(rt::listing!(#name, #page);))
}

fn emit_wait(operation: &Operation, types: &Types<'_>) -> Option<TokenStream> {
    let (wait, answer) = (operation.wait.as_ref()?, operation.answer.as_ref()?);
    let ends = wait.states.iter().filter(|(_, outcome)| outcome.is_some());
    let states = ends.map(|(state, _)| crate::docs::code_span(state)).collect::<Vec<_>>().join(", ");
    let field = crate::docs::code_span(&wait.field);
    let undocumented = match &wait.end {
        Some(end) => {
            format!("An undocumented state ends the wait once the response has {}.", crate::docs::code_span(end))
        }
        None => "An undocumented state does not end the wait.".to_owned(),
    };
    let doc = Doc::default()
        .line(format!("Polls until {field} is one of {states}, and returns the last response."))
        .line(format!("Every end is `Ok`; the state in the response says which one. {undocumented}"))
        .line("# Errors")
        .line("[`WaitTimeout`](crate::ErrorKind::WaitTimeout) after `timeout`, with the last state. A poll that fails temporarily does not end the wait; an error response that persists does. All errors of [`send`](Self::send).");
    let answer = types.owned(answer, false);
    Some(quote! {
        #doc
        #[inline]
        pub fn wait(self, timeout: ::std::time::Duration) -> rt::ResponseFuture<#answer> {
            self.into_request().wait(timeout)
        }
    })
}
