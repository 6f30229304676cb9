//! Commands of other operations tables.

use crate::args::values::Checks;
use crate::args::{commands, flags};
use crate::table::INTERVAL_FLAG;
use crate::{Context, Streams, command_line, run_with};
use ncloud_dataflow::runtime::Environment;
use ncloud_dataflow::runtime::operation::{Command, Method, Operation, Parameter, Place, Source};
use ncloud_dataflow::runtime::schema::{Schema, Shape};
use std::ffi::OsString;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;

static TEXT: Schema = Schema::unnamed(Shape::text(Some(1), None, None));

static TEN: Schema = Schema::unnamed(Shape::Integer { minimum: Some(1), maximum: Some(10) });

const fn parameter(name: &'static str, place: Place, schema: &'static Schema) -> Parameter {
    let required = matches!(place, Place::Path);
    Parameter {
        name,
        place,
        required,
        schema,
        default: None,
        resolve: None,
        range_end: None,
        description: "What it is. More of it.",
    }
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
        error_statuses: &[],
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
    let code = run_with(OPERATIONS, args, &Context::new(environment), &mut Streams::new(&mut out, &mut err));
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

/// Starts a server that sends `body` as its only response. The thread returns the request line.
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
    command_line(OPERATIONS, Checks::Ranges).debug_assert();
    let (_, help, _) = run(&["lid", "get", "--help"], "");
    for text in ["<BOX_ID> <LID_ID>", "--opened-since <OPENED_SINCE>", "What it is [range: 1 to 10]"] {
        assert!(help.contains(text), "{text} not in\n{help}");
    }
    let (_, help, _) = run(&["--help"], "");
    assert!(help.contains("Commands for lids"), "{help}");
}

/// The table of a spec with names that the program reserves. The generator's tests compile it too.
#[expect(unreachable_pub, dead_code, reason = "a test has no users to reach, and does not read everything")]
#[rustfmt::skip]
#[path = "../../codegen/tests/kitchen/generated"]
pub(crate) mod generated {
    pub(crate) mod operations;
    pub(crate) mod schemas;
}

fn kitchen_notices() -> Vec<String> {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/tests/kitchen/spec/kitchen.yaml");
    let source = ncloud_codegen::Source::read(&spec, "kitchen").unwrap();
    ncloud_codegen::generate(&source).unwrap().notices.summaries().collect()
}

#[test]
fn reserved_and_duplicate_names_get_working_flags() {
    let mut root = command_line(generated::operations::OPERATIONS, Checks::Ranges);
    root.clone().debug_assert();
    let seasoning = root.find_subcommand_mut("seasoning").and_then(|noun| noun.find_subcommand_mut("add")).unwrap();
    let flags: Vec<String> = seasoning.get_arguments().filter_map(|arg| arg.get_long()).map(str::to_owned).collect();
    let reported: Vec<String> = kitchen_notices()
        .iter()
        .filter_map(|notice| Some(notice.split_once("is set by '--")?.1.split_once('\'')?.0.to_owned()))
        .collect();
    let expected = ["top", "top-2", "dash", "param-help", "param-version", "param-report-drift", "param-file"];
    assert_eq!(reported[..7], expected);
    let missing: Vec<&String> = reported.iter().filter(|flag| !flags.contains(flag)).collect();
    assert!(missing.is_empty(), "the generator reports {missing:?}, but the flags are {flags:?}");

    let args = ["x", "seasoning", "add", "--top", "3", "--top-2", "0.5", "--param-help", "a", "--param", "b"];
    let matches = root.try_get_matches_from(args).unwrap();
    let (operation, matches) = commands::chosen(generated::operations::OPERATIONS, &matches).unwrap();
    let given = |name: &str| {
        let parameter = operation.parameter(name).unwrap();
        matches.get_one::<String>(&flags::parameter_id(parameter.name)).cloned()
    };
    assert_eq!([given("$top"), given("top"), given("help"), given("$")].map(Option::unwrap), ["3", "0.5", "a", "b"]);
}

/// Otherwise a spec could have a parameter that every call rejects, or one that replaces a header of the client.
#[test]
fn the_generator_and_the_client_reserve_the_same_headers() {
    let credentials = ncloud_dataflow::Credentials::new("access-key", "secret-key").unwrap();
    let builder = ncloud_dataflow::Client::builder().endpoint("http://127.0.0.1:1").credentials(credentials);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let client = runtime.block_on(builder.build()).unwrap();
    let is_accepted = |name: &str| {
        let mut request = client.request(&ncloud_dataflow::operations::GET_JOBS);
        request.with(ncloud_dataflow::Options::new().header(name, "x"));
        request.target().is_ok()
    };
    for name in ncloud_codegen::RESERVED_HEADERS {
        assert!(!is_accepted(name), "{name}");
    }
    assert!(is_accepted("x-priority"));
}

#[test]
fn the_generator_knows_all_commands_and_flags() {
    assert_eq!(flags::RESERVED, ncloud_codegen::BUILT_IN_FLAGS);
    let root = command_line(generated::operations::OPERATIONS, Checks::Ranges);
    let nouns: Vec<&str> = generated::operations::OPERATIONS.iter().map(|operation| operation.command.noun).collect();
    for command in root.get_subcommands().filter(|command| !nouns.contains(&command.get_name())) {
        for name in std::iter::once(command.get_name()).chain(command.get_all_aliases()) {
            assert!(ncloud_codegen::BUILT_IN_COMMANDS.contains(&name), "{name}");
        }
    }
    let verbs = || root.get_subcommands().filter(|command| nouns.contains(&command.get_name()));
    let of_program = |id: &str| !id.starts_with(":param:") && !id.starts_with(":body:");
    let args = root
        .get_arguments()
        .chain(verbs().flat_map(|noun| noun.get_subcommands()).flat_map(|verb| verb.get_arguments()));
    for arg in args.filter(|arg| of_program(arg.get_id().as_str())) {
        let names = arg.get_long().into_iter().chain(arg.get_all_aliases().into_iter().flatten());
        for name in names.filter(|name| *name != INTERVAL_FLAG) {
            assert!(ncloud_codegen::BUILT_IN_FLAGS.contains(&name), "--{name} is not in the generator's list");
        }
    }
}

#[test]
fn parameters_are_sent_in_path_and_query() {
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
fn a_response_without_columns_is_printed_by_field() {
    let (endpoint, _line) = server(r#"{"b":1,"a":{"z":[true,{"y":null}],"x":[]}}"#);
    assert_eq!(
        run(&["lid", "get", "b", "l"], &endpoint).1,
        "FIELD      VALUE\nb          1\na.z[0]     true\na.z[1].y   -\na.x        []\n"
    );
    for format in ["csv", "name"] {
        let (code, out, err) = run(&["lid", "get", "b", "l", "-o", format], "");
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.contains(&format!("'lid get' has nothing to print as {format}")), "{err}");
    }
}

#[test]
fn an_operation_without_response_prints_nothing() {
    let (endpoint, line) = server("");
    assert_eq!(
        run(&["lid", "delete", "b", "l", "--yes"], &endpoint),
        (0, String::new(), "deleted lid b l\n".to_owned())
    );
    assert_eq!(line.join().unwrap(), "DELETE /v1/boxes/b/lids/l HTTP/1.1");
}

#[test]
fn parameters_out_of_range_are_rejected() {
    let (code, _, err) = run(&["lid", "get", "b", "l", "--param-timeout", "11"], "");
    assert_eq!(code, 2);
    assert!(err.contains("'11' for '--param-timeout <TIMEOUT>': expected an integer of 1 to 10"), "{err}");
}
