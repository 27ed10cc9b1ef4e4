//! Cuts data files into lines: the searches of the standard library take long to set out, and most of what stands in such
//! files is short.

/// The lines of a text, with what is white at their ends.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = find(rest, b'\n').unwrap_or(rest.len());
        let line = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or_default();
        Some(line)
    })
}

/// Where a sign of ASCII first stands, as [`str::find`].
pub(crate) fn find(text: &str, sign: u8) -> Option<usize> {
    const LOW: u64 = u64::MAX / 255;
    let bytes = text.as_bytes();
    let mut from = 0;
    // all at once: a machine compares many bytes with one instruction
    while bytes.get(from..from + 32).is_some_and(|many| !many.iter().fold(false, |any, &byte| any | (byte == sign))) {
        from += 32;
    }
    let blocks = bytes[from..].chunks_exact(8);
    let rest = blocks.remainder();
    for (at, block) in blocks.enumerate() {
        // a byte of zeros where the sign is
        let difference = u64::from_le_bytes(block.try_into().unwrap_or_default()) ^ (LOW * u64::from(sign));
        let zeros = difference.wrapping_sub(LOW) & !difference & (LOW << 7);
        if zeros != 0 {
            return Some(from + at * 8 + zeros.trailing_zeros() as usize / 8);
        }
    }
    rest.iter().position(|&byte| byte == sign).map(|at| text.len() - rest.len() + at)
}

/// As [`str::trim`], which takes its time even where there is nothing to trim.
#[inline]
pub(crate) fn trim(text: &str) -> &str {
    let bytes = text.as_bytes();
    let from = bytes.iter().position(|&byte| byte != b' ').unwrap_or(bytes.len());
    match &bytes[from..] {
        [] => "",
        [first, ..] if first.is_ascii_graphic() && bytes.last().is_some_and(u8::is_ascii_graphic) => &text[from..],
        _ => text.trim(),
    }
}

/// As [`str::trim_start`], which takes its time over the one blank that mostly stands there.
#[inline]
pub(crate) fn trim_start(text: &str) -> &str {
    let rest = text.strip_prefix(' ').unwrap_or(text);
    match rest.as_bytes() {
        [] => "",
        [first, ..] if first.is_ascii_graphic() => rest,
        _ => rest.trim_start(),
    }
}
