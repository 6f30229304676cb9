//! Texts that mostly need no memory of their own.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

/// Longest text, in bytes, that is kept in place. Ids, names and dates are shorter.
const SHORT: usize = 30;

/// A text of a response or a request. It is a [`str`] in all but its memory: up to 30 bytes stand in the value itself, so
/// that a response of a thousand rows is read with a few thousand allocations less.
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
pub struct Text(Place);

#[derive(Clone)]
enum Place {
    /// The first so many bytes, which are UTF-8.
    Here(u8, [u8; SHORT]),
    There(Box<str>),
}

impl Text {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Place::Here(length, bytes) => {
                let bytes = bytes.get(..usize::from(*length)).unwrap_or_default();
                std::str::from_utf8(bytes).unwrap_or_default()
            }
            Place::There(text) => text,
        }
    }

    /// The text in place; none if it is too long for that.
    fn here(text: &str) -> Option<Self> {
        let mut bytes = [0; SHORT];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self(Place::Here(u8::try_from(text.len()).ok()?, bytes)))
    }
}

impl Default for Text {
    fn default() -> Self {
        Self(Place::Here(0, [0; SHORT]))
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
        Self::here(text).unwrap_or_else(|| Self(Place::There(text.into())))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::here(&text).unwrap_or_else(|| Self(Place::There(text.into_boxed_str())))
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
            Place::There(text) => text.into_string(),
            Place::Here(..) => text.as_str().to_owned(),
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
    /// As a `str`, by which a map of texts can be asked.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

crate::serde_by_value!(Text);

#[cfg(test)]
mod tests {
    use super::{Place, SHORT, Text};
    use std::collections::{BTreeSet, HashSet};

    #[test]
    fn every_length_is_kept_exactly() {
        for length in 0..=2 * SHORT {
            let plain = "x".repeat(length);
            let text = Text::from(plain.as_str());
            assert_eq!((text.as_str(), text.len()), (plain.as_str(), length));
            assert_eq!(matches!(text.0, Place::Here(..)), length <= SHORT);
            assert_eq!(Text::from(plain.clone()), text);
            assert_eq!(Text::from(&plain), text);
            assert_eq!(String::from(text.clone()), plain);
            assert_eq!(format!("{text} {text:?}"), format!("{plain} {plain:?}"));
            assert_eq!(serde_json::from_str::<Text>(&serde_json::to_string(&text).unwrap()).unwrap(), text);
        }
        // Characters of several bytes are never cut: a text is here or there as a whole.
        let text = "작".repeat(SHORT / 3) + "é";
        assert_eq!(Text::from(text.as_str()), text);
    }

    #[test]
    fn it_compares_as_a_str() {
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
