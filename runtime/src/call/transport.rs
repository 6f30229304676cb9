//! One attempt over the wire. The only file that names the HTTP crate.
//!
//! Redirects are not followed, because that would send the signed headers to another server. Proxies are not used.
//! Bodies are requested without compression and read up to a limit.

use crate::call::connect::Connections;
use crate::call::deadline::Deadline;
use crate::call::endpoint::Endpoint;
use crate::call::response::{ErrorHeaders, Response};
use crate::call::retry_after::{self, http_date};
use crate::call::tls_failure;
use crate::error::{Error, ErrorKind};
use crate::error_body::ErrorBody;
use reqwest::header::{
    ACCEPT, ACCEPT_ENCODING, AGE, CONTENT_ENCODING, CONTENT_TYPE, DATE, HeaderMap, HeaderName, LOCATION, RETRY_AFTER,
};
use std::sync::Arc;
use std::time::Duration;
use tower::util::MapFutureLayer;

/// Limits of an attempt.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) connect: Duration,
    pub(crate) attempt: Duration,
    /// Maximum pause between two parts of a body.
    pub(crate) stall: Duration,
    pub(crate) body: usize,
    /// Maximum number of connections.
    pub(crate) connections: usize,
}

/// A request that is ready to be sent: signed, with nothing left to decide.
pub(crate) struct Signed<'a> {
    pub(crate) method: &'static str,
    pub(crate) origin: &'a str,
    pub(crate) target: &'a str,
    /// Headers for authentication.
    pub(crate) headers: &'a [(&'static str, &'a str)],
    pub(crate) body: Option<&'a [u8]>,
}

/// A response, and the problem with its body if there is one.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) response: Response,
    /// Reason why the body of an error response is missing or incomplete.
    pub(crate) problem: Option<Error>,
}

/// A pool of connections.
#[derive(Debug)]
pub(crate) struct Transport {
    client: reqwest::Client,
    connections: Arc<Connections>,
    limits: Limits,
}

impl Transport {
    /// Creates a pool for an endpoint.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`] if a setting makes every request impossible.
    pub(crate) fn new(user_agent: &str, limits: Limits, endpoint: &Endpoint) -> Result<Self, Error> {
        check_user_agent(user_agent)?;
        check_endpoint(endpoint)?;
        let connections = Connections::at_most(limits.connections);
        let counted = Arc::clone(&connections);
        let builder = reqwest::Client::builder()
            .user_agent(user_agent)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .no_proxy()
            .connect_timeout(limits.connect)
            .connector_layer(MapFutureLayer::new(move |connecting| Arc::clone(&counted).connect(connecting)));
        let client = with_tls(builder, endpoint.is_plain())?.build().map_err(|error| {
            Error::new(ErrorKind::Configuration, "cannot set up the HTTP client")
                .with_source(error.without_url())
                .with_hint("see the cause; it may be the TLS library or the certificates of this machine")
        })?;
        Ok(Self { client, connections, limits })
    }

    /// Returns the connections. A permit is needed before [`send`](Self::send).
    pub(crate) fn connections(&self) -> Arc<Connections> {
        Arc::clone(&self.connections)
    }

    /// Sends once and reads the complete response, within the smaller of `attempt` and the client's timeout of an
    /// attempt.
    ///
    /// An error status counts even if the body cannot be read.
    ///
    /// # Errors
    ///
    /// No response, a redirect, or a 2xx response whose body cannot be read.
    pub(crate) async fn send(&self, signed: &Signed<'_>, attempt: Duration) -> Result<Received, Error> {
        let request = self.request(signed)?;
        let limit = attempt.min(self.limits.attempt);
        let deadline = Deadline::after(limit);
        let late = || self.late(limit, attempt);
        let received = deadline.bound(self.connections.within(limit, self.client.execute(request))).await;
        let mut received = received.ok_or_else(late)?.map_err(failure)?;
        let mut response = head(&received);
        if (300..400).contains(&response.status) {
            let place = text(received.headers(), LOCATION.as_str()).and_then(|url| host(&url));
            return Err(redirected(response, place));
        }
        let read = deadline.bound(self.read(&mut received, &mut response.body)).await;
        match read.unwrap_or_else(|| Err(late())) {
            Err(problem) if (200..300).contains(&response.status) => {
                Err(problem.with_response(response, ErrorBody::default()))
            }
            read => Ok(Received { response, problem: read.err() }),
        }
    }

