//! FaultRates on demand, so that you can test a program against network and service failures.

pub(crate) mod clock_offset;
pub(crate) mod fault;
pub(crate) mod mutate_response;
pub(crate) mod rates;
pub(crate) mod throttle;
