// @generated from spec/dataflow.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// Counts and times of executions.
impl crate::Client {
    /// Counts the executions of a time range.
    ///
    /// Counts all executions of the range, the successful ones and the failed ones.
    ///
    /// `GET /api/v1/stats/executions`
    ///
    /// - `start_date`: Start of the range, such as `2025-03-19T00:00:00`.
    /// - `end_date`: End of the range, such as `2025-03-20T23:59:59`.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.get_execution_count("2025-03-19T00:00:00", "2025-03-20T23:59:59").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getexecutionresult`, 2026-09-17.
    #[inline]
    pub fn get_execution_count(
        &self,
        start_date: impl Into<rt::DateTime>,
        end_date: impl Into<rt::DateTime>,
    ) -> super::requests::GetExecutionCount {
        super::requests::GetExecutionCount::new(self, start_date.into(), end_date.into())
    }
    /// Counts the executions of a time range by day.
    ///
    /// Returns one count for each day of the range, in order.
    ///
    /// `GET /api/v1/stats/executions-interval`
    ///
    /// - `start_date`: Start of the range, such as `2025-03-19T00:00:00`.
    /// - `end_date`: End of the range, such as `2025-03-20T23:59:59`. The last bucket ends after it.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.get_execution_count_by_interval("2025-03-19T00:00:00", "2025-03-20T23:59:59").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getexecutioncount`, 2026-09-17.
    #[inline]
    pub fn get_execution_count_by_interval(
        &self,
        start_date: impl Into<rt::DateTime>,
        end_date: impl Into<rt::DateTime>,
    ) -> super::requests::GetExecutionCountByInterval {
        super::requests::GetExecutionCountByInterval::new(
            self,
            start_date.into(),
            end_date.into(),
        )
    }
    /// Lists the points of the execution time chart.
    ///
    /// Each point has a time and a value. The meaning and unit of the value are uncertain.
    ///
    /// `GET /api/v1/stats/executions-times`
    ///
    /// - `start_date`: Start of the range, such as `2025-03-19T00:00:00`.
    /// - `end_date`: End of the range, such as `2025-03-20T23:59:59`.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.get_execution_times("2025-03-19T00:00:00", "2025-03-20T23:59:59").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getexecutiontimes`, 2026-09-17.
    #[inline]
    pub fn get_execution_times(
        &self,
        start_date: impl Into<rt::DateTime>,
        end_date: impl Into<rt::DateTime>,
    ) -> super::requests::GetExecutionTimes {
        super::requests::GetExecutionTimes::new(self, start_date.into(), end_date.into())
    }
}

