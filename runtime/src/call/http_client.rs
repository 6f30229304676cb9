//! The default transport. The only file that names the HTTP crate.

use crate::call::connect::Connections;
use crate::call::endpoint::Endpoint;
use crate::call::proxy::Proxy;
use crate::call::tls_failure;
use crate::call::transport::{AttemptTimeout, Body, Transport, TransportError, TransportFuture};
use crate::error::{Error, ErrorKind};
use bytes::Bytes;
use std::sync::Arc;
use std::time::Duration;
use tower::util::MapFutureLayer;

/// Settings of connections.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct ConnectionSettings {
    /// Time for making a connection.
    pub(crate) connect: Duration,
    /// Time after which an idle connection is closed.
    pub(crate) idle: Duration,
    /// Interval of TCP keep-alive probes.
    pub(crate) keep_alive: Option<Duration>,
    /// More root certificates, in PEM.
    pub(crate) roots: Vec<Vec<u8>>,
    /// The proxy of https requests.
    pub(crate) proxy: Option<Proxy>,
}

impl ConnectionSettings {
    /// The settings of a client that sets none.
    pub(crate) fn new() -> Self {
        Self { connect: Duration::from_secs(5), idle: Duration::from_secs(90), ..Self::default() }
    }
}

/// A pool of connections.
#[derive(Debug)]
pub(crate) struct HttpClient {
    client: reqwest::Client,
    connections: Arc<Connections>,
    proxy: Option<Proxy>,
}

impl HttpClient {
    /// Creates a pool for an endpoint. Requests to plain http endpoints never use a proxy.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`] if a setting makes every request impossible.
    pub(crate) fn new(
        settings: &ConnectionSettings,
        connections: Arc<Connections>,
        endpoint: &Endpoint,
    ) -> Result<Self, Error> {
        check_endpoint(endpoint)?;
        let counted = Arc::clone(&connections);
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .no_proxy()
            .connect_timeout(settings.connect)
            .pool_idle_timeout(settings.idle)
            .tcp_keepalive(settings.keep_alive)
            .connector_layer(MapFutureLayer::new(move |connecting| Arc::clone(&counted).connect(connecting)));
        let proxy = settings.proxy.clone().filter(|_| !endpoint.is_plain());
        if let Some(proxy) = &proxy {
            builder = builder.proxy(reqwest::Proxy::https(proxy.url()).map_err(|_| proxy.unusable())?);
        }
        let client = with_tls(builder, endpoint.is_plain(), &settings.roots)?.build().map_err(|error| {
            Error::new(ErrorKind::Configuration, "cannot set up the HTTP client")
                .with_source(error.without_url())
                .with_hint("see the cause; it may be the TLS library or the certificates of this machine")
        })?;
        Ok(Self { client, connections, proxy })
    }

    /// Sends a request that the HTTP crate must not change.
    async fn exchange(&self, request: http::Request<Bytes>) -> Result<http::Response<Body>, TransportError> {
        let time = request.extensions().get::<AttemptTimeout>().map_or(Duration::MAX, |timeout| timeout.0);
        let target = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
        let request = reqwest::Request::try_from(request)
            .map_err(|error| TransportError::request("the request cannot be sent").with_source(error.without_url()))?;
        let url = request.url();
        let sent = match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        };
        if sent != target {
            return Err(TransportError::request("the target, which the HTTP client would change, cannot be sent"));
        }
        let response = self.connections.within(time, self.client.execute(request)).await;
        Ok(http::Response::from(response.map_err(|error| self.failure(error))?).map(Body::new))
    }

    fn failure(&self, error: reqwest::Error) -> TransportError {
        let error = error.without_url();
        if !error.is_connect() {
            return TransportError::connection_lost("the connection was lost").with_source(error);
        }
        let is_permanent = tls_failure::is_permanent(&error);
        if let Some(proxy) = &self.proxy
            && (tls_failure::is_tunnel(&error) || !is_permanent)
        {
            return proxy.failure(error);
        }
        if is_permanent {
            // A peer that fails the TLS handshake will fail it again.
            return TransportError::connect("the TLS handshake failed")
                .with_hint("check the endpoint and the certificates of this machine")
                .with_source(error)
                .permanent();
        }
        TransportError::connect("cannot connect").with_hint("check the network and the endpoint").with_source(error)
    }
}

