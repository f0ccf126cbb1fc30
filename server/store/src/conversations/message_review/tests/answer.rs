use super::page;
use crate::messages::receive;
use crate::testing::World;
use app::domain::{AfterAnswer, Decider, DraftView, Holding, PageState, Texter, Viewer};
use app::error::AppError;
use app::ports::{Conversations, Reviews};
use sqlx::PgPool;

/// How much was sent.
async fn traces(world: &World) -> (i64, i64) {
    (
        world.count("select count(*) from message").await,
        world.count("select count(*) from outbox").await,
    )
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_answer_is_the_reviewers_and_takes_the_conversation_from_its_texter(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let vera = world.supervolunteer().await;
    for (after, holder) in [
        (AfterAnswer::Mine, Some(vera.member)),
        (AfterAnswer::Pool, None),
    ] {
        let reply = world.reply(campaign, &world.ann, 10).await;
        let state = page(&world, &vera, reply).await;
        let sent = world
            .store
            .answer(&vera, reply, state, " Hello ".into(), after);
        sent.await.unwrap();
        let row = world.row(reply).await;
        assert_eq!((row.status.as_str(), row.waiting_since), ("convo", None));
        assert_eq!((world.holder(reply).await, row.lease_epoch), (holder, 1));
        assert_eq!(world.thread_texts(reply).await.last().unwrap(), "> Hello");
        // Ann hears of it, and what she sends now is refused.
        let watch = world.store.watch(&world.ann, reply).await.unwrap();
        assert_ne!(watch.holding, Holding::Mine);
        assert!(watch.why.unwrap().contains("who answered it"));
        let late = world
            .store
            .send(&world.ann, reply, state, "Late".into())
            .await;
        assert!(late.is_err(), "{late:?}");
        // Pressed twice it is sent once.
        let again = world
            .store
            .answer(&vera, reply, state, "Hello".into(), after);
        again.await.unwrap();
        assert_eq!(world.thread_texts(reply).await.len(), 3);
    }
    assert_eq!(world.count("select count(*) from answer").await, 2);
    assert_eq!(world.count("select count(*) from outbox").await, 2);
    let by_vera = world
        .count("select count(*) from message m join member v on v.id = m.sent_by and v.role = 'supervolunteer'")
        .await;
    assert_eq!(by_vera, 2);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_nobody_holds_stays_in_the_pool_and_waits_there_again(pool: PgPool) {
    let world = World::new(pool).await;
    let reply = world.pooled(world.campaign().await, 10).await;
    let (vera, sam) = (world.supervolunteer().await, world.supervolunteer().await);
    let state = page(&world, &vera, reply).await;
    let sent = world
        .store
        .answer(&vera, reply, state, "Hello".into(), AfterAnswer::Pool);
    sent.await.unwrap();
    assert_eq!(
        (world.holder(reply).await, world.epoch(reply).await),
        (None, 1)
    );
    // Another reviewer looked at it when it was not answered.
    let other = world
        .store
        .answer(&sam, reply, state, "Good day".into(), AfterAnswer::Pool);
    assert_eq!(other.await, Err(AppError::PageOutdated));
    let text = world.text_from(reply, "And then?").await;
    receive(&world.store, &text).await.unwrap();
    let row = world.row(reply).await;
    assert_eq!(
        (row.status.as_str(), row.assigned_to),
        ("needs_response", None)
    );
    let state = page(&world, &vera, reply).await;
    let sent = world
        .store
        .answer(&vera, reply, state, "Then this".into(), AfterAnswer::Mine);
    sent.await.unwrap();
    assert_eq!(
        (world.holder(reply).await, world.epoch(reply).await),
        (Some(vera.member), 2)
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_page_that_does_not_know_the_latest_and_a_text_that_may_not_go_out_are_refused(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let vera = world.supervolunteer().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    let state = page(&world, &vera, reply).await;
    let answer = async |id, state, body: &str| {
        let answer = world
            .store
            .answer(&vera, id, state, body.into(), AfterAnswer::Mine);
        answer.await
    };
    world
        .store
        .send(&world.ann, reply, state, "Ann was first".into())
        .await
        .unwrap();
    let before = traces(&world).await;
    assert_eq!(
        answer(reply, state, "Hello").await,
        Err(AppError::PageOutdated)
    );
    let state = page(&world, &vera, reply).await;
    let old = PageState {
        lease_epoch: state.lease_epoch + 1,
        ..state
    };
    assert_eq!(
        answer(reply, old, "Hello").await,
        Err(AppError::PageOutdated)
    );
    assert!(answer(reply, state, " ").await.is_err());
    assert!(answer(reply, state, &"x".repeat(1_601)).await.is_err());
    assert!(answer(reply, state, "Hi {firstName}").await.is_err());
    let unsent = world.unsent(campaign, &world.ann).await;
    let unsent_state = page(&world, &vera, unsent).await;
    assert!(answer(unsent, unsent_state, "Hello").await.is_err());
    world.change_campaign(campaign, "paused_at = now()").await;
    assert!(answer(reply, state, "Hello").await.is_err());
    world
        .change_campaign(campaign, "paused_at = null, texting_from = '20:00'")
        .await;
    let outside = answer(reply, state, "Hello").await;
    assert!(
        matches!(outside, Err(AppError::OutsideHours { .. })),
        "{outside:?}"
    );
    world
        .change_campaign(campaign, "texting_from = '09:00', archived_at = now()")
        .await;
    assert_eq!(
        answer(reply, state, "Hello").await,
        Err(AppError::CampaignClosed)
    );
    world.change_campaign(campaign, "archived_at = null").await;
    world.change(reply, "opted_out = true".into()).await;
    assert_eq!(answer(reply, state, "Hello").await, Err(AppError::OptedOut));
    assert_eq!(traces(&world).await, before);
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_escalated_to_other_teams_is_answered_and_not_kept(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let campaign = world.campaign().await;
    let vera = world.supervolunteer().await;
    let threat = world.escalation_tag("Threat").await;
    let sent = async |id, after| {
        let state = page(&world, &vera, id).await;
        store.answer(&vera, id, state, "Hello".into(), after).await
    };
    let escalated = async || {
        let reply = world.reply(campaign, &world.ann, 10).await;
        let tagged = store.tag(&world.ann, reply, 0, vec![threat]).await;
        tagged.unwrap();
        reply
    };
    let reply = escalated().await;
    assert!(!store.review(&vera, reply).await.unwrap().may_keep);
    let refused = sent(reply, AfterAnswer::Mine).await;
    assert!(
        matches!(&refused, Err(AppError::Invalid(sentence)) if sentence.contains("goes back to the pool")),
        "{refused:?}"
    );
    assert_eq!(traces(&world).await, (2, 0));
    assert_eq!(sent(reply, AfterAnswer::Pool).await, Ok(()));
    assert_eq!(world.holder(reply).await, None);

    // Admins are given no more of it than others are.
    let another = escalated().await;
    assert!(!store.review(&world.admin, another).await.unwrap().may_keep);
    world.team_for("Care", &[threat], &[&vera]).await;
    assert!(store.review(&vera, another).await.unwrap().may_keep);
    assert_eq!(sent(another, AfterAnswer::Mine).await, Ok(()));
    assert_eq!(world.holder(another).await, Some(vera.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_refused_answer_is_kept_for_its_reviewer_and_for_nobody_else(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let campaign = world.campaign().await;
    let (vera, sam) = (world.supervolunteer().await, world.supervolunteer().await);
    let reply = world.reply(campaign, &world.ann, 10).await;
    let state = page(&world, &vera, reply).await;
    let answer = async |viewer: &Decider, body: &str| {
        let answer = store.answer(viewer, reply, state, body.into(), AfterAnswer::Pool);
        answer.await
    };
    let kept = async |viewer: &Decider| store.review(viewer, reply).await.unwrap().view.draft;
    let own = |body: &str| {
        Some(DraftView {
            body: body.to_owned(),
            by: None,
        })
    };
    world.change_campaign(campaign, "paused_at = now()").await;
    assert!(answer(&vera, "Wait").await.is_err());
    assert!(answer(&vera, "At 12").await.is_err());
    assert_eq!(kept(&vera).await, own("At 12"));
    assert_eq!(kept(&sam).await, None);
    // Nor does it make the conversation one that she held.
    let texter = Texter::try_from(Viewer::from(vera.clone())).unwrap();
    let opened = store.open(&texter, reply).await;
    assert_eq!(opened.err(), Some(AppError::NotFound));
    // It is no text that its texter has begun, nor one that she could go on with.
    assert_eq!(store.open(&world.ann, reply).await.unwrap().draft, None);
    let typed = "select count(*) from conversation where draft_edited_at is not null";
    assert_eq!(world.count(typed).await, 0);

    // Who takes out the words keeps none.
    assert!(answer(&vera, " ").await.is_err());
    assert_eq!(kept(&vera).await, None);

    // Of two who answer at once one is refused.
    world.change_campaign(campaign, "paused_at = null").await;
    assert_eq!(answer(&vera, "At noon").await, Ok(()));
    assert_eq!(answer(&sam, "At 12").await, Err(AppError::PageOutdated));
    assert_eq!(kept(&sam).await, own("At 12"));
    assert_eq!(kept(&vera).await, None);
    // What was sent already, with another choice of whose the conversation becomes, is no draft.
    let again = store.answer(&vera, reply, state, "At noon".into(), AfterAnswer::Mine);
    assert_eq!(again.await, Err(AppError::PageOutdated));
    assert_eq!(kept(&vera).await, None);
}
