//! Measures our client.

use measure::Peer;
use ncloud_dataflow::models::JobExecutionList;
use ncloud_dataflow::{Client, Credentials};

#[derive(Clone)]
struct Ours(Client);

impl Peer for Ours {
    async fn new(endpoint: &str, prefetch: usize) -> Self {
        let builder = Client::builder().endpoint(endpoint).credentials(
            Credentials::new("EMULATOR-DEMO-ACCESS-KEY", "emulator-demo-secret-key-not-a-secret").expect("keys"),
        );
        Self(builder.prefetch(prefetch).build().await.expect("a client"))
    }

    fn decode(page: &[u8]) -> usize {
        // The client also checks a body once as UTF-8.
        let page = std::str::from_utf8(page).expect("UTF-8");
        ncloud_dataflow::runtime::model::from_json::<JobExecutionList>(page).expect("a page").list.len()
    }

    async fn list(&self) -> usize {
        let mut items = self.0.get_job_executions("gqigvHhTu7ra").items();
        let mut rows = 0;
        while let Some(item) = items.next().await {
            item.expect("an execution");
            rows += 1;
        }
        rows
    }

    async fn call(&self) {
        self.0.get_job_execution("gqigvHhTu7ra", "fKE22JFX4PAu").send().await.expect("an execution");
    }
}

fn main() {
    measure::main::<Ours>();
}
