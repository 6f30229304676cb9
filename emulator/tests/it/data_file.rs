//! Data files: kept, imported and rejected.

use crate::wire::{builder, call, expect, get, start, with_clock};
use ncloud_dataflow_emulator::{Builder, Emulator, EmulatorError, export_data, import_data};
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::{TempDir, tempdir};

const JOBS: &str = "/api/v1/jobs";
const RUNS: &str = "/api/v1/jobs/gqigvHhTu7ra/executions";
const TRIGGERS: &str = "/api/v1/triggers";
const WORKFLOW: &str = "/api/v1/workflows/3tfNLPaaaaaa";

fn folder() -> (TempDir, PathBuf) {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("data");
    (folder, file)
}

/// Returns the names in a folder, sorted.
fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn text(file: &Path) -> String {
    export_data(Some(file)).expect("a data file")
}

/// Returns the content of a regular file: reading a pipe would wait.
fn content(path: &Path) -> Option<Vec<u8>> {
    path.is_file().then(|| fs::read(path).expect("a file"))
}

async fn refused(builder: Builder) -> EmulatorError {
    builder.start().await.expect_err("a file that cannot be used")
}

/// Changes one resource of each kind.
fn change_everything(emulator: &Emulator) {
    let job = json!({ "name": "nightly", "type": "SCRIPT", "jobCondition": { "parameters": { "a": "1" } } });
    let job = expect(emulator, 201, "POST", JOBS, &job)["jobId"].clone();
    let path = format!("{JOBS}/{}", job.as_str().expect("an ID"));
    expect(emulator, 200, "PATCH", &path, &json!({ "type": "SCRIPT", "name": "nightly2" }));
    expect(emulator, 200, "POST", &format!("{path}/executions"), &json!({}));
    expect(emulator, 202, "POST", &format!("{WORKFLOW}/executions"), &Value::Null);
    expect(emulator, 200, "DELETE", &format!("{TRIGGERS}/T63391JxQHNj"), &Value::Null);
}

#[tokio::test]
async fn every_change_is_kept_without_a_stop() {
    let (folder, file) = folder();
    let clock = FakeClock::new();
    let first = start(with_clock(&clock).data(&file)).await;
    change_everything(&first);
    first.export(folder.path().join("expected")).expect("a file");
    let expected = fs::read_to_string(folder.path().join("expected")).expect("a file");
    // As after a crash: the file is not closed.
    let copy = folder.path().join("copy");
    fs::copy(&file, &copy).expect("a copy");
    assert_eq!(text(&copy), expected);
    first.stop().await.expect("a stop");
    assert_eq!(text(&file), expected);
    assert_eq!(names(&folder), ["copy", "data", "expected"], "no lock file is left behind");

    let second = start(with_clock(&clock).data(&copy)).await;
    clock.advance(Duration::from_secs(7));
    assert_eq!(get(&second, RUNS)["list"][0]["status"], "COMPLETED", "executions continue by the clock");
    let created = expect(&second, 201, "POST", JOBS, &json!({ "name": "another", "type": "SCRIPT" }));
    assert!(!expected.contains(created["jobId"].as_str().expect("an ID")), "new IDs stay unique");
}

#[tokio::test]
async fn refused_request_changes_nothing() {
    let (_folder, file) = folder();
    let emulator = start(builder().data(&file)).await;
    let body = json!({ "name": "another", "nodes": [{ "id": "nothing", "name": "none", "type": "JOB", "parentNodeIds": [] }] });
    assert_eq!(call(&emulator, "POST", "/api/v1/workflows", &body).status, 404);
    drop(emulator);
    assert_eq!(text(&file), export_data(None).expect("documented resources"));
}

#[tokio::test]
async fn second_emulator_is_refused_with_the_process_id() {
    let (folder, file) = folder();
    let first = start(builder().data(&file)).await;
    let link = folder.path().join("link");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&file, &link).expect("a link");
    for path in [&file, &link] {
        let error = refused(builder().data(path)).await;
        assert!(error.to_string().contains(&format!("({})", std::process::id())), "{error}");
        assert!(export_data(Some(path)).expect_err("in use").to_string().contains("is in use"));
    }
    // The name differs, so the lock of the database itself has to refuse it.
    let hard = folder.path().join("hard");
    fs::hard_link(&file, &hard).expect("a link");
    let error = refused(builder().data(&hard)).await.to_string();
    assert!(error.contains("is in use by another process"), "{error}");
    expect(&first, 201, "POST", JOBS, &json!({ "name": "another", "type": "SCRIPT" }));
    drop(first);
    start(builder().data(&link)).await.stop().await.expect("a stop");
}

#[tokio::test]
async fn lock_file_left_behind_refuses_nobody() {
    let (folder, file) = folder();
    fs::write(folder.path().join("data.lock"), "1\n").expect("a file");
    start(builder().data(&file)).await.stop().await.expect("a stop");
    assert_eq!(names(&folder), ["data"]);
}

