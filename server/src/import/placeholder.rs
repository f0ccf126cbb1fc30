//! What programs write in a cell where they have nothing.

/// Exactly as they write it.
const PLACEHOLDERS: [&str; 7] = [
    "(null)",
    "(NULL)",
    "undefined",
    "#N/A",
    "#NAME?",
    "#REF!",
    "#VALUE!",
];

/// What is nothing everywhere but where it may be somebody's last name, in a file of capitals.
const NULL: &str = "NULL";

/// A cell without what stands for nothing: nobody is greeted as “Hi NULL”.
pub(super) fn without_placeholder(cell: &str) -> &str {
    if cell == NULL {
        ""
    } else {
        last_name_without_placeholder(cell)
    }
}

/// The same of a last name.
pub(super) fn last_name_without_placeholder(cell: &str) -> &str {
    if PLACEHOLDERS.contains(&cell) {
        ""
    } else {
        cell
    }
}