/// Workflows, which combine a trigger and jobs, and their runs.
impl crate::Client {
    /// Lists the workflows.
    ///
    /// Returns the workflows in pages. There is no filter by name. The order is not documented.
    ///
    /// The response has no total and no next-page token. The listing ends at the first empty page.
    ///
    /// `GET /api/v1/workflows`
    ///
    /// Optional: [`page`](super::requests::GetWorkflows::page), [`page_size`](super::requests::GetWorkflows::page_size).
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.get_workflows().send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getworkflows`, 2026-09-17.
    #[inline]
    pub fn get_workflows(&self) -> super::requests::GetWorkflows {
        super::requests::GetWorkflows::new(self)
    }
    /// Creates a workflow.
    ///
    /// Creates a workflow from a trigger and jobs.
    ///
    /// `POST /api/v1/workflows`
    ///
    /// - `name`: Name of the workflow. 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    /// - `nodes`: The trigger and the jobs.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.create_workflow("workflow001", Vec::new()).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-createworkflow`, 2026-10-19.
    #[inline]
    pub fn create_workflow(
        &self,
        name: impl Into<rt::Text>,
        nodes: Vec<super::models::WorkflowNodeInput>,
    ) -> super::requests::CreateWorkflow {
        super::requests::CreateWorkflow::new(self, name.into(), nodes)
    }
    /// Shows a workflow.
    ///
    /// Returns one workflow with its nodes.
    ///
    /// `GET /api/v1/workflows/{workflowId}`
    ///
    /// - `workflow_id`: ID of the workflow. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.get_workflow("3tfNLPaaaaaa").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getworkflowbyid`, 2026-10-08.
    #[inline]
    pub fn get_workflow(
        &self,
        workflow_id: impl Into<rt::Text>,
    ) -> super::requests::GetWorkflow {
        super::requests::GetWorkflow::new(self, workflow_id.into())
    }
    /// Replaces a workflow.
    ///
    /// Replaces the name and the nodes of a workflow.
    ///
    /// `PUT /api/v1/workflows/{workflowId}`
    ///
    /// - `workflow_id`: ID of the workflow. At least 1 character.
    /// - `name`: Name of the workflow. 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    /// - `nodes`: The trigger and the jobs.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.update_workflow("3tfNLPaaaaaa", "workflow001", Vec::new()).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-updateworkflow`, 2026-10-19.
    #[inline]
    pub fn update_workflow(
        &self,
        workflow_id: impl Into<rt::Text>,
        name: impl Into<rt::Text>,
        nodes: Vec<super::models::WorkflowNodeInput>,
    ) -> super::requests::UpdateWorkflow {
        super::requests::UpdateWorkflow::new(
            self,
            workflow_id.into(),
            name.into(),
            nodes,
        )
    }
    /// Deletes a workflow.
    ///
    /// Deletes a workflow. The response body is the bare value `true`. The states in which a workflow can be deleted
    /// are not documented.
    ///
    /// `DELETE /api/v1/workflows/{workflowId}`
    ///
    /// - `workflow_id`: ID of the workflow. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// client.delete_workflow("3tfNLPaaaaaa").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-deleteworkflow`, 2026-09-17.
    #[inline]
    pub fn delete_workflow(
        &self,
        workflow_id: impl Into<rt::Text>,
    ) -> super::requests::DeleteWorkflow {
        super::requests::DeleteWorkflow::new(self, workflow_id.into())
    }
    /// Lists the executions of the jobs of a workflow.
    ///
    /// Returns the runs that a workflow started, in pages. They are executions of its jobs. The API has no execution
    /// of a workflow as a whole. The order is not documented.
    ///
    /// The response has no total and no next-page token. The listing ends at the first empty page.
    ///
    /// `GET /api/v1/workflows/{workflowId}/executions`
    ///
    /// - `workflow_id`: ID of the workflow. At least 1 character.
    ///
    /// Optional: [`filter`](super::requests::GetWorkflowExecutions::filter), [`page`](super::requests::GetWorkflowExecutions::page), [`page_size`](super::requests::GetWorkflowExecutions::page_size).
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.get_workflow_executions("3tfNLPaaaaaa").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getworkflowexecutions`, 2026-09-17.
    #[inline]
    pub fn get_workflow_executions(
        &self,
        workflow_id: impl Into<rt::Text>,
    ) -> super::requests::GetWorkflowExecutions {
        super::requests::GetWorkflowExecutions::new(self, workflow_id.into())
    }
    /// Starts a workflow.
    ///
    /// Starts a workflow. The execution option of its trigger must be direct run or event. The request has no body.
    ///
    /// The response confirms that the request was accepted. It has no execution ID. To find the executions, list them
    /// with getWorkflowExecutions.
    ///
    /// `POST /api/v1/workflows/{workflowId}/executions`
    ///
    /// - `workflow_id`: ID of the workflow. At least 1 character.
    ///
    /// Optional: [`x_ncp_dataflow_payload`](super::requests::ExecuteWorkflow::x_ncp_dataflow_payload).
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.execute_workflow("3tfNLPaaaaaa").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `executeworkflow`, 2026-10-08.
    #[inline]
    pub fn execute_workflow(
        &self,
        workflow_id: impl Into<rt::Text>,
    ) -> super::requests::ExecuteWorkflow {
        super::requests::ExecuteWorkflow::new(self, workflow_id.into())
    }
}

/// Spark ETL jobs and their settings.
impl crate::Client {
    /// Lists the jobs.
    ///
    /// Returns the jobs in pages. The order is not documented.
    ///
    /// The response has no total and no next-page token. The listing ends at the first empty page.
    ///
    /// `GET /api/v1/jobs`
    ///
    /// Optional: [`name`](super::requests::GetJobs::name), [`page`](super::requests::GetJobs::page), [`page_size`](super::requests::GetJobs::page_size).
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.get_jobs().send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getjobs`, 2026-10-08.
    #[inline]
    pub fn get_jobs(&self) -> super::requests::GetJobs {
        super::requests::GetJobs::new(self)
    }
    /// Creates a job.
    ///
    /// Creates a job.
    ///
    /// `POST /api/v1/jobs`
    ///
    /// - `name`: Name of the job. 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    /// - `r#type`: Kind of job.
    ///
    /// Optional: [`max_concurrent_runs`](super::requests::CreateJob::max_concurrent_runs), [`job_condition`](super::requests::CreateJob::job_condition), [`nodes`](super::requests::CreateJob::nodes).
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.create_job("job001", "VISUAL").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-createjob`, 2026-10-08.
    #[inline]
    pub fn create_job(
        &self,
        name: impl Into<rt::Text>,
        r#type: impl Into<super::models::JobTypeInput>,
    ) -> super::requests::CreateJob {
        super::requests::CreateJob::new(self, name.into(), r#type.into())
    }
    /// Checks a job.
    ///
    /// Checks a job. The response body is the bare value `true`. The response to a failed check is not documented.
    ///
    /// `POST /api/v1/jobs/verify`
    ///
    /// - `name`: Name of the job. 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    /// - `nodes`: The steps of the job.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// client.verify_job("job001", Vec::new()).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-verifyjob`, 2026-09-17.
    #[inline]
    pub fn verify_job(
        &self,
        name: impl Into<rt::Text>,
        nodes: Vec<super::models::EtlJobNode>,
    ) -> super::requests::VerifyJob {
        super::requests::VerifyJob::new(self, name.into(), nodes)
    }
    /// Shows a job.
    ///
    /// Returns one job with its nodes and settings.
    ///
    /// `GET /api/v1/jobs/{jobId}`
    ///
    /// - `job_id`: ID of the job. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.get_job("gqigvHhTu7ra").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getjobbyid`, 2026-10-08.
    #[inline]
    pub fn get_job(&self, job_id: impl Into<rt::Text>) -> super::requests::GetJob {
        super::requests::GetJob::new(self, job_id.into())
    }
    /// Changes a job.
    ///
    /// Changes a job. `type` is required with every change.
    ///
    /// `PATCH /api/v1/jobs/{jobId}`
    ///
    /// - `job_id`: ID of the job. At least 1 character.
    /// - `r#type`: Kind of job. Required with every change.
    ///
    /// Optional: [`name`](super::requests::UpdateJob::name), [`max_concurrent_runs`](super::requests::UpdateJob::max_concurrent_runs), [`job_condition`](super::requests::UpdateJob::job_condition), [`nodes`](super::requests::UpdateJob::nodes).
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.update_job("gqigvHhTu7ra", "VISUAL").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-updatejob`, 2026-10-08.
    #[inline]
    pub fn update_job(
        &self,
        job_id: impl Into<rt::Text>,
        r#type: impl Into<super::models::JobTypeInput>,
    ) -> super::requests::UpdateJob {
        super::requests::UpdateJob::new(self, job_id.into(), r#type.into())
    }
    /// Deletes a job.
    ///
    /// Deletes a job. The response body is the bare value `true`. The states in which a job can be deleted are not
    /// documented.
    ///
    /// `DELETE /api/v1/jobs/{jobId}`
    ///
    /// - `job_id`: ID of the job. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// client.delete_job("gqigvHhTu7ra").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-deletejob`, 2026-09-17.
    #[inline]
    pub fn delete_job(&self, job_id: impl Into<rt::Text>) -> super::requests::DeleteJob {
        super::requests::DeleteJob::new(self, job_id.into())
    }
    /// Changes the settings that a job runs with.
    ///
    /// Changes the settings stored in a job, and returns the job. The path ends with `executions`, but no execution
    /// changes. Keys that you leave out keep their stored value. A new `scriptPath` moves the stored script.
    ///
    /// `PUT /api/v1/jobs/{jobId}/executions`
    ///
    /// - `job_id`: ID of the job. At least 1 character.
    /// - `job_condition`: The settings. Keys that you leave out keep their stored value.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.update_job_execution_config("gqigvHhTu7ra", ncloud_dataflow::models::JobConditionInput::default()).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-updatejobexecuteconfig`, 2026-10-08.
    #[inline]
    pub fn update_job_execution_config(
        &self,
        job_id: impl Into<rt::Text>,
        job_condition: super::models::JobConditionInput,
    ) -> super::requests::UpdateJobExecutionConfig {
        super::requests::UpdateJobExecutionConfig::new(
            self,
            job_id.into(),
            job_condition,
        )
    }
}