    fn late(&self, limit: Duration, attempt: Duration) -> Error {
        let short = if attempt < self.limits.attempt { "total timeout of the call" } else { "timeout of an attempt" };
        Error::new(ErrorKind::Timeout, format!("no response within {limit:?}"))
            .with_hint(format!("raise the {short}, or ask for smaller pages"))
    }

    fn request(&self, signed: &Signed<'_>) -> Result<reqwest::Request, Error> {
        let fault = |what: &str| Error::new(ErrorKind::Input, format!("{what} cannot be sent"));
        let method = reqwest::Method::from_bytes(signed.method.as_bytes()).map_err(|_| fault("the method"))?;
        let url =
            reqwest::Url::parse(&format!("{}{}", signed.origin, signed.target)).map_err(|_| fault("the target"))?;
        // The signed target must be sent unchanged, so a target that the URL type would change is an error.
        let sent = match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        };
        if sent != signed.target {
            return Err(fault("the target, which the HTTP client would change,"));
        }
        let mut builder =
            self.client.request(method, url).header(ACCEPT, "application/json").header(ACCEPT_ENCODING, "identity");
        for (name, value) in signed.headers {
            builder = builder.header(*name, sensitive(value).ok_or_else(|| fault("a header"))?);
        }
        if let Some(body) = signed.body {
            builder = builder.header(CONTENT_TYPE, "application/json").body(body.to_vec());
        }
        builder.build().map_err(|_| fault("the request"))
    }

    /// Reads the complete body. If that fails, `body` has the part that was read.
    async fn read(&self, response: &mut reqwest::Response, body: &mut Vec<u8>) -> Result<(), Error> {
        if let Some(encoding) = foreign_encoding(response.headers()) {
            let message = format!("the response has the encoding '{encoding}', although identity was requested");
            return Err(Error::new(ErrorKind::Decode, message));
        }
        let announced = response.content_length().and_then(|length| usize::try_from(length).ok());
        if announced.is_some_and(|length| length > self.limits.body) {
            return Err(self.too_large());
        }
        body.reserve_exact(announced.unwrap_or_default());
        loop {
            let Ok(piece) = tokio::time::timeout(self.limits.stall, response.chunk()).await else {
                return Err(self.stalled());
            };
            let Some(piece) = piece.map_err(failure)? else {
                return Ok(());
            };
            if body.len().saturating_add(piece.len()) > self.limits.body {
                return Err(self.too_large());
            }
            body.extend_from_slice(&piece);
        }
    }

    fn stalled(&self) -> Error {
        let message = format!("the response stalled for {:?}", self.limits.stall);
        Error::new(ErrorKind::Timeout, message).with_hint("check the network; if it is slow, raise the stall timeout")
    }

    fn too_large(&self) -> Error {
        let message = format!("the response is larger than {} bytes", self.limits.body);
        Error::new(ErrorKind::TooLarge, message).with_hint("ask for smaller pages, or raise the body limit")
    }
}

