//! A separate crate that depends on the library like a user's crate.

use ncloud_dataflow_emulator::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY, Emulator};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

const MAIN: &str = r#"
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), ncloud_dataflow::Error> {
    let client = ncloud_dataflow::Client::from_env().await?;
    let mut executions = client.get_job_executions("gqigvHhTu7ra").items();
    while let Some(execution) = executions.next().await {
        let execution = execution?;
        println!("{} {:?}", execution.job_execution_id, execution.status);
    }
    Ok(())
}
"#;

/// Creates the crate in the test's folder, so a second run reuses its built dependencies.
fn downstream() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("downstream");
    std::fs::create_dir_all(folder.join("src")).unwrap();
    let manifest = format!(
        "[package]\nname = \"downstream\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         ncloud-dataflow = {{ path = {ROOT:?} }}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n"
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    std::fs::write(folder.join("src/main.rs"), MAIN).unwrap();
    std::fs::copy(Path::new(ROOT).join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    folder
}

fn cargo(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("RUSTFLAGS")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

#[tokio::test]
async fn a_user_crate_builds_and_does_not_compile_the_generator() {
    let folder = downstream();
    let tree = cargo(&folder, &["tree", "--edges", "normal,build", "--prefix", "none", "--target", "all"], &[]);
    let tree = String::from_utf8(tree.stdout).unwrap();
    // The first word of a line. The rest has folder names, which may contain anything.
    let crates: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains("ncloud-runtime"), "{crates:?}");
    for generator in ["ncloud-codegen", "granit-parser", "prettyplease", "heck"] {
        assert!(!crates.contains(generator), "{generator} in {crates:?}");
    }

    let emulator = Emulator::start().await.unwrap();
    let endpoint = emulator.endpoint().to_owned();
    // The emulator runs on this thread, so waiting for the program must not block it.
    let run = move || {
        let variables = [
            ("NCLOUD_DATAFLOW_ENDPOINT", endpoint.as_str()),
            ("NCLOUD_ACCESS_KEY_ID", DEMO_ACCESS_KEY),
            ("NCLOUD_SECRET_ACCESS_KEY", DEMO_SECRET_KEY),
        ];
        cargo(&folder, &["run", "--quiet"], &variables)
    };
    let output = tokio::task::spawn_blocking(run).await.unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "fKE22JFX4PAu Some(Completed)\n");
}
