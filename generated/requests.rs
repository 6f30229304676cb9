// @generated from spec/dataflow.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// Request of [`Client::get_execution_count`](crate::Client::get_execution_count).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetExecutionCount {
    pub(crate) request: rt::Request,
}

impl GetExecutionCount {
    #[inline]
    pub(crate) fn new(
        client: &crate::Client,
        start_date: rt::DateTime,
        end_date: rt::DateTime,
    ) -> Self {
        let mut request = client.request(&super::operations::GET_EXECUTION_COUNT);
        request.set_at(0, &start_date);
        request.set_at(1, &end_date);
        Self { request }
    }
}

rt::request!(GetExecutionCount, send super::models::ExecutionCount);

/// Request of [`Client::get_execution_count_by_interval`](crate::Client::get_execution_count_by_interval).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetExecutionCountByInterval {
    pub(crate) request: rt::Request,
}

impl GetExecutionCountByInterval {
    #[inline]
    pub(crate) fn new(
        client: &crate::Client,
        start_date: rt::DateTime,
        end_date: rt::DateTime,
    ) -> Self {
        let mut request = client
            .request(&super::operations::GET_EXECUTION_COUNT_BY_INTERVAL);
        request.set_at(0, &start_date);
        request.set_at(1, &end_date);
        Self { request }
    }
}

rt::request!(GetExecutionCountByInterval, send super::models::ExecutionIntervals);

/// Request of [`Client::get_execution_times`](crate::Client::get_execution_times).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetExecutionTimes {
    pub(crate) request: rt::Request,
}

impl GetExecutionTimes {
    #[inline]
    pub(crate) fn new(
        client: &crate::Client,
        start_date: rt::DateTime,
        end_date: rt::DateTime,
    ) -> Self {
        let mut request = client.request(&super::operations::GET_EXECUTION_TIMES);
        request.set_at(0, &start_date);
        request.set_at(1, &end_date);
        Self { request }
    }
}

rt::request!(GetExecutionTimes, send super::models::ExecutionTimes);

/// Request of [`Client::get_workflows`](crate::Client::get_workflows).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetWorkflows {
    pub(crate) request: rt::Request,
}

impl GetWorkflows {
    #[inline]
    pub(crate) fn new(client: &crate::Client) -> Self {
        Self {
            request: client.request(&super::operations::GET_WORKFLOWS),
        }
    }
    /// Number of the page, from 0.
    ///
    /// At least 0. Default `0`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_at(0, &page);
        self
    }
    /// Maximum number of items on a page, from 0.
    ///
    /// At least 0. Default `1000`.
    #[doc(alias = "limit")]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.request.set_at(1, &page_size);
        self
    }
}

rt::request!(GetWorkflows, send super::models::WorkflowList);

rt::listing!(GetWorkflows, super::models::WorkflowList);

/// Request of [`Client::create_workflow`](crate::Client::create_workflow).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateWorkflow {
    pub(crate) request: rt::Request,
    body: super::models::CreateWorkflowRequest,
}

impl CreateWorkflow {
    #[inline]
    pub(crate) fn new(
        client: &crate::Client,
        name: rt::Text,
        nodes: Vec<super::models::WorkflowNodeInput>,
    ) -> Self {
        Self {
            request: client.request(&super::operations::CREATE_WORKFLOW),
            body: super::models::CreateWorkflowRequest::new(name, nodes),
        }
    }
    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The workflow to create.
    #[inline]
    pub fn body(mut self, body: super::models::CreateWorkflowRequest) -> Self {
        self.body = body;
        self
    }
}

rt::request!(CreateWorkflow, send super::models::Workflow, body required);

/// Request of [`Client::get_workflow`](crate::Client::get_workflow).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetWorkflow {
    pub(crate) request: rt::Request,
}

impl GetWorkflow {
    #[inline]
    pub(crate) fn new(client: &crate::Client, workflow_id: rt::Text) -> Self {
        let mut request = client.request(&super::operations::GET_WORKFLOW);
        request.set_at(0, &workflow_id);
        Self { request }
    }
}

rt::request!(GetWorkflow, send super::models::Workflow);

/// Request of [`Client::update_workflow`](crate::Client::update_workflow).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct UpdateWorkflow {
    pub(crate) request: rt::Request,
    body: super::models::UpdateWorkflowRequest,
}

