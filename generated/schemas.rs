// @generated from spec/dataflow.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// The whole body is the JSON value `true`, not an object (contradiction 5). `false` is not a success; no page
/// shows it.
pub static CONFIRMATION: rt::schema::Schema = rt::schema::Schema {
    name: "Confirmation",
    description: "The whole body is the JSON value `true`, not an object (contradiction 5). `false` is not a success; no page\nshows it.",
    shape: rt::schema::Shape::True,
};

/// Name of a job, workflow or trigger: letters, digits, `_` and `-`. The first character is a letter or `_`
/// according to the Korean and Japanese pages, a letter or `-` according to the English ones, and R1 allowed 3-20
/// characters (contradiction 17); the pattern admits both readings.
pub static RESOURCE_NAME: rt::schema::Schema = rt::schema::Schema {
    name: "ResourceName",
    description: "Name of a job, workflow or trigger: letters, digits, `_` and `-`. The first character is a letter or `_`\naccording to the Korean and Japanese pages, a letter or `-` according to the English ones, and R1 allowed 3-20\ncharacters (contradiction 17); the pattern admits both readings.",
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
                description: "Settings of this run. Left out, those stored in the job are used. R2 required it, with `nrn`, `scriptPath`\nand `logPath` (contradiction 1).",
                schema: &JOB_CONDITION_INPUT,
            },
            rt::schema::Field {
                name: "parameters",
                required: false,
                required_when: None,
                description: "Parameters of this run, at the top level as in R1 and R2. Where R3 puts them, here or into `jobCondition`, was\nnot reached (contradiction 16).",
                schema: &EXECUTION_PARAMETERS,
            },
        ],
    },
};

/// Parameters of a run. What may stand in it is not documented (contradiction 16).
pub static EXECUTION_PARAMETERS: rt::schema::Schema = rt::schema::Schema {
    name: "ExecutionParameters",
    description: "Parameters of a run. What may stand in it is not documented (contradiction 16).",
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
                description: "The settings. Keys that are left out keep their stored value; R2 required `nrn`, `scriptPath` and `logPath`\n(contradiction 1).",
                schema: &JOB_CONDITION_INPUT,
            },
        ],
    },
};

/// Settings of a run, to be sent. R2 also had `workerType`, which no reached request of R3 has (contradiction 3).
/// Of createJobExecution R3 was reached up to `timeout`, of updateJob up to `logPath`, and of workflow nodes not at
/// all; there R2 stands, with the ranges of R3.
pub static JOB_CONDITION_INPUT: rt::schema::Schema = rt::schema::Schema {
    name: "JobConditionInput",
    description: "Settings of a run, to be sent. R2 also had `workerType`, which no reached request of R3 has (contradiction 3).\nOf createJobExecution R3 was reached up to `timeout`, of updateJob up to `logPath`, and of workflow nodes not at\nall; there R2 stands, with the ranges of R3.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "numWorker",
                required: false,
                required_when: None,
                description: "Number of workers, 2-10. A new job starts with 2. R2 gives no range (contradiction 15).",
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
                description: "Minutes to wait for the result of one run, 1-1440. A new job starts with 360. R2 allowed 0\n(contradiction 15).",
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
                description: "NAVER Cloud resource name. Labelled as that of the job; the examples hold an IAM role, and R1 called it that\nof a policy (contradiction 32).",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "scriptPath",
                required: false,
                required_when: None,
                description: "Where the script is stored, bucket and prefix. A change in updateJobExecutionConfig moves the stored script.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "logPath",
                required: false,
                required_when: None,
                description: "Where the history is stored, bucket and prefix.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "parameters",
                required: false,
                required_when: None,
                description: "Parameters, for jobs of type `SCRIPT` alone. In R3 they stand here in createJob and\nupdateJobExecutionConfig; R1 and R2 had them at the top of the run request. The release note says that those\nof visual jobs were removed (contradiction 16).",
                schema: &JOB_PARAMETERS,
            },
        ],
    },
};

