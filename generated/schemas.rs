// @generated from spec/dataflow.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// The whole body is the JSON value `true`, not an object.
pub static CONFIRMATION: rt::schema::Schema = rt::schema::Schema {
    name: "Confirmation",
    description: "The whole body is the JSON value `true`, not an object.",
    shape: rt::schema::Shape::True,
};

/// Name of a job, workflow or trigger: letters, digits, `_` and `-`. The first character is a letter, `_` or `-`.
pub static RESOURCE_NAME: rt::schema::Schema = rt::schema::Schema {
    name: "ResourceName",
    description: "Name of a job, workflow or trigger: letters, digits, `_` and `-`. The first character is a letter, `_` or `-`.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: Some(3),
        max_length: Some(100),
        pattern: Some("^[A-Za-z_-][A-Za-z0-9_-]*$"),
        values: &[],
        outcomes: &[],
    },
};

/// What to run a job with. Everything may be left out.
pub static CREATE_JOB_EXECUTION_REQUEST: rt::schema::Schema = rt::schema::Schema {
    name: "CreateJobExecutionRequest",
    description: "What to run a job with. Everything may be left out.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "jobCondition",
                required: false,
                required_when: None,
                description: "Settings of this run. Without them, the run uses the settings stored in the job.",
                schema: &JOB_CONDITION_INPUT,
            },
            rt::schema::Field {
                name: "parameters",
                required: false,
                required_when: None,
                description: "Parameters of this run.",
                schema: &EXECUTION_PARAMETERS,
            },
        ],
    },
};

/// Parameters of a run. The content is not documented.
pub static EXECUTION_PARAMETERS: rt::schema::Schema = rt::schema::Schema {
    name: "ExecutionParameters",
    description: "Parameters of a run. The content is not documented.",
    shape: rt::schema::Shape::Map {
        values: &rt::schema::Schema::ANY,
    },
};

/// The settings to change in a job.
pub static UPDATE_JOB_EXECUTION_CONFIG_REQUEST: rt::schema::Schema = rt::schema::Schema {
    name: "UpdateJobExecutionConfigRequest",
    description: "The settings to change in a job.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "jobCondition",
                required: true,
                required_when: None,
                description: "The settings. Keys that you leave out keep their stored value.",
                schema: &JOB_CONDITION_INPUT,
            },
        ],
    },
};

/// Settings of a run, in requests.
pub static JOB_CONDITION_INPUT: rt::schema::Schema = rt::schema::Schema {
    name: "JobConditionInput",
    description: "Settings of a run, in requests.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "numWorker",
                required: false,
                required_when: None,
                description: "Number of workers. A new job starts with 2.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Integer {
                        minimum: Some(2),
                        maximum: Some(10),
                    },
                },
            },
            rt::schema::Field {
                name: "timeout",
                required: false,
                required_when: None,
                description: "Minutes to wait for the result of one run. A new job starts with 360.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Integer {
                        minimum: Some(1),
                        maximum: Some(1440),
                    },
                },
            },
            rt::schema::Field {
                name: "nrn",
                required: false,
                required_when: None,
                description: "NAVER Cloud resource name (NRN). The examples hold the NRN of an IAM role.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "scriptPath",
                required: false,
                required_when: None,
                description: "Location of the script, bucket and prefix. A change by updateJobExecutionConfig moves the stored script.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "logPath",
                required: false,
                required_when: None,
                description: "Location of the execution history, bucket and prefix.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "parameters",
                required: false,
                required_when: None,
                description: "Parameters, for jobs of type `SCRIPT` only.",
                schema: &JOB_PARAMETERS,
            },
        ],
    },
};

/// Parameters of a script job: names with string values.
pub static JOB_PARAMETERS: rt::schema::Schema = rt::schema::Schema {
    name: "JobParameters",
    description: "Parameters of a script job: names with string values.",
    shape: rt::schema::Shape::Map {
        values: &rt::schema::Schema::TEXT,
    },
};

/// A page of executions.
pub static JOB_EXECUTION_LIST: rt::schema::Schema = rt::schema::Schema {
    name: "JobExecutionList",
    description: "A page of executions.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "list",
                required: true,
                required_when: None,
                description: "The executions. A page without this field is an error, not an empty page.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &JOB_EXECUTION,
                    },
                },
            },
            rt::schema::Field {
                name: "count",
                required: false,
                required_when: None,
                description: "Number of results. It may count the page or all pages; do not use it for paging.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "page",
                required: false,
                required_when: None,
                description: "Number of the page, from 0.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "limit",
                required: false,
                required_when: None,
                description: "Maximum number of items on a page. It may differ from the requested limit.",
                schema: &rt::schema::Schema::INTEGER,
            },
        ],
    },
};

/// One execution (run) of a job.
pub static JOB_EXECUTION: rt::schema::Schema = rt::schema::Schema {
    name: "JobExecution",
    description: "One execution (run) of a job.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "jobExecutionId",
                required: true,
                required_when: None,
                description: "ID of the execution.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "jobId",
                required: false,
                required_when: None,
                description: "ID of the job.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "jobCondition",
                required: false,
                required_when: None,
                description: "The settings that the execution runs with.",
                schema: &JOB_CONDITION,
            },
            rt::schema::Field {
                name: "status",
                required: false,
                required_when: None,
                description: "State of the execution.",
                schema: &EXECUTION_STATUS,
            },
            rt::schema::Field {
                name: "startDate",
                required: false,
                required_when: None,
                description: "Start, ISO 8601 with offset +09:00.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "endDate",
                required: false,
                required_when: None,
                description: "End, ISO 8601 with offset +09:00.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "triggerId",
                required: false,
                required_when: None,
                description: "ID of the trigger that started the run.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "triggerName",
                required: false,
                required_when: None,
                description: "Name of that trigger.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "jobName",
                required: false,
                required_when: None,
                description: "Name of the job.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "waitingTime",
                required: false,
                required_when: None,
                description: "Waiting time. The unit is uncertain, probably seconds.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "executorNum",
                required: false,
                required_when: None,
                description: "Number of workers.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "runningTime",
                required: false,
                required_when: None,
                description: "Running time, minutes.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "parsedParameters",
                required: false,
                required_when: None,
                description: "Parsed parameters of the execution.",
                schema: &PARSED_PARAMETERS,
            },
            rt::schema::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "How the run was started.",
                schema: &EXECUTION_TYPE,
            },
        ],
    },
};

