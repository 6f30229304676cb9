// @generated from spec/dataflow.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// Settings of one run of a job. All fields are optional.
///
/// Source: vendor page `analytics-dataflow-executejob`, 2026-10-08.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateJobExecutionRequest {
    /// Settings of this run. Without them, the run uses the settings stored in the job.
    pub job_condition: Option<JobConditionInput>,
    /// Parameters of this run.
    pub parameters: Option<::std::collections::BTreeMap<String, rt::serde_json::Value>>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl CreateJobExecutionRequest {
    /// An empty one.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Self::default() }
    }
    /// Settings of this run. Without them, the run uses the settings stored in the job.
    #[must_use]
    #[inline]
    pub fn job_condition(mut self, job_condition: JobConditionInput) -> Self {
        self.job_condition = Some(job_condition);
        self
    }
    /// Parameters of this run.
    #[must_use]
    #[inline]
    pub fn parameters(
        mut self,
        parameters: ::std::collections::BTreeMap<String, rt::serde_json::Value>,
    ) -> Self {
        self.parameters = Some(parameters);
        self
    }
}

rt::record!(
    CreateJobExecutionRequest, super::schemas::CREATE_JOB_EXECUTION_REQUEST, [0 =>
    job_condition, 1 => parameters], sent
);

/// The settings to change in a job.
///
/// Source: vendor page `analytics-dataflow-updatejobexecuteconfig`, 2026-10-08.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateJobExecutionConfigRequest {
    /// The settings. Keys that you leave out keep their stored value.
    pub job_condition: JobConditionInput,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl UpdateJobExecutionConfigRequest {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(job_condition: JobConditionInput) -> Self {
        Self {
            job_condition,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    UpdateJobExecutionConfigRequest, super::schemas::UPDATE_JOB_EXECUTION_CONFIG_REQUEST,
    [0 => job_condition], sent
);

/// Settings of a run, in requests.
///
/// Source: vendor page `analytics-dataflow-createjob`, 2026-10-08.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JobConditionInput {
    /// Number of workers. A new job starts with 2.
    ///
    /// Range 2-10.
    pub num_worker: Option<i64>,
    /// Timeout for the result of one run, in minutes. A new job starts with 360.
    ///
    /// Range 1-1440.
    pub timeout: Option<i64>,
    /// NAVER Cloud resource name (NRN). The examples hold the NRN of an IAM role.
    pub nrn: Option<rt::Text>,
    /// Bucket and prefix where the script is stored. A change by updateJobExecutionConfig moves the stored script.
    pub script_path: Option<rt::Text>,
    /// Bucket and prefix where the execution history is stored.
    pub log_path: Option<rt::Text>,
    /// Parameters, for jobs of type `SCRIPT` only.
    pub parameters: Option<::std::collections::BTreeMap<String, rt::Text>>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl JobConditionInput {
    /// An empty one.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Self::default() }
    }
    /// Number of workers. A new job starts with 2.
    ///
    /// Range 2-10.
    #[must_use]
    #[inline]
    pub fn num_worker(mut self, num_worker: i64) -> Self {
        self.num_worker = Some(num_worker);
        self
    }
    /// Timeout for the result of one run, in minutes. A new job starts with 360.
    ///
    /// Range 1-1440.
    #[must_use]
    #[inline]
    pub fn timeout(mut self, timeout: i64) -> Self {
        self.timeout = Some(timeout);
        self
    }
    /// NAVER Cloud resource name (NRN). The examples hold the NRN of an IAM role.
    #[must_use]
    #[inline]
    pub fn nrn(mut self, nrn: impl Into<rt::Text>) -> Self {
        self.nrn = Some(nrn.into());
        self
    }
    /// Bucket and prefix where the script is stored. A change by updateJobExecutionConfig moves the stored script.
    #[must_use]
    #[inline]
    pub fn script_path(mut self, script_path: impl Into<rt::Text>) -> Self {
        self.script_path = Some(script_path.into());
        self
    }
    /// Bucket and prefix where the execution history is stored.
    #[must_use]
    #[inline]
    pub fn log_path(mut self, log_path: impl Into<rt::Text>) -> Self {
        self.log_path = Some(log_path.into());
        self
    }
    /// Parameters, for jobs of type `SCRIPT` only.
    #[must_use]
    #[inline]
    pub fn parameters(
        mut self,
        parameters: ::std::collections::BTreeMap<String, rt::Text>,
    ) -> Self {
        self.parameters = Some(parameters);
        self
    }
}

rt::record!(
    JobConditionInput, super::schemas::JOB_CONDITION_INPUT, [0 => num_worker, 1 =>
    timeout, 2 => nrn, 3 => script_path, 4 => log_path, 5 => parameters], sent
);

/// A page of executions.
///
/// Source: vendor page `analytics-dataflow-getjobexecutions`, date unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JobExecutionList {
    /// The executions. A page without this field is an error, not an empty page.
    pub list: Vec<JobExecution>,
    /// Number of results. It may count the page or all pages; do not use it for paging.
    pub count: Option<i64>,
    /// Number of the page, from 0.
    pub page: Option<i64>,
    /// Maximum number of items on a page. It may differ from the requested limit.
    pub limit: Option<i64>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    JobExecutionList, super::schemas::JOB_EXECUTION_LIST, [0 => list, 1 => count, 2 =>
    page, 3 => limit], page 0
);

impl rt::Page for JobExecutionList {
    type Item = JobExecution;
    fn items(&self, _paging: &rt::Paging) -> Option<&[JobExecution]> {
        Some(&self.list)
    }
    fn into_items(self, _paging: &rt::Paging) -> Vec<JobExecution> {
        self.list
    }
    fn limit(&self, _paging: &rt::Paging) -> Option<i64> {
        self.limit
    }
    fn key<'a>(item: &'a JobExecution, _paging: &rt::Paging) -> Option<&'a str> {
        Some(item.job_execution_id.as_str())
    }
}

/// One execution (run) of a job.
///
/// Source: vendor page `analytics-dataflow-getjobexecutions`, date unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JobExecution {
    /// ID of the execution.
    pub job_execution_id: rt::Text,
    /// ID of the job.
    pub job_id: Option<rt::Text>,
    /// Settings of the execution.
    pub job_condition: Option<JobCondition>,
    /// State of the execution.
    pub status: Option<ExecutionStatus>,
    /// Start, ISO 8601 with offset +09:00.
    pub start_date: Option<rt::DateTime>,
    /// End, ISO 8601 with offset +09:00.
    pub end_date: Option<rt::DateTime>,
    /// Creation, ISO 8601 with offset +09:00. It is not documented whether of the job or of the run.
    pub created_date: Option<rt::DateTime>,
    /// ID of a trigger, probably the one that started the run.
    pub trigger_id: Option<rt::Text>,
    /// Name of that trigger.
    pub trigger_name: Option<rt::Text>,
    /// Name of the job.
    pub job_name: Option<rt::Text>,
    /// Waiting time. The unit is uncertain, probably seconds.
    pub waiting_time: Option<i64>,
    /// Number of workers.
    pub executor_num: Option<i64>,
    /// Running time, minutes.
    pub running_time: Option<i64>,
    /// Parsed parameters of the execution.
    pub parsed_parameters: Option<ParsedParameters>,
    /// Origin of the run: `JOB` or `WORKFLOW`.
    pub r#type: Option<ExecutionType>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    JobExecution, super::schemas::JOB_EXECUTION, [0 => job_execution_id, 1 => job_id, 2
    => job_condition, 3 => status, 4 => start_date, 5 => end_date, 6 => created_date, 7
    => trigger_id, 8 => trigger_name, 9 => job_name, 10 => waiting_time, 11 =>
    executor_num, 12 => running_time, 13 => parsed_parameters, 14 => r#type]
);

/// Settings of a run, in responses.
///
/// Source: vendor page `analytics-dataflow-getjobexecutions`, date unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JobCondition {
    /// Kind of worker. Current requests no longer have it.
    pub worker_type: Option<WorkerType>,
    /// Number of workers. A new job starts with 2; requests allow 2-10.
    pub num_worker: Option<i64>,
    /// Timeout for the result of one run, in minutes. A new job starts with 360. Old data may hold 0.
    pub timeout: Option<i64>,
    /// NAVER Cloud resource name (NRN). The examples hold the NRN of an IAM role.
    pub nrn: Option<rt::Text>,
    /// Bucket and prefix where the script is stored.
    pub script_path: Option<rt::Text>,
    /// Bucket and prefix where the execution history is stored.
    pub log_path: Option<rt::Text>,
    /// Bucket and key of the console log. The value contains colons and a date without zone. Do not parse it as a
    /// date or as a URL path.
    pub console_log_path: Option<rt::Text>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    JobCondition, super::schemas::JOB_CONDITION, [0 => worker_type, 1 => num_worker, 2 =>
    timeout, 3 => nrn, 4 => script_path, 5 => log_path, 6 => console_log_path]
);

/// Kind of worker.
///
/// Source: vendor page `analytics-dataflow-getjobexecutions`, date unknown.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum WorkerType {
    /// The default, according to the tables.
    Dataflow,
    /// The default, according to the examples.
    Default,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(WorkerType, [Dataflow => "DATAFLOW", Default => "DEFAULT"]);

