//! The folder `target/peers`: copies of the measured programs, and their build folders.

use crate::cost::cost;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::program::{program, root, run};

/// Folders of `benches/peers` that are copied: the measured programs and the parts of their specs.
const TEMPLATES: [&str; 7] = ["endpoint", "generators", "handwritten", "measure", "ours", "progenitor", "server"];

/// The folder `target/peers`.
#[derive(Debug)]
pub(crate) struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// Copies the measured programs. Writes the spec in a version of OpenAPI that progenitor can read.
    pub(crate) fn prepare() -> Result<Self, Box<dyn Error>> {
        let workspace = Self { folder: root().canonicalize()?.join("target/peers") };
        for template in TEMPLATES {
            copy(&root().join("benches/peers").join(template), &workspace.path(template))?;
        }
        // The contract tests install all tools before the first check.
        if !run(program("tests/contract/run", &["progenitor"]))? {
            return Err("the tools of the contract tests could not be installed".into());
        }
        let (bundle, spec) = (workspace.path("bundle.json"), workspace.path("progenitor/openapi.json"));
        cost(workspace.tool("node_modules/.bin/redocly").args(["bundle", "spec/dataflow.yaml", "-o"]).arg(&bundle))?;
        let rendered = cost(workspace.tool("venv/bin/python").arg("tests/contract/render30.py").arg(&bundle))?.output;
        if fs::read_to_string(&spec).ok().as_deref() != Some(rendered.as_str()) {
            fs::write(spec, rendered)?;
        }
        Ok(workspace)
    }

    /// Path of a file or folder in `target/peers`.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Command for a tool of the contract tests.
    pub(crate) fn tool(&self, name: &str) -> Command {
        let folder = root().join("target/contract");
        let mut command = program("env", &[]);
        command.arg(folder.canonicalize().unwrap_or(folder).join(name));
        command
    }

    /// Path of the program openapi-to-rust. Installs it if it is missing.
    pub(crate) fn openapi_to_rust(&self) -> Result<PathBuf, Box<dyn Error>> {
        let root = self.path("tools");
        let program = root.join("bin/openapi-to-rust");
        if !program.exists() {
            let mut install = Command::new("cargo");
            install.args(["install", "--quiet", "openapi-to-rust", "--version", "0.23.0", "--root"]).arg(root);
            cost(&mut install)?;
        }
        Ok(program)
    }

    /// Command for cargo in one of the packages, with a build folder in `target/peers`.
    pub(crate) fn cargo(&self, package: &str, target: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new("cargo");
        command.args(arguments).arg("--quiet").current_dir(self.path(package));
        command.env("CARGO_TARGET_DIR", self.path(target)).env_remove("CARGO_INCREMENTAL");
        command
    }

    /// Builds the programs of a package for release. Returns their folder.
    pub(crate) fn release(&self, package: &str, target: &str, features: &str) -> Result<PathBuf, Box<dyn Error>> {
        cost(&mut self.cargo(package, target, &["build", "--release", "--features", features]))?;
        Ok(self.path(target).join("release"))
    }

    /// Builds the command line for release. Returns its path.
    pub(crate) fn command_line(&self) -> Result<PathBuf, Box<dyn Error>> {
        let arguments = ["build", "--release", "--locked", "--package", "ncloud-dataflow-cli"];
        cost(&mut self.cargo("../..", "build", &arguments))?;
        Ok(self.path("build/release/ncloud-dataflow"))
    }

    /// Writes the first row of a documented listing to a file. Returns its path.
    pub(crate) fn example(&self, listing: &str, file: &str) -> Result<PathBuf, Box<dyn Error>> {
        let text = fs::read_to_string(root().join(format!("spec/examples/{listing}.json")))?;
        let page: serde_json::Value = serde_json::from_str(&text)?;
        let row = page.pointer("/list/0").ok_or_else(|| format!("the documented {listing} has no row"))?;
        let path = self.path(file);
        fs::write(&path, row.to_string())?;
        Ok(path)
    }
}

/// Copies the files that differ. A new package starts with the versions in this repository's `Cargo.lock`.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target)?;
        } else if fs::read(&path).ok() != fs::read(&target).ok() {
            fs::copy(&path, &target)?;
        }
    }
    if to.join("Cargo.toml").exists() && !to.join("Cargo.lock").exists() {
        fs::copy(root().join("Cargo.lock"), to.join("Cargo.lock"))?;
    }
    Ok(())
}
