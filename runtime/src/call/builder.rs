//! The settings of a client, and how a client is built from them.

use crate::auth::clock::{Clock, System};
use crate::auth::clock_skew::ClockSkew;
use crate::auth::credentials::{
    Credentials, CredentialsCache, CredentialsProvider, ProfileFile, ServerRole, Source, none_found,
};
use crate::call::client::{Client, Core};
use crate::call::endpoint::Endpoint;
use crate::call::options::RetryPolicy;
use crate::call::quota::RetryQuota;
use crate::call::site;
use crate::call::transport::{Limits, Transport};
use crate::check::drift::Observer;
use crate::environment::Environment;
use crate::error::Error;
use crate::table::operation::Service;
use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// Builder of a client. Each setter documents its default.
///
/// `C` is the typed client that [`build`](Self::build) returns.
pub struct ClientBuilder<C> {
    settings: Settings,
    client: PhantomData<fn() -> C>,
}

/// Settings, which do not depend on the typed client, so that they are compiled once.
struct Settings {
    service: &'static Service,
    environment: Environment,
    credentials: Option<Credentials>,
    provider: Option<Arc<dyn CredentialsProvider>>,
    observer: Option<Arc<dyn Observer>>,
    profile: Option<String>,
    endpoint: Option<String>,
    user_agent: String,
    clock: Arc<dyn Clock>,
    limits: Limits,
    policy: RetryPolicy,
    prefetch: Option<usize>,
}

impl<C: From<Client>> ClientBuilder<C> {
    /// Creates a builder with default settings for a service, in the environment of this process.
    #[must_use]
    pub fn new(service: &'static Service) -> Self {
        let settings = Settings {
            service,
            environment: Environment::from_process(),
            credentials: None,
            provider: None,
            observer: None,
            profile: None,
            endpoint: None,
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")).to_owned(),
            clock: Arc::new(System::new()),
            limits: Limits {
                connect: Duration::from_secs(5),
                attempt: Duration::from_secs(30),
                stall: Duration::from_secs(15),
                body: 32 * 1024 * 1024,
                connections: 64,
            },
            policy: RetryPolicy { attempts: 3, total: Duration::from_secs(60) },
            prefetch: None,
        };
        Self { settings, client: PhantomData }
    }

    /// Source of environment variables and of the home folder. Default: this process.
    #[must_use]
    pub fn environment(mut self, environment: Environment) -> Self {
        self.settings.environment = environment;
        self
    }

    /// Credentials to sign with. Default: the result of [`Credentials::find`], then the server's role.
    #[must_use]
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.settings.credentials = Some(credentials);
        self
    }

    /// Provider of credentials. It is called again before they expire, and when the service rejects them. Default:
    /// none. [`credentials`](Self::credentials) take precedence.
    #[must_use]
    pub fn credentials_provider(mut self, provider: Arc<dyn CredentialsProvider>) -> Self {
        self.settings.provider = Some(provider);
        self
    }

    /// Observer that is notified when a response differs from the API description. Default: none, and responses are not
    /// compared.
    #[must_use]
    pub fn observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.settings.observer = Some(observer);
        self
    }

    /// Section of `~/.ncloud/configure`. It takes precedence over the environment. Default: none.
    #[must_use]
    pub fn profile(mut self, name: impl Into<String>) -> Self {
        self.settings.profile = Some(name.into());
        self
    }

    /// Endpoint of the service: `https://host[:port][/prefix]`, or plain `http` for this machine only.
    ///
    /// Default: the service's environment variable, then its public endpoint. The public endpoint is not called if
    /// `NCLOUD_SITE`, or the host of `NCLOUD_API_GW` or `ncloud_api_url`, names another site.
    #[must_use]
    pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.settings.endpoint = Some(endpoint.into());
        self
    }

    /// Timeout for making a connection. Default 5 s.
    #[must_use]
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.settings.limits.connect = limit;
        self
    }

    /// Timeout of one attempt, from sending to the last byte of the response. Default 30 s.
    #[must_use]
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.settings.limits.attempt = limit;
        self
    }

    /// Maximum pause between two parts of a response body. Default 15 s.
    #[must_use]
    pub fn stall_timeout(mut self, limit: Duration) -> Self {
        self.settings.limits.stall = limit;
        self
    }

    /// Timeout of a call with all its attempts and pauses. Default 60 s.
    #[must_use]
    pub fn total_timeout(mut self, limit: Duration) -> Self {
        self.settings.policy.total = limit;
        self
    }

    /// Maximum number of connections that are open at the same time; 0 counts as 1. Default 64.
    ///
    /// Up to seven eighths of them carry requests; the others are being opened or closed. Further calls wait for a free
    /// connection in order of arrival, within their total timeout. Clones of the client share the connections.
    #[must_use]
    pub fn max_connections(mut self, maximum: usize) -> Self {
        self.settings.limits.connections = maximum;
        self
    }

    /// Maximum number of attempts of a call, including the first; 1 for no retries. 0 counts as 1. Default 3.
    ///
    /// A request that the gateway rejects with 401 is not counted in two cases: it is sent once more if the response
    /// shows that this machine's clock is wrong, and once more if the credentials provider has new credentials.
    #[must_use]
    pub fn attempts(mut self, maximum: u32) -> Self {
        self.settings.policy.attempts = maximum.max(1);
        self
    }

    /// Maximum size of a response body, in bytes. Default 32 MiB.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.settings.limits.body = bytes;
        self
    }

    /// Number of pages that a listing requests ahead of the one you read; 0 requests each page when you ask for it.
    /// Default 2. See [`Options::prefetch`](crate::Options::prefetch).
    #[must_use]
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.settings.prefetch = Some(pages);
        self
    }

    /// `User-Agent` of the requests, as `name/version`. Default: this crate's.
    #[must_use]
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.settings.user_agent = name.into();
        self
    }

    /// Source of time and randomness. Default: this machine.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.settings.clock = clock;
        self
    }

    /// Checks the settings and builds the client. Sends nothing to the service. If there are no credentials, the
    /// metadata service of the machine is asked for a role, for at most 2 s.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if a setting is invalid,
    /// [`ErrorKind::Credentials`](crate::ErrorKind::Credentials) if there are no credentials.
    pub async fn build(self) -> Result<C, Error> {
        self.settings.client().await.map(C::from)
    }
}

