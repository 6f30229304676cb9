//! The builder of a client: a setter for each setting.

use crate::auth::clock::Clock;
use crate::auth::credentials::{Credentials, CredentialsProvider};
use crate::call::client::Client;
use crate::call::proxy::ProxySetting;
use crate::call::settings::Settings;
use crate::call::transport::Transport;
use crate::check::drift::Observer;
use crate::environment::Environment;
use crate::error::Error;
use crate::table::operation::Service;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

/// Builder of a client. Each setter documents its default.
///
/// `C` is the typed client that [`build`](Self::build) returns.
pub struct ClientBuilder<C> {
    settings: Settings,
    client: PhantomData<fn() -> C>,
}

impl<C: From<Client>> ClientBuilder<C> {
    /// Creates a builder with default settings for a service, in the environment of this process.
    #[must_use]
    pub fn new(service: &'static Service) -> Self {
        let settings = Settings::new(service);
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
    pub fn credentials_provider(mut self, provider: impl CredentialsProvider + 'static) -> Self {
        self.settings.provider = Some(Arc::new(provider));
        self
    }

    /// Observer that is notified when a response differs from the API description. Default: none, and responses are not
    /// compared.
    #[must_use]
    pub fn observer(mut self, observer: impl Observer + 'static) -> Self {
        self.settings.observer = Some(Arc::new(observer));
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

    /// Accepts an endpoint with plain `http` on another machine, such as an emulator in another container. Default: this
    /// machine only.
    ///
    /// Never set it for the service itself: who reads a signed request can send it again for five minutes.
    #[must_use]
    pub fn allow_http(mut self) -> Self {
        self.settings.allow_http = true;
        self
    }

    /// Timeout for making a connection. Default 5 s.
    #[must_use]
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.settings.connection.connect = limit;
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

    /// Pauses between attempts: the first one, which doubles with every attempt, and the maximum. Each is shortened by up
    /// to half at random, so that clients that failed together do not retry together. A `Retry-After` of up to 60 s
    /// that is longer takes precedence. Default 200 ms and 10 s.
    #[must_use]
    pub fn backoff(mut self, first: Duration, maximum: Duration) -> Self {
        self.settings.policy.first_pause = first;
        self.settings.policy.longest_pause = maximum;
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
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.settings.clock = Arc::new(clock);
        self
    }

    /// Time after which an idle connection is closed. Default 90 s.
    #[must_use]
    pub fn idle_timeout(mut self, limit: Duration) -> Self {
        self.settings.connection.idle = limit;
        self
    }

    /// Interval of TCP keep-alive probes on idle connections. Default: none.
    #[must_use]
    pub fn tcp_keepalive(mut self, interval: Duration) -> Self {
        self.settings.connection.keep_alive = Some(interval);
        self
    }

    /// Root certificates to trust in addition to the certificates of the platform, as the text of a PEM file with one or more
    /// certificates. Call it again to add more. Default: none.
    #[must_use]
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.settings.connection.roots.push(pem.into());
        self
    }

    /// Proxy of https requests: `http://[user:password@]host:port`, or `https://` for TLS to the proxy.
    ///
    /// Requests are tunneled (`CONNECT`), so the proxy sees the service's host, and no path, header or body. Requests to
    /// this machine and to the metadata service never use a proxy. Default: the environment variable `https_proxy` or
    /// `HTTPS_PROXY`, unless `no_proxy` or `NO_PROXY` names the host.
    #[must_use]
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.settings.proxy = ProxySetting::Url(url.into().into());
        self
    }

    /// Uses no proxy, whatever the environment says.
    #[must_use]
    pub fn no_proxy(mut self) -> Self {
        self.settings.proxy = ProxySetting::Off;
        self
    }

    /// Transport that sends the requests, in place of the built-in one. See [`Transport`].
    ///
    /// Timeouts, retries and the limit of the body apply to it as well. Settings of connections and of a proxy belong to
    /// the built-in transport: with them, [`build`](Self::build) fails.
    #[must_use]
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.settings.transport = Some(Arc::new(transport));
        self
    }

    /// Puts a transport around the one that sends the requests, for middleware. `wrap` gets the inner transport.
    /// Several are applied in the order of the calls: the last one sees a request first.
    #[must_use]
    pub fn wrap_transport<T: Transport + 'static>(
        mut self,
        wrap: impl FnOnce(Arc<dyn Transport>) -> T + Send + Sync + 'static,
    ) -> Self {
        let before = self.settings.wrap.take();
        self.settings.wrap = Some(Box::new(move |inner| {
            let inner = match before {
                Some(before) => before(inner),
                None => inner,
            };
            Arc::new(wrap(inner))
        }));
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

    /// Builds only the transport that the client would have, for requests to another service, such as Object Storage.
    /// Sends nothing, and needs no credentials. The scheme of the [`endpoint`](Self::endpoint) decides about TLS, and its
    /// host about the proxy.
    ///
    /// ```
    /// use ncloud_runtime::transport::{Bytes, Transport, http};
    /// # use ncloud_runtime::{Client, ClientBuilder};
    /// # async fn example(builder: ClientBuilder<Client>) -> Result<(), Box<dyn std::error::Error>> {
    ///
    /// let transport = builder.endpoint("https://storage.example.com").build_transport()?;
    /// let request = http::Request::get("https://storage.example.com/").body(Bytes::new())?;
    /// println!("{}", transport.send(request).await?.status());
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if a setting is invalid.
    pub fn build_transport(self) -> Result<Arc<dyn Transport>, Error> {
        self.settings.into_transport()
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
            .field("proxy", &settings.proxy)
            .field("has_provider", &settings.provider.is_some())
            .finish_non_exhaustive()
    }
}
