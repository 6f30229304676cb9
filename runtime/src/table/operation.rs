//! Operations table: constant data that the generator emits for a service.
//!
//! All tools share one table. The client builds requests from it, the command line its commands, the emulator its
//! routes, and the reference page its text. The types here have no behavior except lookups.

use crate::table::schema::{Outcome, Schema};

/// A service of the gateway.
#[derive(Debug)]
pub struct Service {
    /// Title of the service in the spec, for documentation and messages.
    pub title: &'static str,
    /// Version of the API in the spec.
    pub version: &'static str,
    /// Scheme and host, without path and trailing slash, e.g. `https://dataflow.apigw.ntruss.com`.
    pub endpoint: &'static str,
    /// Name of the environment variable that overrides [`endpoint`](Self::endpoint), e.g. `NCLOUD_DATAFLOW_ENDPOINT`.
    pub endpoint_variable: &'static str,
    /// Shapes of error bodies. The shape with the most parts in a body is used; among equals, the first.
    pub errors: &'static [ErrorShape],
}

/// A shape of error bodies, as paths of fields. Dots separate nested fields, e.g. `error.errorCode`.
#[derive(Debug)]
pub struct ErrorShape {
    /// Path of the error code, a string or a number.
    pub code: &'static str,
    /// Path of the message.
    pub message: &'static str,
    /// Path of a longer explanation. `None` if the shape has none.
    pub details: Option<&'static str>,
    /// Place where the shape was seen.
    pub seen: &'static str,
}

impl ErrorShape {
    /// The shape that the gateway documents. It is used if the spec of a service has no other.
    pub const DOCUMENTED: &'static [Self] = &[Self {
        code: "error.errorCode",
        message: "error.message",
        details: Some("error.details"),
        seen: "the gateway's documentation",
    }];
}

/// One operation of a service.
#[derive(Debug)]
pub struct Operation {
    /// `operationId`, e.g. `getJobExecutions`.
    pub id: &'static str,
    /// HTTP method.
    pub method: Method,
    /// Path template, starting with a slash, e.g. `/api/v1/jobs/{jobId}/executions`.
    pub path: &'static str,
    /// Path parameters in the order of the template, then query parameters in the order of the spec.
    pub parameters: &'static [Parameter],
    /// JSON body of the request. `None` if the operation has no body.
    pub body: Option<Body>,
    /// Documented success status codes. Any other 2xx code is also accepted.
    pub success: &'static [u16],
    /// Documented status codes of error responses.
    pub error_statuses: &'static [u16],
    /// Schema of a success response. `None` if it has no body.
    pub response: Option<&'static Schema>,
    /// True if a call may be retried after an attempt with an unknown outcome.
    pub idempotent: bool,
    /// Paging. `None` if the operation is not a listing.
    pub paging: Option<Paging>,
    /// Fields of the response that show the state of a run. `None` if the operation cannot be waited for.
    pub wait: Option<Wait>,
    /// Command on the command line.
    pub command: Command,
    /// Summary in one line.
    pub summary: &'static str,
    /// Full description, Markdown.
    pub description: &'static str,
    /// Source of the facts.
    pub source: Source,
}

impl Operation {
    /// Returns the parameter with this wire name, or `None`.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }
}

#[cfg(test)]
impl Operation {
    /// A minimal operation, as a base for tests.
    pub(crate) const BARE: Self = Self {
        id: "op",
        method: Method::Get,
        path: "/",
        parameters: &[],
        body: None,
        success: &[200],
        error_statuses: &[],
        response: None,
        idempotent: true,
        paging: None,
        wait: None,
        command: Command { noun: "", verb: "", rows: None, columns: &[], name: None },
        summary: "",
        description: "",
        source: Source { page: "", date: "", revision: "" },
    };
}

#[cfg(test)]
impl Parameter {
    /// A parameter without a name, as a base for tests.
    pub(crate) const BARE: Self = Self {
        name: "",
        place: Place::Query,
        required: false,
        schema: &Schema::TEXT,
        default: None,
        resolve: None,
        range_end: None,
        description: "",
    };
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `PATCH`
    Patch,
    /// `DELETE`
    Delete,
}

