//! Listings that break off, and the command that continues them.

use crate::harness::{JOB, Session};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Step, response};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Notify;

/// Number of rows of the listing.
const ROWS: usize = 47;

/// Serves a listing in pages of the requested size, at most 10. While `broken` is set, it closes the connection
/// instead of serving the page with this number.
fn server(broken_page: usize, broken: &Arc<AtomicBool>) -> RawServer {
    let broken = broken.clone();
    RawServer::responding(move |request| {
        let number = |name: &str| {
            let query = request.target().split_once('?').map(|(_, query)| query).unwrap_or_default();
            query.split('&').find_map(|part| part.strip_prefix(name)?.strip_prefix('=')?.parse::<usize>().ok())
        };
        let (page, size) = (number("page").unwrap_or_default(), number("limit").unwrap_or(10).min(10));
        if page == broken_page && broken.load(Ordering::SeqCst) {
            return None;
        }
        let rows: Vec<String> = (page * size..ROWS.min((page + 1) * size))
            .map(|row| format!(r#"{{"jobExecutionId":"e{row}","status":"COMPLETED","runningTime":{row}.50}}"#))
            .collect();
        Some(response(200, "", &format!(r#"{{"list":[{}]}}"#, rows.join(","))))
    })
}

/// Returns the arguments of the command in the last line of a message.
fn next(message: &str) -> Vec<&str> {
    let command = message.lines().last().unwrap().strip_prefix("next: ncloud-dataflow ");
    assert!(command.is_some(), "{message}");
    command.unwrap().split(' ').collect()
}

#[test]
fn the_parts_of_a_broken_listing_are_the_whole() {
    for format in ["jsonl", "csv", "name"] {
        for limit in [&[][..], &["--limit", "33"], &["--page-size", "7"], &["--limit=8", "--page-size=3"]] {
            let broken = Arc::new(AtomicBool::new(false));
            let server = server(2, &broken);
            let session = Session::at(server.endpoint()).with_clock(FakeClock::new());
            let list = [&["execution", "list", "-o", format, "--by-id", JOB][..], limit].concat();
            let whole = session.run(&list);
            assert_eq!(whole.code, 0, "{}", whole.err);
            broken.store(true, Ordering::SeqCst);
            let first = session.run(&list);
            assert_eq!(first.code, 1, "{list:?}: {}", first.err);
            broken.store(false, Ordering::SeqCst);
            let rest = session.run(&next(&first.err));
            assert_eq!(rest.code, 0, "{:?}: {}", next(&first.err), rest.err);
            assert_eq!(first.out.clone() + &rest.out, whole.out, "{list:?}");
            assert!(!first.out.is_empty() && !rest.out.is_empty());
        }
    }
}

#[test]
fn an_interrupted_listing_can_be_continued() {
    let arrival = Arc::new(Notify::new());
    let (signal, silent) = (arrival.clone(), Arc::new(AtomicBool::new(true)));
    let is_silent = silent.clone();
    let server = RawServer::responding(move |request| {
        let rows = |ids: &[&str]| {
            let rows: Vec<_> = ids.iter().map(|id| format!(r#"{{"jobExecutionId":"{id}"}}"#)).collect();
            Some(response(200, "", &format!(r#"{{"list":[{}]}}"#, rows.join(","))))
        };
        match request.target().split("page=").nth(1).and_then(|page| page.split('&').next()) {
            None | Some("0") => rows(&["a", "b"]),
            Some("1") if is_silent.load(Ordering::SeqCst) => {
                signal.notify_one();
                Some(Step::Silence)
            }
            Some("1") => rows(&["c"]),
            _ => rows(&[]),
        }
    });
    let list = ["execution", "list", JOB, "--by-id", "-o", "name", "--page-size", "2"];
    let first = Session::at(server.endpoint()).interrupted_by(arrival).run(&list);
    assert_eq!((first.code, first.out.as_str()), (130, "a\nb\n"), "{}", first.err);
    assert!(first.err.starts_with("interrupted; the listing is incomplete\n"), "{}", first.err);
    silent.store(false, Ordering::SeqCst);
    let rest = Session::at(server.endpoint()).run(&next(&first.err));
    assert_eq!((rest.code, rest.out.as_str()), (0, "c\n"), "{}", rest.err);
}

#[test]
fn a_token_of_another_listing_is_refused() {
    let broken = Arc::new(AtomicBool::new(true));
    let server = server(1, &broken);
    let session = || Session::at(server.endpoint()).with_clock(FakeClock::new());
    let first = session().run(&["execution", "list", JOB, "--by-id", "-o", "name"]);
    let token = next(&first.err).pop().unwrap();
    broken.store(false, Ordering::SeqCst);
    let resume = |session: Session, args: &[&str]| {
        let before = server.requests().len();
        let outcome = session.run(&[args, &["-o", "name", "--resume", token]].concat());
        (outcome.code, outcome.err, server.requests().len() - before)
    };
    let own = ["execution", "list", JOB, "--by-id"];
    assert_eq!(resume(session(), &own).0, 0);
    for (session, args) in [
        (session(), &["execution", "list", "other", "--by-id"][..]),
        (session(), &["workflow", "executions", JOB, "--by-id"]),
        (session(), &["job", "list"]),
        (session().with("NCLOUD_ACCESS_KEY_ID", "another"), &own),
    ] {
        let (code, message, requests) = resume(session, args);
        assert_eq!((code, requests), (2, 0), "{args:?}: {message}");
        assert!(message.contains("belongs to another listing"), "{message}");
    }
    for args in [&["--page", "1"][..], &["--page-size", "5"], &["--no-paginate"], &["--query", "[0]"]] {
        assert_eq!(resume(session(), &[&own[..], args].concat()).0, 2, "{args:?}");
    }
    // These commands are no single listing of the service.
    for args in
        [&["execution", "list"][..], &["execution", "list", JOB, "--since", "1h"], &["trigger", "list", "--next", "1"]]
    {
        assert_eq!(resume(session(), args).0, 2, "{args:?}");
    }
    for format in ["json", "yaml"] {
        let outcome = session().run(&[&own[..], &["-o", format, "--resume", token]].concat());
        assert_eq!(outcome.code, 2, "{}", outcome.err);
    }
    for token in ["", "1:2:3", "1:2:3:xyz", "0:0:0:00000000", "1:10:0:0000000"] {
        let outcome = session().run(&[&own[..], &["--resume", token]].concat());
        assert_eq!(outcome.code, 2, "{token}: {}", outcome.err);
    }
}

/// A filter changes which rows are on a page.
#[test]
fn a_token_with_other_filters_is_refused() {
    let broken = Arc::new(AtomicBool::new(true));
    let server = server(1, &broken);
    let session = Session::at(server.endpoint()).with_clock(FakeClock::new());
    let first = session.run(&["job", "list", "--name", "a", "-o", "jsonl"]);
    let token = next(&first.err).pop().unwrap();
    broken.store(false, Ordering::SeqCst);
    assert_eq!(session.run(&["job", "list", "--name", "a", "-o", "jsonl", "--resume", token]).code, 0);
    assert_eq!(session.run(&["job", "list", "--name", "b", "-o", "jsonl", "--resume", token]).code, 2);
    assert_eq!(session.run(&["job", "list", "-o", "jsonl", "--resume", token]).code, 2);
}

#[test]
fn a_listing_that_cannot_be_continued_has_no_such_command() {
    for args in [&["-o", "json"][..], &["-o", "yaml"], &["--query", "[]"]] {
        let server = server(2, &Arc::new(AtomicBool::new(true)));
        let session = Session::at(server.endpoint()).with_clock(FakeClock::new());
        let outcome = session.run(&[&["execution", "list", JOB, "--by-id"], args].concat());
        assert_eq!(outcome.code, 1);
        assert!(!outcome.err.contains("--resume"), "{}", outcome.err);
    }
}
