use crate::testing::{World, noon};
use app::domain::{CampaignId, ConversationId, ReleaseOrder, ReleasePolicy};
use app::error::AppError;
use app::ports::{Conversations, Releases, Requests};
use sentences::page;
use sqlx::PgPool;

pub(super) async fn ann_holds_one(pool: PgPool) -> (World, CampaignId, ConversationId) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 120).await;
    (world, campaign, reply)
}

/// What was sent, and what is kept of Ann's.
pub(super) async fn traces(world: &World) -> (i64, i64, Option<String>) {
    let draft = sqlx::query_scalar("select body from draft where member_id = $1")
        .bind(world.ann.member.0)
        .fetch_optional(&world.store.pool)
        .await
        .unwrap();
    let messages = world
        .count("select count(*) from message where sent_by is not null")
        .await;
    (
        messages,
        world.count("select count(*) from outbox").await,
        draft,
    )
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_answer_goes_into_the_outbox_and_the_reply_is_no_longer_waiting(pool: PgPool) {
    let (world, _, reply) = ann_holds_one(pool).await;
    world
        .store
        .save_draft(&world.ann, reply, "See you".into())
        .await
        .unwrap();
    world
        .store
        .send(&world.ann, reply, 0.into(), "  See you there  ".into())
        .await
        .unwrap();
    assert_eq!(traces(&world).await, (1, 1, None));
    let row: (String, Option<chrono::DateTime<chrono::Utc>>, String) = sqlx::query_as(
        "select cv.status::text, cv.waiting_since, m.body
           from conversation cv join message m on m.conversation_id = cv.id and m.sent_by is not null",
    )
    .fetch_one(&world.store.pool)
    .await
    .unwrap();
    assert_eq!(row, ("convo".into(), None, "See you there".into()));
    assert_eq!(world.store.held(&world.ann).await.unwrap().all, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_that_was_released_and_not_taken_is_taken_back_and_sent(pool: PgPool) {
    let (world, _, reply) = ann_holds_one(pool).await;
    world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    world
        .store
        .send(&world.ann, reply, 0.into(), "Sorry, here I am".into())
        .await
        .unwrap();
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
    assert_eq!(world.epoch(reply).await, 2);
    assert_eq!(traces(&world).await, (1, 1, None));
    assert_eq!(
        world
            .count("select count(*) from assignment_event where reason = 'taken_back'")
            .await,
        1
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_that_another_took_is_refused_with_their_name_and_the_draft_stays(pool: PgPool) {
    let (world, _, reply) = ann_holds_one(pool).await;
    world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    world
        .store
        .create(&world.ben, world.general, 1)
        .await
        .unwrap();
    let refused = world
        .store
        .send(&world.ann, reply, 0.into(), "Too late".into())
        .await;
    let sentence = "This conversation was released while you were away, and Ben has it now. Your text is kept as your draft.";
    assert_eq!(refused, Err(AppError::TakenByAnother(sentence.into())));
    assert_eq!(traces(&world).await, (0, 0, Some("Too late".into())));
    assert_eq!(world.holder(reply).await, Some(world.ben.member));
    world
        .store
        .send(&world.ben, reply, 2.into(), "I have it".into())
        .await
        .unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_old_page_is_refused_although_its_texter_holds_it_again(pool: PgPool) {
    let (world, _, reply) = ann_holds_one(pool).await;
    world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    world
        .store
        .create(&world.ann, world.general, 1)
        .await
        .unwrap();
    let refused = world
        .store
        .send(&world.ann, reply, 0.into(), "Hello".into())
        .await;
    assert_eq!(refused, Err(AppError::PageOutdated));
    assert_eq!(traces(&world).await, (0, 0, Some("Hello".into())));
    world
        .store
        .send(&world.ann, reply, 2.into(), "Hello".into())
        .await
        .unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_never_had_it_is_told_nothing_about_it(pool: PgPool) {
    let (world, _, reply) = ann_holds_one(pool.clone()).await;
    let elsewhere = World::new(pool).await;
    for (store, stranger) in [
        (&world.store, &world.ben),
        (&elsewhere.store, &elsewhere.admin),
    ] {
        assert_eq!(
            store.send(stranger, reply, 0.into(), "Hi".into()).await,
            Err(AppError::NotFound)
        );
        assert_eq!(store.open(stranger, reply).await, Err(AppError::NotFound));
        assert_eq!(
            store.save_draft(stranger, reply, "Hi".into()).await,
            Err(AppError::NotFound)
        );
    }
    assert_eq!(world.count("select count(*) from draft").await, 0);
    assert_eq!(traces(&world).await, (0, 0, None));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn every_refusal_keeps_the_text(pool: PgPool) {
    for (change, refusal) in [
        (
            "update conversation set opted_out = true",
            AppError::OptedOut,
        ),
        (
            "insert into opt_out (organization_id, cell) select organization_id, cell from contact",
            AppError::OptedOut,
        ),
        (
            "update campaign set archived_at = now()",
            AppError::CampaignClosed,
        ),
        (
            "update campaign set started_at = null",
            AppError::CampaignClosed,
        ),
        (
            "update campaign set paused_at = now()",
            AppError::Invalid(page::campaign_is_paused().into()),
        ),
        (
            "update campaign set texting_from = '12:01'",
            AppError::OutsideHours {
                opens: "12:01 PM".into(),
            },
        ),
    ] {
        let (world, _, reply) = ann_holds_one(pool.clone()).await;
        let mut transaction = world.store.pool.begin().await.unwrap();
        sqlx::query(change)
            .execute(&mut *transaction)
            .await
            .unwrap();
        transaction.commit().await.unwrap();
        let refused = world
            .store
            .send(&world.ann, reply, 0.into(), "Kept".into())
            .await;
        assert_eq!(refused, Err(refusal), "{change}");
        assert_eq!(
            traces(&world).await,
            (0, 0, Some("Kept".into())),
            "{change}"
        );
        sqlx::query("truncate organization, account cascade")
            .execute(&pool)
            .await
            .unwrap();
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn empty_and_overlong_texts_are_refused(pool: PgPool) {
    let (world, _, reply) = ann_holds_one(pool).await;
    for text in [String::new(), " \n ".into(), "x".repeat(1601)] {
        let refused = world.store.send(&world.ann, reply, 0.into(), text).await;
        assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}");
    }
    assert_eq!(traces(&world).await, (0, 0, None));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_mark_is_refused_however_it_is_spelled_unless_it_is_the_contacts_own(pool: PgPool) {
    let (world, _, reply) = ann_holds_one(pool).await;
    let statement = "update contact set custom_fields = '{\"motto\": \"Say {yes}\"}'";
    world.execute(statement.into()).await;
    let send = |text: &str| {
        world
            .store
            .send(&world.ann, reply, 0.into(), text.to_owned())
    };
    for mark in ["{firstname}", "{First Name}", "{nope}", "{site|}"] {
        let refused = send(&format!("Hi {mark}!")).await.unwrap_err();
        assert!(refused.to_string().contains(mark), "{refused}");
    }
    assert_eq!(traces(&world).await, (0, 0, Some("Hi {site|}!".into())));
    assert_eq!(send("Say {yes} :-{ {}").await, Ok(()));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn typing_protects_the_conversation_and_an_empty_draft_is_forgotten(pool: PgPool) {
    let (world, _, reply) = ann_holds_one(pool).await;
    world
        .change(reply, "waiting_since = '2026-11-03 15:50Z'".into())
        .await;
    world
        .store
        .save_draft(&world.ann, reply, "Just a mo".into())
        .await
        .unwrap();
    assert_eq!(
        world
            .store
            .start(
                &world.admin,
                ReleaseOrder::Everywhere(ReleasePolicy::default())
            )
            .await
            .unwrap()
            .conversations,
        0
    );
    world
        .store
        .clock
        .set(noon() + chrono::TimeDelta::minutes(2));
    assert_eq!(
        world
            .store
            .start(
                &world.admin,
                ReleaseOrder::Everywhere(ReleasePolicy::default())
            )
            .await
            .unwrap()
            .conversations,
        1
    );
    world
        .store
        .save_draft(&world.ann, reply, " ".into())
        .await
        .unwrap();
    assert_eq!(world.count("select count(*) from draft").await, 0);
}
