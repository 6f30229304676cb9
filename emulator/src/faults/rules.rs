//! The rules of an emulator, and the choice of the requests that they apply to.
//!
//! The seed and the number of a request alone decide whether a fault with a rate applies, so the same calls meet the same
//! faults.

use super::fault::Fault;
use super::rule::FaultRule;
use crate::error::EmulatorError;
use crate::random::{mix, unit};
use ncloud_runtime::operation::Operation;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Number of consecutive requests that [`Fault::Unavailable`] applies to, if it has a rate.
const BURST: usize = 3;

/// The faults of one request.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ActiveFaults {
    active: [bool; Fault::ALL.len()],
    /// Where a cut response ends: a share of its size.
    cut: f64,
}

impl ActiveFaults {
    /// Returns true if a fault applies to the request.
    pub(crate) fn has(&self, fault: Fault) -> bool {
        self.active.get(position(fault)).copied().unwrap_or_default()
    }

    /// Returns the number of bytes of a response of this size that are sent before the connection breaks.
    pub(crate) fn cut(&self, size: usize) -> usize {
        (self.cut * size as f64) as usize
    }
}

/// A rule, and the requests that it has met.
#[derive(Clone, Debug)]
pub(crate) struct CountedRule {
    pub(crate) rule: FaultRule,
    /// Requests of the rule's operation.
    pub(crate) matched: usize,
    /// Requests that the fault was applied to.
    pub(crate) applied: usize,
}

/// The rules of all faults, and the seed. Both can change while the emulator runs.
#[derive(Debug)]
pub(crate) struct FaultRules {
    operations: &'static [&'static Operation],
    inner: Mutex<(Vec<CountedRule>, u64)>,
}

impl FaultRules {
    pub(crate) fn new(
        operations: &'static [&'static Operation],
        rules: Vec<FaultRule>,
        seed: u64,
    ) -> Result<Self, EmulatorError> {
        let all = Self { operations, inner: Mutex::new((Vec::new(), seed)) };
        all.set(rules, None).map_err(|(message, hint)| match message.contains("rate") {
            true => EmulatorError::new(message),
            false => EmulatorError::new(format!("{message}; {hint}")),
        })?;
        Ok(all)
    }

    /// Replaces all rules, and the seed if there is one. Counting starts anew. The error is a message and a hint; nothing
    /// has changed then.
    pub(crate) fn set(&self, rules: Vec<FaultRule>, seed: Option<u64>) -> Result<(), (String, String)> {
        if let Some(problem) = rules.iter().find_map(|rule| rule.problem(self.operations)) {
            return Err(problem);
        }
        let mut inner = self.inner();
        inner.0 = rules.into_iter().map(|rule| CountedRule { rule, matched: 0, applied: 0 }).collect();
        inner.1 = seed.unwrap_or(inner.1);
        Ok(())
    }

    /// Returns the rules with their counts, and the seed.
    pub(crate) fn list(&self) -> (Vec<CountedRule>, u64) {
        self.inner().clone()
    }

    /// Chooses the faults of the request with this number, from 1. Every request is counted once.
    pub(crate) fn choose(&self, number: usize, operation: Option<&'static str>) -> ActiveFaults {
        let mut inner = self.inner();
        let (rules, seed) = &mut *inner;
        let cut = chance(*seed, Fault::Cut, number ^ usize::MAX);
        let mut faults = ActiveFaults { cut, ..ActiveFaults::default() };
        for counted in rules {
            if counted.applies(*seed, number, operation)
                && let Some(active) = faults.active.get_mut(position(counted.rule.fault))
            {
                *active = true;
            }
        }
        faults
    }

    fn inner(&self) -> MutexGuard<'_, (Vec<CountedRule>, u64)> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl CountedRule {
    fn applies(&mut self, seed: u64, number: usize, operation: Option<&'static str>) -> bool {
        let rule = &self.rule;
        if rule.operation.as_deref().is_some_and(|wanted| operation != Some(wanted)) {
            return false;
        }
        self.matched += 1;
        if self.matched <= rule.skip || rule.times.is_some_and(|times| self.applied >= times) {
            return false;
        }
        // Requests of other operations must not change which requests of this one meet a fault.
        let number = if rule.is_plain() { number } else { self.matched };
        let applies = rule.rate.is_none_or(|rate| is_chosen(seed, rule.fault, rate, number));
        self.applied += usize::from(applies);
        applies
    }
}