/// Settings of a run, in responses.
pub static JOB_CONDITION: rt::schema::Schema = rt::schema::Schema {
    name: "JobCondition",
    description: "Settings of a run, in responses.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "workerType",
                required: false,
                required_when: None,
                description: "Kind of worker. Current requests no longer have it.",
                schema: &WORKER_TYPE,
            },
            rt::schema::Field {
                name: "numWorker",
                required: false,
                required_when: None,
                description: "Number of workers. A new job starts with 2; requests allow 2-10.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "timeout",
                required: false,
                required_when: None,
                description: "Minutes to wait for the result of one run. A new job starts with 360. Old data may hold 0.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "nrn",
                required: false,
                required_when: None,
                description: "NAVER Cloud resource name (NRN). The examples hold the NRN of an IAM role.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "scriptPath",
                required: false,
                required_when: None,
                description: "Where the script is stored, bucket and prefix.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "logPath",
                required: false,
                required_when: None,
                description: "Location of the execution history, bucket and prefix.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "consoleLogPath",
                required: false,
                required_when: None,
                description: "Path of the console log, bucket and key. It holds colons and a date without zone: do not parse it as a date\nor as a URL path.",
                schema: &rt::schema::Schema::TEXT,
            },
        ],
    },
};

/// Kind of worker.
pub static WORKER_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "WorkerType",
    description: "Kind of worker.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["DATAFLOW", "DEFAULT"],
        outcomes: &[],
    },
};

/// State of an execution. `READY` means waiting; as the state of a job, it means runnable.
pub static EXECUTION_STATUS: rt::schema::Schema = rt::schema::Schema {
    name: "ExecutionStatus",
    description: "State of an execution. `READY` means waiting; as the state of a job, it means runnable.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["READY", "RUNNING", "COMPLETED", "FAILED", "CANCELED"],
        outcomes: &[
            ("COMPLETED", rt::schema::Outcome::Success),
            ("FAILED", rt::schema::Outcome::Failure),
            ("CANCELED", rt::schema::Outcome::Cancelled),
        ],
    },
};

/// How an execution was started.
pub static EXECUTION_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "ExecutionType",
    description: "How an execution was started.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["JOB", "WORKFLOW"],
        outcomes: &[],
    },
};

/// Parsed parameters of an execution, an object or an array. The content is not documented.
pub static PARSED_PARAMETERS: rt::schema::Schema = rt::schema::Schema {
    name: "ParsedParameters",
    description: "Parsed parameters of an execution, an object or an array. The content is not documented.",
    shape: rt::schema::Shape::OneOf(
        &[
            &rt::schema::Schema {
                name: "",
                description: "",
                shape: rt::schema::Shape::Map {
                    values: &rt::schema::Schema::ANY,
                },
            },
            &rt::schema::Schema {
                name: "",
                description: "",
                shape: rt::schema::Shape::Array {
                    items: &rt::schema::Schema::ANY,
                },
            },
        ],
    ),
};

/// A page of jobs.
pub static JOB_LIST: rt::schema::Schema = rt::schema::Schema {
    name: "JobList",
    description: "A page of jobs.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "list",
                required: true,
                required_when: None,
                description: "The jobs. A page without this field is an error, not an empty page.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &JOB_SUMMARY,
                    },
                },
            },
            rt::schema::Field {
                name: "count",
                required: false,
                required_when: None,
                description: "Number of results. It may count the page or all pages; do not use it for paging.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "page",
                required: false,
                required_when: None,
                description: "Number of the page, from 0.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "limit",
                required: false,
                required_when: None,
                description: "Maximum number of items on a page. It may differ from the requested limit.",
                schema: &rt::schema::Schema::INTEGER,
            },
        ],
    },
};

/// A job in a listing.
pub static JOB_SUMMARY: rt::schema::Schema = rt::schema::Schema {
    name: "JobSummary",
    description: "A job in a listing.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "jobId",
                required: true,
                required_when: None,
                description: "ID of the job.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the job, 3-100 characters.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "Kind of job.",
                schema: &JOB_TYPE,
            },
            rt::schema::Field {
                name: "status",
                required: false,
                required_when: None,
                description: "State of the job.",
                schema: &JOB_STATUS,
            },
            rt::schema::Field {
                name: "lastExecutionStatus",
                required: false,
                required_when: None,
                description: "State of the last execution.",
                schema: &EXECUTION_STATUS,
            },
            rt::schema::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "lastExecutionDate",
                required: false,
                required_when: None,
                description: "Last execution, ISO 8601 with offset +09:00.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "resourceId",
                required: false,
                required_when: None,
                description: "ID of the resource, the same value as `jobId`.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "disabled",
                required: false,
                required_when: None,
                description: "Flag about the permission to view the job. It is not documented which value grants the permission.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Also {
                        schema: &rt::schema::Schema::BOOLEAN,
                        forms: &[rt::schema::Form::Text],
                    },
                },
            },
        ],
    },
};

