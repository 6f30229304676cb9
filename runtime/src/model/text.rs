//! Strings that are stored inline if they are short.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

/// Maximum length of an inline string, in bytes. IDs, names and dates are shorter.
const MAX_INLINE: usize = 30;

/// A string of a response or a request. It works like a [`str`].
///
/// Up to 30 bytes are stored inline. This saves several thousand allocations for a response of a thousand rows.
///
/// ```
/// use ncloud_runtime::Text;
///
/// let id = Text::from("gqigvHhTu7ra");
/// assert_eq!(id, "gqigvHhTu7ra");
/// assert!(id.starts_with("gqig") && id.len() == 12);
/// assert_eq!(String::from(id), "gqigvHhTu7ra");
/// ```
#[derive(Clone)]
pub struct Text(Repr);

#[derive(Clone)]
enum Repr {
    /// Length and bytes. The first `length` bytes are UTF-8.
    Inline(u8, [u8; MAX_INLINE]),
    Heap(Box<str>),
}

impl Text {
    /// Returns the string slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Repr::Inline(length, bytes) => {
                let bytes = bytes.get(..usize::from(*length)).unwrap_or_default();
                std::str::from_utf8(bytes).unwrap_or_default()
            }
            Repr::Heap(text) => text,
        }
    }

    /// Stores a string inline. `None` if it is too long.
    fn inline(text: &str) -> Option<Self> {
        let mut bytes = [0; MAX_INLINE];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self(Repr::Inline(u8::try_from(text.len()).ok()?, bytes)))
    }
}

impl Default for Text {
    fn default() -> Self {
        Self(Repr::Inline(0, [0; MAX_INLINE]))
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::inline(text).unwrap_or_else(|| Self(Repr::Heap(text.into())))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::inline(&text).unwrap_or_else(|| Self(Repr::Heap(text.into_boxed_str())))
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<&Self> for Text {
    fn from(text: &Self) -> Self {
        text.clone()
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        match text.0 {
            Repr::Heap(text) => text.into_string(),
            Repr::Inline(..) => text.as_str().to_owned(),
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(formatter)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(formatter)
    }
}

impl Eq for Text {}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Text {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<Text> for str {
    fn eq(&self, other: &Text) -> bool {
        self == other.as_str()
    }
}

impl PartialEq<Text> for &str {
    fn eq(&self, other: &Text) -> bool {
        *self == other.as_str()
    }
}

impl PartialEq<Text> for String {
    fn eq(&self, other: &Text) -> bool {
        self == other.as_str()
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other)
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Text {
    /// Hashes like a `str`, so a map with `Text` keys can be searched by `str`.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

crate::serde_by_value!(Text);

#[cfg(test)]
mod tests {
    use super::{MAX_INLINE, Repr, Text};
    use std::collections::{BTreeSet, HashSet};

    #[test]
    fn strings_of_every_length_are_stored_exactly() {
        for length in 0..=2 * MAX_INLINE {
            let plain = "x".repeat(length);
            let text = Text::from(plain.as_str());
            assert_eq!((text.as_str(), text.len()), (plain.as_str(), length));
            assert_eq!(matches!(text.0, Repr::Inline(..)), length <= MAX_INLINE);
            assert_eq!(Text::from(plain.clone()), text);
            assert_eq!(Text::from(&plain), text);
            assert_eq!(String::from(text.clone()), plain);
            assert_eq!(format!("{text} {text:?}"), format!("{plain} {plain:?}"));
            assert_eq!(serde_json::from_str::<Text>(&serde_json::to_string(&text).unwrap()).unwrap(), text);
        }
        // A string is either inline or on the heap, so multi-byte characters are never split.
        let text = "작".repeat(MAX_INLINE / 3) + "é";
        assert_eq!(Text::from(text.as_str()), text);
    }

    #[test]
    fn it_compares_like_a_str() {
        let [a, b] = [Text::from("a"), Text::from("b".repeat(99))];
        let plain = String::from("a");
        assert!(a < b);
        assert!([a == "a", a == *"a", "a" == a, *"a" == a, a == plain, plain == a].iter().all(|is_same| *is_same));
        assert!([a == "b", a == *"b", "b" == a].iter().all(|is_same| !is_same));
        assert_eq!(Text::default(), "");
        assert!([a.clone()].into_iter().collect::<HashSet<_>>().contains("a"));
        assert!([b].into_iter().collect::<BTreeSet<_>>().contains("b".repeat(99).as_str()));
        assert_eq!(std::mem::size_of::<Option<Text>>(), 32);
    }
}
