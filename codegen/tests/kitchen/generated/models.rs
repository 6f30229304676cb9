// @generated from spec/kitchen.yaml by codegen; do not edit.

use crate::generated::schemas;
use ncloud_runtime::model::{
    Any, DateTime, JsonError, OneOf, Page, Paging, Record, Schema, Sink, Step, Text,
    UnknownFields, Value,
};
use ncloud_runtime::schema::Outcome;
use std::collections::BTreeMap;

/// A page of guests.
///
/// Source: vendor page `guests`, 2025-01-02, revision `R1`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GuestPage {
    /// `guests` of the API.
    pub guests: ::std::option::Option<Vec<Guest>>,
    /// `limit` of the API.
    pub limit: ::std::option::Option<i64>,
    unknown_fields: UnknownFields,
}

impl Record for GuestPage {
    fn schema(&self) -> &'static Schema {
        &schemas::GUEST_PAGE
    }

    #[inline]
    fn field(&self, number: usize) -> &dyn Value {
        match number {
            0 => &self.guests,
            1 => &self.limit,
            _ => &self.unknown_fields,
        }
    }

    #[inline]
    fn field_mut(&mut self, number: usize) -> &mut dyn Value {
        match number {
            0 => &mut self.guests,
            1 => &mut self.limit,
            _ => &mut self.unknown_fields,
        }
    }

    fn unknown_fields(&self) -> &UnknownFields {
        &self.unknown_fields
    }

    fn unknown_fields_mut(&mut self) -> &mut UnknownFields {
        &mut self.unknown_fields
    }
}

ncloud_runtime::record!(GuestPage);

impl Page for GuestPage {
    type Item = Guest;

    fn items(&self, _paging: &Paging) -> ::std::option::Option<&[Guest]> {
        self.guests.as_deref()
    }

    fn into_items(self, _paging: &Paging) -> Vec<Guest> {
        self.guests.unwrap_or_default()
    }

    fn limit(&self, _paging: &Paging) -> ::std::option::Option<i64> {
        self.limit
    }

    fn key<'a>(item: &'a Guest, _paging: &Paging) -> ::std::option::Option<&'a str> {
        Some(item.id.as_str())
    }
}

/// `Guest` of the API.
///
/// Source: vendor page `guests`, 2025-01-02, revision `R1`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Guest {
    /// `id` of the API.
    pub id: Text,
    /// `name` of the API.
    pub name: ::std::option::Option<Text>,
    /// `rank` of the API.
    pub rank: ::std::option::Option<Rank>,
    /// `from` of the API.
    pub from: ::std::option::Option<DateTime>,
    /// `to` of the API.
    pub to: ::std::option::Option<DateTime>,
    unknown_fields: UnknownFields,
}

impl Record for Guest {
    fn schema(&self) -> &'static Schema {
        &schemas::GUEST
    }

    #[inline]
    fn field(&self, number: usize) -> &dyn Value {
        match number {
            0 => &self.id,
            1 => &self.name,
            2 => &self.rank,
            3 => &self.from,
            4 => &self.to,
            _ => &self.unknown_fields,
        }
    }

    #[inline]
    fn field_mut(&mut self, number: usize) -> &mut dyn Value {
        match number {
            0 => &mut self.id,
            1 => &mut self.name,
            2 => &mut self.rank,
            3 => &mut self.from,
            4 => &mut self.to,
            _ => &mut self.unknown_fields,
        }
    }

    fn unknown_fields(&self) -> &UnknownFields {
        &self.unknown_fields
    }

    fn unknown_fields_mut(&mut self) -> &mut UnknownFields {
        &mut self.unknown_fields
    }
}

ncloud_runtime::record!(Guest);

/// `Rank` of the API.
///
/// Source: vendor page `guests`, 2025-01-02, revision `R1`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
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
    Other(Text),
}

impl Rank {
    /// The text on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Queen => "QUEEN",
            Self::No => "NO",
            Self::Minus1 => "-1",
            Self::N1 => "1",
            Self::Empty => "",
            Self::Other_ => "other",
            Self::Other(text) => text,
        }
    }

    /// How a run in this state has ended; none while it goes on, and for a state that the documentation does not name.
    #[must_use]
    pub fn outcome(&self) -> ::std::option::Option<Outcome> {
        match self {
            Self::Queen => Some(Outcome::Success),
            Self::No => Some(Outcome::Failure),
            Self::Minus1 => Some(Outcome::Cancelled),
            _ => None,
        }
    }
}

