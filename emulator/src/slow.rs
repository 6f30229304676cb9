//! Answers that take their time.

use axum::body::{Body, Bytes, to_bytes};
use futures_core::Stream;
use ncloud_runtime::clock::{Clock, Sleep};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// In how many pieces a slow answer comes.
const PIECES: usize = 8;
/// The pause before each of them.
const PAUSE: Duration = Duration::from_millis(250);

/// The same body in pieces, with a pause before each.
pub(crate) fn body(body: Body, clock: Arc<dyn Clock>) -> Body {
    let whole = Box::pin(async move { to_bytes(body, usize::MAX).await.unwrap_or_default() });
    Body::from_stream(Slow { clock, whole: Some(whole), rest: Bytes::new(), size: 0, pause: None })
}

type Whole = Pin<Box<dyn Future<Output = Bytes> + Send>>;

struct Slow {
    clock: Arc<dyn Clock>,
    /// The body, until it is there.
    whole: Option<Whole>,
    rest: Bytes,
    size: usize,
    pause: Option<Sleep>,
}

impl Stream for Slow {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let slow = self.get_mut();
        if let Some(whole) = &mut slow.whole {
            slow.rest = ready!(whole.as_mut().poll(context));
            slow.size = slow.rest.len().div_ceil(PIECES);
            slow.whole = None;
        }
        if slow.rest.is_empty() {
            return Poll::Ready(None);
        }
        let clock = &slow.clock;
        ready!(slow.pause.get_or_insert_with(|| clock.sleep(PAUSE)).as_mut().poll(context));
        slow.pause = None;
        let piece = slow.rest.split_to(slow.size.min(slow.rest.len()));
        Poll::Ready(Some(Ok(piece)))
    }
}
