//! The tables of zones beside this file: a line is a zone's name, then what is in it.

/// The entries of a table, each with its zone.
pub(super) fn entries(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| {
            let mut words = line.split(' ');
            let zone = words.next().unwrap_or_default();
            words.map(move |entry| (entry, zone))
        })
}
