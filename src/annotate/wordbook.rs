//! Words and phrases with one meaning each, as number words and time words are: looked up by their first word. What a
//! word means by its class stands in [`crate::lexicon`].

use std::cmp::Reverse;

use crate::lexicon::pieces;
use crate::tag::Word;

/// Meanings by words. Most words of a text have none, and one look at a bit says so.
#[derive(Debug)]
pub(super) struct Wordbook<M> {
    /// The bits that the first words of the entries set.
    sieve: [u64; 32],
    /// By the hash of the first word, the longest of each first.
    entries: Vec<Entry<M>>,
    /// The words behind the first.
    tails: Vec<u64>,
}

#[derive(Clone, Copy, Debug)]
struct Entry<M> {
    first: u64,
    tail: (u32, u32),
    /// Which of the entries it was.
    place: u32,
    meaning: M,
}

impl<M> Default for Wordbook<M> {
    fn default() -> Self {
        Self { sieve: [0; 32], entries: Vec::new(), tails: Vec::new() }
    }
}

impl<M: Copy> Wordbook<M> {
    /// A wordbook of words, cut as a text would be, and their meanings. None where an entry has no word.
    pub fn add(&mut self, words: &str, meaning: M) -> Option<()> {
        let mut hashes = pieces(words).map(|piece| piece.state.finish());
        let first = hashes.next()?;
        let start = self.tails.len() as u32;
        self.tails.extend(hashes);
        let place = self.entries.len() as u32;
        self.entries.push(Entry { first, tail: (start, self.tails.len() as u32), place, meaning });
        let (index, bit) = bit_of(first);
        self.sieve[index] |= bit;
        Some(())
    }

    /// Puts the entries in order, once all are there.
    pub fn sort(&mut self) {
        // of the same words the first wins
        self.entries.sort_unstable_by_key(|entry| (entry.first, Reverse(entry.tail.1 - entry.tail.0), entry.place));
    }

    /// The meaning of the longest entry that these words start with, and how many of them it takes.
    #[inline]
    pub fn at(&self, words: &[Word]) -> Option<(M, usize)> {
        let first = words.first()?.hash;
        let (index, bit) = bit_of(first);
        if self.sieve[index] & bit == 0 {
            return None;
        }
        let from = self.entries.partition_point(|entry| entry.first < first);
        let same = self.entries[from..].iter().take_while(|entry| entry.first == first);
        same.map(|entry| (entry.meaning, &self.tails[entry.tail.0 as usize..entry.tail.1 as usize]))
            .find(|(_, tail)| {
                words.len() > tail.len() && words[1..].iter().zip(*tail).all(|(word, &hash)| word.hash == hash)
            })
            .map(|(meaning, tail)| (meaning, tail.len() + 1))
    }

    /// The meaning of a single word by its hash.
    pub fn of_hash(&self, hash: u64) -> Option<M> {
        let from = self.entries.partition_point(|entry| entry.first < hash);
        let same = self.entries[from..].iter().take_while(|entry| entry.first == hash);
        same.filter(|entry| entry.tail.0 == entry.tail.1).map(|entry| entry.meaning).next()
    }
}

fn bit_of(hash: u64) -> (usize, u64) {
    ((hash >> 6) as usize % 32, 1 << (hash % 64))
}
