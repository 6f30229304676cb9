// @generated from spec/dataflow.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// The service.
///
/// Managed Spark ETL service of NAVER Cloud Platform.
///
/// A job runs a Spark ETL script. A workflow combines a trigger and jobs. A trigger starts workflows. An execution is
/// one run of a job. The service is available in Korea, in the VPC environment of the public site.
///
/// The API cannot update a trigger, cancel or read one execution of a workflow, or read or upload a script. Rate
/// limits, the order of listings and idempotency are not documented.
///
/// The gateway may also respond with 413 (gateway code 430, entity too large), 500 (gateway code 900, unexpected
/// error), 503 (gateway code 500, the endpoint could not be reached) and 504 (gateway code 510, connecting took too
/// long).
pub static SERVICE: rt::Service = rt::Service {
    title: "Data Flow",
    version: "v1",
    endpoint: "https://dataflow.apigw.ntruss.com",
    endpoint_variable: "NCLOUD_DATAFLOW_ENDPOINT",
    errors: &[
        rt::ErrorShape {
            code: "error.errorCode",
            message: "error.message",
            details: Some("error.details"),
            seen: "Documented by Data Flow and by the gateway, which writes the code as a number or as a string.",
        },
        rt::ErrorShape {
            code: "responseError.returnCode",
            message: "responseError.returnMessage",
            details: None,
            seen: "Other services of the gateway.",
        },
        rt::ErrorShape {
            code: "errorCode",
            message: "message",
            details: None,
            seen: "Other services of the gateway.",
        },
        rt::ErrorShape {
            code: "code",
            message: "msg",
            details: None,
            seen: "Other services of the gateway.",
        },
        rt::ErrorShape {
            code: "errorType",
            message: "detail",
            details: None,
            seen: "Read by the vendor's own sample as an error of the service itself.",
        },
        rt::ErrorShape {
            code: "error",
            message: "message",
            details: None,
            seen: "Other services of the gateway that are made with Spring, which adds `timestamp` and `status`.",
        },
    ],
};

/// All operations, in the order of the spec.
pub static OPERATIONS: &[&rt::Operation] = &[
    &GET_EXECUTION_COUNT,
    &GET_EXECUTION_COUNT_BY_INTERVAL,
    &GET_EXECUTION_TIMES,
    &GET_WORKFLOWS,
    &CREATE_WORKFLOW,
    &GET_WORKFLOW,
    &UPDATE_WORKFLOW,
    &DELETE_WORKFLOW,
    &GET_WORKFLOW_EXECUTIONS,
    &EXECUTE_WORKFLOW,
    &GET_JOBS,
    &CREATE_JOB,
    &VERIFY_JOB,
    &GET_JOB,
    &UPDATE_JOB,
    &DELETE_JOB,
    &GET_JOB_EXECUTIONS,
    &CREATE_JOB_EXECUTION,
    &UPDATE_JOB_EXECUTION_CONFIG,
    &GET_JOB_EXECUTION,
    &CANCEL_JOB_EXECUTION,
    &GET_TRIGGERS,
    &CREATE_TRIGGER,
    &GET_TRIGGER,
    &DELETE_TRIGGER,
];

