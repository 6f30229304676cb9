// @generated from spec/dataflow.yaml by codegen; do not edit.

use crate::Client;
use crate::generated::{models, operations};
use ncloud_runtime::{Error, Items, Options, Pages, Request, ResponseFuture, ResumeToken};
use ncloud_runtime::model::{Any, DateTime, Text};
use std::collections::BTreeMap;
use std::time::Duration;

/// Request of [`Client::get_execution_count`](crate::Client::get_execution_count).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetExecutionCount {
    pub(crate) request: Request,
}

impl GetExecutionCount {
    #[inline]
    pub(crate) fn new(
        client: &Client,
        start_date: DateTime,
        end_date: DateTime,
    ) -> Self {
        let mut request = client.request(&operations::GET_EXECUTION_COUNT);
        request.set("startDate", &start_date);
        request.set("endDate", &end_date);
        Self { request }
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::ExecutionCount> {
        self.into_request().send()
    }
}

/// Request of [`Client::get_execution_count_by_interval`](crate::Client::get_execution_count_by_interval).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetExecutionCountByInterval {
    pub(crate) request: Request,
}

impl GetExecutionCountByInterval {
    #[inline]
    pub(crate) fn new(
        client: &Client,
        start_date: DateTime,
        end_date: DateTime,
    ) -> Self {
        let mut request = client.request(&operations::GET_EXECUTION_COUNT_BY_INTERVAL);
        request.set("startDate", &start_date);
        request.set("endDate", &end_date);
        Self { request }
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::ExecutionIntervals> {
        self.into_request().send()
    }
}

/// Request of [`Client::get_execution_times`](crate::Client::get_execution_times).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetExecutionTimes {
    pub(crate) request: Request,
}

impl GetExecutionTimes {
    #[inline]
    pub(crate) fn new(
        client: &Client,
        start_date: DateTime,
        end_date: DateTime,
    ) -> Self {
        let mut request = client.request(&operations::GET_EXECUTION_TIMES);
        request.set("startDate", &start_date);
        request.set("endDate", &end_date);
        Self { request }
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::ExecutionTimes> {
        self.into_request().send()
    }
}

/// Request of [`Client::get_workflows`](crate::Client::get_workflows).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetWorkflows {
    pub(crate) request: Request,
}

impl GetWorkflows {
    #[inline]
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            request: client.request(&operations::GET_WORKFLOWS),
        }
    }

    /// Number of the page, from 0.
    ///
    /// At least 0. Default `0`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set("page", &page);
        self
    }

    /// Most items of a page, from 0. No maximum is documented, and what 0 does is not said (contradiction 14).
    ///
    /// At least 0. Default `1000`.
    #[doc(alias = "limit")]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.request.set("limit", &page_size);
        self
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::WorkflowList> {
        self.into_request().send()
    }

    /// Streams all pages, starting with the requested one.
    #[inline]
    pub fn pages(self) -> Pages<models::WorkflowList> {
        self.into_request().pages()
    }

    /// Streams all items from the requested page on, without duplicates.
    #[inline]
    pub fn items(self) -> Items<models::WorkflowList> {
        self.into_request().items()
    }

    /// Streams the remaining items, from where another listing of the same request stopped.
    #[inline]
    pub fn resume(self, token: &ResumeToken) -> Items<models::WorkflowList> {
        self.into_request().resume(token)
    }

    /// Repeats the listing until two passes in a row return the same items, and returns them. A single pass can
    /// skip rows if earlier rows are deleted meanwhile. All items are kept in memory.
    ///
    /// # Errors
    ///
    /// [`Pagination`](crate::ErrorKind::Pagination) if five passes do not agree. Otherwise those of [`send`](Self::send).
    pub async fn collect_stable(self) -> Result<Vec<models::WorkflowSummary>, Error> {
        self.into_request().collect_stable::<models::WorkflowList>().await
    }
}

