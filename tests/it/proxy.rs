//! Proxies and root certificates: a proxy tunnels https and sees no request.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ncloud_dataflow::{Client, ClientBuilder, Credentials, Environment, Error, ErrorKind};
use ncloud_testing::FakeClock;
use rustls::{ServerConfig, ServerConnection};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

const BODY: &str = r#"{"jobId":"job","name":"nightly"}"#;

/// A TLS server of the host `service.example`, which answers every request with a job.
struct Service {
    address: SocketAddr,
    certificate: String,
}

impl Service {
    fn start() -> Self {
        let key = rcgen::generate_simple_self_signed(["service.example".to_owned()]).unwrap();
        let private = rustls::pki_types::PrivateKeyDer::try_from(key.signing_key.serialize_der()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
        let config = config.with_no_client_auth().with_single_cert(vec![key.cert.der().clone()], private).unwrap();
        let config = Arc::new(config);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            for mut stream in listener.incoming().map_while(Result::ok) {
                let mut connection = ServerConnection::new(Arc::clone(&config)).unwrap();
                thread::spawn(move || respond(&mut connection, &mut stream));
            }
        });
        let certificate = STANDARD.encode(key.cert.der());
        let certificate = format!("-----BEGIN CERTIFICATE-----\n{certificate}\n-----END CERTIFICATE-----\n");
        Self { address, certificate }
    }
}

fn respond(connection: &mut ServerConnection, stream: &mut TcpStream) {
    let mut stream = rustls::Stream::new(connection, stream);
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read(&mut byte) {
            Ok(1) => head.push(byte[0]),
            _ => return,
        }
    }
    let _ = write!(stream, "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{BODY}", BODY.len());
}

/// A proxy that connects every tunnel to one server. It records all that it sees.
struct Proxy {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<u8>>>,
}

impl Proxy {
    fn start(target: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let seen: Arc<Mutex<Vec<u8>>> = Arc::default();
        let record = Arc::clone(&seen);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let record = Arc::clone(&record);
                thread::spawn(move || tunnel(stream, target, &record));
            }
        });
        Self { address, seen }
    }

    fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn seen(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap()).into_owned()
    }
}

fn tunnel(mut client: TcpStream, target: SocketAddr, seen: &Mutex<Vec<u8>>) {
    let mut reader = BufReader::new(client.try_clone().unwrap());
    let mut line = String::new();
    while reader.read_line(&mut line).is_ok_and(|count| count > 2) {}
    seen.lock().unwrap().extend(line.bytes());
    if !line.starts_with("CONNECT ") {
        return;
    }
    let mut server = TcpStream::connect(target).unwrap();
    let _ = client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n");
    let mut back = server.try_clone().unwrap();
    let returned = thread::spawn(move || {
        let _ = std::io::copy(&mut back, &mut client);
        let _ = client.shutdown(Shutdown::Both);
    });
    let mut buffer = [0; 4096];
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        seen.lock().unwrap().extend(&buffer[..count]);
        if server.write_all(&buffer[..count]).is_err() {
            break;
        }
    }
    let _ = server.shutdown(Shutdown::Write);
    returned.join().unwrap();
}

fn builder(environment: Environment) -> ClientBuilder {
    let builder = Client::builder().environment(environment).endpoint("https://service.example");
    builder.clock(FakeClock::new()).attempts(1).credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap())
}

async fn call(builder: ClientBuilder) -> Result<String, Error> {
    let job = builder.build().await?.get_job("secret-job").send().await?;
    Ok(job.name.unwrap_or_default().to_string())
}

#[tokio::test]
async fn a_proxy_sees_the_host_and_no_request() {
    let service = Service::start();
    let proxy = Proxy::start(service.address);
    let environment = Environment::empty().with("HTTPS_PROXY", format!("http://user:hunter2@{}", proxy.address));
    assert_eq!(call(builder(environment).root_certificates(service.certificate)).await.unwrap(), "nightly");
    let seen = proxy.seen();
    assert!(seen.starts_with("CONNECT service.example:443 HTTP/1.1\r\n"), "{seen}");
    // The password for the proxy: Base64 of `user:hunter2`.
    assert!(seen.to_ascii_lowercase().contains("proxy-authorization: basic dxnlcjpodw50zxiy\r\n"), "{seen}");
    for secret in ["AK_TEST", "x-ncp-", "secret-job", "GET "] {
        assert!(!seen.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn a_setter_takes_precedence_over_the_environment() {
    let service = Service::start();
    let proxy = Proxy::start(service.address);
    let environment = Environment::empty().with("HTTPS_PROXY", "http://127.0.0.1:9").with("NO_PROXY", "*");
    let set = builder(environment).proxy(proxy.url()).root_certificates(service.certificate);
    assert_eq!(call(set).await.unwrap(), "nightly");
}

#[tokio::test]
async fn a_service_of_an_unknown_issuer_is_not_trusted_through_a_proxy() {
    let service = Service::start();
    let proxy = Proxy::start(service.address);
    let error = call(builder(Environment::empty()).attempts(3).proxy(proxy.url())).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 1), "{error:?}");
    assert!(error.to_string().contains("the TLS handshake failed"), "{error}");
    assert!(!proxy.seen().contains("AK_TEST"));
}

#[tokio::test]
async fn an_unreachable_proxy_is_named_without_its_password() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let environment = Environment::empty().with("HTTPS_PROXY", format!("http://user:hunter2@{free}"));
    let error = call(builder(environment)).await.unwrap_err();
    let shown = format!("{error} {error:?} {:?}", error.hint());
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(shown.contains(&format!("the proxy http://{free} (from HTTPS_PROXY)")), "{shown}");
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[tokio::test]
async fn a_proxy_that_refuses_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let _ = stream.read(&mut [0; 1024]);
            let _ = stream.write_all(b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n");
        }
    });
    let error = call(builder(Environment::empty()).proxy(format!("http://{address}"))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect, "{error:?}");
    assert!(error.to_string().contains(&format!("the proxy http://{address} (from proxy)")), "{error}");
}

#[tokio::test]
async fn text_without_a_certificate_is_rejected_by_build() {
    let truncated = "-----BEGIN CERTIFICATE-----\nAAAA\n";
    for text in ["", "no certificate", truncated, "-----BEGIN CERTIFICATE-----\n???\n-----END CERTIFICATE-----\n"] {
        let error = builder(Environment::empty()).root_certificates(text).build().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{text}");
        assert!(error.to_string().contains("root_certificates"), "{error}");
    }
}
