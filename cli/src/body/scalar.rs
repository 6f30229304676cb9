//! Scalars of YAML by the core schema of YAML 1.2.2, section 10.3.2.
//!
//! A number that JSON writes differently, such as `012` or `0x10`, is an error: YAML readers disagree on whether it is a
//! string, and on its base.

use crate::json::{Json, is_integer, is_number};
use granit_parser::Tag;

/// Returns the value of a scalar.
pub(super) fn value(text: &str, is_plain: bool, tag: Option<&Tag>) -> Result<Json, String> {
    let Some(tag) = tag else {
        return if is_plain { plain(text) } else { Ok(Json::String(text.to_owned())) };
    };
    let name = if is_plain_tag(tag) { Some("str".to_owned()) } else { standard(tag) };
    let value = match name.as_deref() {
        Some("str") => return Ok(Json::String(text.to_owned())),
        Some("null" | "bool" | "int" | "float") => plain(text)?,
        _ => return Err(unknown_tag(tag)),
    };
    match (name.as_deref(), &value) {
        (Some("null"), Json::Null) | (Some("bool"), Json::Bool(_)) | (Some("float"), Json::Number(_)) => Ok(value),
        (Some("int"), Json::Number(number)) if is_integer(number) => Ok(value),
        _ => Err(format!("'{text}' is not a value of the tag {}; correct one of the two", shown(tag))),
    }
}

/// Returns a key as written, even if it looks like a number, a boolean or a date.
pub(super) fn key(text: &str, is_plain: bool, tag: Option<&Tag>) -> Result<String, String> {
    if let Some(tag) = tag.filter(|tag| !is_plain_tag(tag)) {
        let known = ["str", "bool", "int", "float"];
        if !standard(tag).is_some_and(|name| known.contains(&name.as_str())) {
            return Err(unknown_tag(tag));
        }
    }
    if is_plain && tag.is_none() && is_null(text) {
        return Err(no_key("null"));
    }
    if is_plain && (text.starts_with("//") || text.starts_with("/*")) {
        return Err(format!(
            "'{text}' looks like a comment, but YAML comments begin with '#'; quote it if it is a key"
        ));
    }
    // Other parsers would read it as a merge key.
    match text {
        "<<" => Err("the key '<<' is a merge key; write it without quotes and tags".to_owned()),
        _ => Ok(text.to_owned()),
    }
}

/// Returns the error for a key that is not a string.
pub(super) fn no_key(found: &str) -> String {
    format!("expected a string as key but found {found}; quote strings such as \"{{x}}\" or \"null\"")
}

/// Returns the error for an unsupported tag.
pub(super) fn unknown_tag(tag: &Tag) -> String {
    let name = shown(tag);
    match standard(tag).as_deref() {
        Some("binary") => format!("the tag {name} is not supported, as JSON has no bytes; write the string to send"),
        _ => format!("the tag {name} is not supported; write the value itself"),
    }
}

/// Returns the name of a standard tag, such as `str`.
pub(super) fn standard(tag: &Tag) -> Option<String> {
    let uri = format!("{}{}", tag.handle(), tag.suffix());
    uri.strip_prefix("tag:yaml.org,2002:").map(str::to_owned)
}

/// Returns whether it is the tag `!`, which makes a scalar a string and does not affect collections.
pub(super) fn is_plain_tag(tag: &Tag) -> bool {
    format!("{}{}", tag.handle(), tag.suffix()) == "!"
}

fn shown(tag: &Tag) -> String {
    match tag.original_handle() {
        "" => format!("!<{}{}>", tag.handle(), tag.suffix()),
        handle => format!("{handle}{}", tag.suffix()),
    }
}

fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn plain(text: &str) -> Result<Json, String> {
    match text {
        _ if is_null(text) => Ok(Json::Null),
        "true" | "True" | "TRUE" => Ok(Json::Bool(true)),
        "false" | "False" | "FALSE" => Ok(Json::Bool(false)),
        _ if is_number(text) => Ok(Json::Number(text.to_owned())),
        _ => match json_number(text) {
            None => Ok(Json::String(text.to_owned())),
            Some(number) => {
                Err(format!("'{text}' is not a JSON number; for a string, quote it: \"{text}\"{}", number.fix()))
            }
        },
    }
}

