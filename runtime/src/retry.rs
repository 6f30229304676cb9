//! Whether and when a call is repeated: a policy as data, a pure decision, and the loop that obeys it.

use crate::answer::Answer;
use crate::client::{Call, Core};
use crate::error::{Error, ErrorKind};
use crate::trace;
use std::time::Duration;

/// First pause; it doubles with every attempt.
const FIRST_PAUSE: Duration = Duration::from_millis(200);
/// Longest pause of our own choice.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);
/// Longest pause that an answer may ask for. Above it the caller decides.
const LONGEST_ASKED: Duration = Duration::from_secs(60);

/// How often and how long.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Policy {
    /// Most attempts, at least 1.
    pub(crate) attempts: u32,
    /// Longest time of all attempts and pauses together.
    pub(crate) total: Duration,
}

/// Sends until an answer comes, the call must not be repeated, or a limit is reached.
pub(crate) async fn run(core: &Core, call: &Call<'_>) -> Result<Answer, Error> {
    let start = core.clock.elapsed();
    let mut attempts = 0;
    let mut corrected = false;
    loop {
        attempts += 1;
        let spent = core.clock.elapsed().saturating_sub(start);
        let left = call.policy.total.saturating_sub(spent);
        let error = match trace::attempt(attempts, core.attempt(call, left)).await {
            Ok(answer) => return Ok(answer),
            // The gateway refused it before anybody acted on it, and the reason is mended: once is enough.
            Err(error) if error.is_clock_corrected() && !corrected => {
                corrected = true;
                continue;
            }
            Err(error) => error,
        };
        let spent = core.clock.elapsed().saturating_sub(start);
        let idempotent = call.operation.idempotent;
        match decide(
            &call.policy,
            idempotent,
            &error,
            attempts,
            spent,
            core.clock.jitter(),
        ) {
            Some(pause) => {
                trace::pause(pause);
                core.clock.sleep(pause).await;
            }
            None => return Err(last(error, idempotent).with_effort(attempts, spent)),
        }
    }
}

/// The pause before the next attempt; none if there is to be no other.
///
/// Nothing sent, or throttled by the gateway before the service saw it: repeated whatever the operation. Broken,
/// timed out, or failed in the service: repeated only if the spec calls the operation idempotent.
fn decide(
    policy: &Policy,
    idempotent: bool,
    error: &Error,
    attempts: u32,
    spent: Duration,
    jitter: f64,
) -> Option<Duration> {
    let repeatable = match error.kind() {
        ErrorKind::NotSent => !error.is_tls(),
        ErrorKind::Timeout | ErrorKind::Interrupted => idempotent,
        ErrorKind::Service => error.is_throttled() || (idempotent && error.is_retryable()),
        _ => false,
    };
    if !repeatable || attempts >= policy.attempts {
        return None;
    }
    let asked = error.retry_after().unwrap_or_default();
    if asked > LONGEST_ASKED {
        return None;
    }
    let pause = asked.max(pause(attempts, jitter));
    (spent.saturating_add(pause) < policy.total).then_some(pause)
}

/// Exponential, and spread over its upper half so that clients that failed together do not come back together.
fn pause(attempts: u32, jitter: f64) -> Duration {
    let doublings = attempts.saturating_sub(1).min(16);
    let longest = FIRST_PAUSE
        .saturating_mul(1 << doublings)
        .min(LONGEST_PAUSE);
    longest.mul_f64(0.5 + jitter.clamp(0.0, 1.0) / 2.0)
}

/// The error that ends the call. What may have been carried out and must not be repeated is called so.
fn last(error: Error, idempotent: bool) -> Error {
    match error.kind() {
        ErrorKind::Timeout | ErrorKind::Interrupted if !idempotent => error.into_outcome_unknown(),
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use super::{Policy, decide, last, pause};
    use crate::answer::Answer;
    use crate::error::{Error, ErrorKind};
    use std::time::Duration;

    const POLICY: Policy = Policy {
        attempts: 3,
        total: Duration::from_secs(60),
    };

    fn answer(status: u16, code: &str, retry_after: Option<u64>) -> Error {
        Error::refused(Answer {
            status,
            request_id: None,
            retry_after: retry_after.map(Duration::from_secs),
            server_time: None,
            body: format!(r#"{{"error":{{"errorCode":"{code}"}}}}"#).into_bytes(),
        })
    }

    fn repeats(error: &Error, idempotent: bool) -> bool {
        decide(&POLICY, idempotent, error, 1, Duration::ZERO, 0.0).is_some()
    }

    #[test]
    fn repeats_by_kind_and_idempotency() {
        let of = |kind| Error::new(kind, "");
        assert!(repeats(&of(ErrorKind::NotSent), false));
        for kind in [ErrorKind::Timeout, ErrorKind::Interrupted] {
            assert!(repeats(&of(kind), true));
            assert!(!repeats(&of(kind), false));
        }
        for kind in [
            ErrorKind::Decode,
            ErrorKind::TooLarge,
            ErrorKind::Redirect,
            ErrorKind::Input,
        ] {
            assert!(!repeats(&of(kind), true));
        }
        for status in [500, 502, 503, 504] {
            assert!(repeats(&answer(status, "900", None), true));
            assert!(!repeats(&answer(status, "900", None), false));
        }
        for status in [400, 401, 403, 404, 409, 501] {
            assert!(!repeats(&answer(status, "200", None), true));
        }
        assert!(repeats(&answer(429, "410", None), false));
        assert!(!repeats(&answer(429, "400", None), true));
    }

    #[test]
    fn stops_at_the_last_attempt_and_before_the_deadline() {
        let error = Error::new(ErrorKind::NotSent, "");
        assert_eq!(decide(&POLICY, true, &error, 3, Duration::ZERO, 0.0), None);
        assert_eq!(
            decide(&POLICY, true, &error, 1, Duration::from_secs(60), 0.0),
            None
        );
        assert_eq!(
            decide(&POLICY, true, &error, 1, Duration::from_millis(59_950), 0.0),
            None
        );
    }

    #[test]
    fn obeys_a_wait_up_to_a_minute() {
        let wait = |seconds| {
            decide(
                &POLICY,
                true,
                &answer(503, "", Some(seconds)),
                1,
                Duration::ZERO,
                0.0,
            )
        };
        assert_eq!(wait(0), Some(Duration::from_millis(100)));
        assert_eq!(wait(30), Some(Duration::from_secs(30)));
        assert_eq!(wait(61), None);
        assert_eq!(wait(u64::MAX), None);
    }

    #[test]
    fn pauses_grow_and_stay_bounded() {
        assert_eq!(pause(1, 0.0), Duration::from_millis(100));
        assert_eq!(pause(2, 0.999_999), Duration::from_nanos(399_999_800));
        for attempts in [0, 7, 31, 32, 64, u32::MAX] {
            assert!(pause(attempts, 1.0) <= Duration::from_secs(10));
        }
    }

    #[test]
    fn calls_an_ambiguous_end_unknown() {
        assert_eq!(
            last(Error::new(ErrorKind::Timeout, ""), false).kind(),
            ErrorKind::OutcomeUnknown
        );
        assert_eq!(
            last(Error::new(ErrorKind::Interrupted, ""), false).kind(),
            ErrorKind::OutcomeUnknown
        );
        assert_eq!(
            last(Error::new(ErrorKind::Timeout, ""), true).kind(),
            ErrorKind::Timeout
        );
        assert_eq!(
            last(Error::new(ErrorKind::NotSent, ""), false).kind(),
            ErrorKind::NotSent
        );
    }
}
