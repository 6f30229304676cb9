//! Scans JSON text: finds numbers that a [`serde_json::Value`] cannot hold exactly, converts strings to values, and
//! measures nesting.

use std::borrow::Cow;

/// Returns true if a `Value` can hold each number of a JSON text exactly. `1.10` is exact: it becomes `1.1`.
/// `12345678901234567890123` and `1e999` are not.
pub(crate) fn are_exact(json: &str) -> bool {
    outside_strings(json)
        .flat_map(|part| part.split(|other: char| !matches!(other, '0'..='9' | '-' | '+' | '.' | 'e' | 'E')))
        .filter(|token| token.starts_with(|first: char| first == '-' || first.is_ascii_digit()))
        .all(is_exact)
}

fn is_exact(number: &str) -> bool {
    // The usual case: any integer of this length fits in 64 bits.
    if number.len() < 19 && !number.contains(['.', 'e', 'E']) {
        return true;
    }
    number.parse::<i64>().is_ok() || number.parse::<u64>().is_ok() || is_exact_float(number)
}

/// Returns true if the shortest text of the nearest float is the same number.
fn is_exact_float(number: &str) -> bool {
    number.parse::<f64>().is_ok_and(|float| float.is_finite() && decimal(number) == decimal(&format!("{float:e}")))
}

/// Returns the sign, the digits without leading and trailing zeros, and the power of ten of the last digit. Zero has no
/// digits.
fn decimal(number: &str) -> Option<(bool, String, i64)> {
    let unsigned = number.trim_start_matches(['-', '+']);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = all.trim_end_matches('0');
    let dropped = i64::try_from(all.len() - digits.len()).ok()? - i64::try_from(fraction.len()).ok()?;
    let digits = digits.trim_start_matches('0');
    match digits {
        "" => Some((false, String::new(), 0)),
        _ => {
            let power = exponent.parse::<i64>().ok()?.checked_add(dropped)?;
            Some((number.starts_with('-'), digits.to_owned(), power))
        }
    }
}

/// Returns the integer of a text such as `830`, `14.0` or `1.4e1`. `None` for other numbers and texts.
pub(crate) fn integer(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Ok(integer) = text.parse() {
        return Some(integer);
    }
    let (is_negative, digits, power) = decimal(text)?;
    // A 64-bit integer has at most 19 digits.
    let zeros = usize::try_from(power).ok().filter(|zeros| *zeros < 20)?;
    format!("{}0{digits}{}", if is_negative { "-" } else { "" }, "0".repeat(zeros)).parse().ok()
}

/// Returns the number of a decimal text, if a float can hold it exactly.
pub(crate) fn float(text: &str) -> Option<f64> {
    let text = text.trim();
    decimal(text)?;
    is_exact_float(text).then(|| text.parse().ok())?
}

/// Returns the boolean of a text such as `true` or `False`.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    match text.trim() {
        text if text.eq_ignore_ascii_case("true") => Some(true),
        text if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// Returns JSON on one line, without insignificant white space.
pub(super) fn compact(json: &str) -> Cow<'_, str> {
    if !json.contains([' ', '\t', '\n', '\r']) {
        return Cow::Borrowed(json);
    }
    let parts = parts(json).map(|(part, is_string)| match is_string {
        true => Cow::Borrowed(part),
        false => Cow::Owned(part.split_ascii_whitespace().collect()),
    });
    Cow::Owned(parts.collect())
}

/// Returns the nesting depth of lists and objects.
pub(crate) fn depth(json: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in outside_strings(json).flat_map(str::bytes) {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = depth.max(deepest);
    }
    deepest
}

fn outside_strings(json: &str) -> impl Iterator<Item = &str> {
    parts(json).filter(|(_, is_string)| !is_string).map(|(part, _)| part)
}

/// Splits JSON into strings with their quotes, and the text between them. The flag is true for a string.
fn parts(json: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut rest = json;
    std::iter::from_fn(move || {
        let is_string = rest.starts_with('"');
        let length = if is_string { string_length(rest) } else { rest.find('"').unwrap_or(rest.len()) };
        let (part, after) = rest.split_at_checked(length)?;
        rest = after;
        (!part.is_empty()).then_some((part, is_string))
    })
}

/// Returns the length in bytes of the string at the start of a text, including its quotes.
fn string_length(json: &str) -> usize {
    let mut is_escaped = false;
    let end = json.bytes().skip(1).position(|byte| {
        let ends = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        ends
    });
    end.map_or(json.len(), |end| end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_exact_if_a_value_can_hold_it() {
        for json in [
            "0",
            "-0",
            "-0.0",
            "1.10",
            "1e2",
            "0.1",
            "1E+2",
            "9223372036854775807",
            "18446744073709551615",
            "0.30",
            "-9223372036854775808",
            "1e22",
            "5e-324",
            "\"12345678901234567890123\"",
            "[1,{\"1e999\":2}]",
            "0e999",
            "\"\\\"\\\\\"",
            "{\"a\\\"1e999\":[true,null,1]}",
            "100000000000000000000",
            "1.7976931348623157e308",
        ] {
            assert!(are_exact(json), "{json}");
            // The value writes the same number.
            let value: serde_json::Value = serde_json::from_str(json).unwrap();
            assert!(!value.is_number() || decimal(&value.to_string()) == decimal(json), "{json}");
        }
        for json in [
            "12345678901234567890123",
            "18446744073709551617",
            "-9223372036854775809",
            "0.12345678901234567891",
            "12345678901234567.25",
            "1e999",
            "-1e999",
            "1e-999",
            "[1,{\"a\":[12345678901234567890123]}]",
            "0.1000000000000000055511151231257827",
            "{\"a\\\\\":1e999}",
            " [ 1e400 ] ",
        ] {
            assert!(!are_exact(json), "{json}");
        }
    }

    #[test]
    fn only_texts_of_integers_are_converted_to_integers() {
        for (text, expected) in [
            ("830", Some(830)),
            ("14.0", Some(14)),
            (" 14 ", Some(14)),
            ("1.4e1", Some(14)),
            ("1400e-2", Some(14)),
            ("-9223372036854775808", Some(i64::MIN)),
            ("-9223372036854775808.0", Some(i64::MIN)),
            ("0e999", Some(0)),
            ("-0", Some(0)),
            ("+5", Some(5)),
            ("9223372036854775808", None),
            ("14.5", None),
            ("1e20", None),
            ("1e999999999999999999999", None),
            ("", None),
            (".", None),
            ("-", None),
            ("e1", None),
            ("0x10", None),
            ("1_000", None),
            ("1,000", None),
            ("NaN", None),
            ("infinity", None),
            ("12345678.9999999999999999999", None),
        ] {
            assert_eq!(integer(text), expected, "{text}");
        }
        for (text, expected) in
            [("0.5", Some(0.5)), ("1e2", Some(100.0)), ("NaN", None), ("inf", None), ("1e999", None)]
        {
            assert_eq!(float(text), expected, "{text}");
        }
        for (text, expected) in [("true", Some(true)), (" False", Some(false)), ("1", None), ("yes", None), ("", None)]
        {
            assert_eq!(boolean(text), expected, "{text}");
        }
    }

    #[test]
    fn spaces_are_removed_only_outside_strings() {
        assert_eq!(compact("{ \"a b\" :\n\t[ 1 , \" \\\" \" ] }"), "{\"a b\":[1,\" \\\" \"]}");
        assert_eq!(compact("\"un terminated"), "\"un terminated");
    }
}
