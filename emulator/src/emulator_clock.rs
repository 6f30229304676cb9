//! The clock of an account, for programs that own the emulator.

use crate::accounts::account::Account;
use crate::error::EmulatorError;
use crate::state::{ClockChange, Timestamp};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// The clock that resources, executions and triggers of an account follow.
///
/// What becomes due happens before a method returns: executions end, and triggers start their workflows, once for each of
/// their times and in order.
///
/// ```
/// use ncloud_dataflow_emulator::Emulator;
/// use std::time::Duration;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let emulator = Emulator::start().await?;
/// let clock = emulator.clock();
/// clock.freeze();
/// clock.set("2026-12-01T09:00:00+09:00".parse()?)?;
/// clock.advance(Duration::from_secs(24 * 3600))?;
/// assert_eq!(clock.now(), "2026-12-02T09:00:00+09:00".parse()?);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct EmulatorClock(pub(crate) Arc<Account>);

impl EmulatorClock {
    /// Returns the time.
    #[must_use]
    pub fn now(&self) -> jiff::Timestamp {
        self.0.service.clock().now().to_jiff()
    }

    /// Returns the speed: 1 is the machine's, 0 a frozen clock.
    #[must_use]
    pub fn speed(&self) -> f64 {
        self.0.service.clock().speed()
    }

    /// Freezes the clock.
    pub fn freeze(&self) {
        // 0 is a valid speed.
        let _ = self.set_speed(0.0);
    }

    /// Sets the speed. Time goes on from where it is.
    ///
    /// # Errors
    ///
    /// The speed is not from 0 to 100,000,000.
    pub fn set_speed(&self, speed: f64) -> Result<(), EmulatorError> {
        self.change(ClockChange { speed: Some(speed), ..ClockChange::default() })
    }

    /// Sets the time. If it is earlier than now, what was due since then will be due again.
    ///
    /// # Errors
    ///
    /// The time is not from 1970 to 9998, or triggers would start workflows more than 10,000 times until then.
    pub fn set(&self, now: jiff::Timestamp) -> Result<(), EmulatorError> {
        self.change(ClockChange { now: Some(Timestamp::from_jiff(now)), ..ClockChange::default() })
    }

    /// Lets time pass.
    ///
    /// # Errors
    ///
    /// As [`set`](Self::set).
    pub fn advance(&self, time: Duration) -> Result<(), EmulatorError> {
        self.change(ClockChange { advance: Some(time), ..ClockChange::default() })
    }

    /// Shows the machine's time again, at its speed.
    pub fn reset(&self) {
        self.0.service.reset_clock();
    }

    fn change(&self, change: ClockChange) -> Result<(), EmulatorError> {
        self.0.service.change_clock(change).map_err(EmulatorError::from)
    }
}

impl fmt::Debug for EmulatorClock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EmulatorClock")
            .field("now", &self.now())
            .field("speed", &self.speed())
            .finish_non_exhaustive()
    }
}
