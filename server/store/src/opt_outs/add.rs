use super::record::record_all;
use super::source::Source;
use crate::audit::{self, Change};
use crate::database::BEGIN_PATIENTLY;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, PhoneNumber};
use std::collections::BTreeSet;

/// Opts numbers out that an admin has written down, all of them or none, and returns how many were not opted out before.
/// The audit log has those alone. There are as few as a form takes: they are one transaction.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.opt_out.add", skip_all)]
pub async fn add(
    store: &Store,
    actor: AuditActor,
    numbers: &BTreeSet<PhoneNumber>,
) -> Result<u32, StoreError> {
    let organization = actor.organization;
    let cells: Vec<String> = numbers.iter().cloned().map(String::from).collect();
    let mut transaction = store.begin_with(BEGIN_PATIENTLY).await?;
    let source = Source::Admin(actor.member);
    let recorded = record_all(&mut transaction, &store.clock, organization, &cells, source).await?;
    if !recorded.new.is_empty() {
        let detail = recorded.new.join(", ");
        let change = Change::new(AuditAction::OptOutsAdded, AuditSubject::Organization);
        audit::record(
            &mut transaction,
            &store.clock,
            actor,
            change.detail(&detail),
        )
        .await?;
    }
    notify::changed(
        &mut *transaction,
        organization,
        recorded.campaigns,
        recorded.members,
    )
    .await?;
    transaction.commit().await?;
    Ok(u32::try_from(recorded.new.len()).unwrap_or(u32::MAX))
}
