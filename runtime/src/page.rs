//! Listings as streams of pages and of items.
//!
//! The first page is fetched alone, because most listings have no other. Behind a full page the next ones are fetched
//! ahead, and handed out in order. A listing ends at a page that is shorter than asked for; a page that repeats an
//! earlier one, or more pages than any listing has, ends it with an error.

use crate::answer::Answer;
use crate::error::{Error, ErrorKind};
use crate::operation::{Operation, Paging};
use crate::request::{Request, decode};
use futures_core::Stream;
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::future::poll_fn;
use std::hash::{BuildHasher, RandomState};
use std::pin::Pin;
use std::task::{Context, Poll};

/// Most pages of one listing: ten million rows of the usual thousand a page.
const MOST_PAGES: usize = 10_000;

/// The answer of a listing. Typed answers read their own fields; [`RawPage`] reads by the names of the table.
pub trait Page: DeserializeOwned + Send + Unpin {
    /// What the page lists.
    type Item: Send + Unpin;

    /// The items; none if the answer has no list, which is an error and not the end.
    fn items(&self, paging: &Paging) -> Option<&[Self::Item]>;

    /// The items, by value.
    fn into_items(self, paging: &Paging) -> Vec<Self::Item>;

    /// Most items of a page, as the answer tells it.
    fn limit(&self, paging: &Paging) -> Option<i64>;

    /// What identifies an item.
    fn key<'a>(item: &'a Self::Item, paging: &Paging) -> Option<&'a str>;
}

type Fetch = Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send>>;

/// A page that is on its way or has arrived but is not yet due.
enum Slot {
    Pending(Fetch),
    Arrived(Result<Answer, Error>),
}

/// All pages of a listing from the asked one on, in order.
///
/// A [`Stream`]; [`next`](Self::next) reads it without further crates. After an error it ends.
#[must_use = "a listing does nothing until it is read"]
pub struct Pages<T> {
    request: Request,
    next: i64,
    ahead: usize,
    slots: VecDeque<Slot>,
    seen: HashSet<u64>,
    hasher: RandomState,
    state: State,
    page: std::marker::PhantomData<fn() -> T>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    /// Nothing has arrived yet.
    First,
    /// The last page was full.
    More,
    Ended,
}

impl<T: Page> Pages<T> {
    pub(crate) fn new(request: Request) -> Self {
        let paging = request.operation().paging.as_ref();
        let first = paging.map_or(0, |paging| number(&request, paging.page, paging.first));
        let ahead = request
            .options()
            .ahead
            .unwrap_or(request.client().core().pages_ahead);
        Self {
            request,
            next: first,
            ahead,
            slots: VecDeque::new(),
            seen: HashSet::new(),
            hasher: RandomState::new(),
            state: State::First,
            page: std::marker::PhantomData,
        }
    }

    /// The next page; none at the end. Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Starts the fetches that may run now.
    fn fill(&mut self) {
        let wanted = match self.state {
            State::First => 1,
            State::More => self.ahead.saturating_add(1),
            State::Ended => 0,
        };
        while self.slots.len() < wanted {
            let mut request = self.request.clone();
            if let Some(paging) = request.operation().paging.as_ref() {
                // The first page is asked for exactly as the caller set it.
                if self.state == State::More {
                    request.set(paging.page, &self.next);
                }
            }
            self.next = self.next.saturating_add(1);
            self.slots.push_back(Slot::Pending(Box::pin(
                async move { request.execute().await },
            )));
        }
    }

    /// Drives all fetches; the first in order, when it has arrived.
    fn poll_first(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Answer, Error>>> {
        for slot in &mut self.slots {
            if let Slot::Pending(fetch) = slot
                && let Poll::Ready(result) = fetch.as_mut().poll(context)
            {
                *slot = Slot::Arrived(result);
            }
        }
        match self.slots.pop_front() {
            None => Poll::Ready(None),
            Some(Slot::Arrived(result)) => Poll::Ready(Some(result)),
            Some(pending) => {
                self.slots.push_front(pending);
                Poll::Pending
            }
        }
    }

    /// Decodes a page and decides whether there is another.
    fn accept(&mut self, answer: Answer) -> Result<T, Error> {
        let operation = self.request.operation();
        let Some(paging) = operation.paging.as_ref() else {
            return Err(listing(operation, "this operation has no pages"));
        };
        let status = answer.status;
        let page: T = decode(operation, answer)?;
        let Some(items) = page.items(paging) else {
            let message = format!(
                "{status}: expected the list '{}' but found none",
                paging.items
            );
            return Err(Error::new(ErrorKind::Decode, message).with_operation(operation.id));
        };
        if is_last(items.len(), self.asked(paging), page.limit(paging)) {
            self.state = State::Ended;
        } else if !self
            .seen
            .insert(fingerprint::<T>(&self.hasher, items, paging))
        {
            return Err(listing(operation, "the service repeats a page"));
        } else if self.seen.len() >= MOST_PAGES {
            return Err(listing(operation, "more pages than a listing may have"));
        } else {
            self.state = State::More;
        }
        Ok(page)
    }

    fn asked(&self, paging: &Paging) -> i64 {
        number(&self.request, paging.limit, paging.default_limit)
    }

    fn finish(&mut self) {
        self.state = State::Ended;
        self.slots.clear();
    }
}

impl<T: Page> Stream for Pages<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let pages = self.get_mut();
        pages.fill();
        let Poll::Ready(answer) = pages.poll_first(context) else {
            return Poll::Pending;
        };
        let page = answer.map(|answer| answer.and_then(|answer| pages.accept(answer)));
        if pages.state == State::Ended || !matches!(page, Some(Ok(_))) {
            pages.finish();
        }
        Poll::Ready(page)
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Pages")
            .field("request", &self.request)
            .field("next", &self.next)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// All items of a listing from the asked page on, in order and without duplicates.
///
/// Rows that are added while a listing is read push others to a later page, where they come again: an item whose key
/// was delivered already is left out. Rows that are removed meanwhile can make others be missed: that is the nature of
/// pages by number.
#[must_use = "a listing does nothing until it is read"]
pub struct Items<T: Page> {
    pages: Pages<T>,
    buffer: std::vec::IntoIter<T::Item>,
    /// Keys as hashes, so that a million of them stay small.
    delivered: HashSet<u64>,
    hasher: RandomState,
}

impl<T: Page> Items<T> {
    pub(crate) fn new(request: Request) -> Self {
        Self {
            pages: Pages::new(request),
            buffer: Vec::new().into_iter(),
            delivered: HashSet::new(),
            hasher: RandomState::new(),
        }
    }

