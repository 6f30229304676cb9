// @generated from spec/kitchen.yaml by codegen; do not edit.

use ncloud_runtime::schema::{Field, Format, Outcome, RequiredWhen, Schema, Shape};

/// A page of guests.
pub static GUEST_PAGE: Schema = Schema {
    name: "GuestPage",
    description: "A page of guests.",
    shape: Shape::Object {
        fields: &[
            Field {
                name: "guests",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema {
                    name: "",
                    description: "",
                    shape: Shape::Array { items: &GUEST },
                },
            },
            Field {
                name: "limit",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::INTEGER,
            },
        ],
    },
};

/// `Guest` of the API.
pub static GUEST: Schema = Schema {
    name: "Guest",
    description: "",
    shape: Shape::Object {
        fields: &[
            Field {
                name: "id",
                required: true,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "name",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "rank",
                required: false,
                required_when: None,
                description: "",
                schema: &RANK,
            },
            Field {
                name: "from",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::DATE_TIME,
            },
            Field {
                name: "to",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::DATE_TIME,
            },
        ],
    },
};

/// `Rank` of the API.
pub static RANK: Schema = Schema {
    name: "Rank",
    description: "",
    shape: Shape::String {
        format: Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["QUEEN", "NO", "-1", "1", "", "other"],
        outcomes: &[
            ("QUEEN", Outcome::Success),
            ("NO", Outcome::Failure),
            ("-1", Outcome::Cancelled),
        ],
    },
};

/// `Option` of the API.
pub static OPTION: Schema = Schema {
    name: "Option",
    description: "",
    shape: Shape::Object {
        fields: &[
            Field {
                name: "rank",
                required: false,
                required_when: None,
                description: "",
                schema: &RANK,
            },
            Field {
                name: "string",
                required: false,
                required_when: None,
                description: "",
                schema: &STRING,
            },
            Field {
                name: "one",
                required: false,
                required_when: None,
                description: "",
                schema: &RESULT,
            },
        ],
    },
};

/// `String` of the API.
pub static STRING: Schema = Schema {
    name: "String",
    description: "",
    shape: Shape::Object {
        fields: &[
            Field {
                name: "a",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::ANY,
            },
        ],
    },
};

/// `Result` of the API.
pub static RESULT: Schema = Schema {
    name: "Result",
    description: "",
    shape: Shape::OneOf(&[
        &OPTION,
        &Schema { name: "", description: "", shape: Shape::Array { items: &OPTION } },
        &Schema::TEXT,
        &Schema::INTEGER,
        &Schema::BOOLEAN,
    ]),
};

/// `Draft` of the API.
pub static DRAFT: Schema = Schema {
    name: "Draft",
    description: "",
    shape: Shape::Object {
        fields: &[
            Field {
                name: "title",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "self",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::INTEGER,
            },
        ],
    },
};

/// A dish.
///
/// ```text
/// compile_error!()
/// ```
///
/// \<b\>\[Dish\](crate::Nothing)
pub static DISH: Schema = Schema {
    name: "Dish",
    description: "A dish.\n\n```rust\ncompile_error!()\n```\n\n<b>[Dish](crate::Nothing)",
    shape: Shape::Object {
        fields: &[
            Field {
                name: "name",
                required: true,
                required_when: None,
                description: "",
                schema: &DISH_NAME,
            },
            Field {
                name: "course",
                required: true,
                required_when: None,
                description: "",
                schema: &Schema {
                    name: "",
                    description: "",
                    shape: Shape::Nullable(&Schema {
                        name: "",
                        description: "",
                        shape: Shape::Integer { minimum: Some(1), maximum: Some(9) },
                    }),
                },
            },
            Field {
                name: "parts",
                required: true,
                required_when: None,
                description: "",
                schema: &Schema {
                    name: "",
                    description: "",
                    shape: Shape::Array { items: &INGREDIENT },
                },
            },
            Field {
                name: "side",
                required: false,
                required_when: None,
                description: "",
                schema: &DISH,
            },
            Field {
                name: "type",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "isNew",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::BOOLEAN,
            },
            Field {
                name: "notes",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema {
                    name: "",
                    description: "",
                    shape: Shape::Map { values: &Schema::NUMBER },
                },
            },
            Field {
                name: "add",
                required: false,
                required_when: None,
                description: "Anything.",
                schema: &Schema::ANY,
            },
            Field {
                name: "spice",
                required: false,
                required_when: Some(RequiredWhen {
                    field: "type",
                    equals: &["hot", "spicy"],
                }),
                description: "",
                schema: &Schema {
                    name: "",
                    description: "",
                    shape: Shape::Nullable(&Schema::TEXT),
                },
            },
            Field {
                name: "after",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema {
                    name: "",
                    description: "",
                    shape: Shape::Nullable(&DISH),
                },
            },
        ],
    },
};

/// A name.
pub static DISH_NAME: Schema = Schema {
    name: "DishName",
    description: "A name.",
    shape: Shape::String {
        format: Format::Text,
        min_length: Some(3),
        max_length: Some(20),
        pattern: None,
        values: &[],
        outcomes: &[],
    },
};

/// `Ingredient` of the API.
pub static INGREDIENT: Schema = Schema {
    name: "Ingredient",
    description: "",
    shape: Shape::Tagged {
        property: "kind",
        variants: &[("HERB", &HERB), ("SAUCE", &SAUCE)],
    },
};

/// `Herb` of the API.
pub static HERB: Schema = Schema {
    name: "Herb",
    description: "",
    shape: Shape::Object {
        fields: &[
            Field {
                name: "kind",
                required: true,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "leaves",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::INTEGER,
            },
        ],
    },
};

/// `Seasoning` of the API.
pub static SEASONING: Schema = Schema {
    name: "Seasoning",
    description: "",
    shape: Shape::Object {
        fields: &[
            Field {
                name: "$",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "Help",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "a.b",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "a",
                required: false,
                required_when: None,
                description: "",
                schema: &SHAKER,
            },
            Field {
                name: "aB",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "a-b",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "top",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "file",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::BOOLEAN,
            },
            Field {
                name: "salt",
                required: false,
                required_when: None,
                description: "",
                schema: &SHAKER,
            },
        ],
    },
};

/// `Shaker` of the API.
pub static SHAKER: Schema = Schema {
    name: "Shaker",
    description: "",
    shape: Shape::Object {
        fields: &[
            Field {
                name: "b",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "x-",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "output",
                required: false,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
        ],
    },
};

/// `Sauce` of the API.
pub static SAUCE: Schema = Schema {
    name: "Sauce",
    description: "",
    shape: Shape::Object {
        fields: &[
            Field {
                name: "kind",
                required: true,
                required_when: None,
                description: "",
                schema: &Schema::TEXT,
            },
            Field {
                name: "of",
                required: false,
                required_when: None,
                description: "",
                schema: &INGREDIENT,
            },
        ],
    },
};
