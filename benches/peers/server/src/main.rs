//! A fast server of executions in the format of the service: `server ROW.json ROWS DELAY_MS`.
//!
//! The rows are copies of one row, with different IDs. Signatures are not checked. `GET /connections` returns the
//! number of connections so far.

use axum::Router;
use axum::extract::{Query, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use axum::serve::ListenerExt;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::net::TcpListener;

/// The rows to serve.
struct Rows {
    /// The row before and after its ID.
    parts: [String; 2],
    count: usize,
    delay: Duration,
    connections: Arc<AtomicUsize>,
}

impl Rows {
    fn row(&self, index: usize, to: &mut String) {
        to.push_str(&self.parts[0]);
        to.push_str(&format!("{index:012}"));
        to.push_str(&self.parts[1]);
    }

    fn page(&self, page: usize, limit: usize) -> String {
        let rows = page * limit..self.count.min((page + 1) * limit);
        let mut body = String::with_capacity((self.parts[0].len() + self.parts[1].len() + 16) * rows.len() + 64);
        body.push_str("{\"list\":[");
        for index in rows.clone() {
            if index > rows.start {
                body.push(',');
            }
            self.row(index, &mut body);
        }
        body.push_str(&format!("],\"count\":{},\"page\":{page},\"limit\":{limit}}}", rows.len()));
        body
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let row = std::fs::read_to_string(&arguments[0]).expect("a row");
    let value: serde_json::Value = serde_json::from_str(&row).expect("JSON");
    let id = value["jobExecutionId"].as_str().expect("an id");
    let (before, after) = row.split_once(id).expect("the id");
    let rows = Arc::new(Rows {
        parts: [before.to_owned(), after.trim_end().to_owned()],
        count: arguments[1].parse().expect("a number of rows"),
        delay: Duration::from_millis(arguments[2].parse().expect("milliseconds")),
        connections: Arc::default(),
    });
    let connections = Arc::clone(&rows.connections);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    println!("http://{}", listener.local_addr().expect("an address"));
    let listener = listener.tap_io(move |stream| {
        let _ = stream.set_nodelay(true);
        connections.fetch_add(1, Ordering::Relaxed);
    });
    let routes = Router::new()
        .route("/api/v1/jobs/{job}/executions", get(list))
        .route("/api/v1/jobs/{job}/executions/{id}", get(one))
        .route("/connections", get(connections_so_far))
        .with_state(rows);
    axum::serve(listener, routes).await.expect("a server");
}

async fn list(State(rows): State<Arc<Rows>>, Query(query): Query<HashMap<String, usize>>) -> impl IntoResponse {
    tokio::time::sleep(rows.delay).await;
    let [page, limit] = ["page", "limit"].map(|name| query.get(name).copied());
    ([(CONTENT_TYPE, "application/json")], rows.page(page.unwrap_or(0), limit.unwrap_or(1000)))
}

async fn one(State(rows): State<Arc<Rows>>) -> impl IntoResponse {
    let mut body = String::new();
    rows.row(0, &mut body);
    ([(CONTENT_TYPE, "application/json")], body)
}

async fn connections_so_far(State(rows): State<Arc<Rows>>) -> String {
    rows.connections.load(Ordering::Relaxed).to_string()
}
