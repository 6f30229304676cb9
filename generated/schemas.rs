// @generated from spec/dataflow.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// The whole body is the JSON value `true`, not an object.
pub static CONFIRMATION: rt::Schema = rt::Schema::new(
    "Confirmation",
    "The whole body is the JSON value `true`, not an object.",
    rt::Shape::Const(true),
);

/// Name of a job, workflow or trigger: letters, digits, `_` and `-`. The first character is a letter, `_` or `-`.
pub static RESOURCE_NAME: rt::Schema = rt::Schema::new(
    "ResourceName",
    "Name of a job, workflow or trigger: letters, digits, `_` and `-`. The first character is a letter, `_` or `-`.",
    rt::Shape::expecting(
        rt::Shape::text(Some(3), Some(100), Some("^[A-Za-z_-][A-Za-z0-9_-]*$")),
        "letters, digits, _ and -, without a digit at the beginning, such as nightly-etl",
    ),
);

/// Settings of one run of a job. All fields are optional.
pub static CREATE_JOB_EXECUTION_REQUEST: rt::Schema = rt::Schema::new(
    "CreateJobExecutionRequest",
    "Settings of one run of a job. All fields are optional.",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional(
                "jobCondition",
                &JOB_CONDITION_INPUT,
                "Settings of this run. Without them, the run uses the settings stored in the job.",
            ),
            rt::Field::optional(
                "parameters",
                &EXECUTION_PARAMETERS,
                "Parameters of this run.",
            ),
        ],
    },
);

/// Parameters of a run. The content is not documented.
pub static EXECUTION_PARAMETERS: rt::Schema = rt::Schema::new(
    "ExecutionParameters",
    "Parameters of a run. The content is not documented.",
    rt::Shape::Map {
        values: &rt::Schema::ANY,
    },
);

/// The settings to change in a job.
pub static UPDATE_JOB_EXECUTION_CONFIG_REQUEST: rt::Schema = rt::Schema::new(
    "UpdateJobExecutionConfigRequest",
    "The settings to change in a job.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "jobCondition",
                &JOB_CONDITION_INPUT,
                "The settings. Keys that you leave out keep their stored value.",
            ),
        ],
    },
);

/// Settings of a run, in requests.
pub static JOB_CONDITION_INPUT: rt::Schema = rt::Schema::new(
    "JobConditionInput",
    "Settings of a run, in requests.",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional(
                "numWorker",
                &rt::Schema::unnamed(rt::Shape::Integer {
                    minimum: Some(2),
                    maximum: Some(10),
                }),
                "Number of workers. A new job starts with 2.",
            ),
            rt::Field::optional(
                "timeout",
                &rt::Schema::unnamed(rt::Shape::Integer {
                    minimum: Some(1),
                    maximum: Some(1440),
                }),
                "Timeout for the result of one run, in minutes. A new job starts with 360.",
            ),
            rt::Field::optional(
                "nrn",
                &rt::Schema::TEXT,
                "NAVER Cloud resource name (NRN). The examples hold the NRN of an IAM role.",
            ),
            rt::Field::optional(
                "scriptPath",
                &rt::Schema::TEXT,
                "Bucket and prefix where the script is stored. A change by updateJobExecutionConfig moves the stored script.",
            ),
            rt::Field::optional(
                "logPath",
                &rt::Schema::TEXT,
                "Bucket and prefix where the execution history is stored.",
            ),
            rt::Field::optional(
                "parameters",
                &JOB_PARAMETERS,
                "Parameters, for jobs of type `SCRIPT` only.",
            ),
        ],
    },
);

/// Parameters of a script job: names with string values.
pub static JOB_PARAMETERS: rt::Schema = rt::Schema::new(
    "JobParameters",
    "Parameters of a script job: names with string values.",
    rt::Shape::Map {
        values: &rt::Schema::TEXT,
    },
);

/// A page of executions.
pub static JOB_EXECUTION_LIST: rt::Schema = rt::Schema::new(
    "JobExecutionList",
    "A page of executions.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "list",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &JOB_EXECUTION,
                }),
                "The executions. A page without this field is an error, not an empty page.",
            ),
            rt::Field::optional(
                "count",
                &rt::Schema::INTEGER,
                "Number of results. It may count the page or all pages; do not use it for paging.",
            ),
            rt::Field::optional(
                "page",
                &rt::Schema::INTEGER,
                "Number of the page, from 0.",
            ),
            rt::Field::optional(
                "limit",
                &rt::Schema::INTEGER,
                "Maximum number of items on a page. It may differ from the requested limit.",
            ),
        ],
    },
);

/// One execution (run) of a job.
pub static JOB_EXECUTION: rt::Schema = rt::Schema::new(
    "JobExecution",
    "One execution (run) of a job.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "jobExecutionId",
                &rt::Schema::TEXT,
                "ID of the execution.",
            ),
            rt::Field::optional("jobId", &rt::Schema::TEXT, "ID of the job."),
            rt::Field::optional(
                "jobCondition",
                &JOB_CONDITION,
                "Settings of the execution.",
            ),
            rt::Field::optional("status", &EXECUTION_STATUS, "State of the execution."),
            rt::Field::optional(
                "startDate",
                &rt::Schema::DATE_TIME,
                "Start, ISO 8601 with offset +09:00.",
            ),
            rt::Field::optional(
                "endDate",
                &rt::Schema::DATE_TIME,
                "End, ISO 8601 with offset +09:00.",
            ),
            rt::Field::optional(
                "createdDate",
                &rt::Schema::DATE_TIME,
                "Creation, ISO 8601 with offset +09:00. It is not documented whether of the job or of the run.",
            ),
            rt::Field::optional(
                "triggerId",
                &rt::Schema::TEXT,
                "ID of a trigger, probably the one that started the run.",
            ),
            rt::Field::optional(
                "triggerName",
                &rt::Schema::TEXT,
                "Name of that trigger.",
            ),
            rt::Field::optional("jobName", &rt::Schema::TEXT, "Name of the job."),
            rt::Field::optional(
                "waitingTime",
                &rt::Schema::INTEGER,
                "Waiting time. The unit is uncertain, probably seconds.",
            ),
            rt::Field::optional(
                "executorNum",
                &rt::Schema::INTEGER,
                "Number of workers.",
            ),
            rt::Field::optional(
                "runningTime",
                &rt::Schema::INTEGER,
                "Running time, minutes.",
            ),
            rt::Field::optional(
                "parsedParameters",
                &PARSED_PARAMETERS,
                "Parsed parameters of the execution.",
            ),
            rt::Field::optional(
                "type",
                &EXECUTION_TYPE,
                "Origin of the run: `JOB` or `WORKFLOW`.",
            ),
        ],
    },
);

