//! The client of a service, and one attempt of a call.

use crate::answer::Answer;
use crate::budget::Budget;
use crate::clock::Clock;
use crate::credentials::{Credentials, Keys};
use crate::drift::{self, Observer};
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::operation::Operation;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::retry::Policy;
use crate::sign::{ACCESS_KEY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER, sign};
use crate::skew::{Skew, Verdict, shifted};
use crate::transport::{Signed, Transport};
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// A client of one service. Cheap to clone; clones share connections.
#[derive(Clone)]
pub struct Client {
    core: Arc<Core>,
}

/// What all calls of a client share.
pub(crate) struct Core {
    pub(crate) endpoint: Endpoint,
    pub(crate) keys: Keys,
    pub(crate) transport: Transport,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) skew: Skew,
    pub(crate) policy: Policy,
    pub(crate) budget: Budget,
    pub(crate) observer: Option<Arc<dyn Observer>>,
    pub(crate) pages_ahead: usize,
}

/// A call that is ready to be sent, as often as the policy allows.
pub(crate) struct Call<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) target: &'a str,
    pub(crate) body: Option<&'a [u8]>,
    pub(crate) attempt: Duration,
    pub(crate) policy: Policy,
}

impl Client {
    pub(crate) fn new(core: Core) -> Self {
        Self { core: Arc::new(core) }
    }

    /// A request of an operation, to be filled by parameter names.
    pub fn request(&self, operation: &'static Operation) -> Request {
        Request::new(self.clone(), operation)
    }

    /// The address that requests go to, without a trailing slash.
    #[must_use]
    pub fn endpoint(&self) -> String {
        format!("{}{}", self.core.endpoint.origin(), self.core.endpoint.prefix())
    }

    /// The keys that the next request is signed with.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credentials`] if they have expired, or if their source fails.
    pub async fn credentials(&self) -> Result<Credentials, Error> {
        self.core.keys.current(self.core.now()).await
    }

    pub(crate) fn core(&self) -> &Core {
        &self.core
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("endpoint", &self.endpoint())
            .field("keys", &self.core.keys)
            .finish_non_exhaustive()
    }
}

impl Core {
    /// The time by the service's clock, as far as it is known.
    fn now(&self) -> SystemTime {
        let now = self.clock.now();
        shifted(now, self.skew.current()).unwrap_or(now)
    }

    /// Signs now, sends once, and takes any 2xx for a success unless it carries an error envelope.
    pub(crate) async fn attempt(&self, call: &Call<'_>, left: Duration) -> Result<Answer, Error> {
        let keys = self.keys.current(self.now()).await?;
        let (sent, skew) = (self.clock.now(), self.skew.current());
        let timestamp = timestamp(sent, skew)?;
        let method = call.operation.method.as_str();
        let signature = sign(method, call.target, &timestamp, keys.access_key(), keys.secret());
        let signed = Signed {
            method,
            origin: self.endpoint.origin(),
            target: call.target,
            headers: &[
                (TIMESTAMP_HEADER, &timestamp),
                (ACCESS_KEY_HEADER, keys.access_key()),
                (SIGNATURE_HEADER, &signature),
            ],
            body: call.body,
        };
        let answer = self.transport.send(&signed, call.attempt.min(left)).await?;
        let verdict =
            answer.server_time.map_or(Verdict::Right, |server| self.skew.learn(skew, sent, self.clock.now(), server));
        let success = (200..300).contains(&answer.status) && Refusal::in_success(&answer.body).is_none();
        if let Some(observer) = self.observer.as_deref() {
            drift::status(call.operation, answer.status, observer);
            if success {
                drift::body(call.operation, &answer.body, observer);
            }
        }
        match success {
            true => Ok(answer),
            false => Err(Error::refused(answer).with_clock(verdict)),
        }
    }
}

fn timestamp(now: SystemTime, skew: i64) -> Result<String, Error> {
    let since = shifted(now, skew).and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
    match since {
        Some(since) => Ok(since.as_millis().to_string()),
        None => Err(Error::new(ErrorKind::Clock, "this machine's clock stands before 1970").with_hint("set the clock")),
    }
}
