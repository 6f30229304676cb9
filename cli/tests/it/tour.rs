//! Plays a morning after a bad night, and writes `docs/tour.md` and its pictures from what the program prints.
//!
//! With `INSTA_UPDATE=always`, the files are written; otherwise they are compared.

use crate::harness::{Folder, Session, without_numbers};
use crate::state::data_file;
use jiff::{SignedDuration, Timestamp};
use ncloud_dataflow::runtime::Environment;
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The night before: 02:00 in Korea. The clock of the tests starts five hours later.
const LAST_NIGHT: &str = "2023-11-15T02:00:00+09:00";

/// Running times of the job in minutes, night by night. `None`: it was not started.
const NIGHTS: [Option<i64>; 15] = [
    Some(41),
    Some(43),
    Some(40),
    Some(44),
    Some(42),
    Some(47),
    Some(41),
    Some(45),
    None,
    Some(43),
    Some(44),
    Some(52),
    Some(42),
    Some(46),
    Some(4),
];

/// Returns the data of an emulator: a workflow that starts the job `orders` each night.
pub(crate) fn account(last: Timestamp) -> Value {
    let night =
        |index: usize| last - SignedDuration::from_hours(24 * (i64::try_from(NIGHTS.len() - 1 - index).unwrap()));
    let korean = |moment: Timestamp| moment.display_with_offset(jiff::tz::offset(9)).to_string();
    let executions: Vec<Value> = NIGHTS
        .iter()
        .enumerate()
        .filter_map(|(index, minutes)| Some((index, (*minutes)?)))
        .map(|(index, minutes)| {
            let start = night(index) + SignedDuration::from_secs(20);
            let is_last = index + 1 == NIGHTS.len();
            json!({"workflow": "Wx7orders001", "plan": null, "resource": {
                "jobExecutionId": format!("Ex{index:02}orders01"), "jobId": "Jx4orders001", "jobName": "orders",
                "jobCondition": {"numWorker": if is_last { 2 } else { 4 }, "timeout": 120},
                "status": if is_last { "FAILED" } else { "COMPLETED" },
                "createdDate": korean(night(index)), "startDate": korean(start),
                "endDate": korean(start + SignedDuration::from_mins(minutes)),
                "triggerId": "Tx2nightly01", "triggerName": "nightly", "type": "WORKFLOW",
                "parsedParameters": {"full": "no"},
            }})
        })
        .collect();
    let old = "2023-10-01T09:00:00+09:00";
    let dates = |mut resource: Value| {
        let fields = resource.as_object_mut().unwrap();
        fields.extend(["createdDate", "updatedDate"].map(|date| (date.to_owned(), json!(old))));
        json!({"resource": resource})
    };
    let job = |id: &str, name: &str| {
        dates(json!({"jobId": id, "name": name, "type": "VISUAL", "nodes": [],
        "runCondition": {"numWorker": 4, "timeout": 120}}))
    };
    json!({
        "format": "ncloud-dataflow-emulator", "version": 1,
        "jobs": [job("Jx4orders001", "orders"), job("Jx5stock0001", "stock")],
        "triggers": [dates(json!({"triggerId": "Tx2nightly01", "name": "nightly", "type": "SCHEDULED",
            "triggerRule": {"type": "RECURRING", "interval": "DAY", "time": "02:00"}}))],
        "workflows": [dates(json!({"workflowId": "Wx7orders001", "name": "daily", "nodes": [
            {"id": "Tx2nightly01", "name": "nightly", "type": "TRIGGER", "parentNodeIds": []},
            {"id": "Jx4orders001", "name": "orders", "type": "JOB", "parentNodeIds": ["Tx2nightly01"]}]}))],
        "executions": executions,
    })
}

/// The document that is written while the commands run.
struct Tour {
    folder: Folder,
    data: String,
    session: Session,
    text: String,
    pictures: Vec<(String, String)>,
}

impl Tour {
    fn new() -> Self {
        let folder = Folder::new("tour");
        let data = data_file(&folder, &account(LAST_NIGHT.parse().unwrap()));
        let clock: Arc<FakeClock> = FakeClock::new();
        let session = Session::empty()
            .with("TZ", "KST-9")
            .with("XDG_STATE_HOME", &folder.path("record"))
            .with_clock(clock)
            .on_a_terminal();
        Self { folder, data, session, text: String::new(), pictures: Vec::new() }
    }

    fn say(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }

