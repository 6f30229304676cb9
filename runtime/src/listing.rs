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

use crate::operation::Paging;
use serde::de::{Deserialize, DeserializeOwned, Deserializer};

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