/// Settings of a run, in responses.
pub static JOB_CONDITION: rt::Schema = rt::Schema::new(
    "JobCondition",
    "Settings of a run, in responses.",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional(
                "workerType",
                &WORKER_TYPE,
                "Kind of worker. Current requests no longer have it.",
            ),
            rt::Field::optional(
                "numWorker",
                &rt::Schema::INTEGER,
                "Number of workers. A new job starts with 2; requests allow 2-10.",
            ),
            rt::Field::optional(
                "timeout",
                &rt::Schema::INTEGER,
                "Timeout for the result of one run, in minutes. A new job starts with 360. Old data may hold 0.",
            ),
            rt::Field::optional(
                "nrn",
                &rt::Schema::TEXT,
                "NAVER Cloud resource name (NRN). The examples hold the NRN of an IAM role.",
            ),
            rt::Field::optional(
                "scriptPath",
                &rt::Schema::TEXT,
                "Bucket and prefix where the script is stored.",
            ),
            rt::Field::optional(
                "logPath",
                &rt::Schema::TEXT,
                "Bucket and prefix where the execution history is stored.",
            ),
            rt::Field::optional(
                "consoleLogPath",
                &rt::Schema::TEXT,
                "Bucket and key of the console log. The value contains colons and a date without zone. Do not parse it as a\ndate or as a URL path.",
            ),
        ],
    },
);

/// Kind of worker.
pub static WORKER_TYPE: rt::Schema = rt::Schema::new(
    "WorkerType",
    "Kind of worker.",
    rt::Shape::one_of_values(&["DATAFLOW", "DEFAULT"], &[]),
);

/// State of an execution. `READY` means waiting; as the state of a job, it means runnable.
pub static EXECUTION_STATUS: rt::Schema = rt::Schema::new(
    "ExecutionStatus",
    "State of an execution. `READY` means waiting; as the state of a job, it means runnable.",
    rt::Shape::one_of_values(
        &["READY", "RUNNING", "COMPLETED", "FAILED", "CANCELED"],
        &[
            ("COMPLETED", rt::Outcome::Success),
            ("FAILED", rt::Outcome::Failure),
            ("CANCELED", rt::Outcome::Cancelled),
        ],
    ),
);

/// Origin of an execution.
pub static EXECUTION_TYPE: rt::Schema = rt::Schema::new(
    "ExecutionType",
    "Origin of an execution.",
    rt::Shape::one_of_values(&["JOB", "WORKFLOW"], &[]),
);

/// Parsed parameters of an execution, an object or an array. The content is not documented.
pub static PARSED_PARAMETERS: rt::Schema = rt::Schema::new(
    "ParsedParameters",
    "Parsed parameters of an execution, an object or an array. The content is not documented.",
    rt::Shape::OneOf(
        &[
            &rt::Schema::unnamed(rt::Shape::Map {
                values: &rt::Schema::ANY,
            }),
            &rt::Schema::unnamed(rt::Shape::Array {
                items: &rt::Schema::ANY,
            }),
        ],
    ),
);

/// A page of jobs.
pub static JOB_LIST: rt::Schema = rt::Schema::new(
    "JobList",
    "A page of jobs.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "list",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &JOB_SUMMARY,
                }),
                "The jobs. A page without this field is an error, not an empty page.",
            ),
            rt::Field::optional(
                "count",
                &rt::Schema::INTEGER,
                "Number of results. It may count the page or all pages; do not use it for paging.",
            ),
            rt::Field::optional(
                "page",
                &rt::Schema::INTEGER,
                "Number of the page, from 0.",
            ),
            rt::Field::optional(
                "limit",
                &rt::Schema::INTEGER,
                "Maximum number of items on a page. It may differ from the requested limit.",
            ),
        ],
    },
);

/// A job in a listing.
pub static JOB_SUMMARY: rt::Schema = rt::Schema::new(
    "JobSummary",
    "A job in a listing.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("jobId", &rt::Schema::TEXT, "ID of the job."),
            rt::Field::optional(
                "name",
                &rt::Schema::TEXT,
                "Name of the job, 3-100 characters.",
            ),
            rt::Field::optional("type", &JOB_TYPE, "Kind of job."),
            rt::Field::optional("status", &JOB_STATUS, "State of the job."),
            rt::Field::optional(
                "lastExecutionStatus",
                &EXECUTION_STATUS,
                "State of the last execution.",
            ),
            rt::Field::optional(
                "createdDate",
                &rt::Schema::DATE_TIME,
                "Creation, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.",
            ),
            rt::Field::optional(
                "updatedDate",
                &rt::Schema::DATE_TIME,
                "Last change, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.",
            ),
            rt::Field::optional(
                "lastExecutionDate",
                &rt::Schema::DATE_TIME,
                "Last execution, ISO 8601 with offset +09:00.",
            ),
            rt::Field::optional(
                "resourceId",
                &rt::Schema::TEXT,
                "ID of the resource, the same value as `jobId`.",
            ),
            rt::Field::optional(
                "disabled",
                &rt::Schema::unnamed(rt::Shape::Also {
                    schema: &rt::Schema::BOOLEAN,
                    forms: &[rt::Form::Text],
                }),
                "Flag for the permission to view the job. The value that grants the permission is not documented.",
            ),
        ],
    },
);

/// A job.
pub static JOB: rt::Schema = rt::Schema::new(
    "Job",
    "A job.",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional("jobId", &rt::Schema::TEXT, "ID of the job."),
            rt::Field::optional(
                "name",
                &rt::Schema::TEXT,
                "Name of the job, 3-100 characters.",
            ),
            rt::Field::optional(
                "description",
                &rt::Schema::TEXT,
                "Description of the job. It may be empty or absent.",
            ),
            rt::Field::optional("type", &JOB_TYPE, "Kind of job."),
            rt::Field::optional("status", &JOB_STATUS, "State of the job."),
            rt::Field::optional(
                "maxConcurrentRuns",
                &rt::Schema::INTEGER,
                "Maximum number of concurrent runs.",
            ),
            rt::Field::optional(
                "lastExecutionStatus",
                &EXECUTION_STATUS,
                "State of the last execution.",
            ),
            rt::Field::optional(
                "nodes",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_JOB_NODE,
                }),
                "The steps of a visual job.",
            ),
            rt::Field::optional(
                    "runCondition",
                    &JOB_CONDITION,
                    "The settings that the job runs with. Requests, executions and workflow nodes call the same object\n`jobCondition`.",
                )
                .sent_as("jobCondition"),
            rt::Field::optional(
                "createdDate",
                &rt::Schema::DATE_TIME,
                "Creation, ISO 8601 with offset +09:00.",
            ),
            rt::Field::optional(
                "updatedDate",
                &rt::Schema::DATE_TIME,
                "Last change, ISO 8601 with offset +09:00.",
            ),
            rt::Field::optional(
                "lastExecutionDate",
                &rt::Schema::DATE_TIME,
                "Last execution, ISO 8601 with offset +09:00. Absent in responses to changes.",
            ),
        ],
    },
);

