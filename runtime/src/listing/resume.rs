//! The position from which an interrupted listing continues.

use std::collections::HashSet;
use std::error::Error;
use std::fmt;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::str::FromStr;
use std::sync::Arc;

/// A position in a listing, from which another listing of the same request continues.
///
/// Its string form, for a file or a command line, is `PAGE:PAGE_SIZE:SKIP`.
///
/// ```
/// use ncloud_runtime::ResumeToken;
///
/// let token: ResumeToken = "57:1000:12".parse()?;
/// assert_eq!(token.to_string(), "57:1000:12");
/// assert!("57:0:1".parse::<ResumeToken>().is_err());
/// # Ok::<(), ncloud_runtime::TokenError>(())
/// ```
#[derive(Clone)]
pub struct ResumeToken {
    page: i64,
    limit: i64,
    skip: usize,
    /// The delivered items, while the token stays in memory.
    seen: Option<Arc<Seen>>,
}

impl ResumeToken {
    pub(super) fn new(page: i64, limit: i64, skip: usize, seen: Option<Arc<Seen>>) -> Self {
        Self { page, limit, skip, seen }
    }

    /// Sets the number of items to skip.
    pub(super) fn skipping(self, skip: usize) -> Self {
        Self { skip, ..self }
    }

    /// Moves the token to another page.
    pub(super) fn at(self, page: i64, skip: usize) -> Self {
        Self { page, skip, ..self }
    }

    /// Marks these items as not delivered.
    pub(super) fn forgetting<'k>(self, keys: impl Iterator<Item = &'k str>) -> Self {
        let mut token = self;
        if let Some(seen) = &mut token.seen {
            let seen = Arc::make_mut(seen);
            keys.for_each(|key| seen.forget(key));
        }
        token
    }

    /// Number of the page to continue with.
    #[must_use]
    pub fn page(&self) -> i64 {
        self.page
    }

    /// Rows of a page. The page number is valid only with this size.
    #[must_use]
    pub fn page_size(&self) -> i64 {
        self.limit
    }

    /// Number of items of that page to skip: they were already delivered.
    #[must_use]
    pub fn skip(&self) -> usize {
        self.skip
    }

    /// Returns the delivered items, if the token still has them.
    pub(super) fn seen(&self) -> Option<&Arc<Seen>> {
        self.seen.as_ref()
    }
}

impl fmt::Display for ResumeToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}:{}", self.page, self.limit, self.skip)
    }
}

impl fmt::Debug for ResumeToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ResumeToken({self})")
    }
}

impl FromStr for ResumeToken {
    type Err = TokenError;

    fn from_str(text: &str) -> Result<Self, TokenError> {
        let parts: Vec<Option<usize>> = text.split(':').map(|part| part.parse().ok()).collect();
        let [Some(page), Some(limit), Some(skip)] = parts.as_slice() else {
            return Err(TokenError(()));
        };
        let number = |part: usize| i64::try_from(part).map_err(|_| TokenError(()));
        match *limit > 0 && skip <= limit {
            true => Ok(Self::new(number(*page)?, number(*limit)?, *skip, None)),
            false => Err(TokenError(())),
        }
    }
}

/// The error of a string that is not a [`ResumeToken`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TokenError(());

impl fmt::Display for TokenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(
            "expected PAGE:PAGE_SIZE:SKIP, e.g. 57:1000:12, with PAGE_SIZE above 0 and SKIP at most PAGE_SIZE",
        )
    }
}

impl Error for TokenError {}

/// The delivered keys, as hashes to save memory.
#[derive(Clone, Default)]
pub(super) struct Seen {
    keys: HashSet<u64, BuildHasherDefault<Hashed>>,
    hasher: RandomState,
}

/// A hasher for numbers that are hashes already. It does not change them.
#[derive(Clone, Copy, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

impl Seen {
    /// Records the keys of a page. Returns a fingerprint of the page, and the indexes of items that were recorded
    /// before. The fingerprint depends on the keys in any order, because the service guarantees none; if an item has no
    /// key, it depends on the text of the page.
    pub(super) fn note<'k>(&mut self, page: impl Iterator<Item = Option<&'k str>>, text: &[u8]) -> (u64, Vec<usize>) {
        let (mut fingerprint, mut duplicates, mut all_have_keys) = (0_u64, Vec::new(), true);
        for (index, key) in page.enumerate() {
            let hash = self.hasher.hash_one(key);
            fingerprint = fingerprint.wrapping_add(hash);
            all_have_keys &= key.is_some();
            if key.is_some() && !self.keys.insert(hash) {
                duplicates.push(index);
            }
        }
        let fingerprint = if all_have_keys { fingerprint } else { self.hasher.hash_one(text) };
        (fingerprint, duplicates)
    }

    fn forget(&mut self, key: &str) {
        self.keys.remove(&self.hasher.hash_one(Some(key)));
    }
}
