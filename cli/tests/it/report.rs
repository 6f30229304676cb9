//! `report`: the page, its figures, its file.

use crate::harness::{Folder, Session, holding, responding};
use crate::state::{self, Run, run, session, write};
use serde_json::Value;
use std::fs;

const HOSTILE: &str = "<script>alert(\"1\")</script>'\u{202e}\u{0}&amp;";

fn runs() -> Vec<Run<'static>> {
    let run = |id, job, hours_ago, seconds, status| Run { id, job, hours_ago, seconds, status };
    vec![
        run("old", "nightly", 24 * 31, 60, "COMPLETED"),
        run("n1", "nightly", 49, 600, "COMPLETED"),
        run("n2", "nightly", 25, 1200, "COMPLETED"),
        run("n3", "nightly", 1, 1800, "FAILED"),
        run("h1", HOSTILE, 49, 10, "FAILED"),
        run("h2\"><b>", HOSTILE, 25, 20, "CANCELED"),
        run("h3", HOSTILE, 2, 0, "RUNNING"),
    ]
}

fn state(folder: &Folder) -> String {
    write(folder, &["nightly", HOSTILE, "idle"], &runs())
}

#[test]
fn the_page_has_every_section() {
    let folder = Folder::new("report");
    let target = folder.path("report.html");
    let outcome = run(&session(&folder), &state(&folder), &["report", "--to", &target]);
    assert_eq!((outcome.code, outcome.out.as_str()), (0, ""), "{}", outcome.err);
    assert_eq!(folder.hidden(&outcome.err), "note: wrote 6 runs to report.html\n");
    let page = fs::read_to_string(&target).unwrap();
    insta::assert_snapshot!("report", crate::harness::without_numbers(&without_style(&page)));
}

#[test]
fn dates_are_over_the_first_runs_of_days() {
    let folder = Folder::new("report-dates");
    // Four runs a day, and one on the last day.
    let names: Vec<String> = (0..9).map(|run| format!("r{run}")).collect();
    let at = |index: usize| 48 - 6 * i64::try_from(index).unwrap();
    let runs: Vec<_> = (0..9)
        .map(|index| Run { id: &names[index], job: "often", hours_ago: at(index), seconds: 60, status: "COMPLETED" })
        .collect();
    let outcome = run(&session(&folder), &write(&folder, &["often"], &runs), &["report", "--to", "-"]);
    let grid = outcome.out.split_once("class=\"runs\"><ol>").unwrap().1.split_once("</ol>").unwrap().0;
    let over: Vec<_> = grid
        .split("<li ")
        .skip(1)
        .map(|cell| {
            let date = cell.split_once("<em aria-hidden=\"true\">").map(|(_, rest)| &rest[..5]);
            (names.iter().find(|name| cell.contains(&format!(", {name}\""))).unwrap().as_str(), date)
        })
        .filter(|(_, date)| date.is_some())
        .collect();
    // The clock is at 2023-11-14 22:13.
    assert_eq!(over, [("r0", Some("11-12")), ("r3", Some("11-13")), ("r6", Some("11-14"))]);
}

fn without_style(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    format!("{before}<style></style>{after}")
}