/// All documented bodies, in the order of the spec.
pub static EXAMPLES: &[rt::Example] = &[
    rt::Example {
        operation: "getExecutionCount",
        role: rt::Role::Response,
        file: "getExecutionCount.response.json",
        text: include_str!("../spec/examples/getExecutionCount.response.json"),
    },
    rt::Example {
        operation: "getExecutionCountByInterval",
        role: rt::Role::Response,
        file: "getExecutionCountByInterval.response.json",
        text: include_str!("../spec/examples/getExecutionCountByInterval.response.json"),
    },
    rt::Example {
        operation: "getExecutionCountByInterval",
        role: rt::Role::Response,
        file: "getExecutionCountByInterval.response.partial-2023.json",
        text: include_str!(
            "../spec/examples/getExecutionCountByInterval.response.partial-2023.json"
        ),
    },
    rt::Example {
        operation: "getExecutionTimes",
        role: rt::Role::Response,
        file: "getExecutionTimes.response.json",
        text: include_str!("../spec/examples/getExecutionTimes.response.json"),
    },
    rt::Example {
        operation: "createWorkflow",
        role: rt::Role::Request,
        file: "createWorkflow.request.partial-2025.json",
        text: include_str!("../spec/examples/createWorkflow.request.partial-2025.json"),
    },
    rt::Example {
        operation: "updateWorkflow",
        role: rt::Role::Request,
        file: "updateWorkflow.request.partial-2025.json",
        text: include_str!("../spec/examples/updateWorkflow.request.partial-2025.json"),
    },
    rt::Example {
        operation: "deleteWorkflow",
        role: rt::Role::Response,
        file: "deleteWorkflow.response.json",
        text: include_str!("../spec/examples/deleteWorkflow.response.json"),
    },
    rt::Example {
        operation: "executeWorkflow",
        role: rt::Role::Response,
        file: "executeWorkflow.response.json",
        text: include_str!("../spec/examples/executeWorkflow.response.json"),
    },
    rt::Example {
        operation: "getJobs",
        role: rt::Role::Response,
        file: "getJobs.response.partial-2023.json",
        text: include_str!("../spec/examples/getJobs.response.partial-2023.json"),
    },
    rt::Example {
        operation: "verifyJob",
        role: rt::Role::Request,
        file: "verifyJob.request.json",
        text: include_str!("../spec/examples/verifyJob.request.json"),
    },
    rt::Example {
        operation: "verifyJob",
        role: rt::Role::Response,
        file: "verifyJob.response.json",
        text: include_str!("../spec/examples/verifyJob.response.json"),
    },
    rt::Example {
        operation: "getJob",
        role: rt::Role::Response,
        file: "getJob.response.partial-2023.json",
        text: include_str!("../spec/examples/getJob.response.partial-2023.json"),
    },
    rt::Example {
        operation: "updateJob",
        role: rt::Role::Request,
        file: "updateJob.request.partial-2025.json",
        text: include_str!("../spec/examples/updateJob.request.partial-2025.json"),
    },
    rt::Example {
        operation: "deleteJob",
        role: rt::Role::Response,
        file: "deleteJob.response.json",
        text: include_str!("../spec/examples/deleteJob.response.json"),
    },
    rt::Example {
        operation: "getJobExecutions",
        role: rt::Role::Response,
        file: "getJobExecutions.response.json",
        text: include_str!("../spec/examples/getJobExecutions.response.json"),
    },
    rt::Example {
        operation: "createJobExecution",
        role: rt::Role::Request,
        file: "createJobExecution.request.partial-2025.json",
        text: include_str!(
            "../spec/examples/createJobExecution.request.partial-2025.json"
        ),
    },
    rt::Example {
        operation: "updateJobExecutionConfig",
        role: rt::Role::Request,
        file: "updateJobExecutionConfig.request.json",
        text: include_str!("../spec/examples/updateJobExecutionConfig.request.json"),
    },
    rt::Example {
        operation: "cancelJobExecution",
        role: rt::Role::Response,
        file: "cancelJobExecution.response.json",
        text: include_str!("../spec/examples/cancelJobExecution.response.json"),
    },
    rt::Example {
        operation: "createTrigger",
        role: rt::Role::Request,
        file: "createTrigger.request.json",
        text: include_str!("../spec/examples/createTrigger.request.json"),
    },
    rt::Example {
        operation: "getTrigger",
        role: rt::Role::Response,
        file: "getTrigger.response.json",
        text: include_str!("../spec/examples/getTrigger.response.json"),
    },
    rt::Example {
        operation: "getTrigger",
        role: rt::Role::Response,
        file: "getTrigger.response.partial-2025.json",
        text: include_str!("../spec/examples/getTrigger.response.partial-2025.json"),
    },
    rt::Example {
        operation: "deleteTrigger",
        role: rt::Role::Response,
        file: "deleteTrigger.response.json",
        text: include_str!("../spec/examples/deleteTrigger.response.json"),
    },
];

