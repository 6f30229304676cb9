// @generated from spec/kitchen.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// A page of guests.
///
/// Source: vendor page `guests`, 2025-01-02.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GuestPage {
    /// `guests` of the API.
    pub guests: ::std::option::Option<Vec<Guest>>,
    /// `limit` of the API.
    pub limit: ::std::option::Option<i64>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(GuestPage, super::schemas::GUEST_PAGE, [0 => guests, 1 => limit]);

impl rt::Page for GuestPage {
    type Item = Guest;
    fn items(&self, _paging: &rt::Paging) -> ::std::option::Option<&[Guest]> {
        self.guests.as_deref()
    }
    fn into_items(self, _paging: &rt::Paging) -> Vec<Guest> {
        self.guests.unwrap_or_default()
    }
    fn limit(&self, _paging: &rt::Paging) -> ::std::option::Option<i64> {
        self.limit
    }
    fn key<'a>(item: &'a Guest, _paging: &rt::Paging) -> ::std::option::Option<&'a str> {
        Some(item.id.as_str())
    }
}

/// `Guest` of the API.
///
/// Source: vendor page `guests`, 2025-01-02.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guest {
    /// `id` of the API.
    pub id: rt::Text,
    /// `name` of the API.
    pub name: ::std::option::Option<rt::Text>,
    /// `rank` of the API.
    pub rank: ::std::option::Option<Rank>,
    /// `from` of the API.
    pub from: ::std::option::Option<rt::DateTime>,
    /// `to` of the API.
    pub to: ::std::option::Option<rt::DateTime>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(
    Guest, super::schemas::GUEST, [0 => id, 1 => name, 2 => rank, 3 => from, 4 => to]
);

/// `Rank` of the API.
///
/// Source: vendor page `guests`, 2025-01-02.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum Rank {
    /// `QUEEN`.
    Queen,
    /// `NO`.
    No,
    /// `-1`.
    Minus1,
    /// `1`.
    N1,
    /// `  `.
    Empty,
    /// `other`.
    Other_,
    /// A value that the documentation does not name, as it came.
    Other(rt::Text),
}

impl Rank {
    /// Returns how a run in this state has ended; `None` while it continues, and for a state that is not documented.
    ///
    /// The case of letters does not matter.
    #[must_use]
    #[inline]
    pub fn outcome(&self) -> ::std::option::Option<rt::Outcome> {
        rt::schema::outcome(
            self.as_str(),
            &[
                ("QUEEN", rt::Outcome::Success),
                ("NO", rt::Outcome::Failure),
                ("-1", rt::Outcome::Cancelled),
            ],
        )
    }
}

rt::open_enum!(
    Rank, [Queen => "QUEEN", No => "NO", Minus1 => "-1", N1 => "1", Empty => "", Other_
    => "other"]
);

/// `Option` of the API.
///
/// Source: vendor page `guests`, 2025-01-02.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Option {
    /// `rank` of the API.
    pub rank: ::std::option::Option<Rank>,
    /// `string` of the API.
    pub string: ::std::option::Option<String>,
    /// `one` of the API.
    pub one: ::std::option::Option<Box<Result>>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(Option, super::schemas::OPTION, [0 => rank, 1 => string, 2 => one]);

/// `String` of the API.
///
/// Source: vendor page `guests`, 2025-01-02.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct String {
    /// `a` of the API.
    pub a: ::std::option::Option<rt::serde_json::Value>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

rt::record!(String, super::schemas::STRING, [0 => a]);

/// `Result` of the API.
///
/// Source: vendor page `guests`, 2025-01-02.
#[derive(Clone, Debug, PartialEq)]
pub enum Result {
    /// An object.
    Object(Box<Option>),
    /// A list.
    Array(Vec<Option>),
    /// A text.
    String(rt::Text),
    /// A number.
    Number(i64),
    /// A boolean.
    Boolean(bool),
    /// A value that the documentation does not describe, as it came.
    Other(rt::serde_json::Value),
}

rt::one_of!(
    Result, kind, [Object => "object", Array => "array", String => "string", Number =>
    "number", Boolean => "boolean"]
);

/// `Draft` of the API.
///
/// Source: vendor page `guests`, 2025-01-02.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// `title` of the API.
    pub title: ::std::option::Option<rt::Text>,
    /// `self` of the API.
    pub self_: ::std::option::Option<i64>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl Draft {
    /// An empty one.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Self::default() }
    }
    /// `title` of the API.
    #[must_use]
    #[inline]
    pub fn title(mut self, title: impl Into<rt::Text>) -> Self {
        self.title = Some(title.into());
        self
    }
    /// `self` of the API.
    #[must_use]
    #[inline]
    pub fn self_(mut self, self_: i64) -> Self {
        self.self_ = Some(self_);
        self
    }
}

rt::record!(Draft, super::schemas::DRAFT, [0 => title, 1 => self_], sent);

