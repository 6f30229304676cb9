//! The settings of a client, and how the client is made of them.

use crate::auth::clock::{Clock, System};
use crate::auth::clock_skew::ClockSkew;
use crate::auth::credentials::{
    AnyProvider, Credentials, CredentialsCache, ProfileFile, ServerRole, Source, none_found,
};
use crate::call::client::{Client, Core};
use crate::call::connect::Connections;
use crate::call::endpoint::Endpoint;
use crate::call::exchange::{Exchange, Limits};
use crate::call::http_client::{ConnectionSettings, HttpClient};
use crate::call::options::RetryPolicy;
use crate::call::proxy::ProxySetting;
use crate::call::quota::RetryQuota;
use crate::call::site;
use crate::call::transport::Transport;
use crate::check::drift::Observer;
use crate::environment::Environment;
use crate::error::{Error, ErrorKind};
use crate::table::operation::Service;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// Puts a transport around another.
pub(super) type Wrap = Box<dyn FnOnce(Arc<dyn Transport>) -> Arc<dyn Transport> + Send + Sync>;

/// Settings, which do not depend on the typed client, so that they are compiled once.
pub(super) struct Settings {
    pub(super) service: &'static Service,
    pub(super) environment: Environment,
    pub(super) credentials: Option<Credentials>,
    pub(super) provider: Option<Arc<dyn AnyProvider>>,
    pub(super) observer: Option<Arc<dyn Observer>>,
    pub(super) profile: Option<String>,
    pub(super) endpoint: Option<String>,
    pub(super) allow_http: bool,
    pub(super) user_agent: String,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) limits: Limits,
    pub(super) connection: ConnectionSettings,
    pub(super) proxy: ProxySetting,
    pub(super) transport: Option<Arc<dyn Transport>>,
    pub(super) wrap: Option<Wrap>,
    pub(super) policy: RetryPolicy,
    pub(super) prefetch: Option<usize>,
}

impl Settings {
    /// Default settings for a service, in the environment of this process.
    pub(super) fn new(service: &'static Service) -> Self {
        Self {
            service,
            environment: Environment::from_process(),
            credentials: None,
            provider: None,
            observer: None,
            profile: None,
            endpoint: None,
            allow_http: false,
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")).to_owned(),
            clock: Arc::new(System::new()),
            limits: Limits {
                attempt: Duration::from_secs(30),
                stall: Duration::from_secs(15),
                body: 32 * 1024 * 1024,
                connections: 64,
            },
            connection: ConnectionSettings::new(),
            proxy: ProxySetting::default(),
            transport: None,
            wrap: None,
            policy: RetryPolicy::DEFAULT,
            prefetch: None,
        }
    }

    /// Boxed, so that this code is compiled once and not for each typed client.
    pub(super) fn client(mut self) -> Pin<Box<dyn Future<Output = Result<Client, Error>> + Send>> {
        Box::pin(async move {
            let endpoint = self.endpoint()?;
            let credentials = self.credentials_cache().await?;
            let exchange = self.exchange(&endpoint)?;
            Ok(Client::new(Core {
                errors: self.service.errors,
                endpoint,
                credentials,
                exchange,
                clock: self.clock,
                skew: ClockSkew::default(),
                policy: self.policy,
                quota: RetryQuota::default(),
                observer: self.observer,
                prefetch: self.prefetch,
            }))
        })
    }

    /// Makes the transport alone.
    pub(super) fn into_transport(mut self) -> Result<Arc<dyn Transport>, Error> {
        let endpoint = self.endpoint()?;
        let connections = Connections::at_most(self.limits.connections);
        self.wrapped_transport(&connections, &endpoint)
    }

    fn exchange(&mut self, endpoint: &Endpoint) -> Result<Exchange, Error> {
        let connections = Connections::at_most(self.limits.connections);
        let transport = self.wrapped_transport(&connections, endpoint)?;
        Exchange::new(transport, connections, &self.user_agent, self.limits, endpoint)
    }

    /// Takes the transport, or makes the built-in one, and puts middleware around it.
    fn wrapped_transport(
        &mut self,
        connections: &Arc<Connections>,
        endpoint: &Endpoint,
    ) -> Result<Arc<dyn Transport>, Error> {
        let is_custom = self.connection != ConnectionSettings::new() || self.proxy != ProxySetting::default();
        let transport = match self.transport.take() {
            Some(_) if is_custom => return Err(conflict()),
            Some(transport) => transport,
            None => {
                let proxy = self.proxy.proxy(&self.environment, endpoint)?;
                let settings = ConnectionSettings { proxy, ..self.connection.clone() };
                Arc::new(HttpClient::new(&settings, Arc::clone(connections), endpoint)?)
            }
        };
        Ok(match self.wrap.take() {
            Some(wrap) => wrap(transport),
            None => transport,
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
        let parse = if self.allow_http { Endpoint::parse_http } else { Endpoint::parse };
        parse(self.address().unwrap_or(self.service.endpoint))
    }
}

fn conflict() -> Error {
    let message = "a transport of your own and settings of the built-in one are both set";
    Error::new(ErrorKind::Configuration, message).with_hint(
        "set connect_timeout, idle_timeout, tcp_keepalive, root_certificates and proxy on your transport instead",
    )
}