impl UpdateWorkflow {
    #[inline]
    pub(crate) fn new(
        client: &crate::Client,
        workflow_id: rt::Text,
        name: rt::Text,
        nodes: Vec<super::models::WorkflowNodeInput>,
    ) -> Self {
        let mut request = client.request(&super::operations::UPDATE_WORKFLOW);
        request.set_at(0, &workflow_id);
        Self {
            request,
            body: super::models::UpdateWorkflowRequest::new(name, nodes),
        }
    }
    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The whole workflow.
    #[inline]
    pub fn body(mut self, body: super::models::UpdateWorkflowRequest) -> Self {
        self.body = body;
        self
    }
}

rt::request!(UpdateWorkflow, send super::models::Workflow, body required);

/// Request of [`Client::delete_workflow`](crate::Client::delete_workflow).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteWorkflow {
    pub(crate) request: rt::Request,
}

impl DeleteWorkflow {
    #[inline]
    pub(crate) fn new(client: &crate::Client, workflow_id: rt::Text) -> Self {
        let mut request = client.request(&super::operations::DELETE_WORKFLOW);
        request.set_at(0, &workflow_id);
        Self { request }
    }
}

rt::request!(DeleteWorkflow, confirm);

/// Request of [`Client::get_workflow_executions`](crate::Client::get_workflow_executions).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetWorkflowExecutions {
    pub(crate) request: rt::Request,
}

impl GetWorkflowExecutions {
    #[inline]
    pub(crate) fn new(client: &crate::Client, workflow_id: rt::Text) -> Self {
        let mut request = client.request(&super::operations::GET_WORKFLOW_EXECUTIONS);
        request.set_at(0, &workflow_id);
        Self { request }
    }
    /// Filter by the name of a workflow.
    #[inline]
    pub fn filter(mut self, filter: impl Into<rt::Text>) -> Self {
        let filter: rt::Text = filter.into();
        self.request.set_at(1, &filter);
        self
    }
    /// Number of the page, from 0.
    ///
    /// At least 0. Default `0`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_at(2, &page);
        self
    }
    /// Maximum number of items on a page, from 0.
    ///
    /// At least 0. Default `1000`.
    #[doc(alias = "limit")]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.request.set_at(3, &page_size);
        self
    }
}

rt::request!(GetWorkflowExecutions, send super::models::JobExecutionList);

rt::listing!(GetWorkflowExecutions, super::models::JobExecutionList);

/// Request of [`Client::execute_workflow`](crate::Client::execute_workflow).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExecuteWorkflow {
    pub(crate) request: rt::Request,
}

impl ExecuteWorkflow {
    #[inline]
    pub(crate) fn new(client: &crate::Client, workflow_id: rt::Text) -> Self {
        let mut request = client.request(&super::operations::EXECUTE_WORKFLOW);
        request.set_at(0, &workflow_id);
        Self { request }
    }
    /// Names the Cloud Functions action that starts the workflow: the Base64 of
    /// `{"cloudFunctions":{"actionName":"…","activationId":"…"}}`. As in the vendor's sample.
    #[inline]
    pub fn x_ncp_dataflow_payload(
        mut self,
        x_ncp_dataflow_payload: impl Into<rt::Text>,
    ) -> Self {
        let x_ncp_dataflow_payload: rt::Text = x_ncp_dataflow_payload.into();
        self.request.set_at(1, &x_ncp_dataflow_payload);
        self
    }
}

rt::request!(ExecuteWorkflow, send super::models::WorkflowStart);

/// Request of [`Client::get_jobs`](crate::Client::get_jobs).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetJobs {
    pub(crate) request: rt::Request,
}

impl GetJobs {
    #[inline]
    pub(crate) fn new(client: &crate::Client) -> Self {
        Self {
            request: client.request(&super::operations::GET_JOBS),
        }
    }
    /// Name of the job. It is not documented whether a part of the name matches.
    #[inline]
    pub fn name(mut self, name: impl Into<rt::Text>) -> Self {
        let name: rt::Text = name.into();
        self.request.set_at(0, &name);
        self
    }
    /// Number of the page, from 0.
    ///
    /// At least 0. Default `0`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_at(1, &page);
        self
    }
    /// Maximum number of items on a page, from 1.
    ///
    /// At least 1. Default `1000`.
    #[doc(alias = "limit")]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.request.set_at(2, &page_size);
        self
    }
}

rt::request!(GetJobs, send super::models::JobList);

rt::listing!(GetJobs, super::models::JobList);

