//! What each peer is asked to do, and how it is measured: the same for all, so that only their clients differ.
//!
//! `measure decode FILE` reads a page of executions again and again, `measure list ENDPOINT AHEAD` lists them all,
//! `measure call ENDPOINT CALLS AT_ONCE` reads a single one. Each prints one JSON object.

use std::time::Instant;

#[cfg(feature = "allocations")]
#[global_allocator]
static ALLOCATOR: &stats_alloc::StatsAlloc<std::alloc::System> = &stats_alloc::INSTRUMENTED_SYSTEM;

/// A client of the API.
pub trait Peer: Clone + 'static {
    /// A client of this server. `ahead` is the number of pages to fetch ahead, for those who can.
    fn new(endpoint: &str, ahead: usize) -> impl Future<Output = Self>;

    /// Reads a page, and tells how many rows it has.
    fn decode(page: &[u8]) -> usize;

    /// Lists all executions, and tells how many there are.
    fn list(&self) -> impl Future<Output = usize>;

    /// Reads one execution.
    fn call(&self) -> impl Future<Output = ()>;
}

/// Does what the arguments ask for.
pub fn main<P: Peer>() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    match arguments.as_slice() {
        ["decode", file] => decode::<P>(&std::fs::read(file).expect("a page")),
        ["list", endpoint, ahead] => runtime.block_on(list::<P>(endpoint, number(ahead))),
        ["call", endpoint, calls, at_once] => {
            let local = tokio::task::LocalSet::new();
            local.block_on(&runtime, call::<P>(endpoint, number(calls), number(at_once)));
        }
        _ => panic!("usage: measure decode FILE | list ENDPOINT AHEAD | call ENDPOINT CALLS AT_ONCE"),
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

async fn list<P: Peer>(endpoint: &str, ahead: usize) {
    let peer = P::new(endpoint, ahead).await;
    // The connection and the first touch of the memory are not what is measured.
    peer.call().await;
    let (start, cpu, before) = (Instant::now(), cpu(), resident("VmRSS"));
    let rows = peer.list().await;
    let (seconds, cpu) = (start.elapsed().as_secs_f64(), self::cpu() - cpu);
    let grown = resident("VmHWM") - before;
    println!("{{\"seconds\":{seconds},\"cpu\":{cpu},\"rows\":{rows},\"grown_mib\":{grown}}}");
}

async fn call<P: Peer>(endpoint: &str, calls: usize, at_once: usize) {
    let peer = P::new(endpoint, 0).await;
    peer.call().await;
    let (start, cpu) = (Instant::now(), cpu());
    let tasks: Vec<_> = (0..at_once)
        .map(|_| {
            let peer = peer.clone();
            tokio::task::spawn_local(async move {
                for _ in 0..calls / at_once {
                    peer.call().await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("a task that ends");
    }
    let (seconds, cpu) = (start.elapsed().as_secs_f64(), self::cpu() - cpu);
    println!("{{\"seconds\":{seconds},\"cpu\":{cpu}}}");
}

/// Seconds of processor time that this thread has used, to a nanosecond. All calls are made on it.
fn cpu() -> f64 {
    let scheduled = std::fs::read_to_string("/proc/thread-self/schedstat").expect("procfs");
    scheduled.split(' ').next().and_then(|nanos| nanos.parse::<f64>().ok()).expect("nanoseconds") / 1e9
}

/// MiB by the name of a line in the process's status.
fn resident(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("procfs");
    let line = status.lines().find(|line| line.starts_with(name)).expect("a line of that name");
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).expect("a size") / 1024.0
}
