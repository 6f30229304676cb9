//! A response body that says when it was sent.

use crate::http::connection_state::ConnectionState;
use axum::body::{Body, Bytes, HttpBody};
use axum::response::Response;
use hyper::body::{Frame, SizeHint};
use std::pin::Pin;
use std::task::{Context, Poll};

/// Starts the idle time of the connection when the response was sent.
pub(crate) fn watch(response: Response, connection: ConnectionState) -> Response {
    response.map(|inner| Body::new(SentBody { inner, connection }))
}

struct SentBody {
    inner: Body,
    connection: ConnectionState,
}

impl HttpBody for SentBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.get_mut().inner).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

impl Drop for SentBody {
    fn drop(&mut self) {
        self.connection.end();
    }
}
