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
/// The numbers are those of the contradictions in the notes of the spec.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Quirks {
    /// Whether the limit in the answer is the one that was asked for (the default), or always the documented default
    /// limit: the vendor's example asks for 4 and is answered 1000 (13).
    pub limit_echoed: bool,
    /// What the count in the answer counts (13).
    pub count: Count,
    /// How the parameters of an execution that has none are written (2).
    pub parsed_parameters: EmptyParameters,
    /// Which body a refusal of the service has; the gateway always uses the envelope.
    pub error_shape: ErrorShape,
    /// How the code of the envelope is written (35).
    pub error_code: ErrorCode,
    /// As what JSON is declared (28).
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

/// What the count in the answer of a listing counts. The pages say "number of response results".
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

/// The body of a refusal of the service.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ErrorShape {
    /// `{"error":{"errorCode","message","details"}}`, as in the table.
    #[default]
    Envelope,
    /// `{"detail","errorType"}`, as the vendor's own sample reads it.
    Flat,
}

/// The code in the envelope. The table says text; the codes themselves are numbers.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ErrorCode {
    /// `"200"`
    #[default]
    Text,
    /// `200`
    Number,
}

/// The content type of JSON. The pages of R2 and R3 name none.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ContentType {
    /// `application/json`
    #[default]
    Json,
    /// `text/plain`
    TextPlain,
}

/// Which names a name filter lets through. The pages say "job name" and no more.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum NameFilter {
    /// The name itself.
    #[default]
    Whole,
    /// Every name that contains the text.
    Part,
}
