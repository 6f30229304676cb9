//! Recognizes the secret key without storing it.

use std::hash::{BuildHasher, Hasher, RandomState};

/// Minimum length of a masked value, in bytes. Shorter values are not credentials, and masking them would mask ordinary
/// words.
pub(super) const MIN_LENGTH: usize = 4;

/// Length and keyed hash of a secret. They recognize the secret in a text but do not reveal it.
#[derive(Clone, Copy)]
pub(crate) struct Fingerprint {
    length: usize,
    hash: u64,
    base: u64,
    /// `base` to the power of `length`.
    power: u64,
}

impl Fingerprint {
    pub(crate) fn of(secret: &str) -> Self {
        // Odd, so every byte affects the hash. Random, so the hash is useless outside this process.
        let base = RandomState::new().build_hasher().finish() | 1;
        let hash = secret.bytes().fold(0, |hash, byte| step(hash, base, byte));
        let power = secret.bytes().fold(1_u64, |power, _| power.wrapping_mul(base));
        Self { length: secret.len(), hash, base, power }
    }

    /// Returns the positions of the secret in a text, found with a rolling hash.
    pub(super) fn positions(self, text: impl Fn(usize) -> Option<u8>) -> Vec<usize> {
        let mut found = Vec::new();
        if self.length < MIN_LENGTH {
            return found;
        }
        let (mut hash, mut next) = (0, 0);
        while let Some(byte) = text(next) {
            hash = step(hash, self.base, byte);
            if let Some(removed) = next.checked_sub(self.length).and_then(&text) {
                hash = hash.wrapping_sub(self.power.wrapping_mul(value(removed)));
            }
            next += 1;
            if hash == self.hash && next >= self.length {
                found.push(next - self.length);
            }
        }
        found
    }

    pub(super) fn length(self) -> usize {
        self.length
    }
}

fn step(hash: u64, base: u64, byte: u8) -> u64 {
    hash.wrapping_mul(base).wrapping_add(value(byte))
}

/// Returns the hash value of a byte. It is never zero, so leading zero bytes also change the hash.
fn value(byte: u8) -> u64 {
    u64::from(byte) + 1
}
