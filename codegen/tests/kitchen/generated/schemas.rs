// @generated from spec/kitchen.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// A page of guests.
pub static GUEST_PAGE: rt::schema::Schema = rt::schema::Schema {
    name: "GuestPage",
    description: "A page of guests.",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "guests",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &GUEST,
                    },
                },
            },
            rt::schema::Field {
                name: "limit",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::INTEGER,
            },
        ],
    },
};

/// `Guest` of the API.
pub static GUEST: rt::schema::Schema = rt::schema::Schema {
    name: "Guest",
    description: "",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "id",
                required: true,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "name",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "rank",
                required: false,
                required_when: None,
                description: "",
                schema: &RANK,
            },
            rt::schema::Field {
                name: "from",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::DATE_TIME,
            },
            rt::schema::Field {
                name: "to",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::DATE_TIME,
            },
        ],
    },
};

/// `Rank` of the API.
pub static RANK: rt::schema::Schema = rt::schema::Schema {
    name: "Rank",
    description: "",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: None,
        max_length: None,
        pattern: None,
        values: &["QUEEN", "NO", "-1", "1", "", "other"],
        outcomes: &[
            ("QUEEN", rt::schema::Outcome::Success),
            ("NO", rt::schema::Outcome::Failure),
            ("-1", rt::schema::Outcome::Cancelled),
        ],
    },
};

/// `Option` of the API.
pub static OPTION: rt::schema::Schema = rt::schema::Schema {
    name: "Option",
    description: "",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "rank",
                required: false,
                required_when: None,
                description: "",
                schema: &RANK,
            },
            rt::schema::Field {
                name: "string",
                required: false,
                required_when: None,
                description: "",
                schema: &STRING,
            },
            rt::schema::Field {
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
pub static STRING: rt::schema::Schema = rt::schema::Schema {
    name: "String",
    description: "",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "a",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::ANY,
            },
        ],
    },
};

/// `Result` of the API.
pub static RESULT: rt::schema::Schema = rt::schema::Schema {
    name: "Result",
    description: "",
    shape: rt::schema::Shape::OneOf(
        &[
            &OPTION,
            &rt::schema::Schema {
                name: "",
                description: "",
                shape: rt::schema::Shape::Array {
                    items: &OPTION,
                },
            },
            &rt::schema::Schema::TEXT,
            &rt::schema::Schema::INTEGER,
            &rt::schema::Schema::BOOLEAN,
        ],
    ),
};

/// `Draft` of the API.
pub static DRAFT: rt::schema::Schema = rt::schema::Schema {
    name: "Draft",
    description: "",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "title",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "self",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::INTEGER,
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
pub static DISH: rt::schema::Schema = rt::schema::Schema {
    name: "Dish",
    description: "A dish.\n\n```rust\ncompile_error!()\n```\n\n<b>[Dish](crate::Nothing)",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "name",
                required: true,
                required_when: None,
                description: "",
                schema: &DISH_NAME,
            },
            rt::schema::Field {
                name: "course",
                required: true,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Nullable(
                        &rt::schema::Schema {
                            name: "",
                            description: "",
                            shape: rt::schema::Shape::Integer {
                                minimum: Some(1),
                                maximum: Some(9),
                            },
                        },
                    ),
                },
            },
            rt::schema::Field {
                name: "parts",
                required: true,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Array {
                        items: &INGREDIENT,
                    },
                },
            },
            rt::schema::Field {
                name: "side",
                required: false,
                required_when: None,
                description: "",
                schema: &DISH,
            },
            rt::schema::Field {
                name: "type",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "isNew",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::BOOLEAN,
            },
            rt::schema::Field {
                name: "notes",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Map {
                        values: &rt::schema::Schema::NUMBER,
                    },
                },
            },
            rt::schema::Field {
                name: "add",
                required: false,
                required_when: None,
                description: "Anything.",
                schema: &rt::schema::Schema::ANY,
            },
            rt::schema::Field {
                name: "spice",
                required: false,
                required_when: Some(rt::schema::RequiredWhen {
                    field: "type",
                    equals: &["hot", "spicy"],
                }),
                description: "",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Nullable(&rt::schema::Schema::TEXT),
                },
            },
            rt::schema::Field {
                name: "after",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema {
                    name: "",
                    description: "",
                    shape: rt::schema::Shape::Nullable(&DISH),
                },
            },
        ],
    },
};

/// A name.
pub static DISH_NAME: rt::schema::Schema = rt::schema::Schema {
    name: "DishName",
    description: "A name.",
    shape: rt::schema::Shape::String {
        format: rt::schema::Format::Text,
        min_length: Some(3),
        max_length: Some(20),
        pattern: None,
        values: &[],
        outcomes: &[],
    },
};

/// `Ingredient` of the API.
pub static INGREDIENT: rt::schema::Schema = rt::schema::Schema {
    name: "Ingredient",
    description: "",
    shape: rt::schema::Shape::Tagged {
        property: "kind",
        variants: &[("HERB", &HERB), ("SAUCE", &SAUCE)],
    },
};

/// `Herb` of the API.
pub static HERB: rt::schema::Schema = rt::schema::Schema {
    name: "Herb",
    description: "",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "kind",
                required: true,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "leaves",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::INTEGER,
            },
        ],
    },
};

/// `Seasoning` of the API.
pub static SEASONING: rt::schema::Schema = rt::schema::Schema {
    name: "Seasoning",
    description: "",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "$",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "Help",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "a.b",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "a",
                required: false,
                required_when: None,
                description: "",
                schema: &SHAKER,
            },
            rt::schema::Field {
                name: "aB",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "a-b",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "top",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "file",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::BOOLEAN,
            },
            rt::schema::Field {
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
pub static SHAKER: rt::schema::Schema = rt::schema::Schema {
    name: "Shaker",
    description: "",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "b",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "x-",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "output",
                required: false,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
        ],
    },
};

/// `Sauce` of the API.
pub static SAUCE: rt::schema::Schema = rt::schema::Schema {
    name: "Sauce",
    description: "",
    shape: rt::schema::Shape::Object {
        fields: &[
            rt::schema::Field {
                name: "kind",
                required: true,
                required_when: None,
                description: "",
                schema: &rt::schema::Schema::TEXT,
            },
            rt::schema::Field {
                name: "of",
                required: false,
                required_when: None,
                description: "",
                schema: &INGREDIENT,
            },
        ],
    },
};
