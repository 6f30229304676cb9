//! Exit codes, as the help lists them.

pub(crate) const SUCCESS: u8 = 0;
pub(crate) const FAILED: u8 = 1;
pub(crate) const DIFFERENT: u8 = 1;
pub(crate) const USAGE: u8 = 2;
pub(crate) const WAIT_TIMEOUT: u8 = 3;
pub(crate) const CREDENTIALS: u8 = 4;
pub(crate) const RUN_FAILED: u8 = 5;
pub(crate) const NOT_FOUND: u8 = 6;
pub(crate) const UNKNOWN: u8 = 7;
pub(crate) const INTERRUPTED: u8 = 130;
