//! Checks of strings: dates with and without an offset, and patterns.

use crate::model::date::parts::Parts;
use crate::table::schema::Format;
use regex_lite::Regex;

/// Returns the description of a format, with an example for dates.
pub(super) fn noun(format: Format) -> &'static str {
    match format {
        Format::Text => "a string",
        Format::DateTime => "a date and time with offset such as 2025-03-21T11:12:54+09:00",
        Format::DateTimeLocal => "a date and time without offset such as 2025-03-19T00:00:00",
    }
}

/// Returns true if a string has a format.
pub(super) fn is_of(format: Format, text: &str) -> bool {
    match format {
        Format::Text => true,
        Format::DateTime => has_offset(text) == Some(true),
        Format::DateTimeLocal => has_offset(text) == Some(false),
    }
}

/// Returns true if a date and time has an offset. `None` if the string is not a date and time.
fn has_offset(text: &str) -> Option<bool> {
    // The parser also accepts dates without a time, and a space for the `T`; the service does not.
    let parts = Parts::parse(text)?;
    (parts.has_time && text.get(10..11) == Some("T")).then_some(parts.offset.is_some())
}

/// Returns true if a pattern matches the whole string. The generator has checked that the patterns of a spec compile.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    Regex::new(&format!("^(?:{pattern})$")).is_ok_and(|regex| regex.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_an_offset_or_none() {
        for (text, offset) in [
            ("2025-03-21T11:12:54+09:00", Some(true)),
            ("2025-03-21T02:12:54Z", Some(true)),
            ("2025-03-21T02:12:54.123-00:30", Some(true)),
            ("2025-03-19T00:00:00", Some(false)),
            ("2023-10-20T13:45:15.000", Some(false)),
            ("2025-03-19", None),
            ("2025-03-19 00:00:00", None),
            ("2025-03-19T00:00:00+09:00[Asia/Seoul]", None),
            ("2025-02-30T00:00:00", None),
            ("soon", None),
            ("작업작업", None),
            ("", None),
        ] {
            assert_eq!(has_offset(text), offset, "{text}");
        }
    }

    #[test]
    fn a_pattern_must_match_the_whole_string() {
        assert!(matches("^[a-z]+$", "abc"));
        assert!(matches("a|bc", "bc"));
        for text in ["abc", "xa", "bc\n", ""] {
            assert!(!matches("a|bc", text), "{text:?}");
        }
        assert!(!matches("(", "("), "a pattern that does not compile matches nothing");
    }
}
