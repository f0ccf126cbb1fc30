use super::*;
use crate::testing::World;
use sqlx::postgres::{PgListener, PgPoolOptions};

const SOON: Duration = Duration::from_secs(10);
/// Longer than a connection is waited for, so that sending has failed when this is over.
const IN_VAIN: Duration = Duration::from_millis(600);

/// A pool of one connection that soon gives up waiting for it.
fn narrow(pool: &PgPool) -> PgPool {
    PgPoolOptions::new()
        .max_connections(1)
        .acquire_timeout(Duration::from_millis(100))
        .connect_lazy_with(pool.connect_options().as_ref().clone())
}

async fn next_change(listener: &mut PgListener) -> Change {
    let received = tokio::time::timeout(SOON, listener.recv());
    let received = received.await.expect("a notification").unwrap();
    serde_json::from_str(received.payload()).unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_notification_that_could_not_be_sent_is_tried_again(pool: PgPool) {
    let mut listener = World::listen(&pool).await;
    let narrow = narrow(&pool);
    let notifier = Notifier::new(narrow.clone());
    let occupied = narrow.acquire().await.unwrap();
    notifier.changed(OrganizationId(1), [CampaignId(1)], []);
    assert!(!notifier.flush(IN_VAIN).await, "there was no connection");
    notifier.changed(OrganizationId(1), [], [MemberId(2)]);
    drop(occupied);
    assert!(notifier.flush(SOON).await);
    let change = next_change(&mut listener).await;
    assert_eq!(change.campaigns, [CampaignId(1)]);
    assert_eq!(change.members, [MemberId(2)]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_kept_during_an_outage_does_not_grow_without_end(pool: PgPool) {
    let mut listener = World::listen(&pool).await;
    let narrow = narrow(&pool);
    let notifier = Notifier::new(narrow.clone());
    let occupied = narrow.acquire().await.unwrap();
    for id in 0..2_000 {
        notifier.changed(OrganizationId(1), [CampaignId(id)], [MemberId(id)]);
    }
    assert!(!notifier.flush(IN_VAIN).await, "there was no connection");
    drop(occupied);
    assert!(notifier.flush(SOON).await);
    let change = next_change(&mut listener).await;
    assert!(change.more && change.campaigns.is_empty() && change.members.is_empty());
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_panic_does_not_keep_later_changes_from_being_sent(pool: PgPool) {
    let mut listener = World::listen(&pool).await;
    let notifier = Notifier::new(pool);
    notifier.pending().sending = true;
    let mut task = SendingTask {
        notifier: notifier.clone(),
        unsent: Batch::default(),
        ended: false,
    };
    let lost = ChangedIds::new([CampaignId(1)], []);
    task.unsent.changed.insert(OrganizationId(1), lost);
    let panicked = tokio::spawn(async move {
        let _task = task;
        panic!("while it sends");
    });
    assert!(panicked.await.unwrap_err().is_panic());
    notifier.changed(OrganizationId(1), [CampaignId(2)], []);
    let change = next_change(&mut listener).await;
    assert_eq!(change.campaigns, [CampaignId(1), CampaignId(2)]);
}