/// Request of [`Client::create_job`](crate::Client::create_job).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateJob {
    pub(crate) request: rt::Request,
    body: super::models::CreateJobRequest,
}

impl CreateJob {
    #[inline]
    pub(crate) fn new(
        client: &crate::Client,
        name: rt::Text,
        r#type: super::models::JobTypeInput,
    ) -> Self {
        Self {
            request: client.request(&super::operations::CREATE_JOB),
            body: super::models::CreateJobRequest::new(name, r#type),
        }
    }
    /// Maximum number of concurrent runs.
    #[inline]
    pub fn max_concurrent_runs(mut self, max_concurrent_runs: i64) -> Self {
        self.body = self.body.max_concurrent_runs(max_concurrent_runs);
        self
    }
    /// The settings that the job runs with. Responses call them `runCondition`.
    #[inline]
    pub fn job_condition(
        mut self,
        job_condition: super::models::JobConditionInput,
    ) -> Self {
        self.body = self.body.job_condition(job_condition);
        self
    }
    /// The steps of a visual job.
    #[inline]
    pub fn nodes(mut self, nodes: Vec<super::models::EtlJobNode>) -> Self {
        self.body = self.body.nodes(nodes);
        self
    }
    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The job to create.
    #[inline]
    pub fn body(mut self, body: super::models::CreateJobRequest) -> Self {
        self.body = body;
        self
    }
}

rt::request!(CreateJob, send super::models::Job, body required);

/// Request of [`Client::verify_job`](crate::Client::verify_job).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct VerifyJob {
    pub(crate) request: rt::Request,
    body: super::models::VerifyJobRequest,
}

impl VerifyJob {
    #[inline]
    pub(crate) fn new(
        client: &crate::Client,
        name: rt::Text,
        nodes: Vec<super::models::EtlJobNode>,
    ) -> Self {
        Self {
            request: client.request(&super::operations::VERIFY_JOB),
            body: super::models::VerifyJobRequest::new(name, nodes),
        }
    }
    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The job to check.
    #[inline]
    pub fn body(mut self, body: super::models::VerifyJobRequest) -> Self {
        self.body = body;
        self
    }
}

rt::request!(VerifyJob, confirm, body required);

/// Request of [`Client::get_job`](crate::Client::get_job).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetJob {
    pub(crate) request: rt::Request,
}

impl GetJob {
    #[inline]
    pub(crate) fn new(client: &crate::Client, job_id: rt::Text) -> Self {
        let mut request = client.request(&super::operations::GET_JOB);
        request.set_at(0, &job_id);
        Self { request }
    }
}

rt::request!(GetJob, send super::models::Job);

/// Request of [`Client::update_job`](crate::Client::update_job).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct UpdateJob {
    pub(crate) request: rt::Request,
    body: super::models::UpdateJobRequest,
}

impl UpdateJob {
    #[inline]
    pub(crate) fn new(
        client: &crate::Client,
        job_id: rt::Text,
        r#type: super::models::JobTypeInput,
    ) -> Self {
        let mut request = client.request(&super::operations::UPDATE_JOB);
        request.set_at(0, &job_id);
        Self {
            request,
            body: super::models::UpdateJobRequest::new(r#type),
        }
    }
    /// Name of the job.
    ///
    /// 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    #[inline]
    pub fn name(mut self, name: impl Into<rt::Text>) -> Self {
        self.body = self.body.name(name);
        self
    }
    /// Maximum number of concurrent runs.
    #[inline]
    pub fn max_concurrent_runs(mut self, max_concurrent_runs: i64) -> Self {
        self.body = self.body.max_concurrent_runs(max_concurrent_runs);
        self
    }
    /// The settings that the job runs with.
    #[inline]
    pub fn job_condition(
        mut self,
        job_condition: super::models::JobConditionInput,
    ) -> Self {
        self.body = self.body.job_condition(job_condition);
        self
    }
    /// The steps of a visual job.
    #[inline]
    pub fn nodes(mut self, nodes: Vec<super::models::EtlJobNode>) -> Self {
        self.body = self.body.nodes(nodes);
        self
    }
    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The changes.
    #[inline]
    pub fn body(mut self, body: super::models::UpdateJobRequest) -> Self {
        self.body = body;
        self
    }
}

rt::request!(UpdateJob, send super::models::Job, body required);

/// Request of [`Client::delete_job`](crate::Client::delete_job).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteJob {
    pub(crate) request: rt::Request,
}

