//! The tags of the demo organization.

/// The index of a tag in [`TAGS`].
pub(crate) type TagIndex = usize;

/// The title of each tag, and whether it escalates.
pub(crate) const TAGS: [(&str, bool); 4] = [
    ("Legal question", true),
    ("Press", true),
    ("Needs a ride", false),
    ("Moved away", false),
];