    /// The next item; none at the end. Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<T::Item, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    fn next_buffered(&mut self, paging: &Paging) -> Option<T::Item> {
        self.buffer
            .by_ref()
            .find(|item| match T::key(item, paging) {
                Some(key) => self.delivered.insert(self.hasher.hash_one(key)),
                None => true,
            })
    }
}

impl<T: Page> Stream for Items<T> {
    type Item = Result<T::Item, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let items = self.get_mut();
        let paging = items.pages.request.operation().paging.as_ref();
        loop {
            if let Some(item) = paging.and_then(|paging| items.next_buffered(paging)) {
                return Poll::Ready(Some(Ok(item)));
            }
            match (Pin::new(&mut items.pages).poll_next(context), paging) {
                (Poll::Pending, _) => return Poll::Pending,
                (Poll::Ready(Some(Ok(page))), Some(paging)) => {
                    items.buffer = page.into_items(paging).into_iter()
                }
                (Poll::Ready(Some(Err(error))), _) => return Poll::Ready(Some(Err(error))),
                (Poll::Ready(_), _) => return Poll::Ready(None),
            }
        }
    }
}

impl<T: Page> fmt::Debug for Items<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Items")
            .field("pages", &self.pages)
            .finish_non_exhaustive()
    }
}

/// A page whose items stay JSON, for tools that work by the operations table.
#[derive(Clone, Debug)]
pub struct RawPage(pub serde_json::Value);

impl<'de> Deserialize<'de> for RawPage {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        serde_json::Value::deserialize(from).map(Self)
    }
}

impl Page for RawPage {
    type Item = serde_json::Value;

    fn items(&self, paging: &Paging) -> Option<&[serde_json::Value]> {
        self.0.get(paging.items)?.as_array().map(Vec::as_slice)
    }

    fn into_items(mut self, paging: &Paging) -> Vec<serde_json::Value> {
        match self.0.get_mut(paging.items).map(serde_json::Value::take) {
            Some(serde_json::Value::Array(items)) => items,
            _ => Vec::new(),
        }
    }

    fn limit(&self, paging: &Paging) -> Option<i64> {
        self.0.get(paging.limit)?.as_i64()
    }

    fn key<'a>(item: &'a serde_json::Value, paging: &Paging) -> Option<&'a str> {
        item.get(paging.key)?.as_str()
    }
}

/// Whether no page follows. The answer's own limit counts only where it is smaller than what was asked for: it then
/// is the service's maximum. A larger one is a limit that was not echoed.
fn is_last(items: usize, asked: i64, told: Option<i64>) -> bool {
    let limit = told
        .filter(|told| *told > 0)
        .map_or(asked, |told| told.min(asked));
    items == 0 || i64::try_from(items).unwrap_or(i64::MAX) < limit
}

/// A page is known by its keys, or by its length where items have none.
fn fingerprint<T: Page>(hasher: &RandomState, items: &[T::Item], paging: &Paging) -> u64 {
    let keys: Vec<Option<&str>> = items.iter().map(|item| T::key(item, paging)).collect();
    hasher.hash_one(keys)
}

fn number(request: &Request, name: &str, default: i64) -> i64 {
    request
        .value(name)
        .and_then(|text| text.parse().ok())
        .unwrap_or(default)
}

fn listing(operation: &'static Operation, message: &str) -> Error {
    Error::new(ErrorKind::Listing, format!("{message}; the listing was stopped"))
        .with_operation(operation.id)
        .with_hint("what was delivered is right but may not be all; narrow the listing or ask for larger pages")
}

#[cfg(test)]
mod tests {
    use super::is_last;

    #[test]
    fn a_listing_ends_at_a_short_or_empty_page() {
        assert!(is_last(0, 1000, None));
        assert!(is_last(999, 1000, Some(1000)));
        assert!(!is_last(1000, 1000, Some(1000)));
        assert!(!is_last(1001, 1000, None));
    }

    #[test]
    fn the_told_limit_counts_only_as_a_maximum() {
        // Contradiction 13: asked for 4, told 1000.
        assert!(is_last(1, 4, Some(1000)));
        assert!(!is_last(4, 4, Some(1000)));
        // Asked for 5000, but the service never gives more than 1000.
        assert!(!is_last(1000, 5000, Some(1000)));
        assert!(is_last(999, 5000, Some(1000)));
        for nonsense in [-1, 0, i64::MIN] {
            assert!(!is_last(4, 4, Some(nonsense)));
        }
    }
}