/// A dish.
///
/// ```text
/// compile_error!()
/// ```
///
/// \<b\>\[Dish\](crate::Nothing)
///
/// Source: vendor page `dishes`, 2025-01-02.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dish {
    /// `name` of the API.
    ///
    /// 3-20 characters.
    pub name: rt::Text,
    /// `course` of the API.
    ///
    /// Range 1-9. May be null.
    pub course: ::std::option::Option<i64>,
    /// `parts` of the API.
    pub parts: Vec<Ingredient>,
    /// `side` of the API.
    pub side: ::std::option::Option<Box<Dish>>,
    /// `type` of the API.
    ///
    /// Default `warm`.
    pub r#type: ::std::option::Option<rt::Text>,
    /// `isNew` of the API.
    pub is_new: ::std::option::Option<bool>,
    /// `notes` of the API.
    pub notes: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, f64>,
    >,
    /// Anything.
    pub add_: ::std::option::Option<rt::serde_json::Value>,
    /// `spice` of the API.
    ///
    /// May be null.
    ///
    /// Required when `type` is `hot` or `spicy`.
    ///
    /// `None` is absent, `Some(None)` is null.
    pub spice: ::std::option::Option<::std::option::Option<rt::Text>>,
    /// `after` of the API.
    ///
    /// May be null.
    ///
    /// `None` is absent, `Some(None)` is null.
    pub after: ::std::option::Option<::std::option::Option<Box<Dish>>>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl Dish {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        name: impl Into<rt::Text>,
        course: impl Into<::std::option::Option<i64>>,
        parts: Vec<Ingredient>,
    ) -> Self {
        Self {
            name: name.into(),
            course: course.into(),
            parts,
            ..Self::default()
        }
    }
    /// `side` of the API.
    #[must_use]
    #[inline]
    pub fn side(mut self, side: Dish) -> Self {
        self.side = Some(Box::new(side));
        self
    }
    /// `type` of the API.
    ///
    /// Default `warm`.
    #[must_use]
    #[inline]
    pub fn r#type(mut self, r#type: impl Into<rt::Text>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }
    /// `isNew` of the API.
    #[must_use]
    #[inline]
    pub fn is_new(mut self, is_new: bool) -> Self {
        self.is_new = Some(is_new);
        self
    }
    /// `notes` of the API.
    #[must_use]
    #[inline]
    pub fn notes(
        mut self,
        notes: ::std::collections::BTreeMap<::std::string::String, f64>,
    ) -> Self {
        self.notes = Some(notes);
        self
    }
    /// Anything.
    #[must_use]
    #[inline]
    pub fn add_(mut self, add_: impl Into<rt::serde_json::Value>) -> Self {
        self.add_ = Some(add_.into());
        self
    }
    /// `spice` of the API.
    ///
    /// May be null.
    ///
    /// Required when `type` is `hot` or `spicy`.
    ///
    /// `None` is absent, `Some(None)` is null.
    #[must_use]
    #[inline]
    pub fn spice(mut self, spice: impl Into<::std::option::Option<rt::Text>>) -> Self {
        self.spice = Some(spice.into());
        self
    }
    /// `after` of the API.
    ///
    /// May be null.
    ///
    /// `None` is absent, `Some(None)` is null.
    #[must_use]
    #[inline]
    pub fn after(mut self, after: impl Into<::std::option::Option<Dish>>) -> Self {
        self.after = Some(
            Into::<::std::option::Option<Dish>>::into(after).map(Box::new),
        );
        self
    }
}