/// A job.
pub static JOB: rt::schema::Schema = rt::schema::Schema {
    name: "Job",
    description: "A job.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "jobId",
                required: true,
                required_when: None,
                description: "ID of the job.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the job, 3-100 characters.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "description",
                required: false,
                required_when: None,
                description: "Description of the job. It may be empty or absent.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "Kind of job.",
                schema: &JOB_TYPE,
            },
            rt::schema::Field {
                name: "status",
                required: false,
                required_when: None,
                description: "State of the job.",
                schema: &JOB_STATUS,
            },
            rt::schema::Field {
                name: "maxConcurrentRuns",
                required: false,
                required_when: None,
                description: "Maximum number of concurrent runs.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "lastExecutionStatus",
                required: false,
                required_when: None,
                description: "State of the last execution.",
                schema: &EXECUTION_STATUS,
            },
            rt::schema::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The steps of a visual job.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &ETL_JOB_NODE,
                    },
                },
            },
            rt::schema::Field {
                name: "runCondition",
                required: false,
                required_when: None,
                description: "The settings that the job runs with. Requests, executions and workflow nodes call the same object\n`jobCondition`.",
                schema: &JOB_CONDITION,
            },
            rt::schema::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "lastExecutionDate",
                required: false,
                required_when: None,
                description: "Last execution, ISO 8601 with offset +09:00. Absent in responses to changes.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
        ],
    },
};

/// The job to create.
pub static CREATE_JOB_REQUEST: rt::schema::Schema = rt::schema::Schema {
    name: "CreateJobRequest",
    description: "The job to create.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the job, 3-100 characters.",
                schema: &RESOURCE_NAME,
            },
            rt::schema::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Kind of job, `VISUAL` or `SCRIPT`.",
                schema: &JOB_TYPE,
            },
            rt::schema::Field {
                name: "maxConcurrentRuns",
                required: false,
                required_when: None,
                description: "Maximum number of concurrent runs.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "jobCondition",
                required: false,
                required_when: None,
                description: "The settings that the job runs with. Responses call them `runCondition`.",
                schema: &JOB_CONDITION_INPUT,
            },
            rt::schema::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The steps of a visual job.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &ETL_JOB_NODE,
                    },
                },
            },
        ],
    },
};

/// The changes to a job.
pub static UPDATE_JOB_REQUEST: rt::schema::Schema = rt::schema::Schema {
    name: "UpdateJobRequest",
    description: "The changes to a job.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Kind of job, `VISUAL` or `SCRIPT`. Required with every change.",
                schema: &JOB_TYPE,
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the job, 3-100 characters.",
                schema: &RESOURCE_NAME,
            },
            rt::schema::Field {
                name: "maxConcurrentRuns",
                required: false,
                required_when: None,
                description: "Maximum number of concurrent runs.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "jobCondition",
                required: false,
                required_when: None,
                description: "The settings that the job runs with.",
                schema: &JOB_CONDITION_INPUT,
            },
            rt::schema::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The steps of a visual job.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &ETL_JOB_NODE,
                    },
                },
            },
        ],
    },
};

/// The job to check.
pub static VERIFY_JOB_REQUEST: rt::schema::Schema = rt::schema::Schema {
    name: "VerifyJobRequest",
    description: "The job to check.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the job, 3-100 characters.",
                schema: &RESOURCE_NAME,
            },
            rt::schema::Field {
                name: "nodes",
                required: true,
                required_when: None,
                description: "The steps of the job.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &ETL_JOB_NODE,
                    },
                },
            },
        ],
    },
};

/// Kind of job.
pub static JOB_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "JobType",
    description: "Kind of job.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["VISUAL", "SCRIPT", "DATAFLOW"],
        outcomes: &[],
    },
};

/// State of a job. `READY` means runnable; as the state of an execution, it means waiting.
pub static JOB_STATUS: rt::schema::Schema = rt::schema::Schema {
    name: "JobStatus",
    description: "State of a job. `READY` means runnable; as the state of an execution, it means waiting.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &[
            "READY",
            "RUNNABLE",
            "RUNNING",
            "DELETED",
            "UNKNOWN",
            "DRAFT",
            "STOPPED",
            "EDITING",
        ],
        outcomes: &[],
    },
};

/// A step of a visual job: a source, a transformation or a target of data, as the first part of its type says.
/// Unknown fields of a node are kept.
pub static ETL_JOB_NODE: rt::schema::Schema = rt::schema::Schema {
    name: "EtlJobNode",
    description: "A step of a visual job: a source, a transformation or a target of data, as the first part of its type says.\nUnknown fields of a node are kept.",
    shape: rt::schema::Shape::Tagged {
        property: "type",
        variants: &[
            ("SOURCE_CATALOG", &ETL_NODE),
            ("SOURCE_CDB_MYSQL", &ETL_NODE),
            ("SOURCE_CDB_POSTGRESQL", &ETL_NODE),
            ("SOURCE_OBS", &OBS_SOURCE_NODE),
            ("TRANSFORM_DEFINE", &ETL_NODE),
            ("TRANSFORM_SELECT", &ETL_NODE),
            ("TRANSFORM_JOIN", &ETL_NODE),
            ("TRANSFORM_FILTER", &FILTER_NODE),
            ("TRANSFORM_UNION", &ETL_NODE),
            ("TRANSFORM_AGGREGATE", &ETL_NODE),
            ("TRANSFORM_RENAME", &ETL_NODE),
            ("TRANSFORM_DROP_DUPLICATION", &ETL_NODE),
            ("TRANSFORM_FILL_MISSING_VALUES", &ETL_NODE),
            ("TRANSFORM_SQL", &ETL_NODE),
            ("TRANSFORM_DROP_NULL", &ETL_NODE),
            ("TRANSFORM_SPLIT_FIELD", &ETL_NODE),
            ("TARGET_CDB_MYSQL", &ETL_NODE),
            ("TARGET_CDB_POSTGRESQL", &ETL_NODE),
            ("TARGET_OBS", &OBS_TARGET_NODE),
            ("TARGET_CATALOG", &ETL_NODE),
        ],
    },
};

