//! TLS that fails: one connection, no repetition, and nothing but a greeting is sent.

use crate::clock::Still;
use ncloud_dataflow::{Client, Credentials, Environment, Error, ErrorKind};
use rustls::{ServerConfig, ServerConnection};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What the first bytes of every connection were, with a server that does something with each.
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
    let builder = Client::builder().environment(Environment::empty()).endpoint(endpoint).clock(Still::new());
    let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
    client.get_job("job").send().await.unwrap_err()
}

#[tokio::test]
async fn a_plain_server_gets_a_greeting_and_nothing_else() {
    let (endpoint, seen) = serve(|mut stream| {
        let mut bytes = vec![0; 4096];
        let count = stream.read(&mut bytes).unwrap();
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n");
        bytes.truncate(count);
        bytes
    });
    let error = call(&endpoint).await;
    assert_eq!((error.kind(), error.attempts(), error.is_retryable()), (ErrorKind::NotSent, 1, false), "{error:?}");
    let seen = seen.lock().unwrap();
    assert_eq!(seen.len(), 1, "one connection");
    assert_eq!(seen[0][..2], [22, 3], "a TLS handshake record");
    let shown = String::from_utf8_lossy(&seen[0]);
    assert!(!shown.contains("AK_TEST") && !shown.contains("GET "));
}

#[tokio::test]
async fn a_server_that_nobody_vouches_for_is_not_trusted() {
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
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::NotSent, 1), "{error:?}");
    assert!(error.hint().unwrap().contains("certificates"), "{error:?}");
    // The server may learn of it a moment after the client.
    while seen.lock().unwrap().is_empty() {
        thread::yield_now();
    }
    assert_eq!(*seen.lock().unwrap(), [Vec::<u8>::new()], "not a byte of the request was sent");
}
