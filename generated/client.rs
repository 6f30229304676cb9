// @generated from spec/dataflow.yaml by codegen; do not edit.

use ncloud_runtime as rt;

impl crate::Client {
    /// Counts the executions of a time range.
    ///
    /// All executions of the range, and how many of them ended well or failed.
    ///
    /// The page was named getExecutionResult in R1 and R2 and still has that address. In R1 "getExecutionCount" was
    /// the name of what is now getExecutionCountByInterval (contradiction 7).
    ///
    /// `GET /api/v1/stats/executions`
    ///
    /// - `start_date`: Start of the range, ISO 8601 without offset, `YYYY-MM-DDTHH:mm:ss`. The vendor's example sends the colons percent-encoded; what is signed must be what is sent.
    /// - `end_date`: End of the range, ISO 8601 without offset, `YYYY-MM-DDTHH:mm:ss`.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.get_execution_count("2025-03-19T00:00:00", "2025-03-20T23:59:59").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getexecutionresult`, 2026-09-17, revision `R3`.
    #[inline]
    pub fn get_execution_count(
        &self,
        start_date: impl Into<rt::DateTime>,
        end_date: impl Into<rt::DateTime>,
    ) -> super::requests::GetExecutionCount {
        super::requests::GetExecutionCount::new(self, start_date.into(), end_date.into())
    }
    /// Counts the executions of a time range, day by day.
    ///
    /// One count for every day of the range, in order.
    ///
    /// The page was named getExecutionCount in R1 and getExecutionInterval in R2, and the English and Japanese pages of
    /// R3 still are (contradiction 7). The address of the page, `getexecutioncount`, is that of R1.
    ///
    /// `GET /api/v1/stats/executions-interval`
    ///
    /// - `start_date`: Start of the range, ISO 8601 without offset, `YYYY-MM-DDTHH:mm:ss` (stated by R1).
    /// - `end_date`: End of the range, ISO 8601 without offset, `YYYY-MM-DDTHH:mm:ss` (stated by R1). The last bucket ends after it (contradiction 24).
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.get_execution_count_by_interval("2025-03-19T00:00:00", "2025-03-20T23:59:59").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getexecutioncount`, 2026-09-17, revision `R3`.
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
    /// Lists the points of the execution time chart of a time range.
    ///
    /// Points in time with a value each. What the value means is unclear: the operation is about execution time, the
    /// table explains it as a number of executions and the time as the start of a job, and the example is a regular
    /// grid of two hours with zeros (contradiction 23).
    ///
    /// `GET /api/v1/stats/executions-times`
    ///
    /// - `start_date`: Start of the range, ISO 8601 without offset, `YYYY-MM-DDTHH:mm:ss`.
    /// - `end_date`: End of the range, ISO 8601 without offset, `YYYY-MM-DDTHH:mm:ss`.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.get_execution_times("2025-03-19T00:00:00", "2025-03-20T23:59:59").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getexecutiontimes`, 2026-09-17, revision `R3`.
    #[inline]
    pub fn get_execution_times(
        &self,
        start_date: impl Into<rt::DateTime>,
        end_date: impl Into<rt::DateTime>,
    ) -> super::requests::GetExecutionTimes {
        super::requests::GetExecutionTimes::new(self, start_date.into(), end_date.into())
    }
    /// Lists the workflows.
    ///
    /// The workflows, a page at a time. There is no filter by name. The order is not documented.
    ///
    /// The answer tells neither a total nor a next page: a listing ends at the first empty page
    /// (contradiction 13).
    ///
    /// `GET /api/v1/workflows`
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.get_workflows().send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getworkflows`, 2026-09-17, revision `R3`.
    #[inline]
    pub fn get_workflows(&self) -> super::requests::GetWorkflows {
        super::requests::GetWorkflows::new(self)
    }
    /// Creates a workflow.
    ///
    /// Makes a workflow of a trigger and jobs. The table of a node in R3 was reached up to its name; the other keys
    /// are those of R2. R2 also required `isTemp` at the top, which R3 no longer has (contradiction 18).
    ///
    /// The answer is that of R2; R3's was not reached.
    ///
    /// `POST /api/v1/workflows`
    ///
    /// - `name`: Name of the workflow, 3-100 characters (3-20 in R1). 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    /// - `nodes`: The trigger and the jobs.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.create_workflow("workflow001", Vec::new()).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-createworkflow`, 2026-10-19, revision `R3`.
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
    /// One workflow with its nodes. R1 and R2 call the operation getWorkflowById (contradiction 7).
    ///
    /// Of the answer of R3 only `workflowId`, `name`, `nodes` and `createdDate` were reached; the rest is that of R2,
    /// whose table was reached up to the log path of a node. No complete example was reached.
    ///
    /// `GET /api/v1/workflows/{workflowId}`
    ///
    /// - `workflow_id`: Id of the workflow. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.get_workflow("3tfNLPaaaaaa").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getworkflowbyid`, 2026-10-08, revision `R3`.
    #[inline]
    pub fn get_workflow(
        &self,
        workflow_id: impl Into<rt::Text>,
    ) -> super::requests::GetWorkflow {
        super::requests::GetWorkflow::new(self, workflow_id.into())
    }
    /// Replaces a workflow.
    ///
    /// Replaces name and nodes of a workflow. The table of a node in R3 was reached up to its name; the other keys are
    /// those of R2. R2's example sends `isTemp`, which its table does not have and R3 no longer knows
    /// (contradiction 18).
    ///
    /// The answer is that of R2; R3's was not reached.
    ///
    /// `PUT /api/v1/workflows/{workflowId}`
    ///
    /// - `workflow_id`: Id of the workflow. At least 1 character.
    /// - `name`: Name of the workflow, 3-100 characters (3-20 in R1). 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    /// - `nodes`: The trigger and the jobs.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.update_workflow("3tfNLPaaaaaa", "workflow001", Vec::new()).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-updateworkflow`, 2026-10-19, revision `R3`.
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
    /// Deletes a workflow. The body of the answer is the bare value `true` (contradiction 5). In which states a
    /// workflow can be deleted is not said.
    ///
    /// `DELETE /api/v1/workflows/{workflowId}`
    ///
    /// - `workflow_id`: Id of the workflow. At least 1 character.
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
    /// Source: vendor page `analytics-dataflow-deleteworkflow`, 2026-09-17, revision `R3`.
    #[inline]
    pub fn delete_workflow(
        &self,
        workflow_id: impl Into<rt::Text>,
    ) -> super::requests::DeleteWorkflow {
        super::requests::DeleteWorkflow::new(self, workflow_id.into())
    }
    /// Lists the executions of the jobs of a workflow.
    ///
    /// The runs that a workflow started, a page at a time: executions of its jobs, not of the workflow, for which
    /// there is no operation (contradiction 25). The order is not documented.
    ///
    /// The answer tells neither a total nor a next page: a listing ends at the first empty page
    /// (contradiction 13). It is that of R2, reached up to the log path of an element, which equals
    /// getJobExecutions that far. No example was reached.
    ///
    /// `GET /api/v1/workflows/{workflowId}/executions`
    ///
    /// - `workflow_id`: Id of the workflow. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.get_workflow_executions("3tfNLPaaaaaa").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getworkflowexecutions`, 2026-09-17, revision `R3`.
    #[inline]
    pub fn get_workflow_executions(
        &self,
        workflow_id: impl Into<rt::Text>,
    ) -> super::requests::GetWorkflowExecutions {
        super::requests::GetWorkflowExecutions::new(self, workflow_id.into())
    }
    /// Starts a workflow.
    ///
    /// Starts a workflow. Allowed only if the execution option of its start trigger is direct run or event
    /// (contradiction 21).
    ///
    /// The answer confirms that the request was accepted and tells no id of an execution: what was started can only
    /// be found with getWorkflowExecutions (contradiction 25). New in R3. The request has no body.
    ///
    /// `POST /api/v1/workflows/{workflowId}/executions`
    ///
    /// - `workflow_id`: Id of the workflow. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.execute_workflow("3tfNLPaaaaaa").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `executeworkflow`, 2026-10-08, revision `R3`.
    #[inline]
    pub fn execute_workflow(
        &self,
        workflow_id: impl Into<rt::Text>,
    ) -> super::requests::ExecuteWorkflow {
        super::requests::ExecuteWorkflow::new(self, workflow_id.into())
    }
    /// Lists the jobs.
    ///
    /// The jobs, a page at a time. The order is not documented. R2 had a filter `status`, which R3 no longer has
    /// (contradiction 1).
    ///
    /// The answer tells neither a total nor a next page: a listing ends at the first empty page
    /// (contradiction 13).
    ///
    /// `GET /api/v1/jobs`
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.get_jobs().send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getjobs`, 2026-10-08, revision `R3`.
    #[inline]
    pub fn get_jobs(&self) -> super::requests::GetJobs {
        super::requests::GetJobs::new(self)
    }
    /// Creates a job.
    ///
    /// Makes a job. R3 requires `type` and makes `nodes` optional; R2 had no `type` and required `nodes`
    /// (contradiction 1). What R3 says of `nodes`, and whether rows follow, such as one for a script, was not reached.
    ///
    /// The example of R2 is no current request, as it lacks `type`, and no JSON, as its ids are masked without quotes
    /// (contradiction 10). The same nodes stand complete in the example of verifyJob. The answer is that of R1 and R2;
    /// R3's was not reached.
    ///
    /// `POST /api/v1/jobs`
    ///
    /// - `name`: Name of the job, 3-100 characters (3-20 in R1). 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    /// - `r#type`: Kind of job, `VISUAL` or `SCRIPT`. Required since R3.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.create_job("job001", "VISUAL").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-createjob`, 2026-10-08, revision `R3`.
    #[inline]
    pub fn create_job(
        &self,
        name: impl Into<rt::Text>,
        r#type: impl Into<super::models::JobType>,
    ) -> super::requests::CreateJob {
        super::requests::CreateJob::new(self, name.into(), r#type.into())
    }
    /// Checks a job without creating it.
    ///
    /// Checks the items of an execution request. Nothing is stored. The body of the answer is the bare value `true`
    /// (contradiction 5); how a failed check answers is not documented, and R3's answer was not reached.
    ///
    /// Copies of early R2 also take a `description` (contradiction 34). The example of R2 is no JSON, as its ids are
    /// masked without quotes (contradiction 10); that of R1 stands for it.
    ///
    /// `POST /api/v1/jobs/verify`
    ///
    /// - `name`: Name of the job, 3-100 characters. 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
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
    /// Source: vendor page `analytics-dataflow-verifyjob`, 2026-09-17, revision `R3`.
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
    /// One job with its nodes and settings. R1 and R2 call the operation getJobById (contradiction 7).
    ///
    /// The answer of R3 was reached up to `lastExecutionStatus`; the rest is that of R2.
    ///
    /// `GET /api/v1/jobs/{jobId}`
    ///
    /// - `job_id`: Id of the job. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.get_job("gqigvHhTu7ra").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getjobbyid`, 2026-10-08, revision `R3`.
    #[inline]
    pub fn get_job(&self, job_id: impl Into<rt::Text>) -> super::requests::GetJob {
        super::requests::GetJob::new(self, job_id.into())
    }
    /// Changes a job.
    ///
    /// Changes a job. What is left out stays as it is, except `type`, which has to be sent. R2 documented a PUT with
    /// `name` and `isTemp` (contradictions 1 and 18).
    ///
    /// The request of R3 was reached up to `jobCondition.logPath`; what R3 says of `nodes`, parameters and a script was
    /// not reached. The answer is that of R2; R3's was not reached.
    ///
    /// `PATCH /api/v1/jobs/{jobId}`
    ///
    /// - `job_id`: Id of the job. At least 1 character.
    /// - `r#type`: Kind of job, `VISUAL` or `SCRIPT`. Has to be sent with every change.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.update_job("gqigvHhTu7ra", "VISUAL").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-updatejob`, 2026-10-08, revision `R3`.
    #[inline]
    pub fn update_job(
        &self,
        job_id: impl Into<rt::Text>,
        r#type: impl Into<super::models::JobType>,
    ) -> super::requests::UpdateJob {
        super::requests::UpdateJob::new(self, job_id.into(), r#type.into())
    }
    /// Deletes a job.
    ///
    /// Deletes a job. The body of the answer is the bare value `true` (contradiction 5). In which states a job can be
    /// deleted is not said.
    ///
    /// `DELETE /api/v1/jobs/{jobId}`
    ///
    /// - `job_id`: Id of the job. At least 1 character.
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
    /// Source: vendor page `analytics-dataflow-deletejob`, 2026-09-17, revision `R3`.
    #[inline]
    pub fn delete_job(&self, job_id: impl Into<rt::Text>) -> super::requests::DeleteJob {
        super::requests::DeleteJob::new(self, job_id.into())
    }
    /// Lists the executions of a job.
    ///
    /// The runs of one job, a page at a time. The order is not documented.
    ///
    /// The answer tells neither a total nor a next page: a listing ends at the first empty page
    /// (contradiction 13). It is that of R2; R3's was not reached.
    ///
    /// `GET /api/v1/jobs/{jobId}/executions`
    ///
    /// - `job_id`: Id of the job. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.get_job_executions("gqigvHhTu7ra").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getjobexecutions`, 2026-10-08, revision `R2`.
    #[inline]
    pub fn get_job_executions(
        &self,
        job_id: impl Into<rt::Text>,
    ) -> super::requests::GetJobExecutions {
        super::requests::GetJobExecutions::new(self, job_id.into())
    }
    /// Starts a job.
    ///
    /// Starts a run of a job. Without settings it runs with those stored in the job. R1 and R2 call the operation
    /// executeJob (contradiction 7).
    ///
    /// The request of R3 was reached up to `jobCondition.timeout`; there `jobCondition` became optional, R2 required
    /// it (contradiction 1). Whether the body as a whole may be left out is not said: an empty object is sent. The
    /// answer is that of R1 and R2; R3's was not reached.
    ///
    /// `POST /api/v1/jobs/{jobId}/executions`
    ///
    /// - `job_id`: Id of the job. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.create_job_execution("gqigvHhTu7ra").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-executejob`, 2026-10-08, revision `R3`.
    #[inline]
    pub fn create_job_execution(
        &self,
        job_id: impl Into<rt::Text>,
    ) -> super::requests::CreateJobExecution {
        super::requests::CreateJobExecution::new(self, job_id.into())
    }
    /// Changes the settings that a job runs with.
    ///
    /// Changes the settings stored in a job. It is a PUT on the executions, but changes the job and answers with it
    /// (contradiction 30). Keys that are left out keep their stored value; a new `scriptPath` moves the stored script.
    /// R2 calls the operation updateJobExecuteConfig (contradiction 7).
    ///
    /// The answer is that of R2; R3's was not reached.
    ///
    /// `PUT /api/v1/jobs/{jobId}/executions`
    ///
    /// - `job_id`: Id of the job. At least 1 character.
    /// - `job_condition`: The settings. Keys that are left out keep their stored value; R2 required `nrn`, `scriptPath` and `logPath` (contradiction 1).
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.update_job_execution_config("gqigvHhTu7ra", ncloud_dataflow::models::JobConditionInput::default()).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-updatejobexecuteconfig`, 2026-10-08, revision `R3`.
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
    /// Shows an execution of a job.
    ///
    /// One run of a job. R1 and R2 call the operation getJobExecutionById (contradiction 7).
    ///
    /// The answer is that of R2, whose table has what the table of getJobExecutions lacks: `triggerName` and
    /// `jobCondition.consoleLogPath` (contradiction 4). R3's was not reached, and no complete example.
    ///
    /// `GET /api/v1/jobs/{jobId}/executions/{executionId}`
    ///
    /// - `job_id`: Id of the job. At least 1 character.
    /// - `execution_id`: Id of the execution, called `jobExecutionId` in answers. At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.get_job_execution("gqigvHhTu7ra", "fKE22JFX4PAu").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-getjobexecutionbyid`, 2026-09-17, revision `R3`.
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
    /// Cancels a run. In which states that is allowed is not said. The body of the answer is the bare value `true`
    /// (contradiction 5). New in R3. The request has no body.
    ///
    /// `POST /api/v1/jobs/{jobId}/executions/{executionId}/cancel`
    ///
    /// - `job_id`: Id of the job. At least 1 character.
    /// - `execution_id`: Id of the execution, called `jobExecutionId` in answers. At least 1 character.
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
    /// Source: vendor page `analytics-dataflow-canceljobexecution`, 2026-10-08, revision `R3`.
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
    /// Lists the triggers.
    ///
    /// The triggers, a page at a time. The order is not documented.
    ///
    /// The answer tells neither a total nor a next page: a listing ends at the first empty page
    /// (contradiction 13).
    ///
    /// `GET /api/v1/triggers`
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.get_triggers().send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-gettriggers`, 2026-09-17, revision `R3`.
    #[inline]
    pub fn get_triggers(&self) -> super::requests::GetTriggers {
        super::requests::GetTriggers::new(self)
    }
    /// Creates a trigger.
    ///
    /// Makes a trigger. Which parts of the rule are needed follows from its type and interval.
    ///
    /// The answer is that of R1 and R2; R3's was not reached.
    ///
    /// `POST /api/v1/triggers`
    ///
    /// - `name`: Name of the trigger, 3-100 characters (3-20 in R1). The table calls it "job name". 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    /// - `r#type`: Kind of trigger.
    /// - `trigger_rule`: When it starts. Required for every kind of trigger.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.create_trigger("trigger001", "SCHEDULED", ncloud_dataflow::models::TriggerRuleInput::default()).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-createtrigger`, 2026-09-17, revision `R3`.
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
    /// One trigger. R1 and R2 call the operation getTriggerById, and the English and Japanese pages of R3 still do
    /// (contradiction 7).
    ///
    /// `GET /api/v1/triggers/{triggerId}`
    ///
    /// - `trigger_id`: Id of the trigger. getTrigger marks it as optional in every language of R2 and R3, which a part of a path cannot be; deleteTrigger says required (contradiction 22). At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// let answer = client.get_trigger("8bjF7EjNypqG").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `analytics-dataflow-gettriggerbyid`, 2026-09-17, revision `R2`.
    #[inline]
    pub fn get_trigger(
        &self,
        trigger_id: impl Into<rt::Text>,
    ) -> super::requests::GetTrigger {
        super::requests::GetTrigger::new(self, trigger_id.into())
    }
    /// Deletes a trigger.
    ///
    /// Deletes a trigger. What becomes of workflows that use it is not said. The body of the answer is the bare value
    /// `true` (contradiction 5).
    ///
    /// `DELETE /api/v1/triggers/{triggerId}`
    ///
    /// - `trigger_id`: Id of the trigger. getTrigger marks it as optional in every language of R2 and R3, which a part of a path cannot be; deleteTrigger says required (contradiction 22). At least 1 character.
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
    /// Source: vendor page `analytics-dataflow-deletetrigger`, 2026-09-17, revision `R3`.
    #[inline]
    pub fn delete_trigger(
        &self,
        trigger_id: impl Into<rt::Text>,
    ) -> super::requests::DeleteTrigger {
        super::requests::DeleteTrigger::new(self, trigger_id.into())
    }
}
