//! Operations: parameters, bodies, responses, arguments and commands.

use super::schema::{Literal, Origin, Outcome, RequiredWhen, Type};
use crate::names::Name;
use crate::tree::Place;

/// An operation.
#[derive(Debug)]
pub(crate) struct Operation {
    /// Name of its group.
    pub(crate) tag: Option<String>,
    /// Position in the spec.
    pub(crate) at: Place,
    /// The `operationId`.
    pub(crate) id: String,
    /// Name of the client's method.
    pub(crate) function: Name,
    /// Name of the request struct.
    pub(crate) request: Name,
    /// Name of the static in the operations table.
    pub(crate) constant: Name,
    /// The HTTP method.
    pub(crate) method: Method,
    /// The path template.
    pub(crate) path: String,
    /// Summary: one line with a full stop.
    pub(crate) summary: String,
    /// Full description, Markdown; may be empty.
    pub(crate) description: String,
    /// Notes on the documentation of the operation and its responses, for the reference page only.
    pub(crate) notes: Vec<Note>,
    /// Source of the facts.
    pub(crate) source: Origin,
    /// True if a call may be retried after an attempt with an unknown outcome.
    pub(crate) idempotent: bool,
    /// Path parameters in the order of the template, then query parameters in the order of the spec.
    pub(crate) parameters: Vec<Parameter>,
    /// The body of the request.
    pub(crate) body: Option<Body>,
    /// Required values of a call, in order.
    pub(crate) arguments: Vec<Argument>,
    /// Optional values of a call.
    pub(crate) setters: Vec<Setter>,
    /// The documented status codes.
    pub(crate) statuses: Statuses,
    /// Type of the response body. `None` without a body.
    pub(crate) answer: Option<Type>,
    /// Paging of the listing.
    pub(crate) paging: Option<Paging>,
    /// Fields that show the state of a run.
    pub(crate) wait: Option<Wait>,
    /// Noun, verb and columns of the command line.
    pub(crate) command: Command,
    /// Documented bodies.
    pub(crate) examples: Vec<Example>,
}

/// A note: source of a fact, or doubts about it.
#[derive(Debug)]
pub(crate) struct Note {
    /// Subject of the note, one line; empty for the whole.
    pub(crate) part: String,
    /// Markdown from the spec; never empty.
    pub(crate) text: String,
}

/// Documented status codes, in the order of the spec.
#[derive(Debug, Default)]
pub(crate) struct Statuses {
    /// 200 to 299.
    pub(crate) success: Vec<u16>,
    /// All others.
    pub(crate) errors: Vec<u16>,
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

/// Location of a parameter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum ParameterPlace {
    Path,
    Query,
    Header,
}

/// A parameter of the path, the query or the head of a request.
#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    /// Position in the spec.
    pub(crate) at: Place,
    /// The name on the wire.
    pub(crate) wire: String,
    /// Location in the request.
    pub(crate) place: ParameterPlace,
    /// True if a call without it is an error.
    pub(crate) required: bool,
    /// Type and range.
    pub(crate) ty: Type,
    /// Default of the service, as a string.
    pub(crate) default: Option<String>,
    /// A value for documented examples.
    pub(crate) example: Option<Literal>,
    /// Lookup that resolves a name to the ID.
    pub(crate) resolve: Option<Resolve>,
    /// Query parameter with the end of the range that this one starts.
    pub(crate) range_end: Option<String>,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
    /// Notes on its documentation, Markdown, for the reference page only; may be empty.
    pub(crate) notes: String,
}

impl Parameter {
    /// Returns true for a parameter of the path.
    pub(crate) fn is_in_path(&self) -> bool {
        self.place == ParameterPlace::Path
    }
}

/// Lookup that resolves a name to an ID, with a listing whose items have both.
#[derive(Clone, Debug)]
pub(crate) struct Resolve {
    /// Position of the extension.
    pub(crate) at: Place,
    /// `operationId` of the listing.
    pub(crate) operation: String,
    /// Field of an item with the name.
    pub(crate) by: String,
    /// Field of an item with the ID.
    pub(crate) id: String,
}

/// The JSON body of a request.
#[derive(Debug)]
pub(crate) struct Body {
    /// True if a call without it is an error.
    pub(crate) required: bool,
    /// Its type.
    pub(crate) ty: Type,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
    /// Notes on its documentation, Markdown, for the reference page only; may be empty.
    pub(crate) notes: String,
    /// The way the request struct sets it.
    pub(crate) fill: Fill,
}

