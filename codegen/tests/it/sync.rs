//! `sync` writes files that differ and no others.

use crate::source;
use ncloud_codegen::{Changes, File, Mode, Source, generate, sync};
use std::fs;
use std::path::Path;

fn file(name: &str, text: &str) -> File {
    File {
        name: name.to_owned(),
        text: format!("// @generated from spec/library.yaml by codegen; do not edit.\n{text}"),
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn only_files_that_differ_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("generated");
    let first = sync(&[file("a.rs", "1"), file("b.rs", "1")], &into, Mode::Write).unwrap();
    assert_eq!(first.written, ["a.rs", "b.rs"]);
    let second = sync(&[file("a.rs", "1"), file("b.rs", "2")], &into, Mode::Write).unwrap();
    assert_eq!(second.written, ["b.rs"]);
    let before = fs::metadata(into.join("a.rs")).unwrap().modified().unwrap();
    let third = sync(&[file("a.rs", "1"), file("b.rs", "2")], &into, Mode::Write).unwrap();
    assert_eq!(third, Changes::default());
    assert_eq!(fs::metadata(into.join("a.rs")).unwrap().modified().unwrap(), before);
    assert_eq!(names(&into), ["a.rs", "b.rs"]);
}

#[test]
fn obsolete_files_are_removed_and_others_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    sync(&[file("a.rs", "1"), file("old.rs", "1")], folder.path(), Mode::Write).unwrap();
    fs::write(folder.path().join("notes.md"), "mine\n// @generated from elsewhere").unwrap();
    fs::create_dir(folder.path().join("folder")).unwrap();
    let changes = sync(&[file("a.rs", "1")], folder.path(), Mode::Write).unwrap();
    assert_eq!(changes.removed, ["old.rs"]);
    assert_eq!(names(folder.path()), ["a.rs", "folder", "notes.md"]);
}

#[test]
fn a_check_lists_all_differences_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    sync(&[file("stale.rs", "1"), file("orphan.rs", "1")], folder.path(), Mode::Write).unwrap();
    let error = sync(&[file("stale.rs", "2"), file("missing.rs", "1")], folder.path(), Mode::Check).unwrap_err();
    let message = error.to_string();
    for part in ["stale stale.rs", "missing missing.rs", "obsolete orphan.rs", "`cargo build`"] {
        assert!(message.contains(part), "{message}");
    }
    assert_eq!(names(folder.path()), ["orphan.rs", "stale.rs"]);
    assert!(fs::read_to_string(folder.path().join("stale.rs")).unwrap().ends_with('1'));
    let same = [file("stale.rs", "1"), file("orphan.rs", "1")];
    assert_eq!(sync(&same, folder.path(), Mode::Check).unwrap(), Changes::default());
}

#[test]
fn an_unwritable_file_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("a.rs")).unwrap();
    let error = sync(&[file("a.rs", "1")], folder.path(), Mode::Write).unwrap_err();
    assert!(error.to_string().contains("a.rs"), "{error}");
    assert!(std::error::Error::source(&error).is_some());
}

#[test]
fn a_source_includes_the_files_of_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let spec = folder.path().join("spec");
    fs::create_dir_all(spec.join("examples")).unwrap();
    let text = source("paths: {}\n").text;
    for (name, text) in
        [("library.yaml", text.as_str()), ("more.yaml", "a: 1"), ("README.md", "#"), ("examples/book.json", "{}")]
    {
        fs::write(spec.join(name), text).unwrap();
    }
    let read = Source::read(&spec.join("library.yaml"), "library").unwrap();
    assert_eq!(read.name, "spec/library.yaml");
    assert_eq!(read.text, text);
    assert_eq!(read.files.keys().collect::<Vec<_>>(), ["examples/book.json", "more.yaml"]);
    // No reference leads to the other file, so it is not part of the spec.
    assert!(generate(&read).is_ok());
}

#[test]
fn an_unreadable_source_is_reported_with_its_position() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.yaml");
    assert!(Source::read(&path, "library").unwrap_err().to_string().contains("library.yaml"));
    let spec = path.display();
    for (bytes, place, what) in [
        (b"a: 1\nb: \xff\n".as_slice(), "2:4", "byte 0xff is not UTF-8"),
        (b"# \xed\x95\x9c \xb0\xa1".as_slice(), "1:5", "byte 0xb0 is not UTF-8"),
        (b"\xff\xfea\0".as_slice(), "1:1", "the file is UTF-16"),
        (b"a: \xe2\x82".as_slice(), "1:4", "byte 0xe2 is not UTF-8"),
    ] {
        fs::write(&path, bytes).unwrap();
        let error = Source::read(&path, "library").unwrap_err().to_string();
        assert_eq!(error, format!("{spec}:{place}: {what}; save the file as UTF-8"));
    }
}
