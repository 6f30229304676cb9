//! Rates of faults, and the choice of the requests that they apply to.
//!
//! The seed and the number of a request alone decide whether a fault applies, so the same calls meet the same faults.

use super::fault::Fault;
use crate::error::EmulatorError;

/// Number of consecutive requests that [`Fault::Unavailable`] applies to.
const BURST: usize = 3;

/// The rates of all faults, and the seed.
#[derive(Clone, Debug, Default)]
pub(crate) struct FaultRates {
    rates: Vec<(Fault, f64)>,
    seed: u64,
}

impl FaultRates {
    /// Takes rates from 0 to 1. If a fault has several, the last one applies.
    pub(crate) fn new(rates: Vec<(Fault, f64)>, seed: u64) -> Result<Self, EmulatorError> {
        match rates.iter().find(|(_, rate)| !(0.0..=1.0).contains(rate)) {
            Some((fault, rate)) => {
                let message = format!("the rate of the fault '{fault}' must be from 0 to 1, not {rate}");
                Err(EmulatorError::new(message))
            }
            None => Ok(Self { rates, seed }),
        }
    }

    /// Returns true if a fault applies to the request with this number, from 1.
    pub(crate) fn is_active(&self, fault: Fault, number: usize) -> bool {
        let Some((_, rate)) = self.rates.iter().rfind(|(known, _)| *known == fault) else {
            return false;
        };
        match fault {
            // A burst that begins at one of these numbers includes this one.
            Fault::Unavailable => (0..BURST).any(|back| {
                number.checked_sub(back).is_some_and(|first| self.chance(fault, first) < rate / BURST as f64)
            }),
            _ => self.chance(fault, number) < *rate,
        }
    }

    /// Returns the number of bytes of a response of this size that are sent before the connection breaks.
    pub(crate) fn cut(&self, number: usize, size: usize) -> usize {
        (self.chance(Fault::Cut, number ^ usize::MAX) * size as f64) as usize
    }

    /// Returns a pseudo-random number from 0 to 1, without 1.
    fn chance(&self, fault: Fault, number: usize) -> f64 {
        let salt = Fault::ALL.iter().position(|known| *known == fault).unwrap_or_default();
        let mixed = mix(mix(self.seed ^ salt as u64) ^ number as u64);
        (mixed >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// The finalizer of SplitMix64: every bit of the result depends on every bit of the number.
fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn active(fault: Fault, rate: f64, seed: u64) -> Vec<usize> {
        let faults = FaultRates::new(vec![(fault, rate)], seed).unwrap();
        (1..=10_000).filter(|number| faults.is_active(fault, *number)).collect()
    }

    #[test]
    fn faults_follow_the_rate_and_the_seed() {
        for fault in Fault::ALL {
            let count = active(fault, 0.1, 1).len();
            assert!((800..=1200).contains(&count), "{fault}: {count}");
            assert_eq!(active(fault, 0.1, 1), active(fault, 0.1, 1));
            assert_ne!(active(fault, 0.1, 1), active(fault, 0.1, 2));
            assert_eq!(active(fault, 0.0, 1).len(), 0);
        }
        assert_eq!(active(Fault::Cut, 1.0, 1).len(), 10_000);
    }

    #[test]
    fn unavailable_applies_to_consecutive_requests() {
        let active = active(Fault::Unavailable, 0.01, 3);
        let first = active[0];
        assert_eq!(active[..BURST], [first, first + 1, first + 2]);
    }

    #[test]
    fn invalid_rates_are_rejected() {
        for rate in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
            assert!(FaultRates::new(vec![(Fault::Cut, rate)], 0).is_err(), "{rate}");
        }
    }
}