/// Parameters of a script job, by name; the values are text.
pub static JOB_PARAMETERS: rt::schema::Schema = rt::schema::Schema {
    name: "JobParameters",
    description: "Parameters of a script job, by name; the values are text.",
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
                description: "The executions. A page without this field is refused, never taken for an empty one.",
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
                description: "\"Number of response results\". Whether it counts the page or all pages cannot be told from the example,\nwhich has one row (contradiction 13). Do not page by it.",
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
                description: "Most items of a page. The example was asked with `limit=4` and answers 1000, so it may not be what was\nasked for (contradiction 13).",
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
                description: "Id of the execution. Twelve letters and digits in the example; the alphabet is not documented.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "jobId",
                required: false,
                required_when: None,
                description: "Id of the job.",
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
                description: "Start, ISO 8601 with offset +09:00. Equals `createdDate` in the example although the waiting time is not\nzero (contradiction 12).",
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
                description: "Id of the trigger that started it.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "triggerName",
                required: false,
                required_when: None,
                description: "Name of that trigger. In no table of this operation, but in its example and in the table of\ngetJobExecution (contradiction 4).",
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
                description: "Waiting time, labelled minutes. The example's 830 fits seconds, not minutes (contradiction 12): take it as\na number of doubtful unit.",
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
                description: "What started it. Labelled \"job type\", but its values tell how the run came about (contradiction 26).",
                schema: &EXECUTION_TYPE,
            },
        ],
    },
};

/// Settings of a run, in answers. Executions and nodes of workflows call the object `jobCondition`, jobs of R2
/// `runCondition` (contradiction 8). Whether answers of R3 hold `parameters`, as its requests do, was not reached.
pub static JOB_CONDITION: rt::schema::Schema = rt::schema::Schema {
    name: "JobCondition",
    description: "Settings of a run, in answers. Executions and nodes of workflows call the object `jobCondition`, jobs of R2\n`runCondition` (contradiction 8). Whether answers of R3 hold `parameters`, as its requests do, was not reached.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "workerType",
                required: false,
                required_when: None,
                description: "Kind of worker. R3 requests no longer have it.",
                schema: &WORKER_TYPE,
            },
            rt::schema::Field {
                name: "numWorker",
                required: false,
                required_when: None,
                description: "Number of workers. 2 for a new job; requests of R1 and R3 allow 2-10.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "timeout",
                required: false,
                required_when: None,
                description: "Minutes to wait for the result of one run. 360 for a new job. 0-1440 in this page, 1-1440 in R3; old data\nmay hold 0 (contradiction 15).",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "nrn",
                required: false,
                required_when: None,
                description: "NAVER Cloud resource name. Labelled as that of the job; the examples hold an IAM role, and R1 called it that\nof a policy (contradiction 32).",
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
                description: "Where the history is stored, bucket and prefix.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "consoleLogPath",
                required: false,
                required_when: None,
                description: "Path of the console log, bucket and key. In no table of this operation, but in its example and in the\ntable of getJobExecution (contradiction 4). Holds colons and a date without zone; do not parse it as a\ndate or as a URL path (contradiction 36).",
                schema: &rt::schema::Schema::TEXT,
            },
        ],
    },
};

/// Kind of worker. The tables say `DATAFLOW`, every example says `DEFAULT` (contradiction 3).
pub static WORKER_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "WorkerType",
    description: "Kind of worker. The tables say `DATAFLOW`, every example says `DEFAULT` (contradiction 3).",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["DATAFLOW", "DEFAULT"],
        outcomes: &[],
    },
};

/// State of an execution. `READY` means waiting here, but runnable as the state of a job (contradiction 26).
pub static EXECUTION_STATUS: rt::schema::Schema = rt::schema::Schema {
    name: "ExecutionStatus",
    description: "State of an execution. `READY` means waiting here, but runnable as the state of a job (contradiction 26).",
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

/// How an execution came about.
pub static EXECUTION_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "ExecutionType",
    description: "How an execution came about.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["JOB", "WORKFLOW"],
        outcomes: &[],
    },
};

/// Parsed parameters of an execution. An object in the tables, an empty array in the example (contradiction 2);
/// no filled value was seen, so the content is open.
pub static PARSED_PARAMETERS: rt::schema::Schema = rt::schema::Schema {
    name: "ParsedParameters",
    description: "Parsed parameters of an execution. An object in the tables, an empty array in the example (contradiction 2);\nno filled value was seen, so the content is open.",
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
                description: "The jobs. A page without this field is refused, never taken for an empty one. The element of R3 was not\nreached.",
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
                description: "\"Number of response results\". Whether it counts the page or all pages is open (contradiction 13). Do not page\nby it.",
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
                description: "Most items of a page; may not be what was asked for (contradiction 13).",
                schema: &rt::schema::Schema::INTEGER,
            },
        ],
    },
};

