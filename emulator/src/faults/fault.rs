//! The faults that an emulator can inject.

use std::fmt;

/// A fault that the emulator injects into a share of the requests: see [`Builder::fault`](crate::Builder::fault).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Fault {
    /// Responds with 429, gateway code 410 and `Retry-After: 1`; the request is not carried out.
    Throttled,
    /// Responds with 503 and gateway code 500 to three requests in a row; none is carried out.
    Unavailable,
    /// Carries out the request and closes the connection without a response.
    Lost,
    /// Carries out the request and closes the connection in the middle of the response.
    Cut,
    /// Sends the response in eight pieces, with a quarter of a second before each.
    Slow,
    /// Replaces the first enum value of the response with one that is not documented.
    NewValue,
    /// Adds an undocumented field to every object of the response.
    NewField,
    /// Returns the first page of a listing, whichever page is requested.
    Repeated,
}

impl Fault {
    /// All faults.
    pub const ALL: [Self; 8] = [
        Self::Throttled,
        Self::Unavailable,
        Self::Lost,
        Self::Cut,
        Self::Slow,
        Self::NewValue,
        Self::NewField,
        Self::Repeated,
    ];

    /// Returns the fault with this name, e.g. `new-value`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fault| fault.name() == name)
    }

    /// Returns the name of the fault on the command line, e.g. `new-value`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Throttled => "throttled",
            Self::Unavailable => "unavailable",
            Self::Lost => "lost",
            Self::Cut => "cut",
            Self::Slow => "slow",
            Self::NewValue => "new-value",
            Self::NewField => "new-field",
            Self::Repeated => "repeated",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
