//! Ranks: where in a list the entries of a stretch of words begin, without a search. Every layer above looks for the noun
//! phrases, cues or events around some word, again and again.

/// How many of some places stand in front of each word.
#[derive(Debug, Default)]
pub(crate) struct Ranks(Vec<u32>);

impl Ranks {
    /// The ranks in a text of so many words. The places ascend.
    pub fn new(words: usize, places: impl Iterator<Item = u32>) -> Self {
        let mut ranks = Vec::with_capacity(words + 1);
        let mut count = 0;
        for place in places {
            if ranks.len() <= place as usize {
                ranks.resize(place as usize + 1, count);
            }
            count += 1;
        }
        ranks.resize(ranks.len().max(words + 1), count);
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
