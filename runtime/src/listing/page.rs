//! One page of a listing.

use crate::error::{Error, ErrorKind};
use crate::model::Codec;
use crate::table::operation::{Operation, Paging};

/// The response of a listing. Typed responses read their own fields; [`RawPage`] reads by the names of the table.
pub trait Page: Codec + Default + Send + Unpin {
    /// What the page lists.
    type Item: Send + Unpin;

    /// A page of this listing, to be read into.
    #[must_use]
    fn empty(_paging: &'static Paging) -> Self {
        Self::default()
    }

    /// The items; none if the response has no list, which is an error and not the end.
    fn items(&self, paging: &Paging) -> Option<&[Self::Item]>;

    /// The items, by value.
    fn into_items(self, paging: &Paging) -> Vec<Self::Item>;

    /// Most items of a page, as the response tells it.
    fn limit(&self, paging: &Paging) -> Option<i64>;

    /// What identifies an item.
    fn key<'a>(item: &'a Self::Item, paging: &Paging) -> Option<&'a str>;
}

/// The key by which an item is known again. An empty one identifies nothing.
pub(super) fn key_of<'a, T: Page>(item: &'a T::Item, paging: &Paging) -> Option<&'a str> {
    T::key(item, paging).filter(|key| !key.is_empty())
}

/// The paging of an operation that is a listing.
pub(super) fn paging(operation: &'static Operation) -> Result<&'static Paging, Error> {
    operation.paging.as_ref().ok_or_else(|| stopped(operation, "this operation has no pages"))
}

/// The error of a listing that is stopped.
pub(super) fn stopped(operation: &'static Operation, why: &str) -> Error {
    Error::new(ErrorKind::Pagination, format!("{why}; the listing was stopped")).with_operation(operation.id)
}
