//! Distinguishes permanent from temporary failures of a TLS handshake.

use crate::call::connect::NotConnected;
use std::error::Error;
use std::io::{self, ErrorKind};

/// Parts of messages of temporary failures, for TLS libraries without error types.
const TEMPORARY: [&str; 5] = ["unexpected eof", "connection reset", "connection closed", "timed out", "internal error"];

/// Returns true if the certificate or the protocol is wrong, so that a retry would fail too. Failures of the network (a
/// reset, a close, a timeout) are temporary.
pub(crate) fn is_permanent(error: &(dyn Error + 'static)) -> bool {
    let mut io_kinds = 0;
    let mut is_wrapped = false;
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string().to_ascii_lowercase();
        if error.is::<NotConnected>()
            || text == "operation timed out"
            || TEMPORARY.iter().any(|temporary| text.contains(temporary))
        {
            return false;
        }
        cause = error.source();
        if let Some(io) = error.downcast_ref::<io::Error>() {
            if is_of_network(io.kind()) {
                return false;
            }
            io_kinds += 1;
            // rustls errors are wrapped in errors of these kinds, which return the source of the wrapped error.
            is_wrapped |= matches!(io.kind(), ErrorKind::Other | ErrorKind::InvalidData) && io.get_ref().is_some();
            cause = io.get_ref().map(|inner| inner as &(dyn Error + 'static)).or(cause);
        }
    }
    // native-tls errors have no I/O error.
    is_wrapped || io_kinds == 0
}

/// Returns true if a proxy has made no tunnel.
pub(crate) fn is_tunnel(error: &(dyn Error + 'static)) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        if error.to_string().starts_with("tunnel error") {
            return true;
        }
        cause = error.source();
    }
    false
}

fn is_of_network(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ConnectionRefused
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::NotConnected
            | ErrorKind::BrokenPipe
            | ErrorKind::TimedOut
            | ErrorKind::WouldBlock
            | ErrorKind::UnexpectedEof
            | ErrorKind::Interrupted
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::AddrNotAvailable
    )
}

#[cfg(test)]
mod tests {
    use super::is_permanent;
    use std::error::Error;
    use std::fmt;
    use std::io::{self, ErrorKind};

    /// An error with a cause, as the HTTP client and the TLS libraries nest them.
    #[derive(Debug)]
    struct Nested(&'static str, Option<Box<dyn Error + Send + Sync>>);

    impl fmt::Display for Nested {
        fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str(self.0)
        }
    }

    impl Error for Nested {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            self.1.as_deref().map(|cause| cause as _)
        }
    }

    fn check(cause: impl Error + Send + Sync + 'static, expected: bool) {
        let text = format!("{cause:?}");
        let connect = Nested("client error (Connect)", Some(Box::new(cause)));
        assert_eq!(is_permanent(&Nested("error sending request", Some(Box::new(connect)))), expected, "{text}");
    }

    #[test]
    fn certificates_and_protocol_errors_are_permanent() {
        let tls = || Nested("invalid peer certificate: UnknownIssuer", None);
        check(io::Error::other(io::Error::new(ErrorKind::InvalidData, tls())), true);
        check(io::Error::new(ErrorKind::InvalidData, tls()), true);
        // OpenSSL by way of native-tls: no I/O error at all.
        check(
            Nested("error:0A000086:SSL routines:tls_post_process_server_certificate:certificate verify failed", None),
            true,
        );
    }

    #[test]
    fn network_failures_are_temporary() {
        for kind in [ErrorKind::ConnectionReset, ErrorKind::UnexpectedEof, ErrorKind::TimedOut, ErrorKind::BrokenPipe] {
            // Of both libraries, wrapped and not wrapped.
            check(io::Error::other(io::Error::from(kind)), false);
            check(io::Error::from(kind), false);
            check(Nested("the handshake failed", Some(Box::new(io::Error::from(kind)))), false);
        }
        check(Nested("error:0A000126:SSL routines::unexpected eof while reading", None), false);
        check(Nested("unexpected EOF", None), false);
        check(Nested("connection closed via error", None), false);
        check(Nested("received fatal alert: internal error", None), false);
        check(Nested("operation timed out", None), false);
        check(crate::call::connect::NotConnected::Unneeded, false);
    }
}
