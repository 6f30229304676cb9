//! Accepted specs, rejected specs with their errors, and notices.

use crate::{FOOT, generated, source};
use ncloud_codegen::{Source, generate};
use std::collections::BTreeMap;

/// Returns an operation with more keys and these responses.
fn operation(path: &str, id: &str, more: &str, responses: &str) -> String {
    format!(
        "  {path}:
    get:
      operationId: {id}
      summary: Gets
      x-source: {{ page: p, date: 2025-01-02, revision: R1 }}
      x-idempotent: true
      x-cli: {{ noun: thing, verb: {} }}
{more}      responses: {{ {responses} }}
",
        id.to_lowercase()
    )
}

const DONE: &str = "'204': { description: Done. }";

fn path_parameters(names: &[&str]) -> String {
    let names =
        names.iter().map(|name| format!("{{ name: {name}, in: path, required: true, schema: {{ type: string }} }}"));
    format!("      parameters: [{}]\n", names.collect::<Vec<_>>().join(", "))
}

fn problems(source: &Source) -> Vec<String> {
    match generate(source) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.summaries().collect(),
    }
}

fn notices(source: &Source) -> Vec<String> {
    generate(source).unwrap_or_else(|problems| panic!("{problems}")).notices.summaries().collect()
}

/// Returns a spec whose only response has these properties.
fn properties(properties: &str) -> Source {
    let answer =
        "'200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/S' } } } }";
    source(&format!(
        "paths:\n{}components:\n  schemas:\n    S: {{ type: object, x-source: {{ page: p, date: 2025-01-02, revision: R1 }}, properties: {{ {properties} }} }}\n",
        operation("/a", "getA", "", answer)
    ))
}

#[test]
fn only_referenced_files_are_part_of_the_spec() {
    let answer = |file: &str| {
        format!(
            "'200': {{ description: d, content: {{ application/json: {{ schema: {{ $ref: '{file}#/components/schemas/S' }} }} }} }}"
        )
    };
    let text = format!("paths:\n{}", operation("/a", "getA", "", &answer("parts/s.yaml")));
    let schema = |next: &str| {
        format!(
            "components:\n  schemas:\n    S: {{ type: object, x-source: {{ page: p, date: 2025-01-02, revision: R1 }}, properties: {{ a: {next} }} }}\n"
        )
    };
    let mut source = source(&text);
    source.files.insert("parts/s.yaml".to_owned(), schema("{ $ref: 't.json#/components/schemas/S' }"));
    source.files.insert("t.json".to_owned(), "{\n\t\"components\":\t{ \"schemas\": { \"S\": { \"type\": \"string\", \"x-source\": { \"page\": \"p\", \"date\": \"2025-01-02\", \"revision\": \"R1\" }, \"enum\": [\"A\"] } } } }".to_owned());
    source.files.insert("docker-compose.yaml".to_owned(), "services: {}\n".to_owned());
    source.files.insert("broken.yml".to_owned(), "a: [".to_owned());
    let files = generated(&source);
    assert!(files["models.rs"].contains("pub struct S {") && files["models.rs"].contains("pub enum S2 {"));
    source.files.insert("parts/s.yaml".to_owned(), schema("{ $ref: 'broken.yml#/components/schemas/S' }"));
    assert!(problems(&source)[0].starts_with("spec/broken.yml:1:"));
}

#[test]
fn tabs_between_the_values_of_a_json_spec_are_accepted() {
    let from = "\"x-source\":\t{ \"page\": \"p\", \"date\": \"2025-01-02\", \"revision\": \"R1\" }";
    let text = format!(
        "{{\n\t\"openapi\":\t\"3.1.0\",\n\t\"info\": {{ \"title\": \"T \\\" t\", \"version\": \"v1\" }},\n\t\"servers\": [{{ \"url\": \"https://a.example.com\" }}],\n\
         \t\"x-endpoint-variable\": \"A\",\n\t\"paths\": {{ \"/a\": {{ \"get\": {{ \"operationId\": \"getA\", \"summary\": \"Gets\", {from}, \"x-idempotent\": true, \
         \"x-cli\": {{ \"noun\": \"a\", \"verb\": \"get\" }},\t\"responses\": {{ \"204\": {{ \"description\": \"d\" }} }} }} }} }}\n}}\n"
    );
    for name in ["spec/service.json", "spec/service.yaml"] {
        let source =
            Source { name: name.to_owned(), text: text.clone(), files: BTreeMap::new(), crate_name: "a".to_owned() };
        assert!(generated(&source)["client.rs"].contains("pub fn get_a"), "{name}");
    }
    let text = text.replace("T \\\"", "T\t");
    let source =
        Source { name: "spec/service.json".to_owned(), text, files: BTreeMap::new(), crate_name: "a".to_owned() };
    assert!(problems(&source)[0].contains(":3:23: tabs are not accepted"), "{:?}", problems(&source));
}

