//! Start, stop and address of the emulator.

use crate::wire::{Raw, builder, connect, start};
use ncloud_dataflow_emulator::Emulator;
use std::io::Read;
use std::net::{SocketAddr, TcpListener, TcpStream};

const TARGET: &str = "/api/v1/jobs/gqigvHhTu7ra/executions";

fn address(emulator: &Emulator) -> SocketAddr {
    emulator.endpoint().strip_prefix("http://").expect("a plain endpoint").parse().expect("address and port")
}

#[tokio::test]
async fn two_emulators_run_concurrently() {
    let one = start(builder()).await;
    let two = start(builder().fill("getJobExecutions", 3)).await;
    assert_ne!(one.endpoint(), two.endpoint());
    for (emulator, count) in [(&one, 1), (&two, 3)] {
        assert_eq!(Raw::signed("GET", TARGET).send(emulator).json()["count"], count);
        assert_eq!(emulator.requests(), 1);
    }
}

#[tokio::test]
async fn drop_closes_connections_and_frees_the_port() {
    let emulator = start(builder()).await;
    let address = address(&emulator);
    let mut open = connect(&emulator);
    drop(emulator);
    assert!(matches!(open.read(&mut [0]), Ok(0) | Err(_)), "the connection is closed");
    assert!(TcpStream::connect(address).is_err(), "the port is closed");
    TcpListener::bind(address).expect("the port is free");
}

#[tokio::test]
async fn stop_frees_the_port() {
    let first = start(builder()).await;
    let address = address(&first);
    assert_eq!(Raw::signed("GET", TARGET).send(&first).status, 200);
    first.stop().await.expect("no state to keep");
    let second = start(builder().address(address)).await;
    assert_eq!(Raw::signed("GET", TARGET).send(&second).status, 200);
}

#[test]
fn emulator_outlives_the_runtime_that_started_it() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let emulator = runtime.block_on(start(builder()));
    drop(runtime);
    assert_eq!(Raw::signed("GET", TARGET).send(&emulator).status, 200);
}

#[tokio::test]
async fn port_in_use_is_an_error() {
    let first = start(builder()).await;
    let error = builder().address(address(&first)).start().await.expect_err("a port that is taken");
    assert!(error.to_string().starts_with("cannot listen on 127.0.0.1:"), "{error}");
    assert!(std::error::Error::source(&error).is_some());
}

#[tokio::test]
async fn non_loopback_address_needs_exposed() {
    for text in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let address = text.parse().expect("an address");
        let error = builder().address(address).start().await.expect_err("an address that others can reach");
        assert!(error.to_string().contains("other machines"), "{error}");
    }
}

#[tokio::test]
async fn invalid_key_or_operation_is_an_error() {
    let error = builder().key("", "secret").start().await.expect_err("an empty key");
    assert_eq!(error.to_string(), "the key pair of the emulator is invalid");
    let error = builder().fill("getJobExecution", 1).start().await.expect_err("no listing");
    assert!(error.to_string().contains("use one of getWorkflows, "), "{error}");
    for speed in [-1.0, f64::NAN, f64::INFINITY, 1e9] {
        let refused = builder().speed(speed).start().await;
        let error = refused.expect_err("no speed").to_string();
        assert!(error.contains("must be from 0 to 100,000,000"), "{error}");
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn system_lists_its_socket_as_loopback() {
    let emulator = start(builder()).await;
    let port = format!(":{:04X}", address(&emulator).port());
    let listing = |file| std::fs::read_to_string(file).unwrap_or_default();
    let sockets = listing("/proc/net/tcp") + &listing("/proc/net/tcp6");
    let listening: Vec<&str> = sockets
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .filter(|fields| fields.get(3) == Some(&"0A"))
        .filter_map(|fields| fields.get(1).copied())
        .filter(|local| local.ends_with(&port))
        .collect();
    assert_eq!(listening, [format!("0100007F{port}")], "127.0.0.1 and nothing else");
}