/// `GET /api/v1/stats/executions`
pub static GET_EXECUTION_COUNT: rt::Operation = rt::Operation {
    id: "getExecutionCount",
    method: rt::Method::Get,
    path: "/api/v1/stats/executions",
    parameters: &[
        rt::Parameter {
            name: "startDate",
            place: rt::Place::Query,
            required: true,
            schema: &rt::Schema::DATE_TIME_LOCAL,
            default: None,
            resolve: None,
            range_end: Some("endDate"),
            description: "Start of the range, such as `2025-03-19T00:00:00`.",
        },
        rt::Parameter {
            name: "endDate",
            place: rt::Place::Query,
            required: true,
            schema: &rt::Schema::DATE_TIME_LOCAL,
            default: None,
            resolve: None,
            range_end: None,
            description: "End of the range, such as `2025-03-20T23:59:59`.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::EXECUTION_COUNT),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "stats",
        verb: "count",
        rows: None,
        columns: &[
            rt::Column::field("TOTAL", "totalCount"),
            rt::Column::field("COMPLETED", "completedCount"),
            rt::Column::field("FAILED", "failedCount"),
        ],
        name: None,
    },
    summary: "Counts the executions of a time range.",
    description: "Counts all executions of the range, the successful ones and the failed ones.",
    source: rt::Source {
        page: "analytics-dataflow-getexecutionresult",
        date: "2026-09-17",
        revision: "2026 edition",
    },
};

/// `GET /api/v1/stats/executions-interval`
pub static GET_EXECUTION_COUNT_BY_INTERVAL: rt::Operation = rt::Operation {
    id: "getExecutionCountByInterval",
    method: rt::Method::Get,
    path: "/api/v1/stats/executions-interval",
    parameters: &[
        rt::Parameter {
            name: "startDate",
            place: rt::Place::Query,
            required: true,
            schema: &rt::Schema::DATE_TIME_LOCAL,
            default: None,
            resolve: None,
            range_end: Some("endDate"),
            description: "Start of the range, such as `2025-03-19T00:00:00`.",
        },
        rt::Parameter {
            name: "endDate",
            place: rt::Place::Query,
            required: true,
            schema: &rt::Schema::DATE_TIME_LOCAL,
            default: None,
            resolve: None,
            range_end: None,
            description: "End of the range, such as `2025-03-20T23:59:59`. The last bucket ends after it.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::EXECUTION_INTERVALS),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "stats",
        verb: "interval",
        rows: Some("result"),
        columns: &[
            rt::Column::field("START", "startDate"),
            rt::Column::field("END", "endDate"),
            rt::Column::field("TOTAL", "totalCount"),
        ],
        name: None,
    },
    summary: "Counts the executions of a time range by day.",
    description: "Returns one count for each day of the range, in order.",
    source: rt::Source {
        page: "analytics-dataflow-getexecutioncount",
        date: "2026-09-17",
        revision: "2026 edition",
    },
};

/// `GET /api/v1/stats/executions-times`
pub static GET_EXECUTION_TIMES: rt::Operation = rt::Operation {
    id: "getExecutionTimes",
    method: rt::Method::Get,
    path: "/api/v1/stats/executions-times",
    parameters: &[
        rt::Parameter {
            name: "startDate",
            place: rt::Place::Query,
            required: true,
            schema: &rt::Schema::DATE_TIME_LOCAL,
            default: None,
            resolve: None,
            range_end: Some("endDate"),
            description: "Start of the range, such as `2025-03-19T00:00:00`.",
        },
        rt::Parameter {
            name: "endDate",
            place: rt::Place::Query,
            required: true,
            schema: &rt::Schema::DATE_TIME_LOCAL,
            default: None,
            resolve: None,
            range_end: None,
            description: "End of the range, such as `2025-03-20T23:59:59`.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::EXECUTION_TIMES),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "stats",
        verb: "times",
        rows: Some("result"),
        columns: &[
            rt::Column::unit(
                rt::Column::field("TIME", "time"),
                rt::Unit::EpochMilliseconds,
            ),
            rt::Column::field("VALUE", "value"),
        ],
        name: None,
    },
    summary: "Lists the points of the execution time chart.",
    description: "Each point has a time and a value. The meaning and unit of the value are uncertain.",
    source: rt::Source {
        page: "analytics-dataflow-getexecutiontimes",
        date: "2026-09-17",
        revision: "2026 edition",
    },
};

/// `GET /api/v1/workflows`
pub static GET_WORKFLOWS: rt::Operation = rt::Operation {
    id: "getWorkflows",
    method: rt::Method::Get,
    path: "/api/v1/workflows",
    parameters: &[
        rt::Parameter {
            name: "page",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::Integer {
                minimum: Some(0),
                maximum: None,
            }),
            default: Some("0"),
            resolve: None,
            range_end: None,
            description: "Number of the page, from 0.",
        },
        rt::Parameter {
            name: "limit",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::Integer {
                minimum: Some(0),
                maximum: None,
            }),
            default: Some("1000"),
            resolve: None,
            range_end: None,
            description: "Maximum number of items on a page, from 0.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::WORKFLOW_LIST),
    idempotent: true,
    paging: Some(rt::Paging {
        page: "page",
        limit: "limit",
        first: 0,
        default_limit: 1000,
        items: "list",
        key: "workflowId",
    }),
    wait: None,
    command: rt::Command {
        noun: "workflow",
        verb: "list",
        rows: None,
        columns: &[
            rt::Column::field("ID", "workflowId"),
            rt::Column::field("NAME", "name"),
            rt::Column::field("RULE", "triggerRuleType"),
            rt::Column::field("LAST RUN", "lastExecutionDate"),
            rt::Column::field("UPDATED", "updatedDate"),
        ],
        name: Some("workflowId"),
    },
    summary: "Lists the workflows.",
    description: "Returns the workflows in pages. There is no filter by name. The order is not documented.\n\nThe response has no total and no next-page token. The listing ends at the first empty page.",
    source: rt::Source {
        page: "analytics-dataflow-getworkflows",
        date: "2026-09-17",
        revision: "2026 edition",
    },
};

/// `POST /api/v1/workflows`
pub static CREATE_WORKFLOW: rt::Operation = rt::Operation {
    id: "createWorkflow",
    method: rt::Method::Post,
    path: "/api/v1/workflows",
    parameters: &[],
    body: Some(rt::Body {
        required: true,
        schema: &super::schemas::CREATE_WORKFLOW_REQUEST,
    }),
    success: &[201, 200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::WORKFLOW),
    idempotent: false,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "workflow",
        verb: "create",
        rows: None,
        columns: &[
            rt::Column::field("ID", "workflowId"),
            rt::Column::field("NAME", "name"),
            rt::Column::field("CREATED", "createdDate"),
        ],
        name: Some("workflowId"),
    },
    summary: "Creates a workflow.",
    description: "Creates a workflow from a trigger and jobs.",
    source: rt::Source {
        page: "analytics-dataflow-createworkflow",
        date: "2026-10-19",
        revision: "2026 edition",
    },
};

/// `GET /api/v1/workflows/{workflowId}`
pub static GET_WORKFLOW: rt::Operation = rt::Operation {
    id: "getWorkflow",
    method: rt::Method::Get,
    path: "/api/v1/workflows/{workflowId}",
    parameters: &[
        rt::Parameter {
            name: "workflowId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getWorkflows",
                by: "name",
                id: "workflowId",
            }),
            range_end: None,
            description: "ID of the workflow.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::WORKFLOW),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "workflow",
        verb: "get",
        rows: None,
        columns: &[
            rt::Column::field("ID", "workflowId"),
            rt::Column::field("NAME", "name"),
            rt::Column::field("CREATED", "createdDate"),
            rt::Column::field("UPDATED", "updatedDate"),
        ],
        name: Some("workflowId"),
    },
    summary: "Shows a workflow.",
    description: "Returns one workflow with its nodes.",
    source: rt::Source {
        page: "analytics-dataflow-getworkflowbyid",
        date: "2026-10-08",
        revision: "2026 edition",
    },
};

/// `PUT /api/v1/workflows/{workflowId}`
pub static UPDATE_WORKFLOW: rt::Operation = rt::Operation {
    id: "updateWorkflow",
    method: rt::Method::Put,
    path: "/api/v1/workflows/{workflowId}",
    parameters: &[
        rt::Parameter {
            name: "workflowId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getWorkflows",
                by: "name",
                id: "workflowId",
            }),
            range_end: None,
            description: "ID of the workflow.",
        },
    ],
    body: Some(rt::Body {
        required: true,
        schema: &super::schemas::UPDATE_WORKFLOW_REQUEST,
    }),
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::WORKFLOW),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "workflow",
        verb: "update",
        rows: None,
        columns: &[
            rt::Column::field("ID", "workflowId"),
            rt::Column::field("NAME", "name"),
            rt::Column::field("UPDATED", "updatedDate"),
        ],
        name: Some("workflowId"),
    },
    summary: "Replaces a workflow.",
    description: "Replaces the name and the nodes of a workflow.",
    source: rt::Source {
        page: "analytics-dataflow-updateworkflow",
        date: "2026-10-19",
        revision: "2026 edition",
    },
};

