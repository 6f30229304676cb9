//! What a new operation of the table becomes, tried on a table that Data Flow does not have.

use crate::value::Checks;
use crate::{Process, Streams, command, run_with};
use ncloud_dataflow::runtime::Environment;
use ncloud_dataflow::runtime::operation::{Command, Method, Operation, Parameter, Place, Source};
use ncloud_dataflow::runtime::schema::{Format, Schema, Shape};
use std::ffi::OsString;
use std::io::{Read, Write};
use std::net::TcpListener;

static TEXT: Schema = Schema {
    name: "",
    description: "",
    shape: Shape::String {
        format: Format::Text,
        min_length: Some(1),
        max_length: None,
        pattern: None,
        values: &[],
        outcomes: &[],
    },
};

static TEN: Schema =
    Schema { name: "", description: "", shape: Shape::Integer { minimum: Some(1), maximum: Some(10) } };

const fn parameter(name: &'static str, place: Place, schema: &'static Schema) -> Parameter {
    let required = matches!(place, Place::Path);
    Parameter { name, place, required, schema, default: None, resolve: None, description: "What it is. More of it." }
}

const fn operation(
    id: &'static str,
    method: Method,
    verb: &'static str,
    response: Option<&'static Schema>,
) -> Operation {
    Operation {
        id,
        method,
        path: "/v1/boxes/{boxId}/lids/{lidId}",
        parameters: const {
            &[
                parameter("boxId", Place::Path, &TEXT),
                parameter("lidId", Place::Path, &TEXT),
                parameter("openedSince", Place::Query, &TEXT),
                parameter("timeout", Place::Query, &TEN),
            ]
        },
        body: None,
        success: &[200],
        refusals: &[],
        response,
        idempotent: true,
        paging: None,
        wait: None,
        command: Command { noun: "lid", verb, rows: None, columns: &[], name: None },
        summary: "Does it",
        description: "",
        source: Source { page: "page", date: "2026-01-01", revision: "R1" },
    }
}

static GET: Operation = operation("getLid", Method::Get, "get", Some(&TEXT));
static DELETE: Operation = operation("deleteLid", Method::Delete, "delete", None);
static OPERATIONS: &[&Operation] = &[&GET, &DELETE];

fn run(args: &[&str], endpoint: &str) -> (u8, String, String) {
    let environment = Environment::empty()
        .with("NCLOUD_ACCESS_KEY_ID", "EXAMPLE")
        .with("NCLOUD_SECRET_ACCESS_KEY", "example")
        .with("NCLOUD_DATAFLOW_ENDPOINT", endpoint);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = std::iter::once("ncloud-dataflow").chain(args.iter().copied()).map(OsString::from);
    let code = run_with(OPERATIONS, args, &Process::new(environment), &mut Streams::new(&mut out, &mut err));
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

/// A server that answers one request with `body`, and a thread that ends with the request line that came.
fn server(body: &'static str) -> (String, std::thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let line = std::thread::spawn(move || {
        let (mut connection, _) = listener.accept().unwrap();
        let mut head = vec![0; 4096];
        let read = connection.read(&mut head).unwrap();
        write!(connection, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        String::from_utf8_lossy(&head[..read]).lines().next().unwrap_or_default().to_owned()
    });
    (endpoint, line)
}

#[test]
fn an_operation_becomes_a_command() {
    command::of(OPERATIONS, Checks::Ranges).debug_assert();
    let (_, help, _) = run(&["lid", "get", "--help"], "");
    for text in ["<BOX_ID> <LID_ID>", "--opened-since <OPENED_SINCE>", "What it is [range: 1 to 10]"] {
        assert!(help.contains(text), "{text} not in\n{help}");
    }
    let (_, help, _) = run(&["--help"], "");
    assert!(help.contains("Commands on lids"), "{help}");
}

#[test]
fn parameters_stand_in_path_and_query() {
    let (endpoint, line) = server(r#"{"lid":{"size":"on"}}"#);
    let args = [
        "lid",
        "get",
        "b 1",
        "l",
        "--opened-since",
        "now",
        "--param-timeout",
        "7",
        "--request-timeout",
        "9s",
        "-o",
        "yaml",
    ];
    assert_eq!(run(&args, &endpoint), (0, "lid:\n  size: 'on'\n".to_owned(), String::new()));
    assert_eq!(line.join().unwrap(), "GET /v1/boxes/b%201/lids/l?openedSince=now&timeout=7 HTTP/1.1");
}

#[test]
fn an_answer_without_columns_is_shown_field_by_field() {
    let (endpoint, _line) = server(r#"{"b":1,"a":{"z":[true,{"y":null}],"x":[]}}"#);
    assert_eq!(
        run(&["lid", "get", "b", "l"], &endpoint).1,
        "FIELD      VALUE\nb          1\na.z[0]     true\na.z[1].y   -\na.x        []\n"
    );
    for format in ["csv", "name"] {
        let (code, out, err) = run(&["lid", "get", "b", "l", "-o", format], "");
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.contains(&format!("'lid get' has nothing to write as {format}")), "{err}");
    }
}

#[test]
fn an_operation_without_an_answer_writes_nothing() {
    let (endpoint, line) = server("");
    assert_eq!(
        run(&["lid", "delete", "b", "l", "--yes"], &endpoint),
        (0, String::new(), "deleted lid b l\n".to_owned())
    );
    assert_eq!(line.join().unwrap(), "DELETE /v1/boxes/b/lids/l HTTP/1.1");
}

#[test]
fn a_parameter_out_of_its_range_is_refused() {
    let (code, _, err) = run(&["lid", "get", "b", "l", "--param-timeout", "11"], "");
    assert_eq!(code, 2);
    assert!(err.contains("'11' for '--param-timeout <TIMEOUT>': expected an integer of 1 to 10"), "{err}");
}
