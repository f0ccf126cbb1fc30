//! A texter records that a contact wants no more texts.

use super::held_before::HELD_BEFORE;
use crate::database::BEGIN_PATIENTLY;
use crate::{Store, StoreError, notify, opt_outs};
use app::domain::{ConversationId, PhoneNumber, Role, Viewer};
use app::error::AppError;
use const_format::formatcp;

/// The cell, for who may opt it out. `$1` organization, `$2` conversation, `$3` the viewer, `$4` whether they
/// may opt out any.
pub(crate) const CELL: &str = formatcp!(
    "select co.cell
       from conversation cv
       join contact co on co.organization_id = cv.organization_id and co.id = cv.id
      where cv.organization_id = $1 and cv.id = $2
        and ($4
             or cv.assigned_to = $3
             or {HELD_BEFORE}
             or exists (select from assignment_event e
                         where e.organization_id = cv.organization_id
                           and e.new_holder = $3
                           and cv.id = any(e.conversation_ids)))"
);

/// Opts the contact's cell out of everything in the organization. A wish to be left alone is taken from
/// whoever heard it: the holder, whoever held it before (also two holders ago), and admins.
#[tracing::instrument(name = "db.conversation.opt_out", skip_all, fields(%id))]
pub(super) async fn opt_out(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<(), StoreError> {
    // Nothing is locked here: `record` locks the cell's conversations in its own order.
    let mut transaction = store.begin_with(BEGIN_PATIENTLY).await?;
    let cell: String = sqlx::query_scalar(CELL)
        .bind(viewer.organization.0)
        .bind(id.0)
        .bind(viewer.member.0)
        .bind(viewer.role >= Role::Admin)
        .fetch_optional(&mut *transaction)
        .await?
        .ok_or(AppError::NotFound)?;
    let cell: PhoneNumber = cell
        .parse()
        .map_err(|error| StoreError::Corrupt(format!("the cell of contact {id}: {error}")))?;
    let affected = opt_outs::record(
        &mut transaction,
        &store.clock,
        viewer.organization,
        &cell,
        Some(viewer.member),
    )
    .await?;
    let (campaigns, members) = (affected.campaigns, affected.members);
    notify::changed(&mut *transaction, viewer.organization, campaigns, members).await?;
    transaction.commit().await?;
    Ok(())
}
