//! R17: no output, log or panic message shows a secret or a signature.

use crate::gateway::{Gateway, Reply, whole};
use crate::spans::Spans;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ncloud_dataflow::{Client, Credentials, Environment, Options, operations};
use ncloud_dataflow_cli::{Context, Streams, run};
use ncloud_testing::server::Request as Sent;
use ncloud_testing::{FakeClock, Random, Scale, record};
use std::error::Error;
use std::ffi::OsString;
use std::fmt::{self, Debug, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

const KEY: &str = "hQ7xZc2VbN9mWk4T";
const SECRET: &str = "vR8qJx3ZgW6tYp2KfB7dHn4McL9sQz5XaE1uVj0";

/// Values that must not be shown, in all encodings that an output may use.
struct Scanner {
    needles: Vec<String>,
    signatures: Mutex<Vec<String>>,
    outputs: AtomicUsize,
}

impl Scanner {
    fn global() -> &'static Self {
        static SCANNER: OnceLock<Scanner> = OnceLock::new();
        SCANNER.get_or_init(|| {
            let windows = SECRET.as_bytes().windows(6).map(|window| String::from_utf8_lossy(window).into_owned());
            let hex = SECRET.bytes().fold(String::new(), |mut hex, byte| {
                write!(hex, "{byte:02x}").unwrap();
                hex
            });
            let percent = SECRET.bytes().fold(String::new(), |mut text, byte| {
                write!(text, "%{byte:02X}").unwrap();
                text
            });
            let numbers = format!("{:?}", SECRET.as_bytes()).trim_matches(['[', ']']).to_owned();
            let whole = [STANDARD.encode(SECRET), hex.clone(), hex.to_uppercase(), percent, numbers];
            Self { needles: windows.chain(whole).collect(), signatures: Mutex::default(), outputs: AtomicUsize::new(0) }
        })
    }

    /// Adds the signature of a request, which must not be shown either.
    fn note(&self, request: &Sent) {
        if let Some(signature) = request.header("x-ncp-apigw-signature-v2") {
            let mut signatures = self.signatures.lock().unwrap();
            // Only the newest signatures can be shown by later outputs.
            if signatures.len() >= 8 {
                signatures.remove(0);
            }
            signatures.push(signature.to_owned());
        }
    }

    fn check(&self, what: &str, shown: &str) {
        self.outputs.fetch_add(1, Ordering::Relaxed);
        let secret = self.needles.iter().find(|needle| shown.contains(needle.as_str()));
        assert!(secret.is_none(), "{what} shows a form of the secret");
        let signatures = self.signatures.lock().unwrap();
        assert!(!signatures.iter().any(|signature| shown.contains(signature)), "{what} shows a signature: {shown}");
    }
}

fn check(what: &str, value: &impl Debug) {
    Scanner::global().check(what, &format!("{value:?}"));
    Scanner::global().check(what, &format!("{value:#?}"));
}

fn check_error(error: &(dyn Error + 'static)) {
    let mut next = Some(error);
    while let Some(error) = next {
        Scanner::global().check("an error", &format!("{error} {error:?} {error:#?}"));
        next = error.source();
    }
}

/// Checks the logs of all crates, through both `log` and `tracing`.
struct Logs;

impl log::Log for Logs {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        Scanner::global().check("a log", &format!("{} {}", record.target(), record.args()));
    }

    fn flush(&self) {}
}

