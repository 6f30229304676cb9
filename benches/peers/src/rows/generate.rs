//! Generators: time and memory from the spec file to the client files.

use crate::cost::cost;
use crate::row::Row;
use crate::series::Series;
use crate::workspace::Workspace;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::program::root;

/// A generator that is a library, with its figures.
struct Library {
    name: &'static str,
    spec: PathBuf,
    seconds: Series,
    memory: Series,
}

impl Library {
    fn new(name: &'static str, spec: PathBuf) -> Self {
        Self { name, spec, seconds: Series::default(), memory: Series::default() }
    }

    fn run(&mut self, workspace: &Workspace, programs: &Path) -> Result<(), Box<dyn Error>> {
        let mut command = Command::new(programs.join(format!("generate-{}", self.name)));
        let cost = cost(command.arg(&self.spec).arg(emptied(workspace)?))?;
        self.seconds.add(cost.figure("seconds")?);
        self.memory.add(cost.figure("mib")?);
        Ok(())
    }

    fn cell(&self) -> String {
        format!("{}, {:.0} MiB", millis(&self.seconds), self.memory.median())
    }
}

/// Generates clients of specs with 1 to 1,000 endpoints, and of this repository's spec.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let programs = workspace.release("generators", "build", "")?;
    let others = Others { to_rust: workspace.openapi_to_rust()? };
    let mut row = Row::new(
        "Generate a client",
        &["Endpoints", "ours", "progenitor", "openapi-to-rust", "openapi-generator", "ours / progenitor", "memory"],
    );
    let mut growth = Vec::new();
    for (endpoints, rounds) in [(1, 7), (10, 7), (100, 7), (1000, 3)] {
        let mut libraries = [
            Library::new("ours", scaled(workspace, endpoints, "3.1.0", "yaml")?),
            Library::new("progenitor", scaled(workspace, endpoints, "3.0.3", "json")?),
        ];
        for _ in 0..rounds {
            libraries.iter_mut().try_for_each(|library| library.run(workspace, &programs))?;
        }
        let [ours, theirs] = libraries;
        let (quick, large) = (ours.seconds.over(&theirs.seconds), ours.memory.over(&theirs.memory));
        let (to_rust, generator) =
            (others.to_rust(workspace, &theirs.spec)?, others.generator(workspace, &theirs.spec)?);
        let ratios = [quick.to_string(), format!("{:.2}", large.median())];
        row.line(
            [endpoints.to_string(), ours.cell(), theirs.cell(), to_rust, generator].into_iter().chain(ratios).collect(),
        );
        if endpoints >= 100 {
            row.at_most(0.5, &format!("of progenitor at {endpoints} endpoints"), &quick);
        }
        if endpoints == 1000 {
            row.at_most(0.3, "of progenitor's memory at 1000 endpoints", &large);
        }
        growth.push(ours.seconds.median());
    }
    if let [.., hundred, thousand] = growth.as_slice() {
        let factor = thousand / hundred;
        row.goal("linear growth, 1000 endpoints at most 12 times 100", format!("{factor:.1} times"), factor <= 12.0);
    }
    let mut own = Library::new("ours", root().canonicalize()?.join("spec/dataflow.yaml"));
    (0..7).try_for_each(|_| own.run(workspace, &programs))?;
    row.goal("our own spec under 40 ms", millis(&own.seconds), own.seconds.median() < 0.04);
    Ok(row)
}

fn millis(seconds: &Series) -> String {
    let millis = seconds.median() * 1000.0;
    if millis < 100.0 { format!("{millis:.1} ms") } else { format!("{millis:.0} ms") }
}

/// Empty folder for generated files.
fn emptied(workspace: &Workspace) -> Result<PathBuf, Box<dyn Error>> {
    let folder = workspace.path("generated");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir(&folder)?;
    Ok(folder)
}

/// Writes a spec with this many endpoints to its own folder.
fn scaled(workspace: &Workspace, endpoints: usize, version: &str, format: &str) -> Result<PathBuf, Box<dyn Error>> {
    let part = |name: &str| fs::read_to_string(workspace.path("endpoint").join(name));
    let (head, schemas, path) = (part("head.yaml")?, part("schemas.yaml")?, part("path.yaml")?);
    let all = |part: &str| -> String {
        let indented: String = part.lines().map(|line| format!("  {line}\n")).collect();
        (0..endpoints).map(|number| indented.replace('@', &number.to_string())).collect()
    };
    let yaml = format!("{}{}paths:\n{}", head.replace("OPENAPI", version), all(&schemas), all(&path));
    let folder = workspace.path(&format!("specs/{format}-{endpoints}"));
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("spec.{format}"));
    let text = match format {
        "json" => serde_json::to_string(&serde_yaml::from_str::<serde_json::Value>(&yaml)?)?,
        _ => yaml,
    };
    fs::write(&file, text)?;
    Ok(file)
}

/// Generators that are programs. Their time includes the start of the program.
struct Others {
    to_rust: PathBuf,
}

impl Others {
    fn to_rust(&self, workspace: &Workspace, spec: &Path) -> Result<String, Box<dyn Error>> {
        let took =
            cost(Command::new(&self.to_rust).arg("generate").arg(spec).arg("--output-dir").arg(emptied(workspace)?))?;
        Ok(format!("{:.0} ms", took.seconds * 1000.0))
    }

    fn generator(&self, workspace: &Workspace, spec: &Path) -> Result<String, Box<dyn Error>> {
        let mut command = workspace.tool("venv/bin/openapi-generator-cli");
        command.args(["generate", "--generator-name", "rust", "-o"]).arg(emptied(workspace)?).arg("-i").arg(spec);
        Ok(format!("{:.1} s", cost(&mut command)?.seconds))
    }
}
