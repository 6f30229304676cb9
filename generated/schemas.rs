// @generated from spec/dataflow.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// The whole body is the JSON value `true`, not an object.
pub static CONFIRMATION: rt::Schema = rt::Schema {
    name: "Confirmation",
    description: "The whole body is the JSON value `true`, not an object.",
    shape: rt::Shape::True,
};

/// Name of a job, workflow or trigger: letters, digits, `_` and `-`. The first character is a letter, `_` or `-`.
pub static RESOURCE_NAME: rt::Schema = rt::Schema {
    name: "ResourceName",
    description: "Name of a job, workflow or trigger: letters, digits, `_` and `-`. The first character is a letter, `_` or `-`.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: Some(3),
        max_length: Some(100),
        pattern: Some("^[A-Za-z_-][A-Za-z0-9_-]*$"),
        values: &[],
        outcomes: &[],
    },
};

/// What to run a job with. Everything may be left out.
pub static CREATE_JOB_EXECUTION_REQUEST: rt::Schema = rt::Schema {
    name: "CreateJobExecutionRequest",
    description: "What to run a job with. Everything may be left out.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "jobCondition",
                required: false,
                required_when: None,
                description: "Settings of this run. Without them, the run uses the settings stored in the job.",
                schema: &JOB_CONDITION_INPUT,
            },
            rt::Field {
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
pub static EXECUTION_PARAMETERS: rt::Schema = rt::Schema {
    name: "ExecutionParameters",
    description: "Parameters of a run. The content is not documented.",
    shape: rt::Shape::Map {
        values: &rt::Schema::ANY,
    },
};

/// The settings to change in a job.
pub static UPDATE_JOB_EXECUTION_CONFIG_REQUEST: rt::Schema = rt::Schema {
    name: "UpdateJobExecutionConfigRequest",
    description: "The settings to change in a job.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
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
pub static JOB_CONDITION_INPUT: rt::Schema = rt::Schema {
    name: "JobConditionInput",
    description: "Settings of a run, in requests.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "numWorker",
                required: false,
                required_when: None,
                description: "Number of workers. A new job starts with 2.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Integer {
                        minimum: Some(2),
                        maximum: Some(10),
                    },
                },
            },
            rt::Field {
                name: "timeout",
                required: false,
                required_when: None,
                description: "Minutes to wait for the result of one run. A new job starts with 360.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Integer {
                        minimum: Some(1),
                        maximum: Some(1440),
                    },
                },
            },
            rt::Field {
                name: "nrn",
                required: false,
                required_when: None,
                description: "NAVER Cloud resource name (NRN). The examples hold the NRN of an IAM role.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "scriptPath",
                required: false,
                required_when: None,
                description: "Location of the script, bucket and prefix. A change by updateJobExecutionConfig moves the stored script.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "logPath",
                required: false,
                required_when: None,
                description: "Location of the execution history, bucket and prefix.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
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
pub static JOB_PARAMETERS: rt::Schema = rt::Schema {
    name: "JobParameters",
    description: "Parameters of a script job: names with string values.",
    shape: rt::Shape::Map {
        values: &rt::Schema::TEXT,
    },
};

/// A page of executions.
pub static JOB_EXECUTION_LIST: rt::Schema = rt::Schema {
    name: "JobExecutionList",
    description: "A page of executions.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "list",
                required: true,
                required_when: None,
                description: "The executions. A page without this field is an error, not an empty page.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &JOB_EXECUTION,
                    },
                },
            },
            rt::Field {
                name: "count",
                required: false,
                required_when: None,
                description: "Number of results. It may count the page or all pages; do not use it for paging.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "page",
                required: false,
                required_when: None,
                description: "Number of the page, from 0.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "limit",
                required: false,
                required_when: None,
                description: "Maximum number of items on a page. It may differ from the requested limit.",
                schema: &rt::Schema::INTEGER,
            },
        ],
    },
};