/// State of an execution. `READY` means waiting; as the state of a job, it means runnable.
///
/// Source: vendor page `analytics-dataflow-getjobexecutions`, date unknown.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ExecutionStatus {
    /// Waiting to run.
    Ready,
    /// Running.
    Running,
    /// Succeeded.
    Completed,
    /// Failed.
    Failed,
    /// Canceled.
    Canceled,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

impl ExecutionStatus {
    /// Returns how a run in this state has ended; `None` while it continues, and for a state that is not documented.
    ///
    /// The case of letters does not matter.
    #[must_use]
    #[inline]
    pub fn outcome(&self) -> Option<rt::Outcome> {
        rt::schema::outcome(
            self.as_str(),
            &[
                ("COMPLETED", rt::Outcome::Success),
                ("FAILED", rt::Outcome::Failure),
                ("CANCELED", rt::Outcome::Cancelled),
            ],
        )
    }
}

rt::open_enum!(
    ExecutionStatus, [Ready => "READY", Running => "RUNNING", Completed => "COMPLETED",
    Failed => "FAILED", Canceled => "CANCELED"]
);

/// Origin of an execution.
///
/// Source: vendor page `analytics-dataflow-getjobexecutions`, date unknown.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ExecutionType {
    /// Probably, the job was started directly.
    Job,
    /// Probably, a workflow started the job.
    Workflow,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(ExecutionType, [Job => "JOB", Workflow => "WORKFLOW"]);

/// Parsed parameters of an execution, an object or an array. The content is not documented.
///
/// Source: vendor page `analytics-dataflow-getjobexecutions`, date unknown.
#[derive(Clone, Debug, PartialEq)]
pub enum ParsedParameters {
    /// An object.
    Object(::std::collections::BTreeMap<String, rt::serde_json::Value>),
    /// A list.
    Array(Vec<rt::serde_json::Value>),
    /// A value that the documentation does not describe, as it came.
    Other(rt::serde_json::Value),
}

rt::one_of!(ParsedParameters, kind, [Object => "object", Array => "array"]);

/// A page of jobs.
///
/// Source: vendor page `analytics-dataflow-getjobs`, 2026-10-08.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JobList {
    /// The jobs. A page without this field is an error, not an empty page.
    pub list: Vec<JobSummary>,
    /// Number of results. It may count the page or all pages; do not use it for paging.
    pub count: Option<i64>,
    /// Number of the page, from 0.
    pub page: Option<i64>,
    /// Maximum number of items on a page. It may differ from the requested limit.
    pub limit: Option<i64>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    JobList, super::schemas::JOB_LIST, [0 => list, 1 => count, 2 => page, 3 => limit],
    page 0
);

impl rt::Page for JobList {
    type Item = JobSummary;
    fn items(&self, _paging: &rt::Paging) -> Option<&[JobSummary]> {
        Some(&self.list)
    }
    fn into_items(self, _paging: &rt::Paging) -> Vec<JobSummary> {
        self.list
    }
    fn limit(&self, _paging: &rt::Paging) -> Option<i64> {
        self.limit
    }
    fn key<'a>(item: &'a JobSummary, _paging: &rt::Paging) -> Option<&'a str> {
        Some(item.job_id.as_str())
    }
}

/// A job in a listing.
///
/// Source: vendor page `analytics-dataflow-getjobs`, 2026-10-08.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JobSummary {
    /// ID of the job.
    pub job_id: rt::Text,
    /// Name of the job, 3-100 characters.
    pub name: Option<rt::Text>,
    /// Kind of job.
    pub r#type: Option<JobType>,
    /// State of the job.
    pub status: Option<JobStatus>,
    /// State of the last execution.
    pub last_execution_status: Option<ExecutionStatus>,
    /// Creation, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.
    pub created_date: Option<rt::DateTime>,
    /// Last change, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.
    pub updated_date: Option<rt::DateTime>,
    /// Last execution, ISO 8601 with offset +09:00.
    pub last_execution_date: Option<rt::DateTime>,
    /// ID of the resource, the same value as `jobId`.
    pub resource_id: Option<rt::Text>,
    /// Flag for the permission to view the job. The value that grants the permission is not documented.
    ///
    /// Also as text.
    pub disabled: Option<bool>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    JobSummary, super::schemas::JOB_SUMMARY, [0 => job_id, 1 => name, 2 => r#type, 3 =>
    status, 4 => last_execution_status, 5 => created_date, 6 => updated_date, 7 =>
    last_execution_date, 8 => resource_id, 9 => disabled]
);

/// A job.
///
/// Source: vendor page `analytics-dataflow-getjobbyid`, 2026-10-08.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Job {
    /// ID of the job.
    pub job_id: Option<rt::Text>,
    /// Name of the job, 3-100 characters.
    pub name: Option<rt::Text>,
    /// Description of the job. It may be empty or absent.
    pub description: Option<rt::Text>,
    /// Kind of job.
    pub r#type: Option<JobType>,
    /// State of the job.
    pub status: Option<JobStatus>,
    /// Maximum number of concurrent runs.
    pub max_concurrent_runs: Option<i64>,
    /// State of the last execution.
    pub last_execution_status: Option<ExecutionStatus>,
    /// The steps of a visual job.
    pub nodes: Option<Vec<EtlJobNode>>,
    /// The settings that the job runs with. Requests, executions and workflow nodes call the same object
    /// `jobCondition`.
    pub run_condition: Option<JobCondition>,
    /// Creation, ISO 8601 with offset +09:00.
    pub created_date: Option<rt::DateTime>,
    /// Last change, ISO 8601 with offset +09:00.
    pub updated_date: Option<rt::DateTime>,
    /// Last execution, ISO 8601 with offset +09:00. Absent in responses to changes.
    pub last_execution_date: Option<rt::DateTime>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    Job, super::schemas::JOB, [0 => job_id, 1 => name, 2 => description, 3 => r#type, 4
    => status, 5 => max_concurrent_runs, 6 => last_execution_status, 7 => nodes, 8 =>
    run_condition, 9 => created_date, 10 => updated_date, 11 => last_execution_date]
);

/// The job to create.
///
/// Source: vendor page `analytics-dataflow-createjob`, 2026-10-08.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateJobRequest {
    /// Name of the job.
    ///
    /// 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    pub name: rt::Text,
    /// Kind of job.
    pub r#type: JobTypeInput,
    /// Maximum number of concurrent runs.
    pub max_concurrent_runs: Option<i64>,
    /// The settings that the job runs with. Responses call them `runCondition`.
    pub job_condition: Option<JobConditionInput>,
    /// The steps of a visual job.
    pub nodes: Option<Vec<EtlJobNode>>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl CreateJobRequest {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(name: impl Into<rt::Text>, r#type: impl Into<JobTypeInput>) -> Self {
        Self {
            name: name.into(),
            r#type: r#type.into(),
            ..Self::default()
        }
    }
    /// Maximum number of concurrent runs.
    #[must_use]
    #[inline]
    pub fn max_concurrent_runs(mut self, max_concurrent_runs: i64) -> Self {
        self.max_concurrent_runs = Some(max_concurrent_runs);
        self
    }
    /// The settings that the job runs with. Responses call them `runCondition`.
    #[must_use]
    #[inline]
    pub fn job_condition(mut self, job_condition: JobConditionInput) -> Self {
        self.job_condition = Some(job_condition);
        self
    }
    /// The steps of a visual job.
    #[must_use]
    #[inline]
    pub fn nodes(mut self, nodes: Vec<EtlJobNode>) -> Self {
        self.nodes = Some(nodes);
        self
    }
}

rt::record!(
    CreateJobRequest, super::schemas::CREATE_JOB_REQUEST, [0 => name, 1 => r#type, 2 =>
    max_concurrent_runs, 3 => job_condition, 4 => nodes], sent
);

