//! Reading and writing of objects.

use super::codec::{Abort, Codec, FieldName, Input, ObjectReader, Output, Reading};
use super::json::to_json;
use super::unknown_fields::{UnknownFields, Written};
use crate::table::schema::{ConstString, Field, Schema, Shape};
use serde_json::Value;

/// An object with the fields of its schema.
///
/// Generated types only map indexes to fields. The code that reads and writes objects is here. Unknown fields and
/// values in undocumented forms are kept and written back.
pub trait Record {
    /// Returns the schema: names of the fields, and which are required. There are at most 128 fields.
    fn schema(&self) -> &'static Schema;

    /// Returns the index of a field without which the object is invalid: the list of a page.
    fn essential(&self) -> Option<usize> {
        None
    }

    /// Returns the field with this index in the schema. Constants have no field. Any other index returns the unknown
    /// fields.
    fn field(&self, number: usize) -> &dyn Codec;

    /// Returns the field with this index, to read into.
    fn field_mut(&mut self, number: usize) -> &mut dyn Codec;

    /// Returns the unknown fields, and the received JSON of values in undocumented forms.
    fn unknown_fields(&self) -> &UnknownFields;

    /// Returns the unknown fields, to add to them.
    fn unknown_fields_mut(&mut self) -> &mut UnknownFields;
}

