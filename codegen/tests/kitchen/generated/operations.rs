// @generated from spec/kitchen.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// The service.
///
/// Everything at once.
pub static SERVICE: rt::Service = rt::Service {
    title: "Kitchen",
    version: "v1",
    endpoint: "https://kitchen.example.com",
    endpoint_variable: "KITCHEN_ENDPOINT",
    errors: rt::ErrorShape::DOCUMENTED,
};

/// All operations, in the order of the spec.
pub static OPERATIONS: &[&rt::Operation] = &[
    &LIST_GUESTS,
    &GET_OPTION,
    &REQUEST,
    &DELETE,
    &COOK,
    &STIR,
    &SEASON,
];

/// All documented bodies, in the order of the spec.
pub static EXAMPLES: &[rt::Example] = &[
    rt::Example {
        operation: "listGuests",
        role: rt::Role::Response,
        file: "listGuests.response.json",
        text: include_str!("../spec/examples/listGuests.response.json"),
    },
];

/// `GET /guests`
pub static LIST_GUESTS: rt::Operation = rt::Operation {
    id: "listGuests",
    method: rt::Method::Get,
    path: "/guests",
    parameters: &[
        rt::Parameter {
            name: "page",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::INTEGER,
            default: Some("0"),
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "limit",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::Integer {
                minimum: Some(1),
                maximum: Some(50),
            }),
            default: Some("50"),
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "rank",
            place: rt::Place::Query,
            required: false,
            schema: &super::schemas::RANK,
            default: None,
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "since",
            place: rt::Place::Query,
            required: true,
            schema: &rt::Schema::DATE_TIME,
            default: None,
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "until",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::DATE_TIME_LOCAL,
            default: None,
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "weight",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::NUMBER,
            default: None,
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "send",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::BOOLEAN,
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
    paging: Some(rt::Paging {
        page: "page",
        limit: "limit",
        first: 0,
        default_limit: 50,
        items: "guests",
        key: "id",
    }),
    wait: None,
    command: rt::Command {
        noun: "guest",
        verb: "list",
        rows: None,
        columns: &[
            rt::Column::field("ID", "id"),
            rt::Column::between("STAY", "from", "to"),
        ],
        name: Some("id"),
    },
    summary: "Lists guests.",
    description: "",
    source: rt::Source {
        page: "guests",
        date: "2025-01-02",
        revision: "R1",
    },
};

/// `GET /guests/{id}/{type}`
pub static GET_OPTION: rt::Operation = rt::Operation {
    id: "getOption",
    method: rt::Method::Get,
    path: "/guests/{id}/{type}",
    parameters: &[
        rt::Parameter {
            name: "id",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "listGuests",
                by: "name",
                id: "id",
            }),
            description: "",
        },
        rt::Parameter {
            name: "type",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::INTEGER,
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
    wait: Some(rt::Wait {
        field: "rank",
        end: None,
        states: &[
            ("QUEEN", Some(rt::Outcome::Success)),
            ("NO", Some(rt::Outcome::Failure)),
            ("-1", Some(rt::Outcome::Cancelled)),
            ("1", None),
            ("", None),
            ("other", None),
        ],
    }),
    command: rt::Command {
        noun: "option",
        verb: "get",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Gets an option.",
    description: "",
    source: rt::Source {
        page: "guests",
        date: "2025-01-02",
        revision: "R1",
    },
};

/// `PUT /guests/{id}/{type}`
pub static REQUEST: rt::Operation = rt::Operation {
    id: "request",
    method: rt::Method::Put,
    path: "/guests/{id}/{type}",
    parameters: &[
        rt::Parameter {
            name: "id",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "listGuests",
                by: "name",
                id: "id",
            }),
            description: "",
        },
        rt::Parameter {
            name: "type",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::INTEGER,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: Some(rt::Body {
        required: false,
        schema: &super::schemas::DRAFT,
    }),
    success: &[204],
    error_statuses: &[],
    response: None,
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "option",
        verb: "put",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Puts a body that may be left out.",
    description: "",
    source: rt::Source {
        page: "guests",
        date: "2025-01-02",
        revision: "R1",
    },
};

/// `DELETE /guests/{id}/{type}`
pub static DELETE: rt::Operation = rt::Operation {
    id: "delete",
    method: rt::Method::Delete,
    path: "/guests/{id}/{type}",
    parameters: &[
        rt::Parameter {
            name: "id",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::unnamed(rt::Shape::text(Some(1), None, None)),
            default: None,
            resolve: Some(rt::Resolve {
                operation: "listGuests",
                by: "name",
                id: "id",
            }),
            description: "",
        },
        rt::Parameter {
            name: "type",
            place: rt::Place::Path,
            required: true,
            schema: &rt::Schema::INTEGER,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: None,
    success: &[200],
    error_statuses: &[],
    response: Some(&rt::Schema::TRUE),
    idempotent: true,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "option",
        verb: "delete",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Deletes.",
    description: "",
    source: rt::Source {
        page: "guests",
        date: "2025-01-02",
        revision: "R1",
    },
};

/// `POST /dishes`
pub static COOK: rt::Operation = rt::Operation {
    id: "cook",
    method: rt::Method::Post,
    path: "/dishes",
    parameters: &[
        rt::Parameter {
            name: "for",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: Some(rt::Body {
        required: true,
        schema: &super::schemas::DISH,
    }),
    success: &[201],
    error_statuses: &[],
    response: Some(&super::schemas::DISH),
    idempotent: false,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "dish",
        verb: "cook",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Cooks.",
    description: "",
    source: rt::Source {
        page: "dishes",
        date: "2025-01-02",
        revision: "R1",
    },
};

/// `PATCH /dishes`
pub static STIR: rt::Operation = rt::Operation {
    id: "stir",
    method: rt::Method::Patch,
    path: "/dishes",
    parameters: &[],
    body: Some(rt::Body {
        required: true,
        schema: &rt::Schema::unnamed(rt::Shape::Array {
            items: &rt::Schema::TEXT,
        }),
    }),
    success: &[202],
    error_statuses: &[],
    response: Some(&super::schemas::INGREDIENT),
    idempotent: false,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "dish",
        verb: "stir",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Stirs.",
    description: "",
    source: rt::Source {
        page: "dishes",
        date: "2025-01-02",
        revision: "R1",
    },
};

/// `POST /seasonings`
pub static SEASON: rt::Operation = rt::Operation {
    id: "season",
    method: rt::Method::Post,
    path: "/seasonings",
    parameters: &[
        rt::Parameter {
            name: "$top",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::Integer {
                minimum: Some(-2147483648),
                maximum: Some(2147483647),
            }),
            default: None,
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "top",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::unnamed(rt::Shape::Number {
                minimum: Some(0.5),
                maximum: Some(1000.0),
            }),
            default: None,
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "-dash",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "help",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "version",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "reportDrift",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: ":file",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "param-help",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "page",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::INTEGER,
            default: None,
            resolve: None,
            description: "",
        },
        rt::Parameter {
            name: "$",
            place: rt::Place::Query,
            required: false,
            schema: &rt::Schema::TEXT,
            default: None,
            resolve: None,
            description: "",
        },
    ],
    body: Some(rt::Body {
        required: true,
        schema: &super::schemas::SEASONING,
    }),
    success: &[204],
    error_statuses: &[],
    response: None,
    idempotent: false,
    paging: None,
    wait: None,
    command: rt::Command {
        noun: "seasoning",
        verb: "add",
        rows: None,
        columns: &[],
        name: None,
    },
    summary: "Seasons by names that a command line has for itself.",
    description: "",
    source: rt::Source {
        page: "dishes",
        date: "2025-01-02",
        revision: "R1",
    },
};
