//! A call under construction: an operation of the table, its values, its body.

use crate::call::attempt::Call;
use crate::call::client::Client;
use crate::call::decode;
use crate::call::header;
use crate::call::metadata::WithMetadata;
use crate::call::options::Options;
use crate::call::options::RetryPolicy;
use crate::call::response::Response;
use crate::call::response_future::ResponseFuture;
use crate::call::retry;
use crate::call::target;
use crate::call::trace;
use crate::check::{self, Violation};
use crate::error::{Error, ErrorKind};
use crate::model::{self, Codec, JsonError, Seed};
use crate::table::operation::Operation;
use bytes::Bytes;
use http::HeaderMap;
use std::fmt::{self, Display};
use std::sync::Arc;
use std::time::Duration;

/// An untyped request for any operation. Parameters are set by their names in the operations table.
///
/// Typed requests wrap it; generic tools use it directly. Setters cannot fail: [`send`](Self::send) reports all
/// problems together, before anything is sent.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request {
    client: Client,
    operation: &'static Operation,
    values: Vec<Option<String>>,
    body: Option<Bytes>,
    /// Violations of the body's schema.
    violations: Vec<Violation>,
    /// Problems that prevent sending, even with `unchecked`.
    faults: Vec<Violation>,
    options: Options,
}

impl Client {
    /// Creates an untyped request for an operation. Set its parameters by name.
    pub fn request(&self, operation: &'static Operation) -> Request {
        Request::new(self.clone(), operation)
    }
}

impl Request {
    pub(crate) fn new(client: Client, operation: &'static Operation) -> Self {
        let values = vec![None; operation.parameters.len()];
        Self {
            client,
            operation,
            values,
            body: None,
            violations: Vec::new(),
            faults: Vec::new(),
            options: Options::new(),
        }
    }

    /// Sets a parameter by its wire name, replacing an earlier value.
    pub fn set(&mut self, name: &str, value: &dyn Display) {
        match self.operation.parameters.iter().position(|parameter| parameter.name == name) {
            Some(position) => self.set_at(position, value),
            None => {
                let expected = "a parameter of this operation".to_owned();
                self.faults.push(Violation::new(name, expected, "an unknown name".to_owned()))
            }
        }
    }

    /// Sets a parameter by its position in the operations table, for generated code.
    #[doc(hidden)]
    pub fn set_at(&mut self, position: usize, value: &dyn Display) {
        if let Some(slot) = self.values.get_mut(position) {
            *slot = Some(value.to_string());
        }
    }

    /// Sets the JSON body, replacing an earlier one.
    pub fn body(&mut self, body: &dyn Codec) {
        // The JSON text itself is sent, so that numbers from a response keep their digits.
        match model::to_sent_json(body).and_then(|json| Ok((serde_json::from_str(&json)?, json))) {
            Ok((value, json)) => self.set_body(&value, json),
            Err(error) => {
                self.faults.push(Violation::new("", "a body that JSON can hold".to_owned(), error.to_string()))
            }
        }
    }

    /// Sets the body to JSON text, which is sent byte for byte: numbers keep their digits, and keys their order.
    /// Replaces an earlier body.
    ///
    /// It is checked to be JSON, but not against the schema: use [`check::value`] before, if a `serde_json::Value` can
    /// hold it.
    pub fn raw_body(&mut self, json: &str) {
        self.violations.clear();
        match serde_json::from_str::<serde::de::IgnoredAny>(json) {
            Ok(_) => self.body = Some(Bytes::copy_from_slice(json.as_bytes())),
            Err(error) => self.faults.push(Violation::new("", "a body of JSON".to_owned(), error.to_string())),
        }
    }

    fn set_body(&mut self, value: &serde_json::Value, json: String) {
        if let Some(body) = &self.operation.body {
            self.violations = check::value(body.schema, value);
        }
        self.body = Some(json.into());
    }

    /// Replaces the options of this call.
    pub fn with(&mut self, options: Options) {
        self.options = options;
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`] except `Configuration`, `Pagination` and `WaitTimeout`.
    pub fn send<T: Codec + Default>(self) -> ResponseFuture<T> {
        self.sending(decode)
    }

    /// Sends the request, and returns the decoded response with its status, headers, attempts and time.
    ///
    /// # Errors
    ///
    /// The errors of [`send`](Self::send).
    pub fn send_with_metadata<T: Codec + Default>(self) -> ResponseFuture<WithMetadata<T>> {
        self.sending(|operation, mut response| {
            let metadata = response.take_metadata();
            Ok(WithMetadata { value: decode(operation, response)?, metadata })
        })
    }

    /// Sends the request as [`confirm`](Self::confirm) does, and returns status, headers, attempts and time.
    ///
    /// # Errors
    ///
    /// The errors of [`confirm`](Self::confirm).
    pub fn confirm_with_metadata(self) -> ResponseFuture<WithMetadata<()>> {
        self.sending(|operation, mut response| {
            let metadata = response.take_metadata();
            confirmed(operation, response)?;
            Ok(WithMetadata { value: (), metadata })
        })
    }

    /// Sends the request, ignores the body of the response, and returns status, headers, attempts and time.
    ///
    /// # Errors
    ///
    /// The errors of [`send_empty`](Self::send_empty).
    pub fn send_empty_with_metadata(self) -> ResponseFuture<WithMetadata<()>> {
        self.sending(|_, mut response| Ok(WithMetadata { value: (), metadata: response.take_metadata() }))
    }

    /// Sends the request and ignores the body of the response.
    ///
    /// # Errors
    ///
    /// The errors of [`send`](Self::send).
    pub fn send_empty(self) -> ResponseFuture<()> {
        self.sending(|_, _| Ok(()))
    }

    /// Sends the request. The response confirms it by the bare value `true`, or by a 2xx status without a body.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Service`] if the response is `false`: the call was not carried out. Otherwise the errors of
    /// [`send`](Self::send).
    pub fn confirm(self) -> ResponseFuture<()> {
        self.sending(confirmed)
    }

