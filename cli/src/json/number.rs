//! Numbers by the grammar of JSON, RFC 8259 section 6.

use serde_json::Value;

/// Returns whether a string is a JSON number.
pub(crate) fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    is_digits(whole)
        && (whole.len() == 1 || !whole.starts_with('0'))
        && fraction.is_none_or(is_digits)
        && exponent.is_none_or(|exponent| is_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

/// Returns whether a string is a JSON number without fraction and exponent.
pub(crate) fn is_integer(text: &str) -> bool {
    is_number(text) && !text.contains(['.', 'e', 'E'])
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the nearest value within the range of its type.
pub(crate) fn nearest(text: &str) -> Value {
    let is_negative = text.starts_with('-');
    if is_integer(text) {
        let limit = if is_negative { i64::MIN } else { i64::MAX };
        return Value::from(text.parse().unwrap_or(limit));
    }
    let limit = if is_negative { f64::MIN } else { f64::MAX };
    let number = text.parse().ok().filter(|number: &f64| number.is_finite());
    Value::from(number.unwrap_or(limit))
}

#[cfg(test)]
mod tests {
    use super::{is_integer, is_number};

    #[test]
    fn numbers_follow_rfc_8259() {
        for text in ["0", "-0", "10", "-1", "1.10", "0.5", "1e3", "1E+30", "-2.50e-07", "12345678901234567890123"] {
            assert!(is_number(text), "{text}");
        }
        for text in
            ["", "-", "+1", "012", "-01", ".5", "1.", "1e", "1.e3", "0x10", "1_000", "NaN", ".inf", "1 ", "1-1", "١"]
        {
            assert!(!is_number(text), "{text}");
        }
        assert!(is_integer("-0") && is_integer("12345678901234567890123"));
        assert!(!is_integer("1.0") && !is_integer("1e3") && !is_integer("012"));
    }
}
