//! `--quirk NAME=CHOICE`: behavior of the emulator where the documentation is unclear.

use ncloud_dataflow_emulator::{
    ContentType, Count, EmptyParameters, ErrorCode, ErrorShape, ErrorWord, NameFilter, Quirks,
};

/// Change of one quirk.
pub(crate) type Change = fn(&mut Quirks);

/// All choices. The first choice of each name is the default.
const CHOICES: [(&str, &str, Change); 16] = [
    ("count", "page", |all| all.count = Count::Page),
    ("count", "total", |all| all.count = Count::Total),
    ("limit", "echoed", |all| all.limit_echoed = true),
    ("limit", "default", |all| all.limit_echoed = false),
    ("parsed-parameters", "array", |all| {
        all.parsed_parameters = EmptyParameters::Array;
    }),
    ("parsed-parameters", "object", |all| {
        all.parsed_parameters = EmptyParameters::Object;
    }),
    ("error-shape", "envelope", |all| {
        all.error_shape = ErrorShape::Envelope;
    }),
    ("error-shape", "flat", |all| all.error_shape = ErrorShape::Flat),
    ("error-word", "message", |all| all.error_word = ErrorWord::Message),
    ("error-word", "code", |all| all.error_word = ErrorWord::Code),
    ("error-code", "text", |all| all.error_code = ErrorCode::Text),
    ("error-code", "number", |all| all.error_code = ErrorCode::Number),
    ("content-type", "json", |all| all.content_type = ContentType::Json),
    ("content-type", "text-plain", |all| {
        all.content_type = ContentType::TextPlain;
    }),
    ("name-filter", "whole", |all| all.name_filter = NameFilter::Whole),
    ("name-filter", "part", |all| all.name_filter = NameFilter::Part),
];

/// Returns the change for `NAME=CHOICE`.
pub(crate) fn parse(text: &str) -> Result<Change, String> {
    let chosen = CHOICES.iter().find(|(name, choice, _)| text.split_once('=') == Some((*name, *choice)));
    chosen.map(|(_, _, change)| *change).ok_or_else(|| format!("expected one of {}", choices()))
}

/// Returns all choices, e.g. `count=page|total`.
pub(crate) fn choices() -> String {
    let mut words = String::new();
    let mut last = "";
    for (name, choice, _) in CHOICES {
        let separator = match (last == name, last.is_empty()) {
            (true, _) => "|".to_owned(),
            (false, true) => format!("{name}="),
            (false, false) => format!(", {name}="),
        };
        words.push_str(&separator);
        words.push_str(choice);
        last = name;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{choices, parse};
    use ncloud_dataflow_emulator::{Count, Quirks};

    #[test]
    fn changes_the_named_quirks() {
        let mut quirks = Quirks::default();
        for text in ["count=total", "limit=default"] {
            parse(text).unwrap()(&mut quirks);
        }
        assert_eq!(quirks.count, Count::Total);
        assert!(!quirks.limit_echoed);
    }

    #[test]
    fn the_first_choice_is_the_default() {
        for words in choices().split(", ") {
            let first = words.split('|').next().unwrap();
            let mut quirks = Quirks::default();
            parse(first).unwrap()(&mut quirks);
            assert_eq!(quirks, Quirks::default(), "{first}");
        }
    }

    #[test]
    fn rejects_other_strings() {
        for text in ["", "count", "count=", "count=all", "counts=page", "page"] {
            assert!(parse(text).unwrap_err().contains("count=page|total"), "{text}");
        }
    }
}
