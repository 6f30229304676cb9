//! Serves an HTTP handler that starts a run and returns its ID as JSON. The example calls it once and ends.
//!
//! ```console
//! $ cargo run --example axum_handler
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use ncloud_dataflow::{Client, Error};
use ncloud_dataflow_emulator::Emulator;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Starts a run of a job. A client is cheap to clone, so it is the state of the server.
async fn start(State(client): State<Client>, Path(job_id): Path<String>) -> (StatusCode, Json<Value>) {
    match client.create_job_execution(job_id).send().await {
        Ok(run) => (StatusCode::ACCEPTED, Json(json!({ "executionId": &*run.job_execution_id }))),
        Err(error) => (status(&error), Json(json!({ "error": error.to_string(), "hint": error.hint() }))),
    }
}

/// Returns the status that the callers of this server get.
fn status(error: &Error) -> StatusCode {
    match error {
        _ if error.is_not_found() => StatusCode::NOT_FOUND,
        _ if error.is_throttled() => StatusCode::SERVICE_UNAVAILABLE,
        _ if error.is_timeout() => StatusCode::GATEWAY_TIMEOUT,
        _ => StatusCode::BAD_GATEWAY,
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let emulator = Emulator::start().await?;
    let builder = Client::builder().endpoint(emulator.endpoint()).credentials(emulator.credentials().clone());
    let client = builder.build().await?;

    let app = Router::new().route("/jobs/{id}/runs", post(start)).with_state(client);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(async move { axum::serve(listener, app).await });

    for job_id in ["gqigvHhTu7ra", "nosuchjob"] {
        let mut connection = TcpStream::connect(address).await?;
        let head = format!("POST /jobs/{job_id}/runs HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
        connection.write_all(head.as_bytes()).await?;
        let mut response = String::new();
        connection.read_to_string(&mut response).await?;
        let body = response.split("\r\n\r\n").nth(1).unwrap_or_default();
        println!("{}: {body}", response.lines().next().unwrap_or_default());
    }
    server.abort();
    Ok(())
}