impl From<&str> for Rank {
    fn from(text: &str) -> Self {
        match text {
            "QUEEN" => Self::Queen,
            "NO" => Self::No,
            "-1" => Self::Minus1,
            "1" => Self::N1,
            "" => Self::Empty,
            "other" => Self::Other_,
            _ => Self::Other(text.into()),
        }
    }
}

ncloud_runtime::open_enum!(Rank);

/// `Option` of the API.
///
/// Source: vendor page `guests`, 2025-01-02, revision `R1`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Option {
    /// `rank` of the API.
    pub rank: ::std::option::Option<Rank>,
    /// `string` of the API.
    pub string: ::std::option::Option<String>,
    /// `one` of the API.
    pub one: ::std::option::Option<Box<Result>>,
    unknown_fields: UnknownFields,
}

impl Record for Option {
    fn schema(&self) -> &'static Schema {
        &schemas::OPTION
    }

    #[inline]
    fn field(&self, number: usize) -> &dyn Value {
        match number {
            0 => &self.rank,
            1 => &self.string,
            2 => &self.one,
            _ => &self.unknown_fields,
        }
    }

    #[inline]
    fn field_mut(&mut self, number: usize) -> &mut dyn Value {
        match number {
            0 => &mut self.rank,
            1 => &mut self.string,
            2 => &mut self.one,
            _ => &mut self.unknown_fields,
        }
    }

    fn unknown_fields(&self) -> &UnknownFields {
        &self.unknown_fields
    }

    fn unknown_fields_mut(&mut self) -> &mut UnknownFields {
        &mut self.unknown_fields
    }
}

ncloud_runtime::record!(Option);

/// `String` of the API.
///
/// Source: vendor page `guests`, 2025-01-02, revision `R1`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct String {
    /// `a` of the API.
    pub a: ::std::option::Option<Any>,
    unknown_fields: UnknownFields,
}

impl Record for String {
    fn schema(&self) -> &'static Schema {
        &schemas::STRING
    }

    #[inline]
    fn field(&self, number: usize) -> &dyn Value {
        match number {
            0 => &self.a,
            _ => &self.unknown_fields,
        }
    }

    #[inline]
    fn field_mut(&mut self, number: usize) -> &mut dyn Value {
        match number {
            0 => &mut self.a,
            _ => &mut self.unknown_fields,
        }
    }

    fn unknown_fields(&self) -> &UnknownFields {
        &self.unknown_fields
    }

    fn unknown_fields_mut(&mut self) -> &mut UnknownFields {
        &mut self.unknown_fields
    }
}

ncloud_runtime::record!(String);

/// `Result` of the API.
///
/// Source: vendor page `guests`, 2025-01-02, revision `R1`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Result {
    /// An object.
    Object(Box<Option>),
    /// A list.
    Array(Vec<Option>),
    /// A text.
    String(Text),
    /// A number.
    Number(i64),
    /// A boolean.
    Boolean(bool),
    /// A value that the documentation does not describe, as it came.
    Other(Any),
}

impl OneOf for Result {
    #[inline]
    fn read(value: Any) -> ::std::result::Result<Self, JsonError> {
        Ok(
            match value {
                Any::Object(_) => Self::Object(ncloud_runtime::model::from_value(value)?),
                Any::Array(_) => Self::Array(ncloud_runtime::model::from_value(value)?),
                Any::String(_) => Self::String(ncloud_runtime::model::from_value(value)?),
                Any::Number(_) => Self::Number(ncloud_runtime::model::from_value(value)?),
                Any::Bool(_) => Self::Boolean(ncloud_runtime::model::from_value(value)?),
                _ => Self::Other(value),
            },
        )
    }

    #[inline]
    fn write(&self, to: &mut dyn Sink) -> Step {
        match self {
            Self::Object(value) => Value::write(value, to),
            Self::Array(value) => Value::write(value, to),
            Self::String(value) => Value::write(value, to),
            Self::Number(value) => Value::write(value, to),
            Self::Boolean(value) => Value::write(value, to),
            Self::Other(value) => Value::write(value, to),
        }
    }
}

ncloud_runtime::one_of!(Result);

/// `Draft` of the API.
///
/// Source: vendor page `guests`, 2025-01-02, revision `R1`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Draft {
    /// `title` of the API.
    pub title: ::std::option::Option<Text>,
    /// `self` of the API.
    pub self_: ::std::option::Option<i64>,
    unknown_fields: UnknownFields,
}

