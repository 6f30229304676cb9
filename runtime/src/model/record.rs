//! Objects: the loop over their fields, and the fields that nobody knows.

use super::{Any, Fields, Key, Sink, Source, Step, Value};
use crate::schema::{Field, Schema, Shape};
use std::collections::BTreeMap;
use std::fmt;

/// An object with the fields of its schema.
///
/// Generated types say where their fields stand; how an object is read and written stands here once. Only objects are
/// accepted, a field that comes twice is refused, and a field that the schema does not know is kept and written back.
pub trait Record {
    /// Names of the fields, and whether they are always there. There are at most 128.
    fn schema(&self) -> &'static Schema;

    /// The field that stands at this place in the schema; behind the last, the unknown ones.
    fn field(&self, number: usize) -> &dyn Value;

    /// The same, to be read.
    fn field_mut(&mut self, number: usize) -> &mut dyn Value;

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
#[derive(Default, PartialEq)]
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

impl Value for UnknownFields {
    fn read(&mut self, from: &mut dyn Source) -> Step {
        self.0.get_or_insert_default().read(from)
    }

    fn write(&self, to: &mut dyn Sink) -> Step {
        self.0.as_deref().unwrap_or(&BTreeMap::new()).write(to)
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

/// Makes a [`Record`](crate::model::Record) of a type: its schema, and the place there of each of its fields. Beside them
/// it has the field `unknown_fields`; with `sent`, there is a way to set those.
#[macro_export]
macro_rules! record {
    ($name:ident, $schema:expr, [$($place:literal => $field:ident),* $(,)?], sent $(,)?) => {
        $crate::record!($name, $schema, [$($place => $field),*]);

        impl $name {
            /// Sets a field that the spec does not know, for what the service takes beside it.
            ///
            /// With the name of a known field, the request is refused before it is sent.
            #[must_use]
            #[inline]
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
    ($name:ident, $schema:expr, [$($place:literal => $field:ident),* $(,)?] $(,)?) => {
        impl $name {
            /// Fields that the spec does not know, as they came.
            #[must_use]
            #[inline]
            pub fn unknown_fields(&self) -> &$crate::model::UnknownFields {
                &self.unknown_fields
            }
        }

        impl $crate::model::Record for $name {
            #[inline]
            fn schema(&self) -> &'static $crate::model::Schema {
                &$schema
            }

            #[inline]
            fn field(&self, place: usize) -> &dyn $crate::model::Value {
                match place {
                    $($place => &self.$field,)*
                    _ => &self.unknown_fields,
                }
            }

            #[inline]
            fn field_mut(&mut self, place: usize) -> &mut dyn $crate::model::Value {
                match place {
                    $($place => &mut self.$field,)*
                    _ => &mut self.unknown_fields,
                }
            }

            #[inline]
            fn unknown_fields(&self) -> &$crate::model::UnknownFields {
                &self.unknown_fields
            }

            #[inline]
            fn unknown_fields_mut(&mut self) -> &mut $crate::model::UnknownFields {
                &mut self.unknown_fields
            }
        }

        impl $crate::model::Value for $name {
            #[inline]
            fn read(&mut self, from: &mut dyn $crate::model::Source) -> $crate::model::Step {
                $crate::model::read_record(self, from)
            }

            #[inline]
            fn write(&self, to: &mut dyn $crate::model::Sink) -> $crate::model::Step {
                $crate::model::write_record(self, to)
            }
        }

        $crate::serde_by_value!($name);
    };
}

#[doc(hidden)]
pub fn read_record(record: &mut dyn Record, from: &mut dyn Source) -> Step {
    let schema = record.schema();
    from.object(schema.name, &mut |from| read_fields(record, fields(schema), from))
}

fn read_fields(record: &mut dyn Record, fields: &'static [Field], from: &mut dyn Fields) -> Step {
    let mut seen: u128 = 0;
    let mut next = 0;
    while let Some(key) = from.next(fields, next)? {
        match key {
            Key::Known(index) => {
                if seen & bit(index) != 0 {
                    return Err(from.fail(format_args!("duplicate field `{}`", name(fields, index))));
                }
                seen |= bit(index);
                from.read(record.field_mut(index))?;
                next = index + 1;
            }
            Key::Unknown(name) => {
                let mut value = Any::Null;
                from.read(&mut value)?;
                if record.unknown_fields_mut().insert(name.clone(), value).is_some() {
                    return Err(from.fail(format_args!("duplicate field `{name}`")));
                }
            }
        }
    }
    match fields.iter().enumerate().find(|(index, field)| field.required && bit(*index) & seen == 0) {
        Some((_, field)) => Err(from.fail(format_args!("missing field `{}`", field.name))),
        None => Ok(()),
    }
}

#[doc(hidden)]
pub fn write_record(record: &dyn Record, to: &mut dyn Sink) -> Step {
    let known = fields(record.schema());
    to.object(&mut |entries| {
        for (number, field) in known.iter().enumerate() {
            let value = record.field(number);
            if field.required || !value.is_absent() {
                entries.put(field.name, value)?;
            }
        }
        for (name, value) in record.unknown_fields().iter() {
            if known.iter().any(|field| field.name == name) {
                return Err(entries.fail(format_args!("'{name}' as an unknown field, although the spec knows it")));
            }
            entries.put(name, value)?;
        }
        Ok(())
    })
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

/// The field's place in a set of fields.
fn bit(index: usize) -> u128 {
    1_u128.checked_shl(u32::try_from(index).unwrap_or(u32::MAX)).unwrap_or(0)
}