/// A job as the listing shows it.
pub static JOB_SUMMARY: rt::schema::Schema = rt::schema::Schema {
    name: "JobSummary",
    description: "A job as the listing shows it.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "jobId",
                required: true,
                required_when: None,
                description: "Id of the job.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the job, 3-100 characters (3-20 in R1).",
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
                description: "State of the last execution. The list of values of this page breaks off after `COMPLETED`; they are taken to\nbe those of getJob. R1's example has the key twice, the second time with a date that belongs to\n`lastExecutionDate` (contradiction 31).",
                schema: &EXECUTION_STATUS,
            },
            rt::schema::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00; in R1 with milliseconds and without offset.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00; in R1 with milliseconds and without offset.",
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
                description: "Id of the resource, the same value as `jobId` according to R1.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "disabled",
                required: false,
                required_when: None,
                description: "Flag about the permission to view the job; the direction is not stated, and the one value seen is false\n(contradiction 20).",
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

/// A job. R3 was reached up to `lastExecutionStatus`; what follows is R2.
pub static JOB: rt::schema::Schema = rt::schema::Schema {
    name: "Job",
    description: "A job. R3 was reached up to `lastExecutionStatus`; what follows is R2.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "jobId",
                required: true,
                required_when: None,
                description: "Id of the job.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the job, 3-100 characters (3-20 in R1).",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "description",
                required: false,
                required_when: None,
                description: "Description of the job; may be empty. R1 and early R2 have it, late R2 and the reached part of R3 do not\n(contradiction 34).",
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
                description: "Most runs at the same time. New in R3; no range is documented.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "lastExecutionStatus",
                required: false,
                required_when: None,
                description: "State of the last execution. R3's values were not reached; those of R2 stand.",
                schema: &EXECUTION_STATUS,
            },
            rt::schema::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The steps of a visual job (R2).",
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
                description: "The settings that the job runs with (R2). Requests, executions and workflow nodes call the same object\n`jobCondition`; which name jobs of R3 use was not reached, and R1's table misspells one key as `runCondtion`\n(contradiction 8).",
                schema: &JOB_CONDITION,
            },
            rt::schema::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00 (R2).",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00 (R2).",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "lastExecutionDate",
                required: false,
                required_when: None,
                description: "Last execution, ISO 8601 with offset +09:00 (R2). Not in the answers to changes.",
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
                description: "Name of the job, 3-100 characters (3-20 in R1).",
                schema: &RESOURCE_NAME,
            },
            rt::schema::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Kind of job, `VISUAL` or `SCRIPT`. Required since R3.",
                schema: &JOB_TYPE,
            },
            rt::schema::Field {
                name: "maxConcurrentRuns",
                required: false,
                required_when: None,
                description: "Most runs at the same time. New in R3; no range and no default are documented.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "jobCondition",
                required: false,
                required_when: None,
                description: "The settings that the job runs with. Answers call it `runCondition` in R2 (contradiction 8).",
                schema: &JOB_CONDITION_INPUT,
            },
            rt::schema::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The steps of a visual job. Optional in R3, whose explanation was not reached; required in R1 and R2\n(contradiction 1).",
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

/// What to change in a job.
pub static UPDATE_JOB_REQUEST: rt::schema::Schema = rt::schema::Schema {
    name: "UpdateJobRequest",
    description: "What to change in a job.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "type",
                required: true,
                required_when: None,
                description: "Kind of job, `VISUAL` or `SCRIPT`. Has to be sent with every change.",
                schema: &JOB_TYPE,
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the job, 3-100 characters. Required in R2.",
                schema: &RESOURCE_NAME,
            },
            rt::schema::Field {
                name: "maxConcurrentRuns",
                required: false,
                required_when: None,
                description: "Most runs at the same time. New in R3; no range is documented.",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "jobCondition",
                required: false,
                required_when: None,
                description: "The settings that the job runs with. Reached up to `logPath`.",
                schema: &JOB_CONDITION_INPUT,
            },
            rt::schema::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The steps of a visual job. From R2; whether R3 has it was not reached.",
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

/// Kind of job. R3 has `VISUAL` and `SCRIPT`, R2 had `DATAFLOW` alone; old jobs may still carry it
/// (contradiction 1).
pub static JOB_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "JobType",
    description: "Kind of job. R3 has `VISUAL` and `SCRIPT`, R2 had `DATAFLOW` alone; old jobs may still carry it\n(contradiction 1).",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["VISUAL", "SCRIPT", "DATAFLOW"],
        outcomes: &[],
    },
};

