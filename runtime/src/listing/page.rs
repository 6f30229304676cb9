//! One page of a listing.

use crate::error::{Error, ErrorKind};
use crate::model::Codec;
use crate::table::operation::{Operation, Paging};

/// A page of a listing. Typed pages read their own fields; [`RawPage`](super::RawPage) finds them by the names in the operations table.
pub trait Page: Codec + Default + Send + Unpin {
    /// Type of the items.
    type Item: Send + Unpin;

    /// Creates an empty page to decode into.
    #[must_use]
    fn empty(_paging: &'static Paging) -> Self {
        Self::default()
    }

    /// Returns the items, or `None` if the response has no list, which is an error and not the end of the listing.
    fn items(&self, paging: &Paging) -> Option<&[Self::Item]>;

    /// Returns the items by value.
    fn into_items(self, paging: &Paging) -> Vec<Self::Item>;

    /// Returns the page size in the response.
    fn limit(&self, paging: &Paging) -> Option<i64>;

    /// Returns the key that identifies an item.
    fn key<'a>(item: &'a Self::Item, paging: &Paging) -> Option<&'a str>;
}

/// Returns the key that identifies an item. An empty key does not count.
pub(super) fn key_of<'a, T: Page>(item: &'a T::Item, paging: &Paging) -> Option<&'a str> {
    T::key(item, paging).filter(|key| !key.is_empty())
}

/// Returns the paging of an operation that is a listing.
pub(super) fn paging(operation: &'static Operation) -> Result<&'static Paging, Error> {
    operation.paging.as_ref().ok_or_else(|| stopped(operation, "this operation has no pages"))
}

/// Returns the error of a listing that was stopped.
pub(super) fn stopped(operation: &'static Operation, why: &str) -> Error {
    Error::new(ErrorKind::Pagination, format!("{why}; the listing was stopped")).with_operation(operation.id)
}
