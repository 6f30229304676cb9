//! Starts a job, waits until the run has ended, and reads its outcome.
//!
//! ```console
//! $ cargo run --example run_and_wait
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use ncloud_dataflow::models::JobTypeInput;
use ncloud_dataflow::{Client, Error, Options, Outcome};
use ncloud_dataflow_emulator::Emulator;
use std::time::Duration;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let emulator = Emulator::start().await?;
    let builder = Client::builder().endpoint(emulator.endpoint()).credentials(emulator.credentials().clone());
    let client = builder.build().await?;

    // In the emulator, a run fails if the name of the job begins with "fail".
    for name in ["nightly", "fail-nightly"] {
        let job = client.create_job(name, JobTypeInput::Script).send().await?;
        let job_id = job.job_id.ok_or("the response has no ID of the job")?;
        run(&client, &job_id).await?;
    }
    Ok(())
}

async fn run(client: &Client, job_id: &str) -> Result<(), Error> {
    // The default interval between two polls is 1 to 10 seconds. Runs of the emulator are shorter.
    let options = Options::new().poll_interval(Duration::from_millis(20));
    let run = client.create_job_execution(job_id).with(options).start().await?;
    println!("started {}", run.execution_id());

    match run.wait(Duration::from_secs(3600)).await {
        Ok(execution) => match execution.outcome() {
            Some(Outcome::Success) => println!("the run succeeded"),
            Some(other) => println!("the run did not succeed: {other:?}"),
            None => println!("the run ended in an undocumented state: {:?}", execution.status),
        },
        // A timeout does not stop the run. Wait again later, or cancel it.
        Err(error) if error.is_timeout() => {
            println!("{error}");
            run.cancel().await?;
        }
        Err(error) => return Err(error),
    }
    Ok(())
}