/// `DELETE /api/v1/workflows/{workflowId}`
pub static DELETE_WORKFLOW: rt::Operation = rt::Operation {
    id: "deleteWorkflow",
    method: rt::Method::Delete,
    path: "/api/v1/workflows/{workflowId}",
    parameters: &[
        rt::Parameter {
            name: "workflowId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getWorkflows",
                by: "name",
                id: "workflowId",
            }),
            range_end: None,
            description: "ID of the workflow.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::CONFIRMATION),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "workflow",
        verb: "delete",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Deletes a workflow.",
    description: "Deletes a workflow. The response body is the bare value `true`. The states in which a workflow can be deleted\nare not documented.",
    source: rt::Source {
        page: "analytics-dataflow-deleteworkflow",
        date: "2026-09-17",
        revision: "2026 edition",
    },
};

/// `GET /api/v1/workflows/{workflowId}/executions`
pub static GET_WORKFLOW_EXECUTIONS: rt::Operation = rt::Operation {
    id: "getWorkflowExecutions",
    method: rt::Method::Get,
    path: "/api/v1/workflows/{workflowId}/executions",
    parameters: &[
        rt::Parameter {
            name: "workflowId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getWorkflows",
                by: "name",
                id: "workflowId",
            }),
            range_end: None,
            description: "ID of the workflow.",
        },
        rt::Parameter {
            name: "filter",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::TEXT,
            default: None,
            resolve: None,
            range_end: None,
            description: "Filter by the name of a workflow.",
        },
        rt::Parameter {
            name: "page",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::Integer {
                minimum: Some(0),
                maximum: None,
            }),
            default: Some("0"),
            resolve: None,
            range_end: None,
            description: "Number of the page, from 0.",
        },
        rt::Parameter {
            name: "limit",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::Integer {
                minimum: Some(0),
                maximum: None,
            }),
            default: Some("1000"),
            resolve: None,
            range_end: None,
            description: "Maximum number of items on a page, from 0.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::JOB_EXECUTION_LIST),
    idempotent: true,
    paging: Some(rt::Paging {
        page: "page",
        limit: "limit",
        first: 0,
        default_limit: 1000,
        items: "list",
        key: "jobExecutionId",
    }),
    wait: None,
    command: rt::Command {
        noun: "workflow",
        verb: "executions",
        rows: None,
        columns: &[
            rt::Column::field("ID", "jobExecutionId"),
            rt::Column::field("STATUS", "status"),
            rt::Column::field("TYPE", "type"),
            rt::Column::field("STARTED", "startDate"),
            rt::Column::between("DURATION", "startDate", "endDate"),
            rt::Column::field("JOB", "jobName"),
            rt::Column::wide(rt::Column::field("CREATED", "createdDate")),
            rt::Column::wide(rt::Column::field("ENDED", "endDate")),
            rt::Column::wide(rt::Column::field("WAITED", "waitingTime")),
            rt::Column::wide(
                rt::Column::unit(
                    rt::Column::field("RAN", "runningTime"),
                    rt::Unit::Minutes,
                ),
            ),
            rt::Column::wide(rt::Column::field("WORKERS", "jobCondition.numWorker")),
            rt::Column::wide(
                rt::Column::unit(
                    rt::Column::field("TIMEOUT", "jobCondition.timeout"),
                    rt::Unit::Minutes,
                ),
            ),
            rt::Column::wide(rt::Column::field("TRIGGER", "triggerName")),
            rt::Column::wide(rt::Column::field("LOG", "jobCondition.consoleLogPath")),
        ],
        name: Some("jobExecutionId"),
    },
    summary: "Lists the executions of the jobs of a workflow.",
    description: "Returns the runs that a workflow started, in pages. They are executions of its jobs. The API has no execution\nof a workflow as a whole. The order is not documented.\n\nThe response has no total and no next-page token. The listing ends at the first empty page.",
    source: rt::Source {
        page: "analytics-dataflow-getworkflowexecutions",
        date: "2026-09-17",
        revision: "2026 edition",
    },
};

/// `POST /api/v1/workflows/{workflowId}/executions`
pub static EXECUTE_WORKFLOW: rt::Operation = rt::Operation {
    id: "executeWorkflow",
    method: rt::Method::Post,
    path: "/api/v1/workflows/{workflowId}/executions",
    parameters: &[
        rt::Parameter {
            name: "workflowId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getWorkflows",
                by: "name",
                id: "workflowId",
            }),
            range_end: None,
            description: "ID of the workflow.",
        },
        rt::Parameter {
            name: "x-ncp-dataflow-payload",
            place: rt::Place::Header,
            required: false,
            schema: &rt::Schema::TEXT,
            default: None,
            resolve: None,
            range_end: None,
            description: "Names the Cloud Functions action that starts the workflow: the Base64 of\n`{\"cloudFunctions\":{\"actionName\":\"…\",\"activationId\":\"…\"}}`. As in the vendor's sample.",
        },
    ],
    body: None,
    success: &[202],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::WORKFLOW_START),
    idempotent: false,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "workflow",
        verb: "run",
        rows: None,
        columns: &[
            rt::Column::field("ID", "workflowId"),
            rt::Column::field("TRIGGER", "triggerId"),
            rt::Column::field("STATUS", "status"),
        ],
        name: Some("workflowId"),
    },
    summary: "Starts a workflow.",
    description: "Starts a workflow. The execution option of its trigger must be direct run or event. The request has no body.\n\nThe response confirms that the request was accepted. It has no execution ID. To find the executions, list them\nwith getWorkflowExecutions.",
    source: rt::Source {
        page: "executeworkflow",
        date: "2026-10-08",
        revision: "2026 edition",
    },
};

