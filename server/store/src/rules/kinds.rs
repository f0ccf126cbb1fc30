//! The fragments that differ by the kind of a pool. Each kind has all of them, for [`by_kind`](macro@super::by_kind).

/// Replies.
pub(crate) mod replies {
    pub(crate) use super::super::pooled::{
        ESCALATED_REPLIES as ESCALATED, POOLED_REPLIES as POOLED,
        REPLIES_TIME_TO_SEND as TIME_TO_SEND,
    };

    /// The word for it.
    pub(crate) const KIND: &str = "replies";
    /// The status of what such a pool hands out.
    pub(crate) const STATUS: &str = "needs_response";
}

/// Initials.
pub(crate) mod initials {
    pub(crate) use super::super::pooled::{
        ESCALATED_INITIALS as ESCALATED, INITIALS_TIME_TO_SEND as TIME_TO_SEND,
        POOLED_INITIALS as POOLED,
    };

    /// The word for it.
    pub(crate) const KIND: &str = "initials";
    /// The status of what such a pool hands out.
    pub(crate) const STATUS: &str = "needs_message";
}
