//! The rules as JSON.

use super::rules::{CountedRule, FaultRules};
use serde_json::{Map, Value, json};

impl FaultRules {
    /// Returns the rules with their counts, and the seed.
    pub(crate) fn to_json(&self) -> Value {
        let (rules, seed) = self.list();
        json!({"faults": rules.iter().map(rule_json).collect::<Vec<_>>(), "seed": seed})
    }
}

/// Returns a rule without the fields that are not set, and its counts.
fn rule_json(counted: &CountedRule) -> Value {
    let rule = &counted.rule;
    let fields = [
        ("fault", Some(json!(rule.fault.name()))),
        ("rate", rule.rate.map(|rate| json!(rate))),
        ("operation", rule.operation.as_ref().map(|id| json!(id))),
        ("skip", (rule.skip > 0).then(|| json!(rule.skip))),
        ("times", rule.times.map(|times| json!(times))),
        ("matched", Some(json!(counted.matched))),
        ("applied", Some(json!(counted.applied))),
    ];
    let present = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(present.collect::<Map<_, _>>())
}