/// `GET /api/v1/jobs`
pub static GET_JOBS: rt::Operation = rt::Operation {
    id: "getJobs",
    method: rt::Method::Get,
    path: "/api/v1/jobs",
    parameters: &[
        rt::Parameter {
            name: "name",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::TEXT,
            default: None,
            resolve: None,
            range_end: None,
            description: "Name of the job. It is not documented whether a part of the name matches.",
        },
        rt::Parameter {
            name: "page",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::Integer {
                minimum: Some(0),
                maximum: None,
            }),
            default: Some("0"),
            resolve: None,
            range_end: None,
            description: "Number of the page, from 0.",
        },
        rt::Parameter {
            name: "limit",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::Integer {
                minimum: Some(1),
                maximum: None,
            }),
            default: Some("1000"),
            resolve: None,
            range_end: None,
            description: "Maximum number of items on a page, from 1.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::JOB_LIST),
    idempotent: true,
    paging: Some(rt::Paging {
        page: "page",
        limit: "limit",
        first: 0,
        default_limit: 1000,
        items: "list",
        key: "jobId",
    }),
    wait: None,
    command: rt::Command {
        noun: "job",
        verb: "list",
        rows: None,
        columns: &[
            rt::Column::field("ID", "jobId"),
            rt::Column::field("NAME", "name"),
            rt::Column::field("TYPE", "type"),
            rt::Column::field("STATUS", "status"),
            rt::Column::field("LAST STATUS", "lastExecutionStatus"),
            rt::Column::field("LAST RUN", "lastExecutionDate"),
            rt::Column::wide(rt::Column::field("CREATED", "createdDate")),
            rt::Column::wide(rt::Column::field("UPDATED", "updatedDate")),
        ],
        name: Some("jobId"),
    },
    summary: "Lists the jobs.",
    description: "Returns the jobs in pages. The order is not documented.\n\nThe response has no total and no next-page token. The listing ends at the first empty page.",
    source: rt::Source {
        page: "analytics-dataflow-getjobs",
        date: "2026-10-08",
        revision: "2026 edition",
    },
};

/// `POST /api/v1/jobs`
pub static CREATE_JOB: rt::Operation = rt::Operation {
    id: "createJob",
    method: rt::Method::Post,
    path: "/api/v1/jobs",
    parameters: &[],
    body: Some(rt::Body {
        required: true,
        schema: &super::schemas::CREATE_JOB_REQUEST,
    }),
    success: &[201, 200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::JOB),
    idempotent: false,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "job",
        verb: "create",
        rows: None,
        columns: &[
            rt::Column::field("ID", "jobId"),
            rt::Column::field("NAME", "name"),
            rt::Column::field("TYPE", "type"),
            rt::Column::field("STATUS", "status"),
        ],
        name: Some("jobId"),
    },
    summary: "Creates a job.",
    description: "Creates a job.",
    source: rt::Source {
        page: "analytics-dataflow-createjob",
        date: "2026-10-08",
        revision: "2026 edition",
    },
};

/// `POST /api/v1/jobs/verify`
pub static VERIFY_JOB: rt::Operation = rt::Operation {
    id: "verifyJob",
    method: rt::Method::Post,
    path: "/api/v1/jobs/verify",
    parameters: &[],
    body: Some(rt::Body {
        required: true,
        schema: &super::schemas::VERIFY_JOB_REQUEST,
    }),
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::CONFIRMATION),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "job",
        verb: "verify",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Checks a job.",
    description: "Checks a job. The response body is the bare value `true`. The response to a failed check is not documented.",
    source: rt::Source {
        page: "analytics-dataflow-verifyjob",
        date: "2026-09-17",
        revision: "2026 edition",
    },
};

/// `GET /api/v1/jobs/{jobId}`
pub static GET_JOB: rt::Operation = rt::Operation {
    id: "getJob",
    method: rt::Method::Get,
    path: "/api/v1/jobs/{jobId}",
    parameters: &[
        rt::Parameter {
            name: "jobId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getJobs",
                by: "name",
                id: "jobId",
            }),
            range_end: None,
            description: "ID of the job.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::JOB),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "job",
        verb: "get",
        rows: None,
        columns: &[
            rt::Column::field("ID", "jobId"),
            rt::Column::field("NAME", "name"),
            rt::Column::field("TYPE", "type"),
            rt::Column::field("STATUS", "status"),
            rt::Column::field("LAST STATUS", "lastExecutionStatus"),
            rt::Column::field("WORKERS", "runCondition.numWorker"),
            rt::Column::unit(
                rt::Column::field("TIMEOUT", "runCondition.timeout"),
                rt::Unit::Minutes,
            ),
            rt::Column::field("UPDATED", "updatedDate"),
        ],
        name: Some("jobId"),
    },
    summary: "Shows a job.",
    description: "Returns one job with its nodes and settings.",
    source: rt::Source {
        page: "analytics-dataflow-getjobbyid",
        date: "2026-10-08",
        revision: "2026 edition",
    },
};

