//! The floors: a line `figure value` for each figure, `#` begins a comment.

use std::path::Path;

use crate::score::{Figure, Figures};

/// How far below what is reached a floor is set.
const MARGIN: f64 = 1.0;

/// Tells what lies below its floor; with `RAISE=1` in the environment the floors are raised first, none is lowered.
pub fn hold(path: &Path, figures: &Figures) -> Result<(), String> {
    let content = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let raise = std::env::var_os("RAISE").is_some_and(|value| value != "0");
    let (mut lines, mut fallen, mut named) = (String::new(), String::new(), Vec::new());
    for (i, line) in content.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            lines += &format!("{line}\n");
            continue;
        }
        let (name, floor) = line.trim().rsplit_once(' ').unwrap_or((line, ""));
        let (name, floor) = (name.trim(), floor.parse::<f64>());
        let (Some(reached), Ok(floor)) = (figures.get(name).map(Figure::value), floor) else {
            fallen += &format!("{}:{}: \"{line}\" is no figure with its floor\n", path.display(), i + 1);
            continue;
        };
        if reached < floor {
            fallen += &format!("{name} has fallen to {reached:.1}, its floor is {floor:.1}\n");
        }
        lines += &format!("{name} {:.1}\n", floor.max((reached - MARGIN).floor()));
        named.push(name);
    }
    for (name, _) in figures.iter().filter(|(name, _)| !named.contains(name)) {
        fallen += &format!("{}: \"{name}\" has no floor\n", path.display());
    }
    if raise {
        std::fs::write(path, lines).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    if fallen.is_empty() { Ok(()) } else { Err(fallen) }
}
