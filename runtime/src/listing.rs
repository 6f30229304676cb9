//! Listings as streams of pages and of items.
//!
//! The first page is fetched alone, because most listings have no other. Behind a full page the next ones are fetched
//! ahead, and handed out in order. A listing ends at a page that is shorter than asked for; a page that repeats an
//! earlier one, or more pages than any listing has, ends it with an error.

mod feed;
mod items;
mod pages;
mod resume;
mod snapshot;

pub use items::Items;
pub use pages::Pages;
pub use resume::{ResumeToken, TokenError};
pub(crate) use snapshot::snapshot;

use crate::model::{Any, Sink, Source, Step, Value};
use crate::operation::Paging;

/// The answer of a listing. Typed answers read their own fields; [`RawPage`] reads by the names of the table.
pub trait Page: Value + Default + Send + Unpin {
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

/// A page whose items stay JSON, for tools that work by the operations table.
#[derive(Clone, Debug, Default)]
pub struct RawPage(pub Any);

impl Value for RawPage {
    fn read(&mut self, from: &mut dyn Source) -> Step {
        self.0.read(from)
    }

    fn write(&self, to: &mut dyn Sink) -> Step {
        self.0.write(to)
    }
}

impl Page for RawPage {
    type Item = Any;

    fn items(&self, paging: &Paging) -> Option<&[Any]> {
        self.0.get(paging.items)?.as_array().map(Vec::as_slice)
    }

    fn into_items(mut self, paging: &Paging) -> Vec<Any> {
        match self.0.get_mut(paging.items).map(Any::take) {
            Some(Any::Array(items)) => items,
            _ => Vec::new(),
        }
    }

    fn limit(&self, paging: &Paging) -> Option<i64> {
        self.0.get(paging.limit)?.as_i64()
    }

    fn key<'a>(item: &'a Any, paging: &Paging) -> Option<&'a str> {
        item.get(paging.key)?.as_str()
    }
}
