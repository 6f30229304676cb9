//! A table of another service: the emulator depends on no path or field of Data Flow.

use crate::wire::{Raw, builder, start};
use ncloud_dataflow::operations::GET_JOBS;
use ncloud_dataflow_emulator::Emulator;
use ncloud_runtime::operation::{Body, Command, Example, Method, Operation, Paging, Parameter, Place, Role, Source};
use ncloud_runtime::schema::{Field, Schema, Shape};
use serde_json::json;

const fn schema(shape: Shape) -> Schema {
    Schema::unnamed(shape)
}

const fn field(name: &'static str, schema: &'static Schema) -> Field {
    Field::required(name, schema, "")
}

const fn text(values: &'static [&'static str]) -> Shape {
    Shape::one_of_values(values, &[])
}

const fn parameter(name: &'static str, place: Place, required: bool, schema: &'static Schema) -> Parameter {
    Parameter { name, place, required, schema, default: None, resolve: None, range_end: None, description: "" }
}

static TEXT: Schema = schema(text(&[]));
static COLOUR: Schema = schema(text(&["red", "green"]));
static NUMBER: Schema = schema(Shape::Integer { minimum: Some(1), maximum: None });
static TREE: Schema =
    schema(Shape::Object { fields: &[field("tree", &NUMBER), field("garden", &TEXT), field("colour", &COLOUR)] });
static TREES: Schema = schema(Shape::Object {
    fields: &[field("trees", &FOREST), field("sheet", &NUMBER), field("size", &NUMBER), field("here", &NUMBER)],
});
static FOREST: Schema = schema(Shape::Array { items: &TREE });

const PLAIN: Operation = Operation {
    id: "",
    method: Method::Get,
    path: "",
    parameters: &[],
    body: None,
    success: &[200],
    error_statuses: &[],
    response: None,
    idempotent: true,
    paging: None,
    wait: None,
    command: Command { noun: "tree", verb: "list", rows: None, columns: &[], name: None },
    summary: "",
    description: "",
    source: Source { page: "", date: "", revision: "" },
};

static LIST: Operation = Operation {
    id: "listTrees",
    path: "/gardens/{garden}/trees",
    parameters: &[
        parameter("garden", Place::Path, true, &TEXT),
        parameter("sheet", Place::Query, false, &NUMBER),
        parameter("size", Place::Query, false, &NUMBER),
    ],
    response: Some(&TREES),
    paging: Some(Paging { page: "sheet", limit: "size", first: 1, default_limit: 2, items: "trees", key: "tree" }),
    ..PLAIN
};
static READ: Operation = Operation {
    id: "readTree",
    path: "/trees/{tree}",
    parameters: &[parameter("tree", Place::Path, true, &NUMBER)],
    response: Some(&TREE),
    ..PLAIN
};
static CENSUS: Operation = Operation {
    id: "census",
    path: "/trees/census",
    parameters: &[parameter("year", Place::Query, true, &NUMBER)],
    response: Some(&NUMBER),
    ..PLAIN
};
static PLANT: Operation = Operation {
    id: "plant",
    method: Method::Post,
    path: "/trees/{tree}",
    parameters: &[parameter("tree", Place::Path, true, &NUMBER)],
    body: Some(Body { required: true, schema: &TREE }),
    success: &[202],
    error_statuses: &[],
    response: Some(&TREE),
    ..PLAIN
};
static FELL: Operation = Operation {
    id: "fell",
    method: Method::Delete,
    path: "/trees/{tree}",
    parameters: &[parameter("tree", Place::Path, true, &NUMBER)],
    success: &[204],
    error_statuses: &[],
    ..PLAIN
};

static OPERATIONS: &[&Operation] = &[&LIST, &READ, &CENSUS, &PLANT, &FELL];
static EXAMPLES: &[Example] = &[
    Example { operation: "census", role: Role::Response, file: "", text: "7" },
    Example { operation: "plant", role: Role::Request, file: "", text: "{}" },
];

async fn garden() -> Emulator {
    start(builder().table(OPERATIONS, EXAMPLES)).await
}

#[tokio::test]
async fn operation_without_example_gets_a_made_up_value() {
    let response = Raw::signed("GET", "/trees/1").send(&garden().await);
    assert_eq!((response.status, response.json()), (200, json!({ "tree": 1, "garden": "x", "colour": "red" })));
}

#[tokio::test]
async fn literal_segment_takes_precedence_over_a_parameter() {
    let emulator = garden().await;
    let response = Raw::signed("GET", "/trees/census?year=2024").send(&emulator);
    assert_eq!((response.status, response.json()), (200, json!(7)));
    Raw::signed("GET", "/trees/census").send(&emulator).assert_error(400, "-", "bad-parameter");
    Raw::signed("GET", "/trees/consensus").send(&emulator).assert_error(400, "-", "bad-parameter");
}

#[tokio::test]
async fn status_and_missing_body_follow_the_table() {
    let emulator = garden().await;
    let response = Raw::signed("DELETE", "/trees/1").send(&emulator);
    assert_eq!((response.status, response.body.len()), (204, 0));
    let body = json!({ "tree": 3, "garden": "x", "colour": "green" }).to_string();
    assert_eq!(Raw::signed("POST", "/trees/1").json(&body).send(&emulator).status, 202);
}

#[tokio::test]
async fn body_is_checked_against_its_schema() {
    let emulator = garden().await;
    for body in [
        "",
        "{",
        "null",
        "{}",
        "[]",
        r#"{"tree":0,"garden":"x","colour":"red"}"#,
        r#"{"tree":1,"garden":"x","colour":"blue"}"#,
    ] {
        let response = Raw::signed("POST", "/trees/1").json(body).send(&emulator);
        response.assert_error(400, "-", "bad-parameter");
    }
    let response = Raw::signed("POST", "/trees/1").json(r#"{"tree":0,"garden":5,"colour":"blue"}"#).send(&emulator);
    let details = response.json()["error"]["details"].as_str().expect("details").to_owned();
    assert!(
        ["tree: ", "garden: ", "colour: expected one of red, green"].iter().all(|part| details.contains(part)),
        "{details}"
    );
}

/// An operation that was only added to the spec has no handler and no state. It is served with the others.
#[tokio::test]
async fn new_operation_is_served_with_the_others() {
    static BOTH: &[&Operation] = &[&CENSUS, &GET_JOBS];
    let emulator = start(builder().table(BOTH, EXAMPLES)).await;
    let response = Raw::signed("GET", "/trees/census?year=2024").send(&emulator);
    assert_eq!((response.status, response.json()), (200, json!(7)));
    let response = Raw::signed("GET", GET_JOBS.path).send(&emulator);
    assert_eq!((response.status, &response.json()["list"]), (200, &json!([])));
}

#[tokio::test]
async fn pages_may_start_at_one_and_have_other_names() {
    let emulator = start(builder().table(OPERATIONS, EXAMPLES).fill("listTrees", 3)).await;
    let page = |query: &str| Raw::signed("GET", &format!("/gardens/x/trees{query}")).send(&emulator).json();
    let tree = |number: u64, colour: &str| json!({ "tree": number, "garden": "x", "colour": colour });
    assert_eq!(page(""), json!({ "trees": [tree(1, "red"), tree(2, "green")], "sheet": 1, "size": 2, "here": 2 }));
    assert_eq!(page("?sheet=2"), json!({ "trees": [tree(3, "red")], "sheet": 2, "size": 2, "here": 1 }));
    Raw::signed("GET", "/gardens/y/trees").send(&emulator).assert_error(404, "-", "Not Found");
}
