//! The items of a listing.

use super::page::{Page, key_of};
use super::page_size::PageSize;
use super::pages::{ListedPage, Pages};
use super::resume::ResumeToken;
use crate::call::request::Request;
use crate::error::Error;
use crate::table::operation::Paging;
use futures_core::Stream;
use std::collections::HashSet;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// Stream of all items of a listing from the requested page on, in order and without duplicates.
///
/// It ends at the first empty page, because a page with fewer rows than requested may not be the last one.
///
/// Rows that are added during a listing move others to a later page. An item that was already delivered is skipped, by
/// its key; an item without a key is always delivered. Rows that are removed meanwhile can make the listing miss
/// others, because pages are numbered. `collect_stable` of the request avoids that.
///
/// A [`Stream`]; [`next`](Self::next) reads it without further crates. It ends after an error;
/// [`resume_token`](Self::resume_token) lets another listing continue.
#[must_use = "a listing does nothing until it is read"]
pub struct Items<T: Page> {
    pages: Pages<T>,
    /// Items of the last page that are not delivered yet.
    buffer: std::vec::IntoIter<T::Item>,
    /// Indexes of items of that page that were already delivered, in order.
    duplicates: std::iter::Peekable<std::vec::IntoIter<usize>>,
    /// Number of items taken from that page.
    taken: usize,
    /// Number of that page.
    page: i64,
    /// Number of items of the first page that an earlier listing has delivered.
    skip: usize,
    /// True if their keys are known, so that only items without a key are skipped by number.
    remembers: bool,
    /// Number of items still to deliver, if there is a limit.
    left: Option<u64>,
}

impl<T: Page> Items<T> {
    pub(crate) fn new(request: Request) -> Self {
        Self::of(Pages::new(request))
    }

    /// Continues where another listing of the same request stopped.
    pub(crate) fn resume(mut request: Request, token: &ResumeToken) -> Self {
        if let Some(paging) = &request.operation().paging {
            request.set(paging.page, &token.page());
            // A size that the caller has not set stays unset: the service may return fewer rows than documented.
            if PageSize::new(&request).current() != token.page_size() {
                request.set(paging.limit, &token.page_size());
            }
        }
        let remembers = token.seen().is_some();
        let pages = Pages::knowing(request, token.seen().cloned().unwrap_or_default());
        Self { skip: token.skip(), remembers, ..Self::of(pages) }
    }

    fn of(pages: Pages<T>) -> Self {
        let (buffer, duplicates) = (Vec::new().into_iter(), Vec::new().into_iter().peekable());
        Self { pages, buffer, duplicates, taken: 0, page: 0, skip: 0, remembers: false, left: None }
    }

    /// Limits the total number of items. Requests no page that they do not need.
    ///
    /// The number of rows of a page is `page_size` of the request.
    pub fn limit(mut self, items: u64) -> Self {
        self.left = Some(items);
        self
    }

    /// Returns the next item, or `None` at the end. Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<T::Item, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Returns all remaining items.
    ///
    /// # Errors
    ///
    /// The first error of the listing. The items before it are lost: to keep them, use [`next`](Self::next).
    pub async fn collect(mut self) -> Result<Vec<T::Item>, Error> {
        let mut items = Vec::new();
        while let Some(item) = self.next().await {
            items.push(item?);
        }
        Ok(items)
    }

    /// Returns the position after the last item, from which another listing of the same request continues.
    ///
    /// As long as rows keep their places, no item is lost or delivered again. A token that stays in memory also knows
    /// the delivered items, so rows that have moved are not delivered again either. A token that was written to text
    /// does not.
    #[must_use]
    pub fn resume_token(&self) -> ResumeToken {
        let next = self.pages.resume_token();
        let left = self.buffer.as_slice();
        if left.is_empty() {
            // Items of the next page that an earlier listing has delivered must still be skipped.
            return next.skipping(self.skip);
        }
        let paging = self.pages.operation().paging.as_ref();
        let duplicates: HashSet<usize> = self.duplicates.clone().collect();
        let fresh = left.iter().enumerate().filter(|(index, _)| !duplicates.contains(&(self.taken + index)));
        // The whole page counts as seen, but its remaining items were not delivered.
        next.at(self.page, self.taken).forgetting(fresh.filter_map(|(_, item)| key_of::<T>(item, paging?)))
    }

    fn next_buffered(&mut self, paging: &Paging) -> Option<T::Item> {
        for item in self.buffer.by_ref() {
            let is_duplicate = self.duplicates.next_if_eq(&self.taken).is_some();
            let is_skipped = self.taken < self.skip && !(self.remembers && key_of::<T>(&item, paging).is_some());
            self.taken += 1;
            if !is_duplicate && !is_skipped {
                return Some(item);
            }
        }
        None
    }
}

impl<T: Page> Stream for Items<T> {
    type Item = Result<T::Item, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let items = self.get_mut();
        let paging = items.pages.operation().paging.as_ref();
        loop {
            if items.left == Some(0) {
                items.pages.end();
                return Poll::Ready(None);
            }
            if let Some(paging) = paging.filter(|_| !items.buffer.as_slice().is_empty())
                && let Some(item) = items.next_buffered(paging)
            {
                items.left = items.left.map(|left| left.saturating_sub(1));
                return Poll::Ready(Some(Ok(item)));
            }
            items.pages.want(items.left.unwrap_or(u64::MAX));
            match (ready!(items.pages.poll_page(context)), paging) {
                (Some(Ok(page)), Some(paging)) => {
                    // Only the first page can be partly delivered.
                    items.skip = if items.taken == 0 { items.skip } else { 0 };
                    let ListedPage { page, number, duplicates } = page;
                    items.buffer = page.into_items(paging).into_iter();
                    items.duplicates = duplicates.into_iter().peekable();
                    (items.page, items.taken) = (number, 0);
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
