//! Measures a client. All measuring programs share this code, so they differ only in the client.
//!
//! `measure decode FILE` decodes a page of executions repeatedly. `measure list ENDPOINT PREFETCH` lists all
//! executions. `measure call ENDPOINT CALLS CONCURRENT` reads one execution repeatedly. Each prints one JSON object.

use std::time::Instant;

#[cfg(feature = "allocations")]
#[global_allocator]
static ALLOCATOR: &stats_alloc::StatsAlloc<std::alloc::System> = &stats_alloc::INSTRUMENTED_SYSTEM;

/// A client of the API.
pub trait Peer: Clone + 'static {
    /// Creates a client of this server. Clients that cannot prefetch pages ignore `prefetch`.
    fn new(endpoint: &str, prefetch: usize) -> impl Future<Output = Self>;

    /// Decodes a page. Returns its number of rows.
    fn decode(page: &[u8]) -> usize;

    /// Lists all executions. Returns their number.
    fn list(&self) -> impl Future<Output = usize>;

    /// Reads one execution.
    fn call(&self) -> impl Future<Output = ()>;
}

/// Runs the measurement that the arguments name.
pub fn main<P: Peer>() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    match arguments.as_slice() {
        ["decode", file] => decode::<P>(&std::fs::read(file).expect("a page")),
        ["list", endpoint, prefetch] => runtime.block_on(list::<P>(endpoint, number(prefetch))),
        ["call", endpoint, calls, concurrent] => {
            let local = tokio::task::LocalSet::new();
            local.block_on(&runtime, call::<P>(endpoint, number(calls), number(concurrent)));
        }
        _ => panic!("usage: measure decode FILE | list ENDPOINT PREFETCH | call ENDPOINT CALLS CONCURRENT"),
    }
}

fn number(text: &str) -> usize {
    text.parse().expect("a number")
}

fn decode<P: Peer>(page: &[u8]) {
    let rows = P::decode(page);
    let mut best = f64::MAX;
    for _ in 0..100 {
        let start = Instant::now();
        std::hint::black_box(P::decode(std::hint::black_box(page)));
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{{\"seconds\":{best},\"allocations\":{}}}", allocations(|| P::decode(page)) as f64 / rows as f64);
}

#[cfg(feature = "allocations")]
fn allocations(read: impl Fn() -> usize) -> usize {
    let region = stats_alloc::Region::new(ALLOCATOR);
    read();
    let change = region.change();
    change.allocations + change.reallocations
}

#[cfg(not(feature = "allocations"))]
fn allocations(_read: impl Fn() -> usize) -> usize {
    0
}

async fn list<P: Peer>(endpoint: &str, prefetch: usize) {
    let peer = P::new(endpoint, prefetch).await;
    // The first call opens the connection and allocates memory. It is not measured.
    peer.call().await;
    let (start, cpu, before) = (Instant::now(), cpu(), resident("VmRSS"));
    let rows = peer.list().await;
    let (seconds, cpu) = (start.elapsed().as_secs_f64(), self::cpu() - cpu);
    let grown = resident("VmHWM") - before;
    println!("{{\"seconds\":{seconds},\"cpu\":{cpu},\"rows\":{rows},\"grown_mib\":{grown}}}");
}

async fn call<P: Peer>(endpoint: &str, calls: usize, concurrent: usize) {
    let peer = P::new(endpoint, 0).await;
    peer.call().await;
    let (start, cpu) = (Instant::now(), cpu());
    let tasks: Vec<_> = (0..concurrent)
        .map(|_| {
            let peer = peer.clone();
            tokio::task::spawn_local(async move {
                for _ in 0..calls / concurrent {
                    peer.call().await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("a finished task");
    }
    let (seconds, cpu) = (start.elapsed().as_secs_f64(), self::cpu() - cpu);
    println!("{{\"seconds\":{seconds},\"cpu\":{cpu}}}");
}

/// CPU seconds of this thread, with a resolution of 1 ns. All calls run on this thread.
fn cpu() -> f64 {
    let scheduled = std::fs::read_to_string("/proc/thread-self/schedstat").expect("procfs");
    scheduled.split(' ').next().and_then(|nanos| nanos.parse::<f64>().ok()).expect("nanoseconds") / 1e9
}

/// Reads a line in the status of this process, in MiB.
fn resident(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("procfs");
    let line = status.lines().find(|line| line.starts_with(name)).expect("a line of that name");
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).expect("a size") / 1024.0
}
