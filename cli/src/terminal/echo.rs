//! Hides what the user types.

use std::any::Any;
use std::io;

/// Restores the terminal when it is dropped.
pub(crate) type Hidden = Box<dyn Any>;

/// Hides what is typed into standard input, until the result is dropped.
#[cfg(unix)]
pub(crate) fn hide() -> io::Result<Hidden> {
    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    struct Restore(Termios);

    impl Drop for Restore {
        fn drop(&mut self) {
            // A terminal that is gone needs no echo.
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &self.0);
        }
    }

    let before = tcgetattr(io::stdin())?;
    let mut hidden = before.clone();
    hidden.local_modes.remove(LocalModes::ECHO);
    hidden.local_modes.insert(LocalModes::ECHONL);
    // `Now` keeps what was typed ahead: both keys may be pasted together.
    tcsetattr(io::stdin(), OptionalActions::Now, &hidden)?;
    Ok(Box::new(Restore(before)))
}

/// Fails: this system's terminals cannot be changed without unsafe code.
#[cfg(not(unix))]
pub(crate) fn hide() -> io::Result<Hidden> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "what is typed cannot be hidden on this system"))
}
