//! Prints the IDs of a job's executions.

use peer_progenitor::Client;
use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::new("https://dataflow.apigw.ntruss.com");
    let job = "gqigvHhTu7ra".parse()?;
    let mut page = 0;
    loop {
        let executions = client.get_job_executions(&job, Some(1000), Some(page)).await?.into_inner().list;
        for execution in &executions {
            println!("{} {:?}", execution.job_execution_id, execution.status);
        }
        if executions.len() < 1000 {
            return Ok(());
        }
        page += 1;
    }
}
