//! Handles errors: kinds, predicates, hints, retries, and calls of unknown outcome. The emulator injects the failures.
//!
//! ```console
//! $ cargo run --example errors_and_retries
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use ncloud_dataflow::models::JobTypeInput;
use ncloud_dataflow::{Client, Error, Options};
use ncloud_dataflow_emulator::{Emulator, Fault};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Error responses.
    let emulator = Emulator::start().await?;
    report(client(&emulator).await?.get_job("nosuchjob").send().await)?;

    // Invalid input. Nothing is sent.
    report(client(&emulator).await?.get_job("..").send().await)?;

    // Throttling. The client retries it by default, after the pause that the service asks for.
    let emulator = Emulator::builder().fault(Fault::Throttled, 1.0).start().await?;
    let once = Options::new().attempts(1);
    report(client(&emulator).await?.get_jobs().with(once).send().await)?;

    // Lost responses. The seed is such that requests 1 and 3 get no response.
    let emulator = Emulator::builder().fault(Fault::Lost, 0.5).seed(10).start().await?;
    let client = client(&emulator).await?;
    // A call that only reads is retried.
    let response = client.get_jobs().send_with_metadata().await?;
    println!("listed jobs with {} attempts", response.metadata.attempts);
    // A create is not: the service may have carried it out. Check before you call again.
    let error = report(client.create_job("nightly", JobTypeInput::Script).send().await)?;
    if error.outcome_unknown() {
        let jobs = client.get_jobs().items().collect().await?;
        let created = jobs.iter().any(|job| job.name.as_deref() == Some("nightly"));
        println!("the job was created: {created}");
    }
    Ok(())
}

async fn client(emulator: &Emulator) -> Result<Client, Error> {
    let builder = Client::builder().endpoint(emulator.endpoint()).credentials(emulator.credentials().clone());
    builder.build().await
}

/// Prints the error of a call that is expected to fail.
fn report<T>(result: Result<T, Error>) -> Result<Error, &'static str> {
    let error = result.err().ok_or("the call succeeded")?;
    println!("{:?}: {error}", error.kind());
    println!("  status {:?}, code {:?}, request ID {:?}", error.status(), error.code(), error.request_id());
    println!("  not found: {}, throttled: {}", error.is_not_found(), error.is_throttled());
    println!("  retryable: {}, outcome unknown: {}", error.is_retryable(), error.outcome_unknown());
    println!("  hint: {}", error.hint().unwrap_or("none"));
    if let Some(pause) = error.retry_after() {
        println!("  retry after {pause:?}");
    }
    Ok(error)
}