#[tokio::test]
async fn file_of_another_kind_is_not_taken_as_the_lock_file() {
    let (folder, file) = folder();
    for content in ["# generated\nversion = 4\n", "123456789012345"] {
        fs::write(folder.path().join("data.lock"), content).expect("a file");
        let error = refused(builder().data(&file)).await.to_string();
        assert!(error.contains("is not a lock file of the emulator"), "{error}");
        assert_eq!(fs::read_to_string(folder.path().join("data.lock")).expect("a file"), content);
    }
    assert_eq!(names(&folder), ["data.lock"]);
}

#[tokio::test]
async fn json_state_becomes_a_database_once() {
    let (folder, file) = folder();
    start(builder()).await.export(&file).expect("a state file");
    let json = fs::read_to_string(&file).expect("text");
    let emulator = start(builder().data(&file)).await;
    let copy = fs::canonicalize(folder.path()).expect("a folder").join("data.bak");
    assert_eq!(emulator.imported(), Some(copy.as_path()));
    expect(&emulator, 200, "DELETE", &format!("{TRIGGERS}/T63391JxQHNj"), &Value::Null);
    drop(emulator);
    assert_eq!(fs::read_to_string(&copy).expect("the copy"), json);
    let again = start(builder().data(&file)).await;
    assert_eq!(again.imported(), None);
    assert_eq!(get(&again, TRIGGERS)["count"], 1);
    drop(again);
    assert_eq!(names(&folder), ["data", "data.bak"]);

    fs::write(&file, json.replace("trigger002", "trigger003")).expect("another state file");
    let other = start(builder().data(&file)).await;
    assert!(other.imported().expect("a copy").ends_with("data.bak2"), "a copy is never overwritten");
}

#[tokio::test]
async fn seed_file_fills_a_new_data_file_only() {
    let (folder, file) = folder();
    let seed = folder.path().join("seed.json");
    let text_of_seed = export_data(None).expect("documented resources").replace("trigger002", "seeded");
    fs::write(&seed, &text_of_seed).expect("a file");
    import_data(&seed, &file).expect("an import");
    assert_eq!(text(&file), text_of_seed);
    let bytes = fs::read(&file).expect("a file");
    for error in [
        import_data(&seed, &file).expect_err("existing data"),
        refused(builder().data(&file).seed_file(&seed)).await,
        import_data(&seed, &seed).expect_err("existing data"),
    ] {
        assert!(error.is_input() && error.to_string().contains("has data already"), "{error}");
    }
    assert_eq!(fs::read(&file).expect("a file"), bytes);
    let other = folder.path().join("other");
    start(builder().data(&other).seed_file(&seed)).await.stop().await.expect("a stop");
    assert_eq!(text(&other), text_of_seed);
    assert_eq!(fs::read_to_string(&seed).expect("a file"), text_of_seed);
}

#[tokio::test]
async fn path_that_cannot_be_written_is_refused() {
    let (folder, _) = folder();
    let path = |name: &str| folder.path().join(name);
    let file = |name: &str, content: &[u8]| {
        fs::write(path(name), content).expect("a file");
        path(name)
    };
    let read_only = file("read-only", b"redb");
    let mut permissions = fs::metadata(&read_only).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&read_only, permissions).expect("permissions");
    fs::create_dir(path("folder")).expect("a folder");
    std::os::unix::fs::symlink(path("nothing"), path("broken")).expect("a link");
    assert!(std::process::Command::new("mkfifo").arg(path("pipe")).status().expect("mkfifo").success());
    let foreign = "is neither a data file nor a state file";
    for (path, expected) in [
        (path("missing/data"), "its folder does not exist"),
        (path("foreign/data"), "cannot use the data file"),
        (path("folder"), "it is a folder"),
        (PathBuf::from("/"), "it is a folder"),
        (path("pipe"), "it is not a regular file"),
        (PathBuf::from("/dev/null"), "it is not a regular file"),
        (path("broken"), "a symbolic link to a file that does not exist"),
        (read_only, "it is read-only"),
        (file("empty", b""), "it is empty"),
        (file("foreign", b"SQLite format 3\0"), foreign),
        (file("yaml", b"format: ncloud-dataflow-emulator\n"), foreign),
        (file("json", b"{\"name\": 1}"), "format: expected a value but found nothing"),
    ] {
        let before = content(&path);
        let error = refused(builder().data(&path)).await;
        assert!(error.is_input(), "{error}");
        let sources = format!("{error} {:?}", std::error::Error::source(&error));
        assert!(sources.contains(expected), "{sources} lacks {expected}");
        assert!(sources.contains(path.file_name().map_or("/", |name| name.to_str().expect("text"))), "{sources}");
        assert_eq!(content(&path), before);
    }
    assert!(!names(&folder).iter().any(|name| name.ends_with(".lock") || name.ends_with(".new")), "{folder:?}");
}
