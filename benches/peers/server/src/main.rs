//! A fast server of executions in the format of the service: `server ROW.json ROWS DELAY_MS [JOB.json JOBS]`.
//!
//! The rows are copies of one row, with different IDs. With JOBS, there are as many jobs, and each has its own rows;
//! otherwise every job has the same rows. Signatures are not checked. `GET /connections` returns the number of
//! connections so far.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use axum::serve::ListenerExt;
use serde_json::Value;
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

/// The jobs to serve.
struct Jobs {
    /// The documented job.
    job: String,
    /// The ID and the name of the documented job.
    own: [String; 2],
    count: usize,
    /// The ID of the job in the rows.
    owner: String,
    rows: Arc<Rows>,
}

impl Jobs {
    fn page(&self, page: usize, limit: usize) -> String {
        let [id, name] = &self.own;
        let job = |number| self.job.replace(id, &job_id(number)).replace(name, &format!("nightly-{number:04}"));
        let list: Vec<String> = (page * limit..self.count.min((page + 1) * limit)).map(job).collect();
        format!("{{\"list\":[{}],\"count\":{},\"page\":{page},\"limit\":{limit}}}", list.join(","), list.len())
    }

    /// Returns rows of a job, which has 1 to ROWS. The number of the job is in the IDs, so that no two jobs share a row.
    fn executions(&self, job: &str, page: usize, limit: usize) -> String {
        let number = job.trim_start_matches("job");
        let count = number.parse::<usize>().expect("a job") % self.rows.count + 1;
        let page = self.rows.page_of(count, page, limit);
        page.replace(&self.owner, job).replace("\"0000", &format!("\"{number:0>4}"))
    }
}

fn job_id(number: usize) -> String {
    format!("job{number:04}")
}

impl Rows {
    fn row(&self, index: usize, to: &mut String) {
        to.push_str(&self.parts[0]);
        to.push_str(&format!("{index:012}"));
        to.push_str(&self.parts[1]);
    }

    fn page(&self, page: usize, limit: usize) -> String {
        self.page_of(self.count, page, limit)
    }

    /// Returns a page of the first `count` rows.
    fn page_of(&self, count: usize, page: usize, limit: usize) -> String {
        let rows = count.min(page * limit)..count.min((page + 1) * limit);
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

fn number(text: &str) -> usize {
    text.parse().expect("a number")
}

/// Jobs like the one in a file. The rows belong to the job that the documented execution names.
fn jobs(file: &str, count: usize, execution: &Value, rows: &Arc<Rows>) -> Arc<Jobs> {
    let job = std::fs::read_to_string(file).expect("a job");
    let value: Value = serde_json::from_str(&job).expect("JSON");
    let text = |value: &Value| value.as_str().expect("an id").to_owned();
    let owner = text(&execution["jobId"]);
    let own = [text(&value["jobId"]), text(&value["name"])];
    Arc::new(Jobs { job, own, count, owner, rows: Arc::clone(rows) })
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let row = std::fs::read_to_string(&arguments[0]).expect("a row");
    let value: Value = serde_json::from_str(&row).expect("JSON");
    let id = value["jobExecutionId"].as_str().expect("an id");
    let (before, after) = row.split_once(id).expect("the id");
    let rows = Arc::new(Rows {
        parts: [before.to_owned(), after.trim_end().to_owned()],
        count: number(&arguments[1]),
        delay: Duration::from_millis(number(&arguments[2]) as u64),
        connections: Arc::default(),
    });
    let executions = match arguments.get(3..5) {
        Some([job, count]) => {
            let jobs = jobs(job, number(count), &value, &rows);
            Router::new()
                .route("/api/v1/jobs", get(list_jobs))
                .route("/api/v1/jobs/{job}/executions", get(list_of_job))
                .with_state(jobs)
        }
        _ => Router::new().route("/api/v1/jobs/{job}/executions", get(list)).with_state(Arc::clone(&rows)),
    };
    let connections = Arc::clone(&rows.connections);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    println!("http://{}", listener.local_addr().expect("an address"));
    let listener = listener.tap_io(move |stream| {
        let _ = stream.set_nodelay(true);
        connections.fetch_add(1, Ordering::Relaxed);
    });
    let routes = Router::new()
        .route("/api/v1/jobs/{job}/executions/{id}", get(one))
        .route("/connections", get(connections_so_far))
        .with_state(rows)
        .merge(executions);
    axum::serve(listener, routes).await.expect("a server");
}

async fn list(State(rows): State<Arc<Rows>>, Query(query): Query<HashMap<String, usize>>) -> impl IntoResponse {
    tokio::time::sleep(rows.delay).await;
    ([(CONTENT_TYPE, "application/json")], rows.page(page(&query), limit(&query)))
}

fn page(query: &HashMap<String, usize>) -> usize {
    query.get("page").copied().unwrap_or(0)
}

fn limit(query: &HashMap<String, usize>) -> usize {
    query.get("limit").copied().unwrap_or(1000)
}

async fn list_jobs(State(jobs): State<Arc<Jobs>>, Query(query): Query<HashMap<String, usize>>) -> impl IntoResponse {
    tokio::time::sleep(jobs.rows.delay).await;
    ([(CONTENT_TYPE, "application/json")], jobs.page(page(&query), limit(&query)))
}

async fn list_of_job(
    State(jobs): State<Arc<Jobs>>,
    Path(job): Path<String>,
    Query(query): Query<HashMap<String, usize>>,
) -> impl IntoResponse {
    tokio::time::sleep(jobs.rows.delay).await;
    ([(CONTENT_TYPE, "application/json")], jobs.executions(&job, page(&query), limit(&query)))
}

async fn one(State(rows): State<Arc<Rows>>) -> impl IntoResponse {
    let mut body = String::new();
    rows.row(0, &mut body);
    ([(CONTENT_TYPE, "application/json")], body)
}

async fn connections_so_far(State(rows): State<Arc<Rows>>) -> String {
    rows.connections.load(Ordering::Relaxed).to_string()
}
