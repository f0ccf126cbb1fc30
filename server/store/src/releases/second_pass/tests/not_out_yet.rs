//! A second pass of those whose text waits, or has waited, to go out.

use super::{days, second_pass, status};
use crate::outbox::{self, ClaimId};
use crate::testing::{World, noon};
use app::domain::{LeftOutReason, PageState};
use app::ports::{CampaignSetup, Conversations, SecondPasses};
use chrono::TimeDelta;
use server_message::ServiceSid;
use sqlx::PgPool;
use std::time::Duration;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_first_text_is_as_old_as_its_way_out_and_not_as_its_words(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let campaign = world.campaign().await;
    let id = world.unsent(campaign, &world.ann).await;
    let page: PageState = world.epoch(id).await.into();
    let text = "Hi Ada".to_owned();
    store.send_first(&world.ann, id, page, text).await.unwrap();
    // Held by a pause for a week.
    store.pause(&world.admin, campaign, true).await.unwrap();
    let lease = Duration::from_secs(60);
    let claim = async || {
        let claimed = outbox::claim(store, ClaimId::random(), 10, lease).await;
        claimed.unwrap().remove(0)
    };
    outbox::hold(store, &claim().await).await.unwrap();
    store.clock.set(noon() + TimeDelta::days(7));
    let left_out = async || {
        let preview = store.preview_second_pass(&world.admin, campaign, days(3));
        let preview = preview.await.unwrap();
        let lately = preview
            .left_out
            .iter()
            .filter(|left| left.reason == LeftOutReason::TextedLately);
        (preview.conversations, lately.count())
    };
    assert_eq!(left_out().await, (0, 1), "held");
    assert!(second_pass(&world, campaign).await.released_nothing());
    store.resume(&world.admin, campaign).await.unwrap();
    assert_eq!(left_out().await, (0, 1), "queued");
    let claimed = claim().await;
    assert_eq!(left_out().await, (0, 1), "sending");
    let sid = ServiceSid("OUT1".into());
    outbox::mark_sent(store, &claimed, &sid).await.unwrap();
    assert_eq!(left_out().await, (0, 1), "sent now");
    assert!(second_pass(&world, campaign).await.released_nothing());
    assert_eq!(status(&world, id).await, "messaged");
    store.clock.set(noon() + TimeDelta::days(10));
    assert_eq!(left_out().await, (1, 0));
    assert_eq!(second_pass(&world, campaign).await.conversations, 1);
}