impl Transport for HttpClient {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        Box::pin(self.exchange(request))
    }
}

/// Rejects an endpoint that the URL type rejects or would change, e.g. another notation of an IP address.
fn check_endpoint(endpoint: &Endpoint) -> Result<(), Error> {
    let url = format!("{}{}/", endpoint.origin(), endpoint.prefix());
    let fault = |fault: String| {
        Error::new(ErrorKind::Configuration, format!("endpoint: {fault}"))
            .with_hint("give scheme and host, e.g. https://dataflow.example.com")
    };
    let parsed = reqwest::Url::parse(&url).map_err(|error| fault(error.to_string()))?;
    let host = parsed.host_str().unwrap_or_default();
    if !endpoint.host().eq_ignore_ascii_case(host) && !host.starts_with('[') {
        return Err(fault(format!("the host '{}' would be called as '{host}'", endpoint.host())));
    }
    if parsed.path() != format!("{}/", endpoint.prefix()) {
        return Err(fault(format!("the path '{}' would be sent as '{}'", endpoint.prefix(), parsed.path())));
    }
    Ok(())
}

#[cfg(feature = "native-tls")]
fn with_tls(builder: reqwest::ClientBuilder, _plain: bool, roots: &[Vec<u8>]) -> Result<reqwest::ClientBuilder, Error> {
    let mut builder = builder.tls_backend_native();
    for pem in roots {
        let certificates =
            reqwest::Certificate::from_pem_bundle(pem).map_err(|error| bad_roots().with_source(error))?;
        if certificates.is_empty() {
            return Err(bad_roots());
        }
        builder = certificates.into_iter().fold(builder, reqwest::ClientBuilder::add_root_certificate);
    }
    Ok(builder)
}