impl DeleteJob {
    #[inline]
    pub(crate) fn new(client: &crate::Client, job_id: rt::Text) -> Self {
        let mut request = client.request(&super::operations::DELETE_JOB);
        request.set_at(0, &job_id);
        Self { request }
    }
}

rt::request!(DeleteJob, confirm);

/// Request of [`Client::get_job_executions`](crate::Client::get_job_executions).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetJobExecutions {
    pub(crate) request: rt::Request,
}

impl GetJobExecutions {
    #[inline]
    pub(crate) fn new(client: &crate::Client, job_id: rt::Text) -> Self {
        let mut request = client.request(&super::operations::GET_JOB_EXECUTIONS);
        request.set_at(0, &job_id);
        Self { request }
    }
    /// Number of the page, from 0.
    ///
    /// At least 0. Default `0`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_at(1, &page);
        self
    }
    /// Maximum number of items on a page, from 0.
    ///
    /// At least 0. Default `1000`.
    #[doc(alias = "limit")]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.request.set_at(2, &page_size);
        self
    }
}

rt::request!(GetJobExecutions, send super::models::JobExecutionList);

rt::listing!(GetJobExecutions, super::models::JobExecutionList);

/// Request of [`Client::create_job_execution`](crate::Client::create_job_execution).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateJobExecution {
    pub(crate) request: rt::Request,
    body: super::models::CreateJobExecutionRequest,
}

impl CreateJobExecution {
    #[inline]
    pub(crate) fn new(client: &crate::Client, job_id: rt::Text) -> Self {
        let mut request = client.request(&super::operations::CREATE_JOB_EXECUTION);
        request.set_at(0, &job_id);
        Self {
            request,
            body: super::models::CreateJobExecutionRequest::new(),
        }
    }
    /// ID of a trigger. Its effect is not documented.
    ///
    /// At least 1 character.
    #[inline]
    pub fn trigger_id(mut self, trigger_id: impl Into<rt::Text>) -> Self {
        let trigger_id: rt::Text = trigger_id.into();
        self.request.set_at(1, &trigger_id);
        self
    }
    /// ID of a workflow. Its effect is not documented.
    ///
    /// At least 1 character.
    #[inline]
    pub fn workflow_id(mut self, workflow_id: impl Into<rt::Text>) -> Self {
        let workflow_id: rt::Text = workflow_id.into();
        self.request.set_at(2, &workflow_id);
        self
    }
    /// Settings of this run. Without them, the run uses the settings stored in the job.
    #[inline]
    pub fn job_condition(
        mut self,
        job_condition: super::models::JobConditionInput,
    ) -> Self {
        self.body = self.body.job_condition(job_condition);
        self
    }
    /// Parameters of this run.
    #[inline]
    pub fn parameters(
        mut self,
        parameters: ::std::collections::BTreeMap<String, rt::serde_json::Value>,
    ) -> Self {
        self.body = self.body.parameters(parameters);
        self
    }
    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The settings of this run.
    #[inline]
    pub fn body(mut self, body: super::models::CreateJobExecutionRequest) -> Self {
        self.body = body;
        self
    }
}

rt::request!(CreateJobExecution, send super::models::JobExecution, body required);

/// Request of [`Client::update_job_execution_config`](crate::Client::update_job_execution_config).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct UpdateJobExecutionConfig {
    pub(crate) request: rt::Request,
    body: super::models::UpdateJobExecutionConfigRequest,
}

impl UpdateJobExecutionConfig {
    #[inline]
    pub(crate) fn new(
        client: &crate::Client,
        job_id: rt::Text,
        job_condition: super::models::JobConditionInput,
    ) -> Self {
        let mut request = client
            .request(&super::operations::UPDATE_JOB_EXECUTION_CONFIG);
        request.set_at(0, &job_id);
        Self {
            request,
            body: super::models::UpdateJobExecutionConfigRequest::new(job_condition),
        }
    }
    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The settings to change.
    #[inline]
    pub fn body(mut self, body: super::models::UpdateJobExecutionConfigRequest) -> Self {
        self.body = body;
        self
    }
}

rt::request!(UpdateJobExecutionConfig, send super::models::Job, body required);

/// Request of [`Client::get_job_execution`](crate::Client::get_job_execution).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetJobExecution {
    pub(crate) request: rt::Request,
}

