//! The pages of a listing.

use super::fetcher::{PageFetcher, PageSummary};
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
    fetcher: PageFetcher,
    seen: Arc<Seen>,
    page: PhantomData<fn() -> T>,
}

/// A page of a listing, and its place in it.
pub(super) struct ListedPage<T> {
    pub(super) page: T,
    /// Its page number.
    pub(super) number: i64,
    /// Indexes of its items that were already delivered, in order.
    pub(super) duplicates: Vec<usize>,
}

impl<T: Page> Pages<T> {
    pub(crate) fn new(request: Request) -> Self {
        Self::knowing(request, Arc::default())
    }

    /// Streams all pages, skipping rows that an earlier listing has delivered.
    pub(super) fn knowing(request: Request, seen: Arc<Seen>) -> Self {
        Self { fetcher: PageFetcher::new(request), seen, page: PhantomData }
    }

    /// Returns the next page, or `None` at the end. Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Returns the position of the next page, from which another listing of the same request continues.
    #[must_use]
    pub fn resume_token(&self) -> ResumeToken {
        ResumeToken::new(self.fetcher.next_page(), self.fetcher.page_size(), 0, Some(Arc::clone(&self.seen)))
    }

    pub(super) fn operation(&self) -> &'static Operation {
        self.fetcher.operation()
    }

    /// Limits prefetching to the pages that this many further rows need.
    pub(super) fn want(&mut self, rows: u64) {
        self.fetcher.want(rows);
    }

    /// Stops the listing. Nothing more is requested.
    pub(super) fn end(&mut self) {
        self.fetcher.end();
    }

    /// Polls for the next page, with what the stream of items has to know about it.
    pub(super) fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<ListedPage<T>, Error>>> {
        let page = match ready!(self.fetcher.poll(context)) {
            Some(response) => response.and_then(|response| self.accept(response)),
            None => return Poll::Ready(None),
        };
        if page.is_err() {
            self.fetcher.end();
        }
        Poll::Ready(Some(page))
    }

    fn accept(&mut self, response: Response) -> Result<ListedPage<T>, Error> {
        let number = self.fetcher.next_page();
        let operation = self.fetcher.operation();
        let paging = paging(operation)?;
        let mut page = T::empty(paging);
        if let Err(error) = decode::read(&response.body, &mut PageSeed { page: &mut page, paging }) {
            return Err(decode::failure(error, response).with_operation(operation.id));
        }
        let Some(items) = page.items(paging) else {
            return Err(no_list(response, paging.items).with_operation(operation.id));
        };
        let keys = items.iter().map(|item| key_of::<T>(item, paging));
        let (fingerprint, duplicates) = Arc::make_mut(&mut self.seen).note(keys, &response.body);
        self.fetcher.accept(&PageSummary {
            items: items.len(),
            bytes: response.body.len(),
            fingerprint,
            has_moved: !duplicates.is_empty(),
        })?;
        Ok(ListedPage { page, number, duplicates })
    }
}

/// Returns the error of a response without a list. It cannot count as the last page.
fn no_list(response: Response, name: &str) -> Error {
    let message = format!("the response has no list '{name}' (HTTP {})", response.status);
    Error::new(ErrorKind::Decode, message)
        .with_response(response, ErrorBody::default())
        .with_hint("the response is not a page of the listing; check the endpoint, or report it with the body")
}

/// A page to decode, with the paging of its listing.
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
        self.get_mut().poll_page(context).map(|page| page.map(|page| page.map(|page| page.page)))
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Pages").field(&self.fetcher).finish()
    }
}
