//! The client that progenitor makes of the same spec.

include!(concat!(env!("OUT_DIR"), "/client.rs"));
