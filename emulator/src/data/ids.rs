//! IDs in the documented format: twelve letters and digits.

/// Spreads the numbers, so that consecutive IDs do not look alike.
const FACTOR: u128 = 1_234_567_890_123_456_789;

/// Number of strings of twelve symbols.
const IDS: u128 = 62_u128.pow(12);

// 62 is 2 times 31: without a common divisor, the multiples of different numbers below `IDS` differ modulo `IDS`.
const _: () = assert!(!FACTOR.is_multiple_of(2) && !FACTOR.is_multiple_of(31));

/// Returns twelve letters and digits, different for each number below `IDS`.
pub(crate) fn id(index: u64) -> String {
    const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let mut rest = (u128::from(index) + 1) * FACTOR % IDS;
    let digit = |_| {
        let digit = usize::try_from(rest % 62).unwrap_or_default();
        rest /= 62;
        ALPHABET.get(digit).copied().map_or('A', char::from)
    };
    (0..12).map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn ids_differ() {
        let ids: HashSet<String> = (0..200_000).chain(u64::MAX - 1000..=u64::MAX).map(id).collect();
        assert_eq!(ids.len(), 201_001);
        assert!(ids.iter().all(|id| id.len() == 12 && id.bytes().all(|byte| byte.is_ascii_alphanumeric())));
    }
}
