//! Listings: the pages that are fetched, and the rows that are printed.

use crate::harness::{JOB, Session, emulator, scripted, scripted_page};
use ncloud_dataflow_emulator::Emulator;
use ncloud_testing::server::{RawServer, Request, response};
use serde_json::{Value, json};
use std::io::{self, Write};

const ROWS: usize = 2500;

fn filled() -> Emulator {
    emulator(|builder| builder.fill("getJobExecutions", ROWS))
}

/// Returns the number of printed rows and of requests.
fn counts(args: &[&str]) -> (usize, usize) {
    let emulator = filled();
    let args = [&["execution", "list", JOB, "-o", "name"], args].concat();
    let session = Session::of(&emulator).run(&args);
    assert_eq!(session.code, 0, "{}", session.err);
    (session.out.lines().count(), emulator.requests())
}

#[test]
fn fetches_all_pages_by_default() {
    assert_eq!(counts(&[]).0, ROWS);
    assert_eq!(counts(&["--page-size", "100"]).0, ROWS);
}

#[test]
fn limit_bounds_rows_and_requests() {
    assert_eq!(counts(&["--limit", "4"]), (4, 1));
    assert_eq!(counts(&["--limit", "1000"]), (1000, 1));
    assert_eq!(counts(&["--limit", "1001"]), (1001, 2));
    assert_eq!(counts(&["--limit", "20", "--page-size", "10"]), (20, 2));
    assert_eq!(counts(&["--limit", "2100"]), (2100, 3));
    assert_eq!(counts(&["--limit", "500", "--page-size", "10"]), (500, 50));
    assert_eq!(counts(&["--limit", "99999"]).0, ROWS);
    assert_eq!(counts(&["--limit", "0"]), (0, 0));
}

#[test]
fn no_paginate_fetches_one_page() {
    assert_eq!(counts(&["--no-paginate"]), (1000, 1));
    assert_eq!(counts(&["--no-paginate", "--page", "2"]), (500, 1));
    assert_eq!(counts(&["--no-paginate", "--page-size", "7"]), (7, 1));
    assert_eq!(counts(&["--no-paginate", "--page-size", "7", "--limit", "3"]), (3, 1));
}

#[test]
fn starts_at_a_page() {
    assert_eq!(counts(&["--page", "1"]).0, 1500);
    assert_eq!(counts(&["--page", "24", "--page-size", "100"]).0, 100);
    assert_eq!(counts(&["--page", "25", "--page-size", "100"]).0, 0);
}

#[test]
fn pages_join_without_loss_or_duplicates() {
    let emulator = filled();
    let whole = Session::of(&emulator).run(&["execution", "list", JOB, "-o", "jsonl"]).out;
    let pieces = Session::of(&emulator).run(&["execution", "list", JOB, "-o", "jsonl", "--page-size", "33"]).out;
    assert_eq!(whole, pieces);
    let mut ids: Vec<String> =
        whole.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["jobExecutionId"].to_string()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), ROWS);
}

#[test]
fn rows_before_an_error_are_printed() {
    let page = json!({"list": [{"jobExecutionId": "first", "jobId": JOB}]}).to_string();
    for (format, expected) in [
        ("name", "first\n"),
        ("csv", "jobExecutionId,status,type,startDate,duration,jobName\r\nfirst,,,,,\r\n"),
        ("table", "ID      STATUS   TYPE   STARTED   DURATION   JOB\nfirst   -        -      -         -          -\n"),
        // The array is left open, so no program mistakes it for the whole list.
        ("json", "[\n  {\n    \"jobExecutionId\": \"first\",\n    \"jobId\": \"gqigvHhTu7ra\"\n  }"),
    ] {
        let refusal = json!({"error": {"errorCode": "400", "message": "Quota Exceeded"}}).to_string();
        // Quota errors are never retried, so each request has exactly one response.
        let session = Session::at(&scripted(vec![(200, page.clone()), (429, refusal)]));
        let outcome = session.run(&["execution", "list", JOB, "--page-size", "1", "--limit", "2", "-o", format]);
        assert_eq!((outcome.code, outcome.out.as_str()), (1, expected), "{}", outcome.err);
        assert!(outcome.err.contains("quota exceeded (HTTP 429, code 400)"), "{}", outcome.err);
    }
}

/// Starts a service with 300 rows. `rows` maps page and limit to `first..first + size`, or to `None` for an error.
fn service(rows: fn(usize, Option<usize>) -> Option<(usize, usize)>) -> RawServer {
    RawServer::responding(move |request| {
        let parameters = || request.target().split(['?', '&']);
        let number = |name| parameters().find_map(|pair| pair.strip_prefix(name)?.parse().ok());
        let (status, body) = match rows(number("page=").unwrap_or(0), number("limit=")) {
            Some((first, size)) => {
                let rows = (0..300).skip(first).take(size).map(|row| json!({"jobExecutionId": row.to_string()}));
                (200, json!({"list": rows.collect::<Vec<_>>()}))
            }
            None => (400, json!({"error": {"errorCode": "100", "message": "bad-parameter"}})),
        };
        Some(response(status, "", &body.to_string()))
    })
}

/// Returns the printed IDs, and the query of each request.
fn listed(service: RawServer, args: &[&str]) -> (Vec<String>, Vec<String>) {
    let session = Session::at(service.endpoint());
    let outcome = session.run(&[&["execution", "list", JOB, "--by-id", "-o", "name"], args].concat());
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let query = |request: &Request| request.target().split_once('?').map_or("", |(_, query)| query).to_owned();
    (outcome.out.lines().map(str::to_owned).collect(), service.requests().iter().map(query).collect())
}