/// Responses of all kinds. Some echo the request.
fn gateway() -> Gateway {
    let random = Mutex::new(Random::new(17));
    Gateway::start(move |request| {
        Scanner::global().note(request);
        let mut random = random.lock().unwrap();
        match random.below(12) {
            0 => Reply::Reset(Vec::new()),
            1 => Reply::Close(whole(200, "", "{")[..random.below(30)].to_vec()),
            2 => Reply::Bytes(whole(302, "location: http://127.0.0.1:1/x?y=z\r\n", "")),
            3 => Reply::Bytes(whole(200, "content-encoding: br\r\n", "x")),
            4 => Reply::Bytes(whole(200, "", "[1")),
            5 => Reply::Bytes(whole(429, "retry-after: 1\r\n", "")),
            6 => Reply::Bytes(whole(500, "", "<html>")),
            7 => Reply::Bytes(whole(200, "", "true")),
            8 => {
                Reply::Bytes(whole(200, "", r#"{"list":[],"jobId":"j","triggerId":"t","workflowId":"w","result":[]}"#))
            }
            9 => Reply::Bytes(whole(401, "x-ncp-request-id: r-1\r\n", r#"{"error":{"errorCode":"200"}}"#)),
            10 => Reply::Bytes(whole(404, "", r#"{"error":{"errorCode":"300","message":"a\u001b"}}"#)),
            _ => Reply::Bytes(whole(200, "", r#"{"error":{"errorCode":900}}"#)),
        }
    })
}

async fn client(gateway: &Gateway) -> Client {
    let environment = Environment::empty().with("NCLOUD_ACCESS_KEY", KEY).with("NCLOUD_SECRET_KEY", SECRET);
    check("Environment", &environment);
    let builder = Client::builder().environment(environment).endpoint(gateway.endpoint()).clock(FakeClock::new());
    check("ClientBuilder", &builder);
    builder.build().await.unwrap()
}

/// Makes calls with the library and checks the output of its types and errors.
async fn by_library(gateway: &Gateway, calls: usize) {
    let client = client(gateway).await;
    check("Client", &client);
    check("Credentials", &client.credentials().await.unwrap());
    check("Credentials", &Credentials::new(KEY, SECRET).unwrap());
    check_error(&Credentials::new("a\nb", SECRET).unwrap_err());
    for number in 0..calls {
        let operation = operations::OPERATIONS[number % operations::OPERATIONS.len()];
        let mut request = client.request(operation);
        for parameter in operation.parameters.iter().filter(|parameter| parameter.required) {
            request.set(parameter.name, &"2025-03-19T00:00:00");
        }
        if operation.body.is_some() {
            request.body(&serde_json::json!({}));
        }
        request.with(Options::new().unchecked());
        check("Request", &request);
        match request.send::<serde_json::Value>().await {
            Ok(answer) => check("an answer", &answer),
            Err(error) => check_error(&error),
        }
    }
    check("Pages", &client.get_jobs().pages());
    check("Items", &client.get_jobs().items());
}

/// Makes calls with the command line, at every verbosity.
fn by_program(gateway: &Gateway, rounds: usize) {
    let environment = Environment::empty()
        .with("NCLOUD_ACCESS_KEY_ID", KEY)
        .with("NCLOUD_SECRET_ACCESS_KEY", SECRET)
        .with("NCLOUD_DATAFLOW_ENDPOINT", gateway.endpoint());
    for round in 0..rounds {
        for operation in operations::OPERATIONS {
            let command = &operation.command;
            let mut args = vec!["ncloud-dataflow", command.noun, command.verb];
            let path = operation.parameters.iter().filter(|parameter| operation.path.contains(parameter.name));
            args.extend(path.map(|_| "some-id"));
            args.extend([&["-v"] as &[&str], &["--report-drift"], &["-o", "json"], &["--help"], &[]][round % 5]);
            let (mut out, mut err) = (Vec::new(), Vec::new());
            let context = Context::new(environment.clone()).with_clock(FakeClock::new());
            check("Context", &context);
            let mut streams = Streams::new(&mut out, &mut err).with_terminals(round % 2 == 0, round % 2 == 0);
            run(args.iter().map(OsString::from), &context, &mut streams);
            Scanner::global().check("standard output", &String::from_utf8_lossy(&out));
            Scanner::global().check("standard error", &String::from_utf8_lossy(&err));
        }
    }
}

/// User code that panics with the client in its message.
fn by_panic(client: &Client) {
    #[derive(Debug)]
    struct Careless(Client);
    impl fmt::Display for Careless {
        fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(formatter, "{:?}", self.0)
        }
    }
    let careless = Careless(client.clone());
    let panic = catch_unwind(AssertUnwindSafe(|| panic!("{careless} {careless:?}"))).unwrap_err();
    Scanner::global().check("a panic", panic.downcast_ref::<String>().unwrap());
}

#[test]
fn r17_no_output_shows_a_secret() {
    let scale = Scale::from_process();
    // From now on, other tests of this process are also checked.
    let _ = log::set_logger(&Logs).map(|()| log::set_max_level(log::LevelFilter::Trace));
    let gateway = gateway();
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let spans = Spans::new(|text| Scanner::global().check("a span or an event", text));
    tracing::subscriber::with_default(spans, || {
        runtime().block_on(by_library(&gateway, scale.of(4000)));
        by_panic(&runtime().block_on(client(&gateway)));
        by_program(&gateway, scale.of(100).max(5));
    });
    let outputs = Scanner::global().outputs.load(Ordering::Relaxed);
    assert!(outputs >= scale.of(20_000), "{outputs} outputs");
    record!(
        scale,
        "R17",
        format!(
            "{outputs} outputs of types, errors, logs, panics and commands: 0 show the secret, a part of it, or a signature"
        )
    );
    // The scanner itself finds values.
    assert!(catch_unwind(|| Scanner::global().check("itself", &format!("x{}y", &SECRET[3..9]))).is_err());
}
