//! Fakes and random data that the tests of several crates share. Not published.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[cfg(feature = "runtime")]
mod clock;
#[cfg(feature = "runtime")]
mod provider;
mod random;
mod scale;
pub mod server;

#[cfg(feature = "runtime")]
pub use clock::FakeClock;
#[cfg(feature = "runtime")]
pub use provider::FakeProvider;
pub use random::Random;
pub use scale::Scale;
pub use server::RawServer;