/// The changes to a job.
///
/// Source: vendor page `analytics-dataflow-updatejob`, 2026-10-08.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateJobRequest {
    /// Kind of job. Required with every change.
    pub r#type: JobTypeInput,
    /// Name of the job.
    ///
    /// 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    pub name: Option<rt::Text>,
    /// Maximum number of concurrent runs.
    pub max_concurrent_runs: Option<i64>,
    /// The settings that the job runs with.
    pub job_condition: Option<JobConditionInput>,
    /// The steps of a visual job.
    pub nodes: Option<Vec<EtlJobNode>>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl UpdateJobRequest {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(r#type: impl Into<JobTypeInput>) -> Self {
        Self {
            r#type: r#type.into(),
            ..Self::default()
        }
    }
    /// Name of the job.
    ///
    /// 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    #[must_use]
    #[inline]
    pub fn name(mut self, name: impl Into<rt::Text>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Maximum number of concurrent runs.
    #[must_use]
    #[inline]
    pub fn max_concurrent_runs(mut self, max_concurrent_runs: i64) -> Self {
        self.max_concurrent_runs = Some(max_concurrent_runs);
        self
    }
    /// The settings that the job runs with.
    #[must_use]
    #[inline]
    pub fn job_condition(mut self, job_condition: JobConditionInput) -> Self {
        self.job_condition = Some(job_condition);
        self
    }
    /// The steps of a visual job.
    #[must_use]
    #[inline]
    pub fn nodes(mut self, nodes: Vec<EtlJobNode>) -> Self {
        self.nodes = Some(nodes);
        self
    }
}

rt::record!(
    UpdateJobRequest, super::schemas::UPDATE_JOB_REQUEST, [0 => r#type, 1 => name, 2 =>
    max_concurrent_runs, 3 => job_condition, 4 => nodes], sent
);

/// The job to check.
///
/// Source: vendor page `analytics-dataflow-verifyjob`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerifyJobRequest {
    /// Name of the job.
    ///
    /// 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    pub name: rt::Text,
    /// The steps of the job.
    pub nodes: Vec<EtlJobNode>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl VerifyJobRequest {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(name: impl Into<rt::Text>, nodes: Vec<EtlJobNode>) -> Self {
        Self {
            name: name.into(),
            nodes,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    VerifyJobRequest, super::schemas::VERIFY_JOB_REQUEST, [0 => name, 1 => nodes], sent
);

/// Kind of job, in responses.
///
/// Source: vendor page `analytics-dataflow-getjobbyid`, 2026-10-08.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum JobType {
    /// Drawn as a graph of nodes.
    Visual,
    /// Written as a script.
    Script,
    /// An old job.
    Dataflow,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(
    JobType, [Visual => "VISUAL", Script => "SCRIPT", Dataflow => "DATAFLOW"]
);

/// Kind of job, in requests.
///
/// Source: vendor page `analytics-dataflow-createjob`, 2026-10-08.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum JobTypeInput {
    /// Drawn as a graph of nodes.
    Visual,
    /// Written as a script.
    Script,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(JobTypeInput, [Visual => "VISUAL", Script => "SCRIPT"]);

/// State of a job. `READY` means runnable; as the state of an execution, it means waiting.
///
/// Source: vendor page `analytics-dataflow-getjobbyid`, 2026-10-08.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum JobStatus {
    /// Can be run.
    Ready,
    /// Can be run (old value).
    Runnable,
    /// Running (old value).
    Running,
    /// Being deleted, or deleted (old value).
    Deleted,
    /// Not explained (old value).
    Unknown,
    /// The edit is incomplete (old value).
    Draft,
    /// Stopping, or stopped (old value).
    Stopped,
    /// Being edited; must be verified (old value).
    Editing,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(
    JobStatus, [Ready => "READY", Runnable => "RUNNABLE", Running => "RUNNING", Deleted
    => "DELETED", Unknown => "UNKNOWN", Draft => "DRAFT", Stopped => "STOPPED", Editing
    => "EDITING"]
);

/// A step of a visual job. The prefix of its type says whether it is a source, a transformation or a target.
/// Unknown types and unknown fields are kept.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode`, 2026-09-17.
#[derive(Clone, Debug, PartialEq)]
pub enum EtlJobNode {
    /// An object whose `type` is `SOURCE_OBS`.
    SourceObs(ObsSourceNode),
    /// An object whose `type` is `SOURCE_CATALOG`.
    SourceCatalog(CatalogSourceNode),
    /// An object whose `type` is `SOURCE_CDB_MYSQL`.
    SourceCdbMysql(MysqlSourceNode),
    /// An object whose `type` is `SOURCE_CDB_POSTGRESQL`.
    SourceCdbPostgresql(PostgresqlSourceNode),
    /// An object whose `type` is `TRANSFORM_DEFINE`.
    TransformDefine(DefineNode),
    /// An object whose `type` is `TRANSFORM_SELECT`.
    TransformSelect(SelectNode),
    /// An object whose `type` is `TRANSFORM_JOIN`.
    TransformJoin(JoinNode),
    /// An object whose `type` is `TRANSFORM_FILTER`.
    TransformFilter(FilterNode),
    /// An object whose `type` is `TRANSFORM_UNION`.
    TransformUnion(UnionNode),
    /// An object whose `type` is `TRANSFORM_AGGREGATE`.
    TransformAggregate(AggregateNode),
    /// An object whose `type` is `TRANSFORM_RENAME`.
    TransformRename(RenameNode),
    /// An object whose `type` is `TRANSFORM_DROP_DUPLICATION`.
    TransformDropDuplication(DropDuplicationNode),
    /// An object whose `type` is `TRANSFORM_FILL_MISSING_VALUES`.
    TransformFillMissingValues(FillMissingValuesNode),
    /// An object whose `type` is `TRANSFORM_SQL`.
    TransformSql(SqlNode),
    /// An object whose `type` is `TARGET_CDB_MYSQL`.
    TargetCdbMysql(MysqlTargetNode),
    /// An object whose `type` is `TARGET_CDB_POSTGRESQL`.
    TargetCdbPostgresql(PostgresqlTargetNode),
    /// An object whose `type` is `TARGET_OBS`.
    TargetObs(ObsTargetNode),
    /// An object whose `type` is `TARGET_CATALOG`.
    TargetCatalog(CatalogTargetNode),
    /// A value that the documentation does not describe, as it came.
    Other(rt::serde_json::Value),
}

rt::one_of!(
    EtlJobNode, "type", [SourceObs => "SOURCE_OBS", SourceCatalog => "SOURCE_CATALOG",
    SourceCdbMysql => "SOURCE_CDB_MYSQL", SourceCdbPostgresql => "SOURCE_CDB_POSTGRESQL",
    TransformDefine => "TRANSFORM_DEFINE", TransformSelect => "TRANSFORM_SELECT",
    TransformJoin => "TRANSFORM_JOIN", TransformFilter => "TRANSFORM_FILTER",
    TransformUnion => "TRANSFORM_UNION", TransformAggregate => "TRANSFORM_AGGREGATE",
    TransformRename => "TRANSFORM_RENAME", TransformDropDuplication =>
    "TRANSFORM_DROP_DUPLICATION", TransformFillMissingValues =>
    "TRANSFORM_FILL_MISSING_VALUES", TransformSql => "TRANSFORM_SQL", TargetCdbMysql =>
    "TARGET_CDB_MYSQL", TargetCdbPostgresql => "TARGET_CDB_POSTGRESQL", TargetObs =>
    "TARGET_OBS", TargetCatalog => "TARGET_CATALOG"], from[SourceObs(ObsSourceNode),
    SourceCatalog(CatalogSourceNode), SourceCdbMysql(MysqlSourceNode),
    SourceCdbPostgresql(PostgresqlSourceNode), TransformDefine(DefineNode),
    TransformSelect(SelectNode), TransformJoin(JoinNode), TransformFilter(FilterNode),
    TransformUnion(UnionNode), TransformAggregate(AggregateNode),
    TransformRename(RenameNode), TransformDropDuplication(DropDuplicationNode),
    TransformFillMissingValues(FillMissingValuesNode), TransformSql(SqlNode),
    TargetCdbMysql(MysqlTargetNode), TargetCdbPostgresql(PostgresqlTargetNode),
    TargetObs(ObsTargetNode), TargetCatalog(CatalogTargetNode)]
);

/// Reads from Object Storage.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-sourceobjectstorage`, 2026-09-17.
///
/// Its `type` is always `SOURCE_OBS`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObsSourceNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from; empty for a source.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Number of the region, as a string.
    pub region_no: rt::Text,
    /// Bucket of Object Storage.
    pub bucket_name: rt::Text,
    /// Prefix of the objects in the bucket.
    pub prefix: rt::Text,
    /// Format of the data.
    pub data_type: ObsSourceDataType,
    /// Fields of the data.
    pub field_list: Vec<EtlField>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl ObsSourceNode {
    /// One with what is required.
    #[must_use]
    #[expect(clippy::too_many_arguments, reason = "all are required by the API")]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        region_no: impl Into<rt::Text>,
        bucket_name: impl Into<rt::Text>,
        prefix: impl Into<rt::Text>,
        data_type: impl Into<ObsSourceDataType>,
        field_list: Vec<EtlField>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            region_no: region_no.into(),
            bucket_name: bucket_name.into(),
            prefix: prefix.into(),
            data_type: data_type.into(),
            field_list,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    ObsSourceNode, super::schemas::OBS_SOURCE_NODE, [1 => id, 2 => name, 3 =>
    parent_node_ids, 4 => region_no, 5 => bucket_name, 6 => prefix, 7 => data_type, 8 =>
    field_list], sent
);

/// Reads from a data catalog.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-sourcedatacatalog`, 2026-09-17.
///
/// Its `type` is always `SOURCE_CATALOG`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CatalogSourceNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from; empty for a source.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Database of the data catalog.
    pub database: rt::Text,
    /// Table of the database.
    pub table: rt::Text,
    /// Version of the table's schema.
    pub schema_version: rt::Text,
    /// Fields of the data.
    pub field_list: Vec<EtlField>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl CatalogSourceNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        database: impl Into<rt::Text>,
        table: impl Into<rt::Text>,
        schema_version: impl Into<rt::Text>,
        field_list: Vec<EtlField>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            database: database.into(),
            table: table.into(),
            schema_version: schema_version.into(),
            field_list,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    CatalogSourceNode, super::schemas::CATALOG_SOURCE_NODE, [1 => id, 2 => name, 3 =>
    parent_node_ids, 4 => database, 5 => table, 6 => schema_version, 7 => field_list],
    sent
);

/// Reads from Cloud DB for MySQL.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-sourceclouddbformysql`, 2026-09-17.
///
/// Its `type` is always `SOURCE_CDB_MYSQL`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MysqlSourceNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from; empty for a source.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// ID of the connection to the database.
    pub connection_id: rt::Text,
    /// Table of the database.
    pub table: rt::Text,
    /// Fields of the data.
    pub field_list: Vec<EtlField>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl MysqlSourceNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        connection_id: impl Into<rt::Text>,
        table: impl Into<rt::Text>,
        field_list: Vec<EtlField>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            connection_id: connection_id.into(),
            table: table.into(),
            field_list,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    MysqlSourceNode, super::schemas::MYSQL_SOURCE_NODE, [1 => id, 2 => name, 3 =>
    parent_node_ids, 4 => connection_id, 5 => table, 6 => field_list], sent
);

/// Reads from Cloud DB for PostgreSQL.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-sourceclouddbforpostgresql`, 2026-09-17.
///
/// Its `type` is always `SOURCE_CDB_POSTGRESQL`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PostgresqlSourceNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from; empty for a source.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// ID of the connection to the database.
    pub connection_id: rt::Text,
    /// Table of the database.
    pub table: rt::Text,
    /// Fields of the data.
    pub field_list: Vec<EtlField>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl PostgresqlSourceNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        connection_id: impl Into<rt::Text>,
        table: impl Into<rt::Text>,
        field_list: Vec<EtlField>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            connection_id: connection_id.into(),
            table: table.into(),
            field_list,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    PostgresqlSourceNode, super::schemas::POSTGRESQL_SOURCE_NODE, [1 => id, 2 => name, 3
    => parent_node_ids, 4 => connection_id, 5 => table, 6 => field_list], sent
);