/// State of a job. R3 has `READY` alone, the other values are those of R2 (contradiction 1). `READY` means runnable
/// here, but waiting as the state of an execution (contradiction 26).
pub static JOB_STATUS: rt::schema::Schema = rt::schema::Schema {
    name: "JobStatus",
    description: "State of a job. R3 has `READY` alone, the other values are those of R2 (contradiction 1). `READY` means runnable\nhere, but waiting as the state of an execution (contradiction 26).",
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

/// A step of a visual job: a source, a transformation or a target of data, by the beginning of its type. Three types
/// are known by their keys, from examples; the tables of the types were not reached, so of the others only what all
/// have in common is known, and whatever else a node holds is kept.
///
/// `TRANSFORM_DROP_NULL` and `TRANSFORM_SPLIT_FIELD` stand in the older page alone (contradiction 33).
pub static ETL_JOB_NODE: rt::schema::Schema = rt::schema::Schema {
    name: "EtlJobNode",
    description: "A step of a visual job: a source, a transformation or a target of data, by the beginning of its type. Three types\nare known by their keys, from examples; the tables of the types were not reached, so of the others only what all\nhave in common is known, and whatever else a node holds is kept.\n\n`TRANSFORM_DROP_NULL` and `TRANSFORM_SPLIT_FIELD` stand in the older page alone (contradiction 33).",
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

/// Reads from Object Storage. The keys after the common four are from examples; the table was not reached.
pub static OBS_SOURCE_NODE: rt::schema::Schema = rt::schema::Schema {
    name: "ObsSourceNode",
    description: "Reads from Object Storage. The keys after the common four are from examples; the table was not reached.",
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
                description: "Id of the node inside the job, a number, unlike the ids of the nodes of a workflow (contradiction 10).",
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
                description: "Number of the region, as text. From examples.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "bucketName",
                required: false,
                required_when: None,
                description: "Bucket of Object Storage. From examples.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "prefix",
                required: false,
                required_when: None,
                description: "Prefix of the objects in the bucket. From examples.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "dataType",
                required: false,
                required_when: None,
                description: "Form of the data, `CSV` in the examples; other values were not reached.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "fieldList",
                required: false,
                required_when: None,
                description: "The fields of the data. From examples.",
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

/// Keeps the rows that fulfil conditions. The keys after the common four are from examples; the table was not
/// reached.
pub static FILTER_NODE: rt::schema::Schema = rt::schema::Schema {
    name: "FilterNode",
    description: "Keeps the rows that fulfil conditions. The keys after the common four are from examples; the table was not\nreached.",
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
                description: "Id of the node inside the job, a number, unlike the ids of the nodes of a workflow (contradiction 10).",
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
                description: "How the conditions are combined. From examples; that it is of this type is assumed.",
                schema: &ETL_CONDITION_OPERATOR,
            },
            rt::schema::Field {
                name: "filterConditionList",
                required: false,
                required_when: None,
                description: "The conditions. From examples.",
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

/// Writes to Object Storage. The keys after the common four are from examples; the table was not reached.
pub static OBS_TARGET_NODE: rt::schema::Schema = rt::schema::Schema {
    name: "ObsTargetNode",
    description: "Writes to Object Storage. The keys after the common four are from examples; the table was not reached.",
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
                description: "Id of the node inside the job, a number, unlike the ids of the nodes of a workflow (contradiction 10).",
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
                description: "Number of the region, as text. From examples.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "bucketName",
                required: false,
                required_when: None,
                description: "Bucket of Object Storage. From examples.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "prefix",
                required: false,
                required_when: None,
                description: "Prefix of the objects in the bucket. From examples.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "dataType",
                required: false,
                required_when: None,
                description: "Form of the data, `CSV` in the examples; other values were not reached.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "updateType",
                required: false,
                required_when: None,
                description: "What becomes of data that is there, `OVERWRITE` in the examples; other values were not reached.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "fieldList",
                required: false,
                required_when: None,
                description: "The fields of the data. From examples.",
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

/// A step of which only the common keys are known, as the table of its type was not reached. What else it holds is
/// kept.
pub static ETL_NODE: rt::schema::Schema = rt::schema::Schema {
    name: "EtlNode",
    description: "A step of which only the common keys are known, as the table of its type was not reached. What else it holds is\nkept.",
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
                description: "Id of the node inside the job, a number, unlike the ids of the nodes of a workflow (contradiction 10).",
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

/// Types of nodes of which only the common keys are known. The last two stand in the older page alone
/// (contradiction 33).
pub static ETL_NODE_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "EtlNodeType",
    description: "Types of nodes of which only the common keys are known. The last two stand in the older page alone\n(contradiction 33).",
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
                description: "Type of the field: Void, Boolean, Tinyint, Smallint, Int, Bigint, Float, Double, String, Char, Varchar, Date,\nDatetime, Timestamp, Decimal, Binary, TimestampWithTimeZone, Array, Map, Struct or Uniontype. The table\nwrites them so, every example in lower case (`string`), so it is plain text here (contradiction 33).",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "properties",
                required: false,
                required_when: None,
                description: "The fields inside, for nested types; empty in the example of R1, absent in others.",
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

/// A condition of a filter. From examples; the table was not reached.
pub static ETL_FILTER_CONDITION: rt::schema::Schema = rt::schema::Schema {
    name: "EtlFilterCondition",
    description: "A condition of a filter. From examples; the table was not reached.",
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
                description: "How field and value are compared. That it is of this type is assumed.",
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
                description: "Number of executions that ended well.",
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
                description: "The days of the asked range, in order. \"Sorted by date\" in the English page.",
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

/// Count of the executions of one day. A day runs from 00:00:01 to 00:00:00 of the next day, which leaves out the
/// instant between; the Japanese page writes 00:00:00:01, and the example of R1 drifts by a second a day
/// (contradiction 24).
pub static EXECUTION_INTERVAL: rt::schema::Schema = rt::schema::Schema {
    name: "ExecutionInterval",
    description: "Count of the executions of one day. A day runs from 00:00:01 to 00:00:00 of the next day, which leaves out the\ninstant between; the Japanese page writes 00:00:00:01, and the example of R1 drifts by a second a day\n(contradiction 24).",
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
                description: "Start of the day, ISO 8601 without offset; with milliseconds in R1.",
                schema: &rt::schema::Schema::DATE_TIME_LOCAL,
            },
            rt::schema::Field {
                name: "endDate",
                required: false,
                required_when: None,
                description: "End of the day, ISO 8601 without offset; with milliseconds in R1. That of the last day lies after the end that\nwas asked for (contradiction 24).",
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
                description: "Milliseconds since 1970-01-01T00:00:00Z. Explained as the start of a job's execution; the example is a regular\ngrid of two hours (contradiction 23).",
                schema: &rt::schema::Schema::INTEGER,
            },
            rt::schema::Field {
                name: "value",
                required: false,
                required_when: None,
                description: "Explained as a number of executions, in an operation about execution time; meaning and unit are doubtful\n(contradiction 23).",
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
                description: "The triggers. A page without this field is refused, never taken for an empty one. The table of an element\nbreaks off after `updatedDate`; whether more follows, as in the other listings, was not reached.",
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
                description: "\"Number of response results\". Whether it counts the page or all pages is open (contradiction 13). Do not page\nby it.",
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
                description: "Most items of a page; may not be what was asked for (contradiction 13).",
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
                description: "Id of the trigger.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the trigger, 3-100 characters (3-20 in R1).",
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
                description: "When it starts. An object here and in requests, but a text in the nodes of a workflow (contradiction 9).",
                schema: &TRIGGER_RULE,
            },
            rt::schema::Field {
                name: "createdDate",
                required: false,
                required_when: None,
                description: "Creation, ISO 8601 with offset +09:00; in R1 with milliseconds and without offset.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00; in R1 with milliseconds and without offset.",
                schema: &rt::schema::Schema::DATE_TIME,
            },
        ],
    },
};

/// When a trigger starts. Triggers of events may have a rule that is in no table (contradiction 21).
pub static TRIGGER_RULE: rt::schema::Schema = rt::schema::Schema {
    name: "TriggerRule",
    description: "When a trigger starts. Triggers of events may have a rule that is in no table (contradiction 21).",
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
                description: "Present for `RECURRING`: the minute, `00`-`59`, for an interval of `HOUR`; else the time of day, such as\n`10:00`. The zone is not stated.",
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
                description: "Day of the month as text, 1-31, or -1 for the last day of each month. Present for an interval of `MONTH`.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "executionDate",
                required: false,
                required_when: None,
                description: "Date and time. Present for `ONE_TIME`. The form was not reached, so it is plain text.",
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
                description: "Name of the trigger, 3-100 characters (3-20 in R1). The table calls it \"job name\".",
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
                description: "When it starts. Required for every kind of trigger.",
                schema: &TRIGGER_RULE_INPUT,
            },
        ],
    },
};

/// When a trigger starts. The rows after `time` are those of R2; R3's were not reached.
pub static TRIGGER_RULE_INPUT: rt::schema::Schema = rt::schema::Schema {
    name: "TriggerRuleInput",
    description: "When a trigger starts. The rows after `time` are those of R2; R3's were not reached.",
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
                description: "The minute, `00`-`59`, for an interval of `HOUR`; else the time of day, such as\n`10:00`. The zone is not stated.",
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
                description: "Days of the week. From R2.",
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
                description: "Day of the month as text, 1-31, or -1 for the last day of each month. From R2.",
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
                description: "Date and time. From R2; the form was not reached, so nothing of it is checked.",
                schema: &rt::schema::Schema::TEXT,
            },
        ],
    },
};

