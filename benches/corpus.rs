//! Text to measure on: paragraphs of the articles in `tests/articles`, drawn again and again with other names and numbers,
//! so that no cache sees the same bytes twice. The same bytes in every run.

const ARTICLES: &[&str] = &[
    include_str!("../tests/articles/conflict.txt"),
    include_str!("../tests/articles/disaster.txt"),
    include_str!("../tests/articles/politics.txt"),
    include_str!("../tests/articles/business.txt"),
    include_str!("../tests/articles/science.txt"),
    include_str!("../tests/articles/court.txt"),
];

/// Names in the articles that may stand for each other.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "Toska", "Ordin", "Lindqvist", "Abara", "Okafor", "Brandt", "Moro", "Heller", "Hartmann", "Park", "Weiss", "Nwosu", "Dahl",
    "Stahl", "Castellano", "Whitfield", "Omondi", "Pratt", "Delvar", "Hask", "Karsund", "Alden",
];

/// So many bytes of news, or a few hundred more: whole paragraphs.
pub fn news(bytes: usize) -> String {
    draw(bytes, &mut Random(7))
}

/// So many articles of so many bytes each.
#[allow(dead_code)] // not everything that measures reads them
pub fn articles(bytes: usize, count: usize) -> Vec<String> {
    let mut random = Random(7);
    (0..count).map(|_| draw(bytes, &mut random)).collect()
}

fn draw(bytes: usize, random: &mut Random) -> String {
    let paragraphs: Vec<&str> = ARTICLES.iter().flat_map(|article| article.trim().split("\n\n")).collect();
    let mut text = String::with_capacity(bytes + 1024);
    while text.len() < bytes {
        vary(paragraphs[random.below(paragraphs.len())], random, &mut text);
        text.push_str("\n\n");
    }
    text
}

fn vary(paragraph: &str, random: &mut Random, text: &mut String) {
    for word in paragraph.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let end = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if NAMES.contains(&end) {
            text.push_str(NAMES[random.below(NAMES.len())]);
            text.push_str(&word[end.len()..]);
        } else {
            text.extend(word.chars().map(|c| if c.is_ascii_digit() { random.digit() } else { c }));
        }
    }
}

/// A linear congruential generator: the numbers matter less than that they never change.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound
    }

    fn digit(&mut self) -> char {
        char::from(b'1' + self.below(9) as u8)
    }
}
