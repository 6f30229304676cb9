//! Pages of a list.

/// A part of a list: the page with this number, from 0, of at most so many rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PageQuery {
    pub(crate) page: usize,
    pub(crate) limit: usize,
}

impl PageQuery {
    /// Returns the rows of the page, and the number of all rows.
    pub(super) fn select<T>(self, rows: impl IntoIterator<Item = T>) -> (Vec<T>, usize) {
        let start = self.page.saturating_mul(self.limit);
        let (mut page, mut total) = (Vec::new(), 0_usize);
        for row in rows {
            if total >= start && page.len() < self.limit {
                page.push(row);
            }
            total += 1;
        }
        (page, total)
    }
}
