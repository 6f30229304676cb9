//! Emulators as processes: one owner of a data file, signals, and a full disk.

use crate::harness::Folder;
use crate::server::{Server, client, output, program, shell};
use ncloud_dataflow::models::JobTypeInput;
use serde_json::Value;

/// Creates jobs with one emulator per command, all with one file.
#[test]
fn concurrent_commands_are_kept_or_refused() {
    let folder = Folder::new("concurrent");
    let data = folder.path("emulator.db");
    let mut kept = Vec::new();
    for round in 0..5 {
        let commands: Vec<_> = (0..6)
            .map(|number| {
                let name = format!("job-{round}-{number}");
                let args = ["--emulator", "--data", &data, "job", "create", "--name", &name, "--type", "SCRIPT"];
                (program().args(args).spawn().unwrap(), name.clone())
            })
            .collect();
        for (command, name) in commands {
            let output = command.wait_with_output().unwrap();
            let error = String::from_utf8_lossy(&output.stderr);
            match output.status.code() {
                Some(0) => kept.push(name),
                code => {
                    assert_eq!(code, Some(1), "{error}");
                    assert!(error.contains("is in use by the emulator with process ID "), "{error}");
                }
            }
        }
    }
    assert!(kept.len() >= 5, "{kept:?}");
    let listed = output(&["emulator", "export", "--data", &data]).stdout;
    let state: Value = serde_json::from_slice(&listed).unwrap();
    let jobs = state["jobs"].as_array().unwrap().iter().map(|job| job["resource"]["name"].as_str().unwrap());
    let mut jobs: Vec<&str> = jobs.filter(|name| name.starts_with("job-")).collect();
    jobs.sort_unstable();
    kept.sort_unstable();
    assert_eq!(jobs, kept);
}

#[test]
fn second_process_is_refused_with_the_id_of_the_first() {
    let folder = Folder::new("second");
    let data = folder.path("emulator.db");
    let server = Server::with_data(&folder);
    for args in [&["emulator", "--port", "0", "--data", &data][..], &["emulator", "export", "--data", &data]] {
        let refused = output(args);
        let error = String::from_utf8_lossy(&refused.stderr);
        assert_eq!(refused.status.code(), Some(1), "{error}");
        assert!(error.contains(&format!("with process ID {};", server.id())), "{error}");
    }
    server.kill();
    assert!(output(&["emulator", "export", "--data", &data]).status.success(), "the lock ends with the process");
}

#[test]
fn signals_stop_the_emulator_cleanly() {
    // Under `nohup`, children of this test ignore it too.
    let ignored = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let is_ignored = ignored.lines().any(|line| line.starts_with("SigIgn:") && line.ends_with(['1', '3', '5', '7']));
    for signal in ["-TERM", "-INT", "-HUP"].into_iter().filter(|signal| *signal != "-HUP" || !is_ignored) {
        let folder = Folder::new("signal");
        let data = folder.path("emulator.db");
        let server = Server::with_data(&folder);
        let endpoint = server.endpoint.clone();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let job = runtime.block_on(async {
            let client = client(&endpoint).await;
            client.create_job("kept", JobTypeInput::Script).send().await.unwrap().job_id.unwrap()
        });
        server.signal(signal);
        assert_eq!(server.wait(), Some(0), "{signal}");
        let exported = output(&["emulator", "export", "--data", &data]).stdout;
        assert!(String::from_utf8_lossy(&exported).contains(&*job), "{signal}");
        assert!(!std::path::Path::new(&folder.path("emulator.db.lock")).exists(), "{signal}");
    }
}

/// A program that was started with `nohup` runs on when its terminal closes.
#[cfg(target_os = "linux")]
#[test]
fn ignored_hangup_stays_ignored() {
    let mut command = shell();
    command.args(["-c", "trap '' HUP; exec \"$0\" emulator --port 0", env!("CARGO_BIN_EXE_ncloud-dataflow")]);
    let server = Server::from_command(&mut command);
    server.signal("-HUP");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let client = client(&server.endpoint).await;
        client.get_job("gqigvHhTu7ra").send().await.unwrap();
    });
    server.signal("-TERM");
    assert_eq!(server.wait(), Some(0));
}

/// A limit on the size of files takes the place of a full disk.
#[cfg(target_os = "linux")]
#[test]
fn full_disk_refuses_changes_and_loses_nothing() {
    let folder = Folder::new("full");
    let data = folder.path("emulator.db");
    assert!(output(&["--emulator", "--data", &data, "job", "list"]).status.success());
    let mut command = shell();
    let script = "trap '' XFSZ; ulimit -f 400; exec \"$0\" emulator --port 0 --data \"$1\"";
    command.args(["-c", script, env!("CARGO_BIN_EXE_ncloud-dataflow"), &data]);
    let server = Server::from_command(&mut command);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let kept = runtime.block_on(async {
        let client = client(&server.endpoint).await;
        let (mut kept, mut refused) = (Vec::new(), 0);
        for number in 0.. {
            if refused == 10 {
                break;
            }
            let created =
                client.create_job(format!("job-{number}-{}", "x".repeat(80)), JobTypeInput::Script).send().await;
            match created {
                Ok(job) => kept.push(job.job_id.unwrap().to_string()),
                Err(error) => {
                    refused += 1;
                    assert_eq!(error.status(), Some(500), "{error}");
                    assert!(
                        error.to_string().contains("cannot write its data file, so nothing was changed"),
                        "{error}"
                    );
                }
            }
        }
        for id in &kept {
            client.get_job(&**id).send().await.unwrap();
        }
        kept
    });
    assert!(!kept.is_empty());
    server.kill();
    let exported = output(&["emulator", "export", "--data", &data]).stdout;
    let state: Value = serde_json::from_slice(&exported).unwrap();
    assert_eq!(state["jobs"].as_array().unwrap().len(), kept.len() + 2);
    let text = String::from_utf8_lossy(&exported);
    assert!(kept.iter().all(|id| text.contains(id.as_str())));
}
