//! Captures the JSON text of a value from any deserializer, and finds a field in JSON text.

use serde::de::value::Error as NoError;
use serde::de::{Deserialize, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::value::RawValue;
use std::fmt;
use std::sync::OnceLock;

/// Captures the JSON text of a value. serde_json gives the original text; for other formats, the value is serialized.
pub(super) fn capture<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    from.deserialize_newtype_struct(raw_name(), CaptureVisitor)
}

/// Returns the newtype name by which serde_json returns the text of a value. Other formats ignore it.
fn raw_name() -> &'static str {
    static NAME: OnceLock<&str> = OnceLock::new();
    NAME.get_or_init(|| {
        let mut name = "";
        let _ = <&RawValue>::deserialize(NameOf(&mut name));
        name
    })
}

/// A deserializer that records the newtype name of a type.
struct NameOf<'n>(&'n mut &'static str);

impl<'de> Deserializer<'de> for NameOf<'_> {
    type Error = NoError;

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, NoError> {
        Err(NoError::custom("nothing to read"))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, NoError> {
        *self.0 = name;
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

struct CaptureVisitor;

/// Defines visitor methods that serialize a value to JSON.
macro_rules! serialize_values {
    ($($visit:ident($value:ty))*) => {
        $(fn $visit<E: Error>(self, value: $value) -> Result<String, E> {
            serde_json::to_string(&value).map_err(E::custom)
        })*
    };
}

impl<'de> Visitor<'de> for CaptureVisitor {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value that JSON can hold")
    }

    serialize_values!(visit_bool(bool) visit_i64(i64) visit_u64(u64) visit_i128(i128) visit_u128(u128) visit_str(&str));

    fn visit_f64<E: Error>(self, value: f64) -> Result<String, E> {
        match value.is_finite() {
            true => serde_json::to_string(&value).map_err(E::custom),
            false => Err(E::custom(format_args!("{value} is not a JSON number"))),
        }
    }

    fn visit_unit<E: Error>(self) -> Result<String, E> {
        Ok("null".to_owned())
    }

    fn visit_none<E: Error>(self) -> Result<String, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<String, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<String, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<String, A::Error> {
        let mut json = String::from("[");
        while let Some(Captured(item)) = list.next_element()? {
            separate(&mut json);
            json.push_str(&item);
        }
        Ok(json + "]")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<String, A::Error> {
        let mut json = String::from("{");
        while let Some(name) = map.next_key::<String>()? {
            if name == raw_name() {
                return map.next_value();
            }
            let Captured(value) = map.next_value()?;
            separate(&mut json);
            json.push_str(&serde_json::to_string(&name).map_err(A::Error::custom)?);
            json.push(':');
            json.push_str(&value);
        }
        Ok(json + "}")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _value: A) -> Result<String, A::Error> {
        Err(A::Error::custom("enums of other formats are not supported"))
    }
}

fn separate(json: &mut String) {
    if json.len() > 1 {
        json.push(',');
    }
}

/// A captured JSON text.
struct Captured(String);

impl<'de> Deserialize<'de> for Captured {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        capture(from).map(Self)
    }
}

/// Returns the string of the first field with this name, or the text of its number or boolean. Later fields are not
/// parsed.
pub(crate) fn text_of_field(json: &str, name: &str) -> Option<String> {
    let mut search = Search { name, found: None };
    // An error stops the parser once the field is found. Other JSON kinds have no fields.
    let _ = serde_json::Deserializer::from_str(json).deserialize_map(&mut search);
    search.found
}

struct Search<'n> {
    name: &'n str,
    found: Option<String>,
}

impl<'de> Visitor<'de> for &mut Search<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if name == self.name {
                self.found = text(map.next_value::<&RawValue>()?.get());
                return Err(A::Error::custom("found"));
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

/// Returns the string in JSON, or the text of a number or boolean.
fn text(json: &str) -> Option<String> {
    match json.bytes().next()? {
        b'"' => serde_json::from_str(json).ok(),
        b'{' | b'[' | b'n' => None,
        _ => Some(json.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::deserialize;
    use serde::de::IntoDeserializer;
    use serde::de::value::{F64Deserializer, MapDeserializer, SeqDeserializer};
    use std::collections::BTreeMap;

    #[test]
    fn serde_json_returns_the_original_text() {
        let mut json = serde_json::Deserializer::from_str(" { \"a\": [1.10, 1e999, \"\\u0041\"] } ");
        assert_eq!(capture(&mut json).unwrap(), "{ \"a\": [1.10, 1e999, \"\\u0041\"] }");
        assert_eq!(capture(serde_json::json!({"a": [1, null]})).unwrap(), "{\"a\":[1,null]}");
    }

    #[test]
    fn values_of_other_formats_are_serialized() {
        let entries = [("a", "1"), ("b", "2")];
        let map: BTreeMap<String, i64> = deserialize(MapDeserializer::<_, NoError>::new(entries.into_iter())).unwrap();
        assert_eq!(map.into_values().collect::<Vec<_>>(), [1, 2]);
        let list: Vec<String> = deserialize(SeqDeserializer::<_, NoError>::new([1_u8, 2].into_iter())).unwrap();
        assert_eq!(list, ["1", "2"]);
        let number: F64Deserializer<NoError> = f64::NAN.into_deserializer();
        assert!(capture(number).unwrap_err().to_string().contains("not a JSON number"));
    }

    #[test]
    fn the_first_field_with_the_name_is_found() {
        let json = r#"{"id": {"type": "x"}, "type": "y", "type": "z", "number": 1.50, "none": null}"#;
        for (name, text) in [("type", Some("y")), ("number", Some("1.50")), ("none", None), ("id", None), ("no", None)]
        {
            assert_eq!(text_of_field(json, name).as_deref(), text, "{name}");
        }
        assert_eq!(text_of_field("[1]", "type"), None);
    }
}
