//! R33: servers that send the request back, and also the secret, which the server and the client know.

use crate::gateway::{Gateway, Reply, whole};
use crate::spans::Spans;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use ncloud_dataflow::operations::{CREATE_JOB_EXECUTION, EXECUTE_WORKFLOW, GET_JOB_EXECUTION, OPERATIONS};
use ncloud_dataflow::runtime::operation::{Operation, Place};
use ncloud_dataflow::{Client, Credentials, Drift, Environment, Observer, Options};
use ncloud_dataflow_cli::{Context, Streams, run};
use ncloud_testing::server::Request as Sent;
use ncloud_testing::{FakeClock, Scale, record};
use std::error::Error as _;
use std::ffi::OsString;
use std::fmt::{Debug, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

const KEY: &str = "Wd5nTz8QbY2vRk6LxJ9M";
const SECRET: &str = "pT7/xKq2VnB9+ZsD4wRj8/LmY6cHg3FvQ5eXaU1k";

/// Form in which a server sends the request back.
const FORMS: [&str; 6] = ["head as text", "JSON", "HTML", "Base64", "one header", "error message"];
const STATUSES: [u16; 7] = [200, 201, 302, 401, 404, 429, 500];

/// Values that must not be shown, in all forms that they can have in an output.
#[derive(Default)]
struct Needles(Mutex<Vec<String>>);

impl Needles {
    fn add(&self, value: &str) {
        let mut needles = self.0.lock().unwrap();
        // Only the newest values can be sent back.
        let surplus = needles.len().saturating_sub(200);
        needles.drain(..surplus);
        needles.extend(forms(value));
    }

    fn shown(&self, text: &str) -> Option<String> {
        let lines: String = text.split(['\n', '\r']).collect();
        let is_shown = |value: &&String| text.contains(value.as_str()) || lines.contains(value.as_str());
        self.0.lock().unwrap().iter().chain(&fixed()).find(is_shown).cloned()
    }
}

fn fixed() -> Vec<String> {
    static FIXED: std::sync::OnceLock<Vec<String>> = std::sync::OnceLock::new();
    FIXED.get_or_init(|| [forms(KEY), forms(SECRET)].concat()).clone()
}

/// Returns the value and its encoded forms.
fn forms(value: &str) -> Vec<String> {
    let bytes = |format: fn(u8) -> String| value.bytes().map(format).collect::<String>();
    let only = |set: &[char], format: fn(u8) -> String| {
        value
            .chars()
            .map(|one| if set.contains(&one) { format(one as u8) } else { one.to_string() })
            .collect::<String>()
    };
    let reserved = ['/', '+', '='];
    let mut forms = vec![
        value.to_owned(),
        bytes(|byte| format!("{byte:02x}")),
        bytes(|byte| format!("{byte:02X}")),
        bytes(|byte| format!("%{byte:02X}")),
        only(&reserved, |byte| format!("%{byte:02X}")),
        only(&reserved, |byte| format!("%{byte:02x}")),
        only(&reserved, |byte| format!("\\u{byte:04x}")),
        only(&reserved, |byte| format!("&#x{byte:X};")),
        only(&['/'], |_| "\\/".to_owned()),
    ];
    // In a longer text the value starts at one of three positions of a group, and its first and last digits vary.
    for before in 0..3 {
        let padded = [&vec![b'.'; before], value.as_bytes()].concat();
        for text in [STANDARD.encode(&padded), URL_SAFE.encode(&padded)] {
            forms.push(text.trim_end_matches('=')[4..].trim_end_matches('=').to_owned());
            let whole = forms.last_mut().unwrap();
            whole.truncate(whole.len() - 4);
        }
    }
    forms
}

struct Echo {
    needles: Needles,
    /// Index of the form of the next response; `status` is the index of its status.
    form: AtomicUsize,
    status: AtomicUsize,
    outputs: AtomicUsize,
}

impl Echo {
    fn answer(&self, request: &Sent) -> Reply {
        self.needles.add(request.header("x-ncp-apigw-signature-v2").unwrap());
        let status = STATUSES[self.status.load(Ordering::SeqCst)];
        let head = format!("{}\r\nx-secret: {SECRET}\r\n", request.head());
        let json = serde_json::to_string(&head).unwrap();
        let line = head.replace("\r\n", " ");
        Reply::Close(match FORMS[self.form.load(Ordering::SeqCst)] {
            // Rows with the request differ on each page. Without an end, the listing would continue to its maximum.
            "JSON" if request.target().contains("page=") && !request.target().contains("page=0") => {
                whole(status, "content-type: application/json\r\n", r#"{"list":[]}"#)
            }
            "head as text" => whole(status, "", &head),
            "JSON" => whole(status, "content-type: application/json\r\n", &resource(&json)),
            "HTML" => {
                let html = line.replace('/', "&#x2F;").replace('+', "&#43;").replace('=', "&#61;");
                whole(status, "", &format!("<html><pre>{html}</pre>"))
            }
            "Base64" => whole(status, "", &format!("{{\"list\":[],\"echo\":\"{}\"}}", STANDARD.encode(&head))),
            "one header" => {
                let headers = ["x-ncp-request-id", "x-ncp-apigw-error-message", "x-ncp-apigw-error-code"];
                let lines = headers.map(|name| format!("{name}: {line}\r\n")).concat();
                whole(status, &format!("{lines}location: https://{SECRET}.{KEY}/{line}\r\n"), "")
            }
            _ => {
                let filler = "x".repeat(400 - self.outputs.load(Ordering::SeqCst) % 200);
                let message = serde_json::to_string(&format!("{filler} {line}")).unwrap();
                whole(
                    status,
                    "",
                    &format!(r#"{{"a":1,"error":{{"errorCode":{json},"message":{message},"details":{json}}}}}"#),
                )
            }
        })
    }

    #[track_caller]
    fn check(&self, what: &str, shown: &str) {
        self.outputs.fetch_add(1, Ordering::SeqCst);
        let (form, status) = (self.form.load(Ordering::SeqCst), self.status.load(Ordering::SeqCst));
        if let Some(needle) = self.needles.shown(shown) {
            panic!("{what} after {} {} shows {needle}: {shown}", STATUSES[status], FORMS[form]);
        }
    }

    #[track_caller]
    fn check_debug(&self, what: &str, value: &impl Debug) {
        self.check(what, &format!("{value:?}"));
        self.check(what, &format!("{value:#?}"));
    }

    fn check_error(&self, error: &ncloud_dataflow::Error) {
        self.check_debug("Debug of an error", error);
        let parts =
            [error.code(), error.message(), error.details(), error.request_id(), error.hint(), error.last_state()];
        self.check("a part of an error", &format!("{error} {parts:?}"));
        self.check("a body", &String::from_utf8_lossy(error.body().unwrap_or_default()));
        let mut source = error.source();
        while let Some(cause) = source {
            self.check("a cause", &format!("{cause} {cause:?}"));
            source = cause.source();
        }
    }
}

/// Returns a body that is a success for every operation.
fn resource(json: &str) -> String {
    let row = format!(
        r#"{{"jobId":{json},"jobExecutionId":{json},"workflowId":{json},"triggerId":{json},"name":{json},"status":{json},{json}:1}}"#
    );
    format!(r#"{{"list":[{row}],"result":[{row}],{}"#, &row[1..])
}

#[derive(Debug)]
struct Reports(Mutex<String>);

impl Observer for Reports {
    fn drift(&self, drift: &Drift) {
        write!(self.0.lock().unwrap(), "{drift} {drift:?}").unwrap();
    }
}

async fn by_library(echo: &Echo, gateway: &Gateway, operation: &'static Operation) {
    let reports = Arc::new(Reports(Mutex::default()));
    let builder = Client::builder().credentials(Credentials::new(KEY, SECRET).unwrap()).observer(reports.clone());
    let client = builder.endpoint(gateway.endpoint()).clock(FakeClock::new()).attempts(2).build().await.unwrap();
    let mut request = client.request(operation);
    for parameter in operation.parameters.iter().filter(|parameter| parameter.required) {
        request.set(parameter.name, &"2025-03-19T00:00:00");
    }
    if operation.body.is_some() {
        request.body(&serde_json::json!({}));
    }
    request.with(Options::new().unchecked());
    match request.clone().send::<serde_json::Value>().await {
        Ok(value) => echo.check_debug("a value", &value),
        Err(error) => echo.check_error(&error),
    }
    if let Err(error) = request.confirm().await {
        echo.check_error(&error);
    }
    match client.get_jobs().send().await {
        Ok(page) => echo.check_debug("a model", &page),
        Err(error) => echo.check_error(&error),
    }
    if let Some(Err(error)) = client.get_jobs().items().next().await {
        echo.check_error(&error);
    }
    echo.check_debug("Client", &client);
    echo.check("drift", &reports.0.lock().unwrap());
}

/// Returns the arguments of a command that sends a request.
fn arguments(operation: &Operation) -> Vec<String> {
    let mut args = vec![operation.command.noun.to_owned(), operation.command.verb.to_owned()];
    for parameter in operation.parameters.iter().filter(|parameter| parameter.required) {
        if parameter.place == Place::Query {
            let kebab = parameter.name.chars().fold(String::new(), |kebab, one| {
                if one.is_uppercase() {
                    kebab + "-" + &one.to_lowercase().to_string()
                } else {
                    kebab + &one.to_string()
                }
            });
            args.push(format!("--{kebab}"));
            args.push("2025-03-19T00:00:00".to_owned());
        } else {
            args.push("aBcDeFgHiJkL".to_owned());
        }
    }
    if operation.method == ncloud_dataflow::runtime::operation::Method::Delete {
        args.push("--yes".to_owned());
    }
    if operation.body.is_some() {
        args.extend(["--file".to_owned(), "-".to_owned()]);
    }
    args.push("--unchecked".to_owned());
    args
}

fn by_command(echo: &Echo, gateway: &Gateway, operation: &'static Operation, verbosity: &[&str]) {
    let environment = Environment::empty()
        .with("NCLOUD_ACCESS_KEY_ID", KEY)
        .with("NCLOUD_SECRET_ACCESS_KEY", SECRET)
        .with("NCLOUD_DATAFLOW_ENDPOINT", gateway.endpoint());
    let mut args = vec!["ncloud-dataflow".to_owned()];
    args.extend(arguments(operation));
    args.extend(verbosity.iter().map(|flag| (*flag).to_owned()));
    let context = Context::new(environment).with_clock(FakeClock::new()).with_input(|| &b"{}"[..]);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let before = gateway.requests();
    run(args.iter().map(OsString::from), &context, &mut Streams::new(&mut out, &mut err));
    let (out, err) = (String::from_utf8_lossy(&out), String::from_utf8_lossy(&err));
    assert!(gateway.requests() > before, "{args:?} sent nothing: {err}");
    echo.check("standard output", &out);
    echo.check("standard error", &err);
}

/// Operations with a wait. Their polls are also echoed.
const WAITING: [&Operation; 3] = [&CREATE_JOB_EXECUTION, &EXECUTE_WORKFLOW, &GET_JOB_EXECUTION];

const VERBOSITIES: [&[&str]; 5] = [&[], &["-v"], &["--report-drift"], &["-v", "-o", "json"], &["-o", "yaml"]];

#[test]
fn r33_no_echo_shows_a_secret() {
    let scale = Scale::from_process();
    let echo = Arc::new(Echo {
        needles: Needles::default(),
        form: AtomicUsize::new(0),
        status: AtomicUsize::new(0),
        outputs: AtomicUsize::new(0),
    });
    let gateway = Gateway::start({
        let echo = Arc::clone(&echo);
        move |request| echo.answer(request)
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let spans = Spans::new({
        let echo = Arc::clone(&echo);
        move |text| echo.check("a span or an event", text)
    });
    tracing::subscriber::with_default(spans, || {
        let mut turn = 0;
        for form in 0..FORMS.len() {
            for status in 0..STATUSES.len() {
                echo.form.store(form, Ordering::SeqCst);
                echo.status.store(status, Ordering::SeqCst);
                for operation in OPERATIONS {
                    turn += 1;
                    // All forms, statuses and operations, but only some of their combinations.
                    if !scale.is_full() && turn % 13 != 0 {
                        continue;
                    }
                    runtime.block_on(by_library(&echo, &gateway, operation));
                    let verbosities =
                        if scale.is_full() { &VERBOSITIES[..] } else { &VERBOSITIES[turn % 5..=turn % 5] };
                    verbosities.iter().for_each(|verbosity| by_command(&echo, &gateway, operation, verbosity));
                    if WAITING.iter().any(|waiting| waiting.id == operation.id) {
                        by_command(&echo, &gateway, operation, &["-v", "--wait", "--timeout", "5s"]);
                    }
                }
            }
        }
    });
    let outputs = echo.outputs.load(Ordering::SeqCst);
    record!(
        scale,
        "R33",
        format!(
            "{outputs} outputs after echoes in {} forms: 0 show the secret, a form of it, a signature or an access key",
            FORMS.len()
        ),
    );
    // The search itself finds values.
    assert!(echo.needles.shown(&format!("x{}y", STANDARD.encode(format!("key: {SECRET}")))).is_some());
}
