//! Names in the generated code.
//!
//! | Thing                      | In the spec       | In Rust                                   |
//! |----------------------------|-------------------|-------------------------------------------|
//! | client method              | `getBookLoans`    | `get_book_loans`                          |
//! | request struct             | `getBookLoans`    | `GetBookLoans`                            |
//! | operation static           | `getBookLoans`    | `GET_BOOK_LOANS`                          |
//! | model                      | `XMLBookRow`      | `XmlBookRow`                              |
//! | schema static              | `XMLBookRow`      | `XML_BOOK_ROW`                            |
//! | field, setter, argument    | `dueDate`         | `due_date`                                |
//! | enum variant               | `ON_HOLD`         | `OnHold`                                  |
//! | keyword                    | `type`, `gen`     | `r#type`, `r#gen`                         |
//! | keyword that cannot be raw | `self`            | `self_`                                   |
//! | used by generated code     | setter `send`     | `send_` (see the `RESERVED_...` lists)    |
//! | leading digit              | `2xlarge`         | `n2xlarge`, `N2xlarge`                    |
//! | minus before a digit       | `-1`              | `minus_1`, `Minus1`                       |
//! | empty name                 | empty             | `empty`, `Empty`                          |
//! | symbols and other scripts  | `<=`, `a°`        | `u003c_u003d`, `a_u00b0`                  |
//! | name that is taken         | `a_b` after `a-b` | `a_b_2`, `AB2`; after a digit: `a1_2`     |
//!
//! A name that is taken in its scope gets the next free number. Scopes are filled in the order of the spec, so an
//! addition at the end renames nothing.

use crate::diagnostic::Diagnostics;
use crate::safe_text::is_hostile;
use crate::tree::Place;
use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Strict and reserved keywords of edition 2024.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "Self", "static", "struct", "super", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords for which `r#` is not allowed.
const NEVER_RAW: &[&str] = &["crate", "self", "Self", "super"];

/// Methods of the hand-written client.
pub(crate) const RESERVED_METHODS: &[&str] = &[
    "builder",
    "clone",
    "credentials",
    "default",
    "endpoint",
    "fmt",
    "from",
    "from_env",
    "into",
    "new",
    "request",
    "try_into",
    "with",
];
/// Methods of generated request structs, and methods of operator traits.
pub(crate) const RESERVED_SETTERS: &[&str] = &[
    "add",
    "bitand",
    "bitor",
    "bitxor",
    "body",
    "clone",
    "div",
    "fmt",
    "into_request",
    "items",
    "mul",
    "new",
    "pages",
    "rem",
    "request",
    "resume",
    "send",
    "shl",
    "shr",
    "collect_stable",
    "start",
    "sub",
    "wait",
    "with",
];
/// Arguments of generated functions.
pub(crate) const RESERVED_ARGUMENTS: &[&str] = &["body", "client", "request"];
/// Methods and private fields of generated structs, and methods of operator traits.
pub(crate) const RESERVED_FIELDS: &[&str] = &[
    "add",
    "bitand",
    "bitor",
    "bitxor",
    "clone",
    "default",
    "div",
    "eq",
    "fmt",
    "mul",
    "new",
    "rem",
    "shl",
    "shr",
    "sub",
    "unknown_fields",
    "unknown_fields_mut",
    "with_unknown_field",
];
/// Variants of generated enums.
pub(crate) const RESERVED_VARIANTS: &[&str] = &["Other"];
/// Statics of the operations table.
pub(crate) const RESERVED_STATICS: &[&str] = &["EXAMPLES", "OPERATIONS", "SERVICE"];

/// Maximum length of a name, in characters.
pub(crate) const MAX_LENGTH: usize = 255;
/// Maximum length of a path, in bytes.
const MAX_PATH: usize = 2000;

/// Reports a name that is too long. Each use in the generated code repeats it.
pub(crate) fn check_length(word: &str, at: Place, diagnostics: &mut Diagnostics) {
    if word.chars().nth(MAX_LENGTH).is_some() {
        diagnostics.long_name(at, MAX_LENGTH);
    }
}

