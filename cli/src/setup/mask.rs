//! Shows an access key without all of it.

/// Maximum number of characters that are shown.
const SHOWN: usize = 4;

/// Returns the first characters of an access key, at most a third of it. It is no secret, but logs and screens should
/// not hold it.
pub(crate) fn access_key(key: &str) -> String {
    let shown: String = key.chars().take(SHOWN.min(key.chars().count() / 3)).collect();
    format!("{shown}…")
}
