// @generated from spec/kitchen.yaml by codegen; do not edit.

use crate::generated::schemas;
use ncloud_runtime::operation::{
    Body, Cell, Column, Command, ErrorShape, Example, Method, Operation, Paging,
    Parameter, Place, Resolve, Role, Service, Source, Wait,
};
use ncloud_runtime::schema::{Format, Outcome, Schema, Shape};

/// The service.
///
/// Everything at once.
pub static SERVICE: Service = Service {
    title: "Kitchen",
    version: "v1",
    endpoint: "https://kitchen.example.com",
    endpoint_variable: "KITCHEN_ENDPOINT",
    errors: ErrorShape::DOCUMENTED,
};

/// All operations, in the order of the spec.
pub static OPERATIONS: &[&Operation] = &[
    &LIST_GUESTS,
    &GET_OPTION,
    &REQUEST,
    &DELETE,
    &COOK,
    &STIR,
    &SEASON,
];

/// All documented bodies, in the order of the spec.
pub static EXAMPLES: &[Example] = &[
    Example {
        operation: "listGuests",
        role: Role::Response,
        file: "listGuests.response.json",
        text: include_str!("../spec/examples/listGuests.response.json"),
    },
];

/// `GET /guests`
pub static LIST_GUESTS: Operation = Operation {
    id: "listGuests",
    method: Method::Get,
    path: "/guests",
    parameters: &[
        Parameter {
            name: "page",
            place: Place::Query,
            required: false,
            schema: &Schema::INTEGER,
            default: Some("0"),
            resolve: None,
            description: "",
        },
        Parameter {
            name: "limit",
            place: Place::Query,
            required: false,
            schema: &Schema {
                name: "",
                description: "",
                shape: Shape::Integer { minimum: Some(1), maximum: Some(50) },
            },
            default: Some("50"),
            resolve: None,
            description: "",
        },
        Parameter {
            name: "rank",
            place: Place::Query,
            required: false,
            schema: &schemas::RANK,
            default: None,
            resolve: None,
            description: "",
        },
        Parameter {
            name: "since",
            place: Place::Query,
            required: true,
            schema: &Schema::DATE_TIME,
            default: None,
            resolve: None,
            description: "",
        },
        Parameter {
            name: "until",
            place: Place::Query,
            required: false,
            schema: &Schema::DATE_TIME_LOCAL,
            default: None,
            resolve: None,
            description: "",
        },
        Parameter {
            name: "weight",
            place: Place::Query,
            required: false,
            schema: &Schema::NUMBER,
            default: None,
            resolve: None,
            description: "",
        },
        Parameter {
            name: "send",
            place: Place::Query,
            required: false,
            schema: &Schema::BOOLEAN,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[],
    response: Some(&schemas::GUEST_PAGE),
    idempotent: true,
    paging: Some(Paging {
        page: "page",
        limit: "limit",
        first: 0,
        default_limit: 50,
        items: "guests",
        key: "id",
    }),
    wait: None,
    command: Command {
        noun: "guest",
        verb: "list",
        rows: None,
        columns: &[
            Column { title: "ID", cell: Cell::Field("id") },
            Column { title: "STAY", cell: Cell::Between { from: "from", to: "to" } },
        ],
        name: Some("id"),
    },
    summary: "Lists guests.",
    description: "",
    source: Source { page: "guests", date: "2025-01-02", revision: "R1" },
};

/// `GET /guests/{id}/{type}`
pub static GET_OPTION: Operation = Operation {
    id: "getOption",
    method: Method::Get,
    path: "/guests/{id}/{type}",
    parameters: &[
        Parameter {
            name: "id",
            place: Place::Path,
            required: true,
            schema: &Schema {
                name: "",
                description: "",
                shape: Shape::String {
                    format: Format::Text,
                    min_length: Some(1),
                    max_length: None,
                    pattern: None,
                    values: &[],
                    outcomes: &[],
                },
            },
            default: None,
            resolve: Some(Resolve { operation: "listGuests", by: "name", id: "id" }),
            description: "",
        },
        Parameter {
            name: "type",
            place: Place::Path,
            required: true,
            schema: &Schema::INTEGER,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[],
    response: Some(&schemas::OPTION),
    idempotent: true,
    paging: None,
    wait: Some(Wait {
        field: "rank",
        end: None,
        states: &[
            ("QUEEN", Some(Outcome::Success)),
            ("NO", Some(Outcome::Failure)),
            ("-1", Some(Outcome::Cancelled)),
            ("1", None),
            ("", None),
            ("other", None),
        ],
    }),
    command: Command {
        noun: "option",
        verb: "get",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Gets an option.",
    description: "",
    source: Source { page: "guests", date: "2025-01-02", revision: "R1" },
};

/// `PUT /guests/{id}/{type}`
pub static REQUEST: Operation = Operation {
    id: "request",
    method: Method::Put,
    path: "/guests/{id}/{type}",
    parameters: &[
        Parameter {
            name: "id",
            place: Place::Path,
            required: true,
            schema: &Schema {
                name: "",
                description: "",
                shape: Shape::String {
                    format: Format::Text,
                    min_length: Some(1),
                    max_length: None,
                    pattern: None,
                    values: &[],
                    outcomes: &[],
                },
            },
            default: None,
            resolve: Some(Resolve { operation: "listGuests", by: "name", id: "id" }),
            description: "",
        },
        Parameter {
            name: "type",
            place: Place::Path,
            required: true,
            schema: &Schema::INTEGER,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: Some(Body { required: false, schema: &schemas::DRAFT }),
    success: &[204],
    error_statuses: &[],
    response: None,
    idempotent: true,
    paging: None,
    wait: None,
    command: Command {
        noun: "option",
        verb: "put",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Puts a body that may be left out.",
    description: "",
    source: Source { page: "guests", date: "2025-01-02", revision: "R1" },
};

/// `DELETE /guests/{id}/{type}`
pub static DELETE: Operation = Operation {
    id: "delete",
    method: Method::Delete,
    path: "/guests/{id}/{type}",
    parameters: &[
        Parameter {
            name: "id",
            place: Place::Path,
            required: true,
            schema: &Schema {
                name: "",
                description: "",
                shape: Shape::String {
                    format: Format::Text,
                    min_length: Some(1),
                    max_length: None,
                    pattern: None,
                    values: &[],
                    outcomes: &[],
                },
            },
            default: None,
            resolve: Some(Resolve { operation: "listGuests", by: "name", id: "id" }),
            description: "",
        },
        Parameter {
            name: "type",
            place: Place::Path,
            required: true,
            schema: &Schema::INTEGER,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[],
    response: Some(&Schema::TRUE),
    idempotent: true,
    paging: None,
    wait: None,
    command: Command {
        noun: "option",
        verb: "delete",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Deletes.",
    description: "",
    source: Source { page: "guests", date: "2025-01-02", revision: "R1" },
};

/// `POST /dishes`
pub static COOK: Operation = Operation {
    id: "cook",
    method: Method::Post,
    path: "/dishes",
    parameters: &[
        Parameter {
            name: "for",
            place: Place::Query,
            required: false,
            schema: &Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: Some(Body { required: true, schema: &schemas::DISH }),
    success: &[201],
    error_statuses: &[],
    response: Some(&schemas::DISH),
    idempotent: false,
    paging: None,
    wait: None,
    command: Command {
        noun: "dish",
        verb: "cook",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Cooks.",
    description: "",
    source: Source { page: "dishes", date: "2025-01-02", revision: "R1" },
};

/// `PATCH /dishes`
pub static STIR: Operation = Operation {
    id: "stir",
    method: Method::Patch,
    path: "/dishes",
    parameters: &[],
    body: Some(Body {
        required: true,
        schema: &Schema {
            name: "",
            description: "",
            shape: Shape::Array { items: &Schema::TEXT },
        },
    }),
    success: &[202],
    error_statuses: &[],
    response: Some(&schemas::INGREDIENT),
    idempotent: false,
    paging: None,
    wait: None,
    command: Command {
        noun: "dish",
        verb: "stir",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Stirs.",
    description: "",
    source: Source { page: "dishes", date: "2025-01-02", revision: "R1" },
};

/// `POST /seasonings`
pub static SEASON: Operation = Operation {
    id: "season",
    method: Method::Post,
    path: "/seasonings",
    parameters: &[
        Parameter {
            name: "$top",
            place: Place::Query,
            required: false,
            schema: &Schema {
                name: "",
                description: "",
                shape: Shape::Integer {
                    minimum: Some(-2147483648),
                    maximum: Some(2147483647),
                },
            },
            default: None,
            resolve: None,
            description: "",
        },
        Parameter {
            name: "top",
            place: Place::Query,
            required: false,
            schema: &Schema {
                name: "",
                description: "",
                shape: Shape::Number { minimum: Some(0.5), maximum: Some(1000.0) },
            },
            default: None,
            resolve: None,
            description: "",
        },
        Parameter {
            name: "-dash",
            place: Place::Query,
            required: false,
            schema: &Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        Parameter {
            name: "help",
            place: Place::Query,
            required: false,
            schema: &Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        Parameter {
            name: "version",
            place: Place::Query,
            required: false,
            schema: &Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        Parameter {
            name: "reportDrift",
            place: Place::Query,
            required: false,
            schema: &Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        Parameter {
            name: ":file",
            place: Place::Query,
            required: false,
            schema: &Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        Parameter {
            name: "param-help",
            place: Place::Query,
            required: false,
            schema: &Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        Parameter {
            name: "page",
            place: Place::Query,
            required: false,
            schema: &Schema::INTEGER,
            default: None,
            resolve: None,
            description: "",
        },
        Parameter {
            name: "$",
            place: Place::Query,
            required: false,
            schema: &Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: Some(Body { required: true, schema: &schemas::SEASONING }),
    success: &[204],
    error_statuses: &[],
    response: None,
    idempotent: false,
    paging: None,
    wait: None,
    command: Command {
        noun: "seasoning",
        verb: "add",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Seasons by names that a command line has for itself.",
    description: "",
    source: Source { page: "dishes", date: "2025-01-02", revision: "R1" },
};
