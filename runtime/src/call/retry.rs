//! Retries: a pure function decides whether and when a call is retried, and a loop carries that out.

use crate::call::attempt::{self, Call, Corrections};
use crate::call::client::Client;
use crate::call::options::RetryPolicy;
use crate::call::quota::Permit;
use crate::call::response::Response;
use crate::call::trace;
use crate::error::{Error, ErrorKind, Retryability};
use crate::table::operation::{Method, Operation};
use std::mem;
use std::sync::Arc;
use std::time::Duration;

/// Maximum `Retry-After` that is obeyed. If a response asks for more, the call fails and the caller decides.
const LONGEST_ASKED: Duration = Duration::from_secs(60);

/// Sends until there is a response, the call must not be retried, or a limit is reached.
pub(crate) async fn run(client: &Client, call: Arc<Call>) -> Result<Response, Error> {
    let core = client.core();
    let start = core.clock.elapsed();
    let mut state = RetryState::default();
    let mut permit = None;
    loop {
        state.attempts += 1;
        let left = call.policy.total.saturating_sub(state.spent);
        let outcome = trace::attempt(state.attempts, attempt::run(client, &call, left, state.corrected)).await;
        state.spent = core.clock.elapsed().saturating_sub(start);
        let error = match outcome {
            Ok(response) => {
                core.quota.refill();
                return Ok(Response { attempts: state.attempts, elapsed: state.spent, ..response });
            }
            // The gateway rejected it before anything was done, and the cause is corrected: send once more.
            Err(error) if state.correct(&error) && state.spent < call.policy.total => continue,
            Err(error) => error,
        };
        permit.take().into_iter().for_each(Permit::forget);
        let Some(pause) = decide(&call, &error, &state, core.clock.jitter()) else {
            return Err(last(error, call.operation, &state));
        };
        permit = core.quota.take();
        if permit.is_none() {
            let error = last(error, call.operation, &state);
            return Err(
                error.with_hint("not retried, because too many calls of this client are failing; try again later")
            );
        }
        state.lost |= is_ambiguous(&error);
        state.accepted |= error.marked_if_accepted(call.operation).was_accepted();
        trace::pause(pause);
        core.clock.sleep(pause).await;
    }
}

/// The state of a call between its attempts.
#[derive(Debug, Default)]
struct RetryState {
    attempts: u32,
    spent: Duration,
    /// Corrections after a rejected signature.
    corrected: Corrections,
    /// True if an attempt may have been carried out, but its response was lost.
    lost: bool,
    /// True if an attempt was accepted, but its response was lost.
    accepted: bool,
}

impl RetryState {
    /// Records a correction after a rejected signature. Returns false if there was none, or if it is not the first.
    fn correct(&mut self, error: &Error) -> bool {
        match error.retryability() {
            Retryability::Corrected => !mem::replace(&mut self.corrected.clock, true),
            Retryability::Replaced => !mem::replace(&mut self.corrected.credentials, true),
            _ => false,
        }
    }
}

/// Returns the pause before the next attempt, or `None` if the call must not be retried.
///
/// A request that was not sent, or that the gateway throttled, is always retried. A lost connection, a timeout or a
/// failure of the service is retried only if the spec calls the operation idempotent.
fn decide(call: &Call, error: &Error, state: &RetryState, jitter: f64) -> Option<Duration> {
    let repeatable = match error.kind() {
        ErrorKind::Connect => error.retryability() != Retryability::Never,
        ErrorKind::Service if error.is_throttled() => true,
        _ => is_ambiguous(error) && call.operation.idempotent,
    };
    if !repeatable || state.attempts >= call.policy.attempts {
        return None;
    }
    let asked = error.retry_after().unwrap_or_default();
    if asked > LONGEST_ASKED {
        return None;
    }
    let pause = asked.max(pause(&call.policy, state.attempts, jitter));
    (state.spent.saturating_add(pause) < call.policy.total).then_some(pause)
}