/// Changes the types and names of fields.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformdefine`, 2026-09-17.
///
/// Its `type` is always `TRANSFORM_DEFINE`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DefineNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Fields to change.
    pub define_field_list: Vec<EtlFieldDefinition>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl DefineNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        define_field_list: Vec<EtlFieldDefinition>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            define_field_list,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    DefineNode, super::schemas::DEFINE_NODE, [1 => id, 2 => name, 3 => parent_node_ids, 4
    => define_field_list], sent
);

/// Selects fields.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformselect`, 2026-09-17.
///
/// Its `type` is always `TRANSFORM_SELECT`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SelectNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Fields to select.
    pub field_list: Vec<EtlField>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl SelectNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        field_list: Vec<EtlField>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            field_list,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    SelectNode, super::schemas::SELECT_NODE, [1 => id, 2 => name, 3 => parent_node_ids, 4
    => field_list], sent
);

/// Joins the data of two nodes.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformjoin`, 2026-09-17.
///
/// Its `type` is always `TRANSFORM_JOIN`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JoinNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Kind of join.
    pub join_type: EtlJoinType,
    /// ID of the left node.
    ///
    /// Also as text.
    pub left_node_id: i64,
    /// ID of the right node.
    ///
    /// Also as text.
    pub right_node_id: i64,
    /// Conditions of the join.
    pub join_condition_list: Vec<EtlJoinCondition>,
    /// Prefix of the fields that the join renames.
    pub prefix: Option<rt::Text>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl JoinNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        join_type: impl Into<EtlJoinType>,
        left_node_id: i64,
        right_node_id: i64,
        join_condition_list: Vec<EtlJoinCondition>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            join_type: join_type.into(),
            left_node_id,
            right_node_id,
            join_condition_list,
            ..Self::default()
        }
    }
    /// Prefix of the fields that the join renames.
    #[must_use]
    #[inline]
    pub fn prefix(mut self, prefix: impl Into<rt::Text>) -> Self {
        self.prefix = Some(prefix.into());
        self
    }
}

rt::record!(
    JoinNode, super::schemas::JOIN_NODE, [1 => id, 2 => name, 3 => parent_node_ids, 4 =>
    join_type, 5 => left_node_id, 6 => right_node_id, 7 => join_condition_list, 8 =>
    prefix], sent
);

/// Keeps the rows that fulfill the conditions.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode`, 2026-09-17.
///
/// Its `type` is always `TRANSFORM_FILTER`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Logical operator between the conditions, e.g. `AND`.
    pub filter_type: Option<rt::Text>,
    /// The conditions.
    pub filter_condition_list: Option<Vec<EtlFilterCondition>>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl FilterNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(id: i64, name: impl Into<rt::Text>, parent_node_ids: Vec<i64>) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            ..Self::default()
        }
    }
    /// Logical operator between the conditions, e.g. `AND`.
    #[must_use]
    #[inline]
    pub fn filter_type(mut self, filter_type: impl Into<rt::Text>) -> Self {
        self.filter_type = Some(filter_type.into());
        self
    }
    /// The conditions.
    #[must_use]
    #[inline]
    pub fn filter_condition_list(
        mut self,
        filter_condition_list: Vec<EtlFilterCondition>,
    ) -> Self {
        self.filter_condition_list = Some(filter_condition_list);
        self
    }
}

rt::record!(
    FilterNode, super::schemas::FILTER_NODE, [1 => id, 2 => name, 3 => parent_node_ids, 4
    => filter_type, 5 => filter_condition_list], sent
);

/// Combines the rows of several nodes.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformunion`, 2026-09-17.
///
/// Its `type` is always `TRANSFORM_UNION`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnionNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Kind of union.
    pub union_type: EtlUnionType,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl UnionNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        union_type: impl Into<EtlUnionType>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            union_type: union_type.into(),
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    UnionNode, super::schemas::UNION_NODE, [1 => id, 2 => name, 3 => parent_node_ids, 4
    => union_type], sent
);

/// Groups rows and aggregates fields.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformaggregate`, 2026-09-17.
///
/// Its `type` is always `TRANSFORM_AGGREGATE`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AggregateNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Names of the fields to group by.
    pub group_by_list: Vec<rt::Text>,
    /// Fields to aggregate.
    pub aggregate_field_list: Vec<EtlAggregateField>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl AggregateNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        group_by_list: Vec<rt::Text>,
        aggregate_field_list: Vec<EtlAggregateField>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            group_by_list,
            aggregate_field_list,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    AggregateNode, super::schemas::AGGREGATE_NODE, [1 => id, 2 => name, 3 =>
    parent_node_ids, 4 => group_by_list, 5 => aggregate_field_list], sent
);

/// Renames fields.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformrename`, 2026-09-17.
///
/// Its `type` is always `TRANSFORM_RENAME`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RenameNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Fields to rename.
    pub rename_field_list: Vec<EtlFieldRename>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl RenameNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        rename_field_list: Vec<EtlFieldRename>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            rename_field_list,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    RenameNode, super::schemas::RENAME_NODE, [1 => id, 2 => name, 3 => parent_node_ids, 4
    => rename_field_list], sent
);

/// Drops duplicate rows.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformdropduplication`, 2026-09-17.
///
/// Its `type` is always `TRANSFORM_DROP_DUPLICATION`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DropDuplicationNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Names of the fields.
    pub drop_field_list: Vec<rt::Text>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl DropDuplicationNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        drop_field_list: Vec<rt::Text>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            drop_field_list,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    DropDuplicationNode, super::schemas::DROP_DUPLICATION_NODE, [1 => id, 2 => name, 3 =>
    parent_node_ids, 4 => drop_field_list], sent
);

/// Fills missing values.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformfillmissingvalue`, 2026-09-17.
///
/// Its `type` is always `TRANSFORM_FILL_MISSING_VALUES`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FillMissingValuesNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Fields to fill.
    pub missing_value_field_list: Vec<EtlFilledField>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl FillMissingValuesNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        missing_value_field_list: Vec<EtlFilledField>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            missing_value_field_list,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    FillMissingValuesNode, super::schemas::FILL_MISSING_VALUES_NODE, [1 => id, 2 => name,
    3 => parent_node_ids, 4 => missing_value_field_list], sent
);

/// Runs a query.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformsqlquery`, 2026-09-17.
///
/// Its `type` is always `TRANSFORM_SQL`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SqlNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Table names of the parent nodes.
    pub source_name_list: Vec<EtlSqlSource>,
    /// Query in Spark SQL.
    pub sql: rt::Text,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl SqlNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        source_name_list: Vec<EtlSqlSource>,
        sql: impl Into<rt::Text>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            source_name_list,
            sql: sql.into(),
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    SqlNode, super::schemas::SQL_NODE, [1 => id, 2 => name, 3 => parent_node_ids, 4 =>
    source_name_list, 5 => sql], sent
);

/// Writes to Cloud DB for MySQL.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-targetclouddbformysql`, 2026-09-17.
///
/// Its `type` is always `TARGET_CDB_MYSQL`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MysqlTargetNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// ID of the connection to the database.
    pub connection_id: rt::Text,
    /// Table of the database.
    pub table: rt::Text,
    /// Fields of the data.
    pub field_list: Vec<EtlField>,
    /// Treatment of existing data.
    pub update_type: Option<EtlUpdateType>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl MysqlTargetNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        connection_id: impl Into<rt::Text>,
        table: impl Into<rt::Text>,
        field_list: Vec<EtlField>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            connection_id: connection_id.into(),
            table: table.into(),
            field_list,
            ..Self::default()
        }
    }
    /// Treatment of existing data.
    #[must_use]
    #[inline]
    pub fn update_type(mut self, update_type: impl Into<EtlUpdateType>) -> Self {
        self.update_type = Some(update_type.into());
        self
    }
}

