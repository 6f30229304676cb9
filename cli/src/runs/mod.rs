//! Commands over runs: search them, explain them, start them again, watch them.

pub(crate) mod explanation;
pub(crate) mod failed;
pub(crate) mod filter;
pub(crate) mod find;
pub(crate) mod list;
pub(crate) mod moment;
pub(crate) mod one;
pub(crate) mod search;
pub(crate) mod text;
pub(crate) mod why;