/// Returns true if a fault with this rate applies to the request with this number.
fn is_chosen(seed: u64, fault: Fault, rate: f64, number: usize) -> bool {
    match fault {
        // A burst that begins at one of these numbers includes this one.
        Fault::Unavailable => (0..BURST).any(|back| {
            let first = number.checked_sub(back);
            first.is_some_and(|first| chance(seed, fault, first) < rate / BURST as f64)
        }),
        _ => chance(seed, fault, number) < rate,
    }
}

fn position(fault: Fault) -> usize {
    Fault::ALL.iter().position(|known| *known == fault).unwrap_or_default()
}

/// Returns a pseudo-random number from 0 to 1, without 1.
fn chance(seed: u64, fault: Fault, number: usize) -> f64 {
    unit(mix(mix(seed ^ position(fault) as u64) ^ number as u64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ncloud_dataflow::operations::OPERATIONS;

    fn rules(rule: FaultRule, seed: u64) -> FaultRules {
        FaultRules::new(OPERATIONS, vec![rule], seed).unwrap()
    }

    fn active(fault: Fault, rate: f64, seed: u64) -> Vec<usize> {
        let faults = rules(FaultRule::new(fault).rate(rate), seed);
        (1..=10_000).filter(|number| faults.choose(*number, None).has(fault)).collect()
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
    fn rule_with_skip_and_times_meets_these_requests_of_its_operation() {
        let rule = FaultRule::new(Fault::Lost).operation("createJobExecution").skip(2).times(1);
        let faults = rules(rule, 0);
        let met: Vec<bool> = (1..=8)
            .map(|number| {
                let operation = if number % 2 == 0 { "createJobExecution" } else { "getJobs" };
                faults.choose(number, Some(operation)).has(Fault::Lost)
            })
            .collect();
        assert_eq!(met, [false, false, false, false, false, true, false, false]);
        let (list, _) = faults.list();
        assert_eq!((list[0].matched, list[0].applied), (4, 1));
    }

    #[test]
    fn other_operations_do_not_change_the_choice() {
        let choices = |others: usize| -> Vec<bool> {
            let faults = rules(FaultRule::new(Fault::Cut).operation("getJobs").rate(0.5), 9);
            let mut number = 0;
            let mut next = |operation| {
                number += 1;
                faults.choose(number, Some(operation)).has(Fault::Cut)
            };
            (0..50)
                .map(|_| {
                    (0..others).for_each(|_| assert!(!next("getTriggers")));
                    next("getJobs")
                })
                .collect()
        };
        assert_eq!(choices(0), choices(3));
    }

    #[test]
    fn invalid_rules_are_rejected() {
        for rate in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
            assert!(FaultRules::new(OPERATIONS, vec![FaultRule::new(Fault::Cut).rate(rate)], 0).is_err(), "{rate}");
        }
        let faults = rules(FaultRule::new(Fault::Cut), 0);
        let problem = |rule| faults.set(vec![rule], None).unwrap_err();
        let (message, hint) = problem(FaultRule::new(Fault::Cut).operation("getJob s"));
        assert!(message.contains("getJob s") && hint.starts_with("did you mean 'getJobs'?"), "{message} {hint}");
        assert!(problem(FaultRule::new(Fault::Cut).times(0)).0.contains("at least 1"));
        assert!(problem(FaultRule::new(Fault::Repeated).operation("createJob")).0.contains("not a listing"));
        assert_eq!(faults.list().0.len(), 1, "nothing has changed");
    }
}
