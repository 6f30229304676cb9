//! The `x-` keys of an operation for paging, waiting and the command line.

use super::lowering::Lowering;
use crate::model::{Cell, Column, Command, Paging, Parameter, ParameterPlace, Shape, Type, Unit, Variant, Wait};
use crate::object::{self, Object};
use crate::tree::{Node, Place};

impl<'t> Lowering<'t, '_> {
    /// Lowers `x-paging`. First page and default limit are the defaults of the named parameters.
    pub(super) fn paging(&mut self, object: &mut Object<'t>, parameters: &[Parameter]) -> Option<Paging> {
        let mut paging = self.object(object.take("x-paging")?, "x-paging")?;
        let at = paging.at;
        let (page, first) = self.paging_parameter(&mut paging, "page", parameters);
        let (limit, default_limit) = self.paging_parameter(&mut paging, "limit", parameters);
        let items = paging.text_or_empty("items", self.diagnostics);
        let key = paging.text_or_empty("key", self.diagnostics);
        self.finish(paging);
        Some(Paging { page, limit, first, default_limit, items, key, at })
    }

    fn paging_parameter(
        &mut self,
        paging: &mut Object<'t>,
        key: &'static str,
        parameters: &[Parameter],
    ) -> (String, i64) {
        let Some(node) = paging.require(key, self.diagnostics) else {
            return Default::default();
        };
        let wire = object::text(node, self.diagnostics).unwrap_or_default();
        let parameter = parameters.iter().find(|parameter| {
            parameter.wire == wire
                && parameter.place == ParameterPlace::Query
                && matches!(parameter.ty.plain(), Type::Integer { .. })
        });
        let default = parameter.and_then(|parameter| parameter.default.as_deref()?.parse().ok());
        match (parameter, default) {
            (None, _) => self.diagnostics.no_paging_parameter(node.at, wire),
            (Some(parameter), None) => self.diagnostics.no_paging_default(parameter.at, wire),
            _ => {}
        }
        (wire.to_owned(), default.unwrap_or_default())
    }

    /// Lowers `x-wait`, with the states of the enum and their outcomes.
    pub(super) fn wait(&mut self, object: &mut Object<'t>, response: Option<&Type>) -> Option<Wait> {
        let mut wait = self.object(object.take("x-wait")?, "x-wait")?;
        let field = wait.text_or_empty("field", self.diagnostics);
        let end = wait.text("end", self.diagnostics).map(str::to_owned);
        let at = wait.at;
        self.finish(wait);
        let states = response.map_or(&[][..], |response| self.states(response, &field));
        let states = states.iter().map(|state| (state.wire.clone(), state.outcome)).collect();
        Some(Wait { at, field, end, states })
    }

    /// Returns the known values of a field of a response.
    fn states(&self, response: &Type, field: &str) -> &[Variant] {
        let fields = self.fields_of(response).unwrap_or_default();
        let field = fields.iter().find(|found| found.wire == field);
        let Some(Type::Enum(reference)) = field.map(|field| field.ty.plain()) else {
            return &[];
        };
        match self.definitions.find(reference) {
            Some(definition) => match &definition.shape {
                Shape::Enum(variants) => variants,
                _ => &[],
            },
            None => &[],
        }
    }

    /// Lowers `x-cli`.
    pub(super) fn command(&mut self, object: &mut Object<'t>) -> Option<Command> {
        let node = object.require("x-cli", self.diagnostics)?;
        let mut command = self.object(node, "x-cli")?;
        let at = command.at;
        let noun = self.command_word(&mut command, "noun");
        let verb = self.command_word(&mut command, "verb");
        let name = command.text("name", self.diagnostics).map(str::to_owned);
        let rows = command.text("rows", self.diagnostics).map(str::to_owned);
        let columns = command.take("columns");
        self.finish(command);
        let columns = self.elements(columns, "columns").iter().filter_map(|node| self.column(node)).collect();
        Some(Command { at, noun, verb, name, rows, columns })
    }

    fn command_word(&mut self, command: &mut Object<'t>, key: &'static str) -> String {
        let Some(node) = command.require(key, self.diagnostics) else {
            return String::new();
        };
        let word = object::text(node, self.diagnostics).unwrap_or_default();
        let plain = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-';
        if !word.starts_with(|first: char| first.is_ascii_lowercase()) || !word.chars().all(plain) {
            self.diagnostics.malformed(node.at, key, word, "lowercase letters, digits and '-', starting with a letter");
        }
        word.to_owned()
    }

    fn column(&mut self, node: &'t Node) -> Option<Column> {
        let mut column = self.object(node, "column")?;
        let at: Place = column.at;
        let title = column.text_or_empty("title", self.diagnostics);
        let field = column.text("field", self.diagnostics);
        let (from, to) = (column.text("from", self.diagnostics), column.text("to", self.diagnostics));
        let wide = column.boolean("wide", self.diagnostics).unwrap_or_default();
        let unit = column.take("unit");
        self.finish(column);
        let unit = unit.and_then(|node| self.unit(node));
        let cell = match (field, from, to) {
            (Some(field), None, None) => Cell::Field(field.to_owned()),
            (None, Some(from), Some(to)) => Cell::Between(from.to_owned(), to.to_owned()),
            _ => {
                self.diagnostics.expected(at, "either 'field', or 'from' and 'to'", "something else");
                return None;
            }
        };
        Some(Column { at, title, cell, wide, unit })
    }

    fn unit(&mut self, node: &'t Node) -> Option<Unit> {
        match object::text(node, self.diagnostics)? {
            "epoch-milliseconds" => Some(Unit::EpochMilliseconds),
            "minutes" => Some(Unit::Minutes),
            other => {
                self.diagnostics.malformed(node.at, "unit", other, "'epoch-milliseconds' or 'minutes'");
                None
            }
        }
    }
}