/// One execution (run) of a job.
pub static JOB_EXECUTION: rt::Schema = rt::Schema {
    name: "JobExecution",
    description: "One execution (run) of a job.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "jobExecutionId",
                required: true,
                required_when: None,
                description: "ID of the execution.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "jobId",
                required: false,
                required_when: None,
                description: "ID of the job.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "jobCondition",
                required: false,
                required_when: None,
                description: "The settings that the execution runs with.",
                schema: &JOB_CONDITION,
            },
            rt::Field {
                name: "status",
                required: false,
                required_when: None,
                description: "State of the execution.",
                schema: &EXECUTION_STATUS,
            },
            rt::Field {
                name: "startDate",
                required: false,
                required_when: None,
                description: "Start, ISO 8601 with offset +09:00.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "endDate",
                required: false,
                required_when: None,
                description: "End, ISO 8601 with offset +09:00.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "triggerId",
                required: false,
                required_when: None,
                description: "ID of the trigger that started the run.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "triggerName",
                required: false,
                required_when: None,
                description: "Name of that trigger.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "jobName",
                required: false,
                required_when: None,
                description: "Name of the job.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "waitingTime",
                required: false,
                required_when: None,
                description: "Waiting time. The unit is uncertain, probably seconds.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "executorNum",
                required: false,
                required_when: None,
                description: "Number of workers.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "runningTime",
                required: false,
                required_when: None,
                description: "Running time, minutes.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "parsedParameters",
                required: false,
                required_when: None,
                description: "Parsed parameters of the execution.",
                schema: &PARSED_PARAMETERS,
            },
            rt::Field {
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
pub static JOB_CONDITION: rt::Schema = rt::Schema {
    name: "JobCondition",
    description: "Settings of a run, in responses.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "workerType",
                required: false,
                required_when: None,
                description: "Kind of worker. Current requests no longer have it.",
                schema: &WORKER_TYPE,
            },
            rt::Field {
                name: "numWorker",
                required: false,
                required_when: None,
                description: "Number of workers. A new job starts with 2; requests allow 2-10.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "timeout",
                required: false,
                required_when: None,
                description: "Minutes to wait for the result of one run. A new job starts with 360. Old data may hold 0.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "nrn",
                required: false,
                required_when: None,
                description: "NAVER Cloud resource name (NRN). The examples hold the NRN of an IAM role.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "scriptPath",
                required: false,
                required_when: None,
                description: "Where the script is stored, bucket and prefix.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "logPath",
                required: false,
                required_when: None,
                description: "Location of the execution history, bucket and prefix.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "consoleLogPath",
                required: false,
                required_when: None,
                description: "Path of the console log, bucket and key. It holds colons and a date without zone: do not parse it as a date\nor as a URL path.",
                schema: &rt::Schema::TEXT,
            },
        ],
    },
};

/// Kind of worker.
pub static WORKER_TYPE: rt::Schema = rt::Schema {
    name: "WorkerType",
    description: "Kind of worker.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["DATAFLOW", "DEFAULT"],
        outcomes: &[],
    },
};

/// State of an execution. `READY` means waiting; as the state of a job, it means runnable.
pub static EXECUTION_STATUS: rt::Schema = rt::Schema {
    name: "ExecutionStatus",
    description: "State of an execution. `READY` means waiting; as the state of a job, it means runnable.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["READY", "RUNNING", "COMPLETED", "FAILED", "CANCELED"],
        outcomes: &[
            ("COMPLETED", rt::Outcome::Success),
            ("FAILED", rt::Outcome::Failure),
            ("CANCELED", rt::Outcome::Cancelled),
        ],
    },
};

/// How an execution was started.
pub static EXECUTION_TYPE: rt::Schema = rt::Schema {
    name: "ExecutionType",
    description: "How an execution was started.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["JOB", "WORKFLOW"],
        outcomes: &[],
    },
};

/// Parsed parameters of an execution, an object or an array. The content is not documented.
pub static PARSED_PARAMETERS: rt::Schema = rt::Schema {
    name: "ParsedParameters",
    description: "Parsed parameters of an execution, an object or an array. The content is not documented.",
    shape: rt::Shape::OneOf(
        &[
            &rt::Schema {
                name: "",
                description: "",
                shape: rt::Shape::Map {
                    values: &rt::Schema::ANY,
                },
            },
            &rt::Schema {
                name: "",
                description: "",
                shape: rt::Shape::Array {
                    items: &rt::Schema::ANY,
                },
            },
        ],
    ),
};

/// A page of jobs.
pub static JOB_LIST: rt::Schema = rt::Schema {
    name: "JobList",
    description: "A page of jobs.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "list",
                required: true,
                required_when: None,
                description: "The jobs. A page without this field is an error, not an empty page.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &JOB_SUMMARY,
                    },
                },
            },
            rt::Field {
                name: "count",
                required: false,
                required_when: None,
                description: "Number of results. It may count the page or all pages; do not use it for paging.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "page",
                required: false,
                required_when: None,
                description: "Number of the page, from 0.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "limit",
                required: false,
                required_when: None,
                description: "Maximum number of items on a page. It may differ from the requested limit.",
                schema: &rt::Schema::INTEGER,
            },
        ],
    },
};

/// A job in a listing.
pub static JOB_SUMMARY: rt::Schema = rt::Schema {
    name: "JobSummary",
    description: "A job in a listing.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "jobId",
                required: true,
                required_when: None,
                description: "ID of the job.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the job, 3-100 characters.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "Kind of job.",
                schema: &JOB_TYPE,
            },
            rt::Field {
                name: "status",
                required: false,
                required_when: None,
                description: "State of the job.",
                schema: &JOB_STATUS,
            },
            rt::Field {
                name: "lastExecutionStatus",
                required: false,
                required_when: None,
                description: "State of the last execution.",
                schema: &EXECUTION_STATUS,
            },
            rt::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "lastExecutionDate",
                required: false,
                required_when: None,
                description: "Last execution, ISO 8601 with offset +09:00.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "resourceId",
                required: false,
                required_when: None,
                description: "ID of the resource, the same value as `jobId`.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "disabled",
                required: false,
                required_when: None,
                description: "Flag about the permission to view the job. It is not documented which value grants the permission.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Also {
                        schema: &rt::Schema::BOOLEAN,
                        forms: &[rt::Form::Text],
                    },
                },
            },
        ],
    },
};