/// What could load, run or send anything, by the HTML standard.
#[test]
fn hostile_names_stay_text_and_nothing_is_loaded() {
    let folder = Folder::new("report-hostile");
    let outcome = run(&session(&folder), &state(&folder), &["report", "--to", "-"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let page = outcome.out;
    assert!(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;\\u{202e}\\u{0}&amp;amp;"));
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"));
    for part in
        ["<script", "<b>\"", "h2\">", "\u{202e}", "\u{0}", "href", "src=", "url(", "@import", "<link", "<form", " on"]
    {
        let found = page.split_once(part).map(|(before, _)| before.chars().rev().take(30).collect::<String>());
        // The word "on" follows a space in sentences; an attribute has a sign of equality.
        let is_fine = found.is_none() || (part == " on" && !page.contains(" onerror=") && !page.contains(" onload="));
        assert!(is_fine, "{part} after {found:?}");
    }
}

#[test]
fn json_has_the_figures() {
    let folder = Folder::new("report-json");
    let outcome = run(&session(&folder), &state(&folder), &["report", "-o", "json"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let figures: Value = serde_json::from_str(&outcome.out).unwrap();
    let statistics = &figures["statistics"];
    for (name, expected) in
        [("runs", 6), ("succeeded", 2), ("failed", 2), ("canceled", 1), ("unfinished", 1), ("medianSeconds", 600)]
    {
        assert_eq!(statistics[name], expected, "{name}");
    }
    assert_eq!(statistics["successRate"], 0.5);
    assert_eq!((&figures["isComplete"], &figures["jobsWithoutRuns"][0]), (&Value::Bool(true), &Value::from("idle")));
    let ids = |list: &str| -> Vec<String> {
        let runs = figures[list].as_array().unwrap().iter();
        runs.map(|run| run["jobExecutionId"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids("slowest"), ["n3", "n2", "n1", "h2\"><b>", "h1"]);
    assert_eq!(ids("failed"), ["n3", "h1"]);
    // Both ended in the hour after 21:00: 21:13:20 and 30 minutes, 21:13:20 and 10 seconds.
    assert_eq!(figures["failuresByHour"][21], 2);
    let days = figures["days"].as_array().unwrap();
    assert_eq!(
        (days.len(), &days[0]["firstDay"], &days[30]["firstDay"]),
        (31, &"2023-10-15".into(), &"2023-11-14".into())
    );
    assert_eq!((&days[28]["statistics"]["runs"], &days[30]["statistics"]["runs"]), (&2.into(), &2.into()));
    assert_eq!(
        (&figures["missed"]["unknownBecause"], &figures["missed"]["starts"]),
        (&Value::Null, &serde_json::json!([]))
    );
}

/// 05:59 UTC is 14:59 in Korea, so the failure belongs to another hour there.
#[test]
fn hours_are_those_of_the_time_zone() {
    let folder = Folder::new("report-zone");
    let session = session(&folder).with("TZ", "Asia/Seoul");
    let outcome = run(&session, &state(&folder), &["report", "-o", "json"]);
    let figures: Value = serde_json::from_str(&outcome.out).unwrap();
    // 21:43:20 UTC is 06:43:20 in Korea.
    assert_eq!((&figures["failuresByHour"][6], &figures["failuresByHour"][21]), (&2.into(), &0.into()));
    assert_eq!(figures["timeZone"], "Asia/Seoul, UTC+09");
}

#[test]
fn one_job_can_be_chosen() {
    let folder = Folder::new("report-job");
    let state = state(&folder);
    let outcome = run(&session(&folder), &state, &["report", "-o", "json", "--job", "nightly"]);
    let figures: Value = serde_json::from_str(&outcome.out).unwrap();
    assert_eq!((&figures["statistics"]["runs"], figures["jobs"].as_array().unwrap().len()), (&3.into(), 1));
    let unknown = run(&session(&folder), &state, &["report", "-o", "json", "--job", "nothing"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (6, ""));
}

#[test]
fn an_empty_account_has_a_report_too() {
    let folder = Folder::new("report-empty");
    let file = write(&folder, &[], &[]);
    let outcome = run(&session(&folder), &file, &["report", "--to", "-"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(outcome.out.contains("No job has a run in this time span."), "{}", outcome.out);
    assert!(!outcome.out.contains("NaN"));
}

#[test]
fn a_file_that_cannot_be_written_is_an_error_before_anything_is_sent() {
    let folder = Folder::new("report-target");
    fs::create_dir(folder.path("folder")).unwrap();
    let link = folder.path("link.html");
    folder.file("read-only.html", "old");
    let mut permissions = fs::metadata(folder.path("read-only.html")).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.path("read-only.html"), permissions).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.file("aim.html", "old"), &link).unwrap();
    let session = Session::at("https://localhost:1");
    for (path, reason) in [
        ("folder", "it is a folder"),
        ("nowhere/report.html", "its folder does not exist"),
        ("read-only.html", "it is read-only"),
        #[cfg(unix)]
        ("link.html", "it is a link"),
    ] {
        let outcome = session.run(&["report", "--to", &folder.path(path)]);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{path}: {}", outcome.err);
        assert!(outcome.err.contains(reason), "{}", outcome.err);
    }
    #[cfg(unix)]
    {
        let device = session.run(&["report", "--to", "/dev/null"]);
        assert_eq!((device.code, device.err.contains("not a regular file")), (2, true), "{}", device.err);
    }
    for args in [
        &["report"][..],
        &["report", "--to", "-", "-o", "json"],
        &["report", "--to", "x", "-o", "csv"],
        &["report", "--to", ""],
    ] {
        let outcome = session.run(args);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{args:?}: {}", outcome.err);
    }
}

/// Job `bad` cannot be read, and the page that was there before is replaced.
#[test]
fn a_job_that_cannot_be_read_is_named() {
    let endpoint = responding(|request| {
        let target = request.head().lines().next().unwrap_or_default().to_owned();
        let is_first = target.contains("page=0") || !target.contains("page=");
        match () {
            () if target.contains("/executions") && target.contains("/bad/") => (403, "{}".to_owned()),
            () if target.contains("/executions") && is_first => {
                (200, r#"{"list":[{"jobExecutionId":"e1","jobId":"good","status":"COMPLETED","createdDate":"2023-11-14T10:00:00Z","startDate":"2023-11-14T10:00:00Z","endDate":"2023-11-14T10:05:00Z"}]}"#.to_owned())
            }
            () if target.contains("/executions") => (200, r#"{"list":[]}"#.to_owned()),
            () if is_first => (200, r#"{"list":[{"jobId":"good","name":"good"},{"jobId":"bad","name":"bad <job>"}]}"#.to_owned()),
            () => (200, r#"{"list":[]}"#.to_owned()),
        }
    });
    let folder = Folder::new("report-unread");
    let target = folder.file("report.html", "old");
    let outcome = Session::at(&endpoint).with("XDG_STATE_HOME", &folder.path("")).run(&["report", "--to", &target]);
    assert_eq!(outcome.code, 1, "{}", outcome.err);
    assert!(outcome.err.contains("job 'bad <job>' could not be read"), "{}", outcome.err);
    assert!(outcome.err.contains("the report is incomplete: one job could not be read"), "{}", outcome.err);
    let page = fs::read_to_string(&target).unwrap();
    assert!(page.contains("Incomplete: 1 job could not be read"), "{page}");
    assert!(page.contains("<bdi>bad &lt;job&gt;</bdi>: "), "{page}");
}

/// No part of a report is left behind, and the old one stays.
#[test]
fn without_an_answer_the_old_report_stays() {
    let folder = Folder::new("report-none");
    let target = folder.file("report.html", "old");
    let endpoint = responding(|_| (403, "{}".to_owned()));
    let outcome = Session::at(&endpoint).run(&["report", "--to", &target]);
    assert_eq!(outcome.code, 4, "{}", outcome.err);
    let files: Vec<_> = fs::read_dir(folder.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!((files.len(), fs::read_to_string(&target).unwrap().as_str()), (1, "old"), "{files:?}");
    let (endpoint, arrival) = holding();
    let interrupted = Session::at(&endpoint).interrupted_by(arrival).run(&["report", "--to", &target]);
    assert_eq!(interrupted.code, 130);
    assert_eq!(fs::read_dir(folder.path("")).unwrap().count(), 1);
}

/// Two jobs may have the same name, and a run may lack its dates.
#[test]
fn namesakes_and_runs_without_dates_are_told_apart() {
    let folder = Folder::new("report-namesakes");
    let mut state = state::state(&["a", "b"], &[Run { id: "x", job: "a", hours_ago: 1, seconds: 5, status: "FAILED" }]);
    let mut other = state["executions"][0].clone();
    for (name, value) in [("jobExecutionId", "y"), ("jobId", "job-2")] {
        other["resource"][name] = value.into();
    }
    for date in ["createdDate", "startDate", "endDate"] {
        other["resource"].as_object_mut().unwrap().remove(date);
    }
    state["executions"].as_array_mut().unwrap().push(other);
    let file = state::data_file(&folder, &state);
    let page = run(&session(&folder), &file, &["report", "--to", "-"]).out;
    for id in ["job-1", "job-2"] {
        assert!(page.contains(&format!("<bdi>a</bdi> <code>{id}</code>")), "{page}");
    }
    assert!(page.contains("1 run without a readable date"), "{page}");
    let year = run(&session(&folder), &file, &["report", "--since", "365d", "--to", "-"]).out;
    assert!(year.contains("Each bar is 6 days."), "{year}");
}
