//! Sends the requests of the S3 client through the transport of the API's client.
//!
//! So TLS, proxies and root certificates are the same as for the API, and there is one HTTP client in the program.

use async_trait::async_trait;
use ncloud_dataflow::Transport;
use ncloud_dataflow::transport::{AttemptTimeout, Bytes, TransportError, http};
use object_store::ClientOptions;
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpService,
};
use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// Maximum number of bytes of a response.
pub(super) const MAX_RESPONSE: usize = 8 * 1024 * 1024;

/// Maximum number of bytes of an error response that are read.
const MAX_ERROR: usize = 64 * 1024;

/// Maximum time until a response begins.
const RESPONSE: Duration = Duration::from_secs(30);

/// Maximum time between two parts of a response.
const STALL: Duration = Duration::from_secs(15);

const USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));

/// The transport, as the S3 client takes it.
#[derive(Clone)]
pub(super) struct Connector(pub(super) Arc<dyn Transport>);

impl fmt::Debug for Connector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Connector")
    }
}

impl HttpConnector for Connector {
    fn connect(&self, _options: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.clone()))
    }
}

#[async_trait]
impl HttpService for Connector {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (mut head, body) = request.into_parts();
        head.headers.insert(http::header::USER_AGENT, http::HeaderValue::from_static(USER_AGENT));
        head.extensions.insert(AttemptTimeout(RESPONSE));
        let request = http::Request::from_parts(head, body.as_bytes().cloned().unwrap_or_default());
        let response = within(RESPONSE, self.0.send(request)).await?.map_err(NotSent::of)?;
        let (head, mut body) = response.into_parts();
        let limit = if head.status.is_success() { MAX_RESPONSE } else { MAX_ERROR };
        let mut bytes = Vec::new();
        while let Some(part) = within(STALL, body.chunk()).await?.map_err(NotSent::broken)? {
            bytes.extend_from_slice(&part);
            if bytes.len() > limit {
                break;
            }
        }
        if !head.status.is_success() {
            let refusal = Refusal::read(&head, &String::from_utf8_lossy(&bytes));
            return Err(HttpError::new(refusal.kind(), refusal));
        }
        if bytes.len() > limit {
            let fault = NotSent::permanent(format!("the response is larger than the {MAX_RESPONSE} bytes asked for"));
            return Err(HttpError::new(HttpErrorKind::Unknown, fault));
        }
        Ok(HttpResponse::from_parts(head, Bytes::from(bytes).into()))
    }
}

async fn within<T>(limit: Duration, future: impl Future<Output = T>) -> Result<T, HttpError> {
    timeout(limit, future).await.map_err(|_| {
        let message = format!("no response within {limit:?}");
        HttpError::new(HttpErrorKind::Timeout, NotSent { message, is_permanent: false, source: None })
    })
}

/// A request without a usable response.
#[derive(Debug)]
pub(super) struct NotSent {
    message: String,
    pub(super) is_permanent: bool,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl NotSent {
    fn of(error: TransportError) -> HttpError {
        let is_permanent = error.is_permanent();
        // Reading again does no harm, so the client may do it after any failure that can pass.
        let kind = if is_permanent { HttpErrorKind::Unknown } else { HttpErrorKind::Interrupted };
        HttpError::new(kind, Self { message: error.to_string(), is_permanent, source: Some(error.into()) })
    }

    fn broken(source: Box<dyn Error + Send + Sync>) -> HttpError {
        let message = "the response broke off".to_owned();
        HttpError::new(HttpErrorKind::Interrupted, Self { message, is_permanent: false, source: Some(source) })
    }

    fn permanent(message: String) -> Self {
        Self { message, is_permanent: true, source: None }
    }

    /// Returns the messages of the causes.
    pub(super) fn causes(&self) -> Vec<String> {
        let mut causes = Vec::new();
        let mut next = self.source.as_deref().map(|source| source as &(dyn Error + 'static));
        while let Some(cause) = next {
            let text = cause.to_string();
            if text != self.message && causes.last() != Some(&text) {
                causes.push(text);
            }
            next = cause.source();
        }
        causes
    }
}

impl fmt::Display for NotSent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl Error for NotSent {}

/// An error response of Object Storage. Its text is not kept: it may repeat the signature.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) status: u16,
    /// Code of the error, e.g. `NoSuchKey`; empty if there is none.
    pub(super) code: String,
    /// Size of the object, in the response to a range after its end.
    pub(super) size: Option<u64>,
}

impl Refusal {
    fn read(head: &http::response::Parts, body: &str) -> Self {
        let is_code =
            |code: &&str| !code.is_empty() && code.len() <= 64 && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let element = |name: &str| {
            let (_, rest) = body.split_once(&format!("<{name}>"))?;
            rest.split_once('<').map(|(text, _)| text)
        };
        let range = head.headers.get(http::header::CONTENT_RANGE).and_then(|range| range.to_str().ok());
        let size = range.and_then(|range| Some(range.rsplit_once('/')?.1)).or_else(|| element("ActualObjectSize"));
        let size = size.and_then(|size| size.trim().parse().ok());
        Self {
            status: head.status.as_u16(),
            code: element("Code").filter(is_code).unwrap_or_default().to_owned(),
            size,
        }
    }

    fn kind(&self) -> HttpErrorKind {
        match self.status {
            408 | 429 | 500.. => HttpErrorKind::Interrupted,
            _ => HttpErrorKind::Unknown,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code.as_str() {
            "" => write!(formatter, "HTTP {}", self.status),
            code => write!(formatter, "HTTP {}, {code}", self.status),
        }
    }
}

impl Error for Refusal {}
