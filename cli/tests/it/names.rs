//! Names in place of IDs.

use crate::harness::{JOB, Outcome, Session, emulator, scripted};
use ncloud_dataflow_emulator::Emulator;
use serde_json::json;

fn run(emulator: &Emulator, args: &[&str]) -> Outcome {
    Session::of(emulator).run(args)
}

/// Creates a job and returns its ID.
fn create(emulator: &Emulator, name: &str) -> String {
    let outcome = run(emulator, &["job", "create", "--name", name, "--type", "VISUAL", "-o", "name"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    outcome.out.trim().to_owned()
}

#[test]
fn a_unique_name_is_resolved() {
    let emulator = emulator(|builder| builder);
    let id = create(&emulator, "nightly");
    for args in [
        &["job", "get", "nightly", "-o", "name"] as &[&str],
        &["job", "update", "nightly", "--type", "VISUAL", "-o", "name"],
        &["job", "settings", "nightly", "--num-worker", "2", "-o", "name"],
    ] {
        let outcome = run(&emulator, args);
        assert_eq!((outcome.code, outcome.out.trim()), (0, id.as_str()), "{}", outcome.err);
    }
    let listed = run(&emulator, &["execution", "list", "job001", "-o", "name"]);
    assert_eq!(listed.out, "fKE22JFX4PAu\n", "{}", listed.err);
}

#[test]
fn verbose_logs_resolved_names() {
    let emulator = emulator(|builder| builder);
    let outcome = run(&emulator, &["job", "get", "job001", "-v", "-o", "name"]);
    assert!(outcome.err.contains("name 'job001' is job gqigvHhTu7ra\n"), "{}", outcome.err);
    assert!(!run(&emulator, &["job", "get", JOB, "-v"]).err.contains("name '"));
}

/// With an ID, a read takes one request. With a name it takes at most four: the call, the listing with its empty page,
/// and the call again.
#[test]
fn reading_by_id_needs_no_lookup() {
    let emulator = emulator(|builder| builder);
    run(&emulator, &["job", "get", JOB]);
    assert_eq!(emulator.requests(), 1);
    run(&emulator, &["job", "get", "job001"]);
    assert_eq!(emulator.requests(), 5);
    run(&emulator, &["job", "delete", JOB, "--by-id", "--yes"]);
    assert_eq!(emulator.requests(), 6);
}

#[test]
fn a_numeric_id_is_found_by_name() {
    let unknown = json!({"error": {"errorCode": "300", "message": "Not Found"}}).to_string();
    let page = json!({"list": [{"jobId": 7, "name": "nightly"}, {"name": "no ID"}, null]}).to_string();
    let job = json!({"jobId": "7", "name": "nightly"}).to_string();
    let answers = vec![(404, unknown), (200, page), (200, r#"{"list":[]}"#.to_owned()), (200, job)];
    let outcome = Session::at(&scripted(answers)).run(&["job", "get", "nightly", "-v", "-o", "name"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (0, "7\n"), "{}", outcome.err);
    assert!(outcome.err.contains("name 'nightly' is job 7\n"), "{}", outcome.err);
}

#[test]
fn an_ambiguous_name_is_rejected() {
    let emulator = emulator(|builder| builder);
    for _ in 0..2 {
        create(&emulator, "nightly");
    }
    let get = run(&emulator, &["job", "get", "nightly"]);
    assert_eq!((get.code, get.out.as_str()), (6, ""));
    insta::assert_snapshot!(get.session());
    let listed = run(&emulator, &["execution", "list", "nightly"]);
    assert_eq!((listed.code, listed.err), (6, get.err.clone()));
    let deleted = run(&emulator, &["job", "delete", "nightly", "--yes"]);
    assert_eq!((deleted.code, deleted.err), (6, get.err));
    assert_eq!(run(&emulator, &["job", "list", "--name", "nightly", "-o", "name"]).out.lines().count(), 2);
}

#[test]
fn an_unknown_name_is_not_found() {
    let emulator = emulator(|builder| builder);
    for args in [
        &["job", "get", "nobody"] as &[&str],
        &["execution", "list", "nobody"],
        &["job", "delete", "nobody", "--yes"],
        &["workflow", "run", "nobody"],
    ] {
        let outcome = run(&emulator, args);
        assert_eq!((outcome.code, outcome.out.as_str()), (6, ""), "{}", outcome.err);
        assert!(outcome.err.contains("nobody"), "{}", outcome.err);
    }
}

/// A part of a name, or the name in another case, does not match.
#[test]
fn names_are_compared_exactly() {
    let part = |quirks: &mut ncloud_dataflow_emulator::Quirks| {
        quirks.name_filter = ncloud_dataflow_emulator::NameFilter::Part;
    };
    let mut quirks = ncloud_dataflow_emulator::Quirks::default();
    part(&mut quirks);
    let emulator = emulator(|builder| builder.quirks(quirks));
    create(&emulator, "nightly");
    let id = create(&emulator, "night");
    assert_eq!(run(&emulator, &["job", "get", "night", "-o", "name"]).out.trim(), id);
    for name in ["nigh", "Night"] {
        assert_eq!(run(&emulator, &["job", "get", name]).code, 6);
        assert_eq!(run(&emulator, &["job", "delete", name, "--yes"]).code, 6);
    }
}

/// If the name of one job is the ID of another, the job with the ID is deleted.
#[test]
fn an_id_takes_precedence_over_a_name() {
    let emulator = emulator(|builder| builder);
    let namesake = create(&emulator, JOB);
    assert_eq!(run(&emulator, &["job", "get", JOB, "-o", "name"]).out.trim(), JOB);
    let deleted = run(&emulator, &["job", "delete", JOB, "--yes"]);
    assert_eq!(deleted.err, format!("deleted job {JOB}\n"));
    let left = run(&emulator, &["job", "list", "-o", "name"]).out;
    assert!(left.contains(&namesake) && !left.contains(JOB), "{left}");
}
