//! Operations: what is sent, what comes back, how it is called.

use super::schema::{Literal, Origin, Outcome, RequiredWhen, Type};
use crate::names::Name;
use crate::tree::Place;

/// An operation.
#[derive(Debug)]
pub(crate) struct Operation {
    /// Name of the group that it belongs to.
    pub(crate) tag: Option<String>,
    /// Where it stands.
    pub(crate) at: Place,
    /// The operationId.
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
    /// One line, ending with a full stop.
    pub(crate) summary: String,
    /// The whole description, Markdown; may be empty.
    pub(crate) description: String,
    /// Notes on the documentation of the operation and its responses, for the reference page alone.
    pub(crate) notes: Vec<Note>,
    /// Where the facts come from.
    pub(crate) source: Origin,
    /// Whether a call may be repeated after an attempt of unknown outcome.
    pub(crate) idempotent: bool,
    /// Path parameters in the order of the template, then query parameters in the order of the spec.
    pub(crate) parameters: Vec<Parameter>,
    /// The body of the request.
    pub(crate) body: Option<Body>,
    /// What a call cannot do without, in order.
    pub(crate) arguments: Vec<Argument>,
    /// What a call can set.
    pub(crate) setters: Vec<Setter>,
    /// The documented status codes.
    pub(crate) statuses: Statuses,
    /// The answer; none without a body.
    pub(crate) answer: Option<Type>,
    /// How it is paged.
    pub(crate) paging: Option<Paging>,
    /// How to tell that a run has ended.
    pub(crate) wait: Option<Wait>,
    /// Noun, verb and columns of the command line.
    pub(crate) command: Command,
    /// Documented bodies.
    pub(crate) examples: Vec<Example>,
}

/// Where a fact comes from, or what is doubtful about it.
#[derive(Debug)]
pub(crate) struct Note {
    /// The part that the note is about, one line of our own; empty for the whole.
    pub(crate) part: String,
    /// Markdown of the spec; never empty.
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

/// A parameter of path or query.
#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    /// Where it stands.
    pub(crate) at: Place,
    /// The name on the wire.
    pub(crate) wire: String,
    /// Whether it is part of the path; else of the query.
    pub(crate) in_path: bool,
    /// Whether a call without it is refused.
    pub(crate) required: bool,
    /// Type and range.
    pub(crate) ty: Type,
    /// What the service takes when it is absent, as text.
    pub(crate) default: Option<String>,
    /// A value for documented examples.
    pub(crate) example: Option<Literal>,
    /// How a name is turned into the id that the parameter wants.
    pub(crate) resolve: Option<Resolve>,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
    /// Notes on its documentation, Markdown, for the reference page alone; may be empty.
    pub(crate) notes: String,
}

/// How a name is turned into an id: by a listing whose items have both.
#[derive(Clone, Debug)]
pub(crate) struct Resolve {
    /// Where the extension stands.
    pub(crate) at: Place,
    /// operationId of the listing.
    pub(crate) operation: String,
    /// Field of an item with the name.
    pub(crate) by: String,
    /// Field of an item with the id.
    pub(crate) id: String,
}

/// The JSON body of a request.
#[derive(Debug)]
pub(crate) struct Body {
    /// Whether a call without it is refused.
    pub(crate) required: bool,
    /// Its type.
    pub(crate) ty: Type,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
    /// Notes on its documentation, Markdown, for the reference page alone; may be empty.
    pub(crate) notes: String,
    /// How the request struct comes by it.
    pub(crate) fill: Fill,
}

/// How a request struct comes by its body.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fill {
    /// Made from the arguments that are fields; a setter per optional field.
    Fields,
    /// Absent at first; a setter per field makes it.
    OptionalFields,
    /// One argument.
    Argument,
    /// Absent at first; one setter.
    Setter,
}