fn ids(count: usize) -> Vec<String> {
    (0..count).map(|row| row.to_string()).collect()
}

#[test]
fn a_limit_rejected_as_page_size_is_fetched_by_default_pages() {
    let at_most_100 = |page, limit: Option<usize>| {
        let size = limit.unwrap_or(100);
        (size <= 100).then_some((page * size, size))
    };
    let (written, queries) = listed(service(at_most_100), &["--limit", "150"]);
    assert_eq!((written, queries), (ids(150), vec!["limit=150".into(), String::new(), "page=1".into()]));
    // The page size is at most the limit, if the service accepts it.
    let (written, queries) = listed(service(at_most_100), &["--limit", "50"]);
    assert_eq!((written, queries), (ids(50), vec!["limit=50".into()]));
    // An explicit page size is not changed.
    let service = service(at_most_100);
    let outcome = Session::at(service.endpoint()).run(&["execution", "list", JOB, "--by-id", "--page-size", "150"]);
    assert_eq!((outcome.code, service.requests().len()), (1, 1), "{}", outcome.err);
}

#[test]
fn a_limit_above_the_largest_page_is_printed_completely() {
    let of_given: fn(usize, Option<usize>) -> _ = |page, limit| {
        let size = limit.unwrap_or(1000).min(100);
        Some((page * size, size))
    };
    let of_asked: fn(usize, Option<usize>) -> _ =
        |page, limit| Some((page * limit.unwrap_or(100), limit.unwrap_or(100).min(100)));
    for service_of in [of_given, of_asked] {
        assert_eq!(listed(service(service_of), &["--limit", "250"]).0, ids(250));
        assert_eq!(listed(service(service_of), &["--page-size", "120"]).0, ids(300));
        assert_eq!(listed(service(service_of), &[]).0, ids(300));
    }
}

#[test]
fn one_short_page_is_one_request() {
    let (written, queries) = listed(service(|page, _| Some((page * 7, 7))), &["--no-paginate", "--page", "1"]);
    assert_eq!((written.len(), queries), (7, vec!["page=1".to_owned()]));
    let (written, queries) = listed(service(|page, _| Some((page * 7, 7))), &["--no-paginate", "--limit", "3"]);
    assert_eq!((written, queries.len()), (ids(3), 1));
}

#[test]
fn a_page_size_of_zero_is_rejected() {
    let service = service(|_, _| Some((0, 0)));
    let outcome = Session::at(service.endpoint()).run(&["execution", "list", JOB, "--by-id", "--page-size", "0"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{}", outcome.err);
    assert!(outcome.err.contains("limit: expected 1 or more"), "{}", outcome.err);
    assert!(service.requests().is_empty());
}

#[test]
fn an_unprintable_row_does_not_affect_others() {
    let odd = r#"{"jobExecutionId":"odd\ud800"}"#;
    let page = format!(
        r#"{{"list":[{{"jobExecutionId":"a"}},{odd},null,7,{{"jobExecutionId":8}},{{}},{{"jobExecutionId":"b"}}]}}"#
    );
    let outcome = Session::at(&scripted_page(page)).run(&["execution", "list", JOB, "--by-id", "-o", "name"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (1, "a\n8\nb\n"), "{}", outcome.err);
    assert!(outcome.err.contains("cannot read a row: "), "{}", outcome.err);
}

/// A table is written while pages arrive: its rows precede the request that fails.
#[test]
fn a_table_streams() {
    let service = service(|page, _| (page < 2).then_some((page * 150, 150)));
    let mut pipe = Flushes::default();
    let (code, err) = Session::at(service.endpoint())
        .run_into(&["execution", "list", JOB, "--by-id", "--page-size", "150"], &mut pipe);
    assert_eq!(code, 1, "{err}");
    // The first flush precedes the second page.
    assert_eq!(pipe.lines.first(), Some(&151));
    assert_eq!(pipe.lines.last(), Some(&301));
}

/// Counts the lines at each flush.
#[derive(Default)]
struct Flushes {
    text: Vec<u8>,
    lines: Vec<usize>,
}

impl Write for Flushes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.text.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        let lines = self.text.iter().filter(|byte| **byte == b'\n').count();
        if lines > 0 && self.lines.last() != Some(&lines) {
            self.lines.push(lines);
        }
        Ok(())
    }
}

/// A pipe whose reader closes it after the first data.
struct Pipe(bool);

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        match std::mem::replace(&mut self.0, true) {
            true => Err(io::ErrorKind::BrokenPipe.into()),
            false => Ok(()),
        }
    }
}

#[test]
fn a_closed_output_ends_the_requests() {
    let emulator = filled();
    let args = ["execution", "list", JOB, "-o", "name", "--page-size", "1"];
    let (code, err) = Session::of(&emulator).run_into(&args, &mut Pipe(false));
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(emulator.requests() < 10, "{}", emulator.requests());
}

#[test]
fn lists_from_the_built_in_emulator() {
    let session = Session::empty().run(&["--emulator", "execution", "list", JOB]);
    insta::assert_snapshot!(session.session());
    let after = Session::empty().run(&["execution", "list", JOB, "--emulator"]);
    assert_eq!(after.session(), session.session());
}

#[test]
fn verbose_logs_the_request() {
    let emulator = filled();
    let session = Session::of(&emulator).run(&["execution", "list", JOB, "-v", "--limit", "1", "-o", "name"]);
    insta::assert_snapshot!(session.session());
}
