//! The opt-out of whoever wrote a text that belongs to no conversation.

use super::list;
use crate::{Store, StoreError, opt_outs};
use app::domain::{UnmatchedId, Viewer};
use app::error::AppError;
use sentences::page;
use std::collections::BTreeSet;

/// Records the text's own number, whichever country it is of: it is not one that somebody typed.
#[tracing::instrument(name = "db.inbound.opt_out_writer", skip_all, fields(%id))]
pub(super) async fn opt_out_writer(
    store: &Store,
    viewer: &Viewer,
    id: &UnmatchedId,
) -> Result<(), StoreError> {
    let text = list::one(store, viewer, id).await?;
    let number = text
        .number
        .ok_or_else(|| AppError::Invalid(page::sender_has_no_number().into()))?;
    opt_outs::add(store, viewer.actor(), &BTreeSet::from([number])).await?;
    Ok(())
}
