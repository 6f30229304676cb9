//! Decisions in the operations table.

use ncloud_dataflow::operations::{self, OPERATIONS, SERVICE};
use ncloud_dataflow::runtime::operation::{Method, Operation, Place};
use ncloud_dataflow::runtime::schema::{Schema, Shape};

fn operation(id: &str) -> &'static Operation {
    OPERATIONS.iter().find(|operation| operation.id == id).unwrap()
}

/// Returns the field names of a body or a response.
fn fields(schema: Option<&'static Schema>) -> Vec<&'static str> {
    match schema.unwrap().shape {
        Shape::Object { fields } => fields.iter().map(|field| field.name).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn contradiction_01_the_current_revision_applies() {
    assert_eq!(operations::UPDATE_JOB.method, Method::Patch);
    assert!(operations::GET_JOBS.parameter("status").is_none());
    let body = fields(operations::CREATE_JOB.body.as_ref().map(|body| body.schema));
    assert_eq!(body, ["name", "type", "maxConcurrentRuns", "jobCondition", "nodes"]);
}

#[test]
fn contradiction_05_five_operations_return_true() {
    let bare = OPERATIONS.iter().filter(|operation| matches!(operation.response.unwrap().shape, Shape::Const(true)));
    let bare: Vec<&str> = bare.map(|operation| operation.id).collect();
    assert_eq!(bare, ["deleteWorkflow", "verifyJob", "deleteJob", "cancelJobExecution", "deleteTrigger"]);
}

#[test]
fn contradiction_07_names_follow_the_current_korean_pages() {
    for (id, path) in [
        ("getExecutionCount", "/api/v1/stats/executions"),
        ("getExecutionCountByInterval", "/api/v1/stats/executions-interval"),
        ("createJobExecution", "/api/v1/jobs/{jobId}/executions"),
        ("getTrigger", "/api/v1/triggers/{triggerId}"),
    ] {
        assert_eq!(operation(id).path, path);
    }
}

#[test]
fn contradiction_18_no_operation_saves_temporarily() {
    for operation in OPERATIONS.iter().filter(|operation| operation.body.is_some()) {
        let body = fields(operation.body.as_ref().map(|body| body.schema));
        assert!(!body.contains(&"isTemp"), "{}", operation.id);
    }
    assert!(fields(operations::GET_WORKFLOW.response).contains(&"isTemp"));
}

#[test]
fn contradiction_22_the_path_parameter_is_required() {
    for operation in OPERATIONS {
        let mut parts = operation.parameters.iter().filter(|parameter| parameter.place == Place::Path);
        assert!(parts.all(|parameter| parameter.required), "{}", operation.id);
    }
}

#[test]
fn contradiction_25_workflow_runs_are_job_executions() {
    let list = operations::GET_WORKFLOW_EXECUTIONS.response.unwrap();
    assert_eq!(list.name, operations::GET_JOB_EXECUTIONS.response.unwrap().name);
    assert!(operations::GET_WORKFLOW_EXECUTIONS.parameter("filter").is_some());
    let start = fields(operations::EXECUTE_WORKFLOW.response);
    assert_eq!(start, ["workflowId", "triggerId", "status"]);
}

#[test]
fn contradiction_27_the_paths_have_the_common_prefix() {
    assert_eq!(SERVICE.endpoint, "https://dataflow.apigw.ntruss.com");
    assert!(OPERATIONS.iter().all(|operation| operation.path.starts_with("/api/v1/")));
}

#[test]
fn contradiction_29_stats_paths_are_as_documented() {
    let stats = OPERATIONS.iter().filter(|operation| operation.path.contains("/stats/"));
    let stats: Vec<(&str, &str)> = stats.map(|operation| (operation.id, operation.path)).collect();
    assert_eq!(
        stats,
        [
            ("getExecutionCount", "/api/v1/stats/executions"),
            ("getExecutionCountByInterval", "/api/v1/stats/executions-interval"),
            ("getExecutionTimes", "/api/v1/stats/executions-times"),
        ]
    );
}

#[test]
fn contradiction_30_updating_settings_returns_a_job() {
    let configure = &operations::UPDATE_JOB_EXECUTION_CONFIG;
    assert_eq!((configure.method, configure.path), (Method::Put, operations::GET_JOB_EXECUTIONS.path));
    assert_eq!(configure.response.unwrap().name, operations::GET_JOB.response.unwrap().name);
}
