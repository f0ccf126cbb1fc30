//! The layout of a statement in its snapshot.

/// Words that begin a line.
const CLAUSES: [&str; 24] = [
    "with",
    "select",
    "insert",
    "update",
    "delete",
    "set",
    "from",
    "join",
    "left",
    "cross",
    "on",
    "where",
    "and",
    "or",
    "union",
    "group",
    "having",
    "order",
    "limit",
    "offset",
    "for",
    "returning",
    "when",
    "else",
];

/// The statement with a line for each clause, indented by its brackets. It depends on what the statement says and
/// not on how the source breaks it; comments are left out.
pub(super) fn lay_out(statement: &str) -> String {
    let mut text = String::new();
    let mut depth = 0_usize;
    let mut before = "";
    let without_comments: Vec<&str> = statement
        .lines()
        .map(|line| line.split("--").next().unwrap_or_default())
        .collect();
    let words = without_comments.join("\n");
    for word in words.split_whitespace() {
        let bare = word.trim_start_matches('(');
        let joined = bare == "join" && matches!(before, "left" | "cross");
        let begins = CLAUSES.contains(&bare) && !joined;
        if text.is_empty() {
        } else if begins && word == bare {
            text.push('\n');
            text.push_str(&"  ".repeat(depth));
        } else {
            text.push(' ');
        }
        text.push_str(word);
        let (opened, closed) = (word.matches('(').count(), word.matches(')').count());
        depth = (depth + opened).saturating_sub(closed);
        before = bare;
    }
    text
}
