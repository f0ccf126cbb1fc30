use super::{done, later, prepared, undone};
use crate::testing::World;
use app::domain::{BulkChange, CampaignId, ConversationId, TagId, Texter};
use app::ports::{BulkActions, Conversations, Escalations, Releases};
use sqlx::PgPool;

/// The list of what is escalated and with nobody, and who had escalated each.
async fn listed(world: &World) -> Vec<(ConversationId, Option<String>)> {
    let list = world.store.escalated(&world.admin, None, 10).await.unwrap();
    list.into_iter().map(|one| (one.key.id, one.by)).collect()
}

/// One that was answered, and then got an escalation tag from its texter.
async fn answered_and_tagged(
    world: &World,
    campaign: CampaignId,
    texter: &Texter,
    tag: TagId,
) -> ConversationId {
    let id = world.reply(campaign, texter, 10).await;
    let answered = "status = 'convo', waiting_since = null";
    world.change(id, answered.into()).await;
    let tagged = world.store.tag(texter, id, 0, vec![tag]).await;
    tagged.unwrap();
    id
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn its_undo_leaves_an_escalation_tag_on_what_somebody_took_since(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let tag = world.escalation_tag("Legal").await;
    world.team_for("Lawyers", &[tag], &[&world.ben]).await;
    let taken = world.pooled(campaign, 30).await;
    let lost = world.reply(campaign, &world.ann, 20).await;
    let left = world.pooled(campaign, 10).await;
    let id = done(&world, &vera, BulkChange::AddTag(tag), &[taken, lost, left]).await;
    for conversation in [taken, lost] {
        let take = world.store.take_escalated(&world.ben, conversation).await;
        take.unwrap();
    }

    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (1, 2));
    let carried = "select count(*) from conversation_tag";
    assert_eq!(world.count(carried).await, 2);
    for conversation in [taken, lost] {
        assert_eq!(world.holder(conversation).await, Some(world.ben.member));
    }
    assert_eq!(listed(&world).await, []);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_was_escalated_stays_so_when_another_tag_is_added_and_that_is_undone(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let legal = world.escalation_tag("Legal question").await;
    let press = world.escalation_tag("Press").await;
    let ride = world.ordinary_tag("Needs a ride").await;
    let waits = answered_and_tagged(&world, campaign, &world.ann, legal).await;
    // Its team has looked at this one.
    let handled = answered_and_tagged(&world, campaign, &world.ann, legal).await;
    world.change(handled, "escalated_by = null".into()).await;
    let before = listed(&world).await;
    assert_eq!(before, [(waits, Some("Ann".to_owned()))]);
    for (tag, in_list) in [(ride, 1), (press, 2)] {
        let change = BulkChange::AddTag(tag);
        let id = done(&world, &vera, change, &[waits, handled]).await;
        assert_eq!(listed(&world).await.len(), in_list);

        let undo = undone(&world, &vera, id).await;

        assert_eq!((undo.conversations, undo.kept), (2, 0));
        let carried = "select count(*) from conversation_tag";
        assert_eq!(world.count(carried).await, 2);
        assert_eq!(listed(&world).await, before);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_a_second_escalation_tag_took_goes_back_to_who_handles_the_first(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let cara = world.texter().await;
    let campaign = world.campaign().await;
    let legal = world.escalation_tag("Legal").await;
    let press = world.escalation_tag("Press").await;
    world
        .team_for("Lawyers", &[legal], &[&world.ben, &cara])
        .await;
    let bens = answered_and_tagged(&world, campaign, &world.ben, legal).await;
    let caras = answered_and_tagged(&world, campaign, &cara, legal).await;
    assert_eq!(listed(&world).await, []);
    let id = done(&world, &vera, BulkChange::AddTag(press), &[bens, caras]).await;
    assert_eq!(listed(&world).await.len(), 2);
    world.suspend(cara.member).await;

    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (2, 0));
    assert_eq!(world.holder(bens).await, Some(world.ben.member));
    assert_eq!(world.store.notices(&world.ben).await.unwrap().taken, 0);
    // The other one is with nobody, so that those who handle its first tag find it.
    assert_eq!(listed(&world).await, [(caras, Some(vera.name.clone()))]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_a_later_tag_of_the_same_reviewer_escalated_stays_in_the_list(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let legal = world.escalation_tag("Legal").await;
    let press = world.escalation_tag("Press").await;
    let answered = world.pooled(world.campaign().await, 10).await;
    let set = "status = 'convo', waiting_since = null";
    world.change(answered, set.into()).await;
    let first = done(&world, &vera, BulkChange::AddTag(legal), &[answered]).await;
    let second = prepared(&world, &vera, BulkChange::AddTag(press), &[answered]).await;
    later(&world, 2);
    let started = world.store.start_bulk_action(&vera, second).await;
    started.unwrap();

    assert_eq!(undone(&world, &vera, first).await.conversations, 1);

    let escalated = [(answered, Some(vera.name.clone()))];
    assert_eq!(listed(&world).await, escalated);
    assert_eq!(undone(&world, &vera, second).await.conversations, 1);
    assert_eq!(listed(&world).await, []);
}
