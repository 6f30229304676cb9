//! Options of a single call.

use std::fmt;
use std::time::Duration;

/// Settings of one call, which override the settings of the client.
///
/// ```
/// use ncloud_runtime::Options;
/// use std::time::Duration;
///
/// let options = Options::new().total_timeout(Duration::from_secs(300)).attempts(5);
/// ```
#[derive(Clone, Default)]
#[must_use = "options do nothing until they are given to a request"]
pub struct Options {
    pub(crate) attempt: Option<Duration>,
    pub(crate) total: Option<Duration>,
    pub(crate) total_cap: Option<Duration>,
    pub(crate) attempts: Option<u32>,
    pub(crate) ahead: Option<usize>,
    pub(crate) max_pages: Option<usize>,
    pub(crate) interval: Option<Duration>,
    pub(crate) unchecked: bool,
    pub(crate) headers: Vec<(String, String)>,
}

impl Options {
    /// Options that leave all settings of the client unchanged.
    pub fn new() -> Self {
        Self::default()
    }

    /// Timeout of one attempt, from sending to the last byte of the response. At most the client's own.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.attempt = Some(limit);
        self
    }

    /// Timeout of the call with all its attempts and the pauses between them.
    pub fn total_timeout(mut self, limit: Duration) -> Self {
        self.total = Some(limit);
        self
    }

    /// Caps the call at this time, even if a longer total timeout is set. Of several caps the smallest applies.
    #[doc(hidden)]
    pub fn cap_total_timeout(mut self, limit: Duration) -> Self {
        self.total_cap = Some(self.total_cap.map_or(limit, |known| known.min(limit)));
        self
    }

    /// Maximum number of attempts, including the first; 1 for no retries. 0 counts as 1. A request that the gateway
    /// rejects with 401 is not counted if the client's clock was wrong or the provider has new credentials: it is sent
    /// once more.
    pub fn attempts(mut self, maximum: u32) -> Self {
        self.attempts = Some(maximum);
        self
    }

    /// Number of pages that a listing requests ahead of the one you read; 0 requests each page when you ask for it.
    ///
    /// Default 2, from the second full page in a row on. If you set a number, prefetching starts after the first full
    /// page, with at most eight requests for each full page. Up to this many requests may be made beyond the empty page
    /// at the end of the listing.
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.ahead = Some(pages);
        self
    }

    /// Maximum number of pages that a listing requests; after them it ends with an error. Default 10,000.
    ///
    /// The empty page at the end counts. A page counts again if it is requested again because rows have moved. Retries
    /// of a request do not count.
    pub fn max_pages(mut self, pages: usize) -> Self {
        self.max_pages = Some(pages);
        self
    }

    /// Maximum interval between two polls of a wait.
    pub fn poll_interval(mut self, interval: Duration) -> Self {
        self.interval = Some(interval);
        self
    }

    /// Adds a header to each request of this call. A name may be added several times.
    ///
    /// The call fails with [`ErrorKind::Input`](crate::ErrorKind::Input) before anything is sent if the name belongs to
    /// the client (`x-ncp-…`, `content-type`, `host` and the like), or if name or value cannot be a header. The
    /// signature does not cover the header.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sends values outside of their documented ranges, because the vendor may change its limits. Values that would
    /// change the path of the request, such as `..`, are still rejected.
    pub fn unchecked(mut self) -> Self {
        self.unchecked = true;
        self
    }
}

impl fmt::Debug for Options {
    /// Names of headers only: values may be secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers = self.headers.iter().map(|(name, _)| name).collect::<Vec<_>>();
        formatter
            .debug_struct("Options")
            .field("attempt_timeout", &self.attempt)
            .field("total_timeout", &self.total)
            .field("attempts", &self.attempts)
            .field("prefetch", &self.ahead)
            .field("max_pages", &self.max_pages)
            .field("poll_interval", &self.interval)
            .field("unchecked", &self.unchecked)
            .field("headers", &headers)
            .finish_non_exhaustive()
    }
}

/// Limits on the attempts of a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RetryPolicy {
    /// Maximum number of attempts, at least 1.
    pub(crate) attempts: u32,
    /// Maximum time of all attempts and pauses together.
    pub(crate) total: Duration,
    /// First pause, without jitter. It doubles with every attempt.
    pub(crate) first_pause: Duration,
    /// Maximum pause without `Retry-After`.
    pub(crate) longest_pause: Duration,
}

impl RetryPolicy {
    /// The policy of a client that sets none.
    pub(crate) const DEFAULT: Self = Self {
        attempts: 3,
        total: Duration::from_secs(60),
        first_pause: Duration::from_millis(200),
        longest_pause: Duration::from_secs(10),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_cap_and_the_last_of_other_options_apply() {
        let [short, long] = [1, 2].map(Duration::from_secs);
        let options = Options::new().cap_total_timeout(long).cap_total_timeout(short).cap_total_timeout(long);
        assert_eq!(options.total_cap, Some(short));
        let options =
            Options::new().total_timeout(short).total_timeout(long).attempt_timeout(short).poll_interval(long);
        assert_eq!((options.total, options.attempt, options.interval), (Some(long), Some(short), Some(long)));
        assert_eq!(Options::new().attempts(1).attempts(3).attempts, Some(3));
    }
}
