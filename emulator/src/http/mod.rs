//! The HTTP side: connections, the checks of a request, and responses.

pub(crate) mod arguments;
pub(crate) mod connection;
pub(crate) mod connection_state;
pub(crate) mod entry;
pub(crate) mod enum_values;
pub(crate) mod gateway;
pub(crate) mod head;
pub(crate) mod record;
pub(crate) mod request_body;
pub(crate) mod response;
pub(crate) mod route;
pub(crate) mod sent_body;
pub(crate) mod server;
pub(crate) mod signature;
pub(crate) mod target;
