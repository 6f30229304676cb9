//! How the secret key is found again although it is not kept.

use std::hash::{BuildHasher, Hasher, RandomState};

/// Values of fewer characters are no credentials; masking them would mask ordinary words.
pub(super) const SHORTEST: usize = 4;

/// Length and keyed hash of a secret: enough to recognize it in a text, and nothing to read it from.
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
        // Odd, so that no byte is lost; random, so that the hash says nothing outside of this process.
        let base = RandomState::new().build_hasher().finish() | 1;
        let hash = secret.bytes().fold(0, |hash, byte| step(hash, base, byte));
        let power = secret.bytes().fold(1_u64, |power, _| power.wrapping_mul(base));
        Self { length: secret.len(), hash, base, power }
    }

    /// Where the secret stands: the positions of its first byte.
    pub(super) fn positions(self, text: impl Fn(usize) -> Option<u8>) -> Vec<usize> {
        let mut found = Vec::new();
        if self.length < SHORTEST {
            return found;
        }
        let (mut hash, mut next) = (0, 0);
        while let Some(byte) = text(next) {
            hash = step(hash, self.base, byte);
            if let Some(gone) = next.checked_sub(self.length).and_then(&text) {
                hash = hash.wrapping_sub(self.power.wrapping_mul(value(gone)));
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

/// Zero would make no difference at the beginning.
fn value(byte: u8) -> u64 {
    u64::from(byte) + 1
}
