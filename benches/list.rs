//! Time to list 100,000 executions from the emulator, a thousand a page, over loopback sockets.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a benchmark says by a panic that it failed; its entry is a macro"
)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ncloud_dataflow::{Client, Options, operations};
use ncloud_dataflow_emulator::Emulator;

const ROWS: usize = 100_000;

async fn list(client: &Client, ahead: usize) -> usize {
    let request = client.get_job_executions("gqigvHhTu7ra").with(Options::new().prefetch(ahead));
    let mut items = request.items();
    let mut rows = 0;
    while let Some(item) = items.next().await {
        item.unwrap();
        rows += 1;
    }
    rows
}

fn list_all(criterion: &mut Criterion) {
    // The emulator has a thread of its own, as a server has a machine of its own.
    let server = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let start = Emulator::builder().fill(operations::GET_JOB_EXECUTIONS.id, ROWS).start();
    let emulator = server.block_on(start).unwrap();
    let caller = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let builder = Client::builder().credentials(emulator.credentials().clone()).endpoint(emulator.endpoint());
    let client = caller.block_on(builder.build()).unwrap();

    let mut group = criterion.benchmark_group("list 100,000 executions");
    group.sample_size(10).throughput(Throughput::Elements(ROWS as u64));
    for ahead in [0, 2, 8] {
        group.bench_with_input(BenchmarkId::new("pages ahead", ahead), &ahead, |bencher, &ahead| {
            bencher.to_async(&caller).iter(|| async {
                assert_eq!(list(&client, ahead).await, ROWS);
            });
        });
    }
    group.finish();
}

criterion_group!(benches, list_all);
criterion_main!(benches);
