//! YAML files: supported features, and errors with positions.

use crate::harness::{Folder, Session, sent};

/// Checks the body that is sent for a file.
#[track_caller]
fn check(yaml: &str, expected: &str) {
    check_bytes(yaml.as_bytes(), expected);
}

#[track_caller]
fn check_bytes(yaml: &[u8], expected: &str) {
    let folder = Folder::new("applied");
    let file = folder.file("job.yaml", yaml);
    assert_eq!(sent(&["job", "create", "-f", &file, "--allow-unknown", "--unchecked"]), expected);
}

/// Checks that a file is rejected with every flag, and how the message begins.
#[track_caller]
fn rejected(yaml: impl AsRef<[u8]>, expected: &str) {
    let folder = Folder::new("refusedYaml");
    let file = folder.file("job.yaml", yaml);
    // Without a server, sending would fail with another error.
    let outcome = Session::empty().run(&["job", "create", "-f", &file, "--allow-unknown", "--unchecked"]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    let message = folder.hidden(&outcome.err);
    let expected = format!("error: job.yaml:{expected}");
    assert!(message.starts_with(&expected), "expected {expected}\nbut found {message}");
    assert!(message.ends_with("hint: correct the file; nothing was sent\n"), "{message}");
}

#[test]
fn anchors_and_aliases_are_applied() {
    check(
        "a: &x {b: [1.10, &y z]}\nc: *x\nd: [*y, *y]\n",
        r#"{"a":{"b":[1.10,"z"]},"c":{"b":[1.10,"z"]},"d":["z","z"]}"#,
    );
    // An alias refers to the last anchor before it.
    check("a: &x 1\nb: *x\nc: &x 2\nd: *x\n", r#"{"a":1,"b":1,"c":2,"d":2}"#);
    check(
        "&k key: v\nb: *k\n*k : w\n".replace("*k : w", "c: {*k : w}").as_str(),
        r#"{"key":"v","b":"key","c":{"key":"w"}}"#,
    );
    rejected("a: *x\nb: &x 1\n", "1:4: unknown alias '*x': no anchor '&x' before it");
    rejected("a: &x {b: *x}\n", "1:11: the alias is inside its own anchor");
}

/// The examples of yaml.org/type/merge.html.
#[test]
fn merge_keys_are_applied() {
    let anchors = "[&CENTER { x: 1, y: 2 }, &LEFT { x: 0, y: 2 }, &BIG { r: 10 }, &SMALL { r: 1 }]";
    for (merge, expected) in [
        ("{ <<: *CENTER, r: 10, label: center/big }", r#"{"x":1,"y":2,"r":10,"label":"center/big"}"#),
        ("{ <<: [ *CENTER, *BIG ], label: center/big }", r#"{"x":1,"y":2,"r":10,"label":"center/big"}"#),
        ("{ <<: [ *BIG, *LEFT, *SMALL ], x: 1, label: l }", r#"{"r":10,"y":2,"x":1,"label":"l"}"#),
        ("{ x: 5, <<: *CENTER }", r#"{"x":5,"y":2}"#),
        ("{ !!merge <<: *BIG }", r#"{"r":10}"#),
        ("{ <<: { a: 1 } }", r#"{"a":1}"#),
    ] {
        let anchored = r#"{"a":[{"x":1,"y":2},{"x":0,"y":2},{"r":10},{"r":1}],"m":"#;
        check(&format!("a: {anchors}\nm: {merge}\n"), &format!("{anchored}{expected}}}"));
    }
    rejected("a: &x 1\nb:\n  <<: *x\n", "3:7: the merge key '<<' needs a mapping or a sequence of mappings");
    rejected("b:\n  <<:\n", "2:5: the merge key '<<' needs a mapping or a sequence of mappings");
    rejected("b:\n  <<: [{a: 1}, 2]\n", "2:17: the merge key '<<' needs a mapping or a sequence of mappings");
    rejected("b: {<<: {a: 1}, <<: {b: 2}}\n", "1:17: duplicate key '<<'");
}

/// A key `<<` is a merge key that a parser did not apply.
#[test]
fn a_merge_key_is_never_sent() {
    rejected("b: {'<<': {a: 1}}\n", "1:5: the key '<<' is a merge key");
    rejected("b: {!!str <<: {a: 1}}\n", "1:11: the key '<<' is a merge key");
}

#[test]
fn standard_tags_of_scalars_are_applied() {
    check(
        "a: !!str 1.10\nb: !!int \"3\"\nc: !!float 3\nd: !!bool true\ne: !!null ''\nf: ! 12\ng: !!str\nh: !<tag:yaml.org,2002:str> no\n",
        r#"{"a":"1.10","b":3,"c":3,"d":true,"e":null,"f":"12","g":"","h":"no"}"#,
    );
    check("a: !!map {b: !!seq [1]}\n!!str 1: x\n", r#"{"a":{"b":[1]},"1":"x"}"#);
    check("%TAG !y! tag:yaml.org,2002:\n---\na: !y!str 1\n", r#"{"a":"1"}"#);
}

#[test]
fn other_tags_are_rejected_by_name() {
    rejected(
        "a: !!binary aGVsbG8=\n",
        "1:13: the tag !!binary is not supported, as JSON has no bytes; write the string",
    );
    rejected("a: !!timestamp 2025-01-01\n", "1:16: the tag !!timestamp is not supported; write the value");
    rejected("a: !custom x\n", "1:12: the tag !custom is not supported; write the value itself");
    rejected("a: !include job.yaml\n", "1:13: the tag !include is not supported");
    rejected("a: !Ref {b: c}\n", "1:9: the tag !Ref is not supported");
    rejected("a: !!set {b, c}\n", "1:10: the tag !!set is not supported");
    rejected("a: !!omap [b: c]\n", "1:11: the tag !!omap is not supported");
    rejected("a: !!str [b]\n", "1:10: the tag !!str is not supported");
    rejected("!custom a: 1\n", "1:9: the tag !custom is not supported");
    rejected("a: !!int 1.5\n", "1:10: '1.5' is not a value of the tag !!int");
    rejected("a: !!int many\n", "1:10: 'many' is not a value of the tag !!int");
    rejected("a: !!bool yes\n", "1:11: 'yes' is not a value of the tag !!bool");
}

/// These words are strings in the core schema of YAML 1.2.
#[test]
fn words_of_yaml_1_1_are_strings() {
    check(
        "a: no\nb: on\nc: Yes\nd: 2025-01-01\ne: 1:30\nf: 1_000\ng: 0b1\nh: 2025-03-21T11:12:54Z\ni: y\nj: =\n",
        r#"{"a":"no","b":"on","c":"Yes","d":"2025-01-01","e":"1:30","f":"1_000","g":"0b1","h":"2025-03-21T11:12:54Z","i":"y","j":"="}"#,
    );
    check(
        "a:\nb: ~\nc: null\nd: NULL\ne: ''\nf: {g}\n",
        r#"{"a":null,"b":null,"c":null,"d":null,"e":"","f":{"g":null}}"#,
    );
    check("a: True\nb: FALSE\nc: tRue\n", r#"{"a":true,"b":false,"c":"tRue"}"#);
}

#[test]
fn keys_are_strings_as_written() {
    check(
        "1: a\n1.10: b\ntrue: c\nno: d\n012: e\n0x1F: f\n'': g\n",
        r#"{"1":"a","1.10":"b","true":"c","no":"d","012":"e","0x1F":"f","":"g"}"#,
    );
    rejected("1: a\n\"1\": b\n", "2:1: duplicate key '1'");
    rejected("a: {b: {c: 1, d: 2, c: 3}}\n", "1:21: duplicate key 'c'");
    rejected("? [a, b]\n: c\n", "1:3: expected a string as key but found a list");
    rejected("name: {{ job }}\n", "1:8: expected a string as key but found a mapping; quote strings");
    rejected("{'a': 'b', // c\n}\n", "1:12: '// c' looks like a comment");
    rejected("~: a\n", "1:1: expected a string as key but found null");
    rejected(": a\n", "1:1: expected a string as key but found null");
}

#[test]
fn only_one_document_is_accepted() {
    check("---\na: 1\n...\n", r#"{"a":1}"#);
    check("%YAML 1.2\n---\na: 1\n", r#"{"a":1}"#);
    check("# c\n\n--- # d\na: 1 # e\n", r#"{"a":1}"#);
    rejected("a: 1\n---\nb: 2\n", "2:1: the file has a second document");
    rejected("a: 1\n---\n", "2:1: the file has a second document");
    rejected("a: 1\n...\n---\nb: 2\n", "3:1: the file has a second document");
    rejected("%YAML 1.1\n---\na: yes\n", "2:1: %YAML 1.1 is not supported");
    rejected("%YAML 2.0\n---\na: yes\n", "");
}

#[test]
fn block_scalars_quotes_and_folding_are_applied() {
    check(
        "a: |\n  x\n   y\n\nb: >-\n  x\n  y\n\n  z\nc: |+\n  x\n\nd: \"\\x41\\u00e9\\n\"\ne: 'it''s'\nf: x\n  y\n",
        "{\"a\":\"x\\n y\\n\",\"b\":\"x y\\nz\",\"c\":\"x\\n\\n\",\"d\":\"Aé\\n\",\"e\":\"it's\",\"f\":\"x y\"}",
    );
    check("a: |\r\n  x\r\n  y\r\nb: 1\r\n", "{\"a\":\"x\\ny\\n\",\"b\":1}");
}

/// libyaml gives the same results.
#[test]
fn block_scalars_get_no_extra_line_break() {
    check("a: |\n  x", r#"{"a":"x"}"#);
    check("a: |+\n  x", r#"{"a":"x"}"#);
    check("a: |-\n  x", r#"{"a":"x"}"#);
    check("a: >\n  x\n   y", r#"{"a":"x\n y"}"#);
    check("a: |\r\n  é", r#"{"a":"é"}"#);
    check("a: |\n  x\n  # y", r##"{"a":"x\n# y"}"##);
    check("a: |\n  x\n# y", r#"{"a":"x\n"}"#);
    check("a: |\n  x\n  ", r#"{"a":"x\n"}"#);
    check("a: |+\n  x\n\n  ", r#"{"a":"x\n\n"}"#);
    check("a: &x |\n  x\nb: *x", r#"{"a":"x\n","b":"x\n"}"#);
}

#[test]
fn tabs_and_encodings() {
    check("a:\t1\nb: [1,\t2]\nc: \"\t\"\n", r#"{"a":1,"b":[1,2],"c":"\t"}"#);
    rejected("a:\n\tb: 1\n", "2:");
    check_bytes("\u{feff}a: é\n".as_bytes(), r#"{"a":"é"}"#);
    let utf16 = |order: fn(u16) -> [u8; 2], text: &str| text.encode_utf16().flat_map(order).collect::<Vec<_>>();
    for text in ["\u{feff}a: 1\n", "a: 1\n", "\u{feff}{\"a\": 1}"] {
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            rejected(utf16(order, text), "1:1: expected text in UTF-8 but found UTF-16; save the file as UTF-8");
        }
    }
    rejected(b"a: b\nc: \xff\n", "2:4: expected text in UTF-8 but found other bytes");
    rejected("a: \u{0}\n", "1:4: ");
}

#[test]
fn small_files_cannot_use_much_memory() {
    rejected("[".repeat(100_000).replacen('[', "a: [", 1), "1:");
    rejected("- ".repeat(100_000), "1:");
    let mut bomb = String::from("a0: &a0 [x]\n");
    for level in 1..30 {
        bomb.push_str(&format!("a{level}: &a{level} [*a{0}, *a{0}]\n", level - 1));
    }
    rejected(&bomb, "");
    let mut tower = String::from("a0: &a0 [x]\n");
    for level in 1..200 {
        tower.push_str(&format!("a{level}: &a{level} [*a{}]\n", level - 1));
    }
    rejected(&tower, "");
    let wide = format!("a: &a {}\nb: [{}]\n", "x".repeat(100_000), "*a, ".repeat(1000));
    rejected(&wide, "");
}

/// A key that only defines an anchor must not be sent.
#[test]
fn hints_never_suggest_sending_anchor_keys() {
    let folder = Folder::new("anchorKeys");
    let file =
        folder.file("job.yaml", "x-common: &c {numWorker: 3}\nname: nightly\ntype: VISUAL\njobCondition: {<<: *c}\n");
    let outcome = Session::empty().run(&["job", "create", "-f", &file]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    assert!(outcome.err.contains("x-common: unknown field\n"), "{}", outcome.err);
    assert!(outcome.err.contains("define anchors where their value is first used"), "{}", outcome.err);
    assert!(!outcome.err.contains("--allow-unknown"), "{}", outcome.err);
    // The hint suggests this.
    let yaml = "name: nightly\ntype: VISUAL\njobCondition: {numWorker: 3, parameters: {a: &p b, c: *p}}\n";
    let file = folder.file("job.yaml", yaml);
    let expected =
        r#"{"name":"nightly","type":"VISUAL","jobCondition":{"numWorker":3,"parameters":{"a":"b","c":"b"}}}"#;
    assert_eq!(sent(&["job", "create", "-f", &file]), expected);
}

#[test]
fn invalid_json_is_not_read_as_yaml() {
    for (json, place) in [
        ("{\"a\": 1, // one\n \"b\": 2}", "1:10: not JSON: comments are not allowed"),
        ("// one\n{\"a\": 1}", "1:1: not JSON: comments are not allowed"),
        ("{ /* one */ \"a\": 1}", "1:3: not JSON: comments are not allowed"),
        ("{\"a\": 1,\n # one\n \"b\": 2}", "2:2: not JSON: comments are not allowed"),
        ("{\"a\": 1,}", "1:9: not JSON: trailing comma"),
        ("[1, 2,]", "1:7: not JSON: trailing comma"),
        ("{\"a\": 012}", "1:8: not JSON: invalid number"),
        ("{\"a\": NaN}", "1:7: not JSON: expected value"),
        ("{\"a\": .5}", "1:7: not JSON: expected value"),
        ("{\"a\": 1}\n{\"a\": 2}", "2:1: not JSON: trailing characters"),
        ("{\"é\": x}", "1:7: not JSON: expected value"),
        ("{\"a\": {\"b\": [{\"c\": 1, \"c\": 2}]}}", "1:23: duplicate key 'c'"),
        ("{\"a\": \"\\ud800\"}", "1:"),
    ] {
        rejected(json, place);
    }
}
