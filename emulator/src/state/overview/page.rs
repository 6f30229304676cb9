//! Pages of a list.

/// A part of a list: the page with this number, from 0, of at most so many rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PageQuery {
    pub(crate) page: usize,
    pub(crate) limit: usize,
}

impl PageQuery {
    /// Returns the rows of the page, and the number of all rows.
    pub(super) fn select<T>(self, rows: Vec<T>) -> (Vec<T>, usize) {
        let total = rows.len();
        let start = self.page.saturating_mul(self.limit);
        (rows.into_iter().skip(start).take(self.limit).collect(), total)
    }
}
