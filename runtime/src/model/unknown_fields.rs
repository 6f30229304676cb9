//! Unknown fields of an object, and received values in undocumented forms.

use super::codec::{Abort, Codec, Input, Output};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// Unknown fields of an object, and the [received JSON](Self::received) of fields in undocumented forms. Both are
/// written back as received.
///
/// ```
/// use ncloud_runtime::model::UnknownFields;
///
/// assert_eq!(UnknownFields::default().iter().count(), 0);
/// ```
#[derive(Default, PartialEq)]
// Each object has one, and most are empty, so it takes only 8 bytes.
pub struct UnknownFields(Option<Box<Preserved>>);

#[derive(Clone, Default, PartialEq)]
struct Preserved {
    unknown: BTreeMap<String, Value>,
    /// Bit set of the fields that were received as null, by index in the schema.
    nulls: u128,
    /// Received JSON of fields, known or unknown, that the typed value does not represent exactly.
    inexact: BTreeMap<String, Received>,
    /// Duplicate fields, with name and JSON. The first field of a name is the one in use.
    duplicates: Vec<(String, String)>,
    /// JSON that was received in place of the object.
    whole: Option<Received>,
}

/// Received JSON that the typed value does not represent exactly.
#[derive(Clone, PartialEq)]
struct Received {
    /// The received JSON. `None` if the field was missing.
    json: Option<String>,
    /// The typed value after reading, as JSON. If the value has changed since, the received JSON is ignored.
    read: String,
}

/// Form in which a field is written.
pub(super) enum Written<'k> {
    /// The received JSON.
    AsReceived(&'k str),
    /// Omitted, because the field was missing.
    Omitted,
    /// Null, as received, unless the output omits nulls.
    Null,
    /// The current value.
    Value,
}

impl UnknownFields {
    /// Returns the value of an unknown field.
    ///
    /// A number that a `Value` cannot hold, such as 12345678901234567890123, becomes the nearest number, or null if it
    /// is out of range. [`received`](Self::received) returns it as received.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.as_ref()?.unknown.get(name)
    }

    /// Returns all unknown fields, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().flat_map(|preserved| preserved.unknown.iter()).map(|(name, value)| (name.as_str(), value))
    }

    /// Returns true if there are no unknown fields.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|preserved| preserved.unknown.is_empty())
    }

    /// Returns the received JSON of a field, by its name on the wire, if the typed value does not represent it exactly.
    ///
    /// Examples are a number in a string, which is converted, and a value that the field's type cannot hold. In the
    /// second case the field is absent or has its default.
    #[must_use]
    pub fn received(&self, name: &str) -> Option<&str> {
        self.0.as_ref()?.inexact.get(name)?.json.as_deref()
    }

    /// Sets an unknown field and returns its previous value.
    ///
    /// With the name of a known field, writing the object is an error.
    pub fn insert(&mut self, name: String, value: Value) -> Option<Value> {
        self.preserved().unknown.insert(name, value)
    }

    fn preserved(&mut self) -> &mut Preserved {
        self.0.get_or_insert_default()
    }

    pub(super) fn keep_null(&mut self, bit: u128) {
        self.preserved().nulls |= bit;
    }

    pub(super) fn keep_inexact(&mut self, name: &str, json: Option<String>, read: String) {
        self.preserved().inexact.insert(name.to_owned(), Received { json, read });
    }

    pub(super) fn keep_duplicate(&mut self, name: &str, json: String) {
        self.preserved().duplicates.push((name.to_owned(), json));
    }

    pub(super) fn keep_whole(&mut self, json: String, read: String) {
        self.preserved().whole = Some(Received { json: Some(json), read });
    }

    /// Returns the duplicate fields in their order.
    pub(super) fn duplicates(&self) -> &[(String, String)] {
        self.0.as_ref().map_or(&[], |preserved| &preserved.duplicates)
    }

    /// Returns the JSON that was received in place of the object, and the object after reading, as JSON. It is obsolete
    /// if the object has changed since.
    pub(super) fn whole(&self) -> Option<(&str, &str)> {
        let received = self.0.as_ref()?.whole.as_ref()?;
        Some((received.json.as_deref()?, &received.read))
    }

    /// Returns the form in which a field with this value is written.
    pub(super) fn written(&self, name: &str, bit: u128, value: &dyn Codec) -> Written<'_> {
        let Some(preserved) = &self.0 else {
            return Written::Value;
        };
        match preserved.inexact.get(name) {
            Some(Received { json, read }) if super::to_json(value).is_ok_and(|now| now == *read) => {
                json.as_deref().map_or(Written::Omitted, Written::AsReceived)
            }
            None if preserved.nulls & bit != 0 && value.is_absent() => Written::Null,
            _ => Written::Value,
        }
    }
}

impl Codec for UnknownFields {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        self.preserved().unknown.read(from)
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        self.0.as_deref().map_or(&BTreeMap::new(), |preserved| &preserved.unknown).write(to)
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

// A derived clone would be inlined and compiled in each model's clone.
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
