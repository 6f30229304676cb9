//! The steps of a request, in the order of the gateway: size, signature, path, parameters, operation.

use crate::data::page;
use crate::data::rows::Listings;
use crate::data::sample;
use crate::faults::fault::Fault;
use crate::faults::mutate_response;
use crate::faults::rates::FaultRates;
use crate::faults::throttle;
use crate::http::arguments::{self, Arguments};
use crate::http::connection::ByteBudget;
use crate::http::response::{self, ErrorResponse};
use crate::http::route::{self, Route};
use crate::http::signature::SignatureCheck;
use crate::http::target;
use crate::quirks::Quirks;
use crate::state::{Reply, Service};
use axum::RequestExt;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{self, ConnectInfo, DefaultBodyLimit, FromRequest, Request};
use axum::http::header::DATE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use ncloud_runtime::operation::{Example, Operation, Role};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Maximum size of a request body, bytes.
const BODY_LIMIT: usize = 1 << 20;

/// Minimum size of a response head, bytes. A response that is cut before its body size plus this is never complete.
const MIN_HEAD: usize = 100;

/// Header with the ID of the request.
const REQUEST_ID_HEADER: &str = "x-ncp-request-id";

/// Everything that a response depends on.
pub(crate) struct Gateway {
    operations: &'static [&'static Operation],
    examples: &'static [Example],
    signature_check: SignatureCheck,
    listings: Listings,
    service: Service,
    quirks: Quirks,
    faults: FaultRates,
    request_count: AtomicUsize,
}

impl Gateway {
    pub(crate) fn new(
        (operations, examples): (&'static [&'static Operation], &'static [Example]),
        signature_check: SignatureCheck,
        listings: Listings,
        service: Service,
        (quirks, faults): (Quirks, FaultRates),
    ) -> Self {
        Self {
            operations,
            examples,
            signature_check,
            listings,
            service,
            quirks,
            faults,
            request_count: AtomicUsize::new(0),
        }
    }

    /// Returns the number of requests so far.
    pub(crate) fn request_count(&self) -> usize {
        self.request_count.load(Ordering::SeqCst)
    }

    /// Returns the service behind the gateway.
    pub(crate) fn service(&self) -> &Service {
        &self.service
    }

    /// Returns the response to the request with this number.
    async fn respond(&self, request: Request, number: usize) -> Result<Response, ErrorResponse> {
        if self.faults.is_active(Fault::Throttled, number) {
            return Err(ErrorResponse::throttled());
        }
        if self.faults.is_active(Fault::Unavailable, number) {
            return Err(ErrorResponse::unavailable());
        }
        let method = request.method().clone();
        let uri = request.uri().clone();
        let headers = request.headers().clone();
        let body = read_body(request).await?;
        let target = target::raw(&uri);
        self.signature_check.check(&method, &target, &headers)?;
        let (path, query) = target::split(&target);
        let (operation, values) = match route::find(self.operations, &method, path) {
            Route::Found(operation, values) => (operation, values),
            Route::Unknown => {
                return Err(ErrorResponse::unknown_route(format!("no operation has the route '{method} {path}'")));
            }
            Route::Malformed => {
                return Err(ErrorResponse::bad_request("the path has an invalid percent-encoding"));
            }
        };
        let mut arguments = Arguments::new(operation, values, query)?;
        if let (Some(paging), true) = (&operation.paging, self.faults.is_active(Fault::Repeated, number)) {
            arguments.remove_query(paging.page);
        }
        let body = arguments::read_body(operation, &body)?;
        let reply = self.service.handle(operation, &arguments, body, self.quirks).await;
        let response = match reply {
            Some(reply) => self.stateful_response(operation, &arguments, reply?)?,
            None => self.documented_response(operation, &arguments)?,
        };
        Ok(self.mutate(operation, response, number).await)
    }

    /// Adds new values and fields to a response if these faults are active.
    async fn mutate(&self, operation: &Operation, response: Response, number: usize) -> Response {
        let is_active = |fault| self.faults.is_active(fault, number);
        let (Some(schema), true) = (operation.response, is_active(Fault::NewValue) || is_active(Fault::NewField))
        else {
            return response;
        };
        let (head, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
        let Ok(mut value) = serde_json::from_slice(&bytes) else {
            return Response::from_parts(head, Body::from(bytes));
        };
        if is_active(Fault::NewValue) {
            mutate_response::insert_new_value(schema, &mut value);
        }
        if is_active(Fault::NewField) {
            mutate_response::insert_new_field(schema, &mut value);
        }
        Response::from_parts(head, Body::from(value.to_string()))
    }

    /// Breaks the connection or slows the response down if these faults are active.
    fn apply_faults(&self, response: Response, budget: &ByteBudget, number: usize) -> Response {
        if self.faults.is_active(Fault::Lost, number) {
            budget.break_after(0);
        } else if self.faults.is_active(Fault::Cut, number) {
            let size = usize::try_from(response.body().size_hint().lower()).unwrap_or_default();
            budget.break_after(self.faults.cut(number, size.saturating_add(MIN_HEAD)).max(1));
        }
        match self.faults.is_active(Fault::Slow, number) {
            true => response.map(|body| throttle::slow_body(body, self.signature_check.clock())),
            false => response,
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

/// Handles one request.
pub(crate) async fn serve(
    extract::State(gateway): extract::State<Arc<Gateway>>,
    ConnectInfo(budget): ConnectInfo<ByteBudget>,
    request: Request,
) -> Response {
    let number = gateway.request_count.fetch_add(1, Ordering::SeqCst) + 1;
    let mut response =
        gateway.respond(request, number).await.unwrap_or_else(|error| error.into_response(gateway.quirks));
    if let Ok(id) = HeaderValue::from_str(&format!("emulator-{number}")) {
        response.headers_mut().insert(REQUEST_ID_HEADER, id);
    }
    // Clients correct their clocks by it, so it must be the clock that signatures are checked with.
    if let Some(Ok(date)) = gateway.signature_check.date().map(HeaderValue::try_from) {
        response.headers_mut().insert(DATE, date);
    }
    gateway.apply_faults(response, &budget, number)
}

async fn read_body(mut request: Request) -> Result<Bytes, ErrorResponse> {
    let too_large = || ErrorResponse::too_large(format!("the body is larger than {BODY_LIMIT} bytes"));
    // The announced length is enough to reject it; reading the bytes would only occupy the connection.
    if request.body().size_hint().lower() > BODY_LIMIT as u64 {
        return Err(too_large());
    }
    DefaultBodyLimit::max(BODY_LIMIT).apply(&mut request);
    Bytes::from_request(request.with_limited_body(), &()).await.map_err(|error| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => too_large(),
        _ => ErrorResponse::bad_request("the body is incomplete"),
    })
}

fn describe_path(path: &[(&'static str, String)]) -> String {
    let named: Vec<String> = path.iter().map(|(name, value)| format!("{name} '{value}'")).collect();
    format!("no resource with {}", named.join(", "))
}
