//! The counts of the pools, queried once for all streams and pages of an organization.

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

/// The pause between two counts of an organization, in multiples of the last one's duration. So counting uses at most a
/// sixth of one connection, and a small pool is still counted hundreds of times a second.
const REST_FACTOR: u32 = 5;
/// The maximum pause between two counts.
const MAX_REST: Duration = Duration::from_secs(2);
/// The time limit of a count, for which all others of the organization wait.
const COUNT_TIMEOUT: Duration = Duration::from_secs(20);
/// The maximum age of a count that an opened page shows.
const MAX_AGE: Duration = Duration::from_secs(3);

/// How long a page waits for a new count, if there is one that is not older than [`MAX_AGE`].
#[derive(Debug, Clone, Copy)]
pub enum Patience {
    /// Nothing that its viewer did has changed the pools a moment ago: 50 ms.
    Page,
    /// The viewer has just been given something from a pool, or told that nothing was left, and sees that an older
    /// count is wrong: one second. A page without WASM is not corrected afterwards.
    OwnChange,
}

impl Patience {
    const fn timeout(self) -> Duration {
        match self {
            Self::Page => Duration::from_millis(50),
            Self::OwnChange => Duration::from_secs(1),
        }
    }
}

/// The counts of the pools of each organization. Cheap to clone.
#[derive(Clone)]
pub struct PoolCounts {
    store: Store,
    organizations: Arc<Mutex<HashMap<OrganizationId, Arc<Cell>>>>,
}

/// The last count of one organization, and the lock under which the next one is made.
#[derive(Default)]
struct Cell {
    turn: AsyncMutex<()>,
    last: watch::Sender<Option<Count>>,
}

#[derive(Clone)]
struct Count {
    begun: Instant,
    took: Duration,
    /// The result, which all who waited for this count share, also if it is a failure.
    pool_counts: Result<Arc<[PoolCount]>, AppError>,
}

impl Count {
    fn next_at(&self) -> Instant {
        self.begun + self.took + (self.took * REST_FACTOR).min(MAX_REST)
    }
}

impl PoolCounts {
    /// Counts of no organization yet.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            organizations: Arc::default(),
        }
    }

    /// The counts as of `moment` or later, shared by all who wait for them.
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
        // The count of the lock's previous holder may be late enough.
        if let Some(count) = cell.count_since(moment) {
            return count.pool_counts;
        }
        self.count(organization, &cell).await
    }

    /// The counts for a page that is opened now: new ones if they take no longer than its patience, else the last ones,
    /// while new ones are counted in the background. If the last ones are too old, it waits.
    pub async fn for_page(
        &self,
        organization: OrganizationId,
        patience: Patience,
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
        // The task continues if the page does not wait.
        let counts = self.clone();
        let counting = tokio::spawn(async move { counts.since(organization, now).await });
        if ready_at <= now + patience.timeout()
            && let Ok(Ok(counted)) = timeout(patience.timeout(), counting).await
        {
            return counted;
        }
        Ok(pool_counts)
    }

    fn cell(&self, organization: OrganizationId) -> Arc<Cell> {
        // A poisoned map is used all the same: no panic can leave it half written.
        let mut organizations = self
            .organizations
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        organizations.entry(organization).or_default().clone()
    }

    /// Counts after the pause since the last count.
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
    use super::{Count, Patience, PoolCounts};
    use crate::http::live::RequestsWithSharedCounts;
    use app::domain::RequestOffer;
    use app::ports::Requests;
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
            let page = counts
                .for_page(world.organization, Patience::Page)
                .await
                .unwrap();
            assert_eq!(page[0].waiting, waiting);
        }
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn a_page_does_not_wait_for_a_count_that_takes_long(pool: PgPool) {
        let world = World::new(pool.clone()).await;
        let counts = PoolCounts::new(world.store.clone());
        let before = counts
            .for_page(world.organization, Patience::Page)
            .await
            .unwrap();
        let mut other = pool.begin().await.unwrap();
        sqlx::query("lock table pool in access exclusive mode")
            .execute(&mut *other)
            .await
            .unwrap();
        let page = timeout(
            Duration::from_secs(10),
            counts.for_page(world.organization, Patience::Page),
        );
        let kept = page.await.expect("a page that does not wait").unwrap();
        assert!(Arc::ptr_eq(&before, &kept));
    }

    /// One who was given the last reply is not offered it again, nor one who was told that nothing was left, where
    /// counting takes as long as with many conversations.
    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn a_page_does_not_offer_what_its_viewer_knows_to_be_gone(pool: PgPool) {
        let world = World::new(pool).await;
        let campaign = world.campaign().await;
        world.pooled(campaign, 30).await;
        let pools = PoolCounts::new(world.store.clone());
        let requests = RequestsWithSharedCounts {
            store: world.store.clone(),
            pools: pools.clone(),
        };
        let (ann, ben) = (world.texter().await, world.texter().await);
        let RequestOffer::Open { pools: offered, .. } = requests.offer(&ann).await.unwrap() else {
            panic!("nothing is offered");
        };
        let cell = pools.cell(world.organization);
        cell.last.send_modify(|last| {
            let count: &mut Count = last.as_mut().unwrap();
            count.took = Duration::from_millis(60);
        });
        let shown = offered[0].choice.parse().unwrap();
        requests.create_from(&ann, shown, 1).await.unwrap();
        let somebody_elses = requests.offer(&ben).await.unwrap();
        assert!(matches!(somebody_elses, RequestOffer::Open { .. }));
        let before = cell.last.borrow().clone();
        let own = requests.offer(&ann).await.unwrap();
        assert!(matches!(own, RequestOffer::Closed { .. }), "{own:?}");

        cell.last.send_replace(before);
        let late = requests.create_from(&ben, shown, 1).await.unwrap();
        assert_eq!(late.assigned(), 0);
        let own = requests.offer(&ben).await.unwrap();
        assert!(matches!(own, RequestOffer::Closed { .. }), "{own:?}");
    }
}
