//! Responses: the same types read data of every edition.

use super::check;
use ncloud_dataflow::models::{
    EtlField, EtlJobNode, ExecutionCount, ExecutionIntervals, ExecutionStatus, ExecutionTimes, ExecutionType, Job,
    JobCondition, JobExecution, JobExecutionList, JobList, JobStatus, JobType, ParsedParameters, Trigger,
    TriggerRuleType, TriggerType, WorkerType, Workflow, WorkflowDisabled, WorkflowNode, WorkflowStart, WorkflowSummary,
};
use serde_json::{Value, json};

/// Returns the execution of the documented listing, 2025 edition.
fn execution() -> JobExecution {
    let text = include_str!("../../../spec/examples/getJobExecutions.response.json");
    let page: JobExecutionList = check(serde_json::from_str(text).unwrap());
    page.list[0].clone()
}

#[test]
fn contradiction_01_old_and_new_jobs_have_the_same_types() {
    let old: Job = check(json!({
        "jobId": "a", "name": "n", "type": "DATAFLOW", "status": "RUNNABLE", "nodes": [],
        "runCondition": { "workerType": "DEFAULT", "numWorker": 2, "timeout": 360 },
        "createdDate": "2025-03-21T11:12:54+09:00"
    }));
    assert_eq!((old.r#type, old.status), (Some(JobType::Dataflow), Some(JobStatus::Runnable)));
    let new: Job = check(json!({
        "jobId": "a", "name": "n", "type": "SCRIPT", "status": "READY", "maxConcurrentRuns": 3,
        "lastExecutionStatus": "COMPLETED", "newInR4": [1]
    }));
    assert_eq!((new.r#type.clone(), new.status.clone()), (Some(JobType::Script), Some(JobStatus::Ready)));
    assert_eq!(new.unknown_fields().get("newInR4"), Some(&json!([1])));
    for status in ["RUNNING", "DELETED", "UNKNOWN", "DRAFT", "STOPPED", "EDITING"] {
        let job: Job = check(json!({ "jobId": "a", "status": status }));
        assert!(!matches!(job.status, Some(JobStatus::Other(_))), "{status}");
    }
}

#[test]
fn contradiction_02_parsed_parameters_is_an_object_or_an_array() {
    let parameters = |value: Value| -> ParsedParameters { check(value) };
    assert_eq!(execution().parsed_parameters, Some(ParsedParameters::Array(Vec::new())));
    assert!(matches!(parameters(json!({})), ParsedParameters::Object(map) if map.is_empty()));
    assert!(matches!(parameters(json!({ "a": { "b": 1 } })), ParsedParameters::Object(map) if map.len() == 1));
    assert!(matches!(parameters(json!([{ "a": 1 }])), ParsedParameters::Array(list) if list.len() == 1));
    assert!(matches!(parameters(json!("a=1")), ParsedParameters::Other(_)));
}

#[test]
fn contradiction_03_workers_have_either_type() {
    for (text, known) in [("DATAFLOW", WorkerType::Dataflow), ("DEFAULT", WorkerType::Default)] {
        let settings: JobCondition = check(json!({ "workerType": text }));
        assert_eq!(settings.worker_type, Some(known));
    }
    let settings: JobCondition = check(json!({ "numWorker": 2 }));
    assert_eq!(settings.worker_type, None);
}

#[test]
fn contradiction_04_fields_only_in_the_example_are_typed() {
    let execution = execution();
    assert_eq!(execution.trigger_name.as_deref(), Some("trigger002"));
    assert!(execution.job_condition.unwrap().console_log_path.is_some());
    let bare: JobExecution = check(json!({ "jobExecutionId": "a", "jobId": "b", "jobCondition": {} }));
    assert_eq!(bare.trigger_name, None);
}

#[test]
fn contradiction_08_job_settings_are_kept_under_any_name() {
    let job: Job = check(json!({ "jobId": "a", "runCondition": { "numWorker": 3 } }));
    assert_eq!(job.run_condition.unwrap().num_worker, Some(3));
    let other: Job = check(json!({ "jobId": "a", "jobCondition": { "numWorker": 3 }, "runCondtion": {} }));
    assert_eq!(other.unknown_fields().get("jobCondition"), Some(&json!({ "numWorker": 3 })));
    assert_eq!(other.unknown_fields().iter().count(), 2);
}

#[test]
fn contradiction_09_a_rule_is_an_object_or_a_string() {
    let trigger: Trigger = check(json!({
        "triggerId": "a", "triggerRule": { "type": "RECURRING", "interval": "WEEK", "dayOfWeek": ["MONDAY", "SOMEDAY"] }
    }));
    assert_eq!(trigger.trigger_rule.unwrap().r#type, Some(TriggerRuleType::Recurring));
    let node: WorkflowNode = check(json!({ "id": "a", "triggerRule": "RECURRING" }));
    assert_eq!(node.trigger_rule, Some(TriggerRuleType::Recurring));
    let listed: WorkflowSummary = check(json!({ "workflowId": "a", "triggerRuleType": "ONE_TIME" }));
    assert_eq!(listed.trigger_rule_type, Some(TriggerRuleType::OneTime));
}

#[test]
fn contradiction_10_node_ids_are_numbers_or_strings() {
    let step: EtlJobNode = check(json!({
        "id": 1_697_776_942_407_i64, "name": "n", "type": "TRANSFORM_JOIN", "parentNodeIds": [1, 2]
    }));
    let EtlJobNode::TransformJoin(step) = step else {
        panic!("{step:?}");
    };
    assert_eq!((step.id, step.parent_node_ids), (1_697_776_942_407, vec![1, 2]));
    let step: EtlJobNode = check(json!({
        "id": "3", "name": "n", "type": "TRANSFORM_JOIN", "parentNodeIds": "1", "leftNodeId": "1", "rightNodeId": 2
    }));
    let EtlJobNode::TransformJoin(step) = step else {
        panic!("{step:?}");
    };
    assert_eq!((step.id, step.parent_node_ids, step.left_node_id, step.right_node_id), (3, vec![1], 1, 2));
    let node: WorkflowNode = check(json!({ "id": "8bjF7EjNypqG", "parentNodeIds": ["a"], "isValid": false }));
    assert_eq!(node.parent_node_ids, Some(vec!["a".into()]));
    assert_eq!(node.is_valid, Some(false));
}

#[test]
fn contradiction_12_times_of_unclear_unit_are_numbers() {
    let execution = execution();
    assert_eq!((execution.waiting_time, execution.running_time), (Some(830), Some(14)));
    assert_eq!(execution.created_date, execution.start_date);
}

#[test]
fn contradiction_13_any_count_and_limit_of_a_page_is_read() {
    let text = include_str!("../../../spec/examples/getJobExecutions.response.json");
    let page: JobExecutionList = serde_json::from_str(text).unwrap();
    assert_eq!((page.list.len(), page.count, page.limit), (1, Some(1), Some(1000)));
    let page: JobList = check(json!({ "list": [{ "jobId": "a" }], "count": 731, "limit": 1 }));
    assert_eq!((page.list.len(), page.count), (1, Some(731)));
}

#[test]
fn contradiction_15_old_data_may_be_out_of_range() {
    let settings: JobCondition = check(json!({ "timeout": 0, "numWorker": 1 }));
    assert_eq!((settings.timeout, settings.num_worker), (Some(0), Some(1)));
}

#[test]
fn contradiction_18_the_temporary_flag_is_read() {
    let workflow: Workflow = check(json!({ "workflowId": "a", "isTemp": true }));
    assert_eq!(workflow.is_temp, Some(true));
    let workflow: Workflow = check(json!({ "workflowId": "a" }));
    assert_eq!(workflow.is_temp, None);
}

#[test]
fn contradiction_20_disabled_is_a_boolean_or_a_string() {
    let listed = |value: Value| -> WorkflowSummary { check(json!({ "workflowId": "a", "disabled": value })) };
    assert_eq!(listed(json!(false)).disabled, Some(WorkflowDisabled::Boolean(false)));
    assert_eq!(listed(json!("Y")).disabled, Some(WorkflowDisabled::String("Y".into())));
}

#[test]
fn contradiction_21_triggers_may_have_an_unlisted_type() {
    for (text, known) in
        [("EVENT", TriggerType::Event), ("CLOUD_FUNCTIONS", TriggerType::Other("CLOUD_FUNCTIONS".into()))]
    {
        let trigger: Trigger = check(json!({ "triggerId": "a", "type": text, "triggerRule": { "type": "EVENT" } }));
        assert_eq!(trigger.r#type, Some(known));
    }
}

#[test]
fn contradiction_23_points_of_the_chart_are_numbers() {
    let text = include_str!("../../../spec/examples/getExecutionTimes.response.json");
    let times: ExecutionTimes = check(serde_json::from_str(text).unwrap());
    let steps: Vec<i64> = times.result.windows(2).map(|pair| pair[1].time.unwrap() - pair[0].time.unwrap()).collect();
    assert_eq!(steps, [7_200_000; 3]);
    assert!(times.result.iter().all(|point| point.value == Some(0)));
}

#[test]
fn contradiction_24_days_have_no_zone_and_may_drift() {
    for text in [
        include_str!("../../../spec/examples/getExecutionCountByInterval.response.json"),
        include_str!("../../../spec/examples/getExecutionCountByInterval.response.partial-2023.json"),
    ] {
        let days: ExecutionIntervals = check(serde_json::from_str(text).unwrap());
        for day in days.result.iter().filter_map(|day| day.start_date.as_ref()) {
            assert!(!day.has_offset(), "{day} has no offset");
            day.to_millis_in_korea().unwrap();
        }
    }
    let counts: ExecutionCount = check(json!({ "totalCount": 5, "completedCount": 4, "failedCount": 1 }));
    assert_eq!(counts.completed_count, Some(4));
}

#[test]
fn contradiction_25_a_workflow_start_returns_no_execution() {
    let text = include_str!("../../../spec/examples/executeWorkflow.response.json");
    let start: WorkflowStart = check(serde_json::from_str(text).unwrap());
    assert!(start.unknown_fields().is_empty(), "{start:?}");
}

#[test]
fn contradiction_26_ready_and_type_differ_for_executions() {
    let job: Job = check(json!({ "jobId": "a", "status": "READY", "type": "VISUAL" }));
    assert_eq!((job.status, job.r#type), (Some(JobStatus::Ready), Some(JobType::Visual)));
    let run: JobExecution = check(json!({ "jobExecutionId": "a", "jobId": "b", "status": "READY", "type": "JOB" }));
    assert_eq!((run.status, run.r#type), (Some(ExecutionStatus::Ready), Some(ExecutionType::Job)));
}

#[test]
fn contradiction_31_the_first_of_duplicate_keys_is_used() {
    let twice =
        r#"{"list":[{"jobId":"a","lastExecutionStatus":"COMPLETED","lastExecutionStatus":"2023-10-20T13:45:15.000"}]}"#;
    let page: JobList = serde_json::from_str(twice).unwrap();
    assert_eq!(page.list[0].last_execution_status, Some(ExecutionStatus::Completed));
    assert_eq!(serde_json::to_string(&page).unwrap(), twice);
    for (text, known) in [
        ("COMPLETED", ExecutionStatus::Completed),
        ("2023-10-20T13:45:15.000", ExecutionStatus::Other("2023-10-20T13:45:15.000".into())),
    ] {
        let page: JobList = check(json!({ "list": [{ "jobId": "a", "lastExecutionStatus": text }] }));
        assert_eq!(page.list[0].last_execution_status, Some(known));
    }
}

#[test]
fn contradiction_32_the_resource_name_is_a_string() {
    let settings = execution().job_condition.unwrap();
    assert!(settings.nrn.unwrap().contains(":Role/"));
}

#[test]
fn contradiction_33_types_are_read_in_every_spelling() {
    for text in ["String", "string", "Uniontype"] {
        let field: EtlField = check(json!({ "name": "a", "type": text, "properties": [{ "name": "b" }] }));
        assert_eq!(field.r#type.as_deref(), Some(text));
    }
    for text in ["TRANSFORM_DROP_NULL", "TRANSFORM_SPLIT_FIELD"] {
        let node: EtlJobNode = check(json!({ "id": 1, "name": "n", "type": text, "parentNodeIds": [] }));
        // The current pages do not have it, so it cannot be sent by mistake.
        assert!(matches!(node, EtlJobNode::Other(_)), "{text}");
    }
}

#[test]
fn contradiction_34_a_job_may_have_a_description() {
    let job: Job = check(json!({ "jobId": "a", "description": "" }));
    assert_eq!(job.description.as_deref(), Some(""));
    let job: Job = check(json!({ "jobId": "a" }));
    assert_eq!(job.description, None);
}

#[test]
fn contradiction_36_the_console_log_path_is_kept() {
    let path = execution().job_condition.unwrap().console_log_path.unwrap();
    assert!(path.ends_with("/fKE22JFX4PAu_2025-03-21T11:12:56.log"), "{path}");
}
