//! Packages that use a client, and how they are built.

use super::cost::cost;
use super::stand::Stand;
use crate::program::program;
use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::process::Command;

/// A package that uses a client.
#[derive(Debug)]
pub(super) struct Peer {
    pub(super) name: &'static str,
    pub(super) package: &'static str,
    pub(super) binary: &'static str,
    pub(super) arguments: &'static [&'static str],
}

pub(super) const OURS: Peer = Peer { name: "ours", package: "ours", binary: "ours", arguments: &[] };
pub(super) const PROGENITOR: Peer =
    Peer { name: "progenitor", package: "progenitor", binary: "peer-progenitor", arguments: &[] };
pub(super) const RING: Peer =
    Peer { name: "hand-written, ring", package: "handwritten", binary: "handwritten", arguments: &[] };
pub(super) const DEFAULT_TLS: Peer = Peer {
    name: "hand-written, default TLS",
    package: "handwritten",
    binary: "handwritten",
    arguments: &["--no-default-features", "--features", "default-tls"],
};

impl Peer {
    pub(super) fn target(&self) -> String {
        format!("cold/{}", self.name.replace([',', ' '], ""))
    }

    pub(super) fn build(&self, stand: &Stand, profile: &str) -> Command {
        let mut command = stand.cargo(self.package, &self.target(), &["build", "--profile", profile]);
        command.args(["--bin", self.binary]).args(self.arguments);
        command
    }

    /// The crates that its program is linked of, and those that are only built on the way.
    pub(super) fn crates(&self, stand: &Stand) -> Result<[BTreeSet<String>; 2], Box<dyn Error>> {
        let tree = |edges: &str| -> Result<BTreeSet<String>, Box<dyn Error>> {
            let mut command = stand.cargo(self.package, "build", &["tree", "--prefix", "none", "--edges", edges]);
            let tree = cost(command.args(self.arguments))?.output;
            let names = tree.lines().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" "));
            Ok(names.filter(|name| !name.is_empty()).collect())
        };
        let (linked, all) = (tree("normal")?, tree("normal,build")?);
        let built = all.difference(&linked).cloned().collect();
        Ok([linked, built])
    }
}

/// Makes cargo take a file for changed.
pub(super) fn touch(file: &Path) -> Result<(), Box<dyn Error>> {
    cost(program("touch", &[]).arg(file)).map(drop)
}