impl GetJobExecution {
    #[inline]
    pub(crate) fn new(
        client: &crate::Client,
        job_id: rt::Text,
        execution_id: rt::Text,
    ) -> Self {
        let mut request = client.request(&super::operations::GET_JOB_EXECUTION);
        request.set_at(0, &job_id);
        request.set_at(1, &execution_id);
        Self { request }
    }
    /// Polls until `status` is one of `COMPLETED`, `FAILED`, `CANCELED`, and returns the last response.
    ///
    /// Every end is `Ok`; the state in the response says which one. An undocumented state ends the wait once the response has `endDate`.
    ///
    /// # Errors
    ///
    /// [`WaitTimeout`](crate::ErrorKind::WaitTimeout) after `timeout`, with the last state. A poll that fails temporarily does not end the wait; an error response that persists does. All errors of [`send`](Self::send).
    #[inline]
    pub fn wait(
        self,
        timeout: ::std::time::Duration,
    ) -> rt::ResponseFuture<super::models::JobExecution> {
        self.into_request().wait(timeout)
    }
}

rt::request!(GetJobExecution, send super::models::JobExecution);

/// Request of [`Client::cancel_job_execution`](crate::Client::cancel_job_execution).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CancelJobExecution {
    pub(crate) request: rt::Request,
}

impl CancelJobExecution {
    #[inline]
    pub(crate) fn new(
        client: &crate::Client,
        job_id: rt::Text,
        execution_id: rt::Text,
    ) -> Self {
        let mut request = client.request(&super::operations::CANCEL_JOB_EXECUTION);
        request.set_at(0, &job_id);
        request.set_at(1, &execution_id);
        Self { request }
    }
}

rt::request!(CancelJobExecution, confirm);

/// Request of [`Client::get_triggers`](crate::Client::get_triggers).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetTriggers {
    pub(crate) request: rt::Request,
}

impl GetTriggers {
    #[inline]
    pub(crate) fn new(client: &crate::Client) -> Self {
        Self {
            request: client.request(&super::operations::GET_TRIGGERS),
        }
    }
    /// Name of the trigger. It is not documented whether a part of the name matches.
    #[inline]
    pub fn name(mut self, name: impl Into<rt::Text>) -> Self {
        let name: rt::Text = name.into();
        self.request.set_at(0, &name);
        self
    }
    /// Number of the page, from 0.
    ///
    /// At least 0. Default `0`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_at(1, &page);
        self
    }
    /// Maximum number of items on a page, from 0.
    ///
    /// At least 0. Default `1000`.
    #[doc(alias = "limit")]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.request.set_at(2, &page_size);
        self
    }
}

rt::request!(GetTriggers, send super::models::TriggerList);

rt::listing!(GetTriggers, super::models::TriggerList);

/// Request of [`Client::create_trigger`](crate::Client::create_trigger).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateTrigger {
    pub(crate) request: rt::Request,
    body: super::models::CreateTriggerRequest,
}

impl CreateTrigger {
    #[inline]
    pub(crate) fn new(
        client: &crate::Client,
        name: rt::Text,
        r#type: super::models::TriggerType,
        trigger_rule: super::models::TriggerRuleInput,
    ) -> Self {
        Self {
            request: client.request(&super::operations::CREATE_TRIGGER),
            body: super::models::CreateTriggerRequest::new(name, r#type, trigger_rule),
        }
    }
    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The trigger to create.
    #[inline]
    pub fn body(mut self, body: super::models::CreateTriggerRequest) -> Self {
        self.body = body;
        self
    }
}

rt::request!(CreateTrigger, send super::models::Trigger, body required);

/// Request of [`Client::get_trigger`](crate::Client::get_trigger).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetTrigger {
    pub(crate) request: rt::Request,
}

impl GetTrigger {
    #[inline]
    pub(crate) fn new(client: &crate::Client, trigger_id: rt::Text) -> Self {
        let mut request = client.request(&super::operations::GET_TRIGGER);
        request.set_at(0, &trigger_id);
        Self { request }
    }
}

rt::request!(GetTrigger, send super::models::Trigger);

/// Request of [`Client::delete_trigger`](crate::Client::delete_trigger).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteTrigger {
    pub(crate) request: rt::Request,
}

impl DeleteTrigger {
    #[inline]
    pub(crate) fn new(client: &crate::Client, trigger_id: rt::Text) -> Self {
        let mut request = client.request(&super::operations::DELETE_TRIGGER);
        request.set_at(0, &trigger_id);
        Self { request }
    }
}

rt::request!(DeleteTrigger, confirm);
