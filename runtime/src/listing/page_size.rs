//! How many rows a page of a listing has: as the caller asks for, and as the service gives.

use crate::call::request::Request;
use crate::check::Violation;
use crate::error::{Error, ErrorKind};

/// Rows of a page. Page numbers mean something with one size only.
#[derive(Clone, Copy, Debug)]
pub(super) struct PageSize {
    /// Rows that the request asks for, or that the service gives by default.
    asked: i64,
    /// Whether the request sends that number.
    is_sent: bool,
    /// Rows that the service gives where these are fewer, and that are asked for from then on.
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

    /// The size by which pages are numbered.
    pub(super) fn current(&self) -> i64 {
        self.given.unwrap_or(self.asked)
    }

    /// The size to send, where it is not the one that the request has.
    pub(super) fn given(&self) -> Option<i64> {
        self.given
    }

    /// Whether a page has all the rows that were asked for.
    pub(super) fn is_full(&self, items: usize) -> bool {
        rows(items) >= self.asked
    }

    /// Pages that so many rows need, at least one.
    pub(super) fn pages(&self, rows: u64) -> usize {
        let size = u64::try_from(self.asked).unwrap_or(1).max(1);
        usize::try_from(rows.div_ceil(size)).unwrap_or(usize::MAX).max(1)
    }

    /// Takes in the length of the very first page of a listing.
    ///
    /// If it is short, either there are no more rows, or the service gives no more at once and says nothing. Then it is
    /// open whether page 1 begins behind the rows that came, or behind as many as were asked for, which would leave
    /// some out. Asked by the size that it gave, page 1 begins behind the rows that came in any case.
    ///
    /// A page of one row keeps the asked size: one row that is added in front would make the next page the same again.
    pub(super) fn learn(&mut self, items: usize) {
        if self.is_sent && items > 1 && !self.is_full(items) {
            self.given = Some(rows(items));
        }
    }

    /// Refuses pages without rows, of which the first would be taken for the end. A single call may ask for one.
    pub(super) fn check(&self, request: &Request) -> Result<(), Error> {
        let Some(paging) = request.operation().paging.as_ref().filter(|_| self.asked < 1) else {
            return Ok(());
        };
        let violation = Violation::new(paging.limit, "1 or more rows a page".to_owned(), self.asked.to_string());
        Err(Error::new(ErrorKind::Input, violation.to_string())
            .with_operation(request.operation().id)
            .with_hint("nothing was sent; leave it out to get pages of the service's own size"))
    }
}

fn rows(items: usize) -> i64 {
    i64::try_from(items).unwrap_or(i64::MAX)
}

/// A number that a request sends, or what the service takes in its place.
pub(super) fn number(request: &Request, name: &str, default: i64) -> i64 {
    request.value(name).and_then(|text| text.parse().ok()).unwrap_or(default)
}
