//! Time from the text of the spec to the text of the generated files.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a benchmark says by a panic that it failed; its entry is a macro"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::path::Path;

fn generate(criterion: &mut Criterion) {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("spec/dataflow.yaml");
    let source = ncloud_codegen::Source::read(&spec, "ncloud_dataflow").unwrap();
    criterion.bench_function("generate the library", |bencher| {
        bencher.iter(|| ncloud_codegen::generate(black_box(&source)).unwrap());
    });
}

criterion_group!(benches, generate);
criterion_main!(benches);
