//! Unknown fields of an object, and values that were received in another form.

use super::codec::{Abort, Codec, Input, Output};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// Fields that the spec does not know, by name, and [what came](Self::received) where a known one was not of its
/// documented form. Both are written back as they came.
///
/// ```
/// use ncloud_runtime::model::UnknownFields;
///
/// assert_eq!(UnknownFields::default().iter().count(), 0);
/// ```
#[derive(Default, PartialEq)]
// Every object carries one, and it is mostly empty: 8 bytes.
pub struct UnknownFields(Option<Box<Kept>>);

#[derive(Clone, Default, PartialEq)]
struct Kept {
    unknown: BTreeMap<String, Value>,
    /// The fields that came as null, by their places in the schema.
    nulls: u128,
    /// What came for a field, known or not, that a typed value does not hold exactly.
    odd: BTreeMap<String, Odd>,
    /// Fields that came again: the first one of a name counts.
    again: Vec<(String, String)>,
    /// What came in place of the whole object.
    whole: Option<Odd>,
}

/// A value that came in another form than the documented one.
#[derive(Clone, PartialEq)]
struct Odd {
    /// The JSON that came; none if nothing did.
    came: Option<String>,
    /// What was made of it, as JSON: when that was changed since, what came counts no longer.
    read: String,
}

/// What is written for a field.
pub(super) enum Written<'k> {
    /// The JSON that came.
    AsItCame(&'k str),
    /// Nothing, as nothing came.
    Nothing,
    /// Null, as it came, unless null says nothing to whom it is written for.
    Null,
    /// The field's value.
    Value,
}

impl UnknownFields {
    /// The value of a field that the spec does not know.
    ///
    /// A number that a `Value` cannot hold, such as 12345678901234567890123, is the nearest one here, and null beyond
    /// all bounds; [`received`](Self::received) then has it as it came.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.as_ref()?.unknown.get(name)
    }

    /// All of them, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().flat_map(|kept| kept.unknown.iter()).map(|(name, value)| (name.as_str(), value))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|kept| kept.unknown.is_empty())
    }

    /// The JSON that came for a field, by its name on the wire, if the typed value does not hold exactly that: a number
    /// came as text, or something that the field's type cannot hold at all. Such a field is absent or has its default.
    #[must_use]
    pub fn received(&self, name: &str) -> Option<&str> {
        self.0.as_ref()?.odd.get(name)?.came.as_deref()
    }

    /// Sets the value of a field, and returns the one before.
    ///
    /// An object with an unknown field that has the name of a known one cannot be written.
    pub fn insert(&mut self, name: String, value: Value) -> Option<Value> {
        self.kept().unknown.insert(name, value)
    }

    fn kept(&mut self) -> &mut Kept {
        self.0.get_or_insert_default()
    }

    pub(super) fn keep_null(&mut self, bit: u128) {
        self.kept().nulls |= bit;
    }

    pub(super) fn keep_odd(&mut self, name: &str, came: Option<String>, read: String) {
        self.kept().odd.insert(name.to_owned(), Odd { came, read });
    }

    pub(super) fn keep_again(&mut self, name: &str, came: String) {
        self.kept().again.push((name.to_owned(), came));
    }

    pub(super) fn keep_whole(&mut self, came: String, read: String) {
        self.kept().whole = Some(Odd { came: Some(came), read });
    }

    /// The fields that came again, in their order.
    pub(super) fn again(&self) -> &[(String, String)] {
        self.0.as_ref().map_or(&[], |kept| &kept.again)
    }

    /// What came in place of the object, and what was made of it; of no use once that has changed.
    pub(super) fn whole(&self) -> Option<(&str, &str)> {
        let odd = self.0.as_ref()?.whole.as_ref()?;
        Some((odd.came.as_deref()?, &odd.read))
    }

    /// How a field is written that holds this value.
    pub(super) fn written(&self, name: &str, bit: u128, value: &dyn Codec) -> Written<'_> {
        let Some(kept) = &self.0 else {
            return Written::Value;
        };
        match kept.odd.get(name) {
            Some(Odd { came, read }) if super::to_json(value).is_ok_and(|now| now == *read) => {
                came.as_deref().map_or(Written::Nothing, Written::AsItCame)
            }
            None if kept.nulls & bit != 0 && value.is_absent() => Written::Null,
            _ => Written::Value,
        }
    }
}

impl Codec for UnknownFields {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        self.kept().unknown.read(from)
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        self.0.as_deref().map_or(&BTreeMap::new(), |kept| &kept.unknown).write(to)
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

// Derived, it would be inlined into every model's clone, and compiled there.
impl Clone for UnknownFields {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl fmt::Debug for UnknownFields {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self.iter()).finish()
    }
}