/// Kind of trigger. createTrigger marks `EVENT` as to be supported and getTrigger does not list it, while
/// executeWorkflow of the same day asks for a trigger of direct run or event, and the release note adds triggers of
/// Cloud Functions (contradiction 21).
pub static TRIGGER_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "TriggerType",
    description: "Kind of trigger. createTrigger marks `EVENT` as to be supported and getTrigger does not list it, while\nexecuteWorkflow of the same day asks for a trigger of direct run or event, and the release note adds triggers of\nCloud Functions (contradiction 21).",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["SCHEDULED", "EVENT", "NONE"],
        outcomes: &[],
    },
};

/// Kind of rule. It stands inside the rule of a trigger, and by itself as `triggerRule` in the nodes of a workflow
/// and as `triggerRuleType` in the listing of workflows (contradiction 9).
pub static TRIGGER_RULE_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "TriggerRuleType",
    description: "Kind of rule. It stands inside the rule of a trigger, and by itself as `triggerRule` in the nodes of a workflow\nand as `triggerRuleType` in the listing of workflows (contradiction 9).",
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
                description: "The workflows. A page without this field is refused, never taken for an empty one. The element of R3 was not\nreached.",
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
                description: "\"Number of response results\". Whether it counts the page or all pages is open (contradiction 13). Do not page\nby it.",
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
                description: "Most items of a page; may not be what was asked for (contradiction 13).",
                schema: &rt::schema::Schema::INTEGER,
            },
        ],
    },
};