/// Reads from Object Storage.
pub static OBS_SOURCE_NODE: rt::schema::Schema = rt::schema::Schema {
    name: "ObsSourceNode",
    description: "Reads from Object Storage.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Type of the node.",
                schema: &OBS_SOURCE_NODE_TYPE,
            },
            rt::schema::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "ID of the node inside the job, a number. IDs of the nodes of a workflow are strings.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Also {
                        schema: &rt::schema::Schema::INTEGER,
                        forms: &[rt::schema::Form::Text],
                    },
                },
            },
            rt::schema::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the node.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "parentNodeIds",
                required: true,
                required_when: None,
                description: "Ids of the nodes that this one takes data from; empty for a source.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Also {
                        schema: &rt::schema::Schema {
                            name: "",
                            description: "",
                            shape: rt::schema::Shape::Array {
                                items: &rt::schema::Schema {
                                    name: "",
                                    description: "",
                                    shape: rt::schema::Shape::Also {
                                        schema: &rt::schema::Schema::INTEGER,
                                        forms: &[rt::schema::Form::Text],
                                    },
                                },
                            },
                        },
                        forms: &[rt::schema::Form::One],
                    },
                },
            },
            rt::schema::Field {
                name: "regionNo",
                required: false,
                required_when: None,
                description: "Number of the region, as a string.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "bucketName",
                required: false,
                required_when: None,
                description: "Bucket of Object Storage.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "prefix",
                required: false,
                required_when: None,
                description: "Prefix of the objects in the bucket.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "dataType",
                required: false,
                required_when: None,
                description: "Format of the data, e.g. `CSV`.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "fieldList",
                required: false,
                required_when: None,
                description: "The fields of the data.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &ETL_FIELD,
                    },
                },
            },
        ],
    },
};

/// Type of a node that reads from Object Storage.
pub static OBS_SOURCE_NODE_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "ObsSourceNodeType",
    description: "Type of a node that reads from Object Storage.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["SOURCE_OBS"],
        outcomes: &[],
    },
};

/// Keeps the rows that fulfill the conditions.
pub static FILTER_NODE: rt::schema::Schema = rt::schema::Schema {
    name: "FilterNode",
    description: "Keeps the rows that fulfill the conditions.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Type of the node.",
                schema: &FILTER_NODE_TYPE,
            },
            rt::schema::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "ID of the node inside the job, a number. IDs of the nodes of a workflow are strings.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Also {
                        schema: &rt::schema::Schema::INTEGER,
                        forms: &[rt::schema::Form::Text],
                    },
                },
            },
            rt::schema::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the node.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "parentNodeIds",
                required: true,
                required_when: None,
                description: "Ids of the nodes that this one takes data from.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Also {
                        schema: &rt::schema::Schema {
                            name: "",
                            description: "",
                            shape: rt::schema::Shape::Array {
                                items: &rt::schema::Schema {
                                    name: "",
                                    description: "",
                                    shape: rt::schema::Shape::Also {
                                        schema: &rt::schema::Schema::INTEGER,
                                        forms: &[rt::schema::Form::Text],
                                    },
                                },
                            },
                        },
                        forms: &[rt::schema::Form::One],
                    },
                },
            },
            rt::schema::Field {
                name: "filterType",
                required: false,
                required_when: None,
                description: "How the conditions are combined.",
                schema: &ETL_CONDITION_OPERATOR,
            },
            rt::schema::Field {
                name: "filterConditionList",
                required: false,
                required_when: None,
                description: "The conditions.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &ETL_FILTER_CONDITION,
                    },
                },
            },
        ],
    },
};

/// Type of a node that keeps rows by conditions.
pub static FILTER_NODE_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "FilterNodeType",
    description: "Type of a node that keeps rows by conditions.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["TRANSFORM_FILTER"],
        outcomes: &[],
    },
};

/// Writes to Object Storage.
pub static OBS_TARGET_NODE: rt::schema::Schema = rt::schema::Schema {
    name: "ObsTargetNode",
    description: "Writes to Object Storage.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Type of the node.",
                schema: &OBS_TARGET_NODE_TYPE,
            },
            rt::schema::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "ID of the node inside the job, a number. IDs of the nodes of a workflow are strings.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Also {
                        schema: &rt::schema::Schema::INTEGER,
                        forms: &[rt::schema::Form::Text],
                    },
                },
            },
            rt::schema::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the node.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "parentNodeIds",
                required: true,
                required_when: None,
                description: "Ids of the nodes that this one takes data from.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Also {
                        schema: &rt::schema::Schema {
                            name: "",
                            description: "",
                            shape: rt::schema::Shape::Array {
                                items: &rt::schema::Schema {
                                    name: "",
                                    description: "",
                                    shape: rt::schema::Shape::Also {
                                        schema: &rt::schema::Schema::INTEGER,
                                        forms: &[rt::schema::Form::Text],
                                    },
                                },
                            },
                        },
                        forms: &[rt::schema::Form::One],
                    },
                },
            },
            rt::schema::Field {
                name: "regionNo",
                required: false,
                required_when: None,
                description: "Number of the region, as a string.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "bucketName",
                required: false,
                required_when: None,
                description: "Bucket of Object Storage.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "prefix",
                required: false,
                required_when: None,
                description: "Prefix of the objects in the bucket.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "dataType",
                required: false,
                required_when: None,
                description: "Format of the data, e.g. `CSV`.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "updateType",
                required: false,
                required_when: None,
                description: "Treatment of existing data, e.g. `OVERWRITE`.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "fieldList",
                required: false,
                required_when: None,
                description: "The fields of the data.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &ETL_FIELD,
                    },
                },
            },
        ],
    },
};

