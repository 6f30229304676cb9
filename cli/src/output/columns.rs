//! The columns of an operation as columns of a table. Schemas decide importance, alignment, color and the form of times.

use crate::output::cell;
use crate::output::grid::{Cell as ShownCell, Column as GridColumn, Priority};
use crate::output::times::Times;
use crate::terminal::color;
use ncloud_dataflow::runtime::operation::{Cell, Column, Operation, Unit};
use ncloud_dataflow::runtime::schema::{Format, Schema, Shape};
use std::borrow::Cow;

/// A column of an operation.
pub(crate) struct ShownColumn {
    pub(crate) source: &'static Column,
    schema: Option<&'static Schema>,
    priority: Priority,
}

impl ShownColumn {
    pub(crate) fn new(source: &'static Column, operation: &'static Operation) -> Self {
        let schema = cell::schema(&source.cell, operation);
        let is_name = matches!(source.cell, Cell::Field(path) if operation.command.name == Some(path));
        let priority = if is_name { Priority::Identifier } else { priority(source, schema) };
        Self { source, schema, priority }
    }

    pub(crate) fn column(&self) -> GridColumn {
        let column = GridColumn::new(self.source.title, self.priority);
        let is_number = self.schema.is_some_and(|schema| matches!(schema.plain().shape, Shape::Integer { .. }));
        let is_moment = self.source.unit == Some(Unit::EpochMilliseconds);
        if is_number && !is_moment { column.right() } else { column }
    }

    /// Returns the cell for a value as received.
    pub(crate) fn cell<'t>(&self, text: Option<Cow<'t, str>>, times: &Times) -> ShownCell<'t> {
        let style = text.as_deref().and_then(|text| color::of_state(self.schema?, text));
        ShownCell::new(text.map(|text| shown(text, self.schema, self.source.unit, times))).styled(style)
    }
}

/// Returns a value as tables show it: times are local, and durations have a unit.
pub(crate) fn shown<'t>(
    text: Cow<'t, str>,
    schema: Option<&Schema>,
    unit: Option<Unit>,
    times: &Times,
) -> Cow<'t, str> {
    match (unit, schema.map(format)) {
        (Some(Unit::EpochMilliseconds), _) => times.of_milliseconds(&text).into_owned().into(),
        (Some(Unit::Minutes), _) if text.bytes().all(|byte| byte.is_ascii_digit()) => format!("{text}m").into(),
        (_, Some(Format::DateTime)) => times.of_text(&text).into_owned().into(),
        (_, Some(Format::DateTimeLocal)) => times.of_local(&text).into_owned().into(),
        _ => text,
    }
}

fn format(schema: &Schema) -> Format {
    match schema.plain().shape {
        Shape::String { format, .. } => format,
        _ => Format::Text,
    }
}

fn priority(source: &Column, schema: Option<&Schema>) -> Priority {
    match (&source.cell, schema.map(|schema| &schema.plain().shape)) {
        (Cell::Between { .. }, _) => Priority::Time,
        _ if source.unit == Some(Unit::EpochMilliseconds) => Priority::Time,
        (_, Some(Shape::String { outcomes, .. })) if !outcomes.is_empty() => Priority::State,
        (_, Some(Shape::String { format: Format::Text, values: [], .. })) => Priority::Text,
        (_, Some(Shape::String { format: Format::DateTime | Format::DateTimeLocal, .. })) => Priority::Time,
        _ => Priority::Detail,
    }
}
