// @generated from spec/kitchen.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// The service.
///
/// Everything at once.
pub static SERVICE: rt::operation::Service = rt::operation::Service {
    title: "Kitchen",
    version: "v1",
    endpoint: "https://kitchen.example.com",
    endpoint_variable: "KITCHEN_ENDPOINT",
    errors: rt::operation::ErrorShape::DOCUMENTED,
};

/// All operations, in the order of the spec.
pub static OPERATIONS: &[&rt::operation::Operation] = &[
    &LIST_GUESTS,
    &GET_OPTION,
    &REQUEST,
    &DELETE,
    &COOK,
    &STIR,
    &SEASON,
];

/// All documented bodies, in the order of the spec.
pub static EXAMPLES: &[rt::operation::Example] = &[
    rt::operation::Example {
        operation: "listGuests",
        role: rt::operation::Role::Response,
        file: "listGuests.response.json",
        text: include_str!("../spec/examples/listGuests.response.json"),
    },
];

/// `GET /guests`
pub static LIST_GUESTS: rt::operation::Operation = rt::operation::Operation {
    id: "listGuests",
    method: rt::operation::Method::Get,
    path: "/guests",
    parameters: &[
        rt::operation::Parameter {
            name: "page",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema::INTEGER,
            default: Some("0"),
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "limit",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema {
                name: "",
                description: "",
                shape: rt::schema::Shape::Integer {
                    minimum: Some(1),
                    maximum: Some(50),
                },
            },
            default: Some("50"),
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "rank",
            place: rt::operation::Place::Query,
            required: false,
            schema: &super::schemas::RANK,
            default: None,
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "since",
            place: rt::operation::Place::Query,
            required: true,
            schema: &rt::schema::Schema::DATE_TIME,
            default: None,
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "until",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema::DATE_TIME_LOCAL,
            default: None,
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "weight",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema::NUMBER,
            default: None,
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "send",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema::BOOLEAN,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[],
    response: Some(&super::schemas::GUEST_PAGE),
    idempotent: true,
    paging: Some(rt::operation::Paging {
        page: "page",
        limit: "limit",
        first: 0,
        default_limit: 50,
        items: "guests",
        key: "id",
    }),
    wait: None,
    command: rt::operation::Command {
        noun: "guest",
        verb: "list",
        rows: None,
        columns: &[
            rt::operation::Column {
                title: "ID",
                cell: rt::operation::Cell::Field("id"),
            },
            rt::operation::Column {
                title: "STAY",
                cell: rt::operation::Cell::Between {
                    from: "from",
                    to: "to",
                },
            },
        ],
        name: Some("id"),
    },
    summary: "Lists guests.",
    description: "",
    source: rt::operation::Source {
        page: "guests",
        date: "2025-01-02",
        revision: "R1",
    },
};

/// `GET /guests/{id}/{type}`
pub static GET_OPTION: rt::operation::Operation = rt::operation::Operation {
    id: "getOption",
    method: rt::operation::Method::Get,
    path: "/guests/{id}/{type}",
    parameters: &[
        rt::operation::Parameter {
            name: "id",
            place: rt::operation::Place::Path,
            required: true,
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
            default: None,
            resolve: Some(rt::operation::Resolve {
                operation: "listGuests",
                by: "name",
                id: "id",
            }),
            description: "",
        },
        rt::operation::Parameter {
            name: "type",
            place: rt::operation::Place::Path,
            required: true,
            schema: &rt::schema::Schema::INTEGER,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[],
    response: Some(&super::schemas::OPTION),
    idempotent: true,
    paging: None,
    wait: Some(rt::operation::Wait {
        field: "rank",
        end: None,
        states: &[
            ("QUEEN", Some(rt::schema::Outcome::Success)),
            ("NO", Some(rt::schema::Outcome::Failure)),
            ("-1", Some(rt::schema::Outcome::Cancelled)),
            ("1", None),
            ("", None),
            ("other", None),
        ],
    }),
    command: rt::operation::Command {
        noun: "option",
        verb: "get",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Gets an option.",
    description: "",
    source: rt::operation::Source {
        page: "guests",
        date: "2025-01-02",
        revision: "R1",
    },
};

/// `PUT /guests/{id}/{type}`
pub static REQUEST: rt::operation::Operation = rt::operation::Operation {
    id: "request",
    method: rt::operation::Method::Put,
    path: "/guests/{id}/{type}",
    parameters: &[
        rt::operation::Parameter {
            name: "id",
            place: rt::operation::Place::Path,
            required: true,
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
            default: None,
            resolve: Some(rt::operation::Resolve {
                operation: "listGuests",
                by: "name",
                id: "id",
            }),
            description: "",
        },
        rt::operation::Parameter {
            name: "type",
            place: rt::operation::Place::Path,
            required: true,
            schema: &rt::schema::Schema::INTEGER,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: Some(rt::operation::Body {
        required: false,
        schema: &super::schemas::DRAFT,
    }),
    success: &[204],
    error_statuses: &[],
    response: None,
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::operation::Command {
        noun: "option",
        verb: "put",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Puts a body that may be left out.",
    description: "",
    source: rt::operation::Source {
        page: "guests",
        date: "2025-01-02",
        revision: "R1",
    },
};

/// `DELETE /guests/{id}/{type}`
pub static DELETE: rt::operation::Operation = rt::operation::Operation {
    id: "delete",
    method: rt::operation::Method::Delete,
    path: "/guests/{id}/{type}",
    parameters: &[
        rt::operation::Parameter {
            name: "id",
            place: rt::operation::Place::Path,
            required: true,
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
            default: None,
            resolve: Some(rt::operation::Resolve {
                operation: "listGuests",
                by: "name",
                id: "id",
            }),
            description: "",
        },
        rt::operation::Parameter {
            name: "type",
            place: rt::operation::Place::Path,
            required: true,
            schema: &rt::schema::Schema::INTEGER,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[],
    response: Some(&rt::schema::Schema::TRUE),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::operation::Command {
        noun: "option",
        verb: "delete",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Deletes.",
    description: "",
    source: rt::operation::Source {
        page: "guests",
        date: "2025-01-02",
        revision: "R1",
    },
};

/// `POST /dishes`
pub static COOK: rt::operation::Operation = rt::operation::Operation {
    id: "cook",
    method: rt::operation::Method::Post,
    path: "/dishes",
    parameters: &[
        rt::operation::Parameter {
            name: "for",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: Some(rt::operation::Body {
        required: true,
        schema: &super::schemas::DISH,
    }),
    success: &[201],
    error_statuses: &[],
    response: Some(&super::schemas::DISH),
    idempotent: false,
    paging: None,
    wait: None,
    command: rt::operation::Command {
        noun: "dish",
        verb: "cook",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Cooks.",
    description: "",
    source: rt::operation::Source {
        page: "dishes",
        date: "2025-01-02",
        revision: "R1",
    },
};

/// `PATCH /dishes`
pub static STIR: rt::operation::Operation = rt::operation::Operation {
    id: "stir",
    method: rt::operation::Method::Patch,
    path: "/dishes",
    parameters: &[],
    body: Some(rt::operation::Body {
        required: true,
        schema: &rt::schema::Schema {
            name: "",
            description: "",
            shape: rt::schema::Shape::Array {
                items: &rt::schema::Schema::TEXT,
            },
        },
    }),
    success: &[202],
    error_statuses: &[],
    response: Some(&super::schemas::INGREDIENT),
    idempotent: false,
    paging: None,
    wait: None,
    command: rt::operation::Command {
        noun: "dish",
        verb: "stir",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Stirs.",
    description: "",
    source: rt::operation::Source {
        page: "dishes",
        date: "2025-01-02",
        revision: "R1",
    },
};

/// `POST /seasonings`
pub static SEASON: rt::operation::Operation = rt::operation::Operation {
    id: "season",
    method: rt::operation::Method::Post,
    path: "/seasonings",
    parameters: &[
        rt::operation::Parameter {
            name: "$top",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema {
                name: "",
                description: "",
                shape: rt::schema::Shape::Integer {
                    minimum: Some(-2147483648),
                    maximum: Some(2147483647),
                },
            },
            default: None,
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "top",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema {
                name: "",
                description: "",
                shape: rt::schema::Shape::Number {
                    minimum: Some(0.5),
                    maximum: Some(1000.0),
                },
            },
            default: None,
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "-dash",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "help",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "version",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "reportDrift",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: ":file",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "param-help",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "page",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema::INTEGER,
            default: None,
            resolve: None,
            description: "",
        },
        rt::operation::Parameter {
            name: "$",
            place: rt::operation::Place::Query,
            required: false,
            schema: &rt::schema::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: Some(rt::operation::Body {
        required: true,
        schema: &super::schemas::SEASONING,
    }),
    success: &[204],
    error_statuses: &[],
    response: None,
    idempotent: false,
    paging: None,
    wait: None,
    command: rt::operation::Command {
        noun: "seasoning",
        verb: "add",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Seasons by names that a command line has for itself.",
    description: "",
    source: rt::operation::Source {
        page: "dishes",
        date: "2025-01-02",
        revision: "R1",
    },
};
