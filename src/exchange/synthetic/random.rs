//! Pseudo-random numbers that are the same for the same seed on every machine: `SplitMix64`, integers only.

/// Not for secrets. Each case has a stream of its own, so that cases can be made in any order.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    pub fn of(seed: u64, stream: u64) -> Self {
        let mut start = Random(seed);
        let mixed = start.next().wrapping_add(stream.wrapping_mul(0xD134_2543_DE82_EF95));
        let mut random = Random(mixed);
        random.next();
        random
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to, not including, `end`; 0 where there is nothing below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next().checked_rem(end).unwrap_or(0)
    }

    /// Both ends included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    pub fn index(&mut self, length: usize) -> usize {
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        usize::try_from(self.below(length)).unwrap_or(0)
    }

    pub fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.index(from.len())).copied().unwrap_or_default()
    }

    /// One of those that have weights, the heavy ones more often.
    pub fn weighted(&mut self, from: &[(&'static str, u64)]) -> Option<&'static str> {
        let mut left = self.below(from.iter().map(|(_, weight)| weight).sum());
        let found = from.iter().find(|(_, weight)| {
            let found = left < *weight;
            left = left.saturating_sub(*weight);
            found
        });
        found.map(|(one, _)| *one)
    }
}

/// `8140/3:60 8070/3:40` of a table; what has no weight counts once, `-` is nothing.
pub fn weights(cell: &'static str) -> Vec<(&'static str, u64)> {
    let read = |word: &'static str| match word.rsplit_once(':') {
        Some((one, weight)) => weight.parse().ok().map(|weight| (one, weight)),
        None => Some((word, 1)),
    };
    cell.split_whitespace().filter(|word| *word != "-").filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers_everywhere_and_another_stream_gives_others() {
        let first = |seed, stream| Random::of(seed, stream).next();
        assert_eq!(first(1, 1), 15_186_214_701_571_980_616);
        assert_eq!(first(1, 1), first(1, 1));
        assert_ne!(first(1, 1), first(1, 2));
        assert_ne!(first(1, 1), first(2, 1));
    }

    #[test]
    fn what_weighs_more_comes_more_often_and_what_weighs_nothing_never() {
        let from = weights("a:80 b:20 c:0");
        let mut random = Random::of(3, 3);
        let drawn: Vec<&str> = (0..200).filter_map(|_| random.weighted(&from)).collect();
        let count = |one: &str| drawn.iter().filter(|other| **other == one).count();
        assert!(count("a") > 130 && count("b") > 20 && count("c") == 0, "{drawn:?}");
        assert_eq!(random.weighted(&weights("-")), None);
    }

    #[test]
    fn both_ends_come_and_nothing_outside_them() {
        let mut random = Random::of(7, 7);
        let mut seen: Vec<u64> = (0..200).map(|_| random.between(3, 5)).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen, [3, 4, 5]);
        assert_eq!((random.below(0), random.pick(&[])), (0, ""));
    }
}
