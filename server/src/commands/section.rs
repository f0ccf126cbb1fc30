//! A part of what a command prints: a heading, and what stands under it.

/// The heading and the lines under it; nothing where there are none.
pub fn section(heading: &str, lines: &[String]) -> Vec<String> {
    if lines.is_empty() {
        return Vec::new();
    }
    let heading = heading.trim_end_matches(':');
    let lines = lines.iter().map(|line| format!("  {line}"));
    std::iter::once(format!("{heading}:"))
        .chain(lines)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::section;

    #[test]
    fn a_heading_stands_over_lines_alone() {
        assert!(section("Left out", &[]).is_empty());
        for heading in ["Left out", "Left out:"] {
            let lines = section(heading, &["2 archived".into(), "1 paused".into()]);
            assert_eq!(lines, ["Left out:", "  2 archived", "  1 paused"]);
        }
    }
}
