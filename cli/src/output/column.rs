//! Columns of tables.

/// Number of spaces between two columns.
pub(super) const GAP: usize = 3;

/// Importance of a column. On a narrow terminal, the last of the least important columns is dropped first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Priority {
    /// What identifies the row. It is never dropped, and cut last.
    Identifier,
    /// The state of something. Never cut.
    State,
    /// A name or another free text. It may be cut.
    Text,
    /// A time or a duration. Never cut.
    Time,
    /// Anything else. It may be cut.
    Detail,
}

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) title: &'static str,
    pub(crate) priority: Priority,
    pub(super) is_right: bool,
}

impl Column {
    pub(crate) fn new(title: &'static str, priority: Priority) -> Self {
        Self { title, priority, is_right: false }
    }

    /// Aligns the cells to the right, for numbers.
    pub(crate) fn right(mut self) -> Self {
        self.is_right = true;
        self
    }
}