/// Request of [`Client::create_workflow`](crate::Client::create_workflow).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateWorkflow {
    pub(crate) request: Request,
    body: models::CreateWorkflowRequest,
}

impl CreateWorkflow {
    #[inline]
    pub(crate) fn new(
        client: &Client,
        name: Text,
        nodes: Vec<models::WorkflowNodeInput>,
    ) -> Self {
        Self {
            request: client.request(&operations::CREATE_WORKFLOW),
            body: models::CreateWorkflowRequest::new(name, nodes),
        }
    }

    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The workflow, sent as `application/json` (contradiction 28).
    #[inline]
    pub fn body(mut self, body: models::CreateWorkflowRequest) -> Self {
        self.body = body;
        self
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(mut self) -> Request {
        self.request.body(&self.body);
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::Workflow> {
        self.into_request().send()
    }
}

/// Request of [`Client::get_workflow`](crate::Client::get_workflow).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetWorkflow {
    pub(crate) request: Request,
}

impl GetWorkflow {
    #[inline]
    pub(crate) fn new(client: &Client, workflow_id: Text) -> Self {
        let mut request = client.request(&operations::GET_WORKFLOW);
        request.set("workflowId", &workflow_id);
        Self { request }
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::Workflow> {
        self.into_request().send()
    }
}

/// Request of [`Client::update_workflow`](crate::Client::update_workflow).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct UpdateWorkflow {
    pub(crate) request: Request,
    body: models::UpdateWorkflowRequest,
}

impl UpdateWorkflow {
    #[inline]
    pub(crate) fn new(
        client: &Client,
        workflow_id: Text,
        name: Text,
        nodes: Vec<models::WorkflowNodeInput>,
    ) -> Self {
        let mut request = client.request(&operations::UPDATE_WORKFLOW);
        request.set("workflowId", &workflow_id);
        Self {
            request,
            body: models::UpdateWorkflowRequest::new(name, nodes),
        }
    }

    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The whole workflow, sent as `application/json` (contradiction 28).
    #[inline]
    pub fn body(mut self, body: models::UpdateWorkflowRequest) -> Self {
        self.body = body;
        self
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(mut self) -> Request {
        self.request.body(&self.body);
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::Workflow> {
        self.into_request().send()
    }
}

/// Request of [`Client::delete_workflow`](crate::Client::delete_workflow).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteWorkflow {
    pub(crate) request: Request,
}

impl DeleteWorkflow {
    #[inline]
    pub(crate) fn new(client: &Client, workflow_id: Text) -> Self {
        let mut request = client.request(&operations::DELETE_WORKFLOW);
        request.set("workflowId", &workflow_id);
        Self { request }
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request. The response confirms it by the bare value `true`; `false` is an error.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<()> {
        self.into_request().confirm()
    }
}

/// Request of [`Client::get_workflow_executions`](crate::Client::get_workflow_executions).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetWorkflowExecutions {
    pub(crate) request: Request,
}

impl GetWorkflowExecutions {
    #[inline]
    pub(crate) fn new(client: &Client, workflow_id: Text) -> Self {
        let mut request = client.request(&operations::GET_WORKFLOW_EXECUTIONS);
        request.set("workflowId", &workflow_id);
        Self { request }
    }

    /// Filter by the name of a workflow, although the path fixes one (contradiction 25).
    #[inline]
    pub fn filter(mut self, filter: impl Into<Text>) -> Self {
        let filter: Text = filter.into();
        self.request.set("filter", &filter);
        self
    }

    /// Number of the page, from 0.
    ///
    /// At least 0. Default `0`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set("page", &page);
        self
    }

    /// Most items of a page, from 0. No maximum is documented, and what 0 does is not said (contradiction 14).
    ///
    /// At least 0. Default `1000`.
    #[doc(alias = "limit")]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.request.set("limit", &page_size);
        self
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::JobExecutionList> {
        self.into_request().send()
    }