#[cfg(all(feature = "rustls", not(feature = "native-tls")))]
fn with_tls(builder: reqwest::ClientBuilder, plain: bool, roots: &[Vec<u8>]) -> Result<reqwest::ClientBuilder, Error> {
    use rustls::pki_types::CertificateDer;
    use rustls::pki_types::pem::PemObject;

    let mut certificates = Vec::new();
    for pem in roots {
        let before = certificates.len();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            certificates.push(certificate.map_err(|error| bad_roots().with_source(error.to_string()))?);
        }
        if certificates.len() == before {
            return Err(bad_roots());
        }
    }
    Ok(builder.tls_backend_preconfigured(crate::call::tls::configuration(plain, certificates)?))
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn bad_roots() -> Error {
    Error::new(ErrorKind::Configuration, "root_certificates: there is no certificate in PEM")
        .with_hint("give the text of a file that has '-----BEGIN CERTIFICATE-----'")
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
fn with_tls(builder: reqwest::ClientBuilder, plain: bool, _roots: &[Vec<u8>]) -> Result<reqwest::ClientBuilder, Error> {
    // Without a TLS feature only loopback endpoints can be reached, which is what tests against the emulator need.
    match plain {
        true => Ok(builder),
        false => Err(Error::new(ErrorKind::Configuration, "an https endpoint needs TLS, which is not compiled in")
            .with_hint("enable one of the features ring, aws-lc-rs and native-tls of this crate")),
    }
}

#[cfg(test)]
mod tests {
    use crate::table::operation::Service;
    use crate::{Client, ClientBuilder, Credentials, Environment, ErrorKind};

    static SERVICE: Service = Service {
        title: "",
        version: "",
        endpoint: "https://example.com",
        endpoint_variable: "NO_ENDPOINT",
        errors: &[],
    };

    fn builder() -> ClientBuilder<Client> {
        let credentials = Credentials::new("A", "S").unwrap();
        ClientBuilder::new(&SERVICE).environment(Environment::empty()).credentials(credentials)
    }

    #[tokio::test]
    #[cfg(not(any(feature = "rustls", feature = "native-tls")))]
    async fn without_tls_build_rejects_an_https_endpoint() {
        let error = builder().build().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.hint().unwrap().contains("ring, aws-lc-rs and native-tls"), "{error:?}");
        assert!(builder().endpoint("http://127.0.0.1:9").build().await.is_ok());
    }

    #[tokio::test]
    async fn a_transport_alone_sends_requests_and_needs_no_credentials() {
        use crate::transport::{Body, Bytes, Transport, TransportFuture, http};

        struct Echo;
        impl Transport for Echo {
            fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
                Box::pin(async move { Ok(http::Response::new(Body::from(request.uri().to_string()))) })
            }
        }

        let builder = || ClientBuilder::<Client>::new(&SERVICE).environment(Environment::empty());
        let transport = builder().endpoint("http://127.0.0.1:9").wrap_transport(|_| Echo).build_transport().unwrap();
        let request = http::Request::get("http://127.0.0.1:9/a%3Ab?c=d").body(Bytes::new()).unwrap();
        let mut body = transport.send(request).await.unwrap().into_body();
        assert_eq!(body.chunk().await.unwrap().unwrap(), "http://127.0.0.1:9/a%3Ab?c=d");
        assert_eq!(body.chunk().await.unwrap(), None);
        let error = builder().endpoint("http://192.0.2.1").build_transport().err().unwrap();
        assert_eq!(error.kind(), ErrorKind::Configuration);

        let closed = builder().endpoint("http://127.0.0.1:9").build_transport().unwrap();
        let request = || http::Request::get("http://127.0.0.1:9/").body(Bytes::new()).unwrap();
        let error = closed.send(request()).await.unwrap_err();
        assert!(!error.is_permanent() && error.hint().unwrap().contains("endpoint"), "{error:?}");
    }

    #[tokio::test]
    async fn build_rejects_an_invalid_user_agent() {
        for name in ["a\nb", "a\0", "\u{7f}", "에이", "a\tb"] {
            let error = builder().endpoint("http://127.0.0.1:9").user_agent(name).build().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration);
            assert!(error.to_string().contains("user agent"), "{error}");
            assert!(!error.to_string().contains(char::is_control), "{error}");
            assert!(!error.hint().unwrap().contains("feature"), "{error:?}");
        }
        assert!(builder().endpoint("http://127.0.0.1:9").user_agent("tool/1.0 (x; y)").build().await.is_ok());
    }

    #[tokio::test]
    async fn build_rejects_an_endpoint_that_cannot_be_sent() {
        for host in ["127.0.0.300", "1.2.3.4.5", "host.0x", "0x7f.1", "1.256", "a.1", "a..b", "xn--a", ".a"] {
            let error = builder().endpoint(format!("https://{host}")).build().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration, "{host}");
            assert!(error.to_string().contains("endpoint"), "{host}: {error}");
        }
    }

    #[tokio::test]
    async fn a_prefix_is_encoded_once() {
        for (given, sent) in [
            ("/a b", "/a%20b"),
            ("/데이터/v1/", "/%EB%8D%B0%EC%9D%B4%ED%84%B0/v1"),
            ("/a%20b", "/a%20b"),
            ("/a+b=c;d", "/a%2Bb%3Dc%3Bd"),
        ] {
            let client = builder().endpoint(format!("http://127.0.0.1:9{given}")).build().await.unwrap();
            assert_eq!(client.endpoint(), format!("http://127.0.0.1:9{sent}"), "{given}");
        }
        for given in ["/a%", "/a%2", "/%2e%2e/b", "/a/%2E", "/a\tb", "/a/../b", "//", "/a?b", "/a#b"] {
            let error = builder().endpoint(format!("http://127.0.0.1:9{given}/x")).build().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration, "{given}");
        }
    }
}
