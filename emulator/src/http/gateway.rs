//! The steps of a request, in the order of the gateway: size, signature, path, parameters, operation.

use crate::accounts::account::Account;
use crate::accounts::collection::Accounts;
use crate::data::page;
use crate::data::rows::Listings;
use crate::data::sample;
use crate::faults::apply;
use crate::faults::fault::Fault;
use crate::faults::rules::ActiveFaults;
use crate::http::arguments::{self, Arguments};
use crate::http::connection_state::{ConnectionState, Head};
use crate::http::record::Record;
use crate::http::request_body;
use crate::http::response::{self, ErrorResponse};
use crate::http::route::{self, Route};
use crate::http::signature::SignatureCheck;
use crate::http::target;
use crate::nearest;
use crate::quirks::Quirks;
use crate::state::Reply;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::DATE;
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::response::Response;
use ncloud_runtime::operation::{Example, Operation, Role};
use ncloud_runtime::sign::ACCESS_KEY_HEADER;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// An operation, and the values of its path.
type Found = (&'static Operation, Vec<(&'static str, String)>);

/// Header with the ID of the request.
const REQUEST_ID_HEADER: &str = "x-ncp-request-id";

/// Everything that a response depends on.
pub(crate) struct Gateway {
    operations: &'static [&'static Operation],
    examples: &'static [Example],
    signature_check: SignatureCheck,
    listings: Listings,
    accounts: Arc<Accounts>,
    quirks: Quirks,
    request_count: AtomicUsize,
}

impl Gateway {
    pub(crate) fn new(
        (operations, examples): (&'static [&'static Operation], &'static [Example]),
        signature_check: SignatureCheck,
        listings: Listings,
        accounts: Arc<Accounts>,
        quirks: Quirks,
    ) -> Self {
        Self { operations, examples, signature_check, listings, accounts, quirks, request_count: AtomicUsize::new(0) }
    }

    /// Returns the number of requests so far.
    pub(crate) fn request_count(&self) -> usize {
        self.request_count.load(Ordering::SeqCst)
    }

    /// Returns the account with the access key of a request, or the default one if the key is unknown.
    fn account(&self, headers: &HeaderMap) -> Arc<Account> {
        let key = headers.get(ACCESS_KEY_HEADER).and_then(|key| key.to_str().ok());
        let found = key.and_then(|key| self.accounts.find(key));
        found.unwrap_or_else(|| Arc::clone(self.accounts.default()))
    }

    /// Handles one API request: chooses its faults, responds, and records it.
    pub(crate) async fn serve(&self, connection: &ConnectionState, head: Head, request: Request) -> Response {
        let total = self.request_count.fetch_add(1, Ordering::SeqCst) + 1;
        let account = self.account(request.headers());
        let number = account.count_request();
        let clock = self.signature_check.clock();
        let target = target::raw(request.uri()).into_owned();
        let mut record = Record::start((number, total), request.method(), &target, &*clock);
        let route = route::find(self.operations, request.method(), target::split(&target).0);
        record.entry.operation = route.operation().map(|operation| operation.id);
        let faults = account.faults.choose(number, record.entry.operation);
        let outcome = match head.fault {
            Some(fault) if fault.is_size => Err(ErrorResponse::head_too_large(fault.reason)),
            Some(fault) => Err(ErrorResponse::bad_request(fault.reason)),
            None => self.respond(&account, request, (&target, route), (connection, faults), &mut record).await,
        };
        connection.body_is_read();
        let mut response = outcome.unwrap_or_else(|error| {
            record.refused(error.reason());
            error.into_response(self.quirks)
        });
        if let Ok(id) = HeaderValue::from_str(&record.entry.request_id) {
            response.headers_mut().insert(REQUEST_ID_HEADER, id);
        }
        // Clients correct their clocks by it, so it must be the clock that signatures are checked with.
        if let Some(Ok(date)) = self.signature_check.date().map(HeaderValue::try_from) {
            response.headers_mut().insert(DATE, date);
        }
        let disturbed = apply::disturb(faults, response, Arc::clone(&clock), |size| connection.break_after(size));
        record.fault(disturbed.1);
        account.journal.record(record.finish(disturbed.0.status().as_u16(), &*clock));
        disturbed.0
    }