rt::record!(
    MysqlTargetNode, super::schemas::MYSQL_TARGET_NODE, [1 => id, 2 => name, 3 =>
    parent_node_ids, 4 => connection_id, 5 => table, 6 => field_list, 7 => update_type],
    sent
);

/// Writes to Cloud DB for PostgreSQL.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-targetclouddbforpostgresql`, 2026-09-17.
///
/// Its `type` is always `TARGET_CDB_POSTGRESQL`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PostgresqlTargetNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// ID of the connection to the database.
    pub connection_id: rt::Text,
    /// Table of the database.
    pub table: rt::Text,
    /// Fields of the data.
    pub field_list: Vec<EtlField>,
    /// Treatment of existing data.
    pub update_type: Option<EtlUpdateType>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl PostgresqlTargetNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        connection_id: impl Into<rt::Text>,
        table: impl Into<rt::Text>,
        field_list: Vec<EtlField>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            connection_id: connection_id.into(),
            table: table.into(),
            field_list,
            ..Self::default()
        }
    }
    /// Treatment of existing data.
    #[must_use]
    #[inline]
    pub fn update_type(mut self, update_type: impl Into<EtlUpdateType>) -> Self {
        self.update_type = Some(update_type.into());
        self
    }
}

rt::record!(
    PostgresqlTargetNode, super::schemas::POSTGRESQL_TARGET_NODE, [1 => id, 2 => name, 3
    => parent_node_ids, 4 => connection_id, 5 => table, 6 => field_list, 7 =>
    update_type], sent
);

/// Writes to Object Storage.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-targetobjectstorage`, 2026-09-17.
///
/// Its `type` is always `TARGET_OBS`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObsTargetNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Number of the region, as a string.
    pub region_no: rt::Text,
    /// Bucket of Object Storage.
    pub bucket_name: rt::Text,
    /// Prefix of the objects in the bucket.
    pub prefix: rt::Text,
    /// Format of the data.
    pub data_type: ObsTargetDataType,
    /// Fields of the data.
    pub field_list: Vec<EtlField>,
    /// Treatment of existing data.
    pub update_type: Option<EtlUpdateType>,
    /// Number of output files.
    pub coalesce: Option<i64>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl ObsTargetNode {
    /// One with what is required.
    #[must_use]
    #[expect(clippy::too_many_arguments, reason = "all are required by the API")]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        region_no: impl Into<rt::Text>,
        bucket_name: impl Into<rt::Text>,
        prefix: impl Into<rt::Text>,
        data_type: impl Into<ObsTargetDataType>,
        field_list: Vec<EtlField>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            region_no: region_no.into(),
            bucket_name: bucket_name.into(),
            prefix: prefix.into(),
            data_type: data_type.into(),
            field_list,
            ..Self::default()
        }
    }
    /// Treatment of existing data.
    #[must_use]
    #[inline]
    pub fn update_type(mut self, update_type: impl Into<EtlUpdateType>) -> Self {
        self.update_type = Some(update_type.into());
        self
    }
    /// Number of output files.
    #[must_use]
    #[inline]
    pub fn coalesce(mut self, coalesce: i64) -> Self {
        self.coalesce = Some(coalesce);
        self
    }
}

rt::record!(
    ObsTargetNode, super::schemas::OBS_TARGET_NODE, [1 => id, 2 => name, 3 =>
    parent_node_ids, 4 => region_no, 5 => bucket_name, 6 => prefix, 7 => data_type, 8 =>
    field_list, 9 => update_type, 10 => coalesce], sent
);

/// Writes to a data catalog.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-targetdatacatalog`, 2026-09-17.
///
/// Its `type` is always `TARGET_CATALOG`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CatalogTargetNode {
    /// ID of the node inside the job.
    ///
    /// Also as text.
    pub id: i64,
    /// Name of the node.
    pub name: rt::Text,
    /// IDs of the nodes that this node reads from.
    ///
    /// Also as one item without a list.
    pub parent_node_ids: Vec<i64>,
    /// Database of the data catalog.
    pub database: rt::Text,
    /// Table of the database.
    pub table: rt::Text,
    /// Version of the table's schema.
    pub schema_version: rt::Text,
    /// Fields of the data.
    pub field_list: Vec<EtlField>,
    /// Treatment of existing data.
    pub update_type: Option<EtlUpdateType>,
    /// Number of output files.
    pub coalesce: Option<i64>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl CatalogTargetNode {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: i64,
        name: impl Into<rt::Text>,
        parent_node_ids: Vec<i64>,
        database: impl Into<rt::Text>,
        table: impl Into<rt::Text>,
        schema_version: impl Into<rt::Text>,
        field_list: Vec<EtlField>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            parent_node_ids,
            database: database.into(),
            table: table.into(),
            schema_version: schema_version.into(),
            field_list,
            ..Self::default()
        }
    }
    /// Treatment of existing data.
    #[must_use]
    #[inline]
    pub fn update_type(mut self, update_type: impl Into<EtlUpdateType>) -> Self {
        self.update_type = Some(update_type.into());
        self
    }
    /// Number of output files.
    #[must_use]
    #[inline]
    pub fn coalesce(mut self, coalesce: i64) -> Self {
        self.coalesce = Some(coalesce);
        self
    }
}

rt::record!(
    CatalogTargetNode, super::schemas::CATALOG_TARGET_NODE, [1 => id, 2 => name, 3 =>
    parent_node_ids, 4 => database, 5 => table, 6 => schema_version, 7 => field_list, 8
    => update_type, 9 => coalesce], sent
);

