//! The addresses that links did not reach by e-mail.

use crate::{Store, StoreError, stored_word};
use app::domain::OrganizationId;
use app::ports::Undelivered;
use std::collections::HashMap;

/// Those of some links, by link, each in the order of the alphabet.
#[tracing::instrument(name = "db.invite.undelivered", skip_all, fields(%organization))]
pub(super) async fn undelivered(
    store: &Store,
    organization: OrganizationId,
    invites: &[i64],
) -> Result<HashMap<i64, Vec<Undelivered>>, StoreError> {
    let rows = sqlx::query!(
        "select invite_id, recipient, reason, failed_at
           from invite_mail_failure
          where organization_id = $1 and invite_id = any($2)
          order by invite_id, recipient",
        organization.0,
        invites,
    );
    let mut failures: HashMap<i64, Vec<Undelivered>> = HashMap::new();
    for row in rows.fetch_all(&store.pool).await? {
        failures
            .entry(row.invite_id)
            .or_default()
            .push(Undelivered {
                address: row.recipient,
                reason: stored_word(&row.reason)?,
                at: row.failed_at,
            });
    }
    Ok(failures)
}
