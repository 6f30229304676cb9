//! Listings as streams of pages and of items.
//!
//! The first page is fetched alone, because most listings have no other. Behind a full page the next ones are fetched
//! ahead, and handed out in order. A listing ends at a page that is shorter than asked for; a page that repeats an
//! earlier one, or more pages than any listing has, ends it with an error.

mod feed;
mod items;
mod pages;
mod raw;
mod resume;
mod snapshot;

pub use items::Items;
pub use pages::Pages;
pub use raw::{RawPage, RawRow};
pub use resume::{ResumeToken, TokenError};
pub(crate) use snapshot::snapshot;

use crate::model::Value;
use crate::operation::Paging;

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