/// The way a request struct sets its body.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fill {
    /// Built from arguments for required fields, with a setter per optional field.
    Fields,
    /// Absent until the setter of a field is called.
    OptionalFields,
    /// Passed as one argument.
    Argument,
    /// Absent until its setter is called.
    Setter,
}

/// A required value of a call.
#[derive(Debug)]
pub(crate) struct Argument {
    /// Its name.
    pub(crate) name: Name,
    /// The name on the wire; empty for a body.
    pub(crate) wire: String,
    /// Target of the value.
    pub(crate) place: ArgumentPlace,
    /// Its type.
    pub(crate) ty: Type,
    /// A value for the documented example.
    pub(crate) example: Literal,
}

/// Target of an argument or a setter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum ArgumentPlace {
    /// The path or query parameter at this position.
    Parameter(usize),
    /// A field of the body.
    Field,
    /// The whole body.
    Body,
}

/// An optional value of a call.
#[derive(Debug)]
pub(crate) struct Setter {
    /// Its name.
    pub(crate) name: Name,
    /// Alias in the documentation search.
    pub(crate) alias: Option<String>,
    /// The name on the wire.
    pub(crate) wire: String,
    /// Target of the value; never the whole body.
    pub(crate) place: ArgumentPlace,
    /// The model's setter, for fields of the body.
    pub(crate) field: Name,
    /// Its type.
    pub(crate) ty: Type,
    /// Default of the service.
    pub(crate) default: Option<String>,
    /// Condition that makes it required.
    pub(crate) required_when: Option<RequiredWhen>,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
}

/// Paging of a listing.
#[derive(Debug)]
pub(crate) struct Paging {
    /// Query parameter with the page number.
    pub(crate) page: String,
    /// Query parameter with the page size.
    pub(crate) limit: String,
    /// Number of the first page.
    pub(crate) first: i64,
    /// Page size if no limit is sent.
    pub(crate) default_limit: i64,
    /// Field of the response with the items.
    pub(crate) items: String,
    /// Field that identifies an item.
    pub(crate) key: String,
    /// Position of the extension.
    pub(crate) at: Place,
}

/// Fields of a response that show the state of a run.
#[derive(Debug)]
pub(crate) struct Wait {
    /// Position of the extension.
    pub(crate) at: Place,
    /// Field of the response with the state.
    pub(crate) field: String,
    /// Field of the response with the end date, which is absent while the run continues.
    pub(crate) end: Option<String>,
    /// Documented states and their outcomes. `None` for a state of a run that continues.
    pub(crate) states: Vec<(String, Option<Outcome>)>,
}

/// The command on the command line.
#[derive(Debug)]
pub(crate) struct Command {
    /// Position of the extension.
    pub(crate) at: Place,
    /// Resource, e.g. `job`.
    pub(crate) noun: String,
    /// Action, e.g. `list`.
    pub(crate) verb: String,
    /// Field that `-o name` prints.
    pub(crate) name: Option<String>,
    /// Field of the response whose items are the rows.
    pub(crate) rows: Option<String>,
    /// Columns of the table.
    pub(crate) columns: Vec<Column>,
}

/// A column of a table.
#[derive(Debug)]
pub(crate) struct Column {
    /// Position in the spec.
    pub(crate) at: Place,
    /// Heading.
    pub(crate) title: String,
    /// Content of its cells.
    pub(crate) cell: Cell,
    /// True if the table has it only on request.
    pub(crate) wide: bool,
    /// Unit of its numbers.
    pub(crate) unit: Option<Unit>,
}

/// Unit of the numbers in a column.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Unit {
    /// Milliseconds since 1970.
    EpochMilliseconds,
    /// Minutes.
    Minutes,
}

/// Content of a cell.
#[derive(Debug)]
pub(crate) enum Cell {
    /// Value of a field. Dots separate nested fields.
    Field(String),
    /// Time between two date fields.
    Between(String, String),
}

/// A documented body.
#[derive(Debug)]
pub(crate) struct Example {
    /// Position of its name in the spec.
    pub(crate) at: Place,
    /// True for a request body, false for a response body.
    pub(crate) is_request: bool,
    /// File name in the folder of examples.
    pub(crate) file: String,
    /// Name of its test.
    pub(crate) test: Name,
    /// Type of the body.
    pub(crate) ty: Type,
    /// Notes on its documentation, Markdown, for the reference page only; may be empty.
    pub(crate) notes: String,
}

impl Note {
    /// Creates a note. Returns `None` if the text is empty.
    pub(crate) fn of(part: String, text: String) -> Option<Self> {
        (!text.trim().is_empty()).then_some(Self { part, text })
    }
}

impl Method {
    /// Returns the method as it is sent.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}