/// The job to create.
pub static CREATE_JOB_REQUEST: rt::Schema = rt::Schema::new(
    "CreateJobRequest",
    "The job to create.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("name", &RESOURCE_NAME, "Name of the job."),
            rt::Field::required("type", &JOB_TYPE_INPUT, "Kind of job."),
            rt::Field::optional(
                "maxConcurrentRuns",
                &rt::Schema::INTEGER,
                "Maximum number of concurrent runs.",
            ),
            rt::Field::optional(
                "jobCondition",
                &JOB_CONDITION_INPUT,
                "The settings that the job runs with. Responses call them `runCondition`.",
            ),
            rt::Field::optional(
                "nodes",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_JOB_NODE,
                }),
                "The steps of a visual job.",
            ),
        ],
    },
);

/// The changes to a job.
pub static UPDATE_JOB_REQUEST: rt::Schema = rt::Schema::new(
    "UpdateJobRequest",
    "The changes to a job.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &JOB_TYPE_INPUT,
                "Kind of job. Required with every change.",
            ),
            rt::Field::optional("name", &RESOURCE_NAME, "Name of the job."),
            rt::Field::optional(
                "maxConcurrentRuns",
                &rt::Schema::INTEGER,
                "Maximum number of concurrent runs.",
            ),
            rt::Field::optional(
                "jobCondition",
                &JOB_CONDITION_INPUT,
                "The settings that the job runs with.",
            ),
            rt::Field::optional(
                "nodes",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_JOB_NODE,
                }),
                "The steps of a visual job.",
            ),
        ],
    },
);

/// The job to check.
pub static VERIFY_JOB_REQUEST: rt::Schema = rt::Schema::new(
    "VerifyJobRequest",
    "The job to check.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("name", &RESOURCE_NAME, "Name of the job."),
            rt::Field::required(
                "nodes",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_JOB_NODE,
                }),
                "The steps of the job.",
            ),
        ],
    },
);

/// Kind of job, in responses.
pub static JOB_TYPE: rt::Schema = rt::Schema::new(
    "JobType",
    "Kind of job, in responses.",
    rt::Shape::one_of_values(&["VISUAL", "SCRIPT", "DATAFLOW"], &[]),
);

/// Kind of job, in requests.
pub static JOB_TYPE_INPUT: rt::Schema = rt::Schema::new(
    "JobTypeInput",
    "Kind of job, in requests.",
    rt::Shape::one_of_values(&["VISUAL", "SCRIPT"], &[]),
);

/// State of a job. `READY` means runnable; as the state of an execution, it means waiting.
pub static JOB_STATUS: rt::Schema = rt::Schema::new(
    "JobStatus",
    "State of a job. `READY` means runnable; as the state of an execution, it means waiting.",
    rt::Shape::one_of_values(
        &[
            "READY",
            "RUNNABLE",
            "RUNNING",
            "DELETED",
            "UNKNOWN",
            "DRAFT",
            "STOPPED",
            "EDITING",
        ],
        &[],
    ),
);

/// A step of a visual job. The prefix of its type says whether it is a source, a transformation or a target.
/// Unknown types and unknown fields are kept.
pub static ETL_JOB_NODE: rt::Schema = rt::Schema::new(
    "EtlJobNode",
    "A step of a visual job. The prefix of its type says whether it is a source, a transformation or a target.\nUnknown types and unknown fields are kept.",
    rt::Shape::Tagged {
        property: "type",
        variants: &[
            ("SOURCE_OBS", &OBS_SOURCE_NODE),
            ("SOURCE_CATALOG", &CATALOG_SOURCE_NODE),
            ("SOURCE_CDB_MYSQL", &MYSQL_SOURCE_NODE),
            ("SOURCE_CDB_POSTGRESQL", &POSTGRESQL_SOURCE_NODE),
            ("TRANSFORM_DEFINE", &DEFINE_NODE),
            ("TRANSFORM_SELECT", &SELECT_NODE),
            ("TRANSFORM_JOIN", &JOIN_NODE),
            ("TRANSFORM_FILTER", &FILTER_NODE),
            ("TRANSFORM_UNION", &UNION_NODE),
            ("TRANSFORM_AGGREGATE", &AGGREGATE_NODE),
            ("TRANSFORM_RENAME", &RENAME_NODE),
            ("TRANSFORM_DROP_DUPLICATION", &DROP_DUPLICATION_NODE),
            ("TRANSFORM_FILL_MISSING_VALUES", &FILL_MISSING_VALUES_NODE),
            ("TRANSFORM_SQL", &SQL_NODE),
            ("TARGET_CDB_MYSQL", &MYSQL_TARGET_NODE),
            ("TARGET_CDB_POSTGRESQL", &POSTGRESQL_TARGET_NODE),
            ("TARGET_OBS", &OBS_TARGET_NODE),
            ("TARGET_CATALOG", &CATALOG_TARGET_NODE),
        ],
    },
);

/// Reads from Object Storage.
pub static OBS_SOURCE_NODE: rt::Schema = rt::Schema::new(
    "ObsSourceNode",
    "Reads from Object Storage.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("SOURCE_OBS")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from; empty for a source.",
            ),
            rt::Field::required(
                "regionNo",
                &rt::Schema::TEXT,
                "Number of the region, as a string.",
            ),
            rt::Field::required(
                "bucketName",
                &rt::Schema::TEXT,
                "Bucket of Object Storage.",
            ),
            rt::Field::required(
                "prefix",
                &rt::Schema::TEXT,
                "Prefix of the objects in the bucket.",
            ),
            rt::Field::required(
                "dataType",
                &OBS_SOURCE_DATA_TYPE,
                "Format of the data.",
            ),
            rt::Field::required(
                "fieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FIELD,
                }),
                "Fields of the data.",
            ),
        ],
    },
);

/// Reads from a data catalog.
pub static CATALOG_SOURCE_NODE: rt::Schema = rt::Schema::new(
    "CatalogSourceNode",
    "Reads from a data catalog.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("SOURCE_CATALOG")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from; empty for a source.",
            ),
            rt::Field::required(
                "database",
                &rt::Schema::TEXT,
                "Database of the data catalog.",
            ),
            rt::Field::required("table", &rt::Schema::TEXT, "Table of the database."),
            rt::Field::required(
                "schemaVersion",
                &rt::Schema::TEXT,
                "Version of the table's schema.",
            ),
            rt::Field::required(
                "fieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FIELD,
                }),
                "Fields of the data.",
            ),
        ],
    },
);

/// Reads from Cloud DB for MySQL.
pub static MYSQL_SOURCE_NODE: rt::Schema = rt::Schema::new(
    "MysqlSourceNode",
    "Reads from Cloud DB for MySQL.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("SOURCE_CDB_MYSQL")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from; empty for a source.",
            ),
            rt::Field::required(
                "connectionId",
                &rt::Schema::TEXT,
                "ID of the connection to the database.",
            ),
            rt::Field::required("table", &rt::Schema::TEXT, "Table of the database."),
            rt::Field::required(
                "fieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FIELD,
                }),
                "Fields of the data.",
            ),
        ],
    },
);