/// A job.
pub static JOB: rt::Schema = rt::Schema {
    name: "Job",
    description: "A job.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "jobId",
                required: true,
                required_when: None,
                description: "ID of the job.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the job, 3-100 characters.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "description",
                required: false,
                required_when: None,
                description: "Description of the job. It may be empty or absent.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "Kind of job.",
                schema: &JOB_TYPE,
            },
            rt::Field {
                name: "status",
                required: false,
                required_when: None,
                description: "State of the job.",
                schema: &JOB_STATUS,
            },
            rt::Field {
                name: "maxConcurrentRuns",
                required: false,
                required_when: None,
                description: "Maximum number of concurrent runs.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "lastExecutionStatus",
                required: false,
                required_when: None,
                description: "State of the last execution.",
                schema: &EXECUTION_STATUS,
            },
            rt::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The steps of a visual job.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &ETL_JOB_NODE,
                    },
                },
            },
            rt::Field {
                name: "runCondition",
                required: false,
                required_when: None,
                description: "The settings that the job runs with. Requests, executions and workflow nodes call the same object\n`jobCondition`.",
                schema: &JOB_CONDITION,
            },
            rt::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "lastExecutionDate",
                required: false,
                required_when: None,
                description: "Last execution, ISO 8601 with offset +09:00. Absent in responses to changes.",
                schema: &rt::Schema::DATE_TIME,
            },
        ],
    },
};

/// The job to create.
pub static CREATE_JOB_REQUEST: rt::Schema = rt::Schema {
    name: "CreateJobRequest",
    description: "The job to create.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the job, 3-100 characters.",
                schema: &RESOURCE_NAME,
            },
            rt::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Kind of job, `VISUAL` or `SCRIPT`.",
                schema: &JOB_TYPE,
            },
            rt::Field {
                name: "maxConcurrentRuns",
                required: false,
                required_when: None,
                description: "Maximum number of concurrent runs.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "jobCondition",
                required: false,
                required_when: None,
                description: "The settings that the job runs with. Responses call them `runCondition`.",
                schema: &JOB_CONDITION_INPUT,
            },
            rt::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The steps of a visual job.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &ETL_JOB_NODE,
                    },
                },
            },
        ],
    },
};

/// The changes to a job.
pub static UPDATE_JOB_REQUEST: rt::Schema = rt::Schema {
    name: "UpdateJobRequest",
    description: "The changes to a job.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Kind of job, `VISUAL` or `SCRIPT`. Required with every change.",
                schema: &JOB_TYPE,
            },
            rt::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the job, 3-100 characters.",
                schema: &RESOURCE_NAME,
            },
            rt::Field {
                name: "maxConcurrentRuns",
                required: false,
                required_when: None,
                description: "Maximum number of concurrent runs.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "jobCondition",
                required: false,
                required_when: None,
                description: "The settings that the job runs with.",
                schema: &JOB_CONDITION_INPUT,
            },
            rt::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The steps of a visual job.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &ETL_JOB_NODE,
                    },
                },
            },
        ],
    },
};

/// The job to check.
pub static VERIFY_JOB_REQUEST: rt::Schema = rt::Schema {
    name: "VerifyJobRequest",
    description: "The job to check.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the job, 3-100 characters.",
                schema: &RESOURCE_NAME,
            },
            rt::Field {
                name: "nodes",
                required: true,
                required_when: None,
                description: "The steps of the job.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &ETL_JOB_NODE,
                    },
                },
            },
        ],
    },
};

/// Kind of job.
pub static JOB_TYPE: rt::Schema = rt::Schema {
    name: "JobType",
    description: "Kind of job.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["VISUAL", "SCRIPT", "DATAFLOW"],
        outcomes: &[],
    },
};

/// State of a job. `READY` means runnable; as the state of an execution, it means waiting.
pub static JOB_STATUS: rt::Schema = rt::Schema {
    name: "JobStatus",
    description: "State of a job. `READY` means runnable; as the state of an execution, it means waiting.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
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
pub static ETL_JOB_NODE: rt::Schema = rt::Schema {
    name: "EtlJobNode",
    description: "A step of a visual job: a source, a transformation or a target of data, as the first part of its type says.\nUnknown fields of a node are kept.",
    shape: rt::Shape::Tagged {
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
pub static OBS_SOURCE_NODE: rt::Schema = rt::Schema {
    name: "ObsSourceNode",
    description: "Reads from Object Storage.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Type of the node.",
                schema: &OBS_SOURCE_NODE_TYPE,
            },
            rt::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "ID of the node inside the job, a number. IDs of the nodes of a workflow are strings.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Also {
                        schema: &rt::Schema::INTEGER,
                        forms: &[rt::Form::Text],
                    },
                },
            },
            rt::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the node.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "parentNodeIds",
                required: true,
                required_when: None,
                description: "Ids of the nodes that this one takes data from; empty for a source.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Also {
                        schema: &rt::Schema {
                            name: "",
                            description: "",
                            shape: rt::Shape::Array {
                                items: &rt::Schema {
                                    name: "",
                                    description: "",
                                    shape: rt::Shape::Also {
                                        schema: &rt::Schema::INTEGER,
                                        forms: &[rt::Form::Text],
                                    },
                                },
                            },
                        },
                        forms: &[rt::Form::One],
                    },
                },
            },
            rt::Field {
                name: "regionNo",
                required: false,
                required_when: None,
                description: "Number of the region, as a string.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "bucketName",
                required: false,
                required_when: None,
                description: "Bucket of Object Storage.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "prefix",
                required: false,
                required_when: None,
                description: "Prefix of the objects in the bucket.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "dataType",
                required: false,
                required_when: None,
                description: "Format of the data, e.g. `CSV`.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "fieldList",
                required: false,
                required_when: None,
                description: "The fields of the data.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &ETL_FIELD,
                    },
                },
            },
        ],
    },
};

