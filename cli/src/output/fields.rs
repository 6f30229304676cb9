//! `-o table` of one response: a line for each value, with its path, e.g. `nodes[0].name`.

use crate::failure::Failure;
use crate::json::{Entries, Json};
use crate::output::computed;
use crate::output::formatter::{Formatter, OutputContext, read};
use crate::output::grid::{Cell, Column, Grid, Look, Priority};
use crate::output::{cell, columns};
use crate::terminal::color;
use ncloud_dataflow::runtime::operation::{Cell as Source, Unit};
use ncloud_dataflow::runtime::schema::Schema;
use std::io::Write;

/// Prints the fields of a response.
pub(crate) struct FieldsFormatter {
    context: OutputContext,
}

impl FieldsFormatter {
    pub(crate) fn new(context: OutputContext) -> Self {
        // Values are long, and there is one on a line: nothing is cut, and times are exact.
        let look = Look { width: None, ..context.look };
        Self { context: OutputContext { look, times: context.times.clone().exact(), ..context } }
    }

    /// Returns a line for each value and for each computed column of the operation.
    fn lines(&self, json: &str) -> Result<Vec<Line>, Failure> {
        let mut lines = Vec::new();
        flatten(String::new(), &read(json)?, self.context.operation.response, &mut lines);
        let item = Entries::read(json);
        for column in self.context.operation.command.columns {
            if let (Source::Between { .. }, Some(text)) = (&column.cell, cell::text(&column.cell, &item)?) {
                lines.push(Line { field: column.title.to_lowercase(), text: Some(text.into_owned()), schema: None });
            }
        }
        if let Some(title) = computed::title(self.context.operation) {
            let text = computed::text(json, self.context.times.now());
            lines.push(Line { field: title.to_lowercase(), text, schema: None });
        }
        Ok(lines)
    }

    /// Returns the unit of a field, if the columns of the operation tell.
    fn unit(&self, field: &str) -> Option<Unit> {
        let columns = self.context.operation.command.columns.iter();
        let mut shown = columns.filter(|column| matches!(column.cell, Source::Field(path) if path == field));
        shown.next()?.unit
    }
}

struct Line {
    field: String,
    text: Option<String>,
    schema: Option<&'static Schema>,
}

fn flatten(path: String, value: &Json, schema: Option<&'static Schema>, lines: &mut Vec<Line>) {
    match value {
        Json::Object(object) if !object.is_empty() => {
            for (key, value) in object {
                let path = match path.as_str() {
                    "" => key.clone(),
                    outer => format!("{outer}.{key}"),
                };
                let schema = schema.and_then(|schema| cell::named(schema, key));
                flatten(path, value, schema, lines);
            }
        }
        Json::Array(list) if !list.is_empty() => {
            for (index, value) in list.iter().enumerate() {
                let schema = schema.and_then(cell::element);
                flatten(format!("{path}[{index}]"), value, schema, lines);
            }
        }
        plain => lines.push(Line { field: path, text: cell::scalar(plain), schema }),
    }
}

impl Formatter for FieldsFormatter {
    fn write_item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        let columns = [Column::new("FIELD", Priority::Identifier), Column::new("VALUE", Priority::Text)];
        let mut grid = Grid::new(columns, self.context.look);
        for line in self.lines(json)? {
            let style = line.text.as_deref().and_then(|text| color::of_state(line.schema?, text));
            let unit = self.unit(&line.field);
            let text = line.text.map(|text| columns::shown(text.into(), line.schema, unit, &self.context.times));
            grid.row([Cell::from(line.field), Cell::new(text).styled(style)], out)?;
        }
        Ok(grid.finish(out)?)
    }

    fn finish(&mut self, _out: &mut dyn Write, _complete: bool) -> Result<(), Failure> {
        Ok(())
    }
}
