// @generated from spec/kitchen.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// A page of guests.
pub static GUEST_PAGE: rt::Schema = rt::Schema {
    name: "GuestPage",
    description: "A page of guests.",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "guests",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array { items: &GUEST },
                },
            },
            rt::Field {
                name: "limit",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::INTEGER,
            },
        ],
    },
};

/// `Guest` of the API.
pub static GUEST: rt::Schema = rt::Schema {
    name: "Guest",
    description: "",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "rank",
                required: false,
                required_when: None,
                description: "",
                schema: &RANK,
            },
            rt::Field {
                name: "from",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::DATE_TIME,
            },
            rt::Field {
                name: "to",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::DATE_TIME,
            },
        ],
    },
};

/// `Rank` of the API.
pub static RANK: rt::Schema = rt::Schema {
    name: "Rank",
    description: "",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["QUEEN", "NO", "-1", "1", "", "other"],
        outcomes: &[
            ("QUEEN", rt::Outcome::Success),
            ("NO", rt::Outcome::Failure),
            ("-1", rt::Outcome::Cancelled),
        ],
    },
};

/// `Option` of the API.
pub static OPTION: rt::Schema = rt::Schema {
    name: "Option",
    description: "",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "rank",
                required: false,
                required_when: None,
                description: "",
                schema: &RANK,
            },
            rt::Field {
                name: "string",
                required: false,
                required_when: None,
                description: "",
                schema: &STRING,
            },
            rt::Field {
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
pub static STRING: rt::Schema = rt::Schema {
    name: "String",
    description: "",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "a",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::ANY,
            },
        ],
    },
};

/// `Result` of the API.
pub static RESULT: rt::Schema = rt::Schema {
    name: "Result",
    description: "",
    shape: rt::Shape::OneOf(
        &[
            &OPTION,
            &rt::Schema {
                name: "",
                description: "",
                shape: rt::Shape::Array { items: &OPTION },
            },
            &rt::Schema::TEXT,
            &rt::Schema::INTEGER,
            &rt::Schema::BOOLEAN,
        ],
    ),
};

/// `Draft` of the API.
pub static DRAFT: rt::Schema = rt::Schema {
    name: "Draft",
    description: "",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "title",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "self",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::INTEGER,
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
pub static DISH: rt::Schema = rt::Schema {
    name: "Dish",
    description: "A dish.\n\n```rust\ncompile_error!()\n```\n\n<b>[Dish](crate::Nothing)",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "",
                schema: &DISH_NAME,
            },
            rt::Field {
                name: "course",
                required: true,
                required_when: None,
                description: "",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Nullable(
                        &rt::Schema {
                            name: "",
                            description: "",
                            shape: rt::Shape::Integer {
                                minimum: Some(1),
                                maximum: Some(9),
                            },
                        },
                    ),
                },
            },
            rt::Field {
                name: "parts",
                required: true,
                required_when: None,
                description: "",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Array {
                        items: &INGREDIENT,
                    },
                },
            },
            rt::Field {
                name: "side",
                required: false,
                required_when: None,
                description: "",
                schema: &DISH,
            },
            rt::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "isNew",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::BOOLEAN,
            },
            rt::Field {
                name: "notes",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Map {
                        values: &rt::Schema::NUMBER,
                    },
                },
            },
            rt::Field {
                name: "add",
                required: false,
                required_when: None,
                description: "Anything.",
                schema: &rt::Schema::ANY,
            },
            rt::Field {
                name: "spice",
                required: false,
                required_when: Some(rt::RequiredWhen {
                    field: "type",
                    equals: &["hot", "spicy"],
                }),
                description: "",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Nullable(&rt::Schema::TEXT),
                },
            },
            rt::Field {
                name: "after",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema {
                    name: "",
                    description: "",
                    shape: rt::Shape::Nullable(&DISH),
                },
            },
        ],
    },
};

/// A name.
pub static DISH_NAME: rt::Schema = rt::Schema {
    name: "DishName",
    description: "A name.",
    shape: rt::Shape::String {
        format: rt::Format::Text,
        min_length: Some(3),
        max_length: Some(20),
        pattern: None,
        values: &[],
        outcomes: &[],
    },
};

/// `Ingredient` of the API.
pub static INGREDIENT: rt::Schema = rt::Schema {
    name: "Ingredient",
    description: "",
    shape: rt::Shape::Tagged {
        property: "kind",
        variants: &[("HERB", &HERB), ("SAUCE", &SAUCE)],
    },
};

/// `Herb` of the API.
pub static HERB: rt::Schema = rt::Schema {
    name: "Herb",
    description: "",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "kind",
                required: true,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "leaves",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::INTEGER,
            },
        ],
    },
};

/// `Seasoning` of the API.
pub static SEASONING: rt::Schema = rt::Schema {
    name: "Seasoning",
    description: "",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "$",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "Help",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "a.b",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "a",
                required: false,
                required_when: None,
                description: "",
                schema: &SHAKER,
            },
            rt::Field {
                name: "aB",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "a-b",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "top",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "file",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::BOOLEAN,
            },
            rt::Field {
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
pub static SHAKER: rt::Schema = rt::Schema {
    name: "Shaker",
    description: "",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "b",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "x-",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "output",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
        ],
    },
};

/// `Sauce` of the API.
pub static SAUCE: rt::Schema = rt::Schema {
    name: "Sauce",
    description: "",
    shape: rt::Shape::Object {
        fields: &[
            rt::Field {
                name: "kind",
                required: true,
                required_when: None,
                description: "",
                schema: &rt::Schema::TEXT,
            },
            rt::Field {
                name: "of",
                required: false,
                required_when: None,
                description: "",
                schema: &INGREDIENT,
            },
        ],
    },
};