    /// Streams all pages, starting with the requested one.
    #[inline]
    pub fn pages(self) -> Pages<models::JobExecutionList> {
        self.into_request().pages()
    }

    /// Streams all items from the requested page on, without duplicates.
    #[inline]
    pub fn items(self) -> Items<models::JobExecutionList> {
        self.into_request().items()
    }

    /// Streams the remaining items, from where another listing of the same request stopped.
    #[inline]
    pub fn resume(self, token: &ResumeToken) -> Items<models::JobExecutionList> {
        self.into_request().resume(token)
    }

    /// Repeats the listing until two passes in a row return the same items, and returns them. A single pass can
    /// skip rows if earlier rows are deleted meanwhile. All items are kept in memory.
    ///
    /// # Errors
    ///
    /// [`Pagination`](crate::ErrorKind::Pagination) if five passes do not agree. Otherwise those of [`send`](Self::send).
    pub async fn collect_stable(self) -> Result<Vec<models::JobExecution>, Error> {
        self.into_request().collect_stable::<models::JobExecutionList>().await
    }
}

/// Request of [`Client::execute_workflow`](crate::Client::execute_workflow).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExecuteWorkflow {
    pub(crate) request: Request,
}

impl ExecuteWorkflow {
    #[inline]
    pub(crate) fn new(client: &Client, workflow_id: Text) -> Self {
        let mut request = client.request(&operations::EXECUTE_WORKFLOW);
        request.set("workflowId", &workflow_id);
        Self { request }
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::WorkflowStart> {
        self.into_request().send()
    }
}

/// Request of [`Client::get_jobs`](crate::Client::get_jobs).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetJobs {
    pub(crate) request: Request,
}

impl GetJobs {
    #[inline]
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            request: client.request(&operations::GET_JOBS),
        }
    }

    /// Name of the job. Whether a part of the name is enough is not said.
    #[inline]
    pub fn name(mut self, name: impl Into<Text>) -> Self {
        let name: Text = name.into();
        self.request.set("name", &name);
        self
    }

    /// Number of the page, from 0.
    ///
    /// At least 0. Default `0`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set("page", &page);
        self
    }

    /// Most items of a page, from 1; R2 and the other listings say from 0 (contradiction 14). No maximum is
    /// documented.
    ///
    /// At least 1. Default `1000`.
    #[doc(alias = "limit")]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.request.set("limit", &page_size);
        self
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::JobList> {
        self.into_request().send()
    }

    /// Streams all pages, starting with the requested one.
    #[inline]
    pub fn pages(self) -> Pages<models::JobList> {
        self.into_request().pages()
    }

    /// Streams all items from the requested page on, without duplicates.
    #[inline]
    pub fn items(self) -> Items<models::JobList> {
        self.into_request().items()
    }

    /// Streams the remaining items, from where another listing of the same request stopped.
    #[inline]
    pub fn resume(self, token: &ResumeToken) -> Items<models::JobList> {
        self.into_request().resume(token)
    }

    /// Repeats the listing until two passes in a row return the same items, and returns them. A single pass can
    /// skip rows if earlier rows are deleted meanwhile. All items are kept in memory.
    ///
    /// # Errors
    ///
    /// [`Pagination`](crate::ErrorKind::Pagination) if five passes do not agree. Otherwise those of [`send`](Self::send).
    pub async fn collect_stable(self) -> Result<Vec<models::JobSummary>, Error> {
        self.into_request().collect_stable::<models::JobList>().await
    }
}

/// Request of [`Client::create_job`](crate::Client::create_job).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateJob {
    pub(crate) request: Request,
    body: models::CreateJobRequest,
}

