//! Numbers that look random and depend on a seed only, so that they are the same in every build.

/// The finalizer of SplitMix64: every bit of the result depends on every bit of the number.
pub(crate) fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// Returns a number from 0 to 1, without 1.
pub(crate) fn unit(mixed: u64) -> f64 {
    // The upper 53 bits fit into the fraction of a float.
    (mixed >> 11) as f64 / (1_u64 << 53) as f64
}