/// A workflow as the listing shows it.
pub static WORKFLOW_SUMMARY: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowSummary",
    description: "A workflow as the listing shows it.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "workflowId",
                required: true,
                required_when: None,
                description: "Id of the workflow.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the workflow, 3-100 characters (3-20 in R1).",
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
                description: "R2: whether it is saved temporarily (true) or complete (false). Temporary saving was removed on 2026-09-17\n(contradiction 18).",
                schema: &rt::schema::Schema::BOOLEAN,
            },
            rt::schema::Field {
                name: "triggerRuleType",
                required: false,
                required_when: None,
                description: "Kind of the rule of its trigger; the same values as `triggerRule` in its nodes (contradiction 9).",
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
                description: "Id of the resource, the same value as `workflowId`.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "disabled",
                required: false,
                required_when: None,
                description: "Whether the caller may view the workflow; the direction is not stated (contradiction 20).",
                schema: &WORKFLOW_DISABLED,
            },
        ],
    },
};

/// Flag about the permission to view a workflow. A text in the table of R1, a boolean in the listing of jobs; which
/// it is in the listing of workflows of R2 and R3 is open, and so is which value means what (contradiction 20).
pub static WORKFLOW_DISABLED: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowDisabled",
    description: "Flag about the permission to view a workflow. A text in the table of R1, a boolean in the listing of jobs; which\nit is in the listing of workflows of R2 and R3 is open, and so is which value means what (contradiction 20).",
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
                description: "Id of the workflow (R3).",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "Name of the workflow, 3-100 characters, 3-20 in R1 (R3).",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "nodes",
                required: false,
                required_when: None,
                description: "The trigger and the jobs (R3; the keys of a node are those of R2).",
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
                description: "Creation, ISO 8601 with offset +09:00 (R3).",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "updatedDate",
                required: false,
                required_when: None,
                description: "Last change, ISO 8601 with offset +09:00 (R2).",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "isTemp",
                required: false,
                required_when: None,
                description: "R2: whether it is saved temporarily (true) or complete (false). Temporary saving was removed on 2026-09-17\n(contradiction 18).",
                schema: &rt::schema::Schema::BOOLEAN,
            },
        ],
    },
};

