//! A figure over several rounds.

use std::fmt;

/// One figure, measured once a round.
#[derive(Clone, Debug, Default)]
pub(crate) struct Series(Vec<f64>);

impl Series {
    pub(crate) fn add(&mut self, figure: f64) {
        self.0.push(figure);
    }

    /// Median. For an even number of rounds: the mean of the two values in the middle.
    pub(crate) fn median(&self) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let at = |index: usize| sorted.get(index).copied().unwrap_or(f64::NAN);
        (at(sorted.len().saturating_sub(1) / 2) + at(sorted.len() / 2)) / 2.0
    }

    /// Ratio to another series, round by round.
    pub(crate) fn over(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(one, other)| one / other).collect())
    }
}

/// Median with minimum and maximum: `0.34 (0.33-0.36)`.
impl fmt::Display for Series {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let least = self.0.iter().copied().fold(f64::INFINITY, f64::min);
        let most = self.0.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        write!(formatter, "{:.2} ({least:.2}-{most:.2})", self.median())
    }
}
