//! What happens to a request, in the order of a gateway: size, signature, path, parameters, operation.

use crate::answer::{self, Refusal};
use crate::arguments::{self, Arguments};
use crate::listing;
use crate::readings::Readings;
use crate::route::{self, Route};
use crate::rows::Store;
use crate::sample;
use crate::signature::Key;
use crate::state::{Reply, State};
use crate::target;
use axum::RequestExt;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{self, DefaultBodyLimit, FromRequest, Request};
use axum::http::header::DATE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use ncloud_runtime::operation::{Example, Operation, Role};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Most bytes of a request's body.
const BODY_LIMIT: usize = 1 << 20;

/// Header by which a request can be told from others.
const REQUEST_ID_HEADER: &str = "x-ncp-request-id";

/// Everything that answers depend on.
pub(crate) struct Gateway {
    operations: &'static [&'static Operation],
    examples: &'static [Example],
    key: Key,
    store: Store,
    state: State,
    readings: Readings,
    seen: AtomicUsize,
}

impl Gateway {
    pub(crate) fn new(
        (operations, examples): (&'static [&'static Operation], &'static [Example]),
        key: Key,
        store: Store,
        state: State,
        readings: Readings,
    ) -> Self {
        Self { operations, examples, key, store, state, readings, seen: AtomicUsize::new(0) }
    }

    /// How many requests were seen.
    pub(crate) fn seen(&self) -> usize {
        self.seen.load(Ordering::SeqCst)
    }

    /// The resources that requests made and changed.
    pub(crate) fn state(&self) -> &State {
        &self.state
    }

    async fn answer(&self, request: Request) -> Result<Response, Refusal> {
        let method = request.method().clone();
        let uri = request.uri().clone();
        let headers = request.headers().clone();
        let body = read(request).await?;
        let target = target::raw(&uri);
        self.key.check(&method, &target, &headers)?;
        let (path, query) = target::split(&target);
        let (operation, values) = match route::find(self.operations, &method, path) {
            Route::Found(operation, values) => (operation, values),
            Route::Unknown => {
                return Err(Refusal::unknown_path(format!("no operation is '{method} {path}'")));
            }
            Route::Malformed => {
                return Err(Refusal::bad_request("the percent-encoding of the path is broken"));
            }
        };
        let arguments = Arguments::new(operation, values, query)?;
        let body = arguments::read_body(operation, &body)?;
        let reply = self.state.perform(operation, &arguments, body, self.readings);
        match reply {
            Some(reply) => self.show(operation, &arguments, reply?),
            None => self.perform(operation, &arguments),
        }
    }

    /// The answer of an operation with state.
    fn show(&self, operation: &'static Operation, arguments: &Arguments, reply: Reply) -> Result<Response, Refusal> {
        let rows = match reply {
            Reply::Value(value) => return Ok(self.json(operation, value.to_string())),
            Reply::Rows(rows) => rows,
        };
        let Some((paging, schema)) = operation.paging.as_ref().zip(operation.response) else {
            return Err(Refusal::failed("rows for an operation that is no listing"));
        };
        let rows = self.store.instead_of(operation.id, rows);
        let page = listing::page(paging, schema, sample::of_schema(schema), rows, arguments, self.readings);
        Ok(self.json(operation, page))
    }

    /// The answer of an operation that only the table knows.
    fn perform(&self, operation: &'static Operation, arguments: &Arguments) -> Result<Response, Refusal> {
        let Some(schema) = operation.response else {
            return Ok(answer::of_nothing(success(operation)));
        };
        let documented = sample::documented(operation.id, Role::Response, self.examples)
            .unwrap_or_else(|| sample::of_schema(schema));
        let Some(paging) = &operation.paging else {
            return Ok(self.json(operation, documented.to_string()));
        };
        let Some(rows) = self.store.select(operation.id, &arguments.path) else {
            return Err(Refusal::not_found(described(&arguments.path)));
        };
        let page = listing::page(paging, schema, documented, rows, arguments, self.readings);
        Ok(self.json(operation, page))
    }

    fn json(&self, operation: &Operation, text: impl Into<Body>) -> Response {
        answer::of_json(success(operation), text, self.readings)
    }
}

fn success(operation: &Operation) -> u16 {
    operation.success.first().copied().unwrap_or(200)
}

/// Answers one request.
pub(crate) async fn serve(extract::State(gateway): extract::State<Arc<Gateway>>, request: Request) -> Response {
    let number = gateway.seen.fetch_add(1, Ordering::SeqCst) + 1;
    let mut response = gateway.answer(request).await.unwrap_or_else(|refusal| refusal.into_response(gateway.readings));
    if let Ok(id) = HeaderValue::from_str(&format!("emulator-{number}")) {
        response.headers_mut().insert(REQUEST_ID_HEADER, id);
    }
    // Clients correct their clocks by it, so it has to be the clock that signatures are checked by.
    if let Some(Ok(date)) = gateway.key.date().map(HeaderValue::try_from) {
        response.headers_mut().insert(DATE, date);
    }
    response
}

async fn read(mut request: Request) -> Result<Bytes, Refusal> {
    let too_large = || Refusal::too_large(format!("the body has more than {BODY_LIMIT} bytes"));
    // An announced length is enough to refuse; waiting for the bytes would only hold the connection.
    if request.body().size_hint().lower() > BODY_LIMIT as u64 {
        return Err(too_large());
    }
    DefaultBodyLimit::max(BODY_LIMIT).apply(&mut request);
    Bytes::from_request(request.with_limited_body(), &()).await.map_err(|error| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => too_large(),
        _ => Refusal::bad_request("the body does not arrive whole"),
    })
}

fn described(path: &[(&'static str, String)]) -> String {
    let named: Vec<String> = path.iter().map(|(name, value)| format!("{name} '{value}'")).collect();
    format!("nothing is known of {}", named.join(", "))
}