/// Reads from Cloud DB for PostgreSQL.
pub static POSTGRESQL_SOURCE_NODE: rt::Schema = rt::Schema::new(
    "PostgresqlSourceNode",
    "Reads from Cloud DB for PostgreSQL.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("SOURCE_CDB_POSTGRESQL")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from; empty for a source.",
            ),
            rt::Field::required(
                "connectionId",
                &rt::Schema::TEXT,
                "ID of the connection to the database.",
            ),
            rt::Field::required("table", &rt::Schema::TEXT, "Table of the database."),
            rt::Field::required(
                "fieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FIELD,
                }),
                "Fields of the data.",
            ),
        ],
    },
);

/// Changes the types and names of fields.
pub static DEFINE_NODE: rt::Schema = rt::Schema::new(
    "DefineNode",
    "Changes the types and names of fields.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TRANSFORM_DEFINE")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::required(
                "defineFieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FIELD_DEFINITION,
                }),
                "Fields to change.",
            ),
        ],
    },
);

/// Selects fields.
pub static SELECT_NODE: rt::Schema = rt::Schema::new(
    "SelectNode",
    "Selects fields.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TRANSFORM_SELECT")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::required(
                "fieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FIELD,
                }),
                "Fields to select.",
            ),
        ],
    },
);

/// Joins the data of two nodes.
pub static JOIN_NODE: rt::Schema = rt::Schema::new(
    "JoinNode",
    "Joins the data of two nodes.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TRANSFORM_JOIN")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::required("joinType", &ETL_JOIN_TYPE, "Kind of join."),
            rt::Field::required("leftNodeId", &ETL_NODE_ID, "ID of the left node."),
            rt::Field::required("rightNodeId", &ETL_NODE_ID, "ID of the right node."),
            rt::Field::required(
                "joinConditionList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_JOIN_CONDITION,
                }),
                "Conditions of the join.",
            ),
            rt::Field::optional(
                "prefix",
                &rt::Schema::TEXT,
                "Prefix of the fields that the join renames.",
            ),
        ],
    },
);

/// Keeps the rows that fulfill the conditions.
pub static FILTER_NODE: rt::Schema = rt::Schema::new(
    "FilterNode",
    "Keeps the rows that fulfill the conditions.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TRANSFORM_FILTER")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::optional(
                "filterType",
                &rt::Schema::TEXT,
                "Logical operator between the conditions, e.g. `AND`.",
            ),
            rt::Field::optional(
                "filterConditionList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FILTER_CONDITION,
                }),
                "The conditions.",
            ),
        ],
    },
);

/// Combines the rows of several nodes.
pub static UNION_NODE: rt::Schema = rt::Schema::new(
    "UnionNode",
    "Combines the rows of several nodes.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TRANSFORM_UNION")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::required("unionType", &ETL_UNION_TYPE, "Kind of union."),
        ],
    },
);

/// Groups rows and aggregates fields.
pub static AGGREGATE_NODE: rt::Schema = rt::Schema::new(
    "AggregateNode",
    "Groups rows and aggregates fields.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TRANSFORM_AGGREGATE")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::required(
                "groupByList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &rt::Schema::TEXT,
                }),
                "Names of the fields to group by.",
            ),
            rt::Field::required(
                "aggregateFieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_AGGREGATE_FIELD,
                }),
                "Fields to aggregate.",
            ),
        ],
    },
);

/// Renames fields.
pub static RENAME_NODE: rt::Schema = rt::Schema::new(
    "RenameNode",
    "Renames fields.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TRANSFORM_RENAME")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::required(
                "renameFieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FIELD_RENAME,
                }),
                "Fields to rename.",
            ),
        ],
    },
);

/// Drops duplicate rows.
pub static DROP_DUPLICATION_NODE: rt::Schema = rt::Schema::new(
    "DropDuplicationNode",
    "Drops duplicate rows.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TRANSFORM_DROP_DUPLICATION")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::required(
                "dropFieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &rt::Schema::TEXT,
                }),
                "Names of the fields.",
            ),
        ],
    },
);

/// Fills missing values.
pub static FILL_MISSING_VALUES_NODE: rt::Schema = rt::Schema::new(
    "FillMissingValuesNode",
    "Fills missing values.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TRANSFORM_FILL_MISSING_VALUES")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::required(
                "missingValueFieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FILLED_FIELD,
                }),
                "Fields to fill.",
            ),
        ],
    },
);

/// Runs a query.
pub static SQL_NODE: rt::Schema = rt::Schema::new(
    "SqlNode",
    "Runs a query.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TRANSFORM_SQL")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::required(
                "sourceNameList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_SQL_SOURCE,
                }),
                "Table names of the parent nodes.",
            ),
            rt::Field::required("sql", &rt::Schema::TEXT, "Query in Spark SQL."),
        ],
    },
);

/// Writes to Cloud DB for MySQL.
pub static MYSQL_TARGET_NODE: rt::Schema = rt::Schema::new(
    "MysqlTargetNode",
    "Writes to Cloud DB for MySQL.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TARGET_CDB_MYSQL")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::required(
                "connectionId",
                &rt::Schema::TEXT,
                "ID of the connection to the database.",
            ),
            rt::Field::required("table", &rt::Schema::TEXT, "Table of the database."),
            rt::Field::required(
                "fieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FIELD,
                }),
                "Fields of the data.",
            ),
            rt::Field::optional(
                "updateType",
                &ETL_UPDATE_TYPE,
                "Treatment of existing data.",
            ),
        ],
    },
);

/// Writes to Cloud DB for PostgreSQL.
pub static POSTGRESQL_TARGET_NODE: rt::Schema = rt::Schema::new(
    "PostgresqlTargetNode",
    "Writes to Cloud DB for PostgreSQL.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TARGET_CDB_POSTGRESQL")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::required(
                "connectionId",
                &rt::Schema::TEXT,
                "ID of the connection to the database.",
            ),
            rt::Field::required("table", &rt::Schema::TEXT, "Table of the database."),
            rt::Field::required(
                "fieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FIELD,
                }),
                "Fields of the data.",
            ),
            rt::Field::optional(
                "updateType",
                &ETL_UPDATE_TYPE,
                "Treatment of existing data.",
            ),
        ],
    },
);

