// @generated from spec/dataflow.yaml by codegen; do not edit.

#[test]
fn get_execution_count_response() {
    crate::examples::check::<
        ncloud_dataflow::models::ExecutionCount,
    >("getExecutionCount", "getExecutionCount.response.json");
}

#[test]
fn get_execution_count_by_interval_response() {
    crate::examples::check::<
        ncloud_dataflow::models::ExecutionIntervals,
    >("getExecutionCountByInterval", "getExecutionCountByInterval.response.json");
}

#[test]
fn get_execution_count_by_interval_response_partial_2023() {
    crate::examples::check::<
        ncloud_dataflow::models::ExecutionIntervals,
    >(
        "getExecutionCountByInterval",
        "getExecutionCountByInterval.response.partial-2023.json",
    );
}

#[test]
fn get_execution_times_response() {
    crate::examples::check::<
        ncloud_dataflow::models::ExecutionTimes,
    >("getExecutionTimes", "getExecutionTimes.response.json");
}

#[test]
fn create_workflow_request_partial_2025() {
    crate::examples::check::<
        ncloud_dataflow::models::CreateWorkflowRequest,
    >("createWorkflow", "createWorkflow.request.partial-2025.json");
}

#[test]
fn update_workflow_request_partial_2025() {
    crate::examples::check::<
        ncloud_dataflow::models::UpdateWorkflowRequest,
    >("updateWorkflow", "updateWorkflow.request.partial-2025.json");
}

#[test]
fn delete_workflow_response() {
    crate::examples::check::<bool>("deleteWorkflow", "deleteWorkflow.response.json");
}

#[test]
fn execute_workflow_response() {
    crate::examples::check::<
        ncloud_dataflow::models::WorkflowStart,
    >("executeWorkflow", "executeWorkflow.response.json");
}

#[test]
fn get_jobs_response_partial_2023() {
    crate::examples::check::<
        ncloud_dataflow::models::JobList,
    >("getJobs", "getJobs.response.partial-2023.json");
}

#[test]
fn verify_job_request() {
    crate::examples::check::<
        ncloud_dataflow::models::VerifyJobRequest,
    >("verifyJob", "verifyJob.request.json");
}

#[test]
fn verify_job_response() {
    crate::examples::check::<bool>("verifyJob", "verifyJob.response.json");
}

#[test]
fn get_job_response_partial_2023() {
    crate::examples::check::<
        ncloud_dataflow::models::Job,
    >("getJob", "getJob.response.partial-2023.json");
}

#[test]
fn update_job_request_partial_2025() {
    crate::examples::check::<
        ncloud_dataflow::models::UpdateJobRequest,
    >("updateJob", "updateJob.request.partial-2025.json");
}

#[test]
fn delete_job_response() {
    crate::examples::check::<bool>("deleteJob", "deleteJob.response.json");
}

#[test]
fn get_job_executions_response() {
    crate::examples::check::<
        ncloud_dataflow::models::JobExecutionList,
    >("getJobExecutions", "getJobExecutions.response.json");
}

#[test]
fn create_job_execution_request_partial_2025() {
    crate::examples::check::<
        ncloud_dataflow::models::CreateJobExecutionRequest,
    >("createJobExecution", "createJobExecution.request.partial-2025.json");
}

#[test]
fn update_job_execution_config_request() {
    crate::examples::check::<
        ncloud_dataflow::models::UpdateJobExecutionConfigRequest,
    >("updateJobExecutionConfig", "updateJobExecutionConfig.request.json");
}

#[test]
fn cancel_job_execution_response() {
    crate::examples::check::<
        bool,
    >("cancelJobExecution", "cancelJobExecution.response.json");
}

#[test]
fn create_trigger_request() {
    crate::examples::check::<
        ncloud_dataflow::models::CreateTriggerRequest,
    >("createTrigger", "createTrigger.request.json");
}

#[test]
fn get_trigger_response() {
    crate::examples::check::<
        ncloud_dataflow::models::Trigger,
    >("getTrigger", "getTrigger.response.json");
}

#[test]
fn get_trigger_response_partial_2025() {
    crate::examples::check::<
        ncloud_dataflow::models::Trigger,
    >("getTrigger", "getTrigger.response.partial-2025.json");
}

#[test]
fn delete_trigger_response() {
    crate::examples::check::<bool>("deleteTrigger", "deleteTrigger.response.json");
}