/// Type of a node that reads from Object Storage.
pub static OBS_SOURCE_NODE_TYPE: rt::Schema = rt::Schema {
    name: "ObsSourceNodeType",
    description: "Type of a node that reads from Object Storage.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["SOURCE_OBS"],
        outcomes: &[],
    },
};

/// Keeps the rows that fulfill the conditions.
pub static FILTER_NODE: rt::Schema = rt::Schema {
    name: "FilterNode",
    description: "Keeps the rows that fulfill the conditions.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Type of the node.",
                schema: &FILTER_NODE_TYPE,
            },
            rt::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "ID of the node inside the job, a number. IDs of the nodes of a workflow are strings.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Also {
                        schema: &rt::Schema::INTEGER,
                        forms: &[rt::Form::Text],
                    },
                },
            },
            rt::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the node.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "parentNodeIds",
                required: true,
                required_when: None,
                description: "Ids of the nodes that this one takes data from.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Also {
                        schema: &rt::Schema {
                            name: "",
                            description: "",
                            shape: rt::Shape::Array {
                                items: &rt::Schema {
                                    name: "",
                                    description: "",
                                    shape: rt::Shape::Also {
                                        schema: &rt::Schema::INTEGER,
                                        forms: &[rt::Form::Text],
                                    },
                                },
                            },
                        },
                        forms: &[rt::Form::One],
                    },
                },
            },
            rt::Field {
                name: "filterType",
                required: false,
                required_when: None,
                description: "How the conditions are combined.",
                schema: &ETL_CONDITION_OPERATOR,
            },
            rt::Field {
                name: "filterConditionList",
                required: false,
                required_when: None,
                description: "The conditions.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &ETL_FILTER_CONDITION,
                    },
                },
            },
        ],
    },
};

/// Type of a node that keeps rows by conditions.
pub static FILTER_NODE_TYPE: rt::Schema = rt::Schema {
    name: "FilterNodeType",
    description: "Type of a node that keeps rows by conditions.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["TRANSFORM_FILTER"],
        outcomes: &[],
    },
};

/// Writes to Object Storage.
pub static OBS_TARGET_NODE: rt::Schema = rt::Schema {
    name: "ObsTargetNode",
    description: "Writes to Object Storage.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Type of the node.",
                schema: &OBS_TARGET_NODE_TYPE,
            },
            rt::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "ID of the node inside the job, a number. IDs of the nodes of a workflow are strings.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Also {
                        schema: &rt::Schema::INTEGER,
                        forms: &[rt::Form::Text],
                    },
                },
            },
            rt::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the node.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "parentNodeIds",
                required: true,
                required_when: None,
                description: "Ids of the nodes that this one takes data from.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Also {
                        schema: &rt::Schema {
                            name: "",
                            description: "",
                            shape: rt::Shape::Array {
                                items: &rt::Schema {
                                    name: "",
                                    description: "",
                                    shape: rt::Shape::Also {
                                        schema: &rt::Schema::INTEGER,
                                        forms: &[rt::Form::Text],
                                    },
                                },
                            },
                        },
                        forms: &[rt::Form::One],
                    },
                },
            },
            rt::Field {
                name: "regionNo",
                required: false,
                required_when: None,
                description: "Number of the region, as a string.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "bucketName",
                required: false,
                required_when: None,
                description: "Bucket of Object Storage.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "prefix",
                required: false,
                required_when: None,
                description: "Prefix of the objects in the bucket.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "dataType",
                required: false,
                required_when: None,
                description: "Format of the data, e.g. `CSV`.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "updateType",
                required: false,
                required_when: None,
                description: "Treatment of existing data, e.g. `OVERWRITE`.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "fieldList",
                required: false,
                required_when: None,
                description: "The fields of the data.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &ETL_FIELD,
                    },
                },
            },
        ],
    },
};

/// Type of a node that writes to Object Storage.
pub static OBS_TARGET_NODE_TYPE: rt::Schema = rt::Schema {
    name: "ObsTargetNodeType",
    description: "Type of a node that writes to Object Storage.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["TARGET_OBS"],
        outcomes: &[],
    },
};