impl Method {
    /// Returns the method in upper case, as it is sent and signed.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// A parameter of the path, the query or the head of a request.
#[derive(Debug)]
pub struct Parameter {
    /// Name on the wire.
    pub name: &'static str,
    /// Location in the request.
    pub place: Place,
    /// True if a call without it is rejected before sending. Path parameters are always required.
    pub required: bool,
    /// Type and range. They are checked before sending.
    pub schema: &'static Schema,
    /// Default of the service, as a string. `None` if it is unknown.
    pub default: Option<&'static str>,
    /// Lookup that resolves a name to the ID. `None` if the resource has no name.
    pub resolve: Option<Resolve>,
    /// Name of the query parameter with the end of the range that this one starts. `None` if it starts no range.
    pub range_end: Option<&'static str>,
    /// Meaning, Markdown.
    pub description: &'static str,
}

/// Lookup that resolves a name to an ID, with a listing whose items have both.
#[derive(Debug)]
pub struct Resolve {
    /// `operationId` of the listing.
    pub operation: &'static str,
    /// String field of an item with the name. If the listing has a query parameter of this name, it filters the
    /// listing.
    pub by: &'static str,
    /// String field of an item with the ID.
    pub id: &'static str,
}

/// Location of a parameter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    /// In the path, at `{name}` of the template.
    Path,
    /// In the query string.
    Query,
    /// In a header.
    Header,
}

/// The JSON body of a request.
#[derive(Debug)]
pub struct Body {
    /// True if a call without a body is rejected before sending.
    pub required: bool,
    /// Schema of the body. It is checked before sending.
    pub schema: &'static Schema,
}

/// Paging of a listing, by page number and page size.
#[derive(Debug)]
pub struct Paging {
    /// Query parameter with the page number.
    pub page: &'static str,
    /// Query parameter with the page size.
    pub limit: &'static str,
    /// Number of the first page.
    pub first: i64,
    /// Page size if none is sent.
    pub default_limit: i64,
    /// Field of the response with the items.
    pub items: &'static str,
    /// Field that identifies an item.
    pub key: &'static str,
}

/// Fields of a response that show the state of a run.
#[derive(Debug)]
pub struct Wait {
    /// Field of the response with the state.
    pub field: &'static str,
    /// Field of the response with the end date, which is absent while the run continues.
    pub end: Option<&'static str>,
    /// Documented states and their outcomes. `None` for a state of a run that continues.
    pub states: &'static [(&'static str, Option<Outcome>)],
}

/// A command of the command line: `noun verb`.
#[derive(Debug)]
pub struct Command {
    /// Resource, e.g. `execution`.
    pub noun: &'static str,
    /// Action, e.g. `list`.
    pub verb: &'static str,
    /// Field whose items are the rows of the table, for a response that is not a page. `None` if the response is the
    /// row.
    pub rows: Option<&'static str>,
    /// Columns of the table output, in order.
    pub columns: &'static [Column],
    /// Field that `-o name` prints.
    pub name: Option<&'static str>,
}

/// A column of the table output.
#[derive(Debug)]
pub struct Column {
    /// Heading.
    pub title: &'static str,
    /// Content of the cells.
    pub cell: Cell,
    /// True for a column that the table has only on request.
    pub wide: bool,
    /// Unit of the numbers. `None` if they have none, or if it is not documented.
    pub unit: Option<Unit>,
}

impl Column {
    /// Creates a column that shows a field.
    #[must_use]
    pub const fn field(title: &'static str, field: &'static str) -> Self {
        Self { title, cell: Cell::Field(field), wide: false, unit: None }
    }

    /// Creates a column that shows the time between two fields.
    #[must_use]
    pub const fn between(title: &'static str, from: &'static str, to: &'static str) -> Self {
        Self { title, cell: Cell::Between { from, to }, wide: false, unit: None }
    }

    /// Shows the column only on request.
    #[must_use]
    pub const fn wide(self) -> Self {
        Self { wide: true, ..self }
    }

    /// Sets the unit of the numbers.
    #[must_use]
    pub const fn unit(self, unit: Unit) -> Self {
        Self { unit: Some(unit), ..self }
    }
}

/// Content of a cell.
#[derive(Debug)]
pub enum Cell {
    /// Value of a field. Dots separate nested fields, e.g. `jobCondition.numWorker`.
    Field(&'static str),
    /// Time between two date fields.
    Between {
        /// Field with the earlier date.
        from: &'static str,
        /// Field with the later date.
        to: &'static str,
    },
}

/// Unit of the numbers in a column.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unit {
    /// A moment: milliseconds since 1970-01-01T00:00:00Z.
    EpochMilliseconds,
    /// A duration in minutes.
    Minutes,
}

/// Source of the facts about an operation.
#[derive(Debug)]
pub struct Source {
    /// Page of the vendor's guide.
    pub page: &'static str,
    /// Date of its last update or of reading it, `YYYY-MM-DD`.
    pub date: &'static str,
    /// Edition of the page, e.g. `2026 edition`.
    pub revision: &'static str,
}

/// A documented body.
#[derive(Debug)]
pub struct Example {
    /// `operationId`.
    pub operation: &'static str,
    /// Request or response.
    pub role: Role,
    /// File name under `spec/examples/`.
    pub file: &'static str,
    /// Body, verbatim.
    pub text: &'static str,
}

/// Direction of a body.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
    /// Body of a request.
    Request,
    /// Body of a success response.
    Response,
}
