//! Lists the executions of a job: all of them, the newest ones, and page by page.
//!
//! ```console
//! $ cargo run --example list
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use ncloud_dataflow::Client;
use ncloud_dataflow_emulator::Emulator;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // With your own account, the next three statements are `let client = Client::from_env().await?;`.
    let emulator = Emulator::builder().fill("getJobExecutions", 25).start().await?;
    let builder = Client::builder().endpoint(emulator.endpoint()).credentials(emulator.credentials().clone());
    let client = builder.build().await?;
    let job_id = "gqigvHhTu7ra";

    // A stream of all items. It requests the pages.
    let mut executions = client.get_job_executions(job_id).items();
    let mut count = 0;
    while let Some(execution) = executions.next().await {
        execution?;
        count += 1;
    }
    println!("{count} executions");

    // A limit on the number of items.
    let mut newest = client.get_job_executions(job_id).items().limit(3);
    while let Some(execution) = newest.next().await {
        let execution = execution?;
        let status = execution.status.unwrap_or_default();
        let start = execution.start_date.unwrap_or_default();
        println!("{}  {status}  {start}", execution.job_execution_id);
    }

    // A stream of pages. The listing ends at an empty page.
    let mut pages = client.get_job_executions(job_id).page_size(10).pages();
    while let Some(page) = pages.next().await {
        println!("a page of {} executions", page?.list.len());
    }
    Ok(())
}
