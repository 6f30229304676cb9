//! The methods of a request that start a listing.

use super::items::Items;
use super::page::Page;
use super::pages::Pages;
use super::resume::ResumeToken;
use super::stable;
use crate::call::request::Request;
use crate::error::Error;
#[cfg(doc)]
use crate::error::ErrorKind;

impl Request {
    /// Streams all pages, starting with the requested one.
    pub fn pages<T: Page>(self) -> Pages<T> {
        Pages::new(self)
    }

    /// Streams all items from the requested page on, without duplicates.
    pub fn items<T: Page>(self) -> Items<T> {
        Items::new(self)
    }

    /// Streams the remaining items, from where another listing of the same request stopped.
    pub fn resume<T: Page>(self, token: &ResumeToken) -> Items<T> {
        Items::resume(self, token)
    }

    /// Repeats the listing until two passes in a row return the same items, and returns them. A single pass can skip
    /// rows if earlier rows are deleted meanwhile. All items are kept in memory.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Pagination`] if no two of five passes in a row agree. Otherwise the errors of [`send`](Self::send).
    pub async fn collect_stable<T: Page>(self) -> Result<Vec<T::Item>, Error> {
        stable::collect_stable::<T>(&self).await
    }
}