/// Type of a node that writes to Object Storage.
pub static OBS_TARGET_NODE_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "ObsTargetNodeType",
    description: "Type of a node that writes to Object Storage.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["TARGET_OBS"],
        outcomes: &[],
    },
};

/// A step with the keys that all types have. Its other keys are kept.
pub static ETL_NODE: rt::schema::Schema = rt::schema::Schema {
    name: "EtlNode",
    description: "A step with the keys that all types have. Its other keys are kept.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Type of the node.",
                schema: &ETL_NODE_TYPE,
            },
            rt::schema::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "ID of the node inside the job, a number. IDs of the nodes of a workflow are strings.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Also {
                        schema: &rt::schema::Schema::INTEGER,
                        forms: &[rt::schema::Form::Text],
                    },
                },
            },
            rt::schema::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the node.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "parentNodeIds",
                required: true,
                required_when: None,
                description: "Ids of the nodes that this one takes data from; empty for a source.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Also {
                        schema: &rt::schema::Schema {
                            name: "",
                            description: "",
                            shape: rt::schema::Shape::Array {
                                items: &rt::schema::Schema {
                                    name: "",
                                    description: "",
                                    shape: rt::schema::Shape::Also {
                                        schema: &rt::schema::Schema::INTEGER,
                                        forms: &[rt::schema::Form::Text],
                                    },
                                },
                            },
                        },
                        forms: &[rt::schema::Form::One],
                    },
                },
            },
        ],
    },
};

/// Types of the nodes whose own keys are not described here.
pub static ETL_NODE_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "EtlNodeType",
    description: "Types of the nodes whose own keys are not described here.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &[
            "SOURCE_CATALOG",
            "SOURCE_CDB_MYSQL",
            "SOURCE_CDB_POSTGRESQL",
            "TRANSFORM_DEFINE",
            "TRANSFORM_SELECT",
            "TRANSFORM_JOIN",
            "TRANSFORM_UNION",
            "TRANSFORM_AGGREGATE",
            "TRANSFORM_RENAME",
            "TRANSFORM_DROP_DUPLICATION",
            "TRANSFORM_FILL_MISSING_VALUES",
            "TRANSFORM_SQL",
            "TARGET_CDB_MYSQL",
            "TARGET_CDB_POSTGRESQL",
            "TARGET_CATALOG",
            "TRANSFORM_DROP_NULL",
            "TRANSFORM_SPLIT_FIELD",
        ],
        outcomes: &[],
    },
};

/// A field of the data that a node reads or writes.
pub static ETL_FIELD: rt::schema::Schema = rt::schema::Schema {
    name: "EtlField",
    description: "A field of the data that a node reads or writes.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the field.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "Type of the field: Void, Boolean, Tinyint, Smallint, Int, Bigint, Float, Double, String, Char, Varchar,\nDate, Datetime, Timestamp, Decimal, Binary, TimestampWithTimeZone, Array, Map, Struct or Uniontype. Upper\nand lower case both occur.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "properties",
                required: false,
                required_when: None,
                description: "The fields inside a nested type. Empty or absent for others.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &ETL_FIELD,
                    },
                },
            },
        ],
    },
};

/// A condition of a filter.
pub static ETL_FILTER_CONDITION: rt::schema::Schema = rt::schema::Schema {
    name: "EtlFilterCondition",
    description: "A condition of a filter.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the field.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "operator",
                required: false,
                required_when: None,
                description: "How field and value are compared.",
                schema: &ETL_OPERATOR,
            },
            rt::schema::Field {
                name: "value",
                required: false,
                required_when: None,
                description: "What the field is compared with.",
                schema: &rt::schema::Schema::ANY,
            },
        ],
    },
};

/// A comparison. Its values are not explained.
pub static ETL_OPERATOR: rt::schema::Schema = rt::schema::Schema {
    name: "EtlOperator",
    description: "A comparison. Its values are not explained.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["EQ", "NE", "GT", "LT", "GTE", "LTE"],
        outcomes: &[],
    },
};

/// How conditions are combined. Its values are not explained.
pub static ETL_CONDITION_OPERATOR: rt::schema::Schema = rt::schema::Schema {
    name: "EtlConditionOperator",
    description: "How conditions are combined. Its values are not explained.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["HEAD", "AND", "OR"],
        outcomes: &[],
    },
};

/// Counts of the executions of a time range.
pub static EXECUTION_COUNT: rt::schema::Schema = rt::schema::Schema {
    name: "ExecutionCount",
    description: "Counts of the executions of a time range.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "totalCount",
                required: false,
                required_when: None,
                description: "Number of all executions.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "completedCount",
                required: false,
                required_when: None,
                description: "Number of executions that succeeded.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "failedCount",
                required: false,
                required_when: None,
                description: "Number of executions that failed.",
                schema: &rt::schema::Schema::INTEGER,
            },
        ],
    },
};

/// Counts of executions, day by day.
pub static EXECUTION_INTERVALS: rt::schema::Schema = rt::schema::Schema {
    name: "ExecutionIntervals",
    description: "Counts of executions, day by day.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "result",
                required: true,
                required_when: None,
                description: "The days of the requested range, in order.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &EXECUTION_INTERVAL,
                    },
                },
            },
        ],
    },
};

/// Count of the executions of one day. A day runs from 00:00:01 to 00:00:00 of the next day.
pub static EXECUTION_INTERVAL: rt::schema::Schema = rt::schema::Schema {
    name: "ExecutionInterval",
    description: "Count of the executions of one day. A day runs from 00:00:01 to 00:00:00 of the next day.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "totalCount",
                required: false,
                required_when: None,
                description: "Number of executions.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "startDate",
                required: false,
                required_when: None,
                description: "Start of the day, ISO 8601 without offset. Old data may have milliseconds.",
                schema: &rt::schema::Schema::DATE_TIME_LOCAL,
            },
            rt::schema::Field {
                name: "endDate",
                required: false,
                required_when: None,
                description: "End of the day, ISO 8601 without offset. Old data may have milliseconds. The last day ends after the\nrequested end.",
                schema: &rt::schema::Schema::DATE_TIME_LOCAL,
            },
        ],
    },
};

