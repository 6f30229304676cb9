//! TLS failures: only a ClientHello is sent. An untrusted server gets one connection; a lost connection is retried.

use ncloud_dataflow::{Client, Credentials, Environment, Error, ErrorKind};
use ncloud_testing::FakeClock;
use rustls::{ServerConfig, ServerConnection};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// Starts a server that handles each connection with `answer`. Returns its address and the first bytes of the
/// connections.
fn serve(answer: impl Fn(TcpStream) -> Vec<u8> + Send + 'static) -> (String, Arc<Mutex<Vec<Vec<u8>>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    let seen: Arc<Mutex<Vec<Vec<u8>>>> = Arc::default();
    let noted = Arc::clone(&seen);
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let bytes = answer(stream);
            noted.lock().unwrap().push(bytes);
        }
    });
    (endpoint, seen)
}

async fn call(endpoint: &str) -> Error {
    let builder = Client::builder().environment(Environment::empty()).endpoint(endpoint).clock(FakeClock::new());
    let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
    client.get_job("job").send().await.unwrap_err()
}

#[tokio::test]
async fn a_server_without_tls_gets_only_a_client_hello() {
    let (endpoint, seen) = serve(|mut stream| {
        let mut bytes = vec![0; 4096];
        let count = stream.read(&mut bytes).unwrap();
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n");
        bytes.truncate(count);
        bytes
    });
    let error = call(&endpoint).await;
    assert_eq!((error.kind(), error.attempts(), error.is_retryable()), (ErrorKind::Connect, 1, false), "{error:?}");
    let seen = seen.lock().unwrap();
    assert_eq!(seen.len(), 1, "one connection");
    assert_eq!(seen[0][..2], [22, 3], "a TLS handshake record");
    let shown = String::from_utf8_lossy(&seen[0]);
    assert!(!shown.contains("AK_TEST") && !shown.contains("GET "));
}

#[tokio::test]
async fn a_server_with_an_unknown_issuer_is_not_trusted() {
    let key = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let private = rustls::pki_types::PrivateKeyDer::try_from(key.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_no_client_auth().with_single_cert(vec![key.cert.der().clone()], private).unwrap();
    let config = Arc::new(config);
    let (endpoint, seen) = serve(move |mut stream| {
        let mut connection = ServerConnection::new(Arc::clone(&config)).unwrap();
        let mut plain = Vec::new();
        while connection.complete_io(&mut stream).is_ok() {
            let _ = connection.reader().read_to_end(&mut plain);
            if !connection.wants_read() {
                break;
            }
        }
        plain
    });
    let error = call(&endpoint).await;
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 1), "{error:?}");
    assert!(error.hint().unwrap().contains("certificates"), "{error:?}");
    // The server may notice it slightly later than the client.
    while seen.lock().unwrap().is_empty() {
        thread::yield_now();
    }
    assert_eq!(*seen.lock().unwrap(), [Vec::<u8>::new()], "not a byte of the request was sent");
}

/// Makes a call to a server whose connections end during the handshake. Returns the error and the number of
/// connections.
async fn broken_handshakes(end: impl Fn(TcpStream) + Send + 'static) -> (Error, usize) {
    let (endpoint, seen) = serve(move |mut stream| {
        let mut bytes = vec![0; 4096];
        let count = stream.read(&mut bytes).unwrap_or_default();
        end(stream);
        bytes.truncate(count);
        bytes
    });
    let builder = Client::builder().environment(Environment::empty()).endpoint(endpoint).clock(FakeClock::new());
    let builder = builder.connect_timeout(std::time::Duration::from_millis(200));
    let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
    // Even for a call that must not be retried the outcome is known: nothing was sent.
    let error = client.create_job_execution("job").send().await.unwrap_err();
    let connections = seen.lock().unwrap().len();
    (error, connections)
}

#[track_caller]
fn assert_retried((error, connections): (Error, usize)) {
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3), "{error:?}");
    assert!(error.is_retryable() && !error.outcome_unknown(), "{error:?}");
    assert!(!error.hint().unwrap().contains("certificates"), "{:?}", error.hint());
    assert!(connections >= 2, "{connections}");
}

#[tokio::test]
async fn a_reset_in_the_handshake_is_retried() {
    let reset = |stream: TcpStream| {
        socket2::SockRef::from(&stream).set_linger(Some(std::time::Duration::ZERO)).unwrap();
    };
    assert_retried(broken_handshakes(reset).await);
}

#[tokio::test]
async fn a_close_in_the_handshake_is_retried() {
    assert_retried(broken_handshakes(drop).await);
}

#[tokio::test]
async fn a_close_within_a_tls_record_is_retried() {
    assert_retried(broken_handshakes(|mut stream| drop(stream.write_all(&[22, 3, 3, 0, 100, 2, 0]))).await);
}

#[tokio::test]
async fn silence_in_the_handshake_is_retried() {
    assert_retried(broken_handshakes(|stream| drop((&stream).read(&mut [0; 16]))).await);
}
