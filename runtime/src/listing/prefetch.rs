//! How many pages of a listing are requested before the pages in front of them are read.

/// Full pages in a row that promise a long listing, if the caller has not set how many pages to request ahead.
const FULL_PAGES: usize = 2;
/// Maximum number of requested pages that are not read yet, for each full page.
const PER_FULL_PAGE: usize = 8;

/// The number of pages that may be requested and not yet read.
///
/// Only full pages promise another one. By default, pages are requested ahead after two full ones in a row: a short listing
/// costs no request that it does not need. A caller that sets the number expects a long listing, so that one full page is
/// enough. From then on the number grows with the full pages, up to the setting: a long listing soon has all that are
/// allowed, and a setting without bound does not request all pages at once. Beyond the end of a listing there are never
/// more requests than the setting and the one that shows the end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prefetch {
    /// Pages to request beyond the one that comes out next, at most.
    max: usize,
    /// Full pages in a row after which they are requested.
    needed: usize,
    /// Full pages in a row, up to the last page that was read.
    full_pages: usize,
    /// Bytes of the last of them.
    full_bytes: usize,
}

impl Prefetch {
    /// Requests as many pages ahead as the caller has set, else the default.
    pub(super) fn new(set: Option<usize>, default: usize) -> Self {
        let needed = if set.is_some() { 1 } else { FULL_PAGES };
        Self { max: set.unwrap_or(default), needed, full_pages: 0, full_bytes: 0 }
    }

    /// Pages that may be requested and not yet read while the next one is on its way.
    pub(super) fn window(&self) -> usize {
        self.max.saturating_add(1).min(self.promised())
    }

    /// The same once the next one has arrived: another may take its place before it is read, which takes about as long
    /// as a response does.
    pub(super) fn window_behind_arrived(&self) -> usize {
        match self.max {
            0 => 1,
            max => max.saturating_add(2).min(self.promised()),
        }
    }

    /// Pages that the full ones promise.
    fn promised(&self) -> usize {
        match self.full_pages {
            pages if pages < self.needed => 1,
            pages => pages.saturating_mul(PER_FULL_PAGE),
        }
    }

    /// Whether a page that has arrived looks full. It is not read yet; its size is enough to be right almost always, and
    /// to be wrong costs no more than time or a request.
    pub(super) fn looks_full(&self, bytes: usize) -> bool {
        bytes > self.full_bytes / 2
    }

    /// Takes in a page that was read. Where rows have moved, each page waits for the one before it again.
    pub(super) fn read(&mut self, is_full: bool, has_moved: bool, bytes: usize) {
        if is_full {
            self.full_bytes = bytes;
        }
        self.full_pages = match is_full && !has_moved {
            true => self.full_pages.saturating_add(1),
            false => 0,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::Prefetch;

    /// The window after so many full pages.
    fn windows(mut prefetch: Prefetch) -> Vec<(usize, usize)> {
        let mut windows = Vec::new();
        for _ in 0..6 {
            windows.push((prefetch.window(), prefetch.window_behind_arrived()));
            prefetch.read(true, false, 1);
        }
        windows
    }

    #[test]
    fn by_default_two_full_pages_open_the_window() {
        assert_eq!(windows(Prefetch::new(None, 2)), [(1, 1), (1, 1), (3, 4), (3, 4), (3, 4), (3, 4)]);
    }

    #[test]
    fn a_setting_opens_the_window_after_the_first_full_page() {
        assert_eq!(windows(Prefetch::new(Some(2), 9))[..3], [(1, 1), (3, 4), (3, 4)]);
        assert_eq!(windows(Prefetch::new(Some(8), 2))[..4], [(1, 1), (8, 8), (9, 10), (9, 10)]);
        assert_eq!(windows(Prefetch::new(Some(usize::MAX), 2))[5], (40, 40));
    }

    #[test]
    fn a_page_of_less_than_half_the_bytes_does_not_look_full() {
        let mut prefetch = Prefetch::new(None, 2);
        assert!(prefetch.looks_full(1));
        prefetch.read(true, false, 1000);
        prefetch.read(false, false, 10);
        assert_eq!([500, 501].map(|bytes| prefetch.looks_full(bytes)), [false, true]);
    }

    #[test]
    fn without_prefetch_each_page_waits_for_the_one_before() {
        assert_eq!(windows(Prefetch::new(Some(0), 2)), [(1, 1); 6]);
    }

    #[test]
    fn a_short_page_and_moved_rows_start_again() {
        for (is_full, has_moved) in [(false, false), (true, true)] {
            let mut prefetch = Prefetch::new(None, 2);
            (0..5).for_each(|_| prefetch.read(true, false, 1));
            prefetch.read(is_full, has_moved, 1);
            assert_eq!((prefetch.window(), prefetch.window_behind_arrived()), (1, 1));
        }
    }
}
