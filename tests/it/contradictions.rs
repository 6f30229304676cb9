//! Contradictions of the vendor's pages, by their number in `docs/contradictions.md`. If data can show a contradiction,
//! a test checks that every interpretation works.
//!
//! Numbers without a test are only about descriptions: 11 (hints that swap IDs) and 19 (the title of `isValid`, whose
//! values are read in 10).

mod answers;
mod requests;
mod table;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeSet;

/// Returns the files of the spec.
const SPEC: [&str; 7] = [
    include_str!("../../spec/dataflow.yaml"),
    include_str!("../../spec/executions.yaml"),
    include_str!("../../spec/jobs.yaml"),
    include_str!("../../spec/nodes.yaml"),
    include_str!("../../spec/stats.yaml"),
    include_str!("../../spec/triggers.yaml"),
    include_str!("../../spec/workflows.yaml"),
];

/// Reads data, and checks that it is written back without loss.
fn check<T: DeserializeOwned + Serialize>(data: Value) -> T {
    let read: T = serde_json::from_value(data.clone()).unwrap_or_else(|error| panic!("{error}: {data}"));
    assert_eq!(serde_json::to_value(&read).unwrap(), data);
    read
}

/// Returns the numbers in the spec: `contradiction 5`, `contradictions 5 and 6`, `contradictions 5, 6 and 7`.
fn named() -> BTreeSet<usize> {
    let text = SPEC.concat().to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut numbers = BTreeSet::new();
    for (index, _) in words.iter().enumerate().filter(|(_, word)| word.contains("contradiction")) {
        for word in words.iter().skip(index + 1) {
            let digits = word.trim_end_matches([',', '.', ';', ':', ')']);
            match digits.parse() {
                Ok(number) => drop(numbers.insert(number)),
                Err(_) if *word == "and" => {}
                Err(_) => break,
            }
            // A comma or "and" continues the list.
            if word.ends_with(['.', ';', ':', ')']) {
                break;
            }
        }
    }
    numbers
}

#[test]
fn the_page_explains_every_contradiction() {
    let page = include_str!("../../docs/contradictions.md");
    for number in 1..=36 {
        assert!(page.contains(&format!("<a id=\"contradiction-{number}\"></a>")), "{number}");
        assert!(page.contains(&format!("\n### {number}. ")), "{number}");
    }
    assert_eq!(page.matches("**Client**: ").count(), 36);
}

#[test]
fn the_spec_names_every_contradiction() {
    assert_eq!(named(), (1..=36).collect::<BTreeSet<usize>>());
}