/// Points of the execution time chart.
pub static EXECUTION_TIMES: rt::schema::Schema = rt::schema::Schema {
    name: "ExecutionTimes",
    description: "Points of the execution time chart.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "result",
                required: true,
                required_when: None,
                description: "The points.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &EXECUTION_TIME,
                    },
                },
            },
        ],
    },
};

/// A point of the execution time chart.
pub static EXECUTION_TIME: rt::schema::Schema = rt::schema::Schema {
    name: "ExecutionTime",
    description: "A point of the execution time chart.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "time",
                required: false,
                required_when: None,
                description: "Time of the point, milliseconds since 1970-01-01T00:00:00Z.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "value",
                required: false,
                required_when: None,
                description: "Value at this time. Meaning and unit are uncertain.",
                schema: &rt::schema::Schema::INTEGER,
            },
        ],
    },
};

/// A page of triggers.
pub static TRIGGER_LIST: rt::schema::Schema = rt::schema::Schema {
    name: "TriggerList",
    description: "A page of triggers.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "list",
                required: true,
                required_when: None,
                description: "The triggers. A page without this field is an error, not an empty page.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &TRIGGER,
                    },
                },
            },
            rt::schema::Field {
                name: "count",
                required: false,
                required_when: None,
                description: "Number of results. It may count the page or all pages; do not use it for paging.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "page",
                required: false,
                required_when: None,
                description: "Number of the page, from 0.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "limit",
                required: false,
                required_when: None,
                description: "Maximum number of items on a page. It may differ from the requested limit.",
                schema: &rt::schema::Schema::INTEGER,
            },
        ],
    },
};

/// A trigger.
pub static TRIGGER: rt::schema::Schema = rt::schema::Schema {
    name: "Trigger",
    description: "A trigger.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "triggerId",
                required: true,
                required_when: None,
                description: "ID of the trigger.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the trigger, 3-100 characters.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "Kind of trigger.",
                schema: &TRIGGER_TYPE,
            },
            rt::schema::Field {
                name: "triggerRule",
                required: false,
                required_when: None,
                description: "When the trigger starts a workflow.",
                schema: &TRIGGER_RULE,
            },
            rt::schema::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
        ],
    },
};

/// When a trigger starts a workflow.
pub static TRIGGER_RULE: rt::schema::Schema = rt::schema::Schema {
    name: "TriggerRule",
    description: "When a trigger starts a workflow.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "Kind of rule.",
                schema: &TRIGGER_RULE_TYPE,
            },
            rt::schema::Field {
                name: "interval",
                required: false,
                required_when: None,
                description: "Length of the cycle. Present for `RECURRING`.",
                schema: &TRIGGER_INTERVAL,
            },
            rt::schema::Field {
                name: "time",
                required: false,
                required_when: None,
                description: "For `RECURRING`: the minute, `00`-`59`, if the interval is `HOUR`; otherwise the time of day, such as\n`10:00`. The time zone is not documented.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "dayOfWeek",
                required: false,
                required_when: None,
                description: "Days of the week. Present for an interval of `WEEK`.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &DAY_OF_WEEK,
                    },
                },
            },
            rt::schema::Field {
                name: "dateOfMonth",
                required: false,
                required_when: None,
                description: "For an interval of `MONTH`: day of the month as a string, 1-31, or -1 for the last day of each month.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "executionDate",
                required: false,
                required_when: None,
                description: "For `ONE_TIME`: date and time, as a plain string. The format is not documented.",
                schema: &rt::schema::Schema::TEXT,
            },
        ],
    },
};

/// The trigger to create.
pub static CREATE_TRIGGER_REQUEST: rt::schema::Schema = rt::schema::Schema {
    name: "CreateTriggerRequest",
    description: "The trigger to create.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the trigger, 3-100 characters.",
                schema: &RESOURCE_NAME,
            },
            rt::schema::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Kind of trigger.",
                schema: &TRIGGER_TYPE,
            },
            rt::schema::Field {
                name: "triggerRule",
                required: true,
                required_when: None,
                description: "When the trigger starts a workflow. Required for every kind of trigger.",
                schema: &TRIGGER_RULE_INPUT,
            },
        ],
    },
};