    /// Returns the response to a request.
    async fn respond(
        &self,
        account: &Account,
        request: Request,
        (target, route): (&str, Route),
        (connection, faults): (&ConnectionState, ActiveFaults),
        record: &mut Record,
    ) -> Result<Response, ErrorResponse> {
        if faults.has(Fault::Throttled) {
            record.fault(Some(Fault::Throttled));
            return Err(ErrorResponse::throttled());
        }
        if faults.has(Fault::Unavailable) {
            record.fault(Some(Fault::Unavailable));
            return Err(ErrorResponse::unavailable());
        }
        let (parts, body) = request.into_parts();
        let (method, headers) = (parts.method.clone(), parts.headers.clone());
        let body = request_body::read(Request::from_parts(parts, body)).await?;
        connection.body_is_read();
        // A browser asks for the methods without credentials.
        if let (&Method::OPTIONS, Route::WrongMethod(allow)) = (&method, &route) {
            return Ok(response::options_response(allow));
        }
        self.signature_check.check(&account.keys, &method, target, &headers)?;
        record.accepted(&account.journal, &headers, &body);
        let (operation, values) = self.found(&method, target, route, record)?;
        let mut arguments = Arguments::new(operation, values, target::split(target).1, &headers)?;
        if let Some(unknown) = arguments.unknown_parameter() {
            record.ignored_parameter(operation, unknown);
        }
        if let (Some(paging), true) = (&operation.paging, faults.has(Fault::Repeated)) {
            record.fault(Some(Fault::Repeated));
            arguments.remove_query(paging.page);
        }
        let body = arguments::read_body(operation, &body)?;
        let behavior = (self.quirks, self.listings.template_key(operation.id));
        let reply = account.service.handle(operation, &arguments, body, behavior).await;
        let response = match reply {
            Some(reply) => self.stateful_response(operation, &arguments, reply?)?,
            None => self.documented_response(operation, &arguments)?,
        };
        let (response, applied) = apply::mutate(faults, operation, response).await;
        record.fault(applied);
        Ok(response)
    }

    /// Returns the operation of a route, and the values of its path.
    fn found(&self, method: &Method, target: &str, route: Route, record: &mut Record) -> Result<Found, ErrorResponse> {
        let path = target::split(target).0;
        match route {
            Route::Found(operation, values) => Ok((operation, values)),
            Route::WrongMethod(allow) => {
                let details = format!("'{path}' has no method {method}; it has {allow}");
                Err(ErrorResponse::wrong_method(details, allow))
            }
            Route::Unknown => {
                record.entry.nearest = nearest::route(self.operations, method.as_str(), path);
                Err(ErrorResponse::unknown_route(format!("no operation has the route '{method} {path}'")))
            }
            Route::Malformed => Err(ErrorResponse::bad_request("the path has an invalid percent-encoding")),
        }
    }

    /// Returns the response of an operation with a handler.
    fn stateful_response(
        &self,
        operation: &'static Operation,
        arguments: &Arguments,
        reply: Reply,
    ) -> Result<Response, ErrorResponse> {
        let rows = match reply {
            Reply::Value(value) => return Ok(self.json(operation, value.to_string())),
            Reply::Rows(rows) => rows,
        };
        let Some((paging, schema)) = operation.paging.as_ref().zip(operation.response) else {
            return Err(ErrorResponse::internal_error("the operation returns rows but is not a listing"));
        };
        let rows = self.listings.synthetic_or(operation.id, rows);
        let page = page::page(paging, schema, sample::of_schema(schema), rows, arguments, self.quirks);
        Ok(self.json(operation, page))
    }

    /// Returns the response of an operation without a handler: its documented example.
    fn documented_response(
        &self,
        operation: &'static Operation,
        arguments: &Arguments,
    ) -> Result<Response, ErrorResponse> {
        let Some(schema) = operation.response else {
            return Ok(response::empty_response(success(operation)));
        };
        let documented = sample::documented(operation.id, Role::Response, self.examples)
            .unwrap_or_else(|| sample::of_schema(schema));
        let Some(paging) = &operation.paging else {
            return Ok(self.json(operation, documented.to_string()));
        };
        let Some(rows) = self.listings.select(operation.id, &arguments.path) else {
            return Err(ErrorResponse::not_found(describe_path(&arguments.path)));
        };
        let page = page::page(paging, schema, documented, rows, arguments, self.quirks);
        Ok(self.json(operation, page))
    }

    fn json(&self, operation: &Operation, text: impl Into<Body>) -> Response {
        response::json_response(success(operation), text, self.quirks)
    }
}

fn success(operation: &Operation) -> u16 {
    operation.success.first().copied().unwrap_or(200)
}

fn describe_path(path: &[(&'static str, String)]) -> String {
    let named: Vec<String> = path.iter().map(|(name, value)| format!("{name} '{value}'")).collect();
    format!("no resource with {}", named.join(", "))
}
