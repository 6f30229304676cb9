//! IDs in the documented format: twelve letters and digits.

/// Spreads the numbers, so that consecutive IDs do not look alike.
const FACTOR: u128 = 1_234_567_890_123_456_789;

/// Number of strings of twelve symbols.
const IDS: u128 = 62_u128.pow(12);

const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Inverse of the factor modulo `IDS`.
const INVERSE: u128 = 60_799_480_417_348_994_621;

const _: () = assert!(multiply(FACTOR, INVERSE) == 1);

// 62 is 2 times 31: without a common divisor, the multiples of different numbers below `IDS` differ modulo `IDS`.
const _: () = assert!(!FACTOR.is_multiple_of(2) && !FACTOR.is_multiple_of(31));

/// Returns twelve letters and digits, different for each number below `IDS`.
pub(crate) fn id(index: u64) -> String {
    let mut rest = (u128::from(index) + 1) * FACTOR % IDS;
    let digit = |_| {
        let digit = usize::try_from(rest % 62).unwrap_or_default();
        rest /= 62;
        ALPHABET.get(digit).copied().map_or('A', char::from)
    };
    (0..12).map(digit).collect()
}

/// Returns the number of an ID; `None` if no number has it.
pub(crate) fn number(id: &str) -> Option<u64> {
    if id.len() != 12 {
        return None;
    }
    let digits = id.bytes().rev().map(|byte| ALPHABET.iter().position(|known| *known == byte));
    let mut rest = digits.map(|digit| digit.and_then(|digit| u128::try_from(digit).ok()));
    let rest = rest.try_fold(0, |rest, digit| Some(rest * 62 + digit?))?;
    u64::try_from(multiply(rest, INVERSE).checked_sub(1)?).ok()
}

/// Multiplies two numbers below `IDS` modulo `IDS`. In two halves: the whole product has too many bits.
const fn multiply(one: u128, two: u128) -> u128 {
    const HALF: u32 = 36;
    let upper = one * (two >> HALF) % IDS;
    ((upper << HALF) % IDS + one * (two & ((1 << HALF) - 1)) % IDS) % IDS
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

    #[test]
    fn number_is_the_inverse_of_id() {
        for index in (0..1000).chain([1 << 40, 1 << 50]).chain(u64::MAX - 1000..=u64::MAX) {
            assert_eq!(number(&id(index)), Some(index));
        }
        // The documented ID belongs to no number: there are more IDs than numbers.
        assert_eq!(number("fKE22JFX4PAu"), None);
        assert_eq!((number(""), number("AAAAAAAAAAA-"), number("AAAAAAAAAAAAA")), (None, None, None));
        assert_eq!(number("AAAAAAAAAAAA"), None);
    }
}
