//! Cuts rule files into blocks of `key: value` lines. What the values mean is known to the layers that read them.

use std::borrow::Cow;

use crate::error::Error;
use crate::lexicon::{find, trim};

/// The blocks of a rule file. One after another may be read into the same room.
#[derive(Debug, Default)]
pub(super) struct Blocks<'a> {
    pub blocks: Vec<Block<'a>>,
    lines: Vec<Line<'a>>,
}

/// One block of a rule file: a head line and the indented lines below it.
#[derive(Debug)]
pub(super) struct Block<'a> {
    /// `rule` or `kind`.
    pub word: &'a str,
    pub id: &'a str,
    pub line: usize,
    /// Where its lines are.
    lines: (usize, usize),
}

/// One `key: value` line with those that go on with it.
#[derive(Clone, Debug)]
pub(crate) struct Line<'a> {
    pub key: &'a str,
    pub value: Cow<'a, str>,
    pub line: usize,
}

impl<'a> Blocks<'a> {
    /// Cuts a file into blocks.
    pub fn read(&mut self, origin: &str, text: &'a str) -> Result<(), Error> {
        let (mut from, mut number) = (0, 0);
        self.read_cuts(origin, text, || {
            let cut = Cut::next(text.as_bytes(), from, number)?;
            (from, number) = (cut.next as usize, cut.number);
            Some(cut)
        })
    }

    /// The same for a file that has been cut into lines by [`cut`].
    pub fn read_cut(&mut self, origin: &str, text: &'a str, cuts: &mut std::slice::Iter<Cut>) -> Result<(), Error> {
        self.read_cuts(origin, text, || cuts.next().copied().filter(|cut| cut.number > 0))
    }

    #[inline]
    fn read_cuts(&mut self, origin: &str, text: &'a str, mut next: impl FnMut() -> Option<Cut>) -> Result<(), Error> {
        self.blocks.clear();
        self.lines.clear();
        // How deep the keys of the block are indented; what is deeper goes on with the line above.
        let mut indent = 0;
        while let Some(cut) = next() {
            let line = &text[cut.at as usize..cut.end as usize];
            let number = cut.number as usize;
            if cut.depth == 0 {
                let (word, id) = line.split_at(find(line, b' ').unwrap_or(line.len()));
                let id = trim(id);
                if !matches!(word, "rule" | "kind") || id.is_empty() || id.contains(' ') {
                    let message = format!("\"{line}\" opens no block; write \"rule event/name\" or \"kind name\"");
                    return Err(Error::new(origin, number, message));
                }
                let from = self.lines.len();
                self.blocks.push(Block { word, id, line: number, lines: (from, from) });
                indent = 0;
                continue;
            }
            let Some(block) = self.blocks.last_mut() else {
                return Err(Error::new(origin, number, "line outside a block; put \"rule event/name\" above it"));
            };
            if let Some(last) = self.lines[block.lines.0..].last_mut().filter(|_| cut.depth > indent) {
                let value = last.value.to_mut();
                value.push(' ');
                value.push_str(trim(line));
            } else {
                indent = cut.depth;
                let colon = cut.colon as usize;
                if colon >= line.len() {
                    let message = format!("\"{line}\" is no \"key: value\" line");
                    return Err(Error::new(origin, number, message));
                }
                let (key, value) = (trim(&line[..colon]), trim(&line[colon + 1..]));
                self.lines.push(Line { key, value: value.into(), line: number });
                block.lines.1 += 1;
            }
        }
        Ok(())
    }

    /// The lines of a block.
    pub fn lines_of(&self, block: &Block<'a>) -> &[Line<'a>] {
        &self.lines[block.lines.0..block.lines.1]
    }
}

/// A line of a rule file that holds something, as a look at its bytes finds it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    /// Where it starts and ends, without comment and the white space around it.
    at: u32,
    end: u32,
    /// Where its first colon stands from there on; at its end or behind where it has none.
    colon: u32,
    /// How many bytes of white space stand in front of it.
    depth: u32,
    /// The number of the line, 0 for none behind the last of each file.
    number: u32,
    /// Where the next line starts.
    next: u32,
}

impl Cut {
    const END: Self = Self { at: 0, end: 0, colon: 0, depth: 0, number: 0, next: 0 };

    /// The first line from there on that holds something; `number` is that of the line before. Of a file longer than 4 GiB
    /// the first 4 GiB are read.
    const fn next(text: &[u8], from: usize, number: u32) -> Option<Self> {
        let (mut from, mut number) = (from, number);
        while from < text.len() && from < u32::MAX as usize {
            number = number.saturating_add(1);
            let mut at = from;
            while at < text.len() && is_blank(text[at]) {
                at += 1;
            }
            let (mut next, mut end, mut colon, mut open) = (at, at, u32::MAX, true);
            while next < text.len() && text[next] != b'\n' {
                match text[next] {
                    b':' if colon == u32::MAX => {
                        colon = (next - at) as u32;
                    }
                    // an example may hold any sign
                    b'#' if next == at || text[next - 1] == b' ' && !is_example(text, at) => open = false,
                    _ => {}
                }
                if open && !is_blank(text[next]) {
                    end = next + 1;
                }
                next += 1;
            }
            next = if next < text.len() { next + 1 } else { next };
            if end > at {
                let [at, end, depth, next] = [at as u32, end as u32, (at - from) as u32, next as u32];
                return Some(Self { at, end, colon, depth, number, next });
            }
            from = next;
        }
        None
    }
}

/// White space within a line.
const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | 0x0B | 0x0C)
}

/// Whether an example stands there.
const fn is_example(text: &[u8], at: usize) -> bool {
    matches!(text.split_at(at).1, [b'y', b'e', b's', b':', ..] | [b'n', b'o', b':', ..])
}

/// How many cuts [`cut`] makes.
pub(crate) const fn count(files: &[(&str, &str)]) -> usize {
    walk::<0>(files).1
}

/// Cuts files into lines when the crate is compiled, so that nobody looks for their ends when it starts.
pub(crate) const fn cut<const COUNT: usize>(files: &[(&str, &str)]) -> [Cut; COUNT] {
    walk(files).0
}

/// The cuts that there is room for, the last of each file [`Cut::END`], and how many there are.
const fn walk<const ROOM: usize>(files: &[(&str, &str)]) -> ([Cut; ROOM], usize) {
    let mut cuts = [Cut::END; ROOM];
    let (mut count, mut file) = (0, 0);
    while file < files.len() {
        let text = files[file].1.as_bytes();
        let (mut from, mut number) = (0, 0);
        while let Some(cut) = Cut::next(text, from, number) {
            (from, number) = (cut.next as usize, cut.number);
            if count < ROOM {
                cuts[count] = cut;
            }
            count += 1;
        }
        count += 1;
        file += 1;
    }
    (cuts, count)
}