/// `PATCH /api/v1/jobs/{jobId}`
pub static UPDATE_JOB: rt::Operation = rt::Operation {
    id: "updateJob",
    method: rt::Method::Patch,
    path: "/api/v1/jobs/{jobId}",
    parameters: &[
        rt::Parameter {
            name: "jobId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getJobs",
                by: "name",
                id: "jobId",
            }),
            range_end: None,
            description: "ID of the job.",
        },
    ],
    body: Some(rt::Body {
        required: true,
        schema: &super::schemas::UPDATE_JOB_REQUEST,
    }),
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::JOB),
    idempotent: false,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "job",
        verb: "update",
        rows: None,
        columns: &[
            rt::Column::field("ID", "jobId"),
            rt::Column::field("NAME", "name"),
            rt::Column::field("TYPE", "type"),
            rt::Column::field("STATUS", "status"),
            rt::Column::field("UPDATED", "updatedDate"),
        ],
        name: Some("jobId"),
    },
    summary: "Changes a job.",
    description: "Changes a job. `type` is required with every change.",
    source: rt::Source {
        page: "analytics-dataflow-updatejob",
        date: "2026-10-08",
        revision: "2026 edition",
    },
};

/// `DELETE /api/v1/jobs/{jobId}`
pub static DELETE_JOB: rt::Operation = rt::Operation {
    id: "deleteJob",
    method: rt::Method::Delete,
    path: "/api/v1/jobs/{jobId}",
    parameters: &[
        rt::Parameter {
            name: "jobId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getJobs",
                by: "name",
                id: "jobId",
            }),
            range_end: None,
            description: "ID of the job.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::CONFIRMATION),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "job",
        verb: "delete",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Deletes a job.",
    description: "Deletes a job. The response body is the bare value `true`. The states in which a job can be deleted are not\ndocumented.",
    source: rt::Source {
        page: "analytics-dataflow-deletejob",
        date: "2026-09-17",
        revision: "2026 edition",
    },
};

/// `GET /api/v1/jobs/{jobId}/executions`
pub static GET_JOB_EXECUTIONS: rt::Operation = rt::Operation {
    id: "getJobExecutions",
    method: rt::Method::Get,
    path: "/api/v1/jobs/{jobId}/executions",
    parameters: &[
        rt::Parameter {
            name: "jobId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getJobs",
                by: "name",
                id: "jobId",
            }),
            range_end: None,
            description: "ID of the job.",
        },
        rt::Parameter {
            name: "page",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::Integer {
                minimum: Some(0),
                maximum: None,
            }),
            default: Some("0"),
            resolve: None,
            range_end: None,
            description: "Number of the page, from 0.",
        },
        rt::Parameter {
            name: "limit",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::Integer {
                minimum: Some(0),
                maximum: None,
            }),
            default: Some("1000"),
            resolve: None,
            range_end: None,
            description: "Maximum number of items on a page, from 0.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::JOB_EXECUTION_LIST),
    idempotent: true,
    paging: Some(rt::Paging {
        page: "page",
        limit: "limit",
        first: 0,
        default_limit: 1000,
        items: "list",
        key: "jobExecutionId",
    }),
    wait: None,
    command: rt::Command {
        noun: "execution",
        verb: "list",
        rows: None,
        columns: &[
            rt::Column::field("ID", "jobExecutionId"),
            rt::Column::field("STATUS", "status"),
            rt::Column::field("TYPE", "type"),
            rt::Column::field("STARTED", "startDate"),
            rt::Column::between("DURATION", "startDate", "endDate"),
            rt::Column::field("JOB", "jobName"),
            rt::Column::wide(rt::Column::field("CREATED", "createdDate")),
            rt::Column::wide(rt::Column::field("ENDED", "endDate")),
            rt::Column::wide(rt::Column::field("WAITED", "waitingTime")),
            rt::Column::wide(
                rt::Column::unit(
                    rt::Column::field("RAN", "runningTime"),
                    rt::Unit::Minutes,
                ),
            ),
            rt::Column::wide(rt::Column::field("WORKERS", "jobCondition.numWorker")),
            rt::Column::wide(
                rt::Column::unit(
                    rt::Column::field("TIMEOUT", "jobCondition.timeout"),
                    rt::Unit::Minutes,
                ),
            ),
            rt::Column::wide(rt::Column::field("TRIGGER", "triggerName")),
            rt::Column::wide(rt::Column::field("LOG", "jobCondition.consoleLogPath")),
        ],
        name: Some("jobExecutionId"),
    },
    summary: "Lists the executions of a job.",
    description: "Returns the runs of one job in pages. The order is not documented.\n\nThe response has no total and no next-page token. The listing ends at the first empty page.",
    source: rt::Source {
        page: "analytics-dataflow-getjobexecutions",
        date: "2026-10-08",
        revision: "2026 edition",
    },
};