/// A step with the keys that all types have. Its other keys are kept.
pub static ETL_NODE: rt::Schema = rt::Schema {
    name: "EtlNode",
    description: "A step with the keys that all types have. Its other keys are kept.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Type of the node.",
                schema: &ETL_NODE_TYPE,
            },
            rt::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "ID of the node inside the job, a number. IDs of the nodes of a workflow are strings.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Also {
                        schema: &rt::Schema::INTEGER,
                        forms: &[rt::Form::Text],
                    },
                },
            },
            rt::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the node.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "parentNodeIds",
                required: true,
                required_when: None,
                description: "Ids of the nodes that this one takes data from; empty for a source.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Also {
                        schema: &rt::Schema {
                            name: "",
                            description: "",
                            shape: rt::Shape::Array {
                                items: &rt::Schema {
                                    name: "",
                                    description: "",
                                    shape: rt::Shape::Also {
                                        schema: &rt::Schema::INTEGER,
                                        forms: &[rt::Form::Text],
                                    },
                                },
                            },
                        },
                        forms: &[rt::Form::One],
                    },
                },
            },
        ],
    },
};

/// Types of the nodes whose own keys are not described here.
pub static ETL_NODE_TYPE: rt::Schema = rt::Schema {
    name: "EtlNodeType",
    description: "Types of the nodes whose own keys are not described here.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
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
pub static ETL_FIELD: rt::Schema = rt::Schema {
    name: "EtlField",
    description: "A field of the data that a node reads or writes.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the field.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "Type of the field: Void, Boolean, Tinyint, Smallint, Int, Bigint, Float, Double, String, Char, Varchar,\nDate, Datetime, Timestamp, Decimal, Binary, TimestampWithTimeZone, Array, Map, Struct or Uniontype. Upper\nand lower case both occur.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "properties",
                required: false,
                required_when: None,
                description: "The fields inside a nested type. Empty or absent for others.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &ETL_FIELD,
                    },
                },
            },
        ],
    },
};

/// A condition of a filter.
pub static ETL_FILTER_CONDITION: rt::Schema = rt::Schema {
    name: "EtlFilterCondition",
    description: "A condition of a filter.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the field.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "operator",
                required: false,
                required_when: None,
                description: "How field and value are compared.",
                schema: &ETL_OPERATOR,
            },
            rt::Field {
                name: "value",
                required: false,
                required_when: None,
                description: "What the field is compared with.",
                schema: &rt::Schema::ANY,
            },
        ],
    },
};

/// A comparison. Its values are not explained.
pub static ETL_OPERATOR: rt::Schema = rt::Schema {
    name: "EtlOperator",
    description: "A comparison. Its values are not explained.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["EQ", "NE", "GT", "LT", "GTE", "LTE"],
        outcomes: &[],
    },
};

/// How conditions are combined. Its values are not explained.
pub static ETL_CONDITION_OPERATOR: rt::Schema = rt::Schema {
    name: "EtlConditionOperator",
    description: "How conditions are combined. Its values are not explained.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["HEAD", "AND", "OR"],
        outcomes: &[],
    },
};

/// Counts of the executions of a time range.
pub static EXECUTION_COUNT: rt::Schema = rt::Schema {
    name: "ExecutionCount",
    description: "Counts of the executions of a time range.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "totalCount",
                required: false,
                required_when: None,
                description: "Number of all executions.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "completedCount",
                required: false,
                required_when: None,
                description: "Number of executions that succeeded.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "failedCount",
                required: false,
                required_when: None,
                description: "Number of executions that failed.",
                schema: &rt::Schema::INTEGER,
            },
        ],
    },
};

/// Counts of executions, day by day.
pub static EXECUTION_INTERVALS: rt::Schema = rt::Schema {
    name: "ExecutionIntervals",
    description: "Counts of executions, day by day.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "result",
                required: true,
                required_when: None,
                description: "The days of the requested range, in order.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &EXECUTION_INTERVAL,
                    },
                },
            },
        ],
    },
};

/// Count of the executions of one day. A day runs from 00:00:01 to 00:00:00 of the next day.
pub static EXECUTION_INTERVAL: rt::Schema = rt::Schema {
    name: "ExecutionInterval",
    description: "Count of the executions of one day. A day runs from 00:00:01 to 00:00:00 of the next day.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "totalCount",
                required: false,
                required_when: None,
                description: "Number of executions.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "startDate",
                required: false,
                required_when: None,
                description: "Start of the day, ISO 8601 without offset. Old data may have milliseconds.",
                schema: &rt::Schema::DATE_TIME_LOCAL,
            },
            rt::Field {
                name: "endDate",
                required: false,
                required_when: None,
                description: "End of the day, ISO 8601 without offset. Old data may have milliseconds. The last day ends after the\nrequested end.",
                schema: &rt::Schema::DATE_TIME_LOCAL,
            },
        ],
    },
};

/// Points of the execution time chart.
pub static EXECUTION_TIMES: rt::Schema = rt::Schema {
    name: "ExecutionTimes",
    description: "Points of the execution time chart.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "result",
                required: true,
                required_when: None,
                description: "The points.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &EXECUTION_TIME,
                    },
                },
            },
        ],
    },
};