impl Draft {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self { ..Self::default() }
    }

    /// `title` of the API.
    #[must_use]
    pub fn title(mut self, title: impl Into<Text>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// `self` of the API.
    #[must_use]
    pub fn self_(mut self, self_: i64) -> Self {
        self.self_ = Some(self_);
        self
    }
}

impl Record for Draft {
    fn schema(&self) -> &'static Schema {
        &schemas::DRAFT
    }

    #[inline]
    fn field(&self, number: usize) -> &dyn Value {
        match number {
            0 => &self.title,
            1 => &self.self_,
            _ => &self.unknown_fields,
        }
    }

    #[inline]
    fn field_mut(&mut self, number: usize) -> &mut dyn Value {
        match number {
            0 => &mut self.title,
            1 => &mut self.self_,
            _ => &mut self.unknown_fields,
        }
    }

    fn unknown_fields(&self) -> &UnknownFields {
        &self.unknown_fields
    }

    fn unknown_fields_mut(&mut self) -> &mut UnknownFields {
        &mut self.unknown_fields
    }
}

ncloud_runtime::record!(Draft, sent);

/// A dish.
///
/// ```text
/// compile_error!()
/// ```
///
/// \<b\>\[Dish\](crate::Nothing)
///
/// Source: vendor page `dishes`, 2025-01-02, revision `R1`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Dish {
    /// `name` of the API.
    ///
    /// 3-20 characters.
    pub name: Text,
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
    pub r#type: ::std::option::Option<Text>,
    /// `isNew` of the API.
    pub is_new: ::std::option::Option<bool>,
    /// `notes` of the API.
    pub notes: ::std::option::Option<BTreeMap<::std::string::String, f64>>,
    /// Anything.
    pub add_: ::std::option::Option<Any>,
    /// `spice` of the API.
    ///
    /// May be null.
    ///
    /// Required when `type` is `hot` or `spicy`.
    ///
    /// `None` is absent, `Some(None)` is null.
    pub spice: ::std::option::Option<::std::option::Option<Text>>,
    /// `after` of the API.
    ///
    /// May be null.
    ///
    /// `None` is absent, `Some(None)` is null.
    pub after: ::std::option::Option<::std::option::Option<Box<Dish>>>,
    unknown_fields: UnknownFields,
}

impl Dish {
    /// One with what is required.
    #[must_use]
    pub fn new(
        name: impl Into<Text>,
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
    pub fn side(mut self, side: Dish) -> Self {
        self.side = Some(Box::new(side));
        self
    }

    /// `type` of the API.
    ///
    /// Default `warm`.
    #[must_use]
    pub fn r#type(mut self, r#type: impl Into<Text>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }

    /// `isNew` of the API.
    #[must_use]
    pub fn is_new(mut self, is_new: bool) -> Self {
        self.is_new = Some(is_new);
        self
    }

    /// `notes` of the API.
    #[must_use]
    pub fn notes(mut self, notes: BTreeMap<::std::string::String, f64>) -> Self {
        self.notes = Some(notes);
        self
    }

    /// Anything.
    #[must_use]
    pub fn add_(mut self, add_: impl Into<Any>) -> Self {
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
    pub fn spice(mut self, spice: impl Into<::std::option::Option<Text>>) -> Self {
        self.spice = Some(spice.into());
        self
    }

    /// `after` of the API.
    ///
    /// May be null.
    ///
    /// `None` is absent, `Some(None)` is null.
    #[must_use]
    pub fn after(mut self, after: impl Into<::std::option::Option<Dish>>) -> Self {
        self.after = Some(
            Into::<::std::option::Option<Dish>>::into(after).map(Box::new),
        );
        self
    }
}

impl Record for Dish {
    fn schema(&self) -> &'static Schema {
        &schemas::DISH
    }

    #[inline]
    fn field(&self, number: usize) -> &dyn Value {
        match number {
            0 => &self.name,
            1 => &self.course,
            2 => &self.parts,
            3 => &self.side,
            4 => &self.r#type,
            5 => &self.is_new,
            6 => &self.notes,
            7 => &self.add_,
            8 => &self.spice,
            9 => &self.after,
            _ => &self.unknown_fields,
        }
    }

    #[inline]
    fn field_mut(&mut self, number: usize) -> &mut dyn Value {
        match number {
            0 => &mut self.name,
            1 => &mut self.course,
            2 => &mut self.parts,
            3 => &mut self.side,
            4 => &mut self.r#type,
            5 => &mut self.is_new,
            6 => &mut self.notes,
            7 => &mut self.add_,
            8 => &mut self.spice,
            9 => &mut self.after,
            _ => &mut self.unknown_fields,
        }
    }

    fn unknown_fields(&self) -> &UnknownFields {
        &self.unknown_fields
    }

    fn unknown_fields_mut(&mut self) -> &mut UnknownFields {
        &mut self.unknown_fields
    }
}

ncloud_runtime::record!(Dish, sent);

/// `Ingredient` of the API.
///
/// Source: vendor page `dishes`, 2025-01-02, revision `R1`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Ingredient {
    /// An object whose `kind` is `HERB`.
    Herb(Herb),
    /// An object whose `kind` is `SAUCE`.
    Sauce(Box<Sauce>),
    /// A value that the documentation does not describe, as it came.
    Other(Any),
}

