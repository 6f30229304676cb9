//! Slow responses.

use axum::body::{Body, Bytes, to_bytes};
use futures_core::Stream;
use ncloud_runtime::clock::{Clock, Sleep};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// Number of chunks of a slow response.
const CHUNKS: usize = 8;
/// Pause before each chunk.
const PAUSE: Duration = Duration::from_millis(250);

/// Sends a body in chunks, with a pause before each.
pub(crate) fn slow_body(body: Body, clock: Arc<dyn Clock>) -> Body {
    let complete = Box::pin(async move { to_bytes(body, usize::MAX).await.unwrap_or_default() });
    Body::from_stream(SlowBody { clock, complete: Some(complete), rest: Bytes::new(), size: 0, pause: None })
}

type Complete = Pin<Box<dyn Future<Output = Bytes> + Send>>;

struct SlowBody {
    clock: Arc<dyn Clock>,
    /// Reads the body; `None` once it is complete.
    complete: Option<Complete>,
    rest: Bytes,
    size: usize,
    pause: Option<Sleep>,
}

impl Stream for SlowBody {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let slow = self.get_mut();
        if let Some(complete) = &mut slow.complete {
            slow.rest = ready!(complete.as_mut().poll(context));
            slow.size = slow.rest.len().div_ceil(CHUNKS);
            slow.complete = None;
        }
        if slow.rest.is_empty() {
            return Poll::Ready(None);
        }
        let clock = &slow.clock;
        ready!(slow.pause.get_or_insert_with(|| clock.sleep(PAUSE)).as_mut().poll(context));
        slow.pause = None;
        let chunk = slow.rest.split_to(slow.size.min(slow.rest.len()));
        Poll::Ready(Some(Ok(chunk)))
    }
}
