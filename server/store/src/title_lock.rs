//! The lock under which tags and teams are given their titles.
//!
//! The unique indexes of titles know the same title in the same case alone: organizations may have two from before that
//! differ in nothing else. Whoever gives a title looks for one in another case first, and must not miss one that somebody
//! else is giving.

use crate::StoreError;
use app::domain::OrganizationId;
use sqlx::PgConnection;

/// The first half of the lock's key, which tells it from advisory locks with one key. The second is the organization:
/// two whose numbers agree in 32 bits wait for each other, and nothing else.
const TITLES: i32 = 0x070A;

/// Waits for titles of the organization that are being given, and keeps others from being given, until the transaction
/// ends.
#[tracing::instrument(name = "db.title.lock", skip_all)]
pub(super) async fn lock_titles(
    tx: &mut PgConnection,
    organization: OrganizationId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "select pg_advisory_xact_lock($1, ($2::bigint % 2147483647)::int)",
        TITLES,
        organization.0,
    )
    .execute(tx)
    .await?;
    Ok(())
}