/// A YAML number written as JSON.
enum JsonNumber {
    Number(String),
    /// An octal number in YAML 1.1, a decimal number in YAML 1.2.
    OctalOrDecimal {
        octal: Option<String>,
        decimal: String,
    },
    Nothing,
}

impl JsonNumber {
    fn fix(&self) -> String {
        match self {
            Self::Number(number) | Self::OctalOrDecimal { octal: None, decimal: number } => {
                format!("; for a number, write {number}")
            }
            Self::OctalOrDecimal { octal: Some(octal), decimal } => {
                format!("; for a number, write {decimal}, or {octal} if it is octal")
            }
            Self::Nothing => String::new(),
        }
    }
}

/// Returns a number of the core schema as JSON; `None` if it is not a number.
fn json_number(text: &str) -> Option<JsonNumber> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let sign = if text.starts_with('-') { "-" } else { "" };
    if matches!(digits, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return Some(JsonNumber::Nothing);
    }
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = text.strip_prefix(prefix) {
            let is_number = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
            let number = u128::from_str_radix(digits, radix);
            return is_number
                .then(|| number.map_or(JsonNumber::Nothing, |number| JsonNumber::Number(number.to_string())));
        }
    }
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let trimmed = digits.trim_start_matches('0');
        let decimal = format!("{sign}{}", if trimmed.is_empty() { "0" } else { trimmed });
        let octal = u128::from_str_radix(digits, 8).ok().map(|octal| format!("{sign}{octal}"));
        return Some(JsonNumber::OctalOrDecimal {
            octal: octal.filter(|octal| digits.starts_with('0') && *octal != decimal),
            decimal,
        });
    }
    float(sign, digits)
}

/// `[0-9]+(\.[0-9]*)?` or `\.[0-9]+`, with an exponent or without.
fn float(sign: &str, digits: &str) -> Option<JsonNumber> {
    let (mantissa, exponent) = digits.split_at(digits.find(['e', 'E']).unwrap_or(digits.len()));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let whole = match whole.trim_start_matches('0') {
        "" if whole.is_empty() && fraction.is_empty() => return None,
        "" => "0",
        whole => whole,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    let number = format!("{sign}{whole}{point}{fraction}{exponent}");
    is_number(&number).then_some(JsonNumber::Number(number))
}

#[cfg(test)]
mod tests {
    use super::{Json, plain};

    /// Scalars of YAML 1.2.2, section 10.3.2, and strings that only YAML 1.1 reads as other types.
    #[test]
    fn plain_scalars_follow_the_core_schema() {
        for text in ["0", "-0", "12", "1.10", "1e3", "-2.5E-7", "12345678901234567.25"] {
            assert_eq!(plain(text), Ok(Json::Number(text.to_owned())));
        }
        for text in [
            "yes",
            "No",
            "on",
            "OFF",
            "y",
            "2025-01-01",
            "1:30",
            "1_000",
            "0b1",
            "0x",
            "0o8",
            "-0x1",
            "1.2.3",
            ".",
            "-",
            "e5",
            "+",
            "1e",
            ".inf5",
            "-.nan",
            "=",
            "nulL",
            "tRue",
            "10,5",
        ] {
            assert_eq!(plain(text), Ok(Json::String(text.to_owned())));
        }
        assert_eq!(plain("~"), Ok(Json::Null));
        assert_eq!(plain("TRUE"), Ok(Json::Bool(true)));
    }

    #[test]
    fn other_numbers_are_errors_with_both_fixes() {
        for (text, fix) in [
            ("012", "; for a number, write 12, or 10 if it is octal"),
            ("-017", "; for a number, write -17, or -15 if it is octal"),
            ("089", "; for a number, write 89"),
            ("07", "; for a number, write 7"),
            ("+12", "; for a number, write 12"),
            ("00", "; for a number, write 0"),
            ("+5", "; for a number, write 5"),
            ("0x10", "; for a number, write 16"),
            ("0o17", "; for a number, write 15"),
            (".5", "; for a number, write 0.5"),
            ("-.5e2", "; for a number, write -0.5e2"),
            ("1.", "; for a number, write 1"),
            ("+1.10", "; for a number, write 1.10"),
            ("01.5", "; for a number, write 1.5"),
            (".inf", ""),
            ("-.INF", ""),
            (".NaN", ""),
        ] {
            let expected = format!("'{text}' is not a JSON number; for a string, quote it: \"{text}\"{fix}");
            assert_eq!(plain(text), Err(expected));
        }
    }
}