impl Settings {
    /// Boxed, so that this code is compiled once and not for each typed client.
    fn client(self) -> Pin<Box<dyn Future<Output = Result<Client, Error>> + Send>> {
        Box::pin(async move {
            let endpoint = self.endpoint()?;
            let transport = Transport::new(&self.user_agent, self.limits, &endpoint)?;
            let credentials = self.credentials_cache().await?;
            Ok(Client::new(Core {
                errors: self.service.errors,
                endpoint,
                credentials,
                transport,
                clock: self.clock,
                skew: ClockSkew::default(),
                policy: self.policy,
                quota: RetryQuota::default(),
                observer: self.observer,
                prefetch: self.prefetch,
            }))
        })
    }

    /// Returns the credentials that the program set, then the ones found in the environment, then the server's role.
    async fn credentials_cache(&self) -> Result<CredentialsCache, Error> {
        if let Some(credentials) = &self.credentials {
            return Ok(CredentialsCache::fixed(credentials.clone()));
        }
        if let Some(provider) = &self.provider {
            return Ok(CredentialsCache::provided(Arc::clone(provider)));
        }
        if let Some(found) = Credentials::look(&self.environment, self.profile.as_deref())? {
            if self.address().is_none() {
                site::check(self.service, &self.environment, found.api_url())?;
            }
            return Ok(match found.source() {
                Source::Profile(name) => {
                    let file = ProfileFile { environment: self.environment.clone(), name: name.clone() };
                    CredentialsCache::provided_first(Arc::new(file), found)
                }
                _ => CredentialsCache::fixed(found),
            });
        }
        match ServerRole::of(&self.environment, &self.user_agent)? {
            Some(role) if role.is_there().await => Ok(CredentialsCache::provided(Arc::new(role))),
            _ => Err(none_found()),
        }
    }

    /// Returns the address from the program or the environment; `None` if neither is set.
    fn address(&self) -> Option<&str> {
        self.endpoint.as_deref().or_else(|| self.environment.variable(self.service.endpoint_variable))
    }

    /// Returns the endpoint to call. Without a setting it is the public one, for credentials of the public site only.
    fn endpoint(&self) -> Result<Endpoint, Error> {
        if self.address().is_none() {
            site::check(self.service, &self.environment, None)?;
        }
        Endpoint::parse(self.address().unwrap_or(self.service.endpoint))
    }
}

impl<C> fmt::Debug for ClientBuilder<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let settings = &self.settings;
        formatter
            .debug_struct("ClientBuilder")
            .field("service", &settings.service.title)
            .field("endpoint", &settings.endpoint)
            .field("profile", &settings.profile)
            .field("credentials", &settings.credentials)
            .field("has_provider", &settings.provider.is_some())
            .finish_non_exhaustive()
    }
}
