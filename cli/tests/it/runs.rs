//! Starting and waiting: output and exit codes.

use crate::harness::{Folder, Outcome, Session, emulator};
use ncloud_dataflow_emulator::{Emulator, Fault};
use ncloud_testing::FakeClock;
use std::sync::Arc;
use std::time::Duration;

/// An account with the jobs `nightly` and `fails`, and workflows of them.
struct Account {
    emulator: Emulator,
    clock: Arc<FakeClock>,
}

impl Account {
    fn new(name: &str) -> Self {
        let clock = FakeClock::new();
        let account = Self { emulator: emulator(|builder| builder.clock(clock.clone())), clock };
        let folder = Folder::new(name);
        let id = |args: &[&str]| {
            let outcome = account.session().run(args);
            assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
            outcome.out.trim().to_owned()
        };
        let trigger =
            ["trigger", "create", "--name", "by-hand", "--type", "NONE", "--trigger-rule-type", "NONE", "-o", "name"];
        let trigger = id(&trigger);
        let job = |name: &str| {
            let file = folder
                .file("job.yaml", format!("name: {name}\ntype: SCRIPT\njobCondition: {{logPath: bucket/logs}}\n"));
            id(&["job", "create", "-f", &file, "-o", "name"])
        };
        for (workflow, jobs) in [("all-fine", vec!["nightly", "hourly"]), ("half-fine", vec!["daily", "fails"])] {
            let jobs = jobs.iter().map(|name| {
                format!(r#"{{"id":"{}","name":"{name}","type":"JOB","parentNodeIds":["{trigger}"]}}"#, job(name))
            });
            let jobs = jobs.collect::<Vec<_>>().join(",");
            let nodes = format!(r#"{{"id":"{trigger}","name":"by-hand","type":"TRIGGER","parentNodeIds":[]}},{jobs}"#);
            let file = folder.file("workflow.json", format!(r#"{{"name":"{workflow}","nodes":[{nodes}]}}"#));
            id(&["workflow", "create", "-f", &file, "-o", "name"]);
        }
        account
    }

    fn session(&self) -> Session {
        Session::of(&self.emulator).with_clock(self.clock.clone())
    }

    fn run(&self, args: &[&str]) -> Outcome {
        self.session().run(args)
    }
}

#[test]
fn a_job_that_succeeds() {
    let account = Account::new("run-well");
    insta::assert_snapshot!(account.run(&["job", "run", "nightly", "--wait"]).session());
}

#[test]
fn a_job_that_fails() {
    let account = Account::new("run-fails");
    let outcome = account.run(&["job", "run", "fails", "--wait", "-o", "name"]);
    insta::assert_snapshot!(outcome.session());
    assert_eq!(outcome.code, 5);
}

#[test]
fn the_log_command_keeps_the_endpoint() {
    let account = Account::new("run-log");
    let endpoint = account.emulator.endpoint();
    let outcome = account.run(&["job", "run", "fails", "--wait", "-q", "-o", "name", "--endpoint", endpoint]);
    let id = outcome.out.trim();
    let log = format!("\n  its log: ncloud-dataflow execution logs --endpoint {endpoint} {id}\n");
    assert!(outcome.err.contains(&log), "{}", outcome.err);
}

#[test]
fn a_job_without_a_log_path_is_noted_once() {
    let account = Account::new("run-no-log");
    let id = account.run(&["job", "create", "--name", "silent", "--type", "SCRIPT", "-o", "name"]).out;
    let note = "note: the job has no log path, so the run writes no console log; set one with: ncloud-dataflow ";
    for wait in [&[][..], &["--wait"]] {
        let outcome = account.run(&[&["job", "run", "silent", "-o", "name"], wait].concat());
        assert_eq!((outcome.code, outcome.err.matches(note).count()), (0, 1), "{}", outcome.err);
        let quiet = account.run(&[&["job", "run", "silent", "-q"], wait].concat());
        assert_eq!((quiet.code, quiet.err.as_str()), (0, ""));
    }
    let advice = account.run(&["job", "run", "silent"]).err;
    let advice: Vec<&str> = advice.split_once(note).unwrap().1.split_whitespace().collect();
    assert_eq!(account.run(&advice).code, 0, "{advice:?} of {id}");
    assert!(!account.run(&["job", "run", "silent"]).err.contains("log path"));
}

#[test]
fn a_job_that_exceeds_the_timeout_is_awaited_again() {
    let account = Account::new("run-long");
    let outcome = account.run(&["job", "run", "nightly", "--wait", "--timeout", "3s"]);
    insta::assert_snapshot!(outcome.session());
    let id = outcome.err.lines().next().unwrap().rsplit(' ').next().unwrap();
    let again = account.run(&["execution", "get", "nightly", id, "--wait", "--interval", "1s", "-o", "name"]);
    assert_eq!((again.code, again.out.trim(), again.err.as_str()), (0, id, ""));
}

#[test]
fn a_workflow_that_succeeds() {
    let account = Account::new("run-workflow");
    insta::assert_snapshot!(account.run(&["workflow", "run", "all-fine", "--wait"]).session());
}

#[test]
fn a_workflow_with_a_failed_job() {
    let account = Account::new("run-half");
    insta::assert_snapshot!(account.run(&["workflow", "run", "half-fine", "--wait", "-o", "csv"]).session());
}

#[test]
fn a_terminal_shows_each_state() {
    let account = Account::new("run-person");
    let outcome =
        account.session().on_a_terminal().run(&["job", "run", "nightly", "--wait", "-o", "name", "--color", "never"]);
    assert_eq!(outcome.code, 0);
    let states: Vec<&str> = outcome.err.lines().skip(1).collect();
    assert_eq!(states, ["note: READY", "note: RUNNING"]);
}

#[test]
fn an_interrupt_ends_the_wait_but_not_the_run() {
    let account = Account::new("run-interrupt");
    let session = account.session().interrupted_after(Duration::from_secs(3));
    let outcome = session.run(&["job", "run", "nightly", "--wait"]);
    let (started, interrupted) = outcome.err.split_once('\n').unwrap();
    let execution = started.strip_prefix("note: started ").unwrap().split(';').next().unwrap();
    assert_eq!((outcome.code, outcome.out.as_str()), (130, ""));
    assert!(interrupted.starts_with(&format!("interrupted; {execution} continues\n")), "{interrupted}");
    let id = execution.strip_prefix("execution ").unwrap();
    let read = account.run(&["execution", "get", "nightly", id, "-o", "json"]);
    assert!(read.out.contains("\"status\": \"RUNNING\""), "{}", read.out);
}

#[test]
fn wait_flags_need_wait() {
    for flag in ["--timeout", "--interval"] {
        let outcome = Session::empty().run(&["job", "run", "x", flag, "3s"]);
        assert!(outcome.code == 2 && outcome.err.contains("--wait"), "{}", outcome.err);
    }
}

#[test]
fn a_started_run_is_reported_if_its_outcome_is_unknown() {
    let emulator = emulator(|builder| builder.fault(Fault::Lost, 1.0));
    let outcome = Session::of(&emulator).run(&["job", "run", "gqigvHhTu7ra", "--by-id", "--wait"]);
    assert_eq!(outcome.code, 7);
    assert!(outcome.err.contains("it may have been carried out"), "{}", outcome.err);
}

#[test]
fn reports_drift() {
    let args = ["execution", "list", "gqigvHhTu7ra", "-o", "name", "--report-drift"];
    let fine = emulator(|builder| builder);
    insta::assert_snapshot!("drift_none", Session::of(&fine).run(&args).session());
    let odd =
        emulator(|builder| builder.fault(Fault::NewField, 1.0).fault(Fault::NewValue, 1.0).fill("getJobExecutions", 3));
    insta::assert_snapshot!("drift_found", Session::of(&odd).run(&args).session());
}
