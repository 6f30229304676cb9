//! Creates a visual job from typed nodes, runs it, and reads its nodes back.
//!
//! ```console
//! $ cargo run --example visual_job
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use ncloud_dataflow::models::{EtlField, EtlJobNode, EtlSqlSource, JobTypeInput};
use ncloud_dataflow::models::{ObsSourceNode, ObsTargetNode, SqlNode};
use ncloud_dataflow::{Client, Options};
use ncloud_dataflow_emulator::Emulator;
use std::time::Duration;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let emulator = Emulator::start().await?;
    let builder = Client::builder().credentials(emulator.credentials().clone());
    let client = builder.endpoint(emulator.endpoint()).build().await?;

    // Each struct is one node type and sets `type` by itself. The numbers are the IDs of nodes.
    let fields = vec![EtlField::new("id").r#type("string")];
    let query = "SELECT DISTINCT id FROM events";
    let nodes: Vec<EtlJobNode> = vec![
        ObsSourceNode::new(1, "in", vec![], "1", "my-bucket", "in/", "CSV", fields.clone()).into(),
        SqlNode::new(2, "distinct", vec![1], vec![EtlSqlSource::new(1, "events")], query).into(),
        ObsTargetNode::new(3, "out", vec![2], "1", "my-bucket", "out/", "PARQUET", fields).into(),
    ];
    let job = client.create_job("distinct_ids", JobTypeInput::Visual).nodes(nodes).send().await?;
    let job_id = job.job_id.ok_or("the response has no ID of the job")?;

    let options = Options::new().poll_interval(Duration::from_millis(20));
    let run = client.create_job_execution(&job_id).with(options).start().await?;
    println!("outcome: {:?}", run.wait(Duration::from_secs(3600)).await?.outcome());

    for node in client.get_job(&job_id).send().await?.nodes.unwrap_or_default() {
        match node {
            EtlJobNode::TransformSql(node) => println!("SQL node {}: {}", node.name, node.sql),
            other => println!("{}", serde_json::to_string(&other)?),
        }
    }
    Ok(())
}
