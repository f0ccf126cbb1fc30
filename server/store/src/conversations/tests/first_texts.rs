use crate::testing::{World, noon};
use app::domain::{CampaignId, ConversationId, Goodbye, PoolKind};
use app::error::AppError;
use app::ports::Conversations;
use sqlx::PgPool;

const SCRIPT: &str = "Hi {firstName}, {texterFirstName} here. Vote at {polling place}? {zip}";

async fn ann_has_two_to_send(pool: PgPool) -> (World, CampaignId, [ConversationId; 2]) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let first = world.unsent(campaign, &world.ann).await;
    let second = world.unsent(campaign, &world.ann).await;
    for statement in [
        format!("update campaign set script = '{SCRIPT}'"),
        "update contact set custom_fields = '{\"polling place\": \"12 Main Street\"}'".into(),
    ] {
        world.execute(statement).await;
    }
    (world, campaign, [first, second])
}

async fn sent(world: &World) -> i64 {
    world.count("select count(*) from outbox").await
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_script_is_filled_in_until_the_first_text_is_sent(pool: PgPool) {
    let (world, _, [first, second]) = ann_has_two_to_send(pool).await;
    let view = world.store.open(&world.ann, first).await.unwrap();
    assert_eq!(
        view.first_text.as_deref(),
        // A mark that names nothing stays to be seen.
        Some("Hi Ada, Ann here. Vote at 12 Main Street? {zip}")
    );
    assert_eq!(view.next.map(|next| next.id), Some(second));
    let text = view.first_text.unwrap();
    let refused = world
        .store
        .send_first(&world.ann, first, view.lease_epoch.into(), text.clone())
        .await;
    assert!(
        refused.unwrap_err().to_string().contains("contains {zip}."),
        "a mark is no text"
    );
    assert_eq!(sent(&world).await, 0);
    let kept = world.store.open(&world.ann, first).await.unwrap().draft;
    assert_eq!(kept.unwrap().body, text);
    let text = text.replace("{zip}", "80202");
    world
        .store
        .send_first(&world.ann, first, view.lease_epoch.into(), text)
        .await
        .unwrap();
    let view = world.store.open(&world.ann, first).await.unwrap();
    assert_eq!(view.status.as_str(), "messaged");
    assert_eq!((view.first_text, view.messages.len()), (None, 1));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn after_one_comes_the_next_of_the_campaign_then_replies_then_nothing(pool: PgPool) {
    let (world, campaign, [first, second]) = ann_has_two_to_send(pool).await;
    let elsewhere = world.campaign().await;
    world.unsent(elsewhere, &world.ann).await;
    world.unsent(campaign, &world.ben).await;
    let reply = world.reply(elsewhere, &world.ann, 30).await;
    for (sent, then) in [(first, second), (second, reply)] {
        // It is known before it is sent.
        let next = world.store.next_after(&world.ann, sent, &[]).await.unwrap();
        assert_eq!(next, Some(then));
        world
            .store
            .send_first(&world.ann, sent, 0.into(), "Hi".into())
            .await
            .unwrap();
        let next = world.store.next_after(&world.ann, sent, &[]).await.unwrap();
        assert_eq!(next, Some(then));
    }
    let next = world
        .store
        .next_after(&world.ann, reply, &[])
        .await
        .unwrap();
    assert_eq!(next, None);
    world
        .store
        .send(&world.ann, reply, 0.into(), "Yes".into())
        .await
        .unwrap();
    assert_eq!(
        world
            .store
            .next_after(&world.ann, reply, &[])
            .await
            .unwrap(),
        None
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_card_leads_to_what_is_to_be_done_on_its_campaign_and_to_nothing_else(pool: PgPool) {
    let (world, campaign, [first, second]) = ann_has_two_to_send(pool).await;
    world.reply(campaign, &world.ann, 10).await;
    let oldest = world.reply(campaign, &world.ann, 90).await;
    let next = async |kind| {
        world
            .store
            .next_on(&world.ann, campaign, kind)
            .await
            .unwrap()
    };
    assert_eq!(next(PoolKind::Initials).await, Some(first));
    assert_eq!(next(PoolKind::Replies).await, Some(oldest));
    // Nothing goes out to who opted out.
    world.change(first, "opted_out = true".into()).await;
    assert_eq!(next(PoolKind::Initials).await, Some(second));
    world
        .change_campaign(campaign, "archived_at = '2026-11-03'")
        .await;
    assert_eq!(next(PoolKind::Initials).await, None);
    assert_eq!(next(PoolKind::Replies).await, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_button_pressed_twice_sends_once(pool: PgPool) {
    let (world, _, [first, _]) = ann_has_two_to_send(pool).await;
    for _ in 0..2 {
        world
            .store
            .send_first(&world.ann, first, 0.into(), "Hi".into())
            .await
            .unwrap();
    }
    assert_eq!(sent(&world).await, 1);
    // A second text is another thing, and is sent.
    world
        .store
        .send(&world.ann, first, 0.into(), "P.S.".into())
        .await
        .unwrap();
    assert_eq!(sent(&world).await, 2);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_that_was_sent_and_is_rewritten_is_refused_and_kept(pool: PgPool) {
    let (world, _, [first, _]) = ann_has_two_to_send(pool).await;
    let send = |body: &str| {
        world
            .store
            .send_first(&world.ann, first, 0.into(), body.into())
    };
    send("Hi").await.unwrap();
    assert_eq!(send("Hello").await, Err(AppError::PageOutdated));
    let view = world.store.open(&world.ann, first).await.unwrap();
    assert_eq!(view.draft.map(|draft| draft.body).as_deref(), Some("Hello"));
    // The same words are the same press, however late.
    world.store.clock.set(noon() + chrono::TimeDelta::hours(1));
    send("Hi").await.unwrap();
    assert_eq!(sent(&world).await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn every_check_of_a_reply_holds_for_a_first_text_too(pool: PgPool) {
    let (world, campaign, [first, second]) = ann_has_two_to_send(pool).await;
    let send = |viewer, epoch: i32| {
        world
            .store
            .send_first(viewer, first, epoch.into(), "Hi".into())
    };
    let opens = "1:00 PM".to_owned();
    for (change, change_back, refusal) in [
        (
            "texting_from = '13:00'",
            "texting_from = '09:00'",
            AppError::OutsideHours { opens },
        ),
        (
            "archived_at = '2026-11-03'",
            "archived_at = null",
            AppError::CampaignClosed,
        ),
    ] {
        world.change_campaign(campaign, change).await;
        assert_eq!(send(&world.ann, 0).await, Err(refusal));
        world.change_campaign(campaign, change_back).await;
    }
    assert_eq!(send(&world.ann, 1).await, Err(AppError::PageOutdated));
    assert_eq!(send(&world.ben, 0).await, Err(AppError::NotFound));
    assert_eq!(sent(&world).await, 0);
    // What was refused is kept, so that the script is not offered in its place.
    let view = world.store.open(&world.ann, first).await.unwrap();
    assert_eq!(view.draft.map(|draft| draft.body).as_deref(), Some("Hi"));

    world
        .store
        .opt_out(&world.ann, second, Goodbye::Standard)
        .await
        .unwrap();
    assert_eq!(
        world
            .store
            .send_first(&world.ann, second, 0.into(), "Hi".into())
            .await,
        Err(AppError::OptedOut)
    );
    assert_eq!(send(&world.ann, 0).await, Ok(()));
    assert_eq!(sent(&world).await, 1);
}
