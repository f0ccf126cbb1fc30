//! The counts of the pools, made once for all streams and pages of an organization.

use app::domain::OrganizationId;
use app::error::AppError;
use server_store::database::answered;
use server_store::requests::{PoolCount, pool_counts};
use server_store::{Store, StoreError};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Mutex as AsyncMutex, watch};
use tokio::time::{Instant, sleep_until, timeout};

/// Between two counts of one organization lies so many times what the last one took, so that counting keeps at most
/// a sixth of one connection busy, however much changes; a small pool is counted hundreds of times a second.
const REST_FACTOR: u32 = 5;
/// And at most this long.
const MAX_REST: Duration = Duration::from_secs(2);
/// How long a page waits for a count, if there is one that is not [`MAX_AGE`].
const PAGE_TIMEOUT: Duration = Duration::from_millis(50);
/// How long a count may take. Whoever waited for a silent database would keep everybody's turn.
const COUNT_TIMEOUT: Duration = Duration::from_secs(20);
/// A count that is older is shown to nobody who opens a page.
const MAX_AGE: Duration = Duration::from_secs(3);

/// The counts of the pools of each organization. Cheap to clone.
#[derive(Clone)]
pub struct PoolCounts {
    store: Store,
    organizations: Arc<Mutex<HashMap<OrganizationId, Arc<Cell>>>>,
}

/// The last count of one organization, and whose turn it is to count.
#[derive(Default)]
struct Cell {
    turn: AsyncMutex<()>,
    last: watch::Sender<Option<Count>>,
}

#[derive(Clone)]
struct Count {
    begun: Instant,
    took: Duration,
    /// A failure is everybody's who waited for this count: none of them tries again.
    pool_counts: Result<Arc<[PoolCount]>, AppError>,
}

impl Count {
    fn next_at(&self) -> Instant {
        self.begun + self.took + (self.took * REST_FACTOR).min(MAX_REST)
    }
}

impl PoolCounts {
    /// Counts nothing yet.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            organizations: Arc::default(),
        }
    }

    /// As of a moment that is not before this one. Everybody who waits for it gets the same count.
    pub async fn since(
        &self,
        organization: OrganizationId,
        moment: Instant,
    ) -> Result<Arc<[PoolCount]>, AppError> {
        let cell = self.cell(organization);
        if let Some(count) = cell.count_since(moment) {
            return count.pool_counts;
        }
        let _turn = cell.turn.lock().await;
        // Whoever had the turn before may have counted late enough.
        if let Some(count) = cell.count_since(moment) {
            return count.pool_counts;
        }
        self.count(organization, &cell).await
    }

    /// For a page that is opened now: as of now if that takes no longer than [`PAGE_TIMEOUT`], else a moment old
    /// while it is counted behind the page's back. Who looks for the first time in a while waits.
    pub async fn for_page(
        &self,
        organization: OrganizationId,
    ) -> Result<Arc<[PoolCount]>, AppError> {
        let now = Instant::now();
        let last = self.cell(organization).last.borrow().clone();
        let Some(last) = last.filter(|last| last.begun + MAX_AGE >= now) else {
            return self.since(organization, now).await;
        };
        let ready_at = last.next_at().max(now) + last.took;
        let Ok(pool_counts) = last.pool_counts else {
            return self.since(organization, now).await;
        };
        // It goes on without this page.
        let counts = self.clone();
        let counting = tokio::spawn(async move { counts.since(organization, now).await });
        if ready_at <= now + PAGE_TIMEOUT
            && let Ok(Ok(counted)) = timeout(PAGE_TIMEOUT, counting).await
        {
            return counted;
        }
        Ok(pool_counts)
    }

    fn cell(&self, organization: OrganizationId) -> Arc<Cell> {
        // Nobody panics while they hold it.
        let mut organizations = self
            .organizations
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        organizations.entry(organization).or_default().clone()
    }

    /// Counts when it is time to.
    async fn count(
        &self,
        organization: OrganizationId,
        cell: &Cell,
    ) -> Result<Arc<[PoolCount]>, AppError> {
        let next_at = cell.last.borrow().as_ref().map(Count::next_at);
        if let Some(next_at) = next_at {
            sleep_until(next_at).await;
        }
        let begun = Instant::now();
        let counted: Result<_, StoreError> =
            answered(COUNT_TIMEOUT, pool_counts(&self.store, organization)).await;
        let count = Count {
            begun,
            took: begun.elapsed(),
            pool_counts: counted.map(Arc::from).map_err(AppError::from),
        };
        cell.last.send_replace(Some(count.clone()));
        count.pool_counts
    }
}

impl Cell {
    fn count_since(&self, moment: Instant) -> Option<Count> {
        let last = self.last.borrow();
        last.as_ref().filter(|count| count.begun >= moment).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::PoolCounts;
    use futures::future::join_all;
    use server_store::testing::World;
    use sqlx::PgPool;
    use std::sync::Arc;
    use std::time::Duration;
    use tokio::time::{Instant, timeout};

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn who_waits_together_is_counted_for_once_and_nobody_gets_an_older_count(pool: PgPool) {
        let world = World::new(pool).await;
        let campaign = world.campaign().await;
        let counts = PoolCounts::new(world.store.clone());
        for waiting in 1..=3 {
            world.pooled(campaign, 30).await;
            let now = Instant::now();
            let counted = join_all((0..100).map(|_| counts.since(world.organization, now))).await;
            let first = counted[0].as_ref().unwrap();
            assert_eq!(first[0].waiting, waiting);
            for other in &counted {
                assert!(Arc::ptr_eq(first, other.as_ref().unwrap()));
            }
            let page = counts.for_page(world.organization).await.unwrap();
            assert_eq!(page[0].waiting, waiting);
        }
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn a_page_does_not_wait_for_a_count_that_takes_long(pool: PgPool) {
        let world = World::new(pool.clone()).await;
        let counts = PoolCounts::new(world.store.clone());
        let before = counts.for_page(world.organization).await.unwrap();
        let mut other = pool.begin().await.unwrap();
        sqlx::query("lock table pool in access exclusive mode")
            .execute(&mut *other)
            .await
            .unwrap();
        let page = timeout(Duration::from_secs(10), counts.for_page(world.organization));
        let kept = page.await.expect("a page that does not wait").unwrap();
        assert!(Arc::ptr_eq(&before, &kept));
    }
}
