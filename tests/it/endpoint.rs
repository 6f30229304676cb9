//! The worked example `docs/add-an-endpoint.md`, step by step on a copy of the repository.
//!
//! The test writes the files and runs the commands of the page. Their output must match the page.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PAGE: &str = include_str!("../../docs/add-an-endpoint.md");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A program that calls the new method against the new route of the emulator.
const CALLER: &str = r#"
mod page;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let emulator = ncloud_dataflow_emulator::Emulator::start().await?;
    let builder = ncloud_dataflow::Client::builder().credentials(emulator.credentials().clone());
    let client = builder.endpoint(emulator.endpoint()).build().await?;
    println!("{:?}", page::failed(&client).await?);
    Ok(())
}
"#;

/// A fenced block of the page, with its language and the comment before it, if any.
struct Block<'p> {
    marker: Option<&'p str>,
    language: &'p str,
    text: String,
}

fn blocks() -> Vec<Block<'static>> {
    let mut blocks = Vec::new();
    let mut lines = PAGE.lines();
    let mut marker = None;
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let text = lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
            blocks.push(Block { marker: marker.take(), language, text });
        } else if let Some(comment) = line.strip_prefix("<!-- ") {
            marker = comment.strip_suffix(" -->");
        }
    }
    blocks
}

/// Returns the blocks with sessions, in order: commands with their output.
fn sessions() -> Vec<String> {
    let blocks = blocks();
    blocks.into_iter().filter(|block| block.language == "console").map(|block| block.text).collect()
}

struct Checkout {
    folder: PathBuf,
}

impl Checkout {
    /// Creates a copy in the test's folder. Files that are already up to date are not written, so a second run builds
    /// little.
    fn new() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("endpoint/repository");
        let mut wanted = BTreeSet::new();
        copy(Path::new(ROOT), &folder, Path::new(""), &mut wanted);
        remove_others(&folder, Path::new(""), &wanted);
        Self { folder }
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).unwrap()
    }

    fn cargo(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.with_file_name("target"))
            .env("CARGO_TERM_COLOR", "never")
            .env("INSTA_UPDATE", "always")
            // The page shows Korean time.
            .env("TZ", "KST-9")
            .env_remove("NCLOUD_GENERATED")
            .output()
            .unwrap()
    }

    /// Returns the names of changed files, as `git status --short` shows them.
    fn changed(&self) -> Vec<String> {
        let mut names = BTreeSet::new();
        list(&self.folder, Path::new(""), &mut names);
        let status = |name: &PathBuf| {
            let original = Path::new(ROOT).join(name);
            let sign = match fs::read(&original) {
                Err(_) => "??",
                Ok(bytes) if bytes != fs::read(self.folder.join(name)).unwrap() => " M",
                Ok(_) => return None,
            };
            Some(format!("{sign} {}", name.display()))
        };
        let mut changed: Vec<String> = names.iter().filter_map(status).collect();
        changed.sort_by_key(|line| (line.starts_with('?'), line.clone()));
        changed
    }
}

/// Returns true for files that the build needs. Others are history, build output, or installed by other tests.
fn is_source(name: &str) -> bool {
    !name.starts_with('.') && !matches!(name, "target" | "contract") && !name.ends_with(".snap.new")
}

fn list(root: &Path, folder: &Path, names: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(root.join(folder)).into_iter().flatten() {
        let entry = entry.unwrap();
        let name = folder.join(entry.file_name());
        if !is_source(&entry.file_name().to_string_lossy()) {
            continue;
        }
        match entry.file_type().unwrap().is_dir() {
            true => list(root, &name, names),
            false => drop(names.insert(name)),
        }
    }
}

fn copy(from: &Path, to: &Path, folder: &Path, names: &mut BTreeSet<PathBuf>) {
    list(from, folder, names);
    for name in names.iter() {
        let (source, target) = (fs::read(from.join(name)).unwrap(), to.join(name));
        if fs::read(&target).ok().as_ref() != Some(&source) {
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(target, source).unwrap();
        }
    }
}

