//! `untyped-fields.md` lists exactly the public fields and variants that hold any JSON value.

use std::collections::BTreeSet;

const MODELS: &str = include_str!("../../generated/models.rs");
const REQUESTS: &str = include_str!("../../generated/requests.rs");
const PAGE: &str = include_str!("../../generated/untyped-fields.md");

/// Returns `Type::field` or `Type::Variant` for each field and variant of the models with the type `Value`.
fn places() -> BTreeSet<String> {
    let mut owner = "";
    let mut places = BTreeSet::new();
    for line in MODELS.lines() {
        let words: Vec<&str> = line.split([' ', ':', '(', '{']).collect();
        if let ["pub", "struct" | "enum", name, ..] = words[..] {
            owner = name;
        }
        let place = line.trim().trim_start_matches("pub ").trim_start_matches("r#");
        let (name, ty) = place.split_once([':', '(']).unwrap_or_default();
        let is_type = ty.ends_with("Value),") || ty.ends_with("Value,") || ty.contains("Value>");
        let is_member = line.starts_with("    ") && !line.starts_with("     ");
        if is_member && is_type && !line.contains("fn ") && name != "Other" {
            places.insert(format!("{owner}::{name}"));
        }
    }
    places
}

#[test]
fn the_page_lists_every_untyped_field() {
    let rows = PAGE.lines().filter_map(|line| line.strip_prefix("| `"));
    let listed: BTreeSet<String> = rows.map(|row| row.split('`').next().unwrap().to_owned()).collect();
    assert_eq!(listed, places());
    assert!(listed.contains("ParsedParameters::Object"), "{listed:?}");
}

#[test]
fn every_untyped_field_has_a_reason() {
    for row in PAGE.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
        assert!(matches!(cells[..], [_, _, reason] if reason.trim().len() > 10), "{row}");
    }
}

#[test]
fn requests_accept_a_value_only_for_listed_fields() {
    let takes = |line: &&str| line.contains("fn ") && line.contains("Value");
    for line in REQUESTS.lines().filter(takes) {
        let name = line.split_once("fn ").unwrap().1.split('(').next().unwrap();
        assert!(PAGE.contains(&format!("::{name}`")), "{line}");
    }
}