    pub(crate) fn sending<T>(self, read: fn(&'static Operation, Response) -> Result<T, Error>) -> ResponseFuture<T> {
        ResponseFuture::new(self.operation, async move { self.execute().await }, read)
    }

    /// The client that sends this request.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The operation that this request calls.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The options of this call.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The value of a parameter, by its wire name; `None` if it is not set.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        let index = self.operation.parameters.iter().position(|parameter| parameter.name == name)?;
        self.values.get(index)?.as_deref()
    }

    /// A copy of this request with its total time capped.
    pub(crate) fn within(&self, cap: Duration) -> Self {
        let mut request = self.clone();
        request.options = request.options.clone().cap_total_timeout(cap);
        request
    }

    /// Makes the call with all its attempts. The target is assembled here and nowhere else.
    pub(crate) async fn execute(&self) -> Result<Response, Error> {
        let core = self.client.core();
        let (target, headers) = self.checked()?;
        let total = self.options.total.unwrap_or(core.policy.total);
        let call = Call {
            operation: self.operation,
            target,
            headers,
            body: self.body.clone(),
            attempt: self.options.attempt.unwrap_or(Duration::MAX),
            policy: RetryPolicy {
                attempts: self.options.attempts.unwrap_or(core.policy.attempts).max(1),
                total: total.min(self.options.total_cap.unwrap_or(Duration::MAX)),
                ..core.policy
            },
        };
        trace::call(self.operation, retry::run(&self.client, Arc::new(call)))
            .await
            .map_err(|error| error.with_operation(self.operation.id))
    }

    /// Returns path and query exactly as they are signed and sent. Sends nothing.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Input`] if a value or the body cannot be sent. The error lists all problems.
    pub fn target(&self) -> Result<String, Error> {
        Ok(self.checked()?.0)
    }

    /// Returns the target and the headers of the caller, or all problems of the request.
    fn checked(&self) -> Result<(String, HeaderMap), Error> {
        let prefix = self.client.core().endpoint.prefix();
        let mut violations = self.faults.clone();
        if !self.options.unchecked {
            violations.extend_from_slice(&self.violations);
        }
        if self.body.is_none() && self.operation.body.as_ref().is_some_and(|body| body.required) {
            violations.push(Violation::new("", "a body".to_owned(), "none".to_owned()));
        }
        let mut headers = header::checked(&self.options.headers).unwrap_or_else(|more| {
            violations.extend(more);
            HeaderMap::new()
        });
        violations.extend(header::add_parameters(&mut headers, self.operation, &self.values));
        match target::assemble(self.operation, &self.values, prefix, !self.options.unchecked) {
            Ok(target) if violations.is_empty() => return Ok((target, headers)),
            Ok(_) => {}
            Err(more) => violations.splice(..0, more).for_each(drop),
        }
        let message = violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
        Err(Error::new(ErrorKind::Input, message)
            .with_operation(self.operation.id)
            .with_hint("nothing was sent; correct the value"))
    }
}

/// Checks that a response confirms the call.
fn confirmed(operation: &'static Operation, response: Response) -> Result<(), Error> {
    if response.body.iter().all(u8::is_ascii_whitespace) {
        return Ok(());
    }
    match decode::decode::<bool>(&response.body) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Error::not_confirmed(response).with_operation(operation.id)),
        Err(error) => Err(unreadable(operation, error, response)),
    }
}

/// Returns the error of a 2xx response that cannot be decoded.
fn unreadable(operation: &'static Operation, error: JsonError, response: Response) -> Error {
    decode::failure(error, response).with_operation(operation.id).marked_if_accepted(operation)
}

/// Decodes a response as the documented type.
pub(crate) fn decode<T: Codec + Default>(operation: &'static Operation, response: Response) -> Result<T, Error> {
    let mut place = T::default();
    read(operation, response, &mut place)?;
    Ok(place)
}

/// Decodes a response into an existing value.
pub(crate) fn read(operation: &'static Operation, response: Response, place: &mut dyn Seed) -> Result<(), Error> {
    decode::read(&response.body, place).map_err(|error| unreadable(operation, error, response))
}

impl fmt::Debug for Request {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Request")
            .field("operation", &self.operation.id)
            .field("values", &self.values)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