/// Returns true if the request may have been carried out: the response was lost, or the service failed.
fn is_ambiguous(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::Timeout | ErrorKind::ConnectionLost => true,
        ErrorKind::Service => error.is_failure_of_service(),
        _ => false,
    }
}

/// Returns an exponential pause with jitter in its upper half, so that clients that failed together do not retry
/// together.
fn pause(policy: &RetryPolicy, attempts: u32, jitter: f64) -> Duration {
    let doublings = attempts.saturating_sub(1).min(16);
    let longest = policy.first_pause.saturating_mul(1 << doublings).min(policy.longest_pause);
    longest.mul_f64(0.5 + jitter.clamp(0.0, 1.0) / 2.0)
}

/// Returns the error that ends the call. Its outcome is unknown if the call may have been carried out and must not be
/// retried, or if a deletion found nothing after an attempt that may have deleted it.
fn last(error: Error, operation: &Operation, state: &RetryState) -> Error {
    let error = error.marked_if_accepted(operation);
    let error = match error.kind() {
        _ if error.was_accepted() => error,
        ErrorKind::Timeout | ErrorKind::ConnectionLost if !operation.idempotent => error.into_outcome_unknown(),
        ErrorKind::Service if is_ambiguous(&error) && !operation.idempotent => error.into_ambiguous(),
        ErrorKind::Service if error.is_not_found() && operation.method == Method::Delete && state.lost => {
            error.into_perhaps_deleted()
        }
        _ => error,
    };
    let error = if state.accepted && !error.was_accepted() { error.marked_accepted() } else { error };
    error.with_effort(state.attempts, state.spent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::operation::ErrorShape;
    use http::HeaderMap;

    const POLICY: RetryPolicy = RetryPolicy::DEFAULT;

    static READ: Operation = Operation::BARE;
    static START: Operation = Operation { method: Method::Post, idempotent: false, ..Operation::BARE };
    static DELETE: Operation = Operation { method: Method::Delete, ..Operation::BARE };

    fn call(operation: &'static Operation) -> Call {
        Call {
            operation,
            target: "/".to_owned(),
            headers: HeaderMap::new(),
            body: None,
            attempt: Duration::MAX,
            policy: POLICY,
        }
    }

    fn after(attempts: u32, spent: Duration) -> RetryState {
        RetryState { attempts, spent, ..RetryState::default() }
    }

    fn of(kind: ErrorKind) -> Error {
        Error::new(kind, "")
    }

    fn response(status: u16, code: &str, retry_after: Option<u64>) -> Error {
        let response = Response {
            status,
            retry_after: retry_after.map(Duration::from_secs),
            body: format!(r#"{{"error":{{"errorCode":"{code}"}}}}"#).into_bytes(),
            ..Response::default()
        };
        Error::from_response(response, ErrorShape::DOCUMENTED)
    }

    fn is_retried(error: &Error, operation: &'static Operation) -> bool {
        decide(&call(operation), error, &after(1, Duration::ZERO), 0.0).is_some()
    }

    #[test]
    fn retries_depend_on_kind_and_idempotency() {
        assert!(is_retried(&of(ErrorKind::Connect), &START));
        assert!(!is_retried(&of(ErrorKind::Connect).permanent(), &READ));
        for kind in [ErrorKind::Timeout, ErrorKind::ConnectionLost] {
            assert!(is_retried(&of(kind), &READ));
            assert!(!is_retried(&of(kind), &START));
        }
        for kind in [ErrorKind::Decode, ErrorKind::TooLarge, ErrorKind::Redirect, ErrorKind::Input] {
            assert!(!is_retried(&of(kind), &READ));
        }
        for status in [500, 502, 503, 504] {
            assert!(is_retried(&response(status, "900", None), &READ));
            assert!(!is_retried(&response(status, "900", None), &START));
        }
        for status in [400, 401, 403, 404, 409, 501, 505] {
            assert!(!is_retried(&response(status, "200", None), &READ));
        }
        assert!(is_retried(&response(429, "410", None), &START));
        assert!(!is_retried(&response(429, "400", None), &READ));
    }

    #[test]
    fn stops_at_the_last_attempt_and_before_the_deadline() {
        let error = of(ErrorKind::Connect);
        let at = |attempts, spent| decide(&call(&READ), &error, &after(attempts, spent), 0.0);
        assert_eq!(at(2, Duration::ZERO), Some(Duration::from_millis(200)));
        assert_eq!(at(3, Duration::ZERO), None);
        assert_eq!(at(1, Duration::from_millis(59_899)), Some(Duration::from_millis(100)));
        assert_eq!(at(1, Duration::from_millis(59_900)), None);
        assert_eq!(at(1, Duration::MAX), None);
    }

    #[test]
    fn retry_after_is_obeyed_up_to_a_minute() {
        let call = Call { policy: RetryPolicy { total: Duration::MAX, ..POLICY }, ..call(&READ) };
        let wait = |seconds| decide(&call, &response(503, "", Some(seconds)), &after(1, Duration::ZERO), 0.0);
        assert_eq!(wait(0), Some(Duration::from_millis(100)));
        assert_eq!(wait(60), Some(Duration::from_secs(60)));
        assert_eq!(wait(61), None);
        assert_eq!(wait(u64::MAX), None);
    }

    #[test]
    fn pauses_grow_and_stay_bounded() {
        assert_eq!(pause(&POLICY, 1, 0.0), Duration::from_millis(100));
        assert_eq!(pause(&POLICY, 2, 0.999_999), Duration::from_nanos(399_999_800));
        assert_eq!(pause(&POLICY, 7, 1.0), Duration::from_secs(10));
        for attempts in [0, 7, 16, 17, 18, 31, 32, 64, u32::MAX] {
            for jitter in [0.0, 1.0, -1.0, f64::INFINITY] {
                let pause = pause(&POLICY, attempts, jitter);
                assert!(pause >= Duration::from_millis(100) && pause <= Duration::from_secs(10));
            }
        }
    }

    #[test]
    fn an_ambiguous_failure_has_an_unknown_outcome() {
        let end = |error, operation| last(error, operation, &RetryState::default());
        for kind in [ErrorKind::Timeout, ErrorKind::ConnectionLost] {
            assert_eq!(end(of(kind), &START).kind(), ErrorKind::OutcomeUnknown);
            assert_eq!(end(of(kind), &READ).kind(), kind);
        }
        assert_eq!(end(of(ErrorKind::Connect), &START).kind(), ErrorKind::Connect);
        let failed = end(response(502, "", None), &START);
        assert_eq!((failed.kind(), failed.outcome_unknown(), failed.is_retryable()), (ErrorKind::Service, true, false));
        let failed = end(response(502, "", None), &READ);
        assert_eq!((failed.outcome_unknown(), failed.is_retryable()), (false, true));
        assert!(!end(response(400, "", None), &START).outcome_unknown());
    }

    #[test]
    fn an_accepted_attempt_is_reported_after_a_failed_retry() {
        let state = RetryState { accepted: true, ..RetryState::default() };
        for error in
            [of(ErrorKind::ConnectionLost), of(ErrorKind::Connect), response(503, "", None), response(404, "", None)]
        {
            let error = last(error, &DELETE, &state);
            assert!(error.was_accepted() && !error.is_retryable(), "{error:?}");
        }
    }

    #[test]
    fn not_found_after_a_lost_deletion_is_outcome_unknown() {
        let end = |operation, lost| {
            let state = RetryState { lost, ..RetryState::default() };
            last(response(404, "300", None), operation, &state)
        };
        let perhaps = end(&DELETE, true);
        assert_eq!((perhaps.kind(), perhaps.is_not_found()), (ErrorKind::OutcomeUnknown, false));
        assert_eq!(perhaps.status(), Some(404));
        assert!(end(&DELETE, false).is_not_found());
        assert!(end(&READ, true).is_not_found());
    }
}
