//! Packages that use a client, and their builds.

use crate::cost::cost;
use crate::workspace::Workspace;
use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::process::Command;
use xtask::program::program;

/// A package that uses a client.
#[derive(Debug)]
pub(crate) struct Peer {
    pub(crate) name: &'static str,
    pub(crate) package: &'static str,
    pub(crate) binary: &'static str,
    pub(crate) arguments: &'static [&'static str],
}

pub(crate) const OURS: Peer = Peer { name: "ours", package: "ours", binary: "ours", arguments: &[] };
pub(crate) const PROGENITOR: Peer =
    Peer { name: "progenitor", package: "progenitor", binary: "peer-progenitor", arguments: &[] };
pub(crate) const RING: Peer =
    Peer { name: "hand-written, ring", package: "handwritten", binary: "handwritten", arguments: &[] };
pub(crate) const DEFAULT_TLS: Peer = Peer {
    name: "hand-written, default TLS",
    package: "handwritten",
    binary: "handwritten",
    arguments: &["--no-default-features", "--features", "default-tls"],
};

impl Peer {
    pub(crate) fn target(&self) -> String {
        format!("cold/{}", self.name.replace([',', ' '], ""))
    }

    pub(crate) fn build(&self, workspace: &Workspace, profile: &str) -> Command {
        let mut command = workspace.cargo(self.package, &self.target(), &["build", "--profile", profile]);
        command.args(["--bin", self.binary]).args(self.arguments);
        command
    }

    /// Crates that are linked into the program, and crates that only its build needs.
    pub(crate) fn crates(&self, workspace: &Workspace) -> Result<[BTreeSet<String>; 2], Box<dyn Error>> {
        let tree = |edges: &str| -> Result<BTreeSet<String>, Box<dyn Error>> {
            let mut command = workspace.cargo(self.package, "build", &["tree", "--prefix", "none", "--edges", edges]);
            let tree = cost(command.args(self.arguments))?.output;
            let names = tree.lines().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" "));
            Ok(names.filter(|name| !name.is_empty()).collect())
        };
        let (linked, all) = (tree("normal")?, tree("normal,build")?);
        let built = all.difference(&linked).cloned().collect();
        Ok([linked, built])
    }
}

/// Changes the time of a file, so that cargo compiles it again.
pub(crate) fn touch(file: &Path) -> Result<(), Box<dyn Error>> {
    cost(program("touch", &[]).arg(file)).map(drop)
}