/// Writes to Object Storage.
pub static OBS_TARGET_NODE: rt::Schema = rt::Schema::new(
    "ObsTargetNode",
    "Writes to Object Storage.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TARGET_OBS")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::required(
                "regionNo",
                &rt::Schema::TEXT,
                "Number of the region, as a string.",
            ),
            rt::Field::required(
                "bucketName",
                &rt::Schema::TEXT,
                "Bucket of Object Storage.",
            ),
            rt::Field::required(
                "prefix",
                &rt::Schema::TEXT,
                "Prefix of the objects in the bucket.",
            ),
            rt::Field::required(
                "dataType",
                &OBS_TARGET_DATA_TYPE,
                "Format of the data.",
            ),
            rt::Field::required(
                "fieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FIELD,
                }),
                "Fields of the data.",
            ),
            rt::Field::optional(
                "updateType",
                &ETL_UPDATE_TYPE,
                "Treatment of existing data.",
            ),
            rt::Field::optional(
                "coalesce",
                &rt::Schema::INTEGER,
                "Number of output files.",
            ),
        ],
    },
);

/// Writes to a data catalog.
pub static CATALOG_TARGET_NODE: rt::Schema = rt::Schema::new(
    "CatalogTargetNode",
    "Writes to a data catalog.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "type",
                &rt::Schema::unnamed(rt::Shape::only("TARGET_CATALOG")),
                "Type of the node.",
            ),
            rt::Field::required("id", &ETL_NODE_ID, "ID of the node inside the job."),
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the node."),
            rt::Field::required(
                "parentNodeIds",
                &ETL_NODE_IDS,
                "IDs of the nodes that this node reads from.",
            ),
            rt::Field::required(
                "database",
                &rt::Schema::TEXT,
                "Database of the data catalog.",
            ),
            rt::Field::required("table", &rt::Schema::TEXT, "Table of the database."),
            rt::Field::required(
                "schemaVersion",
                &rt::Schema::TEXT,
                "Version of the table's schema.",
            ),
            rt::Field::required(
                "fieldList",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FIELD,
                }),
                "Fields of the data.",
            ),
            rt::Field::optional(
                "updateType",
                &ETL_UPDATE_TYPE,
                "Treatment of existing data.",
            ),
            rt::Field::optional(
                "coalesce",
                &rt::Schema::INTEGER,
                "Number of output files.",
            ),
        ],
    },
);

/// ID of a node inside a job, a number. IDs of the nodes of a workflow are strings.
pub static ETL_NODE_ID: rt::Schema = rt::Schema::new(
    "EtlNodeId",
    "ID of a node inside a job, a number. IDs of the nodes of a workflow are strings.",
    rt::Shape::Also {
        schema: &rt::Schema::INTEGER,
        forms: &[rt::Form::Text],
    },
);

/// IDs of nodes inside a job.
pub static ETL_NODE_IDS: rt::Schema = rt::Schema::new(
    "EtlNodeIds",
    "IDs of nodes inside a job.",
    rt::Shape::Also {
        schema: &rt::Schema::unnamed(rt::Shape::Array {
            items: &ETL_NODE_ID,
        }),
        forms: &[rt::Form::One],
    },
);

/// A field whose type and name change.
pub static ETL_FIELD_DEFINITION: rt::Schema = rt::Schema::new(
    "EtlFieldDefinition",
    "A field whose type and name change.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("name", &rt::Schema::TEXT, "Name of an existing field."),
            rt::Field::required("newType", &rt::Schema::TEXT, "New type of the field."),
            rt::Field::required("newName", &rt::Schema::TEXT, "New name of the field."),
        ],
    },
);

/// A condition of a join.
pub static ETL_JOIN_CONDITION: rt::Schema = rt::Schema::new(
    "EtlJoinCondition",
    "A condition of a join.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "leftField",
                &rt::Schema::TEXT,
                "Field of the left node.",
            ),
            rt::Field::required(
                "rightField",
                &rt::Schema::TEXT,
                "Field of the right node.",
            ),
            rt::Field::required(
                "joinOperator",
                &ETL_OPERATOR,
                "Comparison of the two fields.",
            ),
            rt::Field::required(
                "conditionOperator",
                &ETL_CONDITION_OPERATOR,
                "Logical operator of this condition.",
            ),
        ],
    },
);

/// A field to aggregate.
pub static ETL_AGGREGATE_FIELD: rt::Schema = rt::Schema::new(
    "EtlAggregateField",
    "A field to aggregate.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the field."),
            rt::Field::required(
                "ResultName",
                &rt::Schema::TEXT,
                "Name of the result. The first letter is a capital.",
            ),
            rt::Field::required(
                "function",
                &ETL_AGGREGATE_FUNCTION,
                "Function to apply.",
            ),
        ],
    },
);

/// A field to rename.
pub static ETL_FIELD_RENAME: rt::Schema = rt::Schema::new(
    "EtlFieldRename",
    "A field to rename.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the field."),
            rt::Field::required("newName", &rt::Schema::TEXT, "New name of the field."),
        ],
    },
);

/// A field whose missing values are filled.
pub static ETL_FILLED_FIELD: rt::Schema = rt::Schema::new(
    "EtlFilledField",
    "A field whose missing values are filled.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the field."),
            rt::Field::required(
                "defaultValue",
                &rt::Schema::TEXT,
                "Value to fill in, as a string.",
            ),
        ],
    },
);

/// A parent node and its table name in a query.
pub static ETL_SQL_SOURCE: rt::Schema = rt::Schema::new(
    "EtlSqlSource",
    "A parent node and its table name in a query.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("parentId", &ETL_NODE_ID, "ID of the parent node."),
            rt::Field::required(
                "newName",
                &rt::Schema::TEXT,
                "Table alias in the query.",
            ),
        ],
    },
);

/// Format of data in Object Storage that a node reads.
pub static OBS_SOURCE_DATA_TYPE: rt::Schema = rt::Schema::new(
    "ObsSourceDataType",
    "Format of data in Object Storage that a node reads.",
    rt::Shape::one_of_values(&["JSON", "CSV", "PARQUET", "NDJSON"], &[]),
);

/// Format of data in Object Storage that a node writes.
pub static OBS_TARGET_DATA_TYPE: rt::Schema = rt::Schema::new(
    "ObsTargetDataType",
    "Format of data in Object Storage that a node writes.",
    rt::Shape::one_of_values(&["JSON", "CSV", "PARQUET"], &[]),
);

/// Treatment of existing data. The values are not explained.
pub static ETL_UPDATE_TYPE: rt::Schema = rt::Schema::new(
    "EtlUpdateType",
    "Treatment of existing data. The values are not explained.",
    rt::Shape::one_of_values(&["OVERWRITE", "APPEND", "IGNORE"], &[]),
);

/// Kind of join. The values are not explained.
pub static ETL_JOIN_TYPE: rt::Schema = rt::Schema::new(
    "EtlJoinType",
    "Kind of join. The values are not explained.",
    rt::Shape::one_of_values(&["INNER", "LEFT_OUTER", "RIGHT_OUTER", "FULL_OUTER"], &[]),
);

/// Kind of union. The values are not explained.
pub static ETL_UNION_TYPE: rt::Schema = rt::Schema::new(
    "EtlUnionType",
    "Kind of union. The values are not explained.",
    rt::Shape::one_of_values(&["ALL", "DISTINCT"], &[]),
);

