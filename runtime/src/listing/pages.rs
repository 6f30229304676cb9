//! The pages of a listing.

use super::feed::{Extent, Feed};
use super::page::{Page, key_of, paging};
use super::resume::{ResumeToken, Seen};
use crate::call::decode;
use crate::call::request::Request;
use crate::call::response::Response;
use crate::error::{Error, ErrorKind};
use crate::error_body::ErrorBody;
use crate::model::{Codec, Seed};
use crate::table::operation::{Operation, Paging};
use futures_core::Stream;
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

/// Stream of all pages of a listing from the requested one on, in order.
///
/// A [`Stream`]; [`next`](Self::next) reads it without further crates. It ends after an error;
/// [`resume_token`](Self::resume_token) then names the failed page.
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

    /// Returns the next page, or `None` at the end. Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Returns the position of the next page, from which another listing of the same request continues.
    #[must_use]
    pub fn resume_token(&self) -> ResumeToken {
        ResumeToken::new(self.feed.due(), self.feed.page_size(), 0, Some(Arc::clone(&self.seen)))
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

    /// Requests no page ahead that so many further rows do not need.
    pub(super) fn want(&mut self, rows: u64) {
        self.feed.want(rows);
    }

    /// Requests nothing more.
    pub(super) fn end(&mut self) {
        self.feed.end();
    }

    fn accept(&mut self, answer: Response) -> Result<T, Error> {
        let operation = self.feed.operation();
        let paging = paging(operation)?;
        let mut page = T::empty(paging);
        if let Err(error) = decode::read(&answer.body, &mut PageSeed { page: &mut page, paging }) {
            return Err(decode::failure(error, answer).with_operation(operation.id));
        }
        let Some(items) = page.items(paging) else {
            return Err(no_list(answer, paging.items).with_operation(operation.id));
        };
        let keys = items.iter().map(|item| key_of::<T>(item, paging));
        let (fingerprint, stale) = Arc::make_mut(&mut self.seen).note(keys, &answer.body);
        self.feed.accept(&Extent {
            items: items.len(),
            bytes: answer.body.len(),
            fingerprint,
            has_moved: !stale.is_empty(),
        })?;
        self.stale = stale;
        Ok(page)
    }
}

/// The error of an answer without a list: it may have been the last page or none at all.
fn no_list(answer: Response, name: &str) -> Error {
    let message = format!("{}: expected the list '{name}' but found none", answer.status);
    Error::new(ErrorKind::Decode, message)
        .with_answer(answer, ErrorBody::default())
        .with_hint("the answer is no page of the listing; check the endpoint, or report it with the body")
}

/// A page to be read, of a listing that it has to know.
struct PageSeed<'p, T> {
    page: &'p mut T,
    paging: &'static Paging,
}

impl<T: Page> Seed for PageSeed<'_, T> {
    fn value(&mut self) -> &mut dyn Codec {
        self.page
    }

    fn reset(&mut self) {
        *self.page = T::empty(self.paging);
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
