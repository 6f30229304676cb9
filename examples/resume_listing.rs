//! Stops in the middle of a listing, keeps the position as a string, and continues in a second listing.
//!
//! ```console
//! $ cargo run --example resume_listing
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use ncloud_dataflow::{Client, ResumeToken};
use ncloud_dataflow_emulator::Emulator;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let emulator = Emulator::builder().fill("getJobExecutions", 25).start().await?;
    let builder = Client::builder().endpoint(emulator.endpoint()).credentials(emulator.credentials().clone());
    let client = builder.build().await?;
    let request = client.get_job_executions("gqigvHhTu7ra").page_size(10);

    // The first program stops after 13 items. After an error, the token is valid as well.
    let mut first = request.clone().items();
    let mut ids = Vec::new();
    while ids.len() < 13 {
        let Some(execution) = first.next().await else { break };
        ids.push(execution?.job_execution_id);
    }
    let saved = first.resume_token().to_string();
    println!("{} items; the token is {saved}", ids.len());
    drop(first);

    // The second program reads the string from a file, for example. The request must be the one of the first listing.
    let token: ResumeToken = saved.parse()?;
    let mut second = request.resume(&token);
    while let Some(execution) = second.next().await {
        ids.push(execution?.job_execution_id);
    }
    let total = ids.len();
    ids.sort();
    ids.dedup();
    println!("{total} items in all, {} of them different", ids.len());
    Ok(())
}