/// A trigger or a job of a workflow. R2; R3's keys and R2's after the log path of the settings were not reached.
pub static WORKFLOW_NODE: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowNode",
    description: "A trigger or a job of a workflow. R2; R3's keys and R2's after the log path of the settings were not reached.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "Id of the trigger or of the job, by `type`. A text, unlike the numeric ids of the nodes of a job\n(contradiction 10).",
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
                description: "What the node is.",
                schema: &WORKFLOW_NODE_TYPE,
            },
            rt::schema::Field {
                name: "parentNodeIds",
                required: false,
                required_when: None,
                description: "For a job the id of the trigger's node, for a trigger empty. The table of R1 calls it one text, its examples\nand the later tables have lists (contradiction 10).",
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
                description: "Kind of the rule of the trigger. A text, where the trigger itself has an object under the same name\n(contradiction 9).",
                schema: &TRIGGER_RULE_TYPE,
            },
            rt::schema::Field {
                name: "isValid",
                required: false,
                required_when: None,
                description: "Whether what the node names still exists: true is usable, false is deleted. The table titles it as a flag of\ndeletion (contradiction 19).",
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

/// What a node of a workflow is.
pub static WORKFLOW_NODE_TYPE: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowNodeType",
    description: "What a node of a workflow is.",
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
                description: "Name of the workflow, 3-100 characters (3-20 in R1).",
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

/// The workflow as it shall be.
pub static UPDATE_WORKFLOW_REQUEST: rt::schema::Schema = rt::schema::Schema {
    name: "UpdateWorkflowRequest",
    description: "The workflow as it shall be.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "Name of the workflow, 3-100 characters (3-20 in R1).",
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

/// A trigger or a job of a workflow to create or replace. `id` and `name` are R3; what follows is R2, as R3's rows
/// were not reached.
pub static WORKFLOW_NODE_INPUT: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowNodeInput",
    description: "A trigger or a job of a workflow to create or replace. `id` and `name` are R3; what follows is R2, as R3's rows\nwere not reached.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "`triggerId` for a trigger (from getTriggers), `jobId` for a job (from getJobs). Several pages swap the two\nor name both `jobId` (contradiction 11). A text, unlike the numeric ids of the nodes of a job\n(contradiction 10).",
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
                description: "What the node is (R2).",
                schema: &WORKFLOW_NODE_TYPE,
            },
            rt::schema::Field {
                name: "parentNodeIds",
                required: true,
                required_when: None,
                description: "For a job the id of the trigger's node; keep it empty for a trigger (R2). The table of R1 calls it one text\n(contradiction 10).",
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
                description: "Kind of the rule of the trigger (R2). A text, where the trigger itself has an object under the same name\n(contradiction 9).",
                schema: &TRIGGER_RULE_TYPE,
            },
            rt::schema::Field {
                name: "jobCondition",
                required: false,
                required_when: None,
                description: "The settings that the job runs with in this workflow. R2 marks it as required, with `nrn`, `scriptPath` and\n`logPath`, for nodes of either kind; R3, which was not reached here, made the same keys optional elsewhere\n(contradiction 1). So nothing of it is demanded.",
                schema: &JOB_CONDITION_INPUT,
            },
        ],
    },
};

/// Confirms that the start of a workflow was accepted. It tells no id of an execution (contradiction 25).
pub static WORKFLOW_START: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowStart",
    description: "Confirms that the start of a workflow was accepted. It tells no id of an execution (contradiction 25).",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "workflowId",
                required: true,
                required_when: None,
                description: "Id of the workflow.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "triggerId",
                required: false,
                required_when: None,
                description: "Id of the start trigger that was run.",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "status",
                required: false,
                required_when: None,
                description: "What became of the request.",
                schema: &WORKFLOW_START_STATUS,
            },
        ],
    },
};

/// What became of the request to start a workflow.
pub static WORKFLOW_START_STATUS: rt::schema::Schema = rt::schema::Schema {
    name: "WorkflowStartStatus",
    description: "What became of the request to start a workflow.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["ACCEPTED"],
        outcomes: &[],
    },
};