#[test]
fn error_bodies_may_use_unsupported_keys() {
    let text = format!(
        "paths:\n{}{}components:
  responses:
    Bad: {{ description: d, headers: {{ X: {{ schema: {{ type: string }} }} }}, content: {{ text/html: {{ schema: {{ $ref: '#/components/schemas/Problem' }} }} }} }}
  schemas:
    Problem: {{ anyOf: [{{ $ref: '#/components/schemas/Detail' }}, {{ type: nonsense }}] }}
    Detail: {{ allOf: [] }}
    S: {{ type: object, x-source: {{ page: p, date: 2025-01-02, revision: R1 }}, properties: {{ a: {{ type: string }} }} }}
",
        operation("/a", "getA", "", &format!("{DONE}, '400': {{ $ref: '#/components/responses/Bad' }}, '500': {{ content: nonsense }}")),
        operation("/b", "getB", "", "'200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/S' } } } }"),
    );
    let files = generated(&source(&text));
    assert!(files["operations.rs"].contains("&[400, 500]"));
    assert!(!files["models.rs"].contains("Problem") && !files["models.rs"].contains("Detail"));
    // A schema that a success response also uses must be supported.
    let read = text.replace("a: { type: string }", "a: { $ref: '#/components/schemas/Detail' }");
    assert!(problems(&source(&read)).iter().any(|problem| problem.contains("'allOf' is not supported")));
    // A missing response is still an error, and a component without references is still unused.
    let lost = text.replace("responses/Bad'", "responses/Lost'");
    assert!(problems(&source(&lost))[0].contains("nothing is defined at '#/components/responses/Lost'"));
    let unused = text
        + "    T: { type: object, x-source: { page: p, date: 2025-01-02, revision: R1 }, properties: { b: { type: string } } }\n";
    assert!(
        problems(&source(&unused)).iter().any(|problem| problem.contains("'T' in components/schemas is unused")),
        "{:?}",
        problems(&source(&unused))
    );
}

#[test]
fn unsupported_security_schemes_are_rejected() {
    let schemes = [
        ("{ type: apiKey, in: header, name: X-API-Key }", "requires header 'X-API-Key'"),
        ("{ type: apiKey, in: query, name: x-ncp-iam-access-key }", "requires an API key in 'query'"),
        ("{ type: apiKey, in: cookie, name: session }", "requires an API key in 'cookie'"),
        ("{ type: http, scheme: bearer, bearerFormat: JWT }", "requires HTTP authentication 'bearer'"),
        ("{ type: oauth2, flows: {} }", "requires 'oauth2'"),
        ("{ type: openIdConnect, openIdConnectUrl: 'https://a.example.com' }", "requires 'openIdConnect'"),
        ("{ type: mutualTLS }", "requires 'mutualTLS'"),
    ];
    let spec = |root: &str, own: &str, scheme: &str| {
        source(&format!(
            "{root}paths:\n{}components:\n  securitySchemes:\n    mine: {scheme}\n",
            operation("/a", "getA", own, DONE)
        ))
    };
    for (scheme, expected) in schemes {
        let root = problems(&spec("security: [{ mine: [] }]\n", "", scheme));
        assert!(root.len() == 1 && root[0].starts_with("spec/library.yaml:1:14: security scheme 'mine'"), "{root:?}");
        assert!(root[0].contains(expected), "{root:?}");
        let own = problems(&spec("", "      security: [{ mine: [] }]\n", scheme));
        assert!(
            own[0].starts_with("spec/library.yaml:9:20: security scheme 'mine'") && own[0].contains(expected),
            "{own:?}"
        );
    }
    let signature = "{ type: apiKey, in: header, name: X-NCP-apigw-signature-v2 }";
    assert_eq!(problems(&spec("security: [{ mine: [] }]\n", "", signature)), [""; 0]);
    for nothing in ["[]", "[{}]"] {
        let own = problems(&spec("security: [{ mine: [] }]\n", &format!("      security: {nothing}\n"), signature));
        assert!(own[0].starts_with("spec/library.yaml:10:17: no security scheme is required here"), "{own:?}");
        let root = problems(&source(&format!("security: {nothing}\npaths:\n{}", operation("/a", "getA", "", DONE))));
        assert!(root[0].starts_with("spec/library.yaml:1:11: no security scheme is required here"), "{root:?}");
    }
}

