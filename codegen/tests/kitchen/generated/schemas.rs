// @generated from spec/kitchen.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// A page of guests.
pub static GUEST_PAGE: rt::Schema = rt::Schema::new(
    "GuestPage",
    "A page of guests.",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional(
                "guests",
                &rt::Schema::unnamed(rt::Shape::Array { items: &GUEST }),
                "",
            ),
            rt::Field::optional("limit", &rt::Schema::INTEGER, ""),
        ],
    },
);

/// `Guest` of the API.
pub static GUEST: rt::Schema = rt::Schema::new(
    "Guest",
    "",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("id", &rt::Schema::TEXT, ""),
            rt::Field::optional("name", &rt::Schema::TEXT, ""),
            rt::Field::optional("rank", &RANK, ""),
            rt::Field::optional("from", &rt::Schema::DATE_TIME, ""),
            rt::Field::optional("to", &rt::Schema::DATE_TIME, ""),
        ],
    },
);

/// `Rank` of the API.
pub static RANK: rt::Schema = rt::Schema::new(
    "Rank",
    "",
    rt::Shape::one_of_values(
        &["QUEEN", "NO", "-1", "1", "", "other"],
        &[
            ("QUEEN", rt::Outcome::Success),
            ("NO", rt::Outcome::Failure),
            ("-1", rt::Outcome::Cancelled),
        ],
    ),
);

/// `Option` of the API.
pub static OPTION: rt::Schema = rt::Schema::new(
    "Option",
    "",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional("rank", &RANK, ""),
            rt::Field::optional("string", &STRING, ""),
            rt::Field::optional("one", &RESULT, ""),
        ],
    },
);

/// `String` of the API.
pub static STRING: rt::Schema = rt::Schema::new(
    "String",
    "",
    rt::Shape::Object {
        fields: &[rt::Field::optional("a", &rt::Schema::ANY, "")],
    },
);

/// `Result` of the API.
pub static RESULT: rt::Schema = rt::Schema::new(
    "Result",
    "",
    rt::Shape::OneOf(
        &[
            &OPTION,
            &rt::Schema::unnamed(rt::Shape::Array { items: &OPTION }),
            &rt::Schema::TEXT,
            &rt::Schema::INTEGER,
            &rt::Schema::BOOLEAN,
        ],
    ),
);

/// `Draft` of the API.
pub static DRAFT: rt::Schema = rt::Schema::new(
    "Draft",
    "",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional("title", &rt::Schema::TEXT, ""),
            rt::Field::optional("self", &rt::Schema::INTEGER, ""),
        ],
    },
);

/// A dish.
///
/// ```text
/// compile_error!()
/// ```
///
/// \<b\>\[Dish\](crate::Nothing)
pub static DISH: rt::Schema = rt::Schema::new(
    "Dish",
    "A dish.\n\n```rust\ncompile_error!()\n```\n\n<b>[Dish](crate::Nothing)",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("name", &DISH_NAME, ""),
            rt::Field::required(
                "course",
                &rt::Schema::unnamed(
                    rt::Shape::Nullable(
                        &rt::Schema::unnamed(rt::Shape::Integer {
                            minimum: Some(1),
                            maximum: Some(9),
                        }),
                    ),
                ),
                "",
            ),
            rt::Field::required(
                "parts",
                &rt::Schema::unnamed(rt::Shape::Array {
                    items: &INGREDIENT,
                }),
                "",
            ),
            rt::Field::optional("side", &DISH, ""),
            rt::Field::optional("type", &rt::Schema::TEXT, ""),
            rt::Field::optional("isNew", &rt::Schema::BOOLEAN, ""),
            rt::Field::optional(
                "notes",
                &rt::Schema::unnamed(rt::Shape::Map {
                    values: &rt::Schema::NUMBER,
                }),
                "",
            ),
            rt::Field::optional("add", &rt::Schema::ANY, "Anything."),
            rt::Field::optional(
                    "spice",
                    &rt::Schema::unnamed(rt::Shape::Nullable(&rt::Schema::TEXT)),
                    "",
                )
                .when("type", &["hot", "spicy"]),
            rt::Field::optional(
                "after",
                &rt::Schema::unnamed(rt::Shape::Nullable(&DISH)),
                "",
            ),
        ],
    },
);

/// A name.
pub static DISH_NAME: rt::Schema = rt::Schema::new(
    "DishName",
    "A name.",
    rt::Shape::text(Some(3), Some(20), None),
);

/// `Ingredient` of the API.
pub static INGREDIENT: rt::Schema = rt::Schema::new(
    "Ingredient",
    "",
    rt::Shape::Tagged {
        property: "kind",
        variants: &[("HERB", &HERB), ("SAUCE", &SAUCE)],
    },
);

/// `Herb` of the API.
pub static HERB: rt::Schema = rt::Schema::new(
    "Herb",
    "",
    rt::Shape::Object {
        fields: &[
            rt::Field::required("kind", &rt::Schema::TEXT, ""),
            rt::Field::optional("leaves", &rt::Schema::INTEGER, ""),
        ],
    },
);

/// `Seasoning` of the API.
pub static SEASONING: rt::Schema = rt::Schema::new(
    "Seasoning",
    "",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional("$", &rt::Schema::TEXT, ""),
            rt::Field::optional("Help", &rt::Schema::TEXT, ""),
            rt::Field::optional("a.b", &rt::Schema::TEXT, ""),
            rt::Field::optional("a", &SHAKER, ""),
            rt::Field::optional("aB", &rt::Schema::TEXT, ""),
            rt::Field::optional("a-b", &rt::Schema::TEXT, ""),
            rt::Field::optional("top", &rt::Schema::TEXT, ""),
            rt::Field::optional("file", &rt::Schema::BOOLEAN, ""),
            rt::Field::optional("salt", &SHAKER, ""),
        ],
    },
);

/// `Shaker` of the API.
pub static SHAKER: rt::Schema = rt::Schema::new(
    "Shaker",
    "",
    rt::Shape::Object {
        fields: &[
            rt::Field::optional("b", &rt::Schema::TEXT, ""),
            rt::Field::optional("x-", &rt::Schema::TEXT, ""),
            rt::Field::optional("output", &rt::Schema::TEXT, ""),
        ],
    },
);

/// `Sauce` of the API.
pub static SAUCE: rt::Schema = rt::Schema::new(
    "Sauce",
    "",
    rt::Shape::Object {
        fields: &[
            rt::Field::required(
                "kind",
                &rt::Schema::unnamed(rt::Shape::only("SAUCE")),
                "",
            ),
            rt::Field::optional("of", &INGREDIENT, ""),
            rt::Field::optional("heat", &rt::Schema::INTEGER, ""),
        ],
    },
);
