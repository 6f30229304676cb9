//! `--quirk NAME=CHOICE`: behavior of the emulator where the documentation is unclear.

use ncloud_dataflow_emulator::{
    ContentType, Count, EmptyParameters, ErrorCode, ErrorShape, ErrorWord, LimitField, ListingOrder, MissingResource,
    NameFilter, Quirks,
};

/// Change of one quirk.
#[derive(Clone, Copy)]
pub(crate) enum Change {
    /// One of the choices.
    Choice(fn(&mut Quirks)),
    /// The maximum number of items on a page.
    PageCap(usize),
}

impl Change {
    /// Makes the change.
    pub(crate) fn apply(self, quirks: &mut Quirks) {
        match self {
            Self::Choice(change) => change(quirks),
            Self::PageCap(cap) => quirks.page_cap = Some(cap),
        }
    }
}

/// Name, choice, and what the choice changes.
type Choice = (&'static str, &'static str, fn(&mut Quirks));

/// Name of the quirk with a number.
const PAGE_CAP: &str = "page-cap";

/// All choices. The first choice of each name is the default.
const CHOICES: [Choice; 22] = [
    ("count", "page", |all| all.count = Count::Page),
    ("count", "total", |all| all.count = Count::Total),
    ("limit", "requested", |all| all.limit = LimitField::Requested),
    ("limit", "applied", |all| all.limit = LimitField::Applied),
    ("limit", "default", |all| all.limit = LimitField::Default),
    (PAGE_CAP, "none", |all| all.page_cap = None),
    ("order", "newest-first", |all| all.order = ListingOrder::NewestFirst),
    ("order", "oldest-first", |all| all.order = ListingOrder::OldestFirst),
    ("missing-resource", "404", |all| all.missing_resource = MissingResource::NotFound),
    ("missing-resource", "400", |all| all.missing_resource = MissingResource::BadRequest),
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
    let choice = chosen.map(|(_, _, change)| Change::Choice(*change));
    choice.or_else(|| page_cap(text)).ok_or_else(|| format!("expected one of {}", choices()))
}

/// Returns the change for `page-cap=N`. A cap of 0 would make every listing empty.
fn page_cap(text: &str) -> Option<Change> {
    let number = text.strip_prefix(PAGE_CAP)?.strip_prefix('=')?;
    number.parse().ok().filter(|cap| *cap > 0).map(Change::PageCap)
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
        if name == PAGE_CAP {
            words.push_str("|N");
        }
        last = name;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{choices, parse};
    use ncloud_dataflow_emulator::{Count, LimitField, Quirks};

    #[test]
    fn changes_the_named_quirks() {
        let mut quirks = Quirks::default();
        for text in ["count=total", "limit=default", "page-cap=20"] {
            parse(text).unwrap().apply(&mut quirks);
        }
        assert_eq!(quirks.count, Count::Total);
        assert_eq!(quirks.limit, LimitField::Default);
        assert_eq!(quirks.page_cap, Some(20));
    }

    #[test]
    fn the_first_choice_is_the_default() {
        for words in choices().split(", ") {
            let first = words.split('|').next().unwrap();
            let mut quirks = Quirks::default();
            parse(first).unwrap().apply(&mut quirks);
            assert_eq!(quirks, Quirks::default(), "{first}");
        }
    }

    #[test]
    fn rejects_other_strings() {
        for text in ["", "count", "count=", "count=all", "counts=page", "page", "page-cap=0", "page-cap=N", "page-cap="]
        {
            assert!(parse(text).err().unwrap().contains("count=page|total"), "{text}");
        }
    }
}
