//! The way of a request to the server, which a caller can replace.

use http_body::Body as _;
use std::error::Error;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

pub use bytes::Bytes;
pub use http;

type BoxError = Box<dyn Error + Send + Sync>;

/// Future of [`Transport::send`].
pub type TransportFuture<'a> = Pin<Box<dyn Future<Output = Result<http::Response<Body>, TransportError>> + Send + 'a>>;

/// Sends signed requests. Replace it to use your own connector, to add middleware, or to test without a server.
///
/// A transport sends each request once and unchanged: path, query and headers are signed. It follows no redirect and
/// retries nothing; the client decides that. Headers with credentials are marked as
/// [sensitive](http::HeaderValue::is_sensitive).
///
/// The client drops the future when a timeout has passed. The request's [extensions](http::Request::extensions) have
/// the [`AttemptTimeout`].
///
/// ```
/// use ncloud_runtime::transport::{Body, Bytes, Transport, TransportFuture, http};
///
/// /// Answers every request with an empty list.
/// struct Empty;
///
/// impl Transport for Empty {
///     fn send(&self, _request: http::Request<Bytes>) -> TransportFuture<'_> {
///         Box::pin(async { Ok(http::Response::new(Body::from(r#"{"jobs":[]}"#))) })
///     }
/// }
/// ```
pub trait Transport: Send + Sync {
    /// Sends a request, and returns the response with a body that is read later.
    ///
    /// # Errors
    ///
    /// A [`TransportError`] of the stage at which it failed. The client retries by it.
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        T::send(self, request)
    }
}

/// Time left for an attempt, an extension of each request that a [`Transport`] gets.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct AttemptTimeout(pub Duration);

/// Failure of a [`Transport`].
#[derive(Debug)]
pub struct TransportError {
    pub(crate) stage: Stage,
    pub(crate) message: String,
    pub(crate) hint: Option<String>,
    pub(crate) is_permanent: bool,
    pub(crate) source: Option<BoxError>,
}

/// Stage at which a request failed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Stage {
    /// Before anything was sent.
    Connect,
    /// After the request may have reached the server.
    Connection,
    /// The request cannot be sent as it is.
    Request,
}

impl TransportError {
    /// No connection: the server has certainly not received the request, so it is sent again.
    #[must_use]
    pub fn connect(message: impl Into<String>) -> Self {
        Self::new(Stage::Connect, message.into())
    }

    /// A connection that broke: the server may have received the request. It is sent again only if the operation is
    /// idempotent.
    #[must_use]
    pub fn connection_lost(message: impl Into<String>) -> Self {
        Self::new(Stage::Connection, message.into())
    }

    /// A request that this transport cannot send. Nothing was sent, and it is not sent again.
    #[must_use]
    pub fn request(message: impl Into<String>) -> Self {
        Self::new(Stage::Request, message.into())
    }

    fn new(stage: Stage, message: String) -> Self {
        Self { stage, message, hint: None, is_permanent: false, source: None }
    }

    /// Sets the cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<BoxError>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets a hint for the user.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The hint for the user.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    /// Returns true if another attempt cannot avoid the failure.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        self.is_permanent || self.stage == Stage::Request
    }

    /// Marks a failure that another attempt cannot avoid, such as a wrong certificate.
    #[must_use]
    pub fn permanent(mut self) -> Self {
        self.is_permanent = true;
        self
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// Body of a response: bytes, or a stream of them.
pub struct Body(Pin<Box<dyn http_body::Body<Data = Bytes, Error = BoxError> + Send>>);

impl Body {
    /// Creates a body from any body of the `http-body` crate.
    pub fn new<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        Self(Box::pin(MapError(Box::pin(body))))
    }

    /// The exact number of bytes left, if it is known.
    pub(crate) fn length(&self) -> Option<u64> {
        self.0.size_hint().exact()
    }

    /// Reads the next bytes; `None` at the end. Trailers are skipped.
    ///
    /// # Errors
    ///
    /// The error of the transport if the body breaks off.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, BoxError> {
        loop {
            match poll_fn(|context| self.0.as_mut().poll_frame(context)).await {
                None => return Ok(None),
                Some(frame) => {
                    if let Ok(bytes) = frame?.into_data() {
                        return Ok(Some(bytes));
                    }
                }
            }
        }
    }
}

impl<T: Into<Bytes>> From<T> for Body {
    fn from(bytes: T) -> Self {
        Self(Box::pin(Whole(Some(bytes.into()))))
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Body").field("length", &self.length()).finish()
    }
}

/// A body with boxed errors.
struct MapError<B>(Pin<Box<B>>);

impl<B: http_body::Body<Data = Bytes, Error: Into<BoxError>>> http_body::Body for MapError<B> {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, BoxError>>> {
        self.0.as_mut().poll_frame(context).map_err(Into::into)
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.0.size_hint()
    }
}

/// A body in one piece.
struct Whole(Option<Bytes>);

impl http_body::Body for Whole {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, BoxError>>> {
        std::task::Poll::Ready(self.0.take().map(|bytes| Ok(http_body::Frame::data(bytes))))
    }

    fn size_hint(&self) -> http_body::SizeHint {
        http_body::SizeHint::with_exact(self.0.as_ref().map_or(0, |bytes| bytes.len() as u64))
    }
}