/// Implements a [`Record`](crate::model::Record) for a struct: its schema, and the index of each field in it, without
/// constants. The struct must have a field `unknown_fields`. `sent` adds a setter for unknown fields. `page` is the index of the list
/// of a page, which must be present.
#[macro_export]
macro_rules! record {
    ($name:ident, $schema:expr, [$($place:literal => $field:ident),* $(,)?] $(, page $list:literal)?, sent $(,)?) => {
        $crate::record!($name, $schema, [$($place => $field),*] $(, page $list)?);

        impl $name {
            /// Sets a field that the spec lacks but the service accepts.
            ///
            /// With the name of a known field, the request is rejected before it is sent.
            #[must_use]
            #[inline]
            pub fn with_unknown_field(
                mut self,
                name: impl ::core::convert::Into<::std::string::String>,
                value: impl ::core::convert::Into<$crate::serde_json::Value>,
            ) -> Self {
                self.unknown_fields.insert(name.into(), value.into());
                self
            }
        }
    };
    ($name:ident, $schema:expr, [$($place:literal => $field:ident),* $(,)?] $(, page $list:literal)? $(,)?) => {
        impl $name {
            /// Returns the unknown fields, and the received JSON of values in undocumented forms.
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

            $(
                #[inline]
                fn essential(&self) -> ::core::option::Option<usize> {
                    ::core::option::Option::Some($list)
                }
            )?

            #[inline]
            fn field(&self, place: usize) -> &dyn $crate::model::Codec {
                match place {
                    $($place => &self.$field,)*
                    _ => &self.unknown_fields,
                }
            }

            #[inline]
            fn field_mut(&mut self, place: usize) -> &mut dyn $crate::model::Codec {
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

        impl $crate::model::Codec for $name {
            #[inline]
            fn read(&mut self, from: &mut dyn $crate::model::Input) -> ::core::result::Result<(), $crate::model::Abort> {
                $crate::model::read_record(self, from)
            }

            #[inline]
            fn write(&self, to: &mut dyn $crate::model::Output) -> ::core::result::Result<(), $crate::model::Abort> {
                $crate::model::write_record(self, to)
            }
        }

        $crate::serde_by_value!($name);
    };
}

#[doc(hidden)]
pub fn read_record(record: &mut dyn Record, from: &mut dyn Input) -> Result<(), Abort> {
    let schema = record.schema();
    let step = from.object(schema.name, &mut |from| read_fields(record, fields(schema), from));
    match (step, from.keep()) {
        (Err(Abort), Some(received)) => {
            // An item of a list that is not an object must not make the other items unreadable.
            let read = json_of(&Bare(record));
            record.unknown_fields_mut().keep_whole(received, read);
            Ok(())
        }
        (step, _) => step,
    }
}

fn read_fields(record: &mut dyn Record, known: &'static [Field], from: &mut dyn ObjectReader) -> Result<(), Abort> {
    let mut seen: u128 = 0;
    let mut next = 0;
    while let Some(key) = from.next(known, next)? {
        match key {
            FieldName::Known(index) => {
                let bit = bit(index);
                if seen & bit != 0 {
                    keep_duplicate(record, (known, index), from)?;
                    continue;
                }
                seen |= bit;
                next = index + 1;
                let reading = match constant(known, index) {
                    Some(constant) => from.read(&mut { *constant }),
                    None => from.read(record.field_mut(index)),
                };
                match reading {
                    Ok(Reading::Exact) => {}
                    reading => keep_known(record, (known, index), reading, from)?,
                }
            }
            FieldName::Unknown(name) => read_unknown(record.unknown_fields_mut(), name, from)?,
        }
    }
    for (index, field) in known.iter().enumerate().filter(|(index, field)| field.required && bit(*index) & seen == 0) {
        if !from.is_lenient() || record.essential() == Some(index) {
            return Err(from.fail(format_args!("missing field `{}`", field.name)));
        }
        let read = json_of(value(record, known, index));
        record.unknown_fields_mut().keep_inexact(field.name, None, read);
    }
    Ok(())
}

/// Keeps the JSON of a duplicate field. A page with two lists is an error.
#[cold]
fn keep_duplicate(
    record: &mut dyn Record,
    (known, index): (&'static [Field], usize),
    from: &mut dyn ObjectReader,
) -> Result<(), Abort> {
    let name = name(known, index);
    if record.essential() == Some(index) {
        return Err(from.fail(format_args!("duplicate field `{name}`")));
    }
    let received = from.duplicate(name)?;
    record.unknown_fields_mut().keep_duplicate(name, received);
    Ok(())
}

/// Keeps the received JSON of a known field if the field's value would be written differently.
#[cold]
fn keep_known(
    record: &mut dyn Record,
    (known, index): (&'static [Field], usize),
    reading: Result<Reading, Abort>,
    from: &mut dyn ObjectReader,
) -> Result<(), Abort> {
    let name = name(known, index);
    let is_required = known.get(index).is_none_or(|field| field.required);
    if let (Err(Abort), Some(constant)) = (reading, constant(known, index)) {
        return Err(from.fail(format_args!("field `{name}`: expected the string `{}`", constant.0)));
    }
    match reading {
        Err(Abort) if !from.is_lenient() => return Err(Abort),
        Ok(Reading::Null) if !is_required && record.field(index).is_absent() => {
            record.unknown_fields_mut().keep_null(bit(index));
        }
        Ok(Reading::Exact | Reading::Null) => {}
        _ if record.essential() == Some(index) && from.received() == "null" => {
            return Err(from.fail(format_args!("missing field `{name}`: null")));
        }
        Err(Abort) if record.essential() == Some(index) => {
            return Err(from.fail(format_args!("field `{name}`: expected a list or one item")));
        }
        Ok(Reading::Inexact) | Err(Abort) => {
            let read = json_of(value(record, known, index));
            record.unknown_fields_mut().keep_inexact(name, Some(from.received()), read);
        }
    }
    Ok(())
}

fn read_unknown(unknown: &mut UnknownFields, name: String, from: &mut dyn ObjectReader) -> Result<(), Abort> {
    if unknown.get(&name).is_some() {
        let received = from.duplicate(&name)?;
        unknown.keep_duplicate(&name, received);
        return Ok(());
    }
    let mut value = Value::Null;
    if from.read(&mut value)? == Reading::Inexact {
        unknown.keep_inexact(&name, Some(from.received()), json_of(&value));
    }
    unknown.insert(name, value);
    Ok(())
}

#[doc(hidden)]
pub fn write_record(record: &dyn Record, to: &mut dyn Output) -> Result<(), Abort> {
    match record.unknown_fields().whole() {
        Some((received, read)) if json_of(&Bare(record)) == read => to.json(received),
        _ => write_fields(record, to),
    }
}

fn write_fields(record: &dyn Record, to: &mut dyn Output) -> Result<(), Abort> {
    let (known, unknown, nulls) = (fields(record.schema()), record.unknown_fields(), to.keeps_nulls());
    to.object(&mut |entries| {
        for (index, field) in known.iter().enumerate() {
            let value = value(record, known, index);
            match unknown.written(field.name, bit(index), value) {
                Written::AsReceived(json) => entries.put(field.name, &Json(json))?,
                Written::Null if nulls => entries.put(field.name, &Value::Null)?,
                Written::Value if field.required || !value.is_absent() => entries.put(field.name, value)?,
                _ => {}
            }
        }
        for (name, value) in unknown.iter() {
            if known.iter().any(|field| field.name == name) {
                return Err(entries.fail(format_args!("unknown field '{name}' has the name of a known field")));
            }
            match unknown.written(name, 0, value) {
                Written::AsReceived(json) => entries.put(name, &Json(json))?,
                _ => entries.put(name, value)?,
            }
        }
        unknown.duplicates().iter().try_for_each(|(name, received)| entries.put_duplicate(name, &Json(received)))
    })
}

/// An object that is written by its fields, even if other JSON was received in its place.
struct Bare<'r>(&'r dyn Record);

impl Codec for Bare<'_> {
    fn read(&mut self, _from: &mut dyn Input) -> Result<(), Abort> {
        Err(Abort)
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        write_fields(self.0, to)
    }
}

/// JSON text that is written unchanged.
struct Json<'j>(&'j str);

impl Codec for Json<'_> {
    fn read(&mut self, _from: &mut dyn Input) -> Result<(), Abort> {
        Err(Abort)
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        to.json(self.0)
    }
}

fn json_of(value: &dyn Codec) -> String {
    to_json(value).unwrap_or_default()
}

fn fields(schema: &'static Schema) -> &'static [Field] {
    match schema.shape {
        Shape::Object { fields } => fields,
        _ => &[],
    }
}

/// Returns the only value of a field, if it has just one.
fn constant(known: &'static [Field], index: usize) -> Option<&'static ConstString> {
    known.get(index)?.constant()
}

/// Returns the value of a field: the constant, or the Rust field.
fn value<'r>(record: &'r dyn Record, known: &'static [Field], index: usize) -> &'r dyn Codec {
    match constant(known, index) {
        Some(constant) => constant,
        None => record.field(index),
    }
}

fn name(fields: &'static [Field], index: usize) -> &'static str {
    fields.get(index).map_or("", |field| field.name)
}

/// Returns the bit of a field in a bit set.
fn bit(index: usize) -> u128 {
    1_u128.checked_shl(u32::try_from(index).unwrap_or(u32::MAX)).unwrap_or(0)
}