/// When a trigger starts a workflow.
pub static TRIGGER_RULE_INPUT: rt::schema::Schema = rt::schema::Schema {
    name: "TriggerRuleInput",
    description: "When a trigger starts a workflow.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Kind of rule.",
                schema: &TRIGGER_RULE_TYPE,
            },
            rt::schema::Field {
                name: "interval",
                required: false,
                required_when: Some(rt::schema::RequiredWhen {
                    field: "type",
                    equals: &["RECURRING"],
                }),
                description: "Length of the cycle.",
                schema: &TRIGGER_INTERVAL,
            },
            rt::schema::Field {
                name: "time",
                required: false,
                required_when: Some(rt::schema::RequiredWhen {
                    field: "type",
                    equals: &["RECURRING"],
                }),
                description: "The minute, `00`-`59`, if the interval is `HOUR`; otherwise the time of day, such as `10:00`. The time zone\nis not documented.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::String {
                        format: rt::schema::Format::Text,
                        min_length: None,
                        max_length: None,
                        pattern: Some("^([0-5][0-9]|([01][0-9]|2[0-3]):[0-5][0-9])$"),
                        values: &[],
                        outcomes: &[],
                    },
                },
            },
            rt::schema::Field {
                name: "dayOfWeek",
                required: false,
                required_when: Some(rt::schema::RequiredWhen {
                    field: "interval",
                    equals: &["WEEK"],
                }),
                description: "Days of the week.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &DAY_OF_WEEK,
                    },
                },
            },
            rt::schema::Field {
                name: "dateOfMonth",
                required: false,
                required_when: Some(rt::schema::RequiredWhen {
                    field: "interval",
                    equals: &["MONTH"],
                }),
                description: "Day of the month as a string, 1-31, or -1 for the last day of each month.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::String {
                        format: rt::schema::Format::Text,
                        min_length: None,
                        max_length: None,
                        pattern: Some("^(-1|[1-9]|[12][0-9]|3[01])$"),
                        values: &[],
                        outcomes: &[],
                    },
                },
            },
            rt::schema::Field {
                name: "executionDate",
                required: false,
                required_when: Some(rt::schema::RequiredWhen {
                    field: "type",
                    equals: &["ONE_TIME"],
                }),
                description: "Date and time, as a plain string. The format is not documented; no check is made.",
                schema: &rt::schema::Schema::TEXT,
            },
        ],
    },
};

/// Kind of trigger.
pub static TRIGGER_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "TriggerType",
    description: "Kind of trigger.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["SCHEDULED", "EVENT", "NONE"],
        outcomes: &[],
    },
};

/// Kind of rule.
pub static TRIGGER_RULE_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "TriggerRuleType",
    description: "Kind of rule.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["RECURRING", "ONE_TIME", "NONE"],
        outcomes: &[],
    },
};

/// Length of the cycle of a trigger.
pub static TRIGGER_INTERVAL: rt::schema::Schema = rt::schema::Schema {
    name: "TriggerInterval",
    description: "Length of the cycle of a trigger.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["HOUR", "DAY", "WEEK", "MONTH"],
        outcomes: &[],
    },
};

/// Day of the week.
pub static DAY_OF_WEEK: rt::schema::Schema = rt::schema::Schema {
    name: "DayOfWeek",
    description: "Day of the week.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &[
            "MONDAY",
            "TUESDAY",
            "WEDNESDAY",
            "THURSDAY",
            "FRIDAY",
            "SATURDAY",
            "SUNDAY",
        ],
        outcomes: &[],
    },
};

/// A page of workflows.
pub static WORKFLOW_LIST: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowList",
    description: "A page of workflows.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "list",
                required: true,
                required_when: None,
                description: "The workflows. A page without this field is an error, not an empty page.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &WORKFLOW_SUMMARY,
                    },
                },
            },
            rt::schema::Field {
                name: "count",
                required: false,
                required_when: None,
                description: "Number of results. It may count the page or all pages; do not use it for paging.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "page",
                required: false,
                required_when: None,
                description: "Number of the page, from 0.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "limit",
                required: false,
                required_when: None,
                description: "Maximum number of items on a page. It may differ from the requested limit.",
                schema: &rt::schema::Schema::INTEGER,
            },
        ],
    },
};

/// A workflow in a listing.
pub static WORKFLOW_SUMMARY: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowSummary",
    description: "A workflow in a listing.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "workflowId",
                required: true,
                required_when: None,
                description: "ID of the workflow.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the workflow, 3-100 characters.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "lastExecutionDate",
                required: false,
                required_when: None,
                description: "Last execution, ISO 8601 with offset +09:00.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "isTemp",
                required: false,
                required_when: None,
                description: "Whether an old workflow is saved temporarily (true) or complete (false). Temporary saving was removed on\n2026-09-17.",
                schema: &rt::schema::Schema::BOOLEAN,
            },
            rt::schema::Field {
                name: "triggerRuleType",
                required: false,
                required_when: None,
                description: "Kind of the rule of its trigger. Same values as `triggerRule` in its nodes.",
                schema: &TRIGGER_RULE_TYPE,
            },
            rt::schema::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The trigger and the jobs.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &WORKFLOW_NODE,
                    },
                },
            },
            rt::schema::Field {
                name: "resourceId",
                required: false,
                required_when: None,
                description: "ID of the resource, the same value as `workflowId`.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "disabled",
                required: false,
                required_when: None,
                description: "Whether you may view the workflow. It is not documented which value means yes.",
                schema: &WORKFLOW_DISABLED,
            },
        ],
    },
};

/// Flag about the permission to view a workflow, a boolean or a string. It is not documented which value grants the
/// permission.
pub static WORKFLOW_DISABLED: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowDisabled",
    description: "Flag about the permission to view a workflow, a boolean or a string. It is not documented which value grants the\npermission.",
    shape: rt::schema::Shape::OneOf(
        &[&rt::schema::Schema::TEXT, &rt::schema::Schema::BOOLEAN],
    ),
};

/// A workflow.
pub static WORKFLOW: rt::schema::Schema = rt::schema::Schema {
    name: "Workflow",
    description: "A workflow.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "workflowId",
                required: true,
                required_when: None,
                description: "ID of the workflow.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the workflow, 3-100 characters.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The trigger and the jobs.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &WORKFLOW_NODE,
                    },
                },
            },
            rt::schema::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "isTemp",
                required: false,
                required_when: None,
                description: "Whether an old workflow is saved temporarily (true) or complete (false). Temporary saving was removed on\n2026-09-17.",
                schema: &rt::schema::Schema::BOOLEAN,
            },
        ],
    },
};