/// Reports a path that is too long to be sent.
pub(crate) fn check_path_length(path: &str, at: Place, diagnostics: &mut Diagnostics) {
    if path.len() > MAX_PATH {
        diagnostics.long_name(at, MAX_PATH);
    }
}

/// Reports a name of the API that is empty, has invisible characters, or is too long.
pub(crate) fn check_wire(word: &str, what: &str, at: Place, diagnostics: &mut Diagnostics) {
    if word.is_empty() || word.contains(is_hostile) {
        let shown: String = word.chars().take(MAX_LENGTH).collect();
        diagnostics.bad_name(at, what, &shown.escape_debug().to_string(), "one or more visible characters");
    }
    check_length(word, at, diagnostics);
}

/// An identifier in the generated code. Only this module creates it.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Name(String);

impl Name {
    /// Returns the identifier without `r#`.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the identifier with a number after it, in a form that the naming lints accept.
    fn numbered(&self, number: usize, case: Case) -> Self {
        let stem = self.0.trim_end_matches('_');
        let is_separated = case != Case::Camel || stem.ends_with(|last: char| last.is_ascii_digit());
        Self(format!("{stem}{}{number}", if is_separated { "_" } else { "" }))
    }

    /// Returns true if the identifier needs `r#`.
    pub(crate) fn is_raw(&self) -> bool {
        KEYWORDS.contains(&self.0.as_str())
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}{}", if self.is_raw() { "r#" } else { "" }, self.0)
    }
}

/// Case of a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Case {
    Snake,
    Camel,
    Shouty,
}

/// Returns the identifier for a word of the spec.
pub(crate) fn name(word: &str, case: Case, reserved: &[&str]) -> Name {
    let words = spelled_out(word);
    let cased = match case {
        Case::Snake => words.to_snake_case(),
        Case::Camel => words.to_upper_camel_case(),
        Case::Shouty => words.to_shouty_snake_case(),
    };
    let free = !NEVER_RAW.contains(&cased.as_str()) && !reserved.contains(&cased.as_str());
    Name(if free { cased } else { format!("{cased}_") })
}

/// Spells a word in ASCII letters, digits and separators. The first character is a letter.
fn spelled_out(word: &str) -> String {
    let mut out = String::new();
    let rest = match word.strip_prefix('-') {
        Some(rest) if rest.starts_with(|first: char| first.is_ascii_digit()) => {
            out.push_str("minus_");
            rest
        }
        _ => word,
    };
    let only_symbols = !rest.contains(|character: char| character.is_ascii_alphanumeric());
    for character in rest.chars() {
        match character {
            _ if character.is_ascii_alphanumeric() => out.push(character),
            '_' | '-' | ' ' | '.' | '/' | ':' if !only_symbols => out.push('_'),
            _ => drop(write!(out, "_u{:04x}_", u32::from(character))),
        }
    }
    match out.trim_start_matches('_').chars().next() {
        None => "empty".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("n{}", out.trim_start_matches('_')),
        Some(_) => out,
    }
}

/// A scope. Its names are unique.
#[derive(Debug)]
pub(crate) struct Scope {
    case: Case,
    what: &'static str,
    reserved: &'static [&'static str],
    taken: BTreeSet<Name>,
    /// Words that have names, with their positions.
    words: BTreeMap<String, Place>,
    /// Last number that was added to a name.
    numbers: BTreeMap<Name, usize>,
}