/// A field whose type and name change.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformdefine`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EtlFieldDefinition {
    /// Name of an existing field.
    pub name: rt::Text,
    /// New type of the field.
    pub new_type: rt::Text,
    /// New name of the field.
    pub new_name: rt::Text,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl EtlFieldDefinition {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        name: impl Into<rt::Text>,
        new_type: impl Into<rt::Text>,
        new_name: impl Into<rt::Text>,
    ) -> Self {
        Self {
            name: name.into(),
            new_type: new_type.into(),
            new_name: new_name.into(),
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    EtlFieldDefinition, super::schemas::ETL_FIELD_DEFINITION, [0 => name, 1 => new_type,
    2 => new_name], sent
);

/// A condition of a join.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformjoin`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EtlJoinCondition {
    /// Field of the left node.
    pub left_field: rt::Text,
    /// Field of the right node.
    pub right_field: rt::Text,
    /// Comparison of the two fields.
    pub join_operator: EtlOperator,
    /// Logical operator of this condition.
    pub condition_operator: EtlConditionOperator,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl EtlJoinCondition {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        left_field: impl Into<rt::Text>,
        right_field: impl Into<rt::Text>,
        join_operator: impl Into<EtlOperator>,
        condition_operator: impl Into<EtlConditionOperator>,
    ) -> Self {
        Self {
            left_field: left_field.into(),
            right_field: right_field.into(),
            join_operator: join_operator.into(),
            condition_operator: condition_operator.into(),
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    EtlJoinCondition, super::schemas::ETL_JOIN_CONDITION, [0 => left_field, 1 =>
    right_field, 2 => join_operator, 3 => condition_operator], sent
);

/// A field to aggregate.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformaggregate`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EtlAggregateField {
    /// Name of the field.
    pub name: rt::Text,
    /// Name of the result. The first letter is a capital.
    pub result_name: rt::Text,
    /// Function to apply.
    pub function: EtlAggregateFunction,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl EtlAggregateField {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        name: impl Into<rt::Text>,
        result_name: impl Into<rt::Text>,
        function: impl Into<EtlAggregateFunction>,
    ) -> Self {
        Self {
            name: name.into(),
            result_name: result_name.into(),
            function: function.into(),
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    EtlAggregateField, super::schemas::ETL_AGGREGATE_FIELD, [0 => name, 1 => result_name,
    2 => function], sent
);

/// A field to rename.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformrename`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EtlFieldRename {
    /// Name of the field.
    pub name: rt::Text,
    /// New name of the field.
    pub new_name: rt::Text,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl EtlFieldRename {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(name: impl Into<rt::Text>, new_name: impl Into<rt::Text>) -> Self {
        Self {
            name: name.into(),
            new_name: new_name.into(),
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    EtlFieldRename, super::schemas::ETL_FIELD_RENAME, [0 => name, 1 => new_name], sent
);

/// A field whose missing values are filled.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformfillmissingvalue`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EtlFilledField {
    /// Name of the field.
    pub name: rt::Text,
    /// Value to fill in, as a string.
    pub default_value: rt::Text,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl EtlFilledField {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(name: impl Into<rt::Text>, default_value: impl Into<rt::Text>) -> Self {
        Self {
            name: name.into(),
            default_value: default_value.into(),
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    EtlFilledField, super::schemas::ETL_FILLED_FIELD, [0 => name, 1 => default_value],
    sent
);

/// A parent node and its table name in a query.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformsqlquery`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EtlSqlSource {
    /// ID of the parent node.
    ///
    /// Also as text.
    pub parent_id: i64,
    /// Table alias in the query.
    pub new_name: rt::Text,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl EtlSqlSource {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(parent_id: i64, new_name: impl Into<rt::Text>) -> Self {
        Self {
            parent_id,
            new_name: new_name.into(),
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    EtlSqlSource, super::schemas::ETL_SQL_SOURCE, [0 => parent_id, 1 => new_name], sent
);

/// Format of data in Object Storage that a node reads.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-sourceobjectstorage`, 2026-09-17.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ObsSourceDataType {
    /// `JSON`.
    Json,
    /// `CSV`.
    Csv,
    /// `PARQUET`.
    Parquet,
    /// `NDJSON`.
    Ndjson,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(
    ObsSourceDataType, [Json => "JSON", Csv => "CSV", Parquet => "PARQUET", Ndjson =>
    "NDJSON"]
);

/// Format of data in Object Storage that a node writes.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-targetobjectstorage`, 2026-09-17.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ObsTargetDataType {
    /// `JSON`.
    Json,
    /// `CSV`.
    Csv,
    /// `PARQUET`.
    Parquet,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(ObsTargetDataType, [Json => "JSON", Csv => "CSV", Parquet => "PARQUET"]);

/// Treatment of existing data. The values are not explained.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-targetobjectstorage`, 2026-09-17.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum EtlUpdateType {
    /// `OVERWRITE`.
    Overwrite,
    /// `APPEND`.
    Append,
    /// `IGNORE`.
    Ignore,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(
    EtlUpdateType, [Overwrite => "OVERWRITE", Append => "APPEND", Ignore => "IGNORE"]
);

/// Kind of join. The values are not explained.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformjoin`, 2026-09-17.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum EtlJoinType {
    /// `INNER`.
    Inner,
    /// `LEFT_OUTER`.
    LeftOuter,
    /// `RIGHT_OUTER`.
    RightOuter,
    /// `FULL_OUTER`.
    FullOuter,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(
    EtlJoinType, [Inner => "INNER", LeftOuter => "LEFT_OUTER", RightOuter =>
    "RIGHT_OUTER", FullOuter => "FULL_OUTER"]
);

/// Kind of union. The values are not explained.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformunion`, 2026-09-17.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum EtlUnionType {
    /// `ALL`.
    All,
    /// `DISTINCT`.
    Distinct,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(EtlUnionType, [All => "ALL", Distinct => "DISTINCT"]);

/// Function of an aggregation. The values are not explained.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode-transformaggregate`, 2026-09-17.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum EtlAggregateFunction {
    /// `SUM`.
    Sum,
    /// `AVG`.
    Avg,
    /// `MAX`.
    Max,
    /// `MIN`.
    Min,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(
    EtlAggregateFunction, [Sum => "SUM", Avg => "AVG", Max => "MAX", Min => "MIN"]
);

/// A field of the data that a node reads or writes.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EtlField {
    /// Name of the field.
    pub name: rt::Text,
    /// Type of the field: Void, Boolean, Tinyint, Smallint, Int, Bigint, Float, Double, String, Char, Varchar,
    /// Date, Datetime, Timestamp, Decimal, Binary, TimestampWithTimeZone, Array, Map, Struct or Uniontype. Upper
    /// and lower case both occur.
    pub r#type: Option<rt::Text>,
    /// The fields of a nested type. Empty or absent for other types.
    pub properties: Option<Vec<EtlField>>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl EtlField {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(name: impl Into<rt::Text>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }
    /// Type of the field: Void, Boolean, Tinyint, Smallint, Int, Bigint, Float, Double, String, Char, Varchar,
    /// Date, Datetime, Timestamp, Decimal, Binary, TimestampWithTimeZone, Array, Map, Struct or Uniontype. Upper
    /// and lower case both occur.
    #[must_use]
    #[inline]
    pub fn r#type(mut self, r#type: impl Into<rt::Text>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }
    /// The fields of a nested type. Empty or absent for other types.
    #[must_use]
    #[inline]
    pub fn properties(mut self, properties: Vec<EtlField>) -> Self {
        self.properties = Some(properties);
        self
    }
}

rt::record!(
    EtlField, super::schemas::ETL_FIELD, [0 => name, 1 => r#type, 2 => properties], sent
);

/// A condition of a filter.
///
/// Source: vendor page `analytics-dataflow-verifyjob`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EtlFilterCondition {
    /// Name of the field.
    pub name: Option<rt::Text>,
    /// Comparison operator.
    pub operator: Option<EtlOperator>,
    /// Value to compare the field with.
    pub value: Option<rt::serde_json::Value>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl EtlFilterCondition {
    /// An empty one.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Self::default() }
    }
    /// Name of the field.
    #[must_use]
    #[inline]
    pub fn name(mut self, name: impl Into<rt::Text>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Comparison operator.
    #[must_use]
    #[inline]
    pub fn operator(mut self, operator: impl Into<EtlOperator>) -> Self {
        self.operator = Some(operator.into());
        self
    }
    /// Value to compare the field with.
    #[must_use]
    #[inline]
    pub fn value(mut self, value: impl Into<rt::serde_json::Value>) -> Self {
        self.value = Some(value.into());
        self
    }
}

rt::record!(
    EtlFilterCondition, super::schemas::ETL_FILTER_CONDITION, [0 => name, 1 => operator,
    2 => value], sent
);

/// A comparison operator. The values are not explained.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode`, 2026-09-17.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum EtlOperator {
    /// By its name, equal.
    Eq,
    /// By its name, not equal.
    Ne,
    /// By its name, greater than.
    Gt,
    /// By its name, less than.
    Lt,
    /// By its name, greater than or equal.
    Gte,
    /// By its name, less than or equal.
    Lte,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(
    EtlOperator, [Eq => "EQ", Ne => "NE", Gt => "GT", Lt => "LT", Gte => "GTE", Lte =>
    "LTE"]
);

/// Logical operator of a condition of a join. The values are not explained.
///
/// Source: vendor page `common-vapidatatype-dataflowetljobnode`, 2026-09-17.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum EtlConditionOperator {
    /// Not explained.
    Head,
    /// By its name, a logical and.
    And,
    /// By its name, a logical or.
    Or,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(EtlConditionOperator, [Head => "HEAD", And => "AND", Or => "OR"]);

/// Counts of the executions of a time range.
///
/// Source: vendor page `analytics-dataflow-getexecutionresult`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecutionCount {
    /// Number of all executions.
    pub total_count: Option<i64>,
    /// Number of executions that succeeded.
    pub completed_count: Option<i64>,
    /// Number of executions that failed.
    pub failed_count: Option<i64>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    ExecutionCount, super::schemas::EXECUTION_COUNT, [0 => total_count, 1 =>
    completed_count, 2 => failed_count]
);

/// Counts of executions, day by day.
///
/// Source: vendor page `analytics-dataflow-getexecutioncount`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecutionIntervals {
    /// The days of the requested range, in order.
    pub result: Vec<ExecutionInterval>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(ExecutionIntervals, super::schemas::EXECUTION_INTERVALS, [0 => result]);

/// Count of the executions of one day. A day runs from 00:00:01 to 00:00:00 of the next day.
///
/// Source: vendor page `analytics-dataflow-getexecutioncount`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecutionInterval {
    /// Number of executions.
    pub total_count: Option<i64>,
    /// Start of the day, ISO 8601 without offset. Old data may have milliseconds.
    pub start_date: Option<rt::DateTime>,
    /// End of the day, ISO 8601 without offset. Old data may have milliseconds. The last day ends after the
    /// requested end.
    pub end_date: Option<rt::DateTime>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    ExecutionInterval, super::schemas::EXECUTION_INTERVAL, [0 => total_count, 1 =>
    start_date, 2 => end_date]
);

/// Points of the execution time chart.
///
/// Source: vendor page `analytics-dataflow-getexecutiontimes`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecutionTimes {
    /// The points.
    pub result: Vec<ExecutionTime>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(ExecutionTimes, super::schemas::EXECUTION_TIMES, [0 => result]);

/// A point of the execution time chart.
///
/// Source: vendor page `analytics-dataflow-getexecutiontimes`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecutionTime {
    /// Time of the point, milliseconds since 1970-01-01T00:00:00Z.
    pub time: Option<i64>,
    /// Value at this time. Meaning and unit are uncertain.
    pub value: Option<i64>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(ExecutionTime, super::schemas::EXECUTION_TIME, [0 => time, 1 => value]);

/// A page of triggers.
///
/// Source: vendor page `analytics-dataflow-gettriggers`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TriggerList {
    /// The triggers. A page without this field is an error, not an empty page.
    pub list: Vec<Trigger>,
    /// Number of results. It may count the page or all pages; do not use it for paging.
    pub count: Option<i64>,
    /// Number of the page, from 0.
    pub page: Option<i64>,
    /// Maximum number of items on a page. It may differ from the requested limit.
    pub limit: Option<i64>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    TriggerList, super::schemas::TRIGGER_LIST, [0 => list, 1 => count, 2 => page, 3 =>
    limit], page 0
);

impl rt::Page for TriggerList {
    type Item = Trigger;
    fn items(&self, _paging: &rt::Paging) -> Option<&[Trigger]> {
        Some(&self.list)
    }
    fn into_items(self, _paging: &rt::Paging) -> Vec<Trigger> {
        self.list
    }
    fn limit(&self, _paging: &rt::Paging) -> Option<i64> {
        self.limit
    }
    fn key<'a>(item: &'a Trigger, _paging: &rt::Paging) -> Option<&'a str> {
        Some(item.trigger_id.as_str())
    }
}

/// A trigger.
///
/// Source: vendor page `analytics-dataflow-gettriggerbyid`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trigger {
    /// ID of the trigger.
    pub trigger_id: rt::Text,
    /// Name of the trigger, 3-100 characters.
    pub name: Option<rt::Text>,
    /// Kind of trigger.
    pub r#type: Option<TriggerType>,
    /// When the trigger starts a workflow.
    pub trigger_rule: Option<TriggerRule>,
    /// Creation, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.
    pub created_date: Option<rt::DateTime>,
    /// Last change, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.
    pub updated_date: Option<rt::DateTime>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    Trigger, super::schemas::TRIGGER, [0 => trigger_id, 1 => name, 2 => r#type, 3 =>
    trigger_rule, 4 => created_date, 5 => updated_date]
);

/// When a trigger starts a workflow.
///
/// Source: vendor page `analytics-dataflow-gettriggerbyid`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TriggerRule {
    /// Kind of rule.
    pub r#type: Option<TriggerRuleType>,
    /// Interval between starts. Present for `RECURRING`.
    pub interval: Option<TriggerInterval>,
    /// For `RECURRING`: the minute, `00`-`59`, if the interval is `HOUR`; otherwise the time of day, such as
    /// `10:00`. The time zone is not documented.
    pub time: Option<rt::Text>,
    /// Days of the week. Present for an interval of `WEEK`.
    pub day_of_week: Option<Vec<DayOfWeek>>,
    /// For an interval of `MONTH`: day of the month as a string, 1-31, or -1 for the last day of each month.
    pub date_of_month: Option<rt::Text>,
    /// For `ONE_TIME`: date and time, as a plain string. The format is not documented.
    pub execution_date: Option<rt::Text>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    TriggerRule, super::schemas::TRIGGER_RULE, [0 => r#type, 1 => interval, 2 => time, 3
    => day_of_week, 4 => date_of_month, 5 => execution_date]
);

/// The trigger to create.
///
/// Source: vendor page `analytics-dataflow-createtrigger`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateTriggerRequest {
    /// Name of the trigger.
    ///
    /// 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    pub name: rt::Text,
    /// Kind of trigger.
    pub r#type: TriggerType,
    /// When the trigger starts a workflow. Required for every kind of trigger.
    pub trigger_rule: TriggerRuleInput,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl CreateTriggerRequest {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        name: impl Into<rt::Text>,
        r#type: impl Into<TriggerType>,
        trigger_rule: TriggerRuleInput,
    ) -> Self {
        Self {
            name: name.into(),
            r#type: r#type.into(),
            trigger_rule,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    CreateTriggerRequest, super::schemas::CREATE_TRIGGER_REQUEST, [0 => name, 1 =>
    r#type, 2 => trigger_rule], sent
);

/// When a trigger starts a workflow.
///
/// Source: vendor page `analytics-dataflow-createtrigger`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TriggerRuleInput {
    /// Kind of rule.
    pub r#type: TriggerRuleType,
    /// Interval between starts.
    ///
    /// Required when `type` is `RECURRING`.
    pub interval: Option<TriggerInterval>,
    /// The minute, `00`-`59`, if the interval is `HOUR`; otherwise the time of day, such as `10:00`. The time zone
    /// is not documented.
    ///
    /// Pattern `^([0-5][0-9]|([01]?[0-9]|2[0-3]):[0-5][0-9])$`.
    ///
    /// Required when `type` is `RECURRING`.
    pub time: Option<rt::Text>,
    /// Days of the week.
    ///
    /// Required when `interval` is `WEEK`.
    pub day_of_week: Option<Vec<DayOfWeek>>,
    /// Day of the month as a string, 1-31, or -1 for the last day of each month.
    ///
    /// Pattern `^(-1|[1-9]|[12][0-9]|3[01])$`.
    ///
    /// Required when `interval` is `MONTH`.
    pub date_of_month: Option<rt::Text>,
    /// Date and time, as a plain string. The format is not documented; no check is made.
    ///
    /// Required when `type` is `ONE_TIME`.
    pub execution_date: Option<rt::Text>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl TriggerRuleInput {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(r#type: impl Into<TriggerRuleType>) -> Self {
        Self {
            r#type: r#type.into(),
            ..Self::default()
        }
    }
    /// Interval between starts.
    ///
    /// Required when `type` is `RECURRING`.
    #[must_use]
    #[inline]
    pub fn interval(mut self, interval: impl Into<TriggerInterval>) -> Self {
        self.interval = Some(interval.into());
        self
    }
    /// The minute, `00`-`59`, if the interval is `HOUR`; otherwise the time of day, such as `10:00`. The time zone
    /// is not documented.
    ///
    /// Pattern `^([0-5][0-9]|([01]?[0-9]|2[0-3]):[0-5][0-9])$`.
    ///
    /// Required when `type` is `RECURRING`.
    #[must_use]
    #[inline]
    pub fn time(mut self, time: impl Into<rt::Text>) -> Self {
        self.time = Some(time.into());
        self
    }
    /// Days of the week.
    ///
    /// Required when `interval` is `WEEK`.
    #[must_use]
    #[inline]
    pub fn day_of_week(mut self, day_of_week: Vec<DayOfWeek>) -> Self {
        self.day_of_week = Some(day_of_week);
        self
    }
    /// Day of the month as a string, 1-31, or -1 for the last day of each month.
    ///
    /// Pattern `^(-1|[1-9]|[12][0-9]|3[01])$`.
    ///
    /// Required when `interval` is `MONTH`.
    #[must_use]
    #[inline]
    pub fn date_of_month(mut self, date_of_month: impl Into<rt::Text>) -> Self {
        self.date_of_month = Some(date_of_month.into());
        self
    }
    /// Date and time, as a plain string. The format is not documented; no check is made.
    ///
    /// Required when `type` is `ONE_TIME`.
    #[must_use]
    #[inline]
    pub fn execution_date(mut self, execution_date: impl Into<rt::Text>) -> Self {
        self.execution_date = Some(execution_date.into());
        self
    }
}

rt::record!(
    TriggerRuleInput, super::schemas::TRIGGER_RULE_INPUT, [0 => r#type, 1 => interval, 2
    => time, 3 => day_of_week, 4 => date_of_month, 5 => execution_date], sent
);

/// Kind of trigger.
///
/// Source: vendor page `analytics-dataflow-createtrigger`, 2026-09-17.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum TriggerType {
    /// Starts workflows repeatedly or at one date.
    Scheduled,
    /// Starts workflows on an event. May not be supported yet.
    Event,
    /// No option is set: workflows are started by hand.
    None,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(
    TriggerType, [Scheduled => "SCHEDULED", Event => "EVENT", None => "NONE"]
);

/// Kind of rule.
///
/// Source: vendor page `analytics-dataflow-createtrigger`, 2026-09-17.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum TriggerRuleType {
    /// Repeats at an interval.
    Recurring,
    /// Applies once, at a date.
    OneTime,
    /// No rule is set.
    None,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(
    TriggerRuleType, [Recurring => "RECURRING", OneTime => "ONE_TIME", None => "NONE"]
);

/// Interval between the starts of a trigger.
///
/// Source: vendor page `analytics-dataflow-createtrigger`, 2026-09-17.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum TriggerInterval {
    /// Every hour, at a minute.
    Hour,
    /// Every day, at a time of day.
    Day,
    /// Every week, on days of the week at a time of day.
    Week,
    /// Every month, on a day of the month at a time of day.
    Month,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(
    TriggerInterval, [Hour => "HOUR", Day => "DAY", Week => "WEEK", Month => "MONTH"]
);

/// Day of the week.
///
/// Source: vendor page `analytics-dataflow-createtrigger`, 2026-09-17.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum DayOfWeek {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(
    DayOfWeek, [Monday => "MONDAY", Tuesday => "TUESDAY", Wednesday => "WEDNESDAY",
    Thursday => "THURSDAY", Friday => "FRIDAY", Saturday => "SATURDAY", Sunday =>
    "SUNDAY"]
);

/// A page of workflows.
///
/// Source: vendor page `analytics-dataflow-getworkflows`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkflowList {
    /// The workflows. A page without this field is an error, not an empty page.
    pub list: Vec<WorkflowSummary>,
    /// Number of results. It may count the page or all pages; do not use it for paging.
    pub count: Option<i64>,
    /// Number of the page, from 0.
    pub page: Option<i64>,
    /// Maximum number of items on a page. It may differ from the requested limit.
    pub limit: Option<i64>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    WorkflowList, super::schemas::WORKFLOW_LIST, [0 => list, 1 => count, 2 => page, 3 =>
    limit], page 0
);

impl rt::Page for WorkflowList {
    type Item = WorkflowSummary;
    fn items(&self, _paging: &rt::Paging) -> Option<&[WorkflowSummary]> {
        Some(&self.list)
    }
    fn into_items(self, _paging: &rt::Paging) -> Vec<WorkflowSummary> {
        self.list
    }
    fn limit(&self, _paging: &rt::Paging) -> Option<i64> {
        self.limit
    }
    fn key<'a>(item: &'a WorkflowSummary, _paging: &rt::Paging) -> Option<&'a str> {
        Some(item.workflow_id.as_str())
    }
}

/// A workflow in a listing.
///
/// Source: vendor page `analytics-dataflow-getworkflows`, 2026-09-17.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkflowSummary {
    /// ID of the workflow.
    pub workflow_id: rt::Text,
    /// Name of the workflow, 3-100 characters.
    pub name: Option<rt::Text>,
    /// Creation, ISO 8601 with offset +09:00.
    pub created_date: Option<rt::DateTime>,
    /// Last change, ISO 8601 with offset +09:00.
    pub updated_date: Option<rt::DateTime>,
    /// Last execution, ISO 8601 with offset +09:00.
    pub last_execution_date: Option<rt::DateTime>,
    /// True if an old workflow is a draft, false if it is complete. Temporary saving was removed on
    /// 2026-09-17.
    pub is_temp: Option<bool>,
    /// Kind of the trigger's rule, with the values of `triggerRule` in the nodes.
    pub trigger_rule_type: Option<TriggerRuleType>,
    /// The trigger and the jobs.
    pub nodes: Option<Vec<WorkflowNode>>,
    /// ID of the resource, the same value as `workflowId`.
    pub resource_id: Option<rt::Text>,
    /// Flag for the permission to view the workflow. The value that grants the permission is not documented.
    pub disabled: Option<WorkflowDisabled>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    WorkflowSummary, super::schemas::WORKFLOW_SUMMARY, [0 => workflow_id, 1 => name, 2 =>
    created_date, 3 => updated_date, 4 => last_execution_date, 5 => is_temp, 6 =>
    trigger_rule_type, 7 => nodes, 8 => resource_id, 9 => disabled]
);

