//! A listing, page by page.

use super::Page;
use super::feed::{Extent, Feed, paging};
use super::resume::{ResumeToken, Seen};
use crate::answer::Answer;
use crate::error::{Error, ErrorKind};
use crate::operation::Operation;
use crate::request::{Request, read};
use futures_core::Stream;
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

/// All pages of a listing from the asked one on, in order.
///
/// A [`Stream`]; [`next`](Self::next) reads it without further crates. After an error it ends;
/// [`resume_token`](Self::resume_token) then names the page that failed.
#[must_use = "a listing does nothing until it is read"]
pub struct Pages<T> {
    feed: Feed,
    seen: Arc<Seen>,
    /// Which items of the page that came last have come before, in order.
    stale: Vec<usize>,
    page: PhantomData<fn() -> T>,
}

impl<T: Page> Pages<T> {
    pub(crate) fn new(request: Request) -> Self {
        Self::knowing(request, Arc::default())
    }

    /// All pages, where an earlier listing has delivered these rows.
    pub(super) fn knowing(request: Request, seen: Arc<Seen>) -> Self {
        Self { feed: Feed::new(request), seen, stale: Vec::new(), page: PhantomData }
    }

    /// The next page; none at the end. Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Where another listing of the same request goes on: at the page that would come next.
    #[must_use]
    pub fn resume_token(&self) -> ResumeToken {
        ResumeToken::new(self.feed.due(), self.feed.asked(), 0, Some(Arc::clone(&self.seen)))
    }

    pub(super) fn operation(&self) -> &'static Operation {
        self.feed.operation()
    }

    /// Number of the page that comes next.
    pub(super) fn due(&self) -> i64 {
        self.feed.due()
    }

    /// Which items of the page that came last have come before, in order.
    pub(super) fn take_stale(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.stale)
    }

    fn accept(&mut self, answer: Answer) -> Result<T, Error> {
        let operation = self.feed.operation();
        let paging = paging(operation)?;
        let status = answer.status;
        let mut page = T::empty(paging);
        read(operation, answer, &mut page)?;
        let Some(items) = page.items(paging) else {
            let message = format!("{status}: expected the list '{}' but found none", paging.items);
            return Err(Error::new(ErrorKind::Decode, message).with_operation(operation.id));
        };
        let (fingerprint, stale) = Arc::make_mut(&mut self.seen).note(items.iter().map(|item| T::key(item, paging)));
        self.feed.accept(&Extent {
            items: items.len(),
            limit: page.limit(paging),
            fingerprint,
            has_moved: !stale.is_empty(),
        })?;
        self.stale = stale;
        Ok(page)
    }
}

impl<T: Page> Stream for Pages<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let pages = self.get_mut();
        let page = match ready!(pages.feed.poll(context)) {
            Some(answer) => answer.and_then(|answer| pages.accept(answer)),
            None => return Poll::Ready(None),
        };
        if page.is_err() {
            pages.feed.end();
        }
        Poll::Ready(Some(page))
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Pages").field(&self.feed).finish()
    }
}
