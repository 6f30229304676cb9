//! Runs our generator. It writes all its files, including the tables and the reference page.

use ncloud_codegen::{Mode, Source, generate, sync};
use std::path::Path;

fn main() {
    generators::measure(|spec, output| {
        let source = Source::read(Path::new(spec), "ncloud_dataflow").expect("the spec");
        sync(&generate(&source).expect("a client").files, Path::new(output), Mode::Write).expect("files");
    });
}