impl OneOf for Ingredient {
    #[inline]
    fn read(value: Any) -> ::std::result::Result<Self, JsonError> {
        Ok(
            match value.get("kind").and_then(Any::as_str) {
                Some("HERB") => Self::Herb(ncloud_runtime::model::from_value(value)?),
                Some("SAUCE") => Self::Sauce(ncloud_runtime::model::from_value(value)?),
                _ => Self::Other(value),
            },
        )
    }

    #[inline]
    fn write(&self, to: &mut dyn Sink) -> Step {
        match self {
            Self::Herb(value) => Value::write(value, to),
            Self::Sauce(value) => Value::write(value, to),
            Self::Other(value) => Value::write(value, to),
        }
    }
}

ncloud_runtime::one_of!(Ingredient);

/// `Herb` of the API.
///
/// Source: vendor page `dishes`, 2025-01-02, revision `R1`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Herb {
    /// `kind` of the API.
    pub kind: Text,
    /// `leaves` of the API.
    pub leaves: ::std::option::Option<i64>,
    unknown_fields: UnknownFields,
}

impl Herb {
    /// One with what is required.
    #[must_use]
    pub fn new(kind: impl Into<Text>) -> Self {
        Self {
            kind: kind.into(),
            ..Self::default()
        }
    }

    /// `leaves` of the API.
    #[must_use]
    pub fn leaves(mut self, leaves: i64) -> Self {
        self.leaves = Some(leaves);
        self
    }
}

impl Record for Herb {
    fn schema(&self) -> &'static Schema {
        &schemas::HERB
    }

    #[inline]
    fn field(&self, number: usize) -> &dyn Value {
        match number {
            0 => &self.kind,
            1 => &self.leaves,
            _ => &self.unknown_fields,
        }
    }

    #[inline]
    fn field_mut(&mut self, number: usize) -> &mut dyn Value {
        match number {
            0 => &mut self.kind,
            1 => &mut self.leaves,
            _ => &mut self.unknown_fields,
        }
    }

    fn unknown_fields(&self) -> &UnknownFields {
        &self.unknown_fields
    }

    fn unknown_fields_mut(&mut self) -> &mut UnknownFields {
        &mut self.unknown_fields
    }
}

ncloud_runtime::record!(Herb, sent);

/// `Sauce` of the API.
///
/// Source: vendor page `dishes`, 2025-01-02, revision `R1`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Sauce {
    /// `kind` of the API.
    pub kind: Text,
    /// `of` of the API.
    pub of: ::std::option::Option<Box<Ingredient>>,
    unknown_fields: UnknownFields,
}

impl Sauce {
    /// One with what is required.
    #[must_use]
    pub fn new(kind: impl Into<Text>) -> Self {
        Self {
            kind: kind.into(),
            ..Self::default()
        }
    }

    /// `of` of the API.
    #[must_use]
    pub fn of(mut self, of: Ingredient) -> Self {
        self.of = Some(Box::new(of));
        self
    }
}

impl Record for Sauce {
    fn schema(&self) -> &'static Schema {
        &schemas::SAUCE
    }

    #[inline]
    fn field(&self, number: usize) -> &dyn Value {
        match number {
            0 => &self.kind,
            1 => &self.of,
            _ => &self.unknown_fields,
        }
    }

    #[inline]
    fn field_mut(&mut self, number: usize) -> &mut dyn Value {
        match number {
            0 => &mut self.kind,
            1 => &mut self.of,
            _ => &mut self.unknown_fields,
        }
    }

    fn unknown_fields(&self) -> &UnknownFields {
        &self.unknown_fields
    }

    fn unknown_fields_mut(&mut self) -> &mut UnknownFields {
        &mut self.unknown_fields
    }
}

ncloud_runtime::record!(Sauce, sent);
