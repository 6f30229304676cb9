//! One attempt of a call, in a task of its own.
//!
//! An attempt holds what others wait for: the turn to ask for credentials, and a connection. A caller is not always
//! polled, for example one of many futures of a stream whose consumer makes a call itself. In a task of its own an
//! attempt goes on and lets go of what it holds, so that no caller waits for one that waits for it.

use crate::auth::clock_skew::{self, SkewCheck, shifted};
use crate::auth::credentials::{Issued, silent_provider};
use crate::auth::sign::{ACCESS_KEY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER, sign};
use crate::call::client::{Client, Core};
use crate::call::deadline::Deadline;
use crate::call::options::RetryPolicy;
use crate::call::response::Response;
use crate::call::trace;
use crate::call::transport::{Received, Signed};
use crate::check::drift;
use crate::error::{Error, ErrorKind, Retryability};
use crate::error_body;
use crate::table::operation::Operation;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};
use tokio::task::JoinHandle;

/// How much later than its time an attempt is given up whose task does not end by itself: one whose provider of
/// credentials blocks the thread.
const GRACE: Duration = Duration::from_millis(100);

/// What a call has mended already, each at most once.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Mended {
    /// A wrong clock was corrected.
    pub(crate) clock: bool,
    /// Credentials that the service refused were replaced.
    pub(crate) credentials: bool,
}

/// A call that is ready to be sent, as often as the policy allows.
pub(crate) struct Call {
    pub(crate) operation: &'static Operation,
    pub(crate) target: String,
    pub(crate) body: Option<Vec<u8>>,
    pub(crate) attempt: Duration,
    pub(crate) policy: RetryPolicy,
}

/// A task that ends with its handle.
struct Task<T>(JoinHandle<T>);

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Signs now, sends once, and takes any 2xx for a success unless it carries an error envelope.
pub(crate) async fn run(client: &Client, call: &Arc<Call>, left: Duration, mended: Mended) -> Result<Response, Error> {
    let deadline = Deadline::after(left);
    let sent = Arc::new(AtomicBool::new(false));
    let work = {
        let (client, call, sent) = (client.clone(), Arc::clone(call), Arc::clone(&sent));
        async move { client.core().attempt(&call, deadline, mended, &sent).await }
    };
    let mut task = Task(tokio::spawn(trace::within_span(work)));
    match Deadline::after(left.saturating_add(GRACE)).bound(&mut task.0).await {
        Some(Ok(result)) => result,
        Some(Err(error)) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
        Some(Err(error)) => Err(Error::new(ErrorKind::ConnectionLost, "the runtime shuts down").with_source(error)),
        None if sent.load(Ordering::SeqCst) => {
            Err(Error::new(ErrorKind::Timeout, format!("no response within {:?}", call.policy.total)))
        }
        None => Err(silent_provider(call.policy.total)),
    }
}

impl Core {
    async fn attempt(
        &self,
        call: &Call,
        deadline: Deadline,
        mended: Mended,
        sent: &AtomicBool,
    ) -> Result<Response, Error> {
        let issued = deadline.bound(self.credentials.current(self.now(), deadline)).await;
        let issued = issued.unwrap_or_else(|| Err(silent_provider(call.policy.total)))?;
        let Some(Ok(permit)) = deadline.bound(self.transport.connections().permit()).await else {
            return Err(all_in_use(self.transport.connections().maximum(), call.policy.total));
        };
        let (skew, start) = (self.skew.current(), self.clock.now());
        sent.store(true, Ordering::SeqCst);
        let Received { response, problem } = self.exchange(call, &issued, start, skew, deadline.left()).await?;
        drop(permit);
        let is_success = self.is_success(call, &response);
        self.observe(call, &response, is_success);
        if is_success {
            self.skew.accepted(skew);
            return Ok(response);
        }
        let measured = response.server_time.map(|server| clock_skew::measured(start, self.clock.now(), server));
        let error = Error::refused(response, self.errors).with_body_problem(problem);
        if is_of_authentication(&error) {
            let check = self.skew.rejected(skew, measured, mended.clock);
            return Err(self.authentication_error(error, check, &issued, call, deadline, mended).await);
        }
        if is_past_authentication(&error) {
            self.skew.accepted(skew);
        }
        Err(error)
    }

    async fn exchange(
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
            body: call.body.as_deref(),
        };
        let received = self.transport.send(&signed, call.attempt.min(left)).await;
        // What the server sends back of this request is hidden before anything else sees it.
        let masks = credentials.masks(signature);
        let Received { response, problem } = received.map_err(|error| error.masked(&masks))?;
        let problem = problem.map(|problem| problem.masked(&masks));
        Ok(Received { response: response.with_masks(masks), problem })
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

    /// The error of a signature that was refused: the clock may explain it, else other credentials may help.
    async fn authentication_error(
        &self,
        error: Error,
        check: SkewCheck,
        issued: &Issued,
        call: &Call,
        deadline: Deadline,
        mended: Mended,
    ) -> Error {
        match check {
            SkewCheck::Corrected => return error.with_retryability(Retryability::Corrected),
            SkewCheck::TooLarge(offset) => return error.with_wrong_clock(offset),
            SkewCheck::Unexplained => {}
        }
        let error = match self.credentials.is_expired(issued, self.now()) {
            true => error.with_hint(
                "the credentials have expired by this machine's clock: check the clock, or get new credentials",
            ),
            false => error,
        };
        if mended.credentials {
            return error;
        }
        match deadline.bound(self.credentials.replace(issued, self.now())).await {
            Some(Ok(true)) => error.with_retryability(Retryability::Replaced),
            Some(Ok(false)) => error,
            Some(Err(failure)) => with_failed_renewal(error, failure),
            None => with_failed_renewal(error, silent_provider(call.policy.total)),
        }
    }
}

fn all_in_use(connections: usize, time: Duration) -> Error {
    let message = format!("no connection was free within {time:?}: all {connections} connections are in use");
    Error::new(ErrorKind::Connect, message)
        .with_hint("nothing was sent; make fewer calls at the same time, or raise max_connections of the client")
        .with_retryability(Retryability::Later)
}

/// Whether the gateway did not accept the signature: of all reasons for a 401, a permission has another code.
fn is_of_authentication(error: &Error) -> bool {
    error.status() == Some(401) && error.code().is_none_or(|code| code == "200")
}

/// Whether an error response proves that the signature was accepted. Proxies and limits come before that.
fn is_past_authentication(error: &Error) -> bool {
    matches!(error.status(), Some(200..=299 | 400 | 403 | 404 | 409 | 422))
}

/// The refusal remains the error; the provider's failure says why there are no other credentials.
fn with_failed_renewal(error: Error, failure: Error) -> Error {
    error
        .with_hint(format!("the service refused the credentials, and there are no others: {failure}"))
        .with_source(failure)
}

fn timestamp(now: SystemTime, skew: i64) -> Result<String, Error> {
    let since = shifted(now, skew).and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
    match since {
        Some(since) => Ok(since.as_millis().to_string()),
        None => Err(Error::new(ErrorKind::Clock, "this machine's clock stands before 1970").with_hint("set the clock")),
    }
}