/// Runs of jobs.
impl crate::Client {
    /// Lists the executions of a job.
    ///
    /// Returns the runs of one job in pages. The order is not documented.
    ///
    /// The response has no total and no next-page token. The listing ends at the first empty page.
    ///
    /// `GET /api/v1/jobs/{jobId}/executions`
    ///
    /// - `job_id`: ID of the job. At least 1 character.
    ///
    /// Optional: [`page`](super::requests::GetJobExecutions::page), [`page_size`](super::requests::GetJobExecutions::page_size).
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.get_job_executions("gqigvHhTu7ra").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getjobexecutions`, 2026-10-08.
    #[inline]
    pub fn get_job_executions(
        &self,
        job_id: impl Into<rt::Text>,
    ) -> super::requests::GetJobExecutions {
        super::requests::GetJobExecutions::new(self, job_id.into())
    }
    /// Starts a job.
    ///
    /// Starts a run of a job. Without settings, the run uses the settings stored in the job.
    ///
    /// `POST /api/v1/jobs/{jobId}/executions`
    ///
    /// - `job_id`: ID of the job. At least 1 character.
    ///
    /// Optional: [`trigger_id`](super::requests::CreateJobExecution::trigger_id), [`workflow_id`](super::requests::CreateJobExecution::workflow_id), [`job_condition`](super::requests::CreateJobExecution::job_condition), [`parameters`](super::requests::CreateJobExecution::parameters).
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.create_job_execution("gqigvHhTu7ra").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-executejob`, 2026-10-08.
    #[inline]
    pub fn create_job_execution(
        &self,
        job_id: impl Into<rt::Text>,
    ) -> super::requests::CreateJobExecution {
        super::requests::CreateJobExecution::new(self, job_id.into())
    }
    /// Shows an execution of a job.
    ///
    /// Returns one run of a job.
    ///
    /// `GET /api/v1/jobs/{jobId}/executions/{executionId}`
    ///
    /// - `job_id`: ID of the job. At least 1 character.
    /// - `execution_id`: ID of the execution. Responses call it `jobExecutionId`. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.get_job_execution("gqigvHhTu7ra", "fKE22JFX4PAu").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getjobexecutionbyid`, 2026-09-17.
    #[inline]
    pub fn get_job_execution(
        &self,
        job_id: impl Into<rt::Text>,
        execution_id: impl Into<rt::Text>,
    ) -> super::requests::GetJobExecution {
        super::requests::GetJobExecution::new(self, job_id.into(), execution_id.into())
    }
    /// Cancels an execution of a job.
    ///
    /// Cancels a run. The states in which a run can be canceled are not documented. The response body is the bare
    /// value `true`. The request has no body.
    ///
    /// `POST /api/v1/jobs/{jobId}/executions/{executionId}/cancel`
    ///
    /// - `job_id`: ID of the job. At least 1 character.
    /// - `execution_id`: ID of the execution. Responses call it `jobExecutionId`. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// client.cancel_job_execution("gqigvHhTu7ra", "fKE22JFX4PAu").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-canceljobexecution`, 2026-10-08.
    #[inline]
    pub fn cancel_job_execution(
        &self,
        job_id: impl Into<rt::Text>,
        execution_id: impl Into<rt::Text>,
    ) -> super::requests::CancelJobExecution {
        super::requests::CancelJobExecution::new(
            self,
            job_id.into(),
            execution_id.into(),
        )
    }
}