#[test]
fn signature_headers_match_the_runtime() {
    use ncloud_runtime::sign::{ACCESS_KEY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER};
    for header in [ACCESS_KEY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER] {
        let scheme = format!("{{ type: apiKey, in: header, name: {header} }}");
        let text = format!(
            "security: [{{ mine: [] }}]\npaths: {{}}\ncomponents: {{ securitySchemes: {{ mine: {scheme} }} }}\n"
        );
        assert_eq!(problems(&source(&text)), [""; 0]);
    }
}

#[test]
fn ambiguous_paths_are_rejected() {
    let one = |path: &str, names: &[&str]| {
        problems(&source(&format!("paths:\n{}", operation(path, "getA", &path_parameters(names), DONE))))
    };
    for (path, names) in [
        ("/a/{x}{y}", &["x", "y"][..]),
        ("/a/{x}-{y}", &["x", "y"]),
        ("/a/{x}-{x}", &["x"]),
        ("/a/v{x}", &["x"]),
        ("/a/{x}.json", &["x"]),
    ] {
        let messages = one(path, names);
        assert!(
            messages[0].starts_with("spec/library.yaml:2:3: segment '") && messages[0].contains("combines a parameter"),
            "{messages:?}"
        );
    }
    for path in ["/a/{x", "/a/x}", "/a/{}", "/a/{{x}}", "/a/}x{", "a/{x}", "/a/{x}}"] {
        assert!(one(path, &["x"])[0].starts_with("spec/library.yaml:2:3: path '"), "{path}: {:?}", one(path, &["x"]));
    }
    assert!(one("/a/{x}/b/{x}", &["x"]).iter().any(|message| message.contains("duplicate parameter 'x'")));
    assert!(one("/a/../b", &[])[0].contains("resolve the segment '..' to another path"));
    let two = |first: (&str, &[&str]), second: (&str, &[&str])| {
        let [first, second] = [(first, "getA"), (second, "getB")]
            .map(|((path, names), id)| operation(path, id, &path_parameters(names), DONE));
        problems(&source(&format!("paths:\n{first}{second}")))
    };
    let messages = two(("/a/{x}/b", &["x"]), ("/a/c/{y}", &["y"]));
    assert!(
        messages[0].starts_with("spec/library.yaml:13:20: a request can match both '/a/c/{y}' and '/a/{x}/b'"),
        "{messages:?}"
    );
    assert!(two(("/a/{x}/b/{z}", &["x", "z"]), ("/{y}/c/b/{z}", &["y", "z"]))[0].contains("a request can match both"));
    // In OpenAPI, a path without a parameter is more specific.
    assert_eq!(two(("/a/{x}", &["x"]), ("/a/b", &[])), [""; 0]);
    assert_eq!(two(("/a/{x}/b", &["x"]), ("/a/{y}/c", &["y"])), [""; 0]);
}

#[test]
fn misleading_names_are_rejected_with_their_position() {
    for name in ["a<b>", "a;b", "a b", "\"a\"", "상태", "a\\u202eb", ""] {
        let text = format!(
            "paths:\n{}components:\n  schemas:\n    \"{}\": {{ type: object, x-source: {{ page: p, date: 2025-01-02, revision: R1 }}, properties: {{ a: {{ type: string }} }} }}\n",
            operation("/a", "getA", "", DONE),
            name.replace('"', "\\\"")
        );
        let messages = problems(&source(&text));
        assert!(
            messages[0].starts_with("spec/library.yaml:12:5: '")
                && messages[0].contains("is not a valid name of a component"),
            "{messages:?}"
        );
    }
    for (what, text) in [
        ("field", "paths: {}\ncomponents:\n  schemas:\n    S: { type: object, x-source: { page: p, date: 2025-01-02, revision: R1 }, properties: { \"a\\u202eb\": { type: string } } }\n".to_owned()),
        ("operation", format!("paths:\n{}", operation("/a", "'get<A>'", "", DONE).replace("verb: 'get<a>'", "verb: get"))),
        ("parameter", format!("paths:\n{}", operation("/a", "getA", "      parameters: [{ name: \"a\\0\", in: query, schema: { type: string } }]\n", DONE))),
    ] {
        let messages = problems(&source(&text));
        assert!(messages.iter().any(|message| message.contains(&format!("is not a valid name of a {what}"))), "{what}: {messages:?}");
    }
    let long = properties(&format!("{}: {{ type: string }}", "a".repeat(256)));
    assert!(problems(&long)[0].contains("name is longer than 255 characters"));
    assert_eq!(problems(&properties(&format!("{}: {{ type: string }}", "a".repeat(255)))), [""; 0]);
}

