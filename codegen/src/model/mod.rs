//! Model of a service. Lowering creates it, and emitters print it. It depends on neither OpenAPI nor tokens.

mod api;
mod operation;
mod schema;

pub(crate) use api::{Api, ErrorShape, Tag};
pub(crate) use operation::{
    Argument, ArgumentPlace, Body, Cell, Column, Command, Example, Fill, Method, Note, Operation, Paging, Parameter,
    ParameterPlace, Resolve, Setter, Statuses, Unit, Wait,
};
pub(crate) use schema::{
    Alternative, Constant, Definition, Definitions, Field, Form, JsonKind, Literal, Origin, Outcome, PageShape,
    Reference, RequestName, RequiredWhen, Shape, Tagged, Type, Variant,
};