/// `POST /api/v1/jobs/{jobId}/executions`
pub static CREATE_JOB_EXECUTION: rt::Operation = rt::Operation {
    id: "createJobExecution",
    method: rt::Method::Post,
    path: "/api/v1/jobs/{jobId}/executions",
    parameters: &[
        rt::Parameter {
            name: "jobId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getJobs",
                by: "name",
                id: "jobId",
            }),
            range_end: None,
            description: "ID of the job.",
        },
        rt::Parameter {
            name: "triggerId",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: None,
            range_end: None,
            description: "ID of a trigger. Its effect is not documented.",
        },
        rt::Parameter {
            name: "workflowId",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: None,
            range_end: None,
            description: "ID of a workflow. Its effect is not documented.",
        },
    ],
    body: Some(rt::Body {
        required: true,
        schema: &super::schemas::CREATE_JOB_EXECUTION_REQUEST,
    }),
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::JOB_EXECUTION),
    idempotent: false,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "job",
        verb: "run",
        rows: None,
        columns: &[
            rt::Column::field("ID", "jobExecutionId"),
            rt::Column::field("STATUS", "status"),
            rt::Column::field("CREATED", "createdDate"),
            rt::Column::field("JOB", "jobId"),
        ],
        name: Some("jobExecutionId"),
    },
    summary: "Starts a job.",
    description: "Starts a run of a job. Without settings, the run uses the settings stored in the job.",
    source: rt::Source {
        page: "analytics-dataflow-executejob",
        date: "2026-10-08",
        revision: "2026 edition",
    },
};

/// `PUT /api/v1/jobs/{jobId}/executions`
pub static UPDATE_JOB_EXECUTION_CONFIG: rt::Operation = rt::Operation {
    id: "updateJobExecutionConfig",
    method: rt::Method::Put,
    path: "/api/v1/jobs/{jobId}/executions",
    parameters: &[
        rt::Parameter {
            name: "jobId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getJobs",
                by: "name",
                id: "jobId",
            }),
            range_end: None,
            description: "ID of the job.",
        },
    ],
    body: Some(rt::Body {
        required: true,
        schema: &super::schemas::UPDATE_JOB_EXECUTION_CONFIG_REQUEST,
    }),
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::JOB),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "job",
        verb: "settings",
        rows: None,
        columns: &[
            rt::Column::field("ID", "jobId"),
            rt::Column::field("NAME", "name"),
            rt::Column::field("WORKERS", "runCondition.numWorker"),
            rt::Column::unit(
                rt::Column::field("TIMEOUT", "runCondition.timeout"),
                rt::Unit::Minutes,
            ),
            rt::Column::field("UPDATED", "updatedDate"),
        ],
        name: Some("jobId"),
    },
    summary: "Changes the settings that a job runs with.",
    description: "Changes the settings stored in a job, and returns the job. The path ends with `executions`, but no execution\nchanges. Keys that you leave out keep their stored value. A new `scriptPath` moves the stored script.",
    source: rt::Source {
        page: "analytics-dataflow-updatejobexecuteconfig",
        date: "2026-10-08",
        revision: "2026 edition",
    },
};

/// `GET /api/v1/jobs/{jobId}/executions/{executionId}`
pub static GET_JOB_EXECUTION: rt::Operation = rt::Operation {
    id: "getJobExecution",
    method: rt::Method::Get,
    path: "/api/v1/jobs/{jobId}/executions/{executionId}",
    parameters: &[
        rt::Parameter {
            name: "jobId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getJobs",
                by: "name",
                id: "jobId",
            }),
            range_end: None,
            description: "ID of the job.",
        },
        rt::Parameter {
            name: "executionId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: None,
            range_end: None,
            description: "ID of the execution. Responses call it `jobExecutionId`.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::JOB_EXECUTION),
    idempotent: true,
    paging: None,
    wait: Some(rt::Wait {
        field: "status",
        end: Some("endDate"),
        states: &[
            ("READY", None),
            ("RUNNING", None),
            ("COMPLETED", Some(rt::Outcome::Success)),
            ("FAILED", Some(rt::Outcome::Failure)),
            ("CANCELED", Some(rt::Outcome::Cancelled)),
        ],
    }),
    command: rt::Command {
        noun: "execution",
        verb: "get",
        rows: None,
        columns: &[
            rt::Column::field("ID", "jobExecutionId"),
            rt::Column::field("STATUS", "status"),
            rt::Column::field("TYPE", "type"),
            rt::Column::field("STARTED", "startDate"),
            rt::Column::between("DURATION", "startDate", "endDate"),
            rt::Column::field("JOB", "jobName"),
            rt::Column::wide(rt::Column::field("CREATED", "createdDate")),
            rt::Column::wide(rt::Column::field("ENDED", "endDate")),
            rt::Column::wide(rt::Column::field("WAITED", "waitingTime")),
            rt::Column::wide(
                rt::Column::unit(
                    rt::Column::field("RAN", "runningTime"),
                    rt::Unit::Minutes,
                ),
            ),
            rt::Column::wide(rt::Column::field("WORKERS", "jobCondition.numWorker")),
            rt::Column::wide(
                rt::Column::unit(
                    rt::Column::field("TIMEOUT", "jobCondition.timeout"),
                    rt::Unit::Minutes,
                ),
            ),
            rt::Column::wide(rt::Column::field("TRIGGER", "triggerName")),
            rt::Column::wide(rt::Column::field("LOG", "jobCondition.consoleLogPath")),
        ],
        name: Some("jobExecutionId"),
    },
    summary: "Shows an execution of a job.",
    description: "Returns one run of a job.",
    source: rt::Source {
        page: "analytics-dataflow-getjobexecutionbyid",
        date: "2026-09-17",
        revision: "2026 edition",
    },
};

