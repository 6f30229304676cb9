//! Prints the IDs of a job's executions.

use ncloud_dataflow::{Client, Credentials};
use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let credentials = Credentials::new("access-key", "secret-key")?;
    let client = Client::builder().credentials(credentials).build().await?;
    let mut executions = client.get_job_executions("gqigvHhTu7ra").items();
    while let Some(execution) = executions.next().await {
        let execution = execution?;
        println!("{} {:?}", execution.job_execution_id, execution.status);
    }
    Ok(())
}
