//! Data files that are damaged, or of other programs and versions: refused without a change.

use crate::wire::{builder, expect, start};
use ncloud_dataflow_emulator::export_data;
use ncloud_testing::{Random, Scale};
use redb::{Database, TableDefinition};
use serde_json::json;
use std::fs;
use std::path::Path;
use tempfile::tempdir;

const MARKER: TableDefinition<'_, &str, u64> = TableDefinition::new("ncloud-dataflow-emulator");

/// Writes a data file with some pages of resources.
async fn write(file: &Path) {
    let emulator = start(builder().data(file)).await;
    for number in 0..40 {
        let body = json!({ "name": format!("trigger-{number}-{}", "x".repeat(60)), "type": "NONE", "triggerRule": { "type": "NONE" } });
        expect(&emulator, 201, "POST", "/api/v1/triggers", &body);
    }
    emulator.stop().await.expect("a stop");
}

/// Checks that a file is refused, or read as it was before the damage. Returns whether it is refused.
fn check(file: &Path, expected: &str, what: &str) -> bool {
    let bytes = fs::read(file).expect("a file");
    let read = export_data(Some(file));
    assert_eq!(fs::read(file).expect("a file"), bytes, "{what}: the file has changed");
    match read {
        Ok(text) => assert_eq!(text, expected, "{what}: other resources"),
        Err(error) => {
            assert!(error.is_input() && error.to_string().contains("'"), "{what}: {error}");
            return true;
        }
    }
    false
}

#[tokio::test]
async fn truncated_file_is_refused() {
    let folder = tempdir().expect("a folder");
    let (whole, file) = (folder.path().join("whole"), folder.path().join("data"));
    write(&whole).await;
    let expected = export_data(Some(&whole)).expect("resources");
    let bytes = fs::read(&whole).expect("a file");
    let around_pages = (0..=bytes.len()).step_by(4096).flat_map(|end| [end.saturating_sub(1), end, end + 1]);
    for size in around_pages.chain([5, 9, 64, 320]).filter(|size| *size < bytes.len()) {
        fs::write(&file, &bytes[..size]).expect("a file");
        assert!(check(&file, &expected, &format!("{size} bytes")), "{size} of {} bytes are enough", bytes.len());
        let error = builder().data(&file).start().await.expect_err("a truncated file");
        assert!(error.is_input(), "{error}");
        assert_eq!(fs::read(&file).expect("a file"), &bytes[..size]);
    }
}

#[tokio::test]
async fn flipped_bytes_are_refused_or_harmless() {
    let folder = tempdir().expect("a folder");
    let (whole, file) = (folder.path().join("whole"), folder.path().join("data"));
    write(&whole).await;
    let expected = export_data(Some(&whole)).expect("resources");
    let bytes = fs::read(&whole).expect("a file");
    let mut random = Random::new(39);
    let mut refused = 0;
    let cases = Scale::from_process().of(20_000);
    for case in 0..cases {
        let mut damaged = bytes.clone();
        let place = random.below(bytes.len());
        // A byte, or a part of a page.
        let length = if case % 2 == 0 { 1 } else { random.below(600) };
        for byte in damaged.iter_mut().skip(place).take(length.max(1)) {
            *byte ^= u8::try_from(random.below(255) + 1).expect("a byte");
        }
        fs::write(&file, damaged).expect("a file");
        refused += usize::from(check(&file, &expected, &format!("{length} bytes at {place}")));
    }
    assert!(refused * 10 > cases, "{refused} of {cases}");
    // The head decides how everything else is read.
    for place in 0..320 {
        let mut damaged = bytes.clone();
        damaged[place] ^= 0x55;
        fs::write(&file, damaged).expect("a file");
        check(&file, &expected, &format!("byte {place}"));
    }
}

fn database(file: &Path, write: impl Fn(&redb::WriteTransaction)) {
    let database = Database::create(file).expect("a database");
    let transaction = database.begin_write().expect("a transaction");
    write(&transaction);
    transaction.commit().expect("a commit");
}

#[tokio::test]
async fn databases_of_other_programs_and_versions_are_refused() {
    let folder = tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let version = |version: u64| {
        move |transaction: &redb::WriteTransaction| {
            transaction.open_table(MARKER).expect("a table").insert("version", version).expect("a version");
        }
    };
    database(&path("other"), |transaction| {
        let table = TableDefinition::<&str, &str>::new("albums");
        transaction.open_table(table).expect("a table").insert("a", "b").expect("a row");
    });
    database(&path("same-name"), |transaction| {
        let table = TableDefinition::<u64, &str>::new("ncloud-dataflow-emulator");
        transaction.open_table(table).expect("a table").insert(1, "b").expect("a row");
    });
    database(&path("nothing"), |_| {});
    database(&path("newer"), version(7));
    database(&path("zero"), version(0));
    database(&path("half"), version(1));
    for (name, expected) in [
        ("other", "it is a database of another program"),
        ("same-name", "it is a database of another program"),
        ("nothing", "it is a database of another program"),
        ("newer", "it has format version 7, and this program knows version 1; use a newer program"),
        ("zero", "there is no format version 0"),
        ("half", "it is damaged"),
    ] {
        let bytes = fs::read(path(name)).expect("a file");
        let error = builder().data(path(name)).start().await.expect_err("a file of others");
        assert!(error.is_input() && error.to_string().contains(expected), "{error}");
        assert_eq!(fs::read(path(name)).expect("a file"), bytes);
    }
}
