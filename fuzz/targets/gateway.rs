//! Requests to the emulator: any bytes are answered or end the connection, and the next request is served.

use ncloud_dataflow_emulator::Emulator;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};

/// The status of the answer, if there was one.
pub(crate) fn check(emulator: &Emulator, bytes: &[u8]) -> Option<u16> {
    let address = emulator.endpoint().trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).expect("an emulator that listens");
    let _ = stream.write_all(bytes);
    let _ = stream.shutdown(Shutdown::Write);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let status = std::str::from_utf8(answer.get(9..12)?).ok()?.parse().ok()?;
    assert!(status != 500, "{}", String::from_utf8_lossy(&answer));
    Some(status)
}
