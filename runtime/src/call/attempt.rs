//! One attempt of a call, in its own task.
//!
//! An attempt holds resources that other calls wait for: the lock of the credentials provider, and a connection. A
//! future is not always polled, for example one of many futures in a stream whose consumer makes a call itself. In its
//! own task an attempt continues and releases its resources, so that calls cannot deadlock.

use crate::auth::clock_skew::{self, SkewCheck, shifted};
use crate::auth::credentials::{Issued, silent_provider};
use crate::auth::sign::{ACCESS_KEY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER, sign};
use crate::call::client::{Client, Core};
use crate::call::deadline::Deadline;
use crate::call::exchange::{Received, Signed};
use crate::call::observed::{ObservedAttempt, ObservedResponse};
use crate::call::options::RetryPolicy;
use crate::call::response::Response;
use crate::call::trace;
use crate::check::drift;
use crate::error::{Error, ErrorKind, Retryability};
use crate::error_body;
use crate::mask::Masks;
use crate::table::operation::Operation;
use bytes::Bytes;
use http::HeaderMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

/// Time after the deadline at which an attempt is abandoned whose task does not end by itself, e.g. because the
/// credentials provider blocks the thread.
const GRACE: Duration = Duration::from_millis(100);

/// Corrections that a call has already made. Each is made at most once.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Corrections {
    /// The clock skew was corrected.
    pub(crate) clock: bool,
    /// Rejected credentials were replaced.
    pub(crate) credentials: bool,
}

/// A call that is ready to be sent, with its retry policy.
pub(crate) struct Call {
    pub(crate) operation: &'static Operation,
    pub(crate) target: String,
    /// Headers of the caller.
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
    pub(crate) attempt: Duration,
    pub(crate) policy: RetryPolicy,
}

/// A task that is aborted when its handle is dropped.
struct Task<T>(JoinHandle<T>);

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Signs and sends once. A 2xx is a success unless its body is an error.
pub(crate) async fn run(
    client: &Client,
    call: &Arc<Call>,
    left: Duration,
    corrected: Corrections,
) -> Result<Response, Error> {
    let deadline = Deadline::after(left);
    let sent = Arc::new(AtomicBool::new(false));
    let work = {
        let (client, call, sent) = (client.clone(), Arc::clone(call), Arc::clone(&sent));
        async move { client.core().attempt(&call, deadline, corrected, &sent).await }
    };
    let Ok(runtime) = Handle::try_current() else {
        return Err(Error::new(ErrorKind::Configuration, "there is no Tokio runtime")
            .with_hint("call from an async function under #[tokio::main], or inside Runtime::block_on"));
    };
    let mut task = Task(runtime.spawn(trace::within_span(work)));
    match Deadline::after(left.saturating_add(GRACE)).bound(&mut task.0).await {
        Some(Ok(result)) => result,
        Some(Err(error)) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
        Some(Err(error)) => {
            Err(Error::new(ErrorKind::ConnectionLost, "the runtime is shutting down").with_source(error))
        }
        None if sent.load(Ordering::SeqCst) => {
            Err(Error::new(ErrorKind::Timeout, format!("no response within {:?}", call.policy.total)))
        }
        None => Err(silent_provider(call.policy.total)),
    }
}

/// Returns an attempt that has no response yet.
fn observed<'a>(call: &Call, signed: &Signed<'a>, masks: &'a Masks) -> ObservedAttempt<'a> {
    ObservedAttempt {
        operation: call.operation.id,
        method: signed.method,
        url: format!("{}{}", signed.origin, signed.target),
        elapsed: Duration::ZERO,
        signed: signed.headers,
        extra: signed.extra,
        request_body: signed.body.map(AsRef::as_ref),
        response: None,
        error: None,
        masks,
    }
}

impl Core {
    async fn attempt(
        &self,
        call: &Call,
        deadline: Deadline,
        corrected: Corrections,
        sent: &AtomicBool,
    ) -> Result<Response, Error> {
        let issued = deadline.bound(self.credentials.current(self.now(), deadline)).await;
        let issued = issued.unwrap_or_else(|| Err(silent_provider(call.policy.total)))?;
        let Some(Ok(permit)) = deadline.bound(self.exchange.connections().permit()).await else {
            return Err(all_in_use(self.exchange.connections().maximum(), call.policy.total));
        };
        let (skew, start) = (self.skew.current(), self.clock.now());
        sent.store(true, Ordering::SeqCst);
        let Received { response, problem } = self.sign_and_send(call, &issued, start, skew, deadline.left()).await?;
        drop(permit);
        let is_success = self.is_success(call, &response);
        self.observe(call, &response, is_success);
        if is_success {
            self.skew.accepted(skew);
            return Ok(response);
        }
        let measured = response.server_time.map(|server| clock_skew::measured(start, self.clock.now(), server));
        let error = Error::from_response(response, self.errors).with_body_problem(problem);
        if is_of_authentication(&error) {
            let check = self.skew.rejected(skew, measured, corrected.clock);
            return Err(self.authentication_error(error, check, &issued, call, deadline, corrected).await);
        }
        if is_past_authentication(&error) {
            self.skew.accepted(skew);
        }
        Err(error)
    }

