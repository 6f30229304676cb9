//! What we depend on: licences, versions without known faults, the oldest compiler. Works offline, on the lock file.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Major, minor, patch.
type Version = (u64, u64, u64);

/// Licences whose terms a user of MIT or Apache-2.0 code meets already.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// The first version of a line without a known fault, and the advisory. State of 2026-08-20.
const FLOORS: &[(&str, &str, &str)] = &[
    ("aws-lc-sys", "0.39.0", "RUSTSEC-2026-0044 to -0048"),
    ("bytes", "1.11.1", "RUSTSEC-2026-0007"),
    ("crossbeam-channel", "0.5.15", "RUSTSEC-2025-0024"),
    ("h2", "0.4.16", "RUSTSEC-2026-0258"),
    ("idna", "1.0.0", "RUSTSEC-2024-0421"),
    ("lru", "0.18.2", "unsound before"),
    ("quinn-proto", "0.11.15", "denial of service before"),
    ("rand", "0.8.6", "RUSTSEC-2026-0097"),
    ("reqwest", "0.13.4", "headers kept on a change of scheme before"),
    ("ring", "0.17.12", "RUSTSEC-2025-0009"),
    ("rustls", "0.23.18", "RUSTSEC-2024-0399"),
    ("rustls-webpki", "0.103.13", "RUSTSEC-2026-0098, -0099, -0104"),
    ("slab", "0.4.11", "RUSTSEC-2025-0047"),
    ("time", "0.3.47", "RUSTSEC-2026-0009"),
    ("tokio", "1.44.2", "RUSTSEC-2025-0023"),
    ("tracing-subscriber", "0.3.20", "RUSTSEC-2025-0055"),
];

/// Further lines of `rand`, each with its own floor.
const RAND_FLOORS: [Version; 2] = [(0, 9, 3), (0, 10, 1)];

/// Unmaintained, unsound or hijacked before; none may come back.
const REFUSED: &[&str] = &[
    "atty",
    "backoff",
    "bincode",
    "chrono_anchor",
    "derivative",
    "dotenv",
    "fxhash",
    "instant",
    "libyml",
    "logflux",
    "logtrace",
    "paste",
    "proc-macro-error",
    "rustls-pemfile",
    "serde_yml",
    "time-sync",
    "time_calibrator",
    "tracing_checks",
    "tracings",
    "yaml-rust",
];

/// The stated MSRV.
const OLDEST: Version = (1, 88, 0);

/// What is compiled on this platform, as cargo resolves it.
struct Graph {
    packages: Vec<Value>,
    nodes: BTreeMap<String, Value>,
}

fn graph() -> Graph {
    let platform = format!("--filter-platform={}", host());
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked", "--offline", &platform])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    Graph {
        packages: metadata["packages"].as_array().unwrap().clone(),
        nodes: nodes.iter().map(|node| (text(&node["id"]), node.clone())).collect(),
    }
}

impl Graph {
    fn package(&self, id: &str) -> &Value {
        self.packages.iter().find(|package| package["id"] == id).unwrap()
    }

    /// A workspace member and all that its users compile: normal and build dependencies, not those of its tests.
    fn compiled_with(&self, name: &str) -> BTreeSet<String> {
        let root = self.packages.iter().find(|package| package["name"] == name).unwrap();
        let mut found = BTreeSet::new();
        let mut next = vec![text(&root["id"])];
        while let Some(id) = next.pop() {
            for dependency in self.nodes[&id]["deps"].as_array().unwrap() {
                let kinds = dependency["dep_kinds"].as_array().unwrap();
                if kinds.iter().any(|kind| kind["kind"] != "dev") {
                    next.push(text(&dependency["pkg"]));
                }
            }
            if !found.insert(id) {
                next.retain(|id| !found.contains(id));
            }
        }
        found
    }
}

fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// Names and versions of the lock file, for all platforms.
fn locked() -> Vec<(String, Version)> {
    let lock = include_str!("../../Cargo.lock");
    let value = |line: &str, key: &str| Some(line.strip_prefix(key)?.trim_matches('"').to_owned());
    let names = lock.lines().filter_map(|line| value(line, "name = "));
    let versions = lock.lines().filter_map(|line| value(line, "version = \""));
    let locked: Vec<_> = names.zip(versions.map(|text| version(&text))).collect();
    assert!(locked.len() > 100, "{locked:?}");
    locked
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn version(text: &str) -> Version {
    let plain = text.split(['-', '+']).next().unwrap();
    let mut parts = plain.split('.').map(|part| part.parse().unwrap());
    (parts.next().unwrap(), parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

/// Whether an SPDX expression can be met with the accepted licences.
fn acceptable(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    let plain = |part: &str| LICENCES.contains(&part.trim_matches(['(', ')', ' ']));
    expression.split(" AND ").all(|all| all.split(" OR ").any(plain))
}

#[test]
fn licences_are_compatible() {
    for package in graph().packages {
        let expression = text(&package["license"]);
        assert!(acceptable(&expression), "{} is under '{expression}'", package["name"]);
    }
    assert!(!acceptable("GPL-3.0-only"));
    assert!(!acceptable("MIT AND GPL-3.0-only"));
    assert!(!acceptable(""));
    assert!(acceptable("(MIT OR GPL-3.0-only) AND Unicode-3.0"));
}

#[test]
fn no_crate_is_below_its_advisory_floor_or_refused() {
    for (name, found) in locked() {
        assert!(!REFUSED.contains(&name.as_str()), "{name} is refused");
        for (_, floor, advisory) in FLOORS.iter().filter(|(crate_name, ..)| *crate_name == name) {
            assert!(found >= version(floor), "{name} {found:?} is below {floor}: {advisory}");
        }
        for floor in RAND_FLOORS.into_iter().filter(|_| name == "rand") {
            assert!((found.0, found.1) != (floor.0, floor.1) || found >= floor, "rand {found:?} is below {floor:?}");
        }
    }
}

#[test]
fn the_stated_compiler_is_new_enough_for_every_dependency() {
    let graph = graph();
    for member in
        ["ncloud-dataflow", "ncloud-runtime", "ncloud-codegen", "ncloud-dataflow-emulator", "ncloud-dataflow-cli"]
    {
        for id in graph.compiled_with(member) {
            let package = graph.package(&id);
            if let Some(needed) = package["rust_version"].as_str() {
                assert!(version(needed) <= OLDEST, "{member} needs {} and that needs Rust {needed}", package["name"]);
            }
        }
    }
}

#[test]
fn the_library_stays_small() {
    let count = graph().compiled_with("ncloud-dataflow").len();
    assert!(count <= 130, "{count} crates");
}
