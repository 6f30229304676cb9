//! Objects: the loop over their fields.

use super::codec::{Abort, Codec, FieldName, Input, ObjectReader, Output, Reading};
use super::json::to_json;
use super::kept::{UnknownFields, Written};
use crate::table::schema::{Field, Schema, Shape};
use serde_json::Value;

/// An object with the fields of its schema.
///
/// Generated types say where their fields stand; how an object is read and written stands here once. A field that the
/// schema does not know is kept and written back, and so is what came for a field and is not of its documented form.
pub trait Record {
    /// Names of the fields, and whether they are always there. There are at most 128.
    fn schema(&self) -> &'static Schema;

    /// The field without which the object means nothing, by its place in the schema: the list of a listing.
    fn essential(&self) -> Option<usize> {
        None
    }

    /// The field that stands at this place in the schema; behind the last, the unknown ones.
    fn field(&self, number: usize) -> &dyn Codec;

    /// The same, to be read.
    fn field_mut(&mut self, number: usize) -> &mut dyn Codec;

    /// The fields that the schema does not know, and what came in another form.
    fn unknown_fields(&self) -> &UnknownFields;

    /// The same, to be filled.
    fn unknown_fields_mut(&mut self) -> &mut UnknownFields;
}

/// Makes a [`Record`](crate::model::Record) of a type: its schema, and the place there of each of its fields. It also
/// has the field `unknown_fields`; with `sent`, there is a way to set those. `page` names the place of the list of a
/// listing, without which there is no page.
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
            /// Fields that the spec does not know, and what came in another form than the documented one.
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
        (Err(Abort), Some(came)) => {
            // Another item of a list than an object does not cost the others.
            let read = json_of(&Bare(record));
            record.unknown_fields_mut().keep_whole(came, read);
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
                    keep_again(record, (known, index), from)?;
                    continue;
                }
                seen |= bit;
                next = index + 1;
                match from.read(record.field_mut(index)) {
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
        let read = json_of(record.field(index));
        record.unknown_fields_mut().keep_odd(field.name, None, read);
    }
    Ok(())
}

/// Keeps what came for a field that came before. Of two lists of a listing none is the list.
#[cold]
fn keep_again(
    record: &mut dyn Record,
    (known, index): (&'static [Field], usize),
    from: &mut dyn ObjectReader,
) -> Result<(), Abort> {
    let name = name(known, index);
    if record.essential() == Some(index) {
        return Err(from.fail(format_args!("duplicate field `{name}`")));
    }
    let came = from.another(name)?;
    record.unknown_fields_mut().keep_again(name, came);
    Ok(())
}

/// Keeps what came for a field and is not what would be written for it.
#[cold]
fn keep_known(
    record: &mut dyn Record,
    (known, index): (&'static [Field], usize),
    reading: Result<Reading, Abort>,
    from: &mut dyn ObjectReader,
) -> Result<(), Abort> {
    let name = name(known, index);
    let is_required = known.get(index).is_none_or(|field| field.required);
    match reading {
        Err(Abort) if !from.is_lenient() => return Err(Abort),
        Ok(Reading::Null) if !is_required && record.field(index).is_absent() => {
            record.unknown_fields_mut().keep_null(bit(index));
        }
        Ok(Reading::Exact | Reading::Null) => {}
        _ if record.essential() == Some(index) && from.came() == "null" => {
            return Err(from.fail(format_args!("missing field `{name}`: null")));
        }
        Err(Abort) if record.essential() == Some(index) => {
            return Err(from.fail(format_args!("field `{name}`: expected a list or one item")));
        }
        Ok(Reading::Odd) | Err(Abort) => {
            let read = json_of(record.field(index));
            record.unknown_fields_mut().keep_odd(name, Some(from.came()), read);
        }
    }
    Ok(())
}

fn read_unknown(unknown: &mut UnknownFields, name: String, from: &mut dyn ObjectReader) -> Result<(), Abort> {
    if unknown.get(&name).is_some() {
        let came = from.another(&name)?;
        unknown.keep_again(&name, came);
        return Ok(());
    }
    let mut value = Value::Null;
    if from.read(&mut value)? == Reading::Odd {
        unknown.keep_odd(&name, Some(from.came()), json_of(&value));
    }
    unknown.insert(name, value);
    Ok(())
}

#[doc(hidden)]
pub fn write_record(record: &dyn Record, to: &mut dyn Output) -> Result<(), Abort> {
    match record.unknown_fields().whole() {
        Some((came, read)) if json_of(&Bare(record)) == read => to.json(came),
        _ => write_fields(record, to),
    }
}

fn write_fields(record: &dyn Record, to: &mut dyn Output) -> Result<(), Abort> {
    let (known, kept, nulls) = (fields(record.schema()), record.unknown_fields(), to.keeps_nulls());
    to.object(&mut |entries| {
        for (index, field) in known.iter().enumerate() {
            let value = record.field(index);
            match kept.written(field.name, bit(index), value) {
                Written::AsItCame(json) => entries.put(field.name, &Json(json))?,
                Written::Null if nulls => entries.put(field.name, &Value::Null)?,
                Written::Value if field.required || !value.is_absent() => entries.put(field.name, value)?,
                _ => {}
            }
        }
        for (name, value) in kept.iter() {
            if known.iter().any(|field| field.name == name) {
                return Err(entries.fail(format_args!("'{name}' as an unknown field, although the spec knows it")));
            }
            match kept.written(name, 0, value) {
                Written::AsItCame(json) => entries.put(name, &Json(json))?,
                _ => entries.put(name, value)?,
            }
        }
        kept.again().iter().try_for_each(|(name, came)| entries.put_again(name, &Json(came)))
    })
}

/// An object by its fields alone, whatever came in its place.
struct Bare<'r>(&'r dyn Record);

impl Codec for Bare<'_> {
    fn read(&mut self, _from: &mut dyn Input) -> Result<(), Abort> {
        Err(Abort)
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        write_fields(self.0, to)
    }
}

/// JSON that is written as it is.
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

fn name(fields: &'static [Field], index: usize) -> &'static str {
    fields.get(index).map_or("", |field| field.name)
}

/// The field's place in a set of fields.
fn bit(index: usize) -> u128 {
    1_u128.checked_shl(u32::try_from(index).unwrap_or(u32::MAX)).unwrap_or(0)
}
