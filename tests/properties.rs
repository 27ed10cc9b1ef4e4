//! What holds for every text, tried on random ones: any characters at all, and words that make the layers work.

mod invariant;

use factive::{Extractor, extract};
use proptest::prelude::*;

/// Words and signs that the layers react to, in any order.
fn news() -> impl Strategy<Value = String> {
    let word = prop::sample::select(WORDS);
    let gap = prop::sample::select(&["", " ", " ", " ", " ", " ", "\n", "\r\n", "\n\n", "\u{a0}", "  "]);
    // in short ones most words stand near an end of the text
    let length = prop_oneof![0..60_usize, 1..8_usize];
    length
        .prop_flat_map(move |length| prop::collection::vec((word.clone(), gap.clone()), length))
        .prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "the", "a", "two", "dozens of", "at least 12", "no", "The", "Governor", "Ana", "Ruiz", "Inc.", "U.S.", "Mr.", "port", "bridge",
    "troops", "police", "officials", "report", "he", "they", "who", "which", "that", "whether", "if", "unless", "said", "says",
    "reported", "In", "And", "doctors", "agreed", "as", "Neither", "nor", "over", "after", "when", "had", "did", "co-operate",
    "re-opened", "10", "whose", "what", "these", "one of", "more than", "Said", "up", "an", "its", "their", "from", "must", "Should",
    "between 1 and 11 March", "1990", "provided that", "prices", "fall", "including", "known as", "who had", "suspected", "men",
    "so", "then", "or", "it", "too soon", "to say", "may or may not", "IS", "likely",
    "told", "according to", "citing", "wrote", "denied", "claimed", "confirmed", "believes", "expects", "was", "were", "is", "has",
    "have", "been", "be", "may", "might", "could", "would", "will", "should", "not", "n't", "don't", "never", "likely",
    "reportedly", "allegedly", "possible", "preliminary", "appears", "to", "failed to", "killed", "wounded", "shelled", "attack",
    "strike", "shot down", "damaged", "arrested", "met", "signed", "protest", "flood", "and", "but", "while", "although", "in",
    "on Monday", "near", "by", "with", "of", "for", "reporters", "her Telegram channel", "statement", "“", "”", "\"", "'", "‘", "’",
    "(", ")", "[", "]", ",", ";", ":", "—", "--", "-", ".", "!", "?", "...", "…", "5,000", "$3.5", "May 5", "10:30 p.m.", "é",
    "e\u{301}", "\u{200b}", "\u{feff}", "🚒", "北京", "\u{1}", "#tag", "@name", "https://example.org/a?b=c", "a@b.org", "rock-solid",
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(debug_assertions) { 256 } else { 4096 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_string(text in any::<String>()) {
        invariant::check(&text, &extract(&text));
    }

    #[test]
    fn any_news(text in news()) {
        invariant::check(&text, &extract(&text));
    }

    #[test]
    fn every_event_of_any_news(text in news()) {
        let extractor = Extractor::builder().all_events().build().unwrap();
        invariant::check(&text, &extractor.extract(&text));
    }

    #[test]
    fn same_answer_twice_and_on_any_thread(text in news()) {
        let first = extract(&text);
        let extractor = Extractor::new();
        let others: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..2).map(|_| scope.spawn(|| extractor.extract(&text))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        prop_assert!(others.iter().all(|other| *other == first));
    }
    #[test]
    fn many_texts_are_read_as_each_by_itself(texts in prop::collection::vec(news(), 0..5)) {
        let extractor = Extractor::new();
        let all: Vec<_> = extractor.extract_all(&texts).collect();
        prop_assert!(all.iter().eq(&texts.iter().map(|text| extractor.extract(text)).collect::<Vec<_>>()));
    }
}

/// More than is read ahead at once, with texts longer than that among them.
#[test]
fn many_texts_keep_their_order() {
    let extractor = Extractor::new();
    let sizes = [1, 4000, 0, 12_000, 2, 1, 3000, 3000, 3000, 3000, 5];
    let text = |size: usize| "The dam broke, officials said.\n\n".repeat(size);
    let mut read = extractor.extract_all(sizes.map(text));
    assert_eq!(read.size_hint(), (sizes.len(), Some(sizes.len())));
    for (i, size) in sizes.into_iter().enumerate() {
        assert_eq!(read.next().unwrap().claims.len(), size);
        assert_eq!(read.size_hint(), (sizes.len() - i - 1, Some(sizes.len() - i - 1)));
    }
    assert!(read.next().is_none() && read.next().is_none());
}
