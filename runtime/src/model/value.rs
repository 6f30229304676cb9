//! [`Codec`] for scalars, options, lists and maps.

use super::codec::{Abort, Codec, FieldName, Input, Output};
use super::text::Text;
use crate::table::schema::ConstString;
use serde_json::Value;
use std::collections::BTreeMap;

impl Codec for bool {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        from.boolean(self)
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        to.boolean(*self)
    }
}

impl Codec for i64 {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        from.integer(self)
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        to.integer(*self)
    }
}

impl Codec for f64 {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        from.number(self)
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        to.number(*self)
    }
}

impl Codec for Text {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        from.text(&mut |text| *self = Self::from(text))
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        to.text(self)
    }
}

impl Codec for String {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        from.text(&mut |text| text.clone_into(self))
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        to.text(self)
    }
}

/// Reads the constant only. Any other string is an error, so an object never contradicts its type.
impl Codec for ConstString {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        let mut is_same = false;
        from.text(&mut |text| is_same = text == self.0)?;
        if is_same { Ok(()) } else { Err(from.fail(format_args!("expected the string `{}`", self.0))) }
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        to.text(self.0)
    }
}

impl Codec for Value {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        from.any(self)
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        to.any(self)
    }
}

impl<T: Codec + Default> Codec for Option<T> {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        *self = T::of_null();
        let step = from.optional(&mut |from| self.insert(T::default()).read(from));
        if step.is_err() {
            *self = None;
        }
        step
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        match self {
            Some(value) => value.write(to),
            None => to.null(),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn of_null() -> Option<Self> {
        Some(None)
    }
}

impl<T: Codec> Codec for Box<T> {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        self.as_mut().read(from)
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        self.as_ref().write(to)
    }
}

impl<T: Codec + Default> Codec for Vec<T> {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        self.clear();
        from.list(&mut |from| {
            self.push(T::default());
            let step = self.last_mut().map_or(Ok(()), |place| place.read(from));
            if step.is_err() {
                self.pop();
            }
            step
        })
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        to.list(&|index| self.get(index).map(|value| value as &dyn Codec))
    }
}

impl<T: Codec + Default> Codec for BTreeMap<String, T> {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        self.clear();
        from.object("", &mut |fields| {
            while let Some(FieldName::Unknown(name)) = fields.next(&[], 0)? {
                if self.contains_key(&name) {
                    fields.duplicate(&name)?;
                    continue;
                }
                let mut value = T::default();
                match fields.read_entry(&mut value) {
                    Ok(()) => drop(self.insert(name, value)),
                    // The entry is omitted, and the enclosing object keeps the map as received.
                    Err(_) if fields.is_lenient() => {}
                    Err(stop) => return Err(stop),
                }
            }
            Ok(())
        })
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        to.object(&mut |entries| self.iter().try_for_each(|(name, value)| entries.put(name, value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{from_value, to_value};
    use serde_json::json;
    use std::fmt::Debug;

    /// Checks values that are written as they were read, and values without a clear meaning.
    fn check<T: Codec + Default + Debug>(accepted: &[Value], rejected: &[Value]) {
        for value in accepted {
            let read: T = from_value(value.clone()).unwrap();
            assert_eq!(to_value(&read).unwrap(), *value);
        }
        for value in rejected {
            let read = from_value::<T>(value.clone());
            assert!(read.is_err(), "{read:?} of {value}");
        }
    }

    /// The standard library writes the shortest text that identifies a number. A fast but inexact parser is one digit
    /// off for some numbers.
    #[test]
    fn a_number_is_read_to_its_last_digit() {
        for number in (1..2000).map(|step| f64::from(step).powi(5) / 7.0 * 1e9) {
            let read = crate::call::decode::decode::<f64>(format!("{number:e}").as_bytes()).unwrap();
            assert_eq!(read.to_bits(), number.to_bits(), "{number:e}");
        }
    }

    #[test]
    fn values_are_written_as_read_and_other_kinds_are_rejected() {
        check::<bool>(&[json!(true), json!(false)], &[json!(2), json!("yes"), json!(null)]);
        check::<i64>(&[json!(i64::MIN), json!(i64::MAX)], &[json!(u64::MAX), json!("one"), json!([])]);
        check::<f64>(&[json!(0.1), json!(-1.0)], &[json!("much"), json!({})]);
        check::<String>(&[json!(""), json!("한글 \u{1f600}")], &[json!([]), json!(null)]);
        check::<Box<String>>(&[json!("boxed")], &[json!({})]);
        check::<Option<i64>>(&[json!(null), json!(1)], &[json!("one")]);
        check::<Vec<Option<bool>>>(&[json!([]), json!([true, null])], &[json!({}), json!([2])]);
        check::<BTreeMap<String, f64>>(&[json!({}), json!({"a": 0.5, "b": 2.5})], &[json!([]), json!({"a": "x"})]);
    }

    #[test]
    fn values_of_other_kinds_are_converted() {
        fn check<T: Codec + Default>(received: Value, expected: Value) {
            assert_eq!(to_value(&from_value::<Vec<T>>(received).unwrap()).unwrap(), expected);
        }
        check::<bool>(json!(["TRUE", 0, "false"]), json!([true, false, false]));
        check::<i64>(json!([14.0, "830"]), json!([14, 830]));
        check::<f64>(json!(["1.5"]), json!([1.5]));
        check::<String>(json!([5, true]), json!(["5", "true"]));
    }

    #[test]
    fn a_top_level_value_must_have_the_documented_kind() {
        assert!(from_value::<bool>(json!("true")).is_err() && from_value::<bool>(json!(1)).is_err());
        assert!(from_value::<i64>(json!("1")).is_err() && from_value::<String>(json!(1)).is_err());
        assert!(from_value::<Vec<i64>>(json!(1)).is_err() && from_value::<Vec<i64>>(json!(null)).is_err());
        assert!(from_value::<BTreeMap<String, i64>>(json!([])).is_err());
    }

    #[test]
    fn numbers_that_json_cannot_hold_are_not_written() {
        for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(to_value(&number).is_err() && to_value(&vec![number]).is_err());
        }
    }
}
