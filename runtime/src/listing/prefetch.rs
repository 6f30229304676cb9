//! Decides how many pages of a listing are prefetched.

/// Number of full pages in a row after which prefetching starts by default.
const FULL_PAGES: usize = 2;
/// Maximum number of requested but unread pages for each full page.
const PER_FULL_PAGE: usize = 8;

/// The prefetch window: the number of pages that may be requested but not yet read.
///
/// A full page suggests that there is another. By default, prefetching starts after two full pages in a row, so a short
/// listing makes no unnecessary request. A caller that sets the number expects a long listing, so one full page is
/// enough. The window grows with the number of full pages up to the setting, so even a very large setting does not
/// request all pages immediately. Beyond the end of a listing there are never more requests than the setting, plus the
/// one that finds the end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prefetch {
    /// Maximum number of pages to request beyond the next one.
    max: usize,
    /// Number of full pages in a row after which prefetching starts.
    needed: usize,
    /// Number of full pages in a row, up to the last page that was read.
    full_pages: usize,
    /// Size of the last full page in bytes.
    full_bytes: usize,
}

impl Prefetch {
    /// Prefetches as many pages as the caller has set, else the default.
    pub(super) fn new(set: Option<usize>, default: usize) -> Self {
        let needed = if set.is_some() { 1 } else { FULL_PAGES };
        Self { max: set.unwrap_or(default), needed, full_pages: 0, full_bytes: 0 }
    }

    /// Returns the window while the next page has not arrived.
    pub(super) fn window(&self) -> usize {
        self.max.saturating_add(1).min(self.allowed())
    }

    /// Returns the window once the next page has arrived. It is one larger, because decoding a page takes about as long
    /// as a response.
    pub(super) fn window_after_arrival(&self) -> usize {
        match self.max {
            0 => 1,
            max => max.saturating_add(2).min(self.allowed()),
        }
    }

    /// Returns the window that the full pages allow.
    fn allowed(&self) -> usize {
        match self.full_pages {
            pages if pages < self.needed => 1,
            pages => pages.saturating_mul(PER_FULL_PAGE),
        }
    }

    /// Returns true if an arrived page seems to be full, by its size. A wrong guess costs only time or one request.
    pub(super) fn looks_full(&self, bytes: usize) -> bool {
        bytes > self.full_bytes / 2
    }

    /// Records a page that was read. After a short page or moved rows, each page waits for the previous one again.
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

    /// Returns the windows after 0 to 5 full pages.
    fn windows(mut prefetch: Prefetch) -> Vec<(usize, usize)> {
        let mut windows = Vec::new();
        for _ in 0..6 {
            windows.push((prefetch.window(), prefetch.window_after_arrival()));
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
    fn without_prefetch_each_page_waits_for_the_previous_one() {
        assert_eq!(windows(Prefetch::new(Some(0), 2)), [(1, 1); 6]);
    }

    #[test]
    fn a_short_page_and_moved_rows_start_again() {
        for (is_full, has_moved) in [(false, false), (true, true)] {
            let mut prefetch = Prefetch::new(None, 2);
            (0..5).for_each(|_| prefetch.read(true, false, 1));
            prefetch.read(is_full, has_moved, 1);
            assert_eq!((prefetch.window(), prefetch.window_after_arrival()), (1, 1));
        }
    }
}
