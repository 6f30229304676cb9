//! Listings as streams of pages and of items.
//!
//! A listing ends at the first empty page. A short page is not the end: a service may give fewer rows than it was asked
//! for, and says so nowhere. A page that repeats an earlier one, or more pages than any listing has, ends it with an
//! error. Behind full pages the next ones are fetched ahead, and handed out in order.

mod feed;
mod items;
mod page_size;
mod pages;
mod prefetch;
mod raw;
mod resume;
mod stable;

pub use items::Items;
pub use pages::Pages;
pub use raw::{RawPage, RawRow};
pub use resume::{ResumeToken, TokenError};
pub(crate) use stable::collect_stable;

use crate::error::{Error, ErrorKind};
use crate::model::Value;
use crate::operation::{Operation, Paging};

/// The answer of a listing. Typed answers read their own fields; [`RawPage`] reads by the names of the table.
pub trait Page: Value + Default + Send + Unpin {
    /// What the page lists.
    type Item: Send + Unpin;

    /// A page of this listing, to be read into.
    #[must_use]
    fn empty(_paging: &'static Paging) -> Self {
        Self::default()
    }

    /// The items; none if the answer has no list, which is an error and not the end.
    fn items(&self, paging: &Paging) -> Option<&[Self::Item]>;

    /// The items, by value.
    fn into_items(self, paging: &Paging) -> Vec<Self::Item>;

    /// Most items of a page, as the answer tells it.
    fn limit(&self, paging: &Paging) -> Option<i64>;

    /// What identifies an item.
    fn key<'a>(item: &'a Self::Item, paging: &Paging) -> Option<&'a str>;
}

/// The key by which an item is known again. An empty one identifies nothing.
fn key_of<'a, T: Page>(item: &'a T::Item, paging: &Paging) -> Option<&'a str> {
    T::key(item, paging).filter(|key| !key.is_empty())
}

/// The paging of an operation that is a listing.
fn paging(operation: &'static Operation) -> Result<&'static Paging, Error> {
    operation.paging.as_ref().ok_or_else(|| stopped(operation, "this operation has no pages"))
}

/// The error of a listing that is stopped.
fn stopped(operation: &'static Operation, why: &str) -> Error {
    Error::new(ErrorKind::Pagination, format!("{why}; the listing was stopped")).with_operation(operation.id)
}
