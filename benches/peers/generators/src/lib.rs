//! Measures a generator, from the spec file to the client files. Each run is a separate process.

use std::time::Instant;

/// Runs a generator once with the two arguments of the program, the spec and the output folder. Prints time and memory as
/// one JSON object.
pub fn measure(generate: impl Fn(&str, &str)) {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [spec, output] = arguments.as_slice() else { panic!("usage: generate SPEC OUTPUT") };
    let start = Instant::now();
    generate(spec, output);
    let seconds = start.elapsed().as_secs_f64();
    println!("{{\"seconds\":{seconds},\"mib\":{}}}", peak());
}

/// Peak memory of this process, in MiB.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("procfs");
    let line = status.lines().find(|line| line.starts_with("VmHWM")).expect("the peak");
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).expect("a size") / 1024.0
}