/// A point of the execution time chart.
pub static EXECUTION_TIME: rt::Schema = rt::Schema {
    name: "ExecutionTime",
    description: "A point of the execution time chart.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "time",
                required: false,
                required_when: None,
                description: "Time of the point, milliseconds since 1970-01-01T00:00:00Z.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "value",
                required: false,
                required_when: None,
                description: "Value at this time. Meaning and unit are uncertain.",
                schema: &rt::Schema::INTEGER,
            },
        ],
    },
};

/// A page of triggers.
pub static TRIGGER_LIST: rt::Schema = rt::Schema {
    name: "TriggerList",
    description: "A page of triggers.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "list",
                required: true,
                required_when: None,
                description: "The triggers. A page without this field is an error, not an empty page.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &TRIGGER,
                    },
                },
            },
            rt::Field {
                name: "count",
                required: false,
                required_when: None,
                description: "Number of results. It may count the page or all pages; do not use it for paging.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "page",
                required: false,
                required_when: None,
                description: "Number of the page, from 0.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "limit",
                required: false,
                required_when: None,
                description: "Maximum number of items on a page. It may differ from the requested limit.",
                schema: &rt::Schema::INTEGER,
            },
        ],
    },
};

/// A trigger.
pub static TRIGGER: rt::Schema = rt::Schema {
    name: "Trigger",
    description: "A trigger.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "triggerId",
                required: true,
                required_when: None,
                description: "ID of the trigger.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the trigger, 3-100 characters.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "Kind of trigger.",
                schema: &TRIGGER_TYPE,
            },
            rt::Field {
                name: "triggerRule",
                required: false,
                required_when: None,
                description: "When the trigger starts a workflow.",
                schema: &TRIGGER_RULE,
            },
            rt::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.",
                schema: &rt::Schema::DATE_TIME,
            },
        ],
    },
};

/// When a trigger starts a workflow.
pub static TRIGGER_RULE: rt::Schema = rt::Schema {
    name: "TriggerRule",
    description: "When a trigger starts a workflow.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "Kind of rule.",
                schema: &TRIGGER_RULE_TYPE,
            },
            rt::Field {
                name: "interval",
                required: false,
                required_when: None,
                description: "Length of the cycle. Present for `RECURRING`.",
                schema: &TRIGGER_INTERVAL,
            },
            rt::Field {
                name: "time",
                required: false,
                required_when: None,
                description: "For `RECURRING`: the minute, `00`-`59`, if the interval is `HOUR`; otherwise the time of day, such as\n`10:00`. The time zone is not documented.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "dayOfWeek",
                required: false,
                required_when: None,
                description: "Days of the week. Present for an interval of `WEEK`.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &DAY_OF_WEEK,
                    },
                },
            },
            rt::Field {
                name: "dateOfMonth",
                required: false,
                required_when: None,
                description: "For an interval of `MONTH`: day of the month as a string, 1-31, or -1 for the last day of each month.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "executionDate",
                required: false,
                required_when: None,
                description: "For `ONE_TIME`: date and time, as a plain string. The format is not documented.",
                schema: &rt::Schema::TEXT,
            },
        ],
    },
};

/// The trigger to create.
pub static CREATE_TRIGGER_REQUEST: rt::Schema = rt::Schema {
    name: "CreateTriggerRequest",
    description: "The trigger to create.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the trigger, 3-100 characters.",
                schema: &RESOURCE_NAME,
            },
            rt::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Kind of trigger.",
                schema: &TRIGGER_TYPE,
            },
            rt::Field {
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
pub static TRIGGER_RULE_INPUT: rt::Schema = rt::Schema {
    name: "TriggerRuleInput",
    description: "When a trigger starts a workflow.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Kind of rule.",
                schema: &TRIGGER_RULE_TYPE,
            },
            rt::Field {
                name: "interval",
                required: false,
                required_when: Some(rt::RequiredWhen {
                    field: "type",
                    equals: &["RECURRING"],
                }),
                description: "Length of the cycle.",
                schema: &TRIGGER_INTERVAL,
            },
            rt::Field {
                name: "time",
                required: false,
                required_when: Some(rt::RequiredWhen {
                    field: "type",
                    equals: &["RECURRING"],
                }),
                description: "The minute, `00`-`59`, if the interval is `HOUR`; otherwise the time of day, such as `10:00`. The time zone\nis not documented.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::String {
                        format: rt::Format::Text,
                        min_length: None,
                        max_length: None,
                        pattern: Some("^([0-5][0-9]|([01][0-9]|2[0-3]):[0-5][0-9])$"),
                        values: &[],
                        outcomes: &[],
                    },
                },
            },
            rt::Field {
                name: "dayOfWeek",
                required: false,
                required_when: Some(rt::RequiredWhen {
                    field: "interval",
                    equals: &["WEEK"],
                }),
                description: "Days of the week.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &DAY_OF_WEEK,
                    },
                },
            },
            rt::Field {
                name: "dateOfMonth",
                required: false,
                required_when: Some(rt::RequiredWhen {
                    field: "interval",
                    equals: &["MONTH"],
                }),
                description: "Day of the month as a string, 1-31, or -1 for the last day of each month.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::String {
                        format: rt::Format::Text,
                        min_length: None,
                        max_length: None,
                        pattern: Some("^(-1|[1-9]|[12][0-9]|3[01])$"),
                        values: &[],
                        outcomes: &[],
                    },
                },
            },
            rt::Field {
                name: "executionDate",
                required: false,
                required_when: Some(rt::RequiredWhen {
                    field: "type",
                    equals: &["ONE_TIME"],
                }),
                description: "Date and time, as a plain string. The format is not documented; no check is made.",
                schema: &rt::Schema::TEXT,
            },
        ],
    },
};

