//! The client of a service.

use crate::auth::clock::Clock;
use crate::auth::clock_skew::{ClockSkew, shifted};
use crate::auth::credentials::silent_provider;
use crate::auth::credentials::{Credentials, CredentialsCache};
use crate::call::deadline::Deadline;
use crate::call::endpoint::Endpoint;
use crate::call::exchange::Exchange;
use crate::call::options::RetryPolicy;
use crate::call::quota::RetryQuota;
use crate::check::drift::Observer;
use crate::error::Error;
use crate::table::operation::ErrorShape;
use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

/// A client of one service. Cheap to clone; clones share connections.
#[derive(Clone)]
pub struct Client {
    core: Arc<Core>,
}

/// The state that all calls of a client share.
pub(crate) struct Core {
    pub(crate) errors: &'static [ErrorShape],
    pub(crate) endpoint: Endpoint,
    pub(crate) credentials: CredentialsCache,
    pub(crate) exchange: Exchange,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) skew: ClockSkew,
    pub(crate) policy: RetryPolicy,
    pub(crate) quota: RetryQuota,
    pub(crate) observer: Option<Arc<dyn Observer>>,
    pub(crate) prefetch: Option<usize>,
}

impl Client {
    pub(crate) fn new(core: Core) -> Self {
        Self { core: Arc::new(core) }
    }

    /// The endpoint that requests go to, without a trailing slash.
    #[must_use]
    pub fn endpoint(&self) -> String {
        format!("{}{}", self.core.endpoint.origin(), self.core.endpoint.prefix())
    }

    /// The credentials that sign the next request.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credentials`](crate::ErrorKind::Credentials) if they have expired, or if their provider fails or
    /// takes longer than the total timeout.
    pub async fn credentials(&self) -> Result<Credentials, Error> {
        let deadline = Deadline::after(self.core.policy.total);
        let issued = deadline.bound(self.core.credentials.current(self.core.now(), deadline)).await;
        issued.unwrap_or_else(|| Err(silent_provider(self.core.policy.total))).map(|issued| issued.credentials)
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
            .field("credentials", &self.core.credentials)
            .finish_non_exhaustive()
    }
}

impl Core {
    /// Returns the time of the service's clock, as far as it is known.
    pub(crate) fn now(&self) -> SystemTime {
        let now = self.clock.now();
        shifted(now, self.skew.current()).unwrap_or(now)
    }
}
