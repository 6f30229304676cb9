//! Lists the executions of all jobs, one job after another: `one-by-one ENDPOINT`. Prints their number.

use ncloud_dataflow::{Client, Credentials};
use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let endpoint = std::env::args().nth(1).ok_or("usage: one-by-one ENDPOINT")?;
    let credentials = Credentials::new("EMULATOR-DEMO-ACCESS-KEY", "emulator-demo-secret-key-not-a-secret")?;
    let client = Client::builder().endpoint(endpoint).credentials(credentials).build().await?;
    let mut rows = 0;
    let mut jobs = client.get_jobs().items();
    while let Some(job) = jobs.next().await {
        let mut executions = client.get_job_executions(job?.job_id).items();
        while let Some(execution) = executions.next().await {
            execution?;
            rows += 1;
        }
    }
    println!("{{\"listed\":{rows}}}");
    Ok(())
}
