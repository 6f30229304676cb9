//! `-o table` of one response: a line for each value, with its path, e.g. `nodes[0].name`.

use crate::failure::Failure;
use crate::json::Json;
use crate::output::cell;
use crate::output::computed;
use crate::output::formatter::{Formatter, OutputContext, read};
use crate::output::grid::Grid;
use crate::terminal::color;
use ncloud_dataflow::runtime::operation::Cell;
use ncloud_dataflow::runtime::schema::Schema;
use std::io::{self, Write};

/// Prints the fields of a response.
pub(crate) struct FieldsFormatter {
    context: OutputContext,
}

impl FieldsFormatter {
    pub(crate) fn new(context: OutputContext) -> Self {
        Self { context }
    }

    /// Returns a line for each value and for each computed column of the operation.
    fn lines(&self, item: &Json, json: &str) -> Vec<Line> {
        let mut lines = Vec::new();
        flatten(String::new(), item, self.context.operation.response, &mut lines);
        for column in self.context.operation.command.columns {
            if let (Cell::Between { .. }, Some(text)) = (&column.cell, cell::text(&column.cell, item)) {
                lines.push(Line { field: column.title.to_lowercase(), text: Some(text), schema: None });
            }
        }
        if let Some(title) = computed::title(self.context.operation) {
            let text = computed::text(json, self.context.now);
            lines.push(Line { field: title.to_lowercase(), text, schema: None });
        }
        lines
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
        let item = &read(json)?;
        let mut grid = Grid::new(["FIELD", "VALUE"].into_iter());
        for line in self.lines(item, json) {
            let style = match (self.context.colored, line.schema, &line.text) {
                (true, Some(schema), Some(text)) => color::of_state(schema, text),
                _ => None,
            };
            grid.add([(Some(line.field), None), (line.text, style)].into_iter());
        }
        Ok(grid.write(out)?)
    }

    fn finish(&mut self, _out: &mut dyn Write, _complete: bool) -> io::Result<()> {
        Ok(())
    }
}