/// A trigger or a job of a workflow.
pub static WORKFLOW_NODE: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowNode",
    description: "A trigger or a job of a workflow.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "ID of the trigger or of the job, by `type`.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Also {
                        schema: &rt::schema::Schema::TEXT,
                        forms: &[rt::schema::Form::Number],
                    },
                },
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the trigger or of the job, by `type`.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "Kind of node.",
                schema: &WORKFLOW_NODE_TYPE,
            },
            rt::schema::Field {
                name: "parentNodeIds",
                required: false,
                required_when: None,
                description: "For a job, the ID of the trigger's node; for a trigger, empty.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Also {
                        schema: &rt::schema::Schema {
                            name: "",
                            description: "",
                            shape: rt::schema::Shape::Array {
                                items: &rt::schema::Schema {
                                    name: "",
                                    description: "",
                                    shape: rt::schema::Shape::Also {
                                        schema: &rt::schema::Schema::TEXT,
                                        forms: &[rt::schema::Form::Number],
                                    },
                                },
                            },
                        },
                        forms: &[rt::schema::Form::One],
                    },
                },
            },
            rt::schema::Field {
                name: "triggerRule",
                required: false,
                required_when: None,
                description: "Kind of the rule of the trigger.",
                schema: &TRIGGER_RULE_TYPE,
            },
            rt::schema::Field {
                name: "isValid",
                required: false,
                required_when: None,
                description: "Whether the trigger or job still exists: true is usable, false is deleted.",
                schema: &rt::schema::Schema::BOOLEAN,
            },
            rt::schema::Field {
                name: "jobCondition",
                required: false,
                required_when: None,
                description: "The settings that the job runs with in this workflow.",
                schema: &JOB_CONDITION,
            },
        ],
    },
};

/// Kind of a workflow node.
pub static WORKFLOW_NODE_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowNodeType",
    description: "Kind of a workflow node.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["TRIGGER", "JOB"],
        outcomes: &[],
    },
};

/// The workflow to create.
pub static CREATE_WORKFLOW_REQUEST: rt::schema::Schema = rt::schema::Schema {
    name: "CreateWorkflowRequest",
    description: "The workflow to create.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the workflow, 3-100 characters.",
                schema: &RESOURCE_NAME,
            },
            rt::schema::Field {
                name: "nodes",
                required: true,
                required_when: None,
                description: "The trigger and the jobs.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &WORKFLOW_NODE_INPUT,
                    },
                },
            },
        ],
    },
};

/// The workflow after the update.
pub static UPDATE_WORKFLOW_REQUEST: rt::schema::Schema = rt::schema::Schema {
    name: "UpdateWorkflowRequest",
    description: "The workflow after the update.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the workflow, 3-100 characters.",
                schema: &RESOURCE_NAME,
            },
            rt::schema::Field {
                name: "nodes",
                required: true,
                required_when: None,
                description: "The trigger and the jobs.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &WORKFLOW_NODE_INPUT,
                    },
                },
            },
        ],
    },
};

/// A trigger or a job of a workflow to create or replace.
pub static WORKFLOW_NODE_INPUT: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowNodeInput",
    description: "A trigger or a job of a workflow to create or replace.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "For a trigger, its `triggerId` from getTriggers; for a job, its `jobId` from getJobs.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Also {
                        schema: &rt::schema::Schema {
                            name: "",
                            description: "",
                            shape: rt::schema::Shape::String {
                                format: rt::schema::Format::Text,
                                min_length: Some(1),
                                max_length: None,
                                pattern: None,
                                values: &[],
                                outcomes: &[],
                            },
                        },
                        forms: &[rt::schema::Form::Number],
                    },
                },
            },
            rt::schema::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of that trigger or job.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::String {
                        format: rt::schema::Format::Text,
                        min_length: Some(1),
                        max_length: None,
                        pattern: None,
                        values: &[],
                        outcomes: &[],
                    },
                },
            },
            rt::schema::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Kind of node.",
                schema: &WORKFLOW_NODE_TYPE,
            },
            rt::schema::Field {
                name: "parentNodeIds",
                required: true,
                required_when: None,
                description: "For a job, the ID of the trigger's node; for a trigger, an empty list.",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Also {
                        schema: &rt::schema::Schema {
                            name: "",
                            description: "",
                            shape: rt::schema::Shape::Array {
                                items: &rt::schema::Schema {
                                    name: "",
                                    description: "",
                                    shape: rt::schema::Shape::Also {
                                        schema: &rt::schema::Schema {
                                            name: "",
                                            description: "",
                                            shape: rt::schema::Shape::String {
                                                format: rt::schema::Format::Text,
                                                min_length: Some(1),
                                                max_length: None,
                                                pattern: None,
                                                values: &[],
                                                outcomes: &[],
                                            },
                                        },
                                        forms: &[rt::schema::Form::Number],
                                    },
                                },
                            },
                        },
                        forms: &[rt::schema::Form::One],
                    },
                },
            },
            rt::schema::Field {
                name: "triggerRule",
                required: false,
                required_when: None,
                description: "Kind of the rule of the trigger.",
                schema: &TRIGGER_RULE_TYPE,
            },
            rt::schema::Field {
                name: "jobCondition",
                required: false,
                required_when: None,
                description: "The settings that the job runs with in this workflow.",
                schema: &JOB_CONDITION_INPUT,
            },
        ],
    },
};

/// Confirms that the start of a workflow was accepted. It has no execution ID.
pub static WORKFLOW_START: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowStart",
    description: "Confirms that the start of a workflow was accepted. It has no execution ID.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "workflowId",
                required: true,
                required_when: None,
                description: "ID of the workflow.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "triggerId",
                required: false,
                required_when: None,
                description: "ID of the start trigger that was run.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "status",
                required: false,
                required_when: None,
                description: "State of the request.",
                schema: &WORKFLOW_START_STATUS,
            },
        ],
    },
};

/// State of a request to start a workflow.
pub static WORKFLOW_START_STATUS: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowStartStatus",
    description: "State of a request to start a workflow.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["ACCEPTED"],
        outcomes: &[],
    },
};
