//! The fragments that differ by the kind of a pool. Each kind has all of them, for [`by_kind`](macro@super::by_kind).

/// Replies.
pub(in crate::store) mod replies {
    pub(in crate::store) use super::super::pooled::{
        ESCALATED_REPLIES as ESCALATED, POOLED_REPLIES as POOLED,
        REPLIES_TIME_TO_SEND as TIME_TO_SEND,
    };

    /// The word for it.
    pub(in crate::store) const KIND: &str = "replies";
    /// The status of what such a pool hands out.
    pub(in crate::store) const STATUS: &str = "needs_response";
}

/// Initials.
pub(in crate::store) mod initials {
    pub(in crate::store) use super::super::pooled::{
        ESCALATED_INITIALS as ESCALATED, INITIALS_TIME_TO_SEND as TIME_TO_SEND,
        POOLED_INITIALS as POOLED,
    };

    /// The word for it.
    pub(in crate::store) const KIND: &str = "initials";
    /// The status of what such a pool hands out.
    pub(in crate::store) const STATUS: &str = "needs_message";
}
