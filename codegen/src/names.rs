//! Every name of the generated code.
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
//! | taken by generated code    | setter `send`     | `send_` (see the `RESERVED_...` lists)    |
//! | digit first                | `2xlarge`         | `n2xlarge`, `N2xlarge`                    |
//! | sign before a digit        | `-1`              | `minus_1`, `Minus1`                       |
//! | nothing at all             | empty             | `empty`, `Empty`                          |
//! | symbols and other scripts  | `<=`, `a°`        | `u003c_u003d`, `a_u00b0`                  |
//!
//! Names that become equal are refused, and the message names both.

use crate::diagnostic::Diagnostics;
use crate::tree::Place;
use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use std::collections::BTreeMap;
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
    "from_env",
    "into",
    "new",
    "request",
    "try_into",
    "with",
];
/// Methods of generated request structs, and those by which operators are overloaded.
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
    "snapshot",
    "start",
    "sub",
    "wait",
    "with",
];
/// Arguments of generated functions.
pub(crate) const RESERVED_ARGUMENTS: &[&str] = &["body", "client", "request"];
/// Methods and private fields of generated structs, and the methods by which operators are overloaded.
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

/// An identifier of the generated code. Only this module makes one.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Name(String);

impl Name {
    /// The identifier without `r#`.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the identifier is written with `r#`.
    pub(crate) fn is_raw(&self) -> bool {
        KEYWORDS.contains(&self.0.as_str())
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}{}", if self.is_raw() { "r#" } else { "" }, self.0)
    }
}

/// How a name is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Case {
    Snake,
    Camel,
    Shouty,
}

/// The identifier of a word of the spec.
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

/// The word in ASCII letters, digits and separators, with a letter first.
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

/// The names of one scope; two words of the spec must not become one name.
#[derive(Debug)]
pub(crate) struct Scope {
    case: Case,
    what: &'static str,
    reserved: &'static [&'static str],
    taken: BTreeMap<Name, (String, Place)>,
}

impl Scope {
    /// An empty scope. `what` says in messages what its names are, in the plural.
    pub(crate) fn new(what: &'static str, case: Case, reserved: &'static [&'static str]) -> Self {
        Self { case, what, reserved, taken: BTreeMap::new() }
    }

    /// The name of a word; a problem if another word has it already.
    pub(crate) fn claim(&mut self, word: &str, at: Place, diagnostics: &mut Diagnostics) -> Name {
        let name = name(word, self.case, self.reserved);
        match self.taken.get(&name) {
            Some((other, first)) => diagnostics.same_name(at, self.what, word, other, *first, &name.to_string()),
            None => drop(self.taken.insert(name.clone(), (word.to_owned(), at))),
        }
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
    fn words_keep_their_parts() {
        check("bookLoanId", "book_loan_id", "BookLoanId");
        check("XMLBookRow", "xml_book_row", "XmlBookRow");
        check("ON_HOLD", "on_hold", "OnHold");
        check("x-api-key", "x_api_key", "XApiKey");
    }

    #[test]
    fn keywords_and_taken_names_are_moved_aside() {
        check("type", "r#type", "Type");
        check("gen", "r#gen", "Gen");
        check("self", "self_", "Self_");
        check("send", "send_", "Send");
        check("other", "other", "Other_");
    }

    #[test]
    fn odd_words_get_a_letter_first() {
        check("2xlarge", "n2xlarge", "N2xlarge");
        check("-1", "minus_1", "Minus1");
        check("", "empty", "Empty");
        check("<=", "u003c_u003d", "U003cU003d");
        check("__", "u005f_u005f", "U005fU005f");
        check("상태", "uc0c1_ud0dc", "Uc0c1Ud0dc");
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