fn remove_others(root: &Path, folder: &Path, wanted: &BTreeSet<PathBuf>) {
    let mut present = BTreeSet::new();
    list(root, folder, &mut present);
    for name in present.difference(wanted) {
        fs::remove_file(root.join(name)).unwrap();
    }
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Returns the lines after a command of a session.
fn shown(session: &str, command: &str) -> String {
    let (_, rest) = session.split_once(&format!("$ {command}\n")).unwrap();
    rest.split_once("\n$ ").map_or(rest.trim_end(), |(output, _)| output).to_owned()
}

#[test]
fn the_worked_example_works() {
    let checkout = Checkout::new();
    let written = write_the_spec(&checkout);
    let sessions = sessions();

    let before = checkout.read("generated/client.rs");
    let failed = checkout.cargo(&["build"]);
    assert!(!failed.status.success());
    for line in shown(&sessions[0], "cargo build").lines() {
        assert!(stderr(&failed).contains(line.trim()), "expected '{line}' in {}", stderr(&failed));
    }
    assert_eq!(checkout.read("generated/client.rs"), before, "a broken spec leaves generated/ as it was");

    checkout.write(&written, &checkout.read(&written).replace("x-idempotant", "x-idempotent"));
    let built = checkout.cargo(&["build"]);
    assert!(built.status.success(), "{}", stderr(&built));
    assert_eq!(checkout.changed().join("\n"), shown(&sessions[1], "git status --short"));

    the_command_answers(&checkout, &sessions[2]);
    the_method_answers(&checkout);
    the_examples_are_tests(&checkout, &sessions[3]);
}

/// Writes the files of the page. Returns the name of the file with the mistake.
fn write_the_spec(checkout: &Checkout) -> String {
    let mut first = None;
    for block in blocks() {
        match block.marker.map(|marker| marker.split_once(", ").unwrap_or((marker, ""))) {
            None => {}
            Some((name, "at the end of paths")) => {
                let text = checkout.read(name);
                let (paths, rest) = text.split_once("\n\ncomponents:").unwrap();
                checkout.write(name, &format!("{paths}\n{}\ncomponents:{rest}", block.text));
            }
            Some((name, _)) => {
                checkout.write(name, &block.text);
                first.get_or_insert(name.to_owned());
            }
        }
    }
    first.unwrap()
}

fn the_command_answers(checkout: &Checkout, session: &str) {
    let line = session.lines().next().unwrap();
    let arguments: Vec<&str> = line.trim_start_matches("$ cargo run -- ").split(' ').collect();
    let run = checkout.cargo(&[["run", "--quiet", "--"].as_slice(), &arguments].concat());
    assert_eq!(
        String::from_utf8_lossy(&run.stdout).trim_end(),
        shown(session, line.trim_start_matches("$ ")),
        "{}",
        stderr(&run)
    );
}

fn the_method_answers(checkout: &Checkout) {
    let folder = checkout.folder.with_file_name("caller");
    let code = blocks().into_iter().find(|block| block.language == "rust").unwrap().text;
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("src/main.rs"), CALLER).unwrap();
    fs::write(folder.join("src/page.rs"), code).unwrap();
    fs::copy(checkout.folder.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    fs::write(
        folder.join("Cargo.toml"),
        "[package]\nname = \"caller\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         ncloud-dataflow = { path = \"../repository\" }\n\
         ncloud-dataflow-emulator = { path = \"../repository/emulator\" }\n\
         tokio = { version = \"1\", features = [\"macros\", \"rt\"] }\n",
    )
    .unwrap();
    let manifest = folder.join("Cargo.toml");
    let run = checkout.cargo(&["run", "--quiet", "--manifest-path", manifest.to_str().unwrap()]);
    assert_eq!(String::from_utf8_lossy(&run.stdout), "[\"fKE22JFX4PAv\"]\n", "{}", stderr(&run));
}

fn the_examples_are_tests(checkout: &Checkout, session: &str) {
    // Only the tests of the examples. The others run in the repository itself.
    let tested = checkout.cargo(&["test", "-p", "ncloud-dataflow", "--test", "it", "examples::generated::search"]);
    let output = String::from_utf8_lossy(&tested.stdout);
    for line in shown(session, "cargo test").lines() {
        assert!(output.contains(line), "expected '{line}' in {output}{}", stderr(&tested));
    }
}
