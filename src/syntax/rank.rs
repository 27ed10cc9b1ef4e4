//! Ranks: where in a list the entries of a stretch of words begin, without a search. Every layer above looks for the noun
//! phrases, cues or events around some word, again and again.

/// So many ranks at once are written.
const STRIDE: usize = 4;

/// How many of some places stand in front of each word.
#[derive(Debug, Default)]
pub(crate) struct Ranks(Vec<u32>);

impl Ranks {
    /// The ranks in a text of so many words. The places ascend.
    pub fn new(words: usize, places: impl Iterator<Item = u32>) -> Self {
        let mut ranks = vec![0; words + 1 + STRIDE];
        let (mut from, mut count) = (0, 0);
        for place in places {
            let to = (place as usize + 1).min(words + 1);
            // most stretches are short: what is written too much is written again
            match ranks.get_mut(from..).and_then(|rest| rest.first_chunk_mut()) {
                Some(row) if to <= from + STRIDE => *row = [count; STRIDE],
                _ => ranks[from..to].fill(count),
            }
            (from, count) = (to, count + 1);
        }
        ranks[from..].fill(count);
        ranks.truncate(words + 1);
        Self(ranks)
    }

    /// How many of the places stand in front of a word.
    #[inline]
    pub fn before(&self, word: u32) -> usize {
        self.0.get(word as usize).or(self.0.last()).map_or(0, |&rank| rank as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_count_what_stands_in_front() {
        let ranks = Ranks::new(6, [1, 1, 4].into_iter());
        let before: Vec<usize> = (0..8).map(|word| ranks.before(word)).collect();
        assert_eq!(before, [0, 0, 2, 2, 2, 3, 3, 3]);
        assert_eq!(Ranks::new(0, std::iter::empty()).before(3), 0);
    }
}