/// Rejects a user agent with characters other than printable ASCII, which a header cannot carry.
fn check_user_agent(name: &str) -> Result<(), Error> {
    match name.chars().find(|character| !matches!(character, ' '..='~')) {
        None => Ok(()),
        Some(character) => Err(Error::new(
            ErrorKind::Configuration,
            format!("the user agent has the character {character:?}, which a header cannot carry"),
        )
        .with_hint("give it as name/version, in printable ASCII")),
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

/// Reads status and headers of a response.
fn head(response: &reqwest::Response) -> Response {
    let headers = response.headers();
    let date = text(headers, DATE.as_str()).and_then(|date| http_date(&date));
    let asked = headers.get_all(RETRY_AFTER).iter().filter_map(|value| value.to_str().ok());
    Response {
        status: response.status().as_u16(),
        request_id: ["x-ncp-request-id", "x-ncp-trace-id"].iter().find_map(|name| text(headers, name)),
        retry_after: retry_after::wait(asked, date),
        // A response from a cache has an old `Date`, so only `Age: 0` or no `Age` counts.
        server_time: date.filter(|_| headers.get_all(AGE).iter().all(|age| age.as_bytes().trim_ascii() == b"0")),
        error_body: ErrorHeaders {
            code: text(headers, "x-ncp-apigw-error-code"),
            message: text(headers, "x-ncp-apigw-error-message"),
        },
        ..Response::default()
    }
}

/// Returns the first encoding that is not identity.
fn foreign_encoding(headers: &HeaderMap) -> Option<String> {
    let is_foreign = |name: &str| !name.is_empty() && !name.eq_ignore_ascii_case("identity");
    list(headers, CONTENT_ENCODING).find(|name| is_foreign(name))
}

/// Returns the elements of a list header, from all its lines.
fn list(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = String> {
    let lines = headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    let lines: Vec<String> = lines.collect();
    lines.into_iter().flat_map(|line| line.split(',').map(|element| element.trim().to_owned()).collect::<Vec<_>>())
}

fn redirected(response: Response, place: Option<String>) -> Error {
    let message = format!(
        "the response redirects (HTTP {}) to {}; redirects are not followed, because the credentials would be sent there",
        response.status,
        place.as_deref().unwrap_or("an unreadable address")
    );
    Error::new(ErrorKind::Redirect, message)
        .with_response(response, ErrorBody::default())
        .with_hint("check the endpoint")
}

/// Returns the error of a failed exchange. Only a failure to connect proves that nothing was sent.
fn failure(error: reqwest::Error) -> Error {
    let error = error.without_url();
    if !error.is_connect() {
        return Error::new(ErrorKind::ConnectionLost, "the connection was lost").with_source(error);
    }
    if tls_failure::is_permanent(&error) {
        // A peer that fails the TLS handshake will fail it again.
        return Error::new(ErrorKind::Connect, "the TLS handshake failed")
            .with_hint("check the endpoint and the certificates of this machine")
            .with_source(error)
            .permanent();
    }
    Error::new(ErrorKind::Connect, "cannot connect").with_hint("check the network and the endpoint").with_source(error)
}

fn sensitive(value: &str) -> Option<reqwest::header::HeaderValue> {
    let mut value = reqwest::header::HeaderValue::from_str(value).ok()?;
    value.set_sensitive(true);
    Some(value)
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    let text = headers.get(name)?.to_str().ok()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Returns the host of a URL for a message. Path and query may hold secrets.
fn host(url: &str) -> Option<String> {
    reqwest::Url::parse(url).ok()?.host_str().map(str::to_owned)
}

#[cfg(feature = "native-tls")]
fn with_tls(builder: reqwest::ClientBuilder, _plain: bool) -> Result<reqwest::ClientBuilder, Error> {
    Ok(builder.tls_backend_native())
}

#[cfg(all(feature = "rustls", not(feature = "native-tls")))]
fn with_tls(builder: reqwest::ClientBuilder, plain: bool) -> Result<reqwest::ClientBuilder, Error> {
    Ok(builder.tls_backend_preconfigured(crate::call::tls::configuration(plain)?))
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
fn with_tls(builder: reqwest::ClientBuilder, plain: bool) -> Result<reqwest::ClientBuilder, Error> {
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
