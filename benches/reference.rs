//! Scans that everybody has, to hold the crate's figures against: a figure without one says more about the machine.

use unicode_segmentation::UnicodeSegmentation;

/// Counts the words that `unicode_word_indices` finds.
pub fn unicode_words(text: &str) -> usize {
    text.unicode_word_indices().count()
}

/// Looks each byte up in a table of classes and counts where the class changes: the least that a tokenizer does.
pub fn byte_classes(text: &str) -> usize {
    let mut last = 0;
    text.bytes().filter(|byte| std::mem::replace(&mut last, CLASSES[usize::from(*byte)]) != last).count()
}

const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => 1,
            b'0'..=b'9' => 2,
            b' ' | b'\t' | b'\r' | b'\n' => 3,
            _ => 4,
        };
        byte += 1;
    }
    classes
};