impl Scope {
    /// Creates an empty scope. `what` is the kind of its names in messages, in the singular.
    pub(crate) fn new(what: &'static str, case: Case, reserved: &'static [&'static str]) -> Self {
        let (taken, words, numbers) = Default::default();
        Self { case, what, reserved, taken, words, numbers }
    }

    /// Returns the name for a word. Reports a word that the scope already has.
    pub(crate) fn claim(&mut self, word: &str, at: Place, diagnostics: &mut Diagnostics) -> Name {
        if let Some(first) = self.words.get(word) {
            diagnostics.duplicate_name(at, self.what, word, *first);
            return name(word, self.case, self.reserved);
        }
        self.words.insert(word.to_owned(), at);
        self.claim_again(word, at, diagnostics)
    }

    /// Returns the name for a word that may be used several times in the scope, for different items.
    pub(crate) fn claim_again(&mut self, word: &str, at: Place, diagnostics: &mut Diagnostics) -> Name {
        let wanted = name(word, self.case, self.reserved);
        let mut name = wanted.clone();
        let mut number = self.numbers.get(&wanted).copied().unwrap_or(1);
        while self.taken.contains(&name) || self.reserved.contains(&name.as_str()) {
            number += 1;
            name = wanted.numbered(number, self.case);
        }
        if number > 1 {
            self.numbers.insert(wanted.clone(), number);
            diagnostics.numbered_name(at, self.what, word, wanted.as_str(), name.as_str());
        }
        self.taken.insert(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, snake: &str, camel: &str) {
        assert_eq!(name(word, Case::Snake, RESERVED_SETTERS).to_string(), snake, "{word}");
        assert_eq!(name(word, Case::Camel, RESERVED_VARIANTS).to_string(), camel, "{word}");
    }

    #[test]
    fn words_are_split_by_case() {
        check("bookLoanId", "book_loan_id", "BookLoanId");
        check("XMLBookRow", "xml_book_row", "XmlBookRow");
        check("ON_HOLD", "on_hold", "OnHold");
        check("x-api-key", "x_api_key", "XApiKey");
    }

    #[test]
    fn keywords_and_reserved_names_get_an_underscore() {
        check("type", "r#type", "Type");
        check("gen", "r#gen", "Gen");
        check("self", "self_", "Self_");
        check("send", "send_", "Send");
        check("other", "other", "Other_");
    }

    #[test]
    fn names_start_with_a_letter() {
        check("2xlarge", "n2xlarge", "N2xlarge");
        check("-1", "minus_1", "Minus1");
        check("", "empty", "Empty");
        check("<=", "u003c_u003d", "U003cU003d");
        check("__", "u005f_u005f", "U005fU005f");
        check("상태", "uc0c1_ud0dc", "Uc0c1Ud0dc");
    }

    #[test]
    fn taken_names_are_numbered_in_spec_order() {
        let names = |case, words: &[&str]| {
            let mut scope = Scope::new("field", case, RESERVED_FIELDS);
            let diagnostics = &mut Diagnostics::default();
            let names: Vec<String> =
                words.iter().map(|word| scope.claim(word, Place::default(), diagnostics).to_string()).collect();
            assert!(diagnostics.is_empty());
            names
        };
        let words = ["a-b", "a_b", "a_b_2", "aB", "self", "Self", "x1", "X1", "new", "New", "type", "Type"];
        let expected =
            ["a_b", "a_b_2", "a_b_2_2", "a_b_3", "self_", "self_2", "x1", "x1_2", "new_", "new_2", "r#type", "type_2"];
        assert_eq!(names(Case::Snake, &words), expected);
        // Later words do not rename earlier ones.
        (1..words.len()).for_each(|count| assert_eq!(names(Case::Snake, &words[..count]), expected[..count]));
        assert_eq!(names(Case::Camel, &["ok", "OK", "Ok", "a_1", "a1"]), ["Ok", "Ok2", "Ok3", "A1", "A1_2"]);
        assert_eq!(names(Case::Shouty, &["a1", "A1", "a-1"]), ["A1", "A1_2", "A_1"]);
    }

    #[test]
    fn every_name_is_an_identifier() {
        let words =
            ["", "-", "--1", "a b", "\u{202e}", "\0", "r#x", "😀", "_1", "9", "Ⅷ", "ß", "µ2", "fn", "static", "Self"];
        for word in words.iter().chain(KEYWORDS) {
            for case in [Case::Snake, Case::Camel, Case::Shouty] {
                let name = name(word, case, &[]).to_string();
                assert!(
                    syn::parse_str::<syn::Ident>(&name).is_ok() || syn::parse_str::<syn::Lit>(&name).is_err(),
                    "{word}"
                );
                assert!(syn::parse_str::<syn::ItemFn>(&format!("fn {name}() {{}}")).is_ok(), "{word}: {name}");
            }
        }
    }
}
