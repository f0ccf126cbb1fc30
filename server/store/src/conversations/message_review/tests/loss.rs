//! What a texter reads of a conversation that a reviewer has answered in their place.

use super::page;
use crate::messages::receive;
use crate::testing::{Thread, World, noon};
use app::domain::{
    AfterAnswer, ConversationId, Decider, Holding, ReleaseId, Role, SecondPassDays, Tagging, Viewer,
};
use app::ports::{
    Conversations, Releases, Requests, Reviews, SecondPasses, TeamChange, TeamPart, Teams,
};
use chrono::TimeDelta;
use sqlx::PgPool;

async fn vera(world: &World) -> Decider {
    let vera = world.named("Vera", Role::Supervolunteer).await;
    vera.try_into().unwrap()
}

async fn answer(world: &World, vera: &Decider, id: ConversationId, after: AfterAnswer) {
    let state = page(world, vera, id).await;
    let answer = world.store.answer(vera, id, state, "Hello".into(), after);
    answer.await.unwrap();
}

async fn writes(world: &World, id: ConversationId) {
    let text = world.text_from(id, "And then?").await;
    receive(&world.store, &text).await.unwrap();
}

/// Why it is not the viewer's any more.
async fn why(world: &World, viewer: &app::domain::Texter, id: ConversationId) -> Option<String> {
    world.store.watch(viewer, id).await.unwrap().why
}

const BY_VERA: &str = "by Vera, who answered it in Message Review";

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_answered_it_is_named_however_many_hands_it_has_been_in_since(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, ann, ben) = (&world.store, &world.ann, &world.ben);
    let reply = world.reply(world.campaign().await, ann, 10).await;
    let vera = vera(&world).await;
    answer(&world, &vera, reply, AfterAnswer::Pool).await;
    assert_eq!(why(&world, ann, reply).await.as_deref(), Some(BY_VERA));

    // Ben has it, and writes the last text.
    writes(&world, reply).await;
    store.create(ben, world.general, 1).await.unwrap();
    let epoch = world.epoch(reply).await;
    let sent = store.send(ben, reply, epoch.into(), "From Ben".into());
    sent.await.unwrap();
    assert_eq!(why(&world, ann, reply).await.as_deref(), Some(BY_VERA));

    // Ann gets it again, and loses it to something else.
    writes(&world, reply).await;
    assert_eq!(store.release_mine(ben).await.unwrap().conversations, 1);
    store.create(ann, world.general, 1).await.unwrap();
    assert_eq!(world.holder(reply).await, Some(ann.member));
    assert_eq!(store.release_mine(ann).await.unwrap().conversations, 1);
    let released = why(&world, ann, reply).await;
    assert_eq!(released.as_deref(), Some("by yourself, for the day"));

    // Nobody's name is that of the last time if it happens twice.
    store.create(ann, world.general, 1).await.unwrap();
    let sam = world.named("Sam", Role::Supervolunteer).await;
    let sam: Decider = sam.try_into().unwrap();
    answer(&world, &sam, reply, AfterAnswer::Mine).await;
    let by_sam = why(&world, ann, reply).await;
    assert!(by_sam.is_some_and(|why| why.contains("Sam")));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_answered_for_its_teams_is_with_nobody_and_not_with_another(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, ann) = (&world.store, &world.ann);
    let threat = world.escalation_tag("Threat").await;
    let team = world.team_for("Care", &[threat], &[ann]).await;
    let reply = world.reply(world.campaign().await, ann, 10).await;
    let tagged = store.tag(ann, reply, 0, vec![threat]);
    assert_eq!(tagged.await, Ok(Tagging::Kept));
    // She has it, and could not be given it any more.
    let (member, leave) = (
        TeamPart::Member(ann.member),
        TeamChange::Remove { confirmed: true },
    );
    let left = store.change_team(&world.admin, team, member, leave);
    left.await.unwrap();
    let vera = vera(&world).await;
    answer(&world, &vera, reply, AfterAnswer::Pool).await;
    let watched = store.watch(ann, reply).await.unwrap();
    assert_eq!(watched.why.as_deref(), Some(BY_VERA));
    let whose = (watched.holding, watched.holder);
    assert_eq!(whose, (Holding::Elsewhere, None));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_reply_that_was_answered_is_a_notice_until_it_is_read(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, ann) = (&world.store, &world.ann);
    let campaign = world.campaign().await;
    let vera = vera(&world).await;
    let (first, second) = (
        world.reply(campaign, ann, 10).await,
        world.reply(campaign, ann, 20).await,
    );
    // Nobody waits in it.
    let texted = Thread {
        outbound: vec![60],
        inbound: vec![],
        claimed: None,
        drafted: None,
    };
    let texted = world.thread(campaign, Some(ann), &texted).await;
    for id in [first, second, texted] {
        answer(&world, &vera, id, AfterAnswer::Mine).await;
    }
    let notices = store.notices(ann).await.unwrap();
    assert_eq!((notices.replies, notices.unsent), (2, 0));
    let [latest, before] = &notices.answered[..] else {
        panic!("two replies were answered: {notices:?}");
    };
    assert!(latest.id > before.id);
    let said = (latest.campaign_title.as_str(), latest.reviewer.as_str());
    assert_eq!(said, ("Early vote", "Vera"));
    // The number is one of those of the releases, which follow.
    let third = world.reply(campaign, ann, 30).await;
    store.release_mine(ann).await.unwrap();
    assert_eq!(world.holder(third).await, None);
    let next: i64 = world.count("select max(id) from release").await;
    assert!(ReleaseId(next) > latest.id);

    store.dismiss_notices(ann, before.id).await.unwrap();
    let left = store.notices(ann).await.unwrap();
    assert_eq!((left.replies, left.answered.len()), (1, 1));
    store.clock.set(noon() + TimeDelta::days(1));
    let a_day_later = store.notices(ann).await.unwrap();
    assert_eq!((a_day_later.replies, a_day_later.answered.len()), (0, 0));
    store.clock.set(noon());
    store.dismiss_notices(ann, latest.id).await.unwrap();
    assert_eq!(store.notices(ann).await.unwrap().replies, 0);
    assert_eq!(why(&world, ann, first).await.as_deref(), Some(BY_VERA));
    // Nobody else lost anything.
    assert_eq!(store.notices(&world.ben).await.unwrap().replies, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_was_answered_into_the_pool_was_texted_lately(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let texted = Thread {
        outbound: vec![5 * 24 * 60],
        inbound: vec![],
        claimed: None,
        drafted: None,
    };
    let holder: Option<&Viewer> = Some(&world.ann);
    let texted = world.thread(campaign, holder, &texted).await;
    let vera = vera(&world).await;
    answer(&world, &vera, texted, AfterAnswer::Pool).await;
    assert_eq!(world.row(texted).await.status, "messaged");
    let days = SecondPassDays::try_from(1).unwrap();
    let pass = world.store.start_second_pass(&world.admin, campaign, days);
    assert_eq!(pass.await.unwrap().conversations, 0);
}
