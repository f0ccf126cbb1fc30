//! The tags of the demo.

/// A tag by its place in [`TAGS`].
pub(crate) type Tag = usize;

/// The organization's tags, and whether they escalate.
pub(crate) const TAGS: [(&str, bool); 4] = [
    ("Legal question", true),
    ("Press", true),
    ("Needs a ride", false),
    ("Moved away", false),
];
