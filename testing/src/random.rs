//! Reproducible random numbers and strings.

/// A reproducible random number generator: SplitMix64.
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    /// Returns a generator with this seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Returns the next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number from 0 to `end`, without `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.number() % u64::try_from(end).unwrap()).unwrap()
    }

    /// Returns true with this probability.
    pub fn chance(&mut self, chance: f64) -> bool {
        (self.number() >> 11) as f64 / (1_u64 << 53) as f64 <= chance
    }

    /// Returns one of the choices.
    pub fn choose<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// Returns the bytes with a few mutations: bytes are replaced, inserted, duplicated or removed.
    pub fn mutated(&mut self, bytes: &[u8]) -> Vec<u8> {
        const INTERESTING: &[&[u8]] = &[
            b"null",
            b"true",
            b"false",
            b"[]",
            b"{}",
            b"\"\"",
            b"-0",
            b"1e400",
            b"9223372036854775808",
            b"1.0",
            b"\\u0000",
            b"\\ud800",
            b"\xff",
            b"\xef\xbb\xbf",
            b"[[[[[[[[",
            b"{\"a\":",
            b",",
            b":",
            b"\"",
            b"\0",
            b"\n",
        ];
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len() + 1);
            let end = (at + self.below(12)).min(bytes.len());
            let piece = match self.below(5) {
                0 => self.choose(INTERESTING).to_vec(),
                1 => vec![self.number().to_le_bytes()[0]],
                2 => bytes[at..end].repeat(1 + self.below(3)),
                3 => Vec::new(),
                _ => {
                    let from = self.below(bytes.len() + 1);
                    bytes[from..(from + 8).min(bytes.len())].to_vec()
                }
            };
            bytes.splice(at..end, piece);
        }
        bytes
    }

    /// Returns a string of 1 to `max` plain and problematic characters.
    pub fn text(&mut self, max: usize) -> String {
        const TROUBLE: &[char] = &[
            '/',
            '\\',
            '?',
            '#',
            '%',
            '&',
            '=',
            '+',
            ' ',
            '.',
            ';',
            ':',
            '@',
            '~',
            '\'',
            '"',
            '<',
            '|',
            '{',
            '[',
            '*',
            '\u{e9}',
            '\u{301}',
            '작',
            '\u{202e}',
            '\u{200b}',
            '\u{1f600}',
            '\u{feff}',
            '\u{a0}',
        ];
        let length = 1 + self.below(max);
        let one = |random: &mut Self| match random.below(3) {
            0 => *random.choose(TROUBLE),
            1 => *random.choose(&['2', 'e', 'E', 'f', '5']),
            _ => char::from(b'a' + u8::try_from(random.below(26)).unwrap()),
        };
        (0..length).map(|_| one(self)).collect()
    }
}