impl CreateJob {
    #[inline]
    pub(crate) fn new(client: &Client, name: Text, r#type: models::JobType) -> Self {
        Self {
            request: client.request(&operations::CREATE_JOB),
            body: models::CreateJobRequest::new(name, r#type),
        }
    }

    /// Most runs at the same time. New in R3; no range and no default are documented.
    #[inline]
    pub fn max_concurrent_runs(mut self, max_concurrent_runs: i64) -> Self {
        self.body = self.body.max_concurrent_runs(max_concurrent_runs);
        self
    }

    /// The settings that the job runs with. Answers call it `runCondition` in R2 (contradiction 8).
    #[inline]
    pub fn job_condition(mut self, job_condition: models::JobConditionInput) -> Self {
        self.body = self.body.job_condition(job_condition);
        self
    }

    /// The steps of a visual job. Optional in R3, whose explanation was not reached; required in R1 and R2
    /// (contradiction 1).
    #[inline]
    pub fn nodes(mut self, nodes: Vec<models::EtlJobNode>) -> Self {
        self.body = self.body.nodes(nodes);
        self
    }

    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The job, sent as `application/json` (contradiction 28).
    #[inline]
    pub fn body(mut self, body: models::CreateJobRequest) -> Self {
        self.body = body;
        self
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(mut self) -> Request {
        self.request.body(&self.body);
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::Job> {
        self.into_request().send()
    }
}

/// Request of [`Client::verify_job`](crate::Client::verify_job).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct VerifyJob {
    pub(crate) request: Request,
    body: models::VerifyJobRequest,
}

impl VerifyJob {
    #[inline]
    pub(crate) fn new(
        client: &Client,
        name: Text,
        nodes: Vec<models::EtlJobNode>,
    ) -> Self {
        Self {
            request: client.request(&operations::VERIFY_JOB),
            body: models::VerifyJobRequest::new(name, nodes),
        }
    }

    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The job to check, sent as `application/json` (contradiction 28).
    #[inline]
    pub fn body(mut self, body: models::VerifyJobRequest) -> Self {
        self.body = body;
        self
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(mut self) -> Request {
        self.request.body(&self.body);
        self.request
    }

    /// Sends the request. The response confirms it by the bare value `true`; `false` is an error.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<()> {
        self.into_request().confirm()
    }
}

/// Request of [`Client::get_job`](crate::Client::get_job).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetJob {
    pub(crate) request: Request,
}

impl GetJob {
    #[inline]
    pub(crate) fn new(client: &Client, job_id: Text) -> Self {
        let mut request = client.request(&operations::GET_JOB);
        request.set("jobId", &job_id);
        Self { request }
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::Job> {
        self.into_request().send()
    }
}

/// Request of [`Client::update_job`](crate::Client::update_job).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct UpdateJob {
    pub(crate) request: Request,
    body: models::UpdateJobRequest,
}

impl UpdateJob {
    #[inline]
    pub(crate) fn new(client: &Client, job_id: Text, r#type: models::JobType) -> Self {
        let mut request = client.request(&operations::UPDATE_JOB);
        request.set("jobId", &job_id);
        Self {
            request,
            body: models::UpdateJobRequest::new(r#type),
        }
    }

    /// Name of the job, 3-100 characters. Required in R2.
    ///
    /// 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    #[inline]
    pub fn name(mut self, name: impl Into<Text>) -> Self {
        self.body = self.body.name(name);
        self
    }

    /// Most runs at the same time. New in R3; no range is documented.
    #[inline]
    pub fn max_concurrent_runs(mut self, max_concurrent_runs: i64) -> Self {
        self.body = self.body.max_concurrent_runs(max_concurrent_runs);
        self
    }

    /// The settings that the job runs with. Reached up to `logPath`.
    #[inline]
    pub fn job_condition(mut self, job_condition: models::JobConditionInput) -> Self {
        self.body = self.body.job_condition(job_condition);
        self
    }

    /// The steps of a visual job. From R2; whether R3 has it was not reached.
    #[inline]
    pub fn nodes(mut self, nodes: Vec<models::EtlJobNode>) -> Self {
        self.body = self.body.nodes(nodes);
        self
    }

    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// What to change, sent as `application/json` (contradiction 28).
    #[inline]
    pub fn body(mut self, body: models::UpdateJobRequest) -> Self {
        self.body = body;
        self
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(mut self) -> Request {
        self.request.body(&self.body);
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::Job> {
        self.into_request().send()
    }
}

/// Request of [`Client::delete_job`](crate::Client::delete_job).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteJob {
    pub(crate) request: Request,
}

impl DeleteJob {
    #[inline]
    pub(crate) fn new(client: &Client, job_id: Text) -> Self {
        let mut request = client.request(&operations::DELETE_JOB);
        request.set("jobId", &job_id);
        Self { request }
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request. The response confirms it by the bare value `true`; `false` is an error.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<()> {
        self.into_request().confirm()
    }
}

/// Request of [`Client::get_job_executions`](crate::Client::get_job_executions).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetJobExecutions {
    pub(crate) request: Request,
}

impl GetJobExecutions {
    #[inline]
    pub(crate) fn new(client: &Client, job_id: Text) -> Self {
        let mut request = client.request(&operations::GET_JOB_EXECUTIONS);
        request.set("jobId", &job_id);
        Self { request }
    }

    /// Number of the page, from 0.
    ///
    /// At least 0. Default `0`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set("page", &page);
        self
    }

    /// Most items of a page, from 0. No maximum is documented, and what 0 does is not said (contradiction 14).
    ///
    /// At least 0. Default `1000`.
    #[doc(alias = "limit")]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.request.set("limit", &page_size);
        self
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::JobExecutionList> {
        self.into_request().send()
    }

    /// Streams all pages, starting with the requested one.
    #[inline]
    pub fn pages(self) -> Pages<models::JobExecutionList> {
        self.into_request().pages()
    }

    /// Streams all items from the requested page on, without duplicates.
    #[inline]
    pub fn items(self) -> Items<models::JobExecutionList> {
        self.into_request().items()
    }

    /// Streams the remaining items, from where another listing of the same request stopped.
    #[inline]
    pub fn resume(self, token: &ResumeToken) -> Items<models::JobExecutionList> {
        self.into_request().resume(token)
    }

    /// Repeats the listing until two passes in a row return the same items, and returns them. A single pass can
    /// skip rows if earlier rows are deleted meanwhile. All items are kept in memory.
    ///
    /// # Errors
    ///
    /// [`Pagination`](crate::ErrorKind::Pagination) if five passes do not agree. Otherwise those of [`send`](Self::send).
    pub async fn collect_stable(self) -> Result<Vec<models::JobExecution>, Error> {
        self.into_request().collect_stable::<models::JobExecutionList>().await
    }
}

/// Request of [`Client::create_job_execution`](crate::Client::create_job_execution).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateJobExecution {
    pub(crate) request: Request,
    body: models::CreateJobExecutionRequest,
}

impl CreateJobExecution {
    #[inline]
    pub(crate) fn new(client: &Client, job_id: Text) -> Self {
        let mut request = client.request(&operations::CREATE_JOB_EXECUTION);
        request.set("jobId", &job_id);
        Self {
            request,
            body: models::CreateJobExecutionRequest::new(),
        }
    }

