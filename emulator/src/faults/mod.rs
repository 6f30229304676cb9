//! Faults on demand, so that you can test a program against network and service failures.

pub(crate) mod apply;
pub(crate) mod fault;
mod json;
pub(crate) mod mutate_response;
pub(crate) mod rule;
pub(crate) mod rules;
pub(crate) mod throttle;
