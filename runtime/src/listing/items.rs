//! A listing, item by item.

use super::Page;
use super::pages::Pages;
use super::resume::{ResumeToken, Seen};
use crate::error::Error;
use crate::operation::Paging;
use crate::request::Request;
use futures_core::Stream;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

/// All items of a listing from the asked page on, in order and without duplicates.
///
/// Rows that are added while a listing is read push others to a later page, where they come again: an item whose key
/// was delivered already is left out. Rows that are removed meanwhile can make others be missed: that is the nature of
/// pages by number, against which a snapshot helps: see `snapshot` of the request.
///
/// A [`Stream`]; [`next`](Self::next) reads it without further crates. After an error it ends;
/// [`resume_token`](Self::resume_token) lets another one go on.
#[must_use = "a listing does nothing until it is read"]
pub struct Items<T: Page> {
    pages: Pages<T>,
    /// What is left of the page that came last.
    buffer: std::vec::IntoIter<T::Item>,
    /// Number of that page, and how many of its items were taken from it.
    page: i64,
    taken: usize,
    /// Items of the first page that an earlier listing has delivered.
    skip: usize,
    /// Whether `seen` knows them, so that only those without a key have to be counted.
    remembers: bool,
    seen: Arc<Seen>,
}

impl<T: Page> Items<T> {
    pub(crate) fn new(request: Request) -> Self {
        Self {
            pages: Pages::new(request),
            buffer: Vec::new().into_iter(),
            page: 0,
            taken: 0,
            skip: 0,
            remembers: false,
            seen: Arc::default(),
        }
    }

    /// Goes on where another listing of the same request stopped.
    pub(crate) fn resume(mut request: Request, token: &ResumeToken) -> Self {
        if let Some(paging) = &request.operation().paging {
            request.set(paging.page, &token.page());
            request.set(paging.limit, &token.limit());
        }
        Self {
            skip: token.skip(),
            remembers: token.seen().is_some(),
            seen: token.seen().cloned().unwrap_or_default(),
            ..Self::new(request)
        }
    }

    /// The next item; none at the end. Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<T::Item, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Where another listing of the same request goes on: behind the item that came last.
    ///
    /// Nothing is lost and nothing comes twice, as far as rows stay where they are. A token that stays in the program
    /// also knows what was delivered, so that rows which were pushed on meanwhile do not come again; one that went
    /// through text does not.
    #[must_use]
    pub fn resume_token(&self) -> ResumeToken {
        let (next, limit) = self.pages.place();
        let (page, skip) = match self.buffer.as_slice() {
            [] => (next, 0),
            _ => (self.page, self.taken),
        };
        // What an earlier listing had delivered of a page that has not come yet is still to be skipped.
        let skip = skip.max(self.skip);
        ResumeToken::new(page, limit, skip, Some(Arc::clone(&self.seen)))
    }

    fn next_buffered(&mut self, paging: &Paging) -> Option<T::Item> {
        let seen = Arc::make_mut(&mut self.seen);
        for item in self.buffer.by_ref() {
            self.taken += 1;
            let key = T::key(&item, paging);
            let is_skipped = self.skip > 0 && !(self.remembers && key.is_some());
            self.skip = self.skip.saturating_sub(1);
            if key.is_none_or(|key| seen.insert(key)) && !is_skipped {
                return Some(item);
            }
        }
        self.skip = 0;
        None
    }
}

impl<T: Page> Stream for Items<T> {
    type Item = Result<T::Item, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let items = self.get_mut();
        let paging = items.pages.operation().paging.as_ref();
        loop {
            if let Some(paging) = paging.filter(|_| !items.buffer.as_slice().is_empty())
                && let Some(item) = items.next_buffered(paging)
            {
                return Poll::Ready(Some(Ok(item)));
            }
            let (page, _) = items.pages.place();
            match (ready!(Pin::new(&mut items.pages).poll_next(context)), paging) {
                (Some(Ok(next)), Some(paging)) => {
                    items.buffer = next.into_items(paging).into_iter();
                    (items.page, items.taken) = (page, 0);
                }
                (Some(Err(error)), _) => return Poll::Ready(Some(Err(error))),
                (_, _) => return Poll::Ready(None),
            }
        }
    }
}

impl<T: Page> fmt::Debug for Items<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Items").field(&self.pages).finish()
    }
}