    /// Id of a trigger. What it changes is not said.
    ///
    /// At least 1 character.
    #[inline]
    pub fn trigger_id(mut self, trigger_id: impl Into<Text>) -> Self {
        let trigger_id: Text = trigger_id.into();
        self.request.set("triggerId", &trigger_id);
        self
    }

    /// Id of a workflow. What it changes is not said.
    ///
    /// At least 1 character.
    #[inline]
    pub fn workflow_id(mut self, workflow_id: impl Into<Text>) -> Self {
        let workflow_id: Text = workflow_id.into();
        self.request.set("workflowId", &workflow_id);
        self
    }

    /// Settings of this run. Left out, those stored in the job are used. R2 required it, with `nrn`, `scriptPath`
    /// and `logPath` (contradiction 1).
    #[inline]
    pub fn job_condition(mut self, job_condition: models::JobConditionInput) -> Self {
        self.body = self.body.job_condition(job_condition);
        self
    }

    /// Parameters of this run, at the top level as in R1 and R2. Where R3 puts them, here or into `jobCondition`, was
    /// not reached (contradiction 16).
    #[inline]
    pub fn parameters(mut self, parameters: BTreeMap<String, Any>) -> Self {
        self.body = self.body.parameters(parameters);
        self
    }

    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The settings of this run, sent as `application/json` (contradiction 28).
    #[inline]
    pub fn body(mut self, body: models::CreateJobExecutionRequest) -> Self {
        self.body = body;
        self
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(mut self) -> Request {
        self.request.body(&self.body);
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::JobExecution> {
        self.into_request().send()
    }
}

/// Request of [`Client::update_job_execution_config`](crate::Client::update_job_execution_config).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct UpdateJobExecutionConfig {
    pub(crate) request: Request,
    body: models::UpdateJobExecutionConfigRequest,
}

impl UpdateJobExecutionConfig {
    #[inline]
    pub(crate) fn new(
        client: &Client,
        job_id: Text,
        job_condition: models::JobConditionInput,
    ) -> Self {
        let mut request = client.request(&operations::UPDATE_JOB_EXECUTION_CONFIG);
        request.set("jobId", &job_id);
        Self {
            request,
            body: models::UpdateJobExecutionConfigRequest::new(job_condition),
        }
    }

    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The settings to change, sent as `application/json` (contradiction 28).
    #[inline]
    pub fn body(mut self, body: models::UpdateJobExecutionConfigRequest) -> Self {
        self.body = body;
        self
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(mut self) -> Request {
        self.request.body(&self.body);
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::Job> {
        self.into_request().send()
    }
}

/// Request of [`Client::get_job_execution`](crate::Client::get_job_execution).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetJobExecution {
    pub(crate) request: Request,
}

impl GetJobExecution {
    #[inline]
    pub(crate) fn new(client: &Client, job_id: Text, execution_id: Text) -> Self {
        let mut request = client.request(&operations::GET_JOB_EXECUTION);
        request.set("jobId", &job_id);
        request.set("executionId", &execution_id);
        Self { request }
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::JobExecution> {
        self.into_request().send()
    }

    /// Polls until `status` is one of `COMPLETED`, `FAILED`, `CANCELED`, and returns the last response.
    ///
    /// Every end is `Ok`; the state in the response says which one. An undocumented state ends the wait once the response has `endDate`.
    ///
    /// # Errors
    ///
    /// [`WaitTimeout`](crate::ErrorKind::WaitTimeout) after `timeout`, with the last state. A poll that fails temporarily does not end the wait; an error response that persists does. Otherwise those of [`send`](Self::send).
    #[inline]
    pub fn wait(self, timeout: Duration) -> ResponseFuture<models::JobExecution> {
        self.into_request().wait(timeout)
    }
}

/// Request of [`Client::cancel_job_execution`](crate::Client::cancel_job_execution).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CancelJobExecution {
    pub(crate) request: Request,
}

impl CancelJobExecution {
    #[inline]
    pub(crate) fn new(client: &Client, job_id: Text, execution_id: Text) -> Self {
        let mut request = client.request(&operations::CANCEL_JOB_EXECUTION);
        request.set("jobId", &job_id);
        request.set("executionId", &execution_id);
        Self { request }
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request. The response confirms it by the bare value `true`; `false` is an error.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<()> {
        self.into_request().confirm()
    }
}

/// Request of [`Client::get_triggers`](crate::Client::get_triggers).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetTriggers {
    pub(crate) request: Request,
}

impl GetTriggers {
    #[inline]
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            request: client.request(&operations::GET_TRIGGERS),
        }
    }