/// Function of an aggregation. The values are not explained.
pub static ETL_AGGREGATE_FUNCTION: rt::Schema = rt::Schema::new(
    "EtlAggregateFunction",
    "Function of an aggregation. The values are not explained.",
    rt::Shape::one_of_values(&["SUM", "AVG", "MAX", "MIN"], &[]),
);

/// A field of the data that a node reads or writes.
pub static ETL_FIELD: rt::Schema = rt::Schema::new(
    "EtlField",
    "A field of the data that a node reads or writes.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("name", &rt::Schema::TEXT, "Name of the field."),
            rt::Field::optional(
                "type",
                &rt::Schema::TEXT,
                "Type of the field: Void, Boolean, Tinyint, Smallint, Int, Bigint, Float, Double, String, Char, Varchar,\nDate, Datetime, Timestamp, Decimal, Binary, TimestampWithTimeZone, Array, Map, Struct or Uniontype. Upper\nand lower case both occur.",
            ),
            rt::Field::optional(
                "properties",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &ETL_FIELD,
                }),
                "The fields of a nested type. Empty or absent for other types.",
            ),
        ],
    },
);

/// A condition of a filter.
pub static ETL_FILTER_CONDITION: rt::Schema = rt::Schema::new(
    "EtlFilterCondition",
    "A condition of a filter.",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional("name", &rt::Schema::TEXT, "Name of the field."),
            rt::Field::optional("operator", &ETL_OPERATOR, "Comparison operator."),
            rt::Field::optional(
                "value",
                &rt::Schema::ANY,
                "Value to compare the field with.",
            ),
        ],
    },
);

/// A comparison operator. The values are not explained.
pub static ETL_OPERATOR: rt::Schema = rt::Schema::new(
    "EtlOperator",
    "A comparison operator. The values are not explained.",
    rt::Shape::one_of_values(&["EQ", "NE", "GT", "LT", "GTE", "LTE"], &[]),
);

/// Logical operator of a condition of a join. The values are not explained.
pub static ETL_CONDITION_OPERATOR: rt::Schema = rt::Schema::new(
    "EtlConditionOperator",
    "Logical operator of a condition of a join. The values are not explained.",
    rt::Shape::one_of_values(&["HEAD", "AND", "OR"], &[]),
);

/// Counts of the executions of a time range.
pub static EXECUTION_COUNT: rt::Schema = rt::Schema::new(
    "ExecutionCount",
    "Counts of the executions of a time range.",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional(
                "totalCount",
                &rt::Schema::INTEGER,
                "Number of all executions.",
            ),
            rt::Field::optional(
                "completedCount",
                &rt::Schema::INTEGER,
                "Number of executions that succeeded.",
            ),
            rt::Field::optional(
                "failedCount",
                &rt::Schema::INTEGER,
                "Number of executions that failed.",
            ),
        ],
    },
);

/// Counts of executions, day by day.
pub static EXECUTION_INTERVALS: rt::Schema = rt::Schema::new(
    "ExecutionIntervals",
    "Counts of executions, day by day.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "result",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &EXECUTION_INTERVAL,
                }),
                "The days of the requested range, in order.",
            ),
        ],
    },
);

/// Count of the executions of one day. A day runs from 00:00:01 to 00:00:00 of the next day.
pub static EXECUTION_INTERVAL: rt::Schema = rt::Schema::new(
    "ExecutionInterval",
    "Count of the executions of one day. A day runs from 00:00:01 to 00:00:00 of the next day.",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional(
                "totalCount",
                &rt::Schema::INTEGER,
                "Number of executions.",
            ),
            rt::Field::optional(
                "startDate",
                &rt::Schema::DATE_TIME_LOCAL,
                "Start of the day, ISO 8601 without offset. Old data may have milliseconds.",
            ),
            rt::Field::optional(
                "endDate",
                &rt::Schema::DATE_TIME_LOCAL,
                "End of the day, ISO 8601 without offset. Old data may have milliseconds. The last day ends after the\nrequested end.",
            ),
        ],
    },
);

/// Points of the execution time chart.
pub static EXECUTION_TIMES: rt::Schema = rt::Schema::new(
    "ExecutionTimes",
    "Points of the execution time chart.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "result",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &EXECUTION_TIME,
                }),
                "The points.",
            ),
        ],
    },
);

/// A point of the execution time chart.
pub static EXECUTION_TIME: rt::Schema = rt::Schema::new(
    "ExecutionTime",
    "A point of the execution time chart.",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional(
                "time",
                &rt::Schema::INTEGER,
                "Time of the point, milliseconds since 1970-01-01T00:00:00Z.",
            ),
            rt::Field::optional(
                "value",
                &rt::Schema::INTEGER,
                "Value at this time. Meaning and unit are uncertain.",
            ),
        ],
    },
);

/// A page of triggers.
pub static TRIGGER_LIST: rt::Schema = rt::Schema::new(
    "TriggerList",
    "A page of triggers.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "list",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &TRIGGER,
                }),
                "The triggers. A page without this field is an error, not an empty page.",
            ),
            rt::Field::optional(
                "count",
                &rt::Schema::INTEGER,
                "Number of results. It may count the page or all pages; do not use it for paging.",
            ),
            rt::Field::optional(
                "page",
                &rt::Schema::INTEGER,
                "Number of the page, from 0.",
            ),
            rt::Field::optional(
                "limit",
                &rt::Schema::INTEGER,
                "Maximum number of items on a page. It may differ from the requested limit.",
            ),
        ],
    },
);

/// A trigger.
pub static TRIGGER: rt::Schema = rt::Schema::new(
    "Trigger",
    "A trigger.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("triggerId", &rt::Schema::TEXT, "ID of the trigger."),
            rt::Field::optional(
                "name",
                &rt::Schema::TEXT,
                "Name of the trigger, 3-100 characters.",
            ),
            rt::Field::optional("type", &TRIGGER_TYPE, "Kind of trigger."),
            rt::Field::optional(
                "triggerRule",
                &TRIGGER_RULE,
                "When the trigger starts a workflow.",
            ),
            rt::Field::optional(
                "createdDate",
                &rt::Schema::DATE_TIME,
                "Creation, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.",
            ),
            rt::Field::optional(
                "updatedDate",
                &rt::Schema::DATE_TIME,
                "Last change, ISO 8601 with offset +09:00. Old data may have milliseconds and no offset.",
            ),
        ],
    },
);