/// What a call cannot do without.
#[derive(Debug)]
pub(crate) struct Argument {
    /// Its name.
    pub(crate) name: Name,
    /// The name on the wire; empty for a body.
    pub(crate) wire: String,
    /// Where it goes.
    pub(crate) place: ArgumentPlace,
    /// Its type.
    pub(crate) ty: Type,
    /// A value for the documented example.
    pub(crate) example: Literal,
}

/// Where an argument or a setter's value goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum ArgumentPlace {
    /// The parameter of path or query at this position.
    Parameter(usize),
    /// A field of the body.
    Field,
    /// The body.
    Body,
}

/// What a call can set.
#[derive(Debug)]
pub(crate) struct Setter {
    /// Its name.
    pub(crate) name: Name,
    /// A word by which its documentation is found too.
    pub(crate) alias: Option<String>,
    /// The name on the wire.
    pub(crate) wire: String,
    /// Where the value goes; never the whole body.
    pub(crate) place: ArgumentPlace,
    /// The model's setter, for fields of the body.
    pub(crate) field: Name,
    /// Its type.
    pub(crate) ty: Type,
    /// What the service takes when it is absent.
    pub(crate) default: Option<String>,
    /// When it has to be set.
    pub(crate) required_when: Option<RequiredWhen>,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
}

/// How a listing is paged.
#[derive(Debug)]
pub(crate) struct Paging {
    /// Query parameter that numbers the page.
    pub(crate) page: String,
    /// Query parameter that bounds the items of a page.
    pub(crate) limit: String,
    /// Number of the first page.
    pub(crate) first: i64,
    /// Items of a page when the limit is not sent.
    pub(crate) default_limit: i64,
    /// Field of the answer that holds the items.
    pub(crate) items: String,
    /// Field of an item that identifies it.
    pub(crate) key: String,
    /// Where the extension stands.
    pub(crate) at: Place,
}

/// How to tell from an answer that a run has ended.
#[derive(Debug)]
pub(crate) struct Wait {
    /// Where the extension stands.
    pub(crate) at: Place,
    /// Field of the answer that holds the state.
    pub(crate) field: String,
    /// Field of the answer that is absent until the run has ended: its end date.
    pub(crate) end: Option<String>,
    /// The documented states, and how a run in each has ended; none while it continues.
    pub(crate) states: Vec<(String, Option<Outcome>)>,
}

/// The command of the command line.
#[derive(Debug)]
pub(crate) struct Command {
    /// Where the extension stands.
    pub(crate) at: Place,
    /// What it is about.
    pub(crate) noun: String,
    /// What it does.
    pub(crate) verb: String,
    /// Field that names a result.
    pub(crate) name: Option<String>,
    /// Field of an answer whose items are the rows.
    pub(crate) rows: Option<String>,
    /// Columns of the table.
    pub(crate) columns: Vec<Column>,
}

/// A column of a table.
#[derive(Debug)]
pub(crate) struct Column {
    /// Where it stands.
    pub(crate) at: Place,
    /// Heading.
    pub(crate) title: String,
    /// Content of its cells.
    pub(crate) cell: Cell,
}

/// Content of a cell.
#[derive(Debug)]
pub(crate) enum Cell {
    /// The value of a field; dots descend.
    Field(String),
    /// The time between two date fields.
    Between(String, String),
}

/// A documented body.
#[derive(Debug)]
pub(crate) struct Example {
    /// Where it is named.
    pub(crate) at: Place,
    /// Whether it is sent; else it is an answer.
    pub(crate) is_request: bool,
    /// File name under the folder of examples.
    pub(crate) file: String,
    /// Name of its test.
    pub(crate) test: Name,
    /// What the body is.
    pub(crate) ty: Type,
    /// Notes on its documentation, Markdown, for the reference page alone; may be empty.
    pub(crate) notes: String,
}

impl Note {
    /// A note, unless its text is empty.
    pub(crate) fn of(part: String, text: String) -> Option<Self> {
        (!text.trim().is_empty()).then_some(Self { part, text })
    }
}

impl Method {
    /// The method as it is sent.
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
