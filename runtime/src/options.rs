//! Options of a single call.

use std::time::Duration;

/// What one call does differently from its client.
///
/// ```
/// use ncloud_runtime::Options;
/// use std::time::Duration;
///
/// let patient = Options::new().total_timeout(Duration::from_secs(300)).attempts(5);
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[must_use = "options do nothing until they are given to a request"]
pub struct Options {
    pub(crate) attempt: Option<Duration>,
    pub(crate) total: Option<Duration>,
    pub(crate) at_most: Option<Duration>,
    pub(crate) attempts: Option<u32>,
    pub(crate) ahead: Option<usize>,
    pub(crate) most_pages: Option<usize>,
    pub(crate) interval: Option<Duration>,
    pub(crate) unchecked: bool,
}

impl Options {
    /// No difference.
    pub fn new() -> Self {
        Self::default()
    }

    /// Longest time of one attempt, from sending to the last byte of the answer. At most the client's own limit.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.attempt = Some(limit);
        self
    }

    /// Longest time of the call with all its attempts and the waits between them.
    pub fn total_timeout(mut self, limit: Duration) -> Self {
        self.total = Some(limit);
        self
    }

    /// No longer than this, whatever the total time of the call or of the client is.
    pub fn at_most(mut self, limit: Duration) -> Self {
        self.at_most = Some(self.at_most.map_or(limit, |known| known.min(limit)));
        self
    }

    /// Most attempts, 1 for no repetition. 0 counts as 1. Not counted is a request that the gateway refuses with 401 for a
    /// wrong clock, or for credentials that the provider replaces: it is sent once more.
    pub fn attempts(mut self, most: u32) -> Self {
        self.attempts = Some(most);
        self
    }

    /// Pages that a listing fetches ahead of the one that comes out next; 0 fetches each when it is wanted.
    ///
    /// Pages are fetched ahead once two full pages have come one after the other, and never more at the same time than four
    /// for each full page. Up to this many requests may be made beyond the empty page at the end of the listing.
    pub fn pages_ahead(mut self, pages: usize) -> Self {
        self.ahead = Some(pages);
        self
    }

    /// Most pages that a listing requests, after which it ends with an error. Default 10,000.
    ///
    /// The empty page at the end counts, and so does a page that is requested again because rows have moved. The attempts
    /// of one request count once.
    pub fn most_pages(mut self, pages: usize) -> Self {
        self.most_pages = Some(pages);
        self
    }

    /// Longest pause between two looks of a waiter.
    pub fn poll_interval(mut self, interval: Duration) -> Self {
        self.interval = Some(interval);
        self
    }

    /// Sends values that break the documented ranges. The vendor's rules change; what would move the request to
    /// another path is refused all the same.
    pub fn unchecked(mut self) -> Self {
        self.unchecked = true;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_bound_of_a_call_counts_and_the_last_of_everything_else() {
        let [short, long] = [1, 2].map(Duration::from_secs);
        let options = Options::new().at_most(long).at_most(short).at_most(long);
        assert_eq!(options.at_most, Some(short));
        let options =
            Options::new().total_timeout(short).total_timeout(long).attempt_timeout(short).poll_interval(long);
        assert_eq!((options.total, options.attempt, options.interval), (Some(long), Some(short), Some(long)));
        assert_eq!(Options::new().attempts(1).attempts(3).attempts, Some(3));
    }
}