/// When a trigger starts a workflow.
pub static TRIGGER_RULE: rt::Schema = rt::Schema::new(
    "TriggerRule",
    "When a trigger starts a workflow.",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional("type", &TRIGGER_RULE_TYPE, "Kind of rule."),
            rt::Field::optional(
                "interval",
                &TRIGGER_INTERVAL,
                "Interval between starts. Present for `RECURRING`.",
            ),
            rt::Field::optional(
                "time",
                &rt::Schema::TEXT,
                "For `RECURRING`: the minute, `00`-`59`, if the interval is `HOUR`; otherwise the time of day, such as\n`10:00`. The time zone is not documented.",
            ),
            rt::Field::optional(
                "dayOfWeek",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &DAY_OF_WEEK,
                }),
                "Days of the week. Present for an interval of `WEEK`.",
            ),
            rt::Field::optional(
                "dateOfMonth",
                &rt::Schema::TEXT,
                "For an interval of `MONTH`: day of the month as a string, 1-31, or -1 for the last day of each month.",
            ),
            rt::Field::optional(
                "executionDate",
                &rt::Schema::TEXT,
                "For `ONE_TIME`: date and time, as a plain string. The format is not documented.",
            ),
        ],
    },
);

/// The trigger to create.
pub static CREATE_TRIGGER_REQUEST: rt::Schema = rt::Schema::new(
    "CreateTriggerRequest",
    "The trigger to create.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("name", &RESOURCE_NAME, "Name of the trigger."),
            rt::Field::required("type", &TRIGGER_TYPE, "Kind of trigger."),
            rt::Field::required(
                "triggerRule",
                &TRIGGER_RULE_INPUT,
                "When the trigger starts a workflow. Required for every kind of trigger.",
            ),
        ],
    },
);

/// When a trigger starts a workflow.
pub static TRIGGER_RULE_INPUT: rt::Schema = rt::Schema::new(
    "TriggerRuleInput",
    "When a trigger starts a workflow.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("type", &TRIGGER_RULE_TYPE, "Kind of rule."),
            rt::Field::optional(
                    "interval",
                    &TRIGGER_INTERVAL,
                    "Interval between starts.",
                )
                .when("type", &["RECURRING"]),
            rt::Field::optional(
                    "time",
                    &rt::Schema::unnamed(
                        rt::Shape::expecting(
                            rt::Shape::text(
                                None,
                                None,
                                Some("^([0-5][0-9]|([01]?[0-9]|2[0-3]):[0-5][0-9])$"),
                            ),
                            "a time of day, such as 10:00, or for an interval of HOUR a minute, such as 05",
                        ),
                    ),
                    "The minute, `00`-`59`, if the interval is `HOUR`; otherwise the time of day, such as `10:00`. The time zone\nis not documented.",
                )
                .when("type", &["RECURRING"]),
            rt::Field::optional(
                    "dayOfWeek",
                    &rt::Schema::unnamed(rt::Shape::Array {
                        items: &DAY_OF_WEEK,
                    }),
                    "Days of the week.",
                )
                .when("interval", &["WEEK"]),
            rt::Field::optional(
                    "dateOfMonth",
                    &rt::Schema::unnamed(
                        rt::Shape::expecting(
                            rt::Shape::text(
                                None,
                                None,
                                Some("^(-1|[1-9]|[12][0-9]|3[01])$"),
                            ),
                            "a day of the month, 1 to 31, or -1 for its last day",
                        ),
                    ),
                    "Day of the month as a string, 1-31, or -1 for the last day of each month.",
                )
                .when("interval", &["MONTH"]),
            rt::Field::optional(
                    "executionDate",
                    &rt::Schema::TEXT,
                    "Date and time, as a plain string. The format is not documented; no check is made.",
                )
                .when("type", &["ONE_TIME"]),
        ],
    },
);

/// Kind of trigger.
pub static TRIGGER_TYPE: rt::Schema = rt::Schema::new(
    "TriggerType",
    "Kind of trigger.",
    rt::Shape::one_of_values(&["SCHEDULED", "EVENT", "NONE"], &[]),
);

/// Kind of rule.
pub static TRIGGER_RULE_TYPE: rt::Schema = rt::Schema::new(
    "TriggerRuleType",
    "Kind of rule.",
    rt::Shape::one_of_values(&["RECURRING", "ONE_TIME", "NONE"], &[]),
);

/// Interval between the starts of a trigger.
pub static TRIGGER_INTERVAL: rt::Schema = rt::Schema::new(
    "TriggerInterval",
    "Interval between the starts of a trigger.",
    rt::Shape::one_of_values(&["HOUR", "DAY", "WEEK", "MONTH"], &[]),
);

/// Day of the week.
pub static DAY_OF_WEEK: rt::Schema = rt::Schema::new(
    "DayOfWeek",
    "Day of the week.",
    rt::Shape::one_of_values(
        &["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
        &[],
    ),
);

/// A page of workflows.
pub static WORKFLOW_LIST: rt::Schema = rt::Schema::new(
    "WorkflowList",
    "A page of workflows.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "list",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &WORKFLOW_SUMMARY,
                }),
                "The workflows. A page without this field is an error, not an empty page.",
            ),
            rt::Field::optional(
                "count",
                &rt::Schema::INTEGER,
                "Number of results. It may count the page or all pages; do not use it for paging.",
            ),
            rt::Field::optional(
                "page",
                &rt::Schema::INTEGER,
                "Number of the page, from 0.",
            ),
            rt::Field::optional(
                "limit",
                &rt::Schema::INTEGER,
                "Maximum number of items on a page. It may differ from the requested limit.",
            ),
        ],
    },
);

/// A workflow in a listing.
pub static WORKFLOW_SUMMARY: rt::Schema = rt::Schema::new(
    "WorkflowSummary",
    "A workflow in a listing.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("workflowId", &rt::Schema::TEXT, "ID of the workflow."),
            rt::Field::optional(
                "name",
                &rt::Schema::TEXT,
                "Name of the workflow, 3-100 characters.",
            ),
            rt::Field::optional(
                "createdDate",
                &rt::Schema::DATE_TIME,
                "Creation, ISO 8601 with offset +09:00.",
            ),
            rt::Field::optional(
                "updatedDate",
                &rt::Schema::DATE_TIME,
                "Last change, ISO 8601 with offset +09:00.",
            ),
            rt::Field::optional(
                "lastExecutionDate",
                &rt::Schema::DATE_TIME,
                "Last execution, ISO 8601 with offset +09:00.",
            ),
            rt::Field::optional(
                "isTemp",
                &rt::Schema::BOOLEAN,
                "True if an old workflow is a draft, false if it is complete. Temporary saving was removed on\n2026-09-17.",
            ),
            rt::Field::optional(
                "triggerRuleType",
                &TRIGGER_RULE_TYPE,
                "Kind of the trigger's rule, with the values of `triggerRule` in the nodes.",
            ),
            rt::Field::optional(
                "nodes",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &WORKFLOW_NODE,
                }),
                "The trigger and the jobs.",
            ),
            rt::Field::optional(
                "resourceId",
                &rt::Schema::TEXT,
                "ID of the resource, the same value as `workflowId`.",
            ),
            rt::Field::optional(
                "disabled",
                &WORKFLOW_DISABLED,
                "Flag for the permission to view the workflow. The value that grants the permission is not documented.",
            ),
        ],
    },
);

