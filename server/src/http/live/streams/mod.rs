//! The streams, each with its source.

pub(super) mod campaigns;
pub(super) mod figures;
pub(super) mod pending_requests;
pub(super) mod releases;
pub(super) mod texter;