/// Flag for the permission to view a workflow, a boolean or a string. The value that grants the permission is not
/// documented.
///
/// Source: vendor page `analytics-dataflow-getworkflows`, 2026-09-17.
#[derive(Clone, Debug, PartialEq)]
pub enum WorkflowDisabled {
    /// A text.
    String(rt::Text),
    /// A boolean.
    Boolean(bool),
    /// A value that the documentation does not describe, as it came.
    Other(rt::serde_json::Value),
}

rt::one_of!(WorkflowDisabled, kind, [String => "string", Boolean => "boolean"]);

/// A workflow.
///
/// Source: vendor page `analytics-dataflow-getworkflowbyid`, 2026-10-08.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workflow {
    /// ID of the workflow.
    pub workflow_id: Option<rt::Text>,
    /// Name of the workflow, 3-100 characters.
    pub name: Option<rt::Text>,
    /// The trigger and the jobs.
    pub nodes: Option<Vec<WorkflowNode>>,
    /// Creation, ISO 8601 with offset +09:00.
    pub created_date: Option<rt::DateTime>,
    /// Last change, ISO 8601 with offset +09:00.
    pub updated_date: Option<rt::DateTime>,
    /// True if an old workflow is a draft, false if it is complete. Temporary saving was removed on
    /// 2026-09-17.
    pub is_temp: Option<bool>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    Workflow, super::schemas::WORKFLOW, [0 => workflow_id, 1 => name, 2 => nodes, 3 =>
    created_date, 4 => updated_date, 5 => is_temp]
);

