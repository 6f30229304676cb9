//! Accounts: each key pair has its own resources, clock, faults and journal.

pub(crate) mod account;
pub(crate) mod collection;
pub(crate) mod keys;