/// Kind of trigger.
pub static TRIGGER_TYPE: rt::Schema = rt::Schema {
    name: "TriggerType",
    description: "Kind of trigger.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["SCHEDULED", "EVENT", "NONE"],
        outcomes: &[],
    },
};

/// Kind of rule.
pub static TRIGGER_RULE_TYPE: rt::Schema = rt::Schema {
    name: "TriggerRuleType",
    description: "Kind of rule.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["RECURRING", "ONE_TIME", "NONE"],
        outcomes: &[],
    },
};

/// Length of the cycle of a trigger.
pub static TRIGGER_INTERVAL: rt::Schema = rt::Schema {
    name: "TriggerInterval",
    description: "Length of the cycle of a trigger.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["HOUR", "DAY", "WEEK", "MONTH"],
        outcomes: &[],
    },
};

/// Day of the week.
pub static DAY_OF_WEEK: rt::Schema = rt::Schema {
    name: "DayOfWeek",
    description: "Day of the week.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
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
pub static WORKFLOW_LIST: rt::Schema = rt::Schema {
    name: "WorkflowList",
    description: "A page of workflows.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "list",
                required: true,
                required_when: None,
                description: "The workflows. A page without this field is an error, not an empty page.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &WORKFLOW_SUMMARY,
                    },
                },
            },
            rt::Field {
                name: "count",
                required: false,
                required_when: None,
                description: "Number of results. It may count the page or all pages; do not use it for paging.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "page",
                required: false,
                required_when: None,
                description: "Number of the page, from 0.",
                schema: &rt::Schema::INTEGER,
            },
            rt::Field {
                name: "limit",
                required: false,
                required_when: None,
                description: "Maximum number of items on a page. It may differ from the requested limit.",
                schema: &rt::Schema::INTEGER,
            },
        ],
    },
};

/// A workflow in a listing.
pub static WORKFLOW_SUMMARY: rt::Schema = rt::Schema {
    name: "WorkflowSummary",
    description: "A workflow in a listing.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "workflowId",
                required: true,
                required_when: None,
                description: "ID of the workflow.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the workflow, 3-100 characters.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "lastExecutionDate",
                required: false,
                required_when: None,
                description: "Last execution, ISO 8601 with offset +09:00.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "isTemp",
                required: false,
                required_when: None,
                description: "Whether an old workflow is saved temporarily (true) or complete (false). Temporary saving was removed on\n2026-09-17.",
                schema: &rt::Schema::BOOLEAN,
            },
            rt::Field {
                name: "triggerRuleType",
                required: false,
                required_when: None,
                description: "Kind of the rule of its trigger. Same values as `triggerRule` in its nodes.",
                schema: &TRIGGER_RULE_TYPE,
            },
            rt::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The trigger and the jobs.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &WORKFLOW_NODE,
                    },
                },
            },
            rt::Field {
                name: "resourceId",
                required: false,
                required_when: None,
                description: "ID of the resource, the same value as `workflowId`.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
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
pub static WORKFLOW_DISABLED: rt::Schema = rt::Schema {
    name: "WorkflowDisabled",
    description: "Flag about the permission to view a workflow, a boolean or a string. It is not documented which value grants the\npermission.",
    shape: rt::Shape::OneOf(&[&rt::Schema::TEXT, &rt::Schema::BOOLEAN]),
};

/// A workflow.
pub static WORKFLOW: rt::Schema = rt::Schema {
    name: "Workflow",
    description: "A workflow.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "workflowId",
                required: true,
                required_when: None,
                description: "ID of the workflow.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the workflow, 3-100 characters.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The trigger and the jobs.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &WORKFLOW_NODE,
                    },
                },
            },
            rt::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00.",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "isTemp",
                required: false,
                required_when: None,
                description: "Whether an old workflow is saved temporarily (true) or complete (false). Temporary saving was removed on\n2026-09-17.",
                schema: &rt::Schema::BOOLEAN,
            },
        ],
    },
};