/// Flag for the permission to view a workflow, a boolean or a string. The value that grants the permission is not
/// documented.
pub static WORKFLOW_DISABLED: rt::Schema = rt::Schema::new(
    "WorkflowDisabled",
    "Flag for the permission to view a workflow, a boolean or a string. The value that grants the permission is not\ndocumented.",
    rt::Shape::OneOf(&[&rt::Schema::TEXT, &rt::Schema::BOOLEAN]),
);

/// A workflow.
pub static WORKFLOW: rt::Schema = rt::Schema::new(
    "Workflow",
    "A workflow.",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional("workflowId", &rt::Schema::TEXT, "ID of the workflow."),
            rt::Field::optional(
                "name",
                &rt::Schema::TEXT,
                "Name of the workflow, 3-100 characters.",
            ),
            rt::Field::optional(
                "nodes",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &WORKFLOW_NODE,
                }),
                "The trigger and the jobs.",
            ),
            rt::Field::optional(
                "createdDate",
                &rt::Schema::DATE_TIME,
                "Creation, ISO 8601 with offset +09:00.",
            ),
            rt::Field::optional(
                "updatedDate",
                &rt::Schema::DATE_TIME,
                "Last change, ISO 8601 with offset +09:00.",
            ),
            rt::Field::optional(
                "isTemp",
                &rt::Schema::BOOLEAN,
                "True if an old workflow is a draft, false if it is complete. Temporary saving was removed on\n2026-09-17.",
            ),
        ],
    },
);

/// A trigger or a job of a workflow.
pub static WORKFLOW_NODE: rt::Schema = rt::Schema::new(
    "WorkflowNode",
    "A trigger or a job of a workflow.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "id",
                &rt::Schema::unnamed(rt::Shape::Also {
                    schema: &rt::Schema::TEXT,
                    forms: &[rt::Form::Number],
                }),
                "ID of the trigger or job; `type` says which.",
            ),
            rt::Field::optional(
                "name",
                &rt::Schema::TEXT,
                "Name of the trigger or job; `type` says which.",
            ),
            rt::Field::optional("type", &WORKFLOW_NODE_TYPE, "Kind of node."),
            rt::Field::optional(
                "parentNodeIds",
                &rt::Schema::unnamed(rt::Shape::Also {
                    schema: &rt::Schema::unnamed(rt::Shape::Array {
                        items: &rt::Schema::unnamed(rt::Shape::Also {
                            schema: &rt::Schema::TEXT,
                            forms: &[rt::Form::Number],
                        }),
                    }),
                    forms: &[rt::Form::One],
                }),
                "For a job, the ID of the trigger's node; for a trigger, empty.",
            ),
            rt::Field::optional(
                "triggerRule",
                &TRIGGER_RULE_TYPE,
                "Kind of the rule of the trigger.",
            ),
            rt::Field::optional(
                "isValid",
                &rt::Schema::BOOLEAN,
                "State of the trigger or job: true if it is usable, false if it was deleted.",
            ),
            rt::Field::optional(
                "jobCondition",
                &JOB_CONDITION,
                "The settings that the job runs with in this workflow.",
            ),
        ],
    },
);

/// Kind of a workflow node.
pub static WORKFLOW_NODE_TYPE: rt::Schema = rt::Schema::new(
    "WorkflowNodeType",
    "Kind of a workflow node.",
    rt::Shape::one_of_values(&["TRIGGER", "JOB"], &[]),
);

/// The workflow to create.
pub static CREATE_WORKFLOW_REQUEST: rt::Schema = rt::Schema::new(
    "CreateWorkflowRequest",
    "The workflow to create.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("name", &RESOURCE_NAME, "Name of the workflow."),
            rt::Field::required(
                "nodes",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &WORKFLOW_NODE_INPUT,
                }),
                "The trigger and the jobs.",
            ),
        ],
    },
);

/// The workflow after the update.
pub static UPDATE_WORKFLOW_REQUEST: rt::Schema = rt::Schema::new(
    "UpdateWorkflowRequest",
    "The workflow after the update.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("name", &RESOURCE_NAME, "Name of the workflow."),
            rt::Field::required(
                "nodes",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &WORKFLOW_NODE_INPUT,
                }),
                "The trigger and the jobs.",
            ),
        ],
    },
);

/// A trigger or a job of a workflow to create or replace.
pub static WORKFLOW_NODE_INPUT: rt::Schema = rt::Schema::new(
    "WorkflowNodeInput",
    "A trigger or a job of a workflow to create or replace.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "id",
                &rt::Schema::unnamed(rt::Shape::Also {
                    schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
                    forms: &[rt::Form::Number],
                }),
                "For a trigger, its `triggerId` from getTriggers; for a job, its `jobId` from getJobs.",
            ),
            rt::Field::required(
                "name",
                &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
                "Name of that trigger or job.",
            ),
            rt::Field::required("type", &WORKFLOW_NODE_TYPE, "Kind of node."),
            rt::Field::required(
                "parentNodeIds",
                &rt::Schema::unnamed(rt::Shape::Also {
                    schema: &rt::Schema::unnamed(rt::Shape::Array {
                        items: &rt::Schema::unnamed(rt::Shape::Also {
                            schema: &rt::Schema::unnamed(
                                rt::Shape::text(Some(1), None, None),
                            ),
                            forms: &[rt::Form::Number],
                        }),
                    }),
                    forms: &[rt::Form::One],
                }),
                "For a job, the ID of the trigger's node; for a trigger, an empty list.",
            ),
            rt::Field::optional(
                "triggerRule",
                &TRIGGER_RULE_TYPE,
                "Kind of the rule of the trigger.",
            ),
            rt::Field::optional(
                "jobCondition",
                &JOB_CONDITION_INPUT,
                "The settings that the job runs with in this workflow.",
            ),
        ],
    },
);

/// Confirms that the start of a workflow was accepted. It has no execution ID.
pub static WORKFLOW_START: rt::Schema = rt::Schema::new(
    "WorkflowStart",
    "Confirms that the start of a workflow was accepted. It has no execution ID.",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("workflowId", &rt::Schema::TEXT, "ID of the workflow."),
            rt::Field::optional(
                "triggerId",
                &rt::Schema::TEXT,
                "ID of the start trigger that was run.",
            ),
            rt::Field::optional(
                "status",
                &WORKFLOW_START_STATUS,
                "State of the request.",
            ),
        ],
    },
);

/// State of a request to start a workflow.
pub static WORKFLOW_START_STATUS: rt::Schema = rt::Schema::new(
    "WorkflowStartStatus",
    "State of a request to start a workflow.",
    rt::Shape::one_of_values(&["ACCEPTED"], &[]),
);
