//! A console log as Spark writes one. It is made up.

use ncloud_dataflow::DateTime;
use ncloud_dataflow::models::{ExecutionStatus, JobExecution};
use std::fmt::Write;

/// Returns the log of an execution: its start, and its end if it has ended.
pub(super) fn text(execution: &JobExecution) -> String {
    let mut log = String::new();
    let name = one_line(execution.job_name.as_deref().unwrap_or_default());
    let id = &execution.job_execution_id;
    let mut line = |date: &Option<DateTime>, level: &str, text: &str| {
        // Writing to a string does not fail.
        let _ = writeln!(log, "{} {level} {text}", time(date));
    };
    let start = &execution.start_date;
    line(start, "INFO", "SparkContext: this log is made up by the emulator");
    line(start, "INFO", &format!("SparkContext: submitted application: {name} ({id})"));
    let condition = execution.job_condition.clone().unwrap_or_default();
    let script = one_line(condition.script_path.as_deref().unwrap_or("the visual job"));
    let workers = condition.num_worker.unwrap_or_default();
    line(start, "INFO", &format!("StandaloneSchedulerBackend: {workers} executors registered"));
    line(start, "INFO", &format!("DAGScheduler: running {script}"));
    let end = &execution.end_date;
    match &execution.status {
        Some(ExecutionStatus::Completed) => {
            line(end, "INFO", "DAGScheduler: job 0 finished");
            line(end, "INFO", "SparkContext: successfully stopped SparkContext");
        }
        Some(ExecutionStatus::Failed) => {
            line(end, "ERROR", "TaskSetManager: task 3 in stage 2.0 failed 4 times; aborting job");
            line(end, "ERROR", "ApplicationMaster: user class threw exception");
            let _ = writeln!(
                log,
                "org.apache.spark.SparkException: Job aborted due to stage failure: Task 3 in stage 2.0 failed 4 times"
            );
            let _ = writeln!(
                log,
                "\tat org.apache.spark.scheduler.DAGScheduler.failJobAndIndependentStages(DAGScheduler.scala:2856)"
            );
            let _ = writeln!(log, "Caused by: java.io.FileNotFoundException: no such file or directory: {script}");
        }
        Some(ExecutionStatus::Canceled) => line(end, "WARN", "SparkContext: canceled by the user"),
        _ => {}
    }
    log
}

fn time(date: &Option<DateTime>) -> String {
    date.as_ref().map(|date| date.as_str().to_owned()).unwrap_or_default()
}

/// Names are given by users: they must not look like other lines.
fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