    /// Name of the trigger. Whether a part of the name is enough is not said.
    #[inline]
    pub fn name(mut self, name: impl Into<Text>) -> Self {
        let name: Text = name.into();
        self.request.set("name", &name);
        self
    }

    /// Number of the page, from 0.
    ///
    /// At least 0. Default `0`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set("page", &page);
        self
    }

    /// Most items of a page, from 0. No maximum is documented, and what 0 does is not said (contradiction 14).
    ///
    /// At least 0. Default `1000`.
    #[doc(alias = "limit")]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.request.set("limit", &page_size);
        self
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::TriggerList> {
        self.into_request().send()
    }

    /// Streams all pages, starting with the requested one.
    #[inline]
    pub fn pages(self) -> Pages<models::TriggerList> {
        self.into_request().pages()
    }

    /// Streams all items from the requested page on, without duplicates.
    #[inline]
    pub fn items(self) -> Items<models::TriggerList> {
        self.into_request().items()
    }

    /// Streams the remaining items, from where another listing of the same request stopped.
    #[inline]
    pub fn resume(self, token: &ResumeToken) -> Items<models::TriggerList> {
        self.into_request().resume(token)
    }

    /// Repeats the listing until two passes in a row return the same items, and returns them. A single pass can
    /// skip rows if earlier rows are deleted meanwhile. All items are kept in memory.
    ///
    /// # Errors
    ///
    /// [`Pagination`](crate::ErrorKind::Pagination) if five passes do not agree. Otherwise those of [`send`](Self::send).
    pub async fn collect_stable(self) -> Result<Vec<models::Trigger>, Error> {
        self.into_request().collect_stable::<models::TriggerList>().await
    }
}