#[test]
fn built_in_nouns_and_verbs_are_rejected() {
    for (noun, verb, expected) in [
        ("emulator", "get", "noun 'emulator'"),
        ("completion", "get", "noun 'completion'"),
        ("help", "get", "noun 'help'"),
        ("thing", "help", "verb 'help'"),
    ] {
        let text = operation("/a", "getA", "", DONE)
            .replace("noun: thing, verb: geta", &format!("noun: {noun}, verb: {verb}"));
        let problems = problems(&source(&format!("paths:\n{text}")));
        assert!(problems[0].starts_with("spec/library.yaml:8:14: ") && problems[0].contains(expected), "{problems:?}");
    }
}

#[test]
fn the_first_hundred_problems_are_listed() {
    let many: Vec<String> =
        (0..250).map(|number| format!("a{number}: {{ type: string, nosuch: 1, $ref: '#/x' }}")).collect();
    let problems = generate(&properties(&many.join(", "))).unwrap_err();
    assert_eq!((problems.list().len(), problems.count() > 250), (100, true));
    let last = problems.to_string().lines().last().unwrap().to_owned();
    assert!(
        last.starts_with(&format!("{} more of {}, not shown: ", problems.count() - 100, problems.count())),
        "{last}"
    );
    assert!(last.contains(" bad-reference"), "{last}");
    assert_eq!(problems.summaries().count(), 101);
}

#[test]
fn keys_are_used_or_reported() {
    let models =
        |text: &str| generated(&properties(text))["schemas.rs"].split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(models("a: { type: integer, format: int32 }").contains("minimum: Some(-2147483648)"));
    assert!(
        models("a: { type: integer, format: int32, minimum: 1, maximum: 9000000000 }")
            .contains("minimum: Some(1), maximum: Some(2147483647)")
    );
    assert!(
        models("a: { type: number, minimum: -0.5, maximum: 7 }").contains("minimum: Some(-0.5), maximum: Some(7.0)")
    );
    let notice = |text: &str| notices(&properties(text));
    for format in ["uuid", "email", "byte", "date"] {
        assert!(
            notice(&format!("a: {{ type: string, format: {format} }}"))[0]
                .contains(&format!("format '{format}' is not checked"))
        );
    }
    assert!(notice("a: { type: number, format: float }")[0].contains("'float'"));
    assert!(notice("a: { type: array, items: { type: string, default: x } }")[0].contains("'default' has no effect"));
    assert!(notice("a: { type: array, items: { type: string }, example: [x] }")[0].contains("'example' has no effect"));
    assert_eq!(notice("a: { type: string, example: x }, b: { type: [integer, 'null'], example: null }"), [""; 0]);
    for (wrong, expected) in [
        ("a: { type: string, format: dat-time }", "format 'dat-time' is not supported"),
        ("a: { type: integer, format: int32, default: 2147483648 }", "does not match its schema"),
        ("a: { type: number, maximum: 1, example: 2 }", "does not match its schema"),
        ("a: { type: number, minimum: .inf }", "expected a finite number"),
        ("a: { type: number, minimum: 2, maximum: 1 }", "minimum 2 is greater than maximum 1"),
        ("a: { type: string, contentEncoding: base64 }", "unknown key 'contentEncoding'"),
    ] {
        let problems = problems(&properties(wrong));
        assert!(problems.iter().any(|problem| problem.contains(expected)), "{wrong}: {problems:?}");
    }
    // The documented example of a call shows the example.
    let text = operation(
        "/a",
        "getA",
        "      parameters: [{ name: x, in: query, required: true, schema: { type: string, example: shown } }]\n",
        DONE,
    );
    assert!(generated(&source(&format!("paths:\n{text}")))["client.rs"].contains("client.get_a(\"shown\")"));
}

#[test]
fn the_reference_has_one_table_per_schema() {
    // Each of nine schemas refers to the next eight. Expanded, they would be millions of rows.
    let schemas: String = (0..9)
        .map(|number| {
            let fields = (1..9).map(|step| format!("f{step}: {{ $ref: '#/components/schemas/S{}' }}", (number + step) % 9));
            format!("    S{number}: {{ type: object, x-source: {{ page: p, date: 2025-01-02, revision: R1 }}, properties: {{ {} }} }}\n", fields.collect::<Vec<_>>().join(", "))
        })
        .collect();
    let answer =
        "'200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/S0' } } } }";
    let text = format!("paths:\n{}components:\n  schemas:\n{schemas}{FOOT}", operation("/a", "getA", "", answer));
    let page = &generated(&Source { text, ..source("") })["reference.md"];
    assert_eq!(page.matches("### Schema `S").count(), 9);
    assert_eq!(page.matches("| [`S3`](#schema-s3) |").count(), 8);
}
