//! The page size of a listing: as requested, and as returned by the service.

use crate::call::request::Request;
use crate::check::Violation;
use crate::error::{Error, ErrorKind};

/// Number of rows of a page. A page number is valid for one page size only.
#[derive(Clone, Copy, Debug)]
pub(super) struct PageSize {
    /// The requested page size, or the service's default.
    asked: i64,
    /// True if the request sends it.
    is_sent: bool,
    /// The smaller size that the service returned, which later pages request.
    given: Option<i64>,
}

impl PageSize {
    pub(super) fn new(request: &Request) -> Self {
        let paging = request.operation().paging.as_ref();
        Self {
            asked: paging.map_or(0, |paging| number(request, paging.limit, paging.default_limit)),
            is_sent: paging.is_some_and(|paging| request.value(paging.limit).is_some()),
            given: None,
        }
    }

    /// Returns the size that page numbers refer to.
    pub(super) fn current(&self) -> i64 {
        self.given.unwrap_or(self.asked)
    }

    /// Returns the size to send, if it differs from the request's own.
    pub(super) fn given(&self) -> Option<i64> {
        self.given
    }

    /// Returns true if a page has all requested rows.
    pub(super) fn is_full(&self, items: usize) -> bool {
        rows(items) >= self.asked
    }

    /// Returns the number of pages for this many rows, at least one.
    pub(super) fn pages(&self, rows: u64) -> usize {
        let size = u64::try_from(self.asked).unwrap_or(1).max(1);
        usize::try_from(rows.div_ceil(size)).unwrap_or(usize::MAX).max(1)
    }

    /// Records the length of the first page of a listing.
    ///
    /// If it is short, either there are no more rows, or the service limits the page size without saying so. In the
    /// second case it is unknown whether page 1 starts after the returned rows or after the requested number of rows,
    /// which would skip some. If later pages request the returned size, page 1 starts after the returned rows in both
    /// cases.
    ///
    /// A page of one row does not change the size: a row that is added in front would make the next page a duplicate.
    pub(super) fn learn(&mut self, items: usize) {
        if self.is_sent && items > 1 && !self.is_full(items) {
            self.given = Some(rows(items));
        }
    }

    /// Rejects a page size below 1 for listings, because the first empty page would end them. A single call may use it.
    pub(super) fn check(&self, request: &Request) -> Result<(), Error> {
        let Some(paging) = request.operation().paging.as_ref().filter(|_| self.asked < 1) else {
            return Ok(());
        };
        let violation = Violation::new(paging.limit, "1 or more rows per page".to_owned(), self.asked.to_string());
        Err(Error::new(ErrorKind::Input, violation.to_string())
            .with_operation(request.operation().id)
            .with_hint("nothing was sent; omit it to use the service's default page size"))
    }
}

fn rows(items: usize) -> i64 {
    i64::try_from(items).unwrap_or(i64::MAX)
}

/// Returns the number that a request sends, or the service's default.
pub(super) fn number(request: &Request, name: &str, default: i64) -> i64 {
    request.value(name).and_then(|text| text.parse().ok()).unwrap_or(default)
}
