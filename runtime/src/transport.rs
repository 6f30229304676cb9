//! One attempt over the wire. The only file that names the HTTP crate.
//!
//! Redirects are not followed and no proxy is used: both would hand the signed headers to another server. Bodies are
//! asked for without compression and read up to a limit.

use crate::answer::Answer;
use crate::error::{Error, ErrorKind};
use crate::refusal::Refusal;
use reqwest::header::{
    ACCEPT, ACCEPT_ENCODING, AGE, CONTENT_ENCODING, CONTENT_TYPE, DATE, HeaderMap, LOCATION,
    RETRY_AFTER,
};
use std::error::Error as StdError;
use std::time::{Duration, SystemTime};

/// How long an attempt may take and how much it may bring.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) connect: Duration,
    pub(crate) attempt: Duration,
    pub(crate) body: usize,
}

/// A request that is ready to be sent: signed, with nothing left to decide.
pub(crate) struct Signed<'a> {
    pub(crate) method: &'static str,
    pub(crate) origin: &'a str,
    pub(crate) target: &'a str,
    pub(crate) headers: [(&'static str, &'a str); 3],
    pub(crate) body: Option<&'a [u8]>,
}

/// A pool of connections.
#[derive(Debug)]
pub(crate) struct Transport {
    client: reqwest::Client,
    limits: Limits,
}

impl Transport {
    pub(crate) fn new(user_agent: &str, limits: Limits, plain: bool) -> Result<Self, Error> {
        let builder = reqwest::Client::builder()
            .user_agent(user_agent)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .no_proxy()
            .connect_timeout(limits.connect);
        let client = with_tls(builder, plain)?.build().map_err(|error| {
            Error::new(ErrorKind::Configuration, "cannot set up the HTTP client")
                .with_source(error.without_url())
                .with_hint("switch on one of the features ring, aws-lc-rs and native-tls")
        })?;
        Ok(Self { client, limits })
    }

    /// Sends once and reads the answer to its end, within the smaller of the attempt's limit and `time`.
    pub(crate) async fn send(
        &self,
        signed: &Signed<'_>,
        attempt: Duration,
    ) -> Result<Answer, Error> {
        let request = self.request(signed)?;
        let limit = attempt.min(self.limits.attempt);
        match tokio::time::timeout(limit, self.exchange(request)).await {
            Ok(result) => result,
            Err(_) => Err(
                Error::new(ErrorKind::Timeout, format!("no answer within {limit:?}"))
                    .with_hint("raise the timeout of an attempt, or ask for smaller pages"),
            ),
        }
    }

    fn request(&self, signed: &Signed<'_>) -> Result<reqwest::Request, Error> {
        let fault = |what: &str| Error::new(ErrorKind::Input, format!("{what} cannot be sent"));
        let method = reqwest::Method::from_bytes(signed.method.as_bytes())
            .map_err(|_| fault("the method"))?;
        let url = reqwest::Url::parse(&format!("{}{}", signed.origin, signed.target))
            .map_err(|_| fault("the target"))?;
        // What is signed must be what is sent: a target that the URL type would change is refused.
        let sent = match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        };
        if sent != signed.target {
            return Err(fault("the target, which would be changed on its way,"));
        }
        let mut builder = self
            .client
            .request(method, url)
            .header(ACCEPT, "application/json")
            .header(ACCEPT_ENCODING, "identity");
        for (name, value) in signed.headers {
            builder = builder.header(name, sensitive(value).ok_or_else(|| fault("a header"))?);
        }
        if let Some(body) = signed.body {
            builder = builder
                .header(CONTENT_TYPE, "application/json")
                .body(body.to_vec());
        }
        builder.build().map_err(|_| fault("the request"))
    }

    async fn exchange(&self, request: reqwest::Request) -> Result<Answer, Error> {
        let mut response = self.client.execute(request).await.map_err(failure)?;
        let headers = response.headers();
        let mut answer = Answer {
            status: response.status().as_u16(),
            request_id: ["x-ncp-request-id", "x-ncp-trace-id"]
                .iter()
                .find_map(|name| text(headers, name)),
            retry_after: text(headers, RETRY_AFTER.as_str()).and_then(|text| seconds(&text)),
            server_time: server_time(headers),
            body: Vec::new(),
        };
        if let Some(encoding) =
            text(headers, CONTENT_ENCODING.as_str()).filter(|name| name != "identity")
        {
            let message =
                format!("the answer is encoded as '{encoding}' although identity was asked for");
            return Err(
                Error::new(ErrorKind::Decode, message).with_answer(answer, Refusal::default())
            );
        }
        if (300..400).contains(&answer.status) {
            let place = text(headers, LOCATION.as_str()).and_then(|url| host(&url));
            return Err(redirected(answer, place));
        }
        let limit = self.limits.body;
        while let Some(chunk) = response.chunk().await.map_err(failure)? {
            if answer.body.len() + chunk.len() > limit {
                let message = format!("the answer is larger than {limit} bytes");
                return Err(Error::new(ErrorKind::TooLarge, message)
                    .with_answer(answer, Refusal::default())
                    .with_hint("ask for smaller pages, or raise the limit on bodies"));
            }
            answer.body.extend_from_slice(&chunk);
        }
        Ok(answer)
    }
}

