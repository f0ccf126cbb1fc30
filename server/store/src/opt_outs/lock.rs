//! The lock between who records an opt-out and who adds conversations.
//!
//! Whoever records an opt-out writes `opt_out` first and then flags the conversations that they see; whoever adds
//! conversations looks into `opt_out`. Each could miss the other's rows, which are not committed. So those who record
//! share the organization's lock and do not wait for each other; an import takes it alone before it looks a last time.
//! Another organization's opt-outs have a lock of their own.

use crate::StoreError;
use app::domain::OrganizationId;
use sqlx::PgConnection;

/// The first half of the lock's key, which tells it from advisory locks with one key. The second is the organization:
/// two whose numbers agree in 32 bits wait for each other, and nothing else.
const OPT_OUTS: i32 = 0x0707;

/// Keeps imports of the organization from their last look at `opt_out`, until the transaction ends.
#[tracing::instrument(name = "db.opt_out.share_lock", skip_all)]
pub(super) async fn share(
    tx: &mut PgConnection,
    organization: OrganizationId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "select pg_advisory_xact_lock_shared($1, ($2::bigint % 2147483647)::int)",
        OPT_OUTS,
        organization.0,
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Waits for opt-outs of the organization that are being recorded, and keeps others from beginning, until the
/// transaction ends.
#[tracing::instrument(name = "db.opt_out.lock", skip_all)]
pub(crate) async fn exclude(
    tx: &mut PgConnection,
    organization: OrganizationId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "select pg_advisory_xact_lock($1, ($2::bigint % 2147483647)::int)",
        OPT_OUTS,
        organization.0,
    )
    .execute(tx)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{Source, record};
    use super::exclude;
    use crate::testing::World;
    use sqlx::PgPool;

    #[sqlx::test(migrator = "crate::MIGRATOR")]
    async fn an_import_makes_its_own_organization_s_opt_outs_wait_and_no_other_s(pool: PgPool) {
        let (world, other) = (
            World::new(pool.clone()).await,
            World::new(pool.clone()).await,
        );
        let cell = "+12025550101".parse().unwrap();
        let mut import = pool.begin().await.unwrap();
        exclude(&mut import, world.organization).await.unwrap();
        for (organization, waits) in [(other.organization, false), (world.organization, true)] {
            let mut tx = pool.begin().await.unwrap();
            sqlx::query("set local lock_timeout = '200ms'")
                .execute(&mut *tx)
                .await
                .unwrap();
            let recorded = record(
                &mut tx,
                &world.store.clock,
                organization,
                &cell,
                Source::Contact,
            )
            .await;
            assert_eq!(recorded.is_err(), waits, "{organization}");
        }
        import.commit().await.unwrap();
        let mut tx = pool.begin().await.unwrap();
        record(
            &mut tx,
            &world.store.clock,
            world.organization,
            &cell,
            Source::Contact,
        )
        .await
        .unwrap();
    }

    #[sqlx::test(migrator = "crate::MIGRATOR")]
    async fn opt_outs_of_one_organization_do_not_wait_for_each_other(pool: PgPool) {
        let world = World::new(pool.clone()).await;
        let mut open = Vec::new();
        for cell in ["+12025550101", "+12025550102"] {
            let mut tx = pool.begin().await.unwrap();
            sqlx::query("set local lock_timeout = '200ms'")
                .execute(&mut *tx)
                .await
                .unwrap();
            let cell = cell.parse().unwrap();
            record(
                &mut tx,
                &world.store.clock,
                world.organization,
                &cell,
                Source::Contact,
            )
            .await
            .unwrap();
            open.push(tx);
        }
    }
}