    async fn sign_and_send(
        &self,
        call: &Call,
        issued: &Issued,
        now: SystemTime,
        skew: i64,
        left: Duration,
    ) -> Result<Received, Error> {
        let timestamp = timestamp(now, skew)?;
        let method = call.operation.method.as_str();
        let credentials = &issued.credentials;
        let signature = sign(method, &call.target, &timestamp, credentials.access_key(), credentials.secret());
        let signed = Signed {
            method,
            origin: self.endpoint.origin(),
            target: &call.target,
            headers: &[
                (TIMESTAMP_HEADER, &timestamp),
                (ACCESS_KEY_HEADER, credentials.access_key()),
                (SIGNATURE_HEADER, &signature),
            ],
            extra: &call.headers,
            body: call.body.as_ref(),
        };
        // Credentials that the server sends back are masked before any other code sees them.
        let masks = credentials.masks(signature.clone());
        let sent = self.clock.elapsed();
        self.observe_start(call, &signed, &masks);
        let received = self.exchange.send(&signed, call.attempt.min(left)).await;
        let received = match received {
            Ok(Received { response, problem }) => {
                let problem = problem.map(|problem| problem.masked(&masks));
                Ok(Received { response: response.with_masks(masks.clone()), problem })
            }
            Err(error) => Err(error.masked(&masks)),
        };
        self.observe_attempt(call, &signed, &received, sent, &masks);
        received
    }

    fn observe_start(&self, call: &Call, signed: &Signed<'_>, masks: &Masks) {
        if let Some(observer) = self.observer.as_deref() {
            observer.attempt_started(&observed(call, signed, masks));
        }
    }

    fn observe_attempt(
        &self,
        call: &Call,
        signed: &Signed<'_>,
        received: &Result<Received, Error>,
        sent: Duration,
        masks: &Masks,
    ) {
        let Some(observer) = self.observer.as_deref() else {
            return;
        };
        let response = received.as_ref().ok().map(|received| ObservedResponse {
            status: received.response.status,
            request_id: received.response.request_id.as_deref(),
            headers: &received.response.headers,
            body: &received.response.body,
        });
        observer.attempt(&ObservedAttempt {
            elapsed: self.clock.elapsed().saturating_sub(sent),
            response,
            error: received.as_ref().map_or_else(Some, |received| received.problem.as_ref()),
            ..observed(call, signed, masks)
        });
    }

    fn is_success(&self, call: &Call, response: &Response) -> bool {
        (200..300).contains(&response.status) && !error_body::is_in_success(&response.body, self.errors, call.operation)
    }

    fn observe(&self, call: &Call, response: &Response, is_success: bool) {
        if let Some(observer) = self.observer.as_deref() {
            drift::status(call.operation, response.status, observer);
            if is_success {
                drift::body(call.operation, &response.body, observer);
            }
        }
    }

    /// Returns the error of a rejected signature. It can be retried if the clock was corrected or there are new
    /// credentials.
    async fn authentication_error(
        &self,
        error: Error,
        check: SkewCheck,
        issued: &Issued,
        call: &Call,
        deadline: Deadline,
        corrected: Corrections,
    ) -> Error {
        match check {
            SkewCheck::Corrected => return error.with_retryability(Retryability::Corrected),
            SkewCheck::TooLarge(offset) => return error.with_wrong_clock(offset),
            SkewCheck::Unexplained => {}
        }
        let error = match self.credentials.is_expired(issued, self.now()) {
            true => error.with_hint(
                "by this machine's clock the credentials have expired: check the clock, or get new credentials",
            ),
            false => error,
        };
        if corrected.credentials {
            return error;
        }
        match deadline.bound(self.credentials.replace(issued, self.now())).await {
            Some(Ok(true)) => error.with_retryability(Retryability::Replaced),
            Some(Ok(false)) => error,
            Some(Err(failure)) => with_failed_refresh(error, failure),
            None => with_failed_refresh(error, silent_provider(call.policy.total)),
        }
    }
}

fn all_in_use(connections: usize, time: Duration) -> Error {
    let message = format!("no connection was free within {time:?}: all {connections} connections are in use");
    Error::new(ErrorKind::Connect, message)
        .with_hint("nothing was sent; make fewer concurrent calls, or raise max_connections of the client")
        .with_retryability(Retryability::Later)
}

/// Returns true if the gateway rejected the signature. A 401 for a missing permission has another code.
fn is_of_authentication(error: &Error) -> bool {
    error.status() == Some(401) && error.code().is_none_or(|code| code == "200")
}

/// Returns true if an error response proves that the signature was accepted. Proxies and rate limits come before that.
fn is_past_authentication(error: &Error) -> bool {
    matches!(error.status(), Some(200..=299 | 400 | 403 | 404 | 409 | 422))
}

/// Adds the failure of the provider as source and hint: it explains why there are no other credentials.
fn with_failed_refresh(error: Error, failure: Error) -> Error {
    error
        .with_hint(format!("the service rejected the credentials, and there are no others: {failure}"))
        .with_source(failure)
}

fn timestamp(now: SystemTime, skew: i64) -> Result<String, Error> {
    let since = shifted(now, skew).and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
    match since {
        Some(since) => Ok(since.as_millis().to_string()),
        None => {
            Err(Error::new(ErrorKind::Clock, "this machine's clock is before 1970")
                .with_hint("set this machine's clock"))
        }
    }
}
