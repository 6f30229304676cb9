//! Lists the executions of a job: of your account if keys are found, else of the emulator.
//!
//! ```console
//! $ cargo run --example list_executions gqigvHhTu7ra
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example shows what it does")]

use ncloud_dataflow::{Client, Error};
use ncloud_dataflow_emulator::Emulator;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let job_id = std::env::args().nth(1).unwrap_or_else(|| "gqigvHhTu7ra".to_owned());
    match Client::from_env().await {
        Ok(client) => list(&client, &job_id).await?,
        Err(error) => {
            eprintln!("{error}: listing from the emulator instead");
            let emulator = Emulator::start().await?;
            let builder = Client::builder().credentials(emulator.credentials().clone());
            let client = builder.endpoint(emulator.endpoint()).build().await?;
            list(&client, &job_id).await?;
        }
    }
    Ok(())
}

async fn list(client: &Client, job_id: &str) -> Result<(), Error> {
    let mut executions = client.get_job_executions(job_id).items();
    while let Some(execution) = executions.next().await {
        let execution = execution?;
        let status = execution.status.unwrap_or_default();
        let start = execution.start_date.unwrap_or_default();
        println!("{}  {status}  {start}", execution.job_execution_id);
    }
    Ok(())
}
