//! Prints the IDs of a job's executions.

use handwritten::Client;
use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::new("https://dataflow.apigw.ntruss.com", "access-key", "secret-key")?;
    let mut page = 0;
    loop {
        let executions = client.get_job_executions("gqigvHhTu7ra", page).await?.list;
        for execution in &executions {
            println!("{} {:?}", execution.job_execution_id, execution.status);
        }
        if executions.len() < 1000 {
            return Ok(());
        }
        page += 1;
    }
}
