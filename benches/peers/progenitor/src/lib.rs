//! The client that progenitor generates from this repository's spec.

include!(concat!(env!("OUT_DIR"), "/client.rs"));
