//! Random tokens.

use crate::error::EmulatorError;

/// Returns a token that cannot be guessed: 32 hexadecimal digits.
pub(crate) fn random() -> Result<String, EmulatorError> {
    let mut bytes = [0; 16];
    let failed = "the system has no random numbers for the token of the control routes";
    getrandom::getrandom(&mut bytes).map_err(|error| EmulatorError::new(format!("{failed}: {error}")))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
