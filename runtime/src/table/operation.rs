//! The operations table: what the generator emits for a service, as plain constant data.
//!
//! One table serves every tool. The client sends by it, the command line builds its commands from it, the
//! emulator routes by it, and the documentation is printed from it. Nothing here has behaviour beyond look-ups.

use crate::table::schema::{Outcome, Schema};

/// A service of the gateway: its name and its address.
#[derive(Debug)]
pub struct Service {
    /// Name of the service as the spec's title gives it, for documentation and messages.
    pub title: &'static str,
    /// Version of the API as the spec gives it.
    pub version: &'static str,
    /// Scheme and host, without path and without trailing slash, e.g. `https://dataflow.apigw.ntruss.com`.
    pub endpoint: &'static str,
    /// Environment variable that replaces [`endpoint`](Self::endpoint), e.g. `NCLOUD_DATAFLOW_ENDPOINT`.
    pub endpoint_variable: &'static str,
    /// Shapes that bodies of errors have. The one with the most parts in a body counts, the first of several.
    pub errors: &'static [ErrorShape],
}

/// A shape of the bodies of errors: where they hold what. A dot descends into an object, e.g. `error.errorCode`.
#[derive(Debug)]
pub struct ErrorShape {
    /// Field with the error code, a string or a number.
    pub code: &'static str,
    /// Field with the message.
    pub message: &'static str,
    /// Field with a longer explanation, for shapes that have one.
    pub details: Option<&'static str>,
    /// Where the shape was seen.
    pub seen: &'static str,
}

impl ErrorShape {
    /// The shape that the gateway documents, for services whose spec names no other.
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
    /// The operationId, e.g. `getJobExecutions`.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path template, from the slash behind the host, e.g. `/api/v1/jobs/{jobId}/executions`.
    pub path: &'static str,
    /// Path parameters in the order of the template, then query parameters in the order of the spec.
    pub parameters: &'static [Parameter],
    /// The JSON body of the request, for operations that take one.
    pub body: Option<Body>,
    /// The documented status codes of success. Any other 2xx is accepted too.
    pub success: &'static [u16],
    /// The documented status codes of error responses.
    pub error_statuses: &'static [u16],
    /// Shape of a successful answer; none where the answer has no body.
    pub response: Option<&'static Schema>,
    /// Whether a call may be repeated after an attempt of unknown outcome.
    pub idempotent: bool,
    /// How the operation is paged, for listings.
    pub paging: Option<Paging>,
    /// How to tell from the answer that a run has ended, for operations that can be waited on.
    pub wait: Option<Wait>,
    /// The command of the command line.
    pub command: Command,
    /// One line.
    pub summary: &'static str,
    /// The whole description, Markdown.
    pub description: &'static str,
    /// Where the facts come from.
    pub source: Source,
}

impl Operation {
    /// The parameter with this name, if there is one.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }
}

#[cfg(test)]
impl Operation {
    /// One that does nothing, for tests to change.
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
    /// The method in upper case, as it is sent and signed.
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

/// A parameter of the path or the query.
#[derive(Debug)]
pub struct Parameter {
    /// The name on the wire.
    pub name: &'static str,
    /// Where it is sent.
    pub place: Place,
    /// Whether a call without it is refused before sending. Path parameters always are required.
    pub required: bool,
    /// Type and range; checked before sending.
    pub schema: &'static Schema,
    /// The value that the service takes when the parameter is absent, as text.
    pub default: Option<&'static str>,
    /// How a name is turned into the id that the parameter wants, for ids of things that have names.
    pub resolve: Option<Resolve>,
    /// Meaning, Markdown.
    pub description: &'static str,
}

/// How a name is turned into an id: by a listing whose items have both.
#[derive(Debug)]
pub struct Resolve {
    /// operationId of the listing.
    pub operation: &'static str,
    /// Text field of an item that holds the name. If the listing has a query parameter of this name, it narrows the
    /// search.
    pub by: &'static str,
    /// Text field of an item that holds the id.
    pub id: &'static str,
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    /// In the path, at `{name}` of the template.
    Path,
    /// In the query string.
    Query,
}

/// The JSON body of a request.
#[derive(Debug)]
pub struct Body {
    /// Whether a call without a body is refused before sending.
    pub required: bool,
    /// The shape of the body; checked before sending.
    pub schema: &'static Schema,
}

/// How a listing is paged: by page number and page size.
#[derive(Debug)]
pub struct Paging {
    /// Query parameter that numbers the page.
    pub page: &'static str,
    /// Query parameter that bounds the items of a page.
    pub limit: &'static str,
    /// Number of the first page.
    pub first: i64,
    /// Items of a page when the limit is not sent.
    pub default_limit: i64,
    /// Field of the answer that holds the items.
    pub items: &'static str,
    /// Field of an item that identifies it.
    pub key: &'static str,
}

/// How to tell from an answer that what was started has ended.
#[derive(Debug)]
pub struct Wait {
    /// Field of the answer that holds the state.
    pub field: &'static str,
    /// Field of the response that is absent until the run has ended: its end date.
    pub end: Option<&'static str>,
    /// The documented states, and how a run in each has ended; `None` while it continues.
    pub states: &'static [(&'static str, Option<Outcome>)],
}

/// The command of the command line: `noun verb`.
#[derive(Debug)]
pub struct Command {
    /// What the command is about, e.g. `execution`.
    pub noun: &'static str,
    /// What it does, e.g. `list`.
    pub verb: &'static str,
    /// Field of an answer that is no page, whose items are the rows of the table; none where the answer is the row.
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
}

impl Column {
    /// Creates a column that shows a field.
    #[must_use]
    pub const fn field(title: &'static str, field: &'static str) -> Self {
        Self { title, cell: Cell::Field(field) }
    }

    /// Creates a column that shows the time between two fields.
    #[must_use]
    pub const fn between(title: &'static str, from: &'static str, to: &'static str) -> Self {
        Self { title, cell: Cell::Between { from, to } }
    }
}

/// Content of a cell.
#[derive(Debug)]
pub enum Cell {
    /// The value of a field; a dot descends into objects, e.g. `jobCondition.numWorker`.
    Field(&'static str),
    /// The time between two date fields.
    Between {
        /// Field with the earlier date.
        from: &'static str,
        /// Field with the later date.
        to: &'static str,
    },
}

/// Where the facts of an operation come from.
#[derive(Debug)]
pub struct Source {
    /// The vendor's page.
    pub page: &'static str,
    /// When the page was updated or read, `YYYY-MM-DD`.
    pub date: &'static str,
    /// The edition of the page, such as `2026 edition`.
    pub revision: &'static str,
}

/// A documented body.
#[derive(Debug)]
pub struct Example {
    /// The operationId.
    pub operation: &'static str,
    /// Whether it is sent or received.
    pub role: Role,
    /// File name under `spec/examples/`.
    pub file: &'static str,
    /// The body, verbatim.
    pub text: &'static str,
}

/// Whether a body is sent or received.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
    /// Body of a request.
    Request,
    /// Body of a successful answer.
    Response,
}
