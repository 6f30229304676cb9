//! Measures the hand-written client.

use handwritten::{Client, JobExecutionList};
use measure::Peer;

#[derive(Clone)]
struct Handwritten(Client);

impl Peer for Handwritten {
    async fn new(endpoint: &str, _prefetch: usize) -> Self {
        Self(Client::new(endpoint, "access-key", "secret-key").expect("a client"))
    }

    fn decode(page: &[u8]) -> usize {
        serde_json::from_slice::<JobExecutionList>(page).expect("a page").list.len()
    }

    async fn list(&self) -> usize {
        let mut rows = 0;
        for page in 0.. {
            let list = self.0.get_job_executions("gqigvHhTu7ra", page).await.expect("a page").list;
            rows += list.len();
            if list.len() < 1000 {
                break;
            }
        }
        rows
    }

    async fn call(&self) {
        self.0.get_job_execution("gqigvHhTu7ra", "000000000000").await.expect("an execution");
    }
}

fn main() {
    measure::main::<Handwritten>();
}