/// `POST /api/v1/jobs/{jobId}/executions/{executionId}/cancel`
pub static CANCEL_JOB_EXECUTION: rt::Operation = rt::Operation {
    id: "cancelJobExecution",
    method: rt::Method::Post,
    path: "/api/v1/jobs/{jobId}/executions/{executionId}/cancel",
    parameters: &[
        rt::Parameter {
            name: "jobId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getJobs",
                by: "name",
                id: "jobId",
            }),
            range_end: None,
            description: "ID of the job.",
        },
        rt::Parameter {
            name: "executionId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: None,
            range_end: None,
            description: "ID of the execution. Responses call it `jobExecutionId`.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::CONFIRMATION),
    idempotent: false,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "execution",
        verb: "cancel",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Cancels an execution of a job.",
    description: "Cancels a run. The states in which a run can be canceled are not documented. The response body is the bare\nvalue `true`. The request has no body.",
    source: rt::Source {
        page: "analytics-dataflow-canceljobexecution",
        date: "2026-10-08",
        revision: "2026 edition",
    },
};

/// `GET /api/v1/triggers`
pub static GET_TRIGGERS: rt::Operation = rt::Operation {
    id: "getTriggers",
    method: rt::Method::Get,
    path: "/api/v1/triggers",
    parameters: &[
        rt::Parameter {
            name: "name",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::TEXT,
            default: None,
            resolve: None,
            range_end: None,
            description: "Name of the trigger. It is not documented whether a part of the name matches.",
        },
        rt::Parameter {
            name: "page",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::Integer {
                minimum: Some(0),
                maximum: None,
            }),
            default: Some("0"),
            resolve: None,
            range_end: None,
            description: "Number of the page, from 0.",
        },
        rt::Parameter {
            name: "limit",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::Integer {
                minimum: Some(0),
                maximum: None,
            }),
            default: Some("1000"),
            resolve: None,
            range_end: None,
            description: "Maximum number of items on a page, from 0.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::TRIGGER_LIST),
    idempotent: true,
    paging: Some(rt::Paging {
        page: "page",
        limit: "limit",
        first: 0,
        default_limit: 1000,
        items: "list",
        key: "triggerId",
    }),
    wait: None,
    command: rt::Command {
        noun: "trigger",
        verb: "list",
        rows: None,
        columns: &[
            rt::Column::field("ID", "triggerId"),
            rt::Column::field("NAME", "name"),
            rt::Column::field("TYPE", "type"),
            rt::Column::field("RULE", "triggerRule.type"),
            rt::Column::field("UPDATED", "updatedDate"),
        ],
        name: Some("triggerId"),
    },
    summary: "Lists the triggers.",
    description: "Returns the triggers in pages. The order is not documented.\n\nThe response has no total and no next-page token. The listing ends at the first empty page.",
    source: rt::Source {
        page: "analytics-dataflow-gettriggers",
        date: "2026-09-17",
        revision: "2026 edition",
    },
};

/// `POST /api/v1/triggers`
pub static CREATE_TRIGGER: rt::Operation = rt::Operation {
    id: "createTrigger",
    method: rt::Method::Post,
    path: "/api/v1/triggers",
    parameters: &[],
    body: Some(rt::Body {
        required: true,
        schema: &super::schemas::CREATE_TRIGGER_REQUEST,
    }),
    success: &[201, 200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::TRIGGER),
    idempotent: false,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "trigger",
        verb: "create",
        rows: None,
        columns: &[
            rt::Column::field("ID", "triggerId"),
            rt::Column::field("NAME", "name"),
            rt::Column::field("TYPE", "type"),
            rt::Column::field("RULE", "triggerRule.type"),
        ],
        name: Some("triggerId"),
    },
    summary: "Creates a trigger.",
    description: "Creates a trigger. Which fields of the rule are required depends on its type and interval.",
    source: rt::Source {
        page: "analytics-dataflow-createtrigger",
        date: "2026-09-17",
        revision: "2026 edition",
    },
};

/// `GET /api/v1/triggers/{triggerId}`
pub static GET_TRIGGER: rt::Operation = rt::Operation {
    id: "getTrigger",
    method: rt::Method::Get,
    path: "/api/v1/triggers/{triggerId}",
    parameters: &[
        rt::Parameter {
            name: "triggerId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getTriggers",
                by: "name",
                id: "triggerId",
            }),
            range_end: None,
            description: "ID of the trigger.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::TRIGGER),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "trigger",
        verb: "get",
        rows: None,
        columns: &[
            rt::Column::field("ID", "triggerId"),
            rt::Column::field("NAME", "name"),
            rt::Column::field("TYPE", "type"),
            rt::Column::field("RULE", "triggerRule.type"),
            rt::Column::field("INTERVAL", "triggerRule.interval"),
            rt::Column::field("TIME", "triggerRule.time"),
            rt::Column::field("UPDATED", "updatedDate"),
        ],
        name: Some("triggerId"),
    },
    summary: "Shows a trigger.",
    description: "Returns one trigger.",
    source: rt::Source {
        page: "analytics-dataflow-gettriggerbyid",
        date: "2026-09-17",
        revision: "2025 edition",
    },
};

/// `DELETE /api/v1/triggers/{triggerId}`
pub static DELETE_TRIGGER: rt::Operation = rt::Operation {
    id: "deleteTrigger",
    method: rt::Method::Delete,
    path: "/api/v1/triggers/{triggerId}",
    parameters: &[
        rt::Parameter {
            name: "triggerId",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "getTriggers",
                by: "name",
                id: "triggerId",
            }),
            range_end: None,
            description: "ID of the trigger.",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[400, 401, 403, 404, 429, 500],
    response: Some(&super::schemas::CONFIRMATION),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "trigger",
        verb: "delete",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Deletes a trigger.",
    description: "Deletes a trigger. The effect on workflows that use it is not documented. The response body is the bare value\n`true`.",
    source: rt::Source {
        page: "analytics-dataflow-deletetrigger",
        date: "2026-09-17",
        revision: "2026 edition",
    },
};
