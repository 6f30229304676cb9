//! The times at which a trigger starts its workflows, computed from its rule. Needs the feature `jiff`.
//!
//! Three facts are not documented, and are assumed here:
//!
//! - The times of a rule are **Korean time** (UTC+9), because the service runs in Korea only.
//! - A monthly rule for day 29, 30 or 31 **skips months without that day**. A separate value means the last day.
//! - The date of a one-time rule is plain text. Texts are read as ISO 8601; without an offset they are Korean time.
//!
//! ```
//! use jiff::Timestamp;
//! use ncloud_dataflow::models::{TriggerInterval, TriggerRule, TriggerRuleType};
//! use ncloud_dataflow::schedule::Schedule;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let rule = TriggerRule {
//!     r#type: Some(TriggerRuleType::Recurring),
//!     interval: Some(TriggerInterval::Day),
//!     time: Some("08:00".into()),
//!     ..TriggerRule::default()
//! };
//! let schedule = Schedule::from_rule(&rule)?;
//! assert_eq!(schedule.to_string(), "every day 08:00 KST");
//! let from: Timestamp = "2026-12-01T00:00:00+09:00".parse()?;
//! assert_eq!(schedule.times(from).next(), Some("2026-12-01T08:00:00+09:00".parse()?));
//! # Ok(())
//! # }
//! ```

mod error;
mod kind;
mod read;
mod times;
mod words;

pub use error::ScheduleError;
pub use kind::{KOREA, MonthDay, Schedule};