/// Request of [`Client::create_trigger`](crate::Client::create_trigger).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateTrigger {
    pub(crate) request: Request,
    body: models::CreateTriggerRequest,
}

impl CreateTrigger {
    #[inline]
    pub(crate) fn new(
        client: &Client,
        name: Text,
        r#type: models::TriggerType,
        trigger_rule: models::TriggerRuleInput,
    ) -> Self {
        Self {
            request: client.request(&operations::CREATE_TRIGGER),
            body: models::CreateTriggerRequest::new(name, r#type, trigger_rule),
        }
    }

    /// Sets the whole body. It replaces the fields that were set before.
    ///
    /// The trigger, sent as `application/json` (contradiction 28).
    #[inline]
    pub fn body(mut self, body: models::CreateTriggerRequest) -> Self {
        self.body = body;
        self
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(mut self) -> Request {
        self.request.body(&self.body);
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::Trigger> {
        self.into_request().send()
    }
}

/// Request of [`Client::get_trigger`](crate::Client::get_trigger).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetTrigger {
    pub(crate) request: Request,
}

impl GetTrigger {
    #[inline]
    pub(crate) fn new(client: &Client, trigger_id: Text) -> Self {
        let mut request = client.request(&operations::GET_TRIGGER);
        request.set("triggerId", &trigger_id);
        Self { request }
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<models::Trigger> {
        self.into_request().send()
    }
}

/// Request of [`Client::delete_trigger`](crate::Client::delete_trigger).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteTrigger {
    pub(crate) request: Request,
}

impl DeleteTrigger {
    #[inline]
    pub(crate) fn new(client: &Client, trigger_id: Text) -> Self {
        let mut request = client.request(&operations::DELETE_TRIGGER);
        request.set("triggerId", &trigger_id);
        Self { request }
    }

    /// Sets options of this call, such as timeouts and retries.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// Converts to an untyped request with the same values.
    #[inline]
    pub fn into_request(self) -> Request {
        self.request
    }

    /// Sends the request. The response confirms it by the bare value `true`; `false` is an error.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> ResponseFuture<()> {
        self.into_request().confirm()
    }
}
