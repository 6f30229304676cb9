//! Objects: the loop over their fields, and the fields that nobody knows.

use super::{Any, Fields};
use crate::schema::{Field, Schema, Shape};
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::{Error as _, SerializeMap, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// An object with the fields of its schema.
///
/// Generated types say how one field is read and how all are written; the loop over an object stands here once. Only
/// objects are accepted, a field that comes twice is refused, and a field that the schema does not know is kept and
/// written back.
pub trait Record: Open + Default {
    /// The fields, in the order in which [`read`](Self::read) numbers them.
    const SCHEMA: &'static Schema;

    /// Reads the value of the field with this number.
    ///
    /// # Errors
    ///
    /// Those of the value.
    fn read<'de, A: Fields<'de>>(&mut self, field: usize, from: &mut A) -> Result<(), A::Error>;

    /// Writes the known fields.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    fn write<M: SerializeMap>(&self, to: &mut M) -> Result<(), M::Error>;
}

/// An object that keeps the fields that its schema does not know. [`record!`](crate::record) implements it.
pub trait Open {
    /// The fields that the schema does not know.
    fn unknown_fields(&self) -> &UnknownFields;

    /// The same, to be filled.
    fn unknown_fields_mut(&mut self) -> &mut UnknownFields;
}

/// Fields that the spec does not know, by name. Those of an answer are written back as they came.
///
/// ```
/// use ncloud_runtime::model::UnknownFields;
///
/// assert_eq!(UnknownFields::default().iter().count(), 0);
/// ```
#[derive(Clone, Default, PartialEq)]
#[expect(clippy::box_collection, reason = "every object carries one and it is mostly empty: 8 bytes instead of 24")]
pub struct UnknownFields(Option<Box<BTreeMap<String, Any>>>);

impl UnknownFields {
    /// The value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Any> {
        self.0.as_ref()?.get(name)
    }

    /// All of them, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Any)> {
        self.0.iter().flat_map(|fields| fields.iter()).map(|(name, value)| (name.as_str(), value))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Sets the value of a field, and returns the one before.
    ///
    /// An object with an unknown field that has the name of a known one cannot be written.
    pub fn insert(&mut self, name: String, value: Any) -> Option<Any> {
        self.0.get_or_insert_default().insert(name, value)
    }
}

impl fmt::Debug for UnknownFields {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self.iter()).finish()
    }
}

/// Implements `Deserialize`, `Serialize` and the access to unknown fields for a
/// [`Record`](crate::model::Record) with a field `unknown_fields`; with `sent`, a way to set them.
#[macro_export]
macro_rules! record {
    ($name:ident, sent) => {
        $crate::record!($name);

        impl $name {
            /// Sets a field that the spec does not know, for what the service takes beside it.
            ///
            /// With the name of a known field, the request is refused before it is sent.
            #[must_use]
            pub fn with_unknown_field(
                mut self,
                name: impl ::core::convert::Into<::std::string::String>,
                value: impl ::core::convert::Into<$crate::model::Any>,
            ) -> Self {
                self.unknown_fields.insert(name.into(), value.into());
                self
            }
        }
    };
    ($name:ident) => {
        impl $crate::model::Open for $name {
            fn unknown_fields(&self) -> &$crate::model::UnknownFields {
                &self.unknown_fields
            }

            fn unknown_fields_mut(&mut self) -> &mut $crate::model::UnknownFields {
                &mut self.unknown_fields
            }
        }

        impl $name {
            /// Fields that the spec does not know, as they came.
            #[must_use]
            pub fn unknown_fields(&self) -> &$crate::model::UnknownFields {
                &self.unknown_fields
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                let mut record = Self::default();
                $crate::model::fill_record(&mut record, from)?;
                ::core::result::Result::Ok(record)
            }
        }

        impl $crate::model::Fill for $name {
            fn fill<'de, D: $crate::serde::Deserializer<'de>>(
                &mut self,
                from: D,
            ) -> ::core::result::Result<(), D::Error> {
                $crate::model::fill_record(self, from)
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::model::write_record(self, to)
            }
        }
    };
}

#[doc(hidden)]
pub fn fill_record<'de, T: Record, D: Deserializer<'de>>(record: &mut T, from: D) -> Result<(), D::Error> {
    from.deserialize_map(RecordVisitor(record))
}

#[doc(hidden)]
pub fn write_record<T: Record, S: Serializer>(record: &T, to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(None)?;
    record.write(&mut map)?;
    for (name, value) in record.unknown_fields().iter() {
        if fields(T::SCHEMA).iter().any(|field| field.name == name) {
            return Err(S::Error::custom(format_args!("'{name}' as an unknown field, although the spec knows it")));
        }
        map.serialize_entry(name, value)?;
    }
    map.end()
}

struct RecordVisitor<'r, T>(&'r mut T);

impl<'de, T: Record> Visitor<'de> for RecordVisitor<'_, T> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an object ({})", T::SCHEMA.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (record, fields) = (self.0, fields(T::SCHEMA));
        let mut seen: u128 = 0;
        let mut next = 0;
        while let Some(key) = map.next_key_seed(FieldKey { fields, next })? {
            match key {
                Key::Known(index) => {
                    let bit = 1_u128.checked_shl(u32::try_from(index).unwrap_or(u32::MAX)).unwrap_or(0);
                    if seen & bit != 0 {
                        return Err(A::Error::custom(format_args!("duplicate field `{}`", name(fields, index))));
                    }
                    seen |= bit;
                    record.read(index, &mut map)?;
                    next = index + 1;
                }
                Key::Unknown(name) => {
                    let value = map.next_value()?;
                    if record.unknown_fields_mut().insert(name.clone(), value).is_some() {
                        return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
                    }
                }
            }
        }
        let missing = |(index, field): &(usize, &Field)| {
            field.required && 1_u128.checked_shl(u32::try_from(*index).unwrap_or(u32::MAX)).unwrap_or(0) & seen == 0
        };
        match fields.iter().enumerate().find(missing) {
            Some((_, field)) => Err(A::Error::missing_field(field.name)),
            None => Ok(()),
        }
    }
}

fn fields(schema: &'static Schema) -> &'static [Field] {
    match schema.shape {
        Shape::Object { fields } => fields,
        _ => &[],
    }
}

fn name(fields: &[Field], index: usize) -> &str {
    fields.get(index).map_or("", |field| field.name)
}

enum Key {
    Known(usize),
    Unknown(String),
}

/// Finds a field by its name. Answers mostly keep the order of the schema, so the next one is tried first.
struct FieldKey {
    fields: &'static [Field],
    next: usize,
}

impl<'de> serde::de::DeserializeSeed<'de> for FieldKey {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Key, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for FieldKey {
    type Value = Key;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a field")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Key, E> {
        if self.fields.get(self.next).is_some_and(|field| field.name == text) {
            return Ok(Key::Known(self.next));
        }
        Ok(match self.fields.iter().position(|field| field.name == text) {
            Some(index) => Key::Known(index),
            None => Key::Unknown(text.to_owned()),
        })
    }
}
