//! A quick number for many bytes, by which accidental damage shows.

/// Finds every change of a single byte and nearly every other damage; it is no protection against a forger, who
/// could as well write to the workspace itself.
pub fn checksum(bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |sum: u64, word: u64| (sum ^ word).wrapping_mul(ODD).rotate_left(29);
    let (words, rest) = bytes.as_chunks::<8>();
    let mut sum = words.iter().fold(ODD, |sum, word| mix(sum, u64::from_le_bytes(*word)));
    for byte in rest {
        sum = mix(sum, u64::from(*byte));
    }
    mix(sum, u64::try_from(bytes.len()).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_of_one_byte_and_of_the_length_gives_another_number() {
        let bytes: Vec<u8> = (0..100).collect();
        let whole = checksum(&bytes);
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut other = bytes.clone();
                other[at] ^= 1 << bit;
                assert_ne!(checksum(&other), whole);
            }
            assert_ne!(checksum(&bytes[..at]), whole);
        }
        assert_ne!(checksum(&[0]), checksum(&[0, 0]));
    }
}
