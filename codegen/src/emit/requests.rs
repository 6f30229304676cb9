//! `requests.rs`: a request struct per operation.

use super::literal;
use super::paths::Paths;
use super::rust::RustFile;
use super::types::{Models, Types, converted, is_converted, many_arguments};
use crate::docs::{Doc, condition, limits};
use crate::model::{Api, Argument, ArgumentPlace, Fill, Operation, Setter, Type};
use proc_macro2::TokenStream;
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

fn emit_request(api: &Api, operation: &Operation, types: &Types<'_>) -> [TokenStream; 2] {
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
        vec![emit_with(), emit_into_request(operation), emit_send(operation, types)],
        emit_listing(api, operation, types),
        emit_wait(operation, types).into_iter().collect(),
    ];
    let methods = methods.iter().flatten();
    [
        quote! {
            #doc
            #[derive(Clone, Debug)]
            #[must_use = "a request does nothing until it is sent"]
            pub struct #name {
                pub(crate) request: rt::Request,
                #body
            }
        },
        quote!(impl #name { #(#methods)* }),
    ]
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
        .filter(|argument| argument.place == ArgumentPlace::Parameter)
        .map(|Argument { name, wire, .. }| {
            let position = literal::count(operation.position(wire));
            quote!(request.set_at(#position, &#name);)
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
    let position = literal::count(operation.position(wire));
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
    let set = match (setter.place, is_moved, optional) {
        (ArgumentPlace::Parameter, true, _) => quote!(self.request.set_at(#position, &#name);),
        (ArgumentPlace::Parameter, false, _) => quote! {
            let #name: #owned = #value;
            self.request.set_at(#position, &#name);
        },
        (_, _, true) => quote!(self.body = Some(self.body.unwrap_or_default().#field(#name));),
        (_, _, false) => quote!(self.body = self.body.#field(#name);),
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

fn emit_with() -> TokenStream {
    quote! {
        /// Sets options of this call, such as timeouts and retries.
        #[inline]
        pub fn with(mut self, options: rt::Options) -> Self {
            self.request.with(options);
            self
        }
    }
}

fn emit_into_request(operation: &Operation) -> TokenStream {
    let hand_over = operation.body.as_ref().map(|body| match is_there(body.fill) {
        true => quote!(self.request.body(&self.body);),
        false => quote! {
            if let Some(body) = &self.body {
                self.request.body(body);
            }
        },
    });
    let mutable = hand_over.as_ref().map(|_| quote!(mut));
    quote! {
        /// Converts to an untyped request with the same values.
        #[inline]
        pub fn into_request(#mutable self) -> rt::Request {
            #hand_over
            self.request
        }
    }
}

fn emit_send(operation: &Operation, types: &Types<'_>) -> TokenStream {
    let (answer, send, doc) = match &operation.answer {
        Some(ty) if *ty.plain() == Type::True => (
            quote!(()),
            quote!(confirm),
            "Sends the request. The response confirms it by the bare value `true`; `false` is an error.",
        ),
        Some(ty) => (types.owned(ty, false), quote!(send), "Sends the request and decodes the response."),
        None => (quote!(()), quote!(send_empty), "Sends the request. The response has no body."),
    };
    let doc = Doc::default().line(doc).line("# Errors").line("See [`ErrorKind`](crate::ErrorKind).");
    quote! {
        #doc
        #[inline]
        pub fn send(self) -> rt::ResponseFuture<#answer> {
            self.into_request().#send()
        }
    }
}

fn emit_listing(api: &Api, operation: &Operation, types: &Types<'_>) -> Vec<TokenStream> {
    let definition = operation.answer.as_ref().and_then(|answer| api.definition(answer));
    let page = definition.and_then(|definition| definition.page.as_ref());
    let (Some(_), Some(answer), Some(page)) = (&operation.paging, &operation.answer, page) else {
        return Vec::new();
    };
    let (answer, item) = (types.owned(answer, false), types.owned(&page.item, false));
    let (result, vec) = (types.paths.result(), types.paths.vec());
    vec![
        quote! {
            /// Streams all pages, starting with the requested one.
            #[inline]
            pub fn pages(self) -> rt::Pages<#answer> {
                self.into_request().pages()
            }
        },
        quote! {
            /// Streams all items from the requested page on, without duplicates.
            #[inline]
            pub fn items(self) -> rt::Items<#answer> {
                self.into_request().items()
            }
        },
        quote! {
            /// Streams the remaining items, from where another listing of the same request stopped.
            #[inline]
            pub fn resume(self, token: &rt::ResumeToken) -> rt::Items<#answer> {
                self.into_request().resume(token)
            }
        },
        quote! {
            /// Repeats the listing until two passes in a row return the same items, and returns them. A single pass can
            /// skip rows if earlier rows are deleted meanwhile. All items are kept in memory.
            ///
            /// # Errors
            ///
            /// [`Pagination`](crate::ErrorKind::Pagination) if five passes do not agree. Otherwise those of [`send`](Self::send).
            pub async fn collect_stable(self) -> #result<#vec<#item>, rt::Error> {
                self.into_request().collect_stable::<#answer>().await
            }
        },
    ]
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
        .line("[`WaitTimeout`](crate::ErrorKind::WaitTimeout) after `timeout`, with the last state. A poll that fails temporarily does not end the wait; an error response that persists does. Otherwise those of [`send`](Self::send).");
    let answer = types.owned(answer, false);
    Some(quote! {
        #doc
        #[inline]
        pub fn wait(self, timeout: ::std::time::Duration) -> rt::ResponseFuture<#answer> {
            self.into_request().wait(timeout)
        }
    })
}