rt::record!(
    Dish, super::schemas::DISH, [0 => name, 1 => course, 2 => parts, 3 => side, 4 =>
    r#type, 5 => is_new, 6 => notes, 7 => add_, 8 => spice, 9 => after], sent
);

/// `Ingredient` of the API.
///
/// Source: vendor page `dishes`, 2025-01-02.
#[derive(Clone, Debug, PartialEq)]
pub enum Ingredient {
    /// An object whose `kind` is `HERB`.
    Herb(Herb),
    /// An object whose `kind` is `SAUCE`.
    Sauce(Box<Sauce>),
    /// A value that the documentation does not describe, as it came.
    Other(rt::serde_json::Value),
}

rt::one_of!(Ingredient, "kind", [Herb => "HERB", Sauce => "SAUCE"], from[Sauce(Sauce)]);

/// `Herb` of the API.
///
/// Source: vendor page `dishes`, 2025-01-02.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Herb {
    /// `kind` of the API.
    pub kind: rt::Text,
    /// `leaves` of the API.
    pub leaves: ::std::option::Option<i64>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl Herb {
    /// One with what is required.
    #[must_use]
    #[inline]
    pub fn new(kind: impl Into<rt::Text>) -> Self {
        Self {
            kind: kind.into(),
            ..Self::default()
        }
    }
    /// `leaves` of the API.
    #[must_use]
    #[inline]
    pub fn leaves(mut self, leaves: i64) -> Self {
        self.leaves = Some(leaves);
        self
    }
}

rt::record!(Herb, super::schemas::HERB, [0 => kind, 1 => leaves], sent);

/// `Seasoning` of the API.
///
/// Source: vendor page `dishes`, 2025-01-02.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seasoning {
    /// `$` of the API.
    pub u0024: ::std::option::Option<rt::Text>,
    /// `Help` of the API.
    pub help: ::std::option::Option<rt::Text>,
    /// `a.b` of the API.
    pub a_b: ::std::option::Option<rt::Text>,
    /// `a` of the API.
    pub a: ::std::option::Option<Shaker>,
    /// `aB` of the API.
    pub a_b_2: ::std::option::Option<rt::Text>,
    /// `a-b` of the API.
    pub a_b_3: ::std::option::Option<rt::Text>,
    /// `top` of the API.
    pub top: ::std::option::Option<rt::Text>,
    /// `file` of the API.
    pub file: ::std::option::Option<bool>,
    /// `salt` of the API.
    pub salt: ::std::option::Option<Shaker>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl Seasoning {
    /// An empty one.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Self::default() }
    }
    /// `$` of the API.
    #[must_use]
    #[inline]
    pub fn u0024(mut self, u0024: impl Into<rt::Text>) -> Self {
        self.u0024 = Some(u0024.into());
        self
    }
    /// `Help` of the API.
    #[must_use]
    #[inline]
    pub fn help(mut self, help: impl Into<rt::Text>) -> Self {
        self.help = Some(help.into());
        self
    }
    /// `a.b` of the API.
    #[must_use]
    #[inline]
    pub fn a_b(mut self, a_b: impl Into<rt::Text>) -> Self {
        self.a_b = Some(a_b.into());
        self
    }
    /// `a` of the API.
    #[must_use]
    #[inline]
    pub fn a(mut self, a: Shaker) -> Self {
        self.a = Some(a);
        self
    }
    /// `aB` of the API.
    #[must_use]
    #[inline]
    pub fn a_b_2(mut self, a_b_2: impl Into<rt::Text>) -> Self {
        self.a_b_2 = Some(a_b_2.into());
        self
    }
    /// `a-b` of the API.
    #[must_use]
    #[inline]
    pub fn a_b_3(mut self, a_b_3: impl Into<rt::Text>) -> Self {
        self.a_b_3 = Some(a_b_3.into());
        self
    }
    /// `top` of the API.
    #[must_use]
    #[inline]
    pub fn top(mut self, top: impl Into<rt::Text>) -> Self {
        self.top = Some(top.into());
        self
    }
    /// `file` of the API.
    #[must_use]
    #[inline]
    pub fn file(mut self, file: bool) -> Self {
        self.file = Some(file);
        self
    }
    /// `salt` of the API.
    #[must_use]
    #[inline]
    pub fn salt(mut self, salt: Shaker) -> Self {
        self.salt = Some(salt);
        self
    }
}

rt::record!(
    Seasoning, super::schemas::SEASONING, [0 => u0024, 1 => help, 2 => a_b, 3 => a, 4 =>
    a_b_2, 5 => a_b_3, 6 => top, 7 => file, 8 => salt], sent
);

/// `Shaker` of the API.
///
/// Source: vendor page `dishes`, 2025-01-02.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shaker {
    /// `b` of the API.
    pub b: ::std::option::Option<rt::Text>,
    /// `x-` of the API.
    pub x: ::std::option::Option<rt::Text>,
    /// `output` of the API.
    pub output: ::std::option::Option<rt::Text>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl Shaker {
    /// An empty one.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Self::default() }
    }
    /// `b` of the API.
    #[must_use]
    #[inline]
    pub fn b(mut self, b: impl Into<rt::Text>) -> Self {
        self.b = Some(b.into());
        self
    }
    /// `x-` of the API.
    #[must_use]
    #[inline]
    pub fn x(mut self, x: impl Into<rt::Text>) -> Self {
        self.x = Some(x.into());
        self
    }
    /// `output` of the API.
    #[must_use]
    #[inline]
    pub fn output(mut self, output: impl Into<rt::Text>) -> Self {
        self.output = Some(output.into());
        self
    }
}

rt::record!(Shaker, super::schemas::SHAKER, [0 => b, 1 => x, 2 => output], sent);

/// `Sauce` of the API.
///
/// Source: vendor page `dishes`, 2025-01-02.
///
/// Its `kind` is always `SAUCE`. The struct has no field for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sauce {
    /// `of` of the API.
    pub of: ::std::option::Option<Box<Ingredient>>,
    /// `heat` of the API.
    pub heat: ::std::option::Option<i64>,
    /// Unknown fields, and fields that were received in an undocumented form.
    pub unknown_fields: rt::UnknownFields,
}

impl Sauce {
    /// An empty one.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Self::default() }
    }
    /// `of` of the API.
    #[must_use]
    #[inline]
    pub fn of(mut self, of: Ingredient) -> Self {
        self.of = Some(Box::new(of));
        self
    }
    /// `heat` of the API.
    #[must_use]
    #[inline]
    pub fn heat(mut self, heat: i64) -> Self {
        self.heat = Some(heat);
        self
    }
}

rt::record!(Sauce, super::schemas::SAUCE, [1 => of, 2 => heat], sent);
