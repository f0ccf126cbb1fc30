//! A bulk action of Message Review: counted, then carried out in batches like a release, in whose history it stands.

use super::{
    BulkActionId, BulkChange, ConversationId, LeftOut, MemberId, ReleaseProgress, ReviewFilter,
};

/// Which conversations a reviewer means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BulkChosen {
    /// Those that were ticked.
    These(Vec<ConversationId>),
    /// All that a filter finds.
    Matching(ReviewFilter),
}

/// A filter as it stood when a bulk action was prepared, with the names of what it names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NamedFilter {
    /// The filter.
    pub filter: ReviewFilter,
    /// The title of its campaign.
    pub campaign: Option<String>,
    /// The name of its texter.
    pub member: Option<String>,
    /// The title of its tag.
    pub tag: Option<String>,
}

/// What a bulk action is: to what it changes which conversations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkSubject {
    /// Its row.
    pub id: BulkActionId,
    /// What is done.
    pub change: BulkChange,
    /// The name of the member, or the title of the tag, as it was when it was prepared; may be empty.
    pub name: String,
    /// All that match; `None` = conversations that were ticked.
    pub filter: Option<NamedFilter>,
}

/// How far a bulk action is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "ssr",
    expect(
        clippy::large_enum_variant,
        reason = "a page has one of them; only where pointers are long"
    )
)]
pub enum BulkState {
    /// Its conversations are being counted.
    Counting,
    /// They are counted, and nothing is done yet.
    Counted,
    /// It was carried out, and everything had changed meanwhile: it is in no history.
    Nothing,
    /// It runs or has ended.
    Started {
        /// How it goes.
        progress: ReleaseProgress,
        /// Its undo, if there is one.
        undo: Option<ReleaseProgress>,
    },
}

impl BulkState {
    /// Whether it neither is counted nor goes on now, nor is it being undone.
    pub fn is_settled(&self) -> bool {
        match self {
            Self::Counting => false,
            Self::Counted | Self::Nothing => true,
            Self::Started { progress, undo } => {
                progress.ended() && undo.as_ref().is_none_or(ReleaseProgress::ended)
            }
        }
    }
}

/// A bulk action, as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkAction {
    /// What it is.
    pub subject: BulkSubject,
    /// Who prepared it, and may carry it out.
    pub maker: MemberId,
    /// How many conversations were looked at so far.
    pub seen: u32,
    /// How many of them it changes: exact, once all are counted.
    pub expected: u32,
    /// The others, by the reason why they are left alone.
    pub left_out: Vec<LeftOut>,
    /// From whom it takes how many, most first; of what takes nothing, empty.
    pub losers: Vec<(String, u32)>,
    /// How far it is.
    pub state: BulkState,
}

/// A bulk action that its maker has in reach on the page of Message Review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentBulkAction {
    /// What it is.
    pub subject: BulkSubject,
    /// How many conversations were looked at so far.
    pub seen: u32,
    /// How many of them it changes.
    pub expected: u32,
    /// How far it is. Of one that was started, or its undo, the progress is the one that goes on or can be undone.
    pub state: BulkState,
}
