//! Shows an access key without all of it.

/// Number of characters that are shown.
const SHOWN: usize = 4;

/// Returns the first characters of an access key. It is no secret, but logs and screens should not hold it.
pub(crate) fn access_key(key: &str) -> String {
    let shown: String = key.chars().take(SHOWN).collect();
    format!("{shown}…")
}