    /// Runs a command, and adds it with its output. Words are separated by spaces.
    fn run(&mut self, command: &str, code: u8) -> String {
        let files = command.replace("report.html", &self.folder.path("report.html"));
        let files = files.replace("orders.yaml", &self.folder.path("orders.yaml"));
        let args: Vec<&str> = ["--emulator", "--data", &self.data].into_iter().chain(files.split(' ')).collect();
        let outcome = self.session.run(&args);
        // Notes come before results here; on a terminal, both streams are the same.
        let notes = outcome.err.lines().filter(|line| !line.starts_with("note: calling an emulator"));
        let (before, after): (Vec<&str>, Vec<&str>) = notes.partition(|line| plain(line).starts_with("note: "));
        let mut output = String::new();
        for line in before.iter().copied().chain(outcome.out.lines()).chain(after) {
            writeln!(output, "{line}").unwrap();
        }
        let output = without_numbers(&self.folder.hidden(&output));
        assert_eq!(outcome.code, code, "{command}: {output}");
        write!(self.text, "```console\n$ ncloud-dataflow {command}\n{}", plain(&output)).unwrap();
        if code != 0 {
            writeln!(self.text, "$ echo $?\n{code}").unwrap();
        }
        self.text.push_str("```\n\n");
        output
    }

    /// Runs a command like [`run`](Self::run), and adds a picture of the terminal.
    fn show(&mut self, command: &str, code: u8, name: &str) {
        let output = self.run(command, code);
        let screen = format!("$ ncloud-dataflow {command}\n{output}");
        let picture = anstyle_svg::Term::new().render_svg(screen.trim_end());
        self.pictures.push((name.to_owned(), picture));
        writeln!(self.text, "![The same in a terminal](images/{name}.svg)\n").unwrap();
    }
}

/// Removes colors.
pub(crate) fn plain(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or(part, |(_, rest)| rest));
    }
    plain
}

fn check(path: &Path, text: &str) {
    if Environment::from_process().variable("INSTA_UPDATE") == Some("always") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    assert!(kept == text, "{} is out of date; run the test with INSTA_UPDATE=always", path.display());
}

#[test]
fn the_tour_is_up_to_date() {
    let mut tour = Tour::new();
    tour.say("# A morning after a bad night");
    tour.say(
        "<!-- Written by cli/tests/it/tour.rs: change the test, not this file. -->\n\n\
         This tour follows an engineer on call through a failed night. Every command and its output come from a test that\n\
         runs them against the emulator. Times are Korean time; it is 07:13 on November 15.",
    );
    tour.say(
        "## What failed?\n\nThe exit code is 5 if something has failed, so the command also works in cron and CI.",
    );
    tour.show("execution failed", 5, "tour-failed");
    tour.say(
        "The list includes every run that was alive in the last 24 hours. `--since`, `--until`, `--job` and `--workflow`\n\
         choose others.",
    );
    tour.say("## Why?\n\nEach line is a fact with its figures: times against the last successful runs, and what has changed.");
    tour.show("execution why Ex14orders01", 0, "tour-why");
    tour.say("The run had half of the usual workers. With a log path, the end of the log is shown too.");
    tour.say("## Is that normal?");
    tour.show("job history orders --since 20d", 0, "tour-history");
    tour.say("The night of November 9 is missing. A scheduler that fails leaves no failed run, so there is a command for that:");
    tour.run("execution missed --since 14d", 5);
    tour.run("trigger get nightly --next 2", 0);
    tour.say(
        "## Run it again\n\n`rerun` starts the job with the settings and parameters of the failed run. With `--wait`, the exit code says how\n\
         it ended: 0 succeeded, 5 failed, 3 timeout, 7 unknown.",
    );
    tour.run("execution rerun Ex14orders01 --dry-run", 0);
    tour.run("execution rerun Ex14orders01 --param full=yes --wait -o name", 0);
    tour.run("execution get @last -o name", 0);
    tour.say("`execution rerun --failed --since 24h` starts all failed runs again, after a question.");
    tour.say("## Tell the others\n\nThe report is one HTML file without scripts. It can be mailed or kept.");
    tour.run("report --since 20d --to report.html", 0);
    tour.say("## Put it back\n\nThe settings of a job can be kept in a file. `diff` compares it with the account, and `apply` changes the account.");
    tour.run("job export orders --to orders.yaml", 0);
    tour.run("diff -f orders.yaml", 0);
    tour.say("The [README of the command line](../cli/README.md) has all commands. `ncloud-dataflow doctor` checks your set-up.");
    let docs = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs");
    check(&docs.join("tour.md"), &format!("{}\n", tour.text.trim_end()));
    for (name, picture) in &tour.pictures {
        check(&docs.join("images").join(format!("{name}.svg")), picture);
    }
}
