//! Behavior where the vendor's pages leave it open.

/// Switches for each behavior that the documentation leaves open.
///
/// A client has to work with each of them. Start from the default and change the ones that you test:
///
/// ```
/// use ncloud_dataflow_emulator::{Count, Quirks};
///
/// let mut quirks = Quirks::default();
/// quirks.count = Count::Total;
/// ```
///
/// `docs/contradictions.md` in the repository explains what the documentation says about each.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Quirks {
    /// Limit in the response of a listing.
    pub limit: LimitField,
    /// Maximum number of items on a page, whatever the requested limit is. `None` (the default): no maximum, as none is
    /// documented.
    pub page_cap: Option<usize>,
    /// Order of the items of a listing.
    pub order: ListingOrder,
    /// Response to a request for a resource that does not exist.
    pub missing_resource: MissingResource,
    /// Meaning of the count in the response.
    pub count: Count,
    /// Parameters of an execution without parameters.
    pub parsed_parameters: EmptyParameters,
    /// Body of the service's error responses; the gateway always uses the envelope.
    pub error_shape: ErrorShape,
    /// Field of the envelope with the word of the service's error, e.g. `bad-parameter`.
    pub error_word: ErrorWord,
    /// JSON type of the gateway's code in the envelope. The service has no codes.
    pub error_code: ErrorCode,
    /// Content type of JSON responses.
    pub content_type: ContentType,
    /// Comparison of the name filter of a listing.
    pub name_filter: NameFilter,
}

/// Limit in the response of a listing.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum LimitField {
    /// The requested limit.
    #[default]
    Requested,
    /// The requested limit, or [`Quirks::page_cap`] if that is smaller.
    Applied,
    /// Always the documented default limit, as in the vendor's example, which requests 4 and has 1000 in the response.
    Default,
}

/// Order of the items of a listing. The pages do not mention it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ListingOrder {
    /// The newest first.
    #[default]
    NewestFirst,
    /// The oldest first.
    OldestFirst,
}

/// Response to a request for a resource that does not exist. The table of errors ends before it; another page of the
/// vendor has 400 for it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum MissingResource {
    /// 404 with the message `Not Found`.
    #[default]
    NotFound,
    /// 400 with the message `bad-parameter`.
    BadRequest,
}

/// Meaning of the count in the response of a listing. The pages say "number of response results".
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Count {
    /// The items of this page.
    #[default]
    Page,
    /// The items of all pages.
    Total,
}

/// JSON type of an empty map of parameters. The tables say object; the only example has an array.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum EmptyParameters {
    /// `[]`, as in the example.
    #[default]
    Array,
    /// `{}`, as in the tables.
    Object,
}

/// Body of the service's error responses.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ErrorShape {
    /// `{"error":{"errorCode","message","details"}}`, as in the table.
    #[default]
    Envelope,
    /// `{"detail","errorType"}`, as the vendor's own sample reads it.
    Flat,
}

/// Field of the envelope with the word of the service's error. The table has the word in the message column, and `-` in
/// the code column.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ErrorWord {
    /// The message; the code is `-`.
    #[default]
    Message,
    /// The code, and the message.
    Code,
}

/// JSON type of the code in the envelope. The table says string; the codes themselves are numbers.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ErrorCode {
    /// `"200"`
    #[default]
    Text,
    /// `200`
    Number,
}

/// Content type of JSON responses. The current pages do not mention it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ContentType {
    /// `application/json`
    #[default]
    Json,
    /// `text/plain`
    TextPlain,
}

/// Comparison of the name filter of a listing. The pages say "job name" and nothing else.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum NameFilter {
    /// The filter equals the name.
    #[default]
    Whole,
    /// The name contains the filter.
    Part,
}
