//! The pause on a real database.

use super::{draft, written};
use crate::testing::{World, noon};
use app::domain::{
    CampaignId, CampaignState, IdleInterval, LeftOut, LeftOutReason, ReleaseKind, ReleaseOrder,
    ReleasePolicy,
};
use app::error::AppError;
use app::ports::{CampaignSetup, Campaigns, Conversations, Releases, Requests};
use chrono::TimeDelta;
use sqlx::PgPool;

async fn state(world: &World, campaign: CampaignId) -> CampaignState {
    let settings = world.store.settings(&world.admin, campaign).await.unwrap();
    let row = world.store.find(&world.admin, campaign).await.unwrap();
    assert_eq!(row.state, settings.state);
    settings.state
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn paused_nothing_of_it_is_sent_handed_out_or_released_and_resumed_it_is_as_before(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;
    let held = world.reply(campaign, &world.ann, 90).await;
    let unsent = world.unsent(campaign, &world.ann).await;
    let pooled = world.pooled(campaign, 90).await;
    let rows = async || {
        let held = (world.row(held).await, world.row(unsent).await);
        (held, world.row(pooled).await)
    };
    let before = rows().await;
    let everywhere = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let on_it = ReleaseOrder::on_campaign(
        campaign,
        ReleaseKind::Replies,
        IdleInterval::ONE_HOUR,
        false,
    );
    for _ in 0..2 {
        store.pause(admin, campaign, true).await.unwrap();
        assert_eq!(state(&world, campaign).await, CampaignState::Paused);
    }
    for order in [everywhere, on_it] {
        let preview = store.preview(admin, order).await.unwrap();
        let left_out = vec![LeftOut {
            reason: LeftOutReason::CampaignPaused,
            conversations: 1,
        }];
        assert_eq!((preview.conversations, preview.left_out), (0, left_out));
        assert_eq!(store.start(admin, order).await.unwrap().conversations, 0);
    }
    for text in [held, unsent] {
        let epoch = world.epoch(text).await;
        let sent = store
            .send(&world.ann, text, epoch.into(), "Hi".into())
            .await;
        assert!(matches!(sent, Err(AppError::Invalid(_))), "{sent:?}");
    }
    let drafts = world.count("select count(*) from draft where body = 'Hi'");
    assert_eq!(drafts.await, 2, "the words are kept");
    let given = Requests::create(store, &world.ben, world.general, 5).await;
    assert_eq!(given.unwrap().assigned(), 0);
    // Whoever waits still does.
    let counts = store.find(admin, campaign).await.unwrap().counts;
    assert_eq!((counts.unhandled, counts.in_pool), (1, 1));
    assert!(counts.oldest_wait.is_some());
    let [card] = &store.cards(&world.ann, 0, 50).await.unwrap()[..] else {
        panic!("its texter sees it");
    };
    assert!(card.paused);
    assert!(store.open(&world.ann, held).await.unwrap().paused);
    // A reply is received, and waits with its texter.
    let text = world.text_from(held, "Are you there?").await;
    crate::messages::receive(store, &text).await.unwrap();
    assert_eq!(
        world.thread_texts(held).await.last().unwrap(),
        "< Are you there?"
    );

    for was_paused in [true, false] {
        let resumed = store.resume(admin, campaign).await;
        assert_eq!(resumed, Ok(was_paused));
        assert_eq!(state(&world, campaign).await, CampaignState::Started);
    }
    assert_eq!(rows().await, before, "a pause moved a clock or a holder");
    let sent = store.send(&world.ann, unsent, 0.into(), "Hi".into()).await;
    assert_eq!(sent, Ok(()));
    // What was kept as a draft protects it no more.
    store.clock.set(noon() + TimeDelta::minutes(2));
    assert_eq!(store.preview(admin, on_it).await.unwrap().conversations, 1);
    let given = Requests::create(store, &world.ben, world.general, 5).await;
    assert_eq!(given.unwrap().assigned(), 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whoever_waits_is_left_waiting_only_when_that_is_confirmed(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;
    store.pause(admin, campaign, false).await.unwrap();
    store.resume(admin, campaign).await.unwrap();
    world.reply(campaign, &world.ann, 90).await;
    let before = written(&world, campaign).await;
    let Err(AppError::Fields(errors)) = store.pause(admin, campaign, false).await else {
        panic!("paused");
    };
    let sentence = errors.of("confirmed").unwrap();
    assert!(sentence.starts_with("One person waits"), "{sentence}");
    assert_eq!(written(&world, campaign).await, before);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn only_what_is_launched_is_paused_and_the_archive_keeps_the_pause(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;
    store.pause(admin, campaign, true).await.unwrap();
    store.archive(admin, campaign, true).await.unwrap();
    assert_eq!(state(&world, campaign).await, CampaignState::Archived);
    for campaign in [draft(&world).await, campaign] {
        let before = written(&world, campaign).await;
        for refused in [
            store.pause(admin, campaign, true).await,
            store.resume(admin, campaign).await.map(drop),
        ] {
            let sentence = refused.unwrap_err().to_string();
            assert!(sentence.starts_with("Only a campaign"), "{sentence}");
        }
        assert_eq!(written(&world, campaign).await, before);
    }
    store.unarchive(admin, campaign).await.unwrap();
    assert_eq!(state(&world, campaign).await, CampaignState::Paused);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_campaign_of_another_organization_is_not_there(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let campaign = world.campaign().await;
    let before = written(&world, campaign).await;
    let (store, admin) = (&other.store, &other.admin);
    let paused = store.pause(admin, campaign, true).await;
    assert_eq!(paused, Err(AppError::NotFound));
    let resumed = store.resume(admin, campaign).await;
    assert_eq!(resumed, Err(AppError::NotFound));
    assert_eq!(written(&world, campaign).await, before);
}
