//! Calls the service from code that is not async: one small runtime, kept for all calls.
//!
//! ```console
//! $ cargo run --example blocking
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use ncloud_dataflow::Client;
use ncloud_dataflow_emulator::Emulator;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let emulator = runtime.block_on(Emulator::start())?;
    let builder = Client::builder().endpoint(emulator.endpoint()).credentials(emulator.credentials().clone());
    let client = runtime.block_on(builder.build())?;

    let page = runtime.block_on(client.get_job_executions("gqigvHhTu7ra").page_size(4).send())?;
    println!("{} executions", page.list.len());

    let execution = runtime.block_on(client.get_job_execution("gqigvHhTu7ra", "fKE22JFX4PAu").send())?;
    println!("{} is {}", execution.job_execution_id, execution.status.unwrap_or_default());
    Ok(())
}
