use super::{document, item};
use crate::body::parse_yaml;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

fn text(value: &Value) -> Result<String, String> {
    document(&value.to_string()).map_err(|error| format!("{error:?}"))
}

fn check(value: Value, expected: &str) {
    assert_eq!(text(&value).unwrap(), expected);
    assert_eq!(serde_yaml::from_str::<Value>(expected).unwrap(), value, "{expected}");
}

/// Strings that the resolvers of YAML 1.1 (yaml.org/type) read as other types; each type at least once.
#[test]
fn quotes_strings_that_yaml_1_1_reads_as_other_types() {
    for ambiguous in [
        "NO",
        "no",
        "on",
        "Off",
        "y",
        "N",
        "yes",
        "True",
        "null",
        "Null",
        "~",
        "<<",
        "=",
        "1",
        "-1",
        "+12",
        "007",
        "0o7",
        "0x1F",
        "0b1",
        "1_000",
        "1:30",
        "190:20:30",
        "1.0",
        "1.",
        ".5",
        "1e3",
        "6.8523015e+5",
        ".inf",
        "-.INF",
        ".NaN",
        "2025-03-21",
        "2025-03-21T11:12:54+09:00",
        "2025-03-21 11:12:54.9 Z",
        "1,000",
    ] {
        let text = text(&json!({ "v": ambiguous })).unwrap();
        assert_eq!(text, format!("v: '{ambiguous}'\n"));
    }
}

#[test]
fn quotes_keys_and_leaves_the_rest() {
    check(
        json!({"no": 1, "on": [], "id": "fKE22JFX4PAu", "n": null, "t": true}),
        "'no': 1\n'on': []\nid: fKE22JFX4PAu\n'n': null\nt: true\n",
    );
    check(
        json!([{"path": "bucket/a b:c", "text": "a: b", "lines": "a\nb\n"}]),
        "- path: bucket/a b:c\n  text: 'a: b'\n  lines: |\n    a\n    b\n",
    );
}

#[test]
fn numbers_keep_their_digits() {
    let json = r#"{"big":12345678901234567890123,"t":1.10,"l":[-0,1e3,-2.50E-7],"x":{"far":1e999},"s":"1.10"}"#;
    let expected = "big: 12345678901234567890123\nt: 1.10\nl:\n- -0\n- 1e3\n- -2.50E-7\nx:\n  far: 1e999\ns: '1.10'\n";
    assert_eq!(document(json).unwrap(), expected);
    assert_eq!(document("1.10").unwrap(), "1.10\n");
    assert_eq!(document(r#"{"a":1,"b":2,"a":3}"#).unwrap(), "b: 2\na: 3\n");
}

#[test]
fn odd_strings_and_nesting() {
    check(json!([[1, [2]], {"a": {"b": {}}}, [], "x"]), "- - 1\n  - - 2\n- a:\n    b: {}\n- []\n- x\n");
    check(json!({"a": [{"b": [1], "c": "d\ne"}]}), "a:\n- b:\n  - 1\n  c: |-\n    d\n    e\n");
    check(json!("\u{7f}\u{202e}\u{e0041}\"\\"), "\"\\u007f\\u202e\\U000e0041\\\"\\\\\"\n");
    check(
        json!({"it's": "- x", "": " ", "#": "a #b", "작업": "작업 1"}),
        "it's: '- x'\n'': ' '\n'#': 'a #b'\n작업: 작업 1\n",
    );
    assert_eq!(item(r#"{"a":1,"b":[2]}"#).unwrap(), "- a: 1\n  b:\n  - 2\n");
}

#[test]
fn long_keys_are_marked() {
    let value = json!({"k".repeat(2000): [{"a": 1}], "b": 2});
    assert_eq!(parse_yaml(&text(&value).unwrap()), Ok(value));
}

#[test]
fn depth_is_bounded() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(document(&nested(128)).is_ok() && document(&nested(200)).is_err());
}

fn strings() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("a"),
        Just(" "),
        Just("\n"),
        Just(":"),
        Just("#"),
        Just("-"),
        Just("'"),
        Just("\""),
        Just("\\"),
        Just("?"),
        Just("{"),
        Just("["),
        Just(","),
        Just("%"),
        Just("&"),
        Just("*"),
        Just("!"),
        Just("|"),
        Just(">"),
        Just("@"),
        Just("`"),
        Just("\t"),
        Just("\r"),
        Just("\u{85}"),
        Just("\u{2028}"),
        Just("\u{feff}"),
        Just("\u{a0}"),
        Just("작"),
        Just("1"),
        Just("."),
        Just("e"),
        Just("x"),
        Just("_"),
        Just("="),
        Just("~"),
        Just("<"),
        Just("NO"),
        Just("😀"),
        Just("\u{1b}"),
        Just("..."),
        Just("---"),
        Just("/"),
        Just("("),
    ];
    // The reader refuses a quoted merge key, which others read in different ways.
    prop::collection::vec(part, 0..6).prop_map(|parts| parts.concat()).prop_filter("a merge key", |text| text != "<<")
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![strings().prop_map(Value::from), Just(json!(1.5)), Just(Value::Null), Just(json!(true))];
    leaf.prop_recursive(4, 32, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((strings(), inner), 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Two readers of YAML 1.2 that are not ours. The values are the same in every run.
#[test]
fn other_readers_get_the_same_value() {
    let mut runner = TestRunner::deterministic();
    let outcome = runner.run(&values(), |value| {
        let yaml = text(&value).unwrap();
        prop_assert_eq!(parse_yaml(&yaml), Ok(value.clone()), "{}", yaml);
        prop_assert_eq!(serde_yaml::from_str::<Value>(&yaml).unwrap(), value, "{}", yaml);
        Ok(())
    });
    outcome.unwrap();
}