/// Triggers, which start workflows.
impl crate::Client {
    /// Lists the triggers.
    ///
    /// Returns the triggers in pages. The order is not documented.
    ///
    /// The response has no total and no next-page token. The listing ends at the first empty page.
    ///
    /// `GET /api/v1/triggers`
    ///
    /// Optional: [`name`](super::requests::GetTriggers::name), [`page`](super::requests::GetTriggers::page), [`page_size`](super::requests::GetTriggers::page_size).
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.get_triggers().send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-gettriggers`, 2026-09-17.
    #[inline]
    pub fn get_triggers(&self) -> super::requests::GetTriggers {
        super::requests::GetTriggers::new(self)
    }
    /// Creates a trigger.
    ///
    /// Creates a trigger. Which fields of the rule are required depends on its type and interval.
    ///
    /// `POST /api/v1/triggers`
    ///
    /// - `name`: Name of the trigger. 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    /// - `r#type`: Kind of trigger.
    /// - `trigger_rule`: When the trigger starts a workflow. Required for every kind of trigger.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.create_trigger("trigger001", "SCHEDULED", ncloud_dataflow::models::TriggerRuleInput::default()).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-createtrigger`, 2026-09-17.
    #[inline]
    pub fn create_trigger(
        &self,
        name: impl Into<rt::Text>,
        r#type: impl Into<super::models::TriggerType>,
        trigger_rule: super::models::TriggerRuleInput,
    ) -> super::requests::CreateTrigger {
        super::requests::CreateTrigger::new(
            self,
            name.into(),
            r#type.into(),
            trigger_rule,
        )
    }
    /// Shows a trigger.
    ///
    /// Returns one trigger.
    ///
    /// `GET /api/v1/triggers/{triggerId}`
    ///
    /// - `trigger_id`: ID of the trigger. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let response = client.get_trigger("8bjF7EjNypqG").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-gettriggerbyid`, 2026-09-17.
    #[inline]
    pub fn get_trigger(
        &self,
        trigger_id: impl Into<rt::Text>,
    ) -> super::requests::GetTrigger {
        super::requests::GetTrigger::new(self, trigger_id.into())
    }
    /// Deletes a trigger.
    ///
    /// Deletes a trigger. The effect on workflows that use it is not documented. The response body is the bare value
    /// `true`.
    ///
    /// `DELETE /api/v1/triggers/{triggerId}`
    ///
    /// - `trigger_id`: ID of the trigger. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// client.delete_trigger("8bjF7EjNypqG").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-deletetrigger`, 2026-09-17.
    #[inline]
    pub fn delete_trigger(
        &self,
        trigger_id: impl Into<rt::Text>,
    ) -> super::requests::DeleteTrigger {
        super::requests::DeleteTrigger::new(self, trigger_id.into())
    }
}