/// A trigger or a job of a workflow.
pub static WORKFLOW_NODE: rt::Schema = rt::Schema {
    name: "WorkflowNode",
    description: "A trigger or a job of a workflow.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "ID of the trigger or of the job, by `type`.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Also {
                        schema: &rt::Schema::TEXT,
                        forms: &[rt::Form::Number],
                    },
                },
            },
            rt::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the trigger or of the job, by `type`.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "Kind of node.",
                schema: &WORKFLOW_NODE_TYPE,
            },
            rt::Field {
                name: "parentNodeIds",
                required: false,
                required_when: None,
                description: "For a job, the ID of the trigger's node; for a trigger, empty.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Also {
                        schema: &rt::Schema {
                            name: "",
                            description: "",
                            shape: rt::Shape::Array {
                                items: &rt::Schema {
                                    name: "",
                                    description: "",
                                    shape: rt::Shape::Also {
                                        schema: &rt::Schema::TEXT,
                                        forms: &[rt::Form::Number],
                                    },
                                },
                            },
                        },
                        forms: &[rt::Form::One],
                    },
                },
            },
            rt::Field {
                name: "triggerRule",
                required: false,
                required_when: None,
                description: "Kind of the rule of the trigger.",
                schema: &TRIGGER_RULE_TYPE,
            },
            rt::Field {
                name: "isValid",
                required: false,
                required_when: None,
                description: "Whether the trigger or job still exists: true is usable, false is deleted.",
                schema: &rt::Schema::BOOLEAN,
            },
            rt::Field {
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
pub static WORKFLOW_NODE_TYPE: rt::Schema = rt::Schema {
    name: "WorkflowNodeType",
    description: "Kind of a workflow node.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["TRIGGER", "JOB"],
        outcomes: &[],
    },
};

/// The workflow to create.
pub static CREATE_WORKFLOW_REQUEST: rt::Schema = rt::Schema {
    name: "CreateWorkflowRequest",
    description: "The workflow to create.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the workflow, 3-100 characters.",
                schema: &RESOURCE_NAME,
            },
            rt::Field {
                name: "nodes",
                required: true,
                required_when: None,
                description: "The trigger and the jobs.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &WORKFLOW_NODE_INPUT,
                    },
                },
            },
        ],
    },
};

/// The workflow after the update.
pub static UPDATE_WORKFLOW_REQUEST: rt::Schema = rt::Schema {
    name: "UpdateWorkflowRequest",
    description: "The workflow after the update.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the workflow, 3-100 characters.",
                schema: &RESOURCE_NAME,
            },
            rt::Field {
                name: "nodes",
                required: true,
                required_when: None,
                description: "The trigger and the jobs.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &WORKFLOW_NODE_INPUT,
                    },
                },
            },
        ],
    },
};

/// A trigger or a job of a workflow to create or replace.
pub static WORKFLOW_NODE_INPUT: rt::Schema = rt::Schema {
    name: "WorkflowNodeInput",
    description: "A trigger or a job of a workflow to create or replace.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "For a trigger, its `triggerId` from getTriggers; for a job, its `jobId` from getJobs.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Also {
                        schema: &rt::Schema {
                            name: "",
                            description: "",
                            shape: rt::Shape::String {
                                format: rt::Format::Text,
                                min_length: Some(1),
                                max_length: None,
                                pattern: None,
                                values: &[],
                                outcomes: &[],
                            },
                        },
                        forms: &[rt::Form::Number],
                    },
                },
            },
            rt::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of that trigger or job.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::String {
                        format: rt::Format::Text,
                        min_length: Some(1),
                        max_length: None,
                        pattern: None,
                        values: &[],
                        outcomes: &[],
                    },
                },
            },
            rt::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Kind of node.",
                schema: &WORKFLOW_NODE_TYPE,
            },
            rt::Field {
                name: "parentNodeIds",
                required: true,
                required_when: None,
                description: "For a job, the ID of the trigger's node; for a trigger, an empty list.",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Also {
                        schema: &rt::Schema {
                            name: "",
                            description: "",
                            shape: rt::Shape::Array {
                                items: &rt::Schema {
                                    name: "",
                                    description: "",
                                    shape: rt::Shape::Also {
                                        schema: &rt::Schema {
                                            name: "",
                                            description: "",
                                            shape: rt::Shape::String {
                                                format: rt::Format::Text,
                                                min_length: Some(1),
                                                max_length: None,
                                                pattern: None,
                                                values: &[],
                                                outcomes: &[],
                                            },
                                        },
                                        forms: &[rt::Form::Number],
                                    },
                                },
                            },
                        },
                        forms: &[rt::Form::One],
                    },
                },
            },
            rt::Field {
                name: "triggerRule",
                required: false,
                required_when: None,
                description: "Kind of the rule of the trigger.",
                schema: &TRIGGER_RULE_TYPE,
            },
            rt::Field {
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
pub static WORKFLOW_START: rt::Schema = rt::Schema {
    name: "WorkflowStart",
    description: "Confirms that the start of a workflow was accepted. It has no execution ID.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "workflowId",
                required: true,
                required_when: None,
                description: "ID of the workflow.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "triggerId",
                required: false,
                required_when: None,
                description: "ID of the start trigger that was run.",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
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
pub static WORKFLOW_START_STATUS: rt::Schema = rt::Schema {
    name: "WorkflowStartStatus",
    description: "State of a request to start a workflow.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["ACCEPTED"],
        outcomes: &[],
    },
};
