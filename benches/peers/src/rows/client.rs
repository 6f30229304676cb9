//! Compiling the generated client, without its dependencies.

use crate::cost::cost;
use crate::peer::touch;
use crate::row::Row;
use crate::series::Series;
use crate::workspace::Workspace;
use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use xtask::program::root;

/// Compiles the generated clients of four generators.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let (generator, to_rust) = (generated_by_openapi_generator(workspace)?, generated_by_openapi_to_rust(workspace)?);
    let peers = [
        ("ours", "ours", root().canonicalize()?.join("src/lib.rs"), "ncloud-dataflow"),
        ("progenitor", "progenitor", workspace.path("progenitor/src/lib.rs"), "peer-progenitor"),
        ("openapi-generator", generator, workspace.path(generator).join("src/lib.rs"), generator),
        ("openapi-to-rust", to_rust, workspace.path(to_rust).join("src/lib.rs"), to_rust),
    ];
    let mut row = Row::new(
        "Compile only the generated client, 25 operations",
        &["", "ours", "progenitor", "openapi-generator", "openapi-to-rust", "ours / best peer"],
    );
    for (title, arguments) in [
        ("`cargo check`, CPU ms per operation", ["check", "--profile", "dev"]),
        ("`cargo build --release`, CPU ms per operation", ["build", "--profile", "release"]),
    ] {
        let build = |peer: &(&str, &str, PathBuf, &str)| -> Result<f64, Box<dyn Error>> {
            let run = || {
                let mut command = workspace.cargo(peer.1, "client", &arguments);
                Ok::<_, Box<dyn Error>>(
                    cost(command.args(["--lib", "--package", peer.3]).env("CARGO_INCREMENTAL", "0"))?.cpu,
                )
            };
            touch(&peer.2)?;
            // The second run compiles nothing. Its time is the time of cargo itself, so it is subtracted.
            Ok(run()? - run()?)
        };
        peers.iter().try_for_each(|peer| build(peer).map(drop))?;
        let mut took = vec![Series::default(); peers.len()];
        for _ in 0..5 {
            for (peer, took) in peers.iter().zip(&mut took) {
                took.add(build(peer)? * 1000.0 / 25.0);
            }
        }
        let cells = took.iter().map(|took| format!("{:.0}", took.median()));
        let [ours, theirs @ ..] = took.as_slice() else { continue };
        let best = theirs.iter().min_by(|one, other| one.median().total_cmp(&other.median())).ok_or("no peer")?;
        let ratio = ours.over(best);
        row.line([title.to_owned()].into_iter().chain(cells).chain([ratio.to_string()]).collect());
        row.at_most(0.35, &format!("of the best peer, {title}"), &ratio);
    }
    Ok(row)
}

/// Generates a package from this repository's spec with openapi-generator.
fn generated_by_openapi_generator(workspace: &Workspace) -> Result<&'static str, Box<dyn Error>> {
    let name = "openapi-generator-client";
    let folder = workspace.path(name);
    if !folder.exists() {
        let mut command = workspace.tool("venv/bin/openapi-generator-cli");
        command.args(["generate", "--generator-name", "rust", "-i"]).arg(workspace.path("progenitor/openapi.json"));
        command.arg("--additional-properties").arg(format!("packageName={name}")).arg("-o").arg(&folder);
        cost(&mut command)?;
        // The generated code does not compile: a variant has the path of a type as its name.
        for entry in fs::read_dir(folder.join("src/models"))? {
            let file = entry?.path();
            fs::write(&file, fs::read_to_string(&file)?.replace("ArrayVecserde_json::Value", "ArrayVecValue"))?;
        }
        let manifest = folder.join("Cargo.toml");
        fs::write(&manifest, fs::read_to_string(&manifest)? + "\n[workspace]\n")?;
    }
    Ok(name)
}

/// Generates a package from this repository's spec with openapi-to-rust, with the dependencies that it names.
fn generated_by_openapi_to_rust(workspace: &Workspace) -> Result<&'static str, Box<dyn Error>> {
    let name = "openapi-to-rust-client";
    let folder = workspace.path(name);
    if !folder.exists() {
        let source = folder.join("src");
        let mut command = Command::new(workspace.openapi_to_rust()?);
        cost(command.arg("generate").arg(workspace.path("bundle.json")).arg("--output-dir").arg(&source))?;
        fs::rename(source.join("mod.rs"), source.join("lib.rs"))?;
        let dependencies = fs::read_to_string(source.join("REQUIRED_DEPS.toml"))?;
        let package = format!("[package]\nname = \"{name}\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n\n");
        fs::write(folder.join("Cargo.toml"), package + &dependencies)?;
    }
    Ok(name)
}