/// A trigger or a job of a workflow.
///
/// Source: vendor page `analytics-dataflow-getworkflowbyid`, 2026-10-08.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkflowNode {
    /// ID of the trigger or job; `type` says which.
    ///
    /// Also as a number.
    pub id: rt::Text,
    /// Name of the trigger or job; `type` says which.
    pub name: Option<rt::Text>,
    /// Kind of node.
    pub r#type: Option<WorkflowNodeType>,
    /// For a job, the ID of the trigger's node; for a trigger, empty.
    ///
    /// Also as one item without a list. Its items also as a number.
    pub parent_node_ids: Option<Vec<rt::Text>>,
    /// Kind of the rule of the trigger.
    pub trigger_rule: Option<TriggerRuleType>,
    /// State of the trigger or job: true if it is usable, false if it was deleted.
    pub is_valid: Option<bool>,
    /// The settings that the job runs with in this workflow.
    pub job_condition: Option<JobCondition>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    WorkflowNode, super::schemas::WORKFLOW_NODE, [0 => id, 1 => name, 2 => r#type, 3 =>
    parent_node_ids, 4 => trigger_rule, 5 => is_valid, 6 => job_condition]
);

/// Kind of a workflow node.
///
/// Source: vendor page `analytics-dataflow-getworkflowbyid`, 2026-10-08.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum WorkflowNodeType {
    /// A trigger; its id is a `triggerId`.
    Trigger,
    /// A job; its id is a `jobId`.
    Job,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(WorkflowNodeType, [Trigger => "TRIGGER", Job => "JOB"]);

/// The workflow to create.
///
/// Source: vendor page `analytics-dataflow-createworkflow`, 2026-10-19.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateWorkflowRequest {
    /// Name of the workflow.
    ///
    /// 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    pub name: rt::Text,
    /// The trigger and the jobs.
    pub nodes: Vec<WorkflowNodeInput>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl CreateWorkflowRequest {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(name: impl Into<rt::Text>, nodes: Vec<WorkflowNodeInput>) -> Self {
        Self {
            name: name.into(),
            nodes,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    CreateWorkflowRequest, super::schemas::CREATE_WORKFLOW_REQUEST, [0 => name, 1 =>
    nodes], sent
);

/// The workflow after the update.
///
/// Source: vendor page `analytics-dataflow-updateworkflow`, 2026-10-19.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateWorkflowRequest {
    /// Name of the workflow.
    ///
    /// 3-100 characters. Pattern `^[A-Za-z_-][A-Za-z0-9_-]*$`.
    pub name: rt::Text,
    /// The trigger and the jobs.
    pub nodes: Vec<WorkflowNodeInput>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl UpdateWorkflowRequest {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(name: impl Into<rt::Text>, nodes: Vec<WorkflowNodeInput>) -> Self {
        Self {
            name: name.into(),
            nodes,
            unknown_fields: rt::UnknownFields::default(),
        }
    }
}

rt::record!(
    UpdateWorkflowRequest, super::schemas::UPDATE_WORKFLOW_REQUEST, [0 => name, 1 =>
    nodes], sent
);

/// A trigger or a job of a workflow to create or replace.
///
/// Source: vendor page `analytics-dataflow-createworkflow`, 2026-10-19.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkflowNodeInput {
    /// For a trigger, its `triggerId` from getTriggers; for a job, its `jobId` from getJobs.
    ///
    /// At least 1 character. Also as a number.
    pub id: rt::Text,
    /// Name of that trigger or job.
    ///
    /// At least 1 character.
    pub name: rt::Text,
    /// Kind of node.
    pub r#type: WorkflowNodeType,
    /// For a job, the ID of the trigger's node; for a trigger, an empty list.
    ///
    /// Also as one item without a list. Its items also as a number.
    pub parent_node_ids: Vec<rt::Text>,
    /// Kind of the rule of the trigger.
    pub trigger_rule: Option<TriggerRuleType>,
    /// The settings that the job runs with in this workflow.
    pub job_condition: Option<JobConditionInput>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl WorkflowNodeInput {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        id: impl Into<rt::Text>,
        name: impl Into<rt::Text>,
        r#type: impl Into<WorkflowNodeType>,
        parent_node_ids: Vec<rt::Text>,
    ) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            r#type: r#type.into(),
            parent_node_ids,
            ..Self::default()
        }
    }
    /// Kind of the rule of the trigger.
    #[must_use]
    #[inline]
    pub fn trigger_rule(mut self, trigger_rule: impl Into<TriggerRuleType>) -> Self {
        self.trigger_rule = Some(trigger_rule.into());
        self
    }
    /// The settings that the job runs with in this workflow.
    #[must_use]
    #[inline]
    pub fn job_condition(mut self, job_condition: JobConditionInput) -> Self {
        self.job_condition = Some(job_condition);
        self
    }
}

rt::record!(
    WorkflowNodeInput, super::schemas::WORKFLOW_NODE_INPUT, [0 => id, 1 => name, 2 =>
    r#type, 3 => parent_node_ids, 4 => trigger_rule, 5 => job_condition], sent
);

/// Confirms that the start of a workflow was accepted. It has no execution ID.
///
/// Source: vendor page `executeworkflow`, 2026-10-08.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkflowStart {
    /// ID of the workflow.
    pub workflow_id: rt::Text,
    /// ID of the start trigger that was run.
    pub trigger_id: Option<rt::Text>,
    /// State of the request.
    pub status: Option<WorkflowStartStatus>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    WorkflowStart, super::schemas::WORKFLOW_START, [0 => workflow_id, 1 => trigger_id, 2
    => status]
);

/// State of a request to start a workflow.
///
/// Source: vendor page `executeworkflow`, 2026-10-08.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum WorkflowStartStatus {
    /// The request is accepted.
    Accepted,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

rt::open_enum!(WorkflowStartStatus, [Accepted => "ACCEPTED"]);
