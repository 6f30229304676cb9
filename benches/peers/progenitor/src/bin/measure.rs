//! Measures progenitor's client.

use measure::Peer;
use peer_progenitor::Client;
use peer_progenitor::types::JobExecutionList;

#[derive(Clone)]
struct Progenitor(Client);

impl Peer for Progenitor {
    async fn new(endpoint: &str, _prefetch: usize) -> Self {
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        Self(Client::new_with_client(endpoint, http))
    }

    fn decode(page: &[u8]) -> usize {
        serde_json::from_slice::<JobExecutionList>(page).expect("a page").list.len()
    }

    async fn list(&self) -> usize {
        let job = "gqigvHhTu7ra".parse().expect("an id");
        let mut rows = 0;
        for page in 0.. {
            let list = self.0.get_job_executions(&job, Some(1000), Some(page)).await.expect("a page").into_inner().list;
            rows += list.len();
            if list.len() < 1000 {
                break;
            }
        }
        rows
    }

    async fn call(&self) {
        let (job, id) = ("gqigvHhTu7ra".parse().expect("an id"), "000000000000".parse().expect("an id"));
        self.0.get_job_execution(&job, &id).await.expect("an execution");
    }
}

fn main() {
    measure::main::<Progenitor>();
}
