//! What a bulk action of Message Review does to each conversation.

use super::{MemberId, TagId};

/// The change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulkChange {
    /// It is given to this member.
    Reassign(MemberId),
    /// It is taken from its texter, into the pool.
    Unassign,
    /// It gets this tag.
    AddTag(TagId),
    /// It loses this tag.
    RemoveTag(TagId),
    /// It is closed: handled without an answer.
    Close,
    /// Its contact is opted out, without a goodbye.
    OptOut,
}

/// A word, or an id beside it, that makes no change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no change of a bulk action")]
pub struct InvalidBulkChange;

impl BulkChange {
    /// The words of the store and of forms, in the order in which they are offered.
    pub const WORDS: [&'static str; 6] = [
        "reassign",
        "unassign",
        "add_tag",
        "remove_tag",
        "close",
        "opt_out",
    ];

    /// The change of a word and the ids beside it.
    ///
    /// # Errors
    /// There is no such word, or the member or tag that it needs is missing.
    pub fn of(
        word: &str,
        member: Option<MemberId>,
        tag: Option<TagId>,
    ) -> Result<Self, InvalidBulkChange> {
        match (word, member, tag) {
            ("reassign", Some(member), _) => Ok(Self::Reassign(member)),
            ("unassign", ..) => Ok(Self::Unassign),
            ("add_tag", _, Some(tag)) => Ok(Self::AddTag(tag)),
            ("remove_tag", _, Some(tag)) => Ok(Self::RemoveTag(tag)),
            ("close", ..) => Ok(Self::Close),
            ("opt_out", ..) => Ok(Self::OptOut),
            _ => Err(InvalidBulkChange),
        }
    }

    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reassign(_) => "reassign",
            Self::Unassign => "unassign",
            Self::AddTag(_) => "add_tag",
            Self::RemoveTag(_) => "remove_tag",
            Self::Close => "close",
            Self::OptOut => "opt_out",
        }
    }

    /// Whether it leaves alone what has changed since it was counted. Tags and opt-outs do not depend on what has.
    pub fn spares_what_changed(self) -> bool {
        matches!(self, Self::Reassign(_) | Self::Unassign | Self::Close)
    }

    /// To whom it gives.
    pub fn member(self) -> Option<MemberId> {
        match self {
            Self::Reassign(member) => Some(member),
            _ => None,
        }
    }

    /// The tag that it adds or removes.
    pub fn tag(self) -> Option<TagId> {
        match self {
            Self::AddTag(tag) | Self::RemoveTag(tag) => Some(tag),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::BulkChange;
    use crate::domain::{MemberId, TagId};

    #[test]
    fn a_change_is_read_as_it_is_written_and_needs_what_it_names() {
        for word in BulkChange::WORDS {
            let change = BulkChange::of(word, Some(MemberId(3)), Some(TagId(4))).unwrap();
            assert_eq!(change.as_str(), word);
            let again = BulkChange::of(change.as_str(), change.member(), change.tag());
            assert_eq!(again, Ok(change));
        }
        assert!(BulkChange::of("reassign", None, Some(TagId(4))).is_err());
        assert!(BulkChange::of("add_tag", Some(MemberId(3)), None).is_err());
        assert!(BulkChange::of("delete", None, None).is_err());
    }
}
