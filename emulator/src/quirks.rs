//! What the emulator does where the vendor's pages leave a behavior open.

/// Switches for each behavior that the documentation leaves open.
///
/// A client has to work with each of them. Start from the default and change what the test is about:
///
/// ```
/// use ncloud_dataflow_emulator::{Count, Quirks};
///
/// let mut quirks = Quirks::default();
/// quirks.count = Count::Total;
/// ```
///
/// `docs/contradictions.md` in the repository explains what the documentation says about each.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Quirks {
    /// Whether the limit in the response is the requested one (the default), or always the documented default limit: the
    /// vendor's example requests 4 and responds with 1000.
    pub limit_echoed: bool,
    /// What the count in the response counts.
    pub count: Count,
    /// How the parameters of an execution that has none are written.
    pub parsed_parameters: EmptyParameters,
    /// Body of the service's error responses; the gateway always uses the envelope.
    pub error_shape: ErrorShape,
    /// How the code of the envelope is written.
    pub error_code: ErrorCode,
    /// Content type of JSON responses.
    pub content_type: ContentType,
    /// How the name filter of a listing compares.
    pub name_filter: NameFilter,
}

impl Default for Quirks {
    fn default() -> Self {
        Self {
            limit_echoed: true,
            count: Count::default(),
            parsed_parameters: EmptyParameters::default(),
            error_shape: ErrorShape::default(),
            error_code: ErrorCode::default(),
            content_type: ContentType::default(),
            name_filter: NameFilter::default(),
        }
    }
}

/// What the count in the response of a listing counts. The pages say "number of response results".
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Count {
    /// The items of this page.
    #[default]
    Page,
    /// The items of all pages.
    Total,
}

/// How an empty map of parameters is written. The tables say object, the only example has an array.
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

/// The code in the envelope. The table says string; the codes themselves are numbers.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ErrorCode {
    /// `"200"`
    #[default]
    Text,
    /// `200`
    Number,
}

/// Content type of JSON responses. The current pages name none.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ContentType {
    /// `application/json`
    #[default]
    Json,
    /// `text/plain`
    TextPlain,
}

/// Which names a name filter lets through. The pages say "job name" and nothing else.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum NameFilter {
    /// The name itself.
    #[default]
    Whole,
    /// Every name that contains the text.
    Part,
}
