//! Dependencies: MSRV, build scripts and ages. Works offline, with the lock file. Licenses, known vulnerabilities and
//! the users of the HTTP crate are checked by `deny.toml`.

use ncloud_testing::{Scale, record};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Major, minor, patch.
type Version = (u64, u64, u64);

/// The declared MSRV.
const OLDEST: Version = (1, 90, 0);

/// Packages that are compiled on this platform, as resolved by cargo.
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

    /// Returns a workspace member and the dependencies that its users compile: normal and build, but not test.
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

/// Returns names and versions in the lock file, for all platforms.
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

#[test]
fn the_msrv_is_new_enough_for_all_dependencies() {
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

/// Returns the number of crates that a user of a workspace member compiles. Cargo's tree has the features that this
/// member asks for; its metadata has those of all members and their tests together.
fn crates(member: &str) -> usize {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "--edges=normal,build", "--prefix=none", "--format={p}"])
        .args(["--package", member, "--target", &host()])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).unwrap();
    let crates: BTreeSet<&str> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    assert!(crates.len() > 50, "{crates:?}");
    crates.len()
}

#[test]
fn the_library_stays_small() {
    let count = crates("ncloud-dataflow");
    assert!(count <= 130, "{count} crates");
}

/// Crates whose build scripts may run on a user's machine. Each was reviewed: none opens a connection.
const BUILD_SCRIPTS: &[&str] = &[
    // Compile bundled C or assembly.
    "ring",
    // Check the compiler version.
    "anyhow",
    "crossbeam-utils",
    "generic-array",
    "getrandom",
    "httparse",
    "icu_normalizer_data",
    "icu_properties_data",
    // Writes tests from files of its own.
    "jmespath",
    "libc",
    "num-traits",
    "parking_lot_core",
    "portable-atomic",
    "prettyplease",
    "proc-macro2",
    "quote",
    "rustix",
    "rustls",
    "serde",
    "serde_core",
    "serde_json",
    "thiserror",
    "zmij",
    // Sets conditions for the compiler.
    "redb",
    // Makes tests of its own, with a feature that is off.
    "pulldown-cmark",
    // Ours: compares a digest of the spec.
    "ncloud-dataflow",
];

#[test]
fn only_reviewed_build_scripts_run() {
    let graph = graph();
    for member in ["ncloud-dataflow", "ncloud-dataflow-emulator", "ncloud-dataflow-cli"] {
        for id in graph.compiled_with(member) {
            let package = graph.package(&id);
            let targets = package["targets"].as_array().unwrap();
            let has_script = targets.iter().any(|target| target["kind"][0] == "custom-build");
            let name = text(&package["name"]);
            assert!(!has_script || BUILD_SCRIPTS.contains(&name.as_str()), "{member} runs the build script of {name}");
        }
    }
}

/// Returns the publication date of a locked version, from the registry's index.
fn published(name: &str, version: Version) -> Option<jiff::Timestamp> {
    let home = std::env::home_dir()?;
    let index = std::fs::read_dir(home.join(".cargo/registry/index")).ok()?.next()?.ok()?.path().join(".cache");
    let folder = match name.len() {
        0..=2 => return None,
        3 => format!("3/{}", &name[..1]),
        _ => format!("{}/{}", &name[..2], &name[2..4]),
    };
    let cache = std::fs::read(index.join(folder).join(name)).ok()?;
    let entries = cache.split(|byte| *byte == 0).filter_map(|entry| serde_json::from_slice::<Value>(entry).ok());
    let entry = entries
        .filter(|entry| entry["vers"].is_string())
        .find(|entry| self::version(&text(&entry["vers"])) == version)?;
    text(&entry["pubtime"]).parse().ok()
}

/// R30, with the other tests of this file. Ages matter for releases, so only the full scale checks them.
#[test]
fn r30_dependencies_are_few_reviewed_and_not_new() {
    let scale = Scale::from_process();
    let [library, program] = ["ncloud-dataflow", "ncloud-dataflow-cli"].map(crates);
    assert!(library <= 130 && program <= 240, "{library} crates in the library, {program} in the program");
    let now = jiff::Timestamp::now();
    let ages = locked().into_iter().filter_map(|(name, version)| {
        let published = published(&name, version)?;
        Some((now.duration_since(published).as_hours() / 24, name))
    });
    let mut ages: Vec<(i64, String)> = ages.collect();
    ages.sort();
    let young: Vec<String> =
        ages.iter().take_while(|(days, _)| *days < 14).map(|(days, name)| format!("{name} {days} d")).collect();
    let packagings = if scale.is_full() { identical_packagings() } else { 0 };
    let oldest_known = ages.len();
    record!(
        scale,
        "R30",
        format!(
            "{library} crates in the library, {program} in the program; of {oldest_known} with a known age younger than 14 days: {young:?}; {packagings} packages the same when packaged twice"
        ),
    );
}

/// Packages all crates twice and compares the results.
fn identical_packagings() -> usize {
    let package = |name: &str| {
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let status = Command::new(env!("CARGO"))
            .args([
                "package",
                "--workspace",
                "--exclude",
                "xtask",
                "--exclude",
                "bench-peers",
                "--no-verify",
                "--allow-dirty",
                "--offline",
                "--quiet",
            ])
            .arg("--target-dir")
            .arg(&folder)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .status()
            .unwrap();
        assert!(status.success());
        let files = std::fs::read_dir(folder.join("package")).unwrap().map(|entry| entry.unwrap().path());
        let crates = files.filter(|path| path.extension().is_some_and(|extension| extension == "crate"));
        crates
            .map(|path| (path.file_name().unwrap().to_owned(), std::fs::read(&path).unwrap()))
            .collect::<BTreeMap<_, _>>()
    };
    let (first, second) = (package("packaging-1"), package("packaging-2"));
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (name, bytes) in &first {
        assert!(*bytes == second[name], "{name:?} differs from one packaging to the next");
    }
    first.len()
}
