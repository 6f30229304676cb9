//! Numbers that look random and depend on a seed only.

use crate::random::{self, mix};

/// A source of numbers for one thing: a job, a run, a week.
#[derive(Clone, Copy, Debug)]
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(mix(seed))
    }

    /// Returns the source of a part of this thing.
    pub(super) fn of(self, part: u64) -> Self {
        Self(mix(self.0 ^ mix(part)))
    }

    /// Returns a number from 0 to 1, without 1. The same `salt` gives the same number.
    pub(super) fn unit(self, salt: u64) -> f64 {
        random::unit(self.of(salt).0)
    }

    /// Returns a whole number from `from` to `to`, both included.
    pub(super) fn between(self, salt: u64, from: i64, to: i64) -> i64 {
        from + (self.unit(salt) * (to - from + 1) as f64) as i64
    }

    /// Returns a number with a bell-shaped distribution: mean 0, standard deviation 1, maximum about 3.5.
    pub(super) fn normal(self, salt: u64) -> f64 {
        let sum: f64 = (0..4).map(|part| self.of(salt).unit(part)).sum();
        (sum - 2.0) * 3.0_f64.sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_documented_distribution() {
        let random = Random::new(1);
        let (count, numbers) = (10_000.0, 0..10_000);
        let units: f64 = numbers.clone().map(|salt| random.unit(salt)).sum();
        assert!((units / count - 0.5).abs() < 0.02, "{units}");
        let normal: Vec<f64> = numbers.map(|salt| random.normal(salt)).collect();
        let variance = normal.iter().map(|number| number * number).sum::<f64>() / count;
        assert!((variance - 1.0).abs() < 0.05, "{variance}");
        assert!((0..1000).all(|salt| (2..=4).contains(&random.between(salt, 2, 4))));
        assert!((2..=4).all(|wanted| (0..1000).any(|salt| random.between(salt, 2, 4) == wanted)));
    }
}
