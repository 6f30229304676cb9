//! Prints the spans of calls and attempts, with the field names of OpenTelemetry.
//!
//! ```console
//! $ cargo run --example tracing
//! ```
//!
//! In your own crate, enable the feature `tracing` of `ncloud-dataflow`. This repository's tests enable it already.

use ncloud_dataflow::Client;
use ncloud_dataflow_emulator::{Emulator, Fault};
use tracing::Level;
use tracing_subscriber::field::MakeExt;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::format::{FmtSpan, debug_fn};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Returns the name of a field in OpenTelemetry's semantic conventions.
fn opentelemetry(name: &str) -> &str {
    match name {
        "operation" => "rpc.method",
        "method" => "http.request.method",
        "path" => "url.template",
        "status" => "http.response.status_code",
        "bytes" => "http.response.body.size",
        "kind" => "error.type",
        other => other,
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let fields =
        debug_fn(|writer, field, value| write!(writer, "{}={value:?}", opentelemetry(field.name()))).delimited(" ");
    let layer = tracing_subscriber::fmt::layer().fmt_fields(fields).with_span_events(FmtSpan::CLOSE).with_ansi(false);
    let ours = Targets::new().with_target("ncloud_runtime", Level::DEBUG);
    tracing_subscriber::registry().with(layer.with_target(false)).with(ours).init();

    // The seed lets the first attempt fail, so the call has two spans of attempts.
    let emulator = Emulator::builder().fault(Fault::Lost, 0.5).seed(2).start().await?;
    let builder = Client::builder().endpoint(emulator.endpoint()).credentials(emulator.credentials().clone());
    let client = builder.build().await?;
    client.get_job("gqigvHhTu7ra").send().await?;
    Ok(())
}
