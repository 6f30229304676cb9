//! Writes values to any serializer through the object-safe trait [`Output`], so each model is compiled once.

use super::codec::{Abort, Codec, JsonError, ObjectWriter, Output};
use super::scan::are_exact;
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;
use std::fmt;

/// Writes a value to any serializer.
///
/// # Errors
///
/// Errors of the serializer, and a custom error for an object that cannot be written.
#[doc(hidden)]
pub fn serialize<S: Serializer>(value: &dyn Codec, to: S) -> Result<S::Ok, S::Error> {
    Writable { value, keeps_nulls: true }.serialize(to)
}

/// Converts a value to JSON text. `keeps_nulls` includes absent fields that were received as null.
pub(super) fn to_json(value: &dyn Codec, keeps_nulls: bool) -> Result<String, JsonError> {
    serde_json::to_string(&Writable { value, keeps_nulls })
}

/// A value that implements serde's `Serialize`.
struct Writable<'v> {
    value: &'v dyn Codec,
    keeps_nulls: bool,
}

impl Serialize for Writable<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut writer = Writer { to: Some(to), end: None, keeps_nulls: self.keeps_nulls };
        // After an abort, `end` holds the error.
        let _ = self.value.write(&mut writer);
        writer.end.unwrap_or_else(|| Err(S::Error::custom("nothing was written")))
    }
}

/// Returns true if a serializer writes JSON text, which can hold any number. A wrong result loses no data: either the
/// number is rejected, or the serializer gets serde_json's representation of raw JSON.
fn writes_text<S>() -> bool {
    std::any::type_name::<S>().contains("serde_json::ser::")
}

/// A serializer until it is used, and then its result.
struct Writer<S: Serializer> {
    to: Option<S>,
    end: Option<Result<S::Ok, S::Error>>,
    keeps_nulls: bool,
}

impl<S: Serializer> Writer<S> {
    fn with(&mut self, write: impl FnOnce(S) -> Result<S::Ok, S::Error>) -> Result<(), Abort> {
        let end = self.end.insert(write(self.to.take().ok_or(Abort)?));
        if end.is_ok() { Ok(()) } else { Err(Abort) }
    }
}

impl<S: Serializer> Output for Writer<S> {
    fn text(&mut self, text: &str) -> Result<(), Abort> {
        self.with(|to| to.serialize_str(text))
    }

    fn boolean(&mut self, value: bool) -> Result<(), Abort> {
        self.with(|to| to.serialize_bool(value))
    }

    fn integer(&mut self, value: i64) -> Result<(), Abort> {
        self.with(|to| to.serialize_i64(value))
    }

    fn number(&mut self, value: f64) -> Result<(), Abort> {
        self.with(|to| match value.is_finite() {
            true => to.serialize_f64(value),
            false => Err(S::Error::custom(format_args!("{value} is not a JSON number"))),
        })
    }

    fn any(&mut self, value: &Value) -> Result<(), Abort> {
        self.with(|to| value.serialize(to))
    }

    fn null(&mut self) -> Result<(), Abort> {
        self.with(S::serialize_unit)
    }

    fn json(&mut self, json: &str) -> Result<(), Abort> {
        self.with(|to| {
            if writes_text::<S>() {
                return serde_json::from_str::<&RawValue>(json).map_err(S::Error::custom)?.serialize(to);
            }
            match serde_json::from_str::<Value>(json) {
                Ok(value) if are_exact(json) => value.serialize(to),
                _ => Err(S::Error::custom("only JSON text can hold this number; write the value as JSON text")),
            }
        })
    }

    fn keeps_nulls(&self) -> bool {
        self.keeps_nulls
    }

    fn list<'v>(&mut self, item: &dyn Fn(usize) -> Option<&'v dyn Codec>) -> Result<(), Abort> {
        let keeps_nulls = self.keeps_nulls;
        self.with(|to| {
            let mut list = to.serialize_seq(None)?;
            (0..).map_while(item).try_for_each(|value| list.serialize_element(&Writable { value, keeps_nulls }))?;
            list.end()
        })
    }

    fn object(&mut self, write: &mut dyn FnMut(&mut dyn ObjectWriter) -> Result<(), Abort>) -> Result<(), Abort> {
        let keeps_nulls = self.keeps_nulls;
        self.with(|to| {
            let is_text = writes_text::<S>();
            let mut entries = EntriesWriter { map: to.serialize_map(None)?, error: None, keeps_nulls, is_text };
            match write(&mut entries) {
                Ok(()) => entries.map.end(),
                Err(Abort) => Err(entries.error.unwrap_or_else(|| S::Error::custom("writing was aborted"))),
            }
        })
    }
}

/// The entries of an object that is written, and the error of the last one.
struct EntriesWriter<M: SerializeMap> {
    map: M,
    error: Option<M::Error>,
    keeps_nulls: bool,
    is_text: bool,
}

impl<M: SerializeMap> ObjectWriter for EntriesWriter<M> {
    fn put(&mut self, name: &str, value: &dyn Codec) -> Result<(), Abort> {
        self.map.serialize_entry(name, &Writable { value, keeps_nulls: self.keeps_nulls }).map_err(|error| {
            self.error = Some(error);
            Abort
        })
    }

    fn put_duplicate(&mut self, name: &str, value: &dyn Codec) -> Result<(), Abort> {
        if self.is_text { self.put(name, value) } else { Ok(()) }
    }

    fn fail(&mut self, why: fmt::Arguments<'_>) -> Abort {
        self.error = Some(M::Error::custom(why));
        Abort
    }
}
