//! The compile budget: what generated code costs everybody who builds it, and may not grow without being looked at.

use crate::program::{cargo, root};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

const FILE: &str = "docs/compile-budget.json";
/// What a figure may grow by, in percent.
const TOLERANCE: u64 = 5;

/// By what is counted.
type Figures = BTreeMap<String, u64>;

/// Fails if a figure is more than the tolerance above the budget.
pub(crate) fn check() -> Result<(), Box<dyn Error>> {
    let budget: Figures = serde_json::from_str(&fs::read_to_string(root().join(FILE))?)?;
    let counted = count()?;
    let mut over = Vec::new();
    for (name, counted) in &counted {
        let allowed = budget.get(name).map_or(0, |budget| budget + budget * TOLERANCE / 100);
        if *counted > allowed {
            over.push(format!("{name}: {counted}, at most {allowed}"));
        }
    }
    match over.as_slice() {
        [] => Ok(()),
        over => Err(format!(
            "generated code has grown beyond {FILE}:\n  {}\nmake it smaller, or accept it: cargo xtask budget accept",
            over.join("\n  ")
        )
        .into()),
    }
}

/// Makes what there is the budget.
pub(crate) fn accept() -> Result<(), Box<dyn Error>> {
    Ok(fs::write(root().join(FILE), serde_json::to_string_pretty(&count()?)? + "\n")?)
}

fn count() -> Result<Figures, Box<dyn Error>> {
    let mut figures = Figures::new();
    for entry in fs::read_dir(root().join("generated"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("examples.rs") {
            count_source(&fs::read_to_string(path)?, &mut figures);
        }
    }
    figures.insert("instructions".to_owned(), instructions()?);
    Ok(figures)
}

/// Counts by lines: the printer of generated code puts each of these at the begin of one.
fn count_source(text: &str, figures: &mut Figures) {
    let mut add = |name: &str, count: usize| *figures.entry(name.to_owned()).or_default() += count as u64;
    let lines = || text.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    add("lines of code", lines().count());
    add("impls", lines().filter(|line| line.starts_with("impl ") || line.starts_with("impl<")).count());
    let is_generic = |line: &str| {
        line.split_once("fn ").is_some_and(|(_, name)| {
            name.split(['(', ' ']).next().is_some_and(|name| name.contains('<')) || line.contains("impl Into<")
        })
    };
    add("generic functions", lines().filter(|line| is_generic(line)).count());
}

/// Instructions of the library's unoptimised code, as the compiler hands it to LLVM.
fn instructions() -> Result<u64, Box<dyn Error>> {
    let folder = root().join("target/budget");
    let output = folder.join("debug/deps");
    let mut command = cargo(&["rustc", "--quiet", "--locked", "--package", "ncloud-dataflow", "--lib"]);
    // Without TLS little else has to be built, and generated code does not depend on it.
    command.arg("--no-default-features").arg("--target-dir").arg(folder).args(["--", "--emit=llvm-ir"]);
    command.args(["-Ccodegen-units=1", "-Cdebuginfo=0", "-Copt-level=0"]).env("CARGO_INCREMENTAL", "0");
    if !command.status()?.success() {
        return Err("the library cannot be built".into());
    }
    let text = fs::read_to_string(newest(&output)?)?;
    let mut is_inside = false;
    let is_instruction = |line: &&str| {
        is_inside = (is_inside || line.starts_with("define ")) && *line != "}";
        is_inside && line.starts_with("  ")
    };
    Ok(text.lines().filter(is_instruction).count() as u64)
}

/// Returns the library's newest file of LLVM code, from the build of the current sources.
fn newest(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let mut newest = None;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("ncloud_dataflow-") && name.ends_with(".ll") {
            newest = newest.max(Some((entry.metadata()?.modified()?, entry.path())));
        }
    }
    let (_, path) = newest.ok_or("the compiler wrote no code of the library")?;
    Ok(path)
}