fn redirected(answer: Answer, place: Option<String>) -> Error {
    let message = format!(
        "{} redirects to {}, which is not followed because the keys would go with it",
        answer.status,
        place.as_deref().unwrap_or("no readable place")
    );
    Error::new(ErrorKind::Redirect, message)
        .with_answer(answer, Refusal::default())
        .with_hint("check the endpoint")
}

/// Which part of an exchange broke. Only a failure to connect proves that nothing was sent.
fn failure(error: reqwest::Error) -> Error {
    let error = error.without_url();
    if error.is_connect() {
        let (message, hint) = match is_tls(&error) {
            true => (
                "the TLS connection was not made",
                "check the endpoint and the certificates of this machine",
            ),
            false => ("no connection", "check the network and the endpoint"),
        };
        Error::new(ErrorKind::NotSent, message)
            .with_hint(hint)
            .with_source(error)
    } else {
        Error::new(ErrorKind::Interrupted, "the connection broke").with_source(error)
    }
}

/// A peer that fails the TLS handshake will fail it again, so this is not worth a retry.
pub(crate) fn is_tls(error: &(dyn StdError + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if error
            .downcast_ref::<std::io::Error>()
            .is_some_and(|io| io.kind() == std::io::ErrorKind::InvalidData)
        {
            return true;
        }
        next = error.source();
    }
    false
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

/// The service's time, unless a cache on the way may have kept the answer.
fn server_time(headers: &HeaderMap) -> Option<SystemTime> {
    if headers.contains_key(AGE) {
        return None;
    }
    let date = text(headers, DATE.as_str())?;
    let time = jiff::fmt::rfc2822::DateTimeParser::new()
        .parse_timestamp(&date)
        .ok()?;
    SystemTime::try_from(time).ok()
}

/// `Retry-After` as a number of seconds; a date is not taken, because the clocks may differ.
fn seconds(text: &str) -> Option<Duration> {
    text.parse().ok().map(Duration::from_secs)
}

/// Host of a URL, for a message: path and query may hold secrets.
fn host(url: &str) -> Option<String> {
    reqwest::Url::parse(url).ok()?.host_str().map(str::to_owned)
}

#[cfg(feature = "native-tls")]
fn with_tls(
    builder: reqwest::ClientBuilder,
    _plain: bool,
) -> Result<reqwest::ClientBuilder, Error> {
    Ok(builder.tls_backend_native())
}

#[cfg(all(feature = "rustls", not(feature = "native-tls")))]
fn with_tls(builder: reqwest::ClientBuilder, plain: bool) -> Result<reqwest::ClientBuilder, Error> {
    Ok(builder.tls_backend_preconfigured(crate::tls::configuration(plain)?))
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
fn with_tls(
    builder: reqwest::ClientBuilder,
    _plain: bool,
) -> Result<reqwest::ClientBuilder, Error> {
    // Without a TLS feature only loopback endpoints can be reached, which is what tests against the emulator need.
    Ok(builder)
}
