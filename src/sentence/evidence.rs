//! What single words say about the start of a sentence.

use once_cell::sync::Lazy;

use crate::english;
use crate::token::{ByHash, hash};

/// A set of the classes of `boundary.txt`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Evidence(u16);

impl Evidence {
    pub const STARTER: u16 = 1;
    pub const OPENER: u16 = 2;
    pub const FOLLOWER: u16 = 4;
    pub const HONORIFIC: u16 = 8;
    pub const REPORTING: u16 = 16;
    pub const LEADER: u16 = 32;
    pub const COMPANY: u16 = 64;
    pub const CLOSING: u16 = 128;
    pub const VALEDICTION: u16 = 256;
    pub const LABEL: u16 = 512;
    pub const CARRIER: u16 = 1024;

    pub fn has(self, flag: u16) -> bool {
        self.0 & flag != 0
    }
}

static WORDS: Lazy<ByHash<Evidence>> = Lazy::new(|| parse(english::BOUNDARY));

/// The classes of a word, by its hash.
pub(super) fn of(hash: u64) -> Evidence {
    WORDS.get(&hash).copied().unwrap_or_default()
}

fn parse(text: &str) -> ByHash<Evidence> {
    let mut words = ByHash::<Evidence>::with_capacity_and_hasher(1024, Default::default());
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut entries = line.split_whitespace();
        let Some(class) = entries.next() else { continue };
        let flag = match class {
            "starter" => Evidence::STARTER,
            "opener" => Evidence::OPENER,
            "follower" => Evidence::FOLLOWER,
            "honorific" => Evidence::HONORIFIC,
            "reporting" => Evidence::REPORTING,
            "leader" => Evidence::LEADER,
            "company" => Evidence::COMPANY,
            "closing" => Evidence::CLOSING,
            "valediction" => Evidence::VALEDICTION,
            "label" => Evidence::LABEL,
            "carrier" => Evidence::CARRIER,
            _ => panic!("boundary.txt: \"{class}\" is no class; a test reads the file"),
        };
        for entry in entries {
            words.entry(hash(entry.as_bytes())).or_default().0 |= flag;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_parses() {
        assert!(of(hash(b"However")).has(Evidence::STARTER));
        assert!(of(hash(b"Mr.")).has(Evidence::HONORIFIC));
        assert_eq!(of(hash(b"harbour")), Evidence::default());
    }
}
