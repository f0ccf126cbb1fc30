use crate::testing::{World, ago, noon};
use app::domain::{
    AfterAnswer, ApprovalLevel, CampaignId, ConversationId, Direction, EscalatedConversation,
    PageState, RequestRefusal, TagId, Texter, Viewer,
};
use app::error::AppError;
use app::ports::{Conversations, Escalations, Requests, Reviews, TeamPart};
use chrono::TimeDelta;
use sqlx::PgPool;

/// A reply that Ann escalated by these tags, so many minutes before noon.
async fn escalated(
    world: &World,
    campaign: CampaignId,
    tags: &[TagId],
    minutes: i64,
) -> ConversationId {
    let reply = world.reply(campaign, &world.ann, 120).await;
    world.store.clock.set(ago(minutes));
    let tagged = world.store.tag(&world.ann, reply, 0, tags.to_vec());
    tagged.await.unwrap();
    world.store.clock.set(noon());
    assert_eq!(world.holder(reply).await, None);
    reply
}

async fn listed(world: &World, viewer: &Texter) -> Vec<EscalatedConversation> {
    let list = world.store.escalated(viewer, None, 50).await.unwrap();
    let count = world.store.count_escalated(viewer).await.unwrap();
    assert_eq!(count as usize, list.len());
    list
}

fn ids(list: &[EscalatedConversation]) -> Vec<ConversationId> {
    list.iter().map(|one| one.key.id).collect()
}

fn texter(viewer: &Viewer) -> Texter {
    viewer.clone().try_into().unwrap()
}

fn refused(answer: Result<(), AppError>, words: &str) {
    match answer {
        Err(AppError::Invalid(sentence)) if sentence.contains(words) => {}
        other => panic!("{other:?} instead of {words}"),
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn each_member_sees_what_their_teams_handle_and_admins_all_longest_first(pool: PgPool) {
    let world = World::new(pool).await;
    let (threat, press) = (
        world.escalation_tag("Threat").await,
        world.escalation_tag("Ética").await,
    );
    let cara = world.texter().await;
    world.team_for("Care", &[threat], &[&world.ben]).await;
    let media = world.team_for("Media", &[press, threat], &[&cara]).await;
    let (one, two) = (world.campaign().await, world.campaign().await);
    let newer = escalated(&world, one, &[threat], 20).await;
    let older = escalated(&world, two, &[threat], 40).await;
    let both = escalated(&world, one, &[threat, press], 30).await;
    let restricted = world.campaign().await;
    world
        .change_campaign(restricted, "team_restricted = true")
        .await;
    let theirs = escalated(&world, restricted, &[threat], 10).await;
    let archived = world.campaign().await;
    escalated(&world, archived, &[threat], 50).await;
    world.change_campaign(archived, "archived_at = now()").await;

    let all = listed(&world, &world.admin).await;
    assert_eq!(ids(&all), [older, both, newer, theirs]);
    assert!(all.iter().all(|one| !one.may_take));
    assert_eq!(all[1].tags, ["Ética", "Threat"]);
    assert_eq!(
        (all[1].key.since, all[1].by.as_deref()),
        (ago(30), Some("Ann"))
    );
    let bens = listed(&world, &world.ben).await;
    assert_eq!(ids(&bens), [older, newer]);
    assert!(bens.iter().all(|one| one.may_take));
    assert_eq!(ids(&listed(&world, &cara).await), [older, both, newer]);
    assert_eq!(listed(&world, &world.ann).await, []);
    let store = &world.store;
    assert_eq!(store.escalated_badge(&world.admin).await, Ok(Some(4)));
    assert_eq!(store.escalated_badge(&world.ben).await, Ok(Some(2)));
    assert_eq!(store.escalated_badge(&world.ann).await, Ok(None));
    world
        .add_to_team(media, TeamPart::Campaign(restricted))
        .await;
    assert_eq!(
        ids(&listed(&world, &cara).await),
        [older, both, newer, theirs]
    );

    // Page by page, the same.
    let mut read = Vec::new();
    let mut after = None;
    loop {
        let page = world.store.escalated(&cara, after, 1).await.unwrap();
        let Some(last) = page.last() else { break };
        after = Some(last.key);
        read.extend(ids(&page));
    }
    assert_eq!(read, [older, both, newer, theirs]);
    let other = World::new(world.store.pool.clone()).await;
    assert_eq!(listed(&other, &other.admin).await, []);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whoever_takes_one_has_it_and_nobody_else_finds_it(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let threat = world.escalation_tag("Threat").await;
    let cara = world.texter().await;
    world
        .team_for("Care", &[threat], &[&world.ben, &cara])
        .await;
    // The default level asks for an approval of requests; what the team handles needs none.
    world
        .set_level(world.ben.member, ApprovalLevel::ApprovalRequired)
        .await;
    let campaign = world.campaign().await;
    for _ in 0..6 {
        let reply = escalated(&world, campaign, &[threat], 30).await;
        let (ben, caras) = tokio::join!(
            store.take_escalated(&world.ben, reply),
            store.take_escalated(&cara, reply),
        );
        let (holder, loser) = if ben.is_ok() {
            (&world.ben, caras)
        } else {
            caras.unwrap();
            (&cara, ben)
        };
        refused(loser, "Someone else has taken");
        assert_eq!(world.holder(reply).await, Some(holder.member));
        let row = world.row(reply).await;
        assert_eq!((row.held_since, row.lease_epoch), (Some(noon()), 2));
        // Pressed twice.
        assert_eq!(store.take_escalated(holder, reply).await, Ok(()));
        assert_eq!(world.epoch(reply).await, 2);
        let sent = store.send(holder, reply, 2.into(), "I am here".into());
        sent.await.unwrap();
    }
    assert_eq!(listed(&world, &world.admin).await, []);
    let events = "select count(*) from assignment_event
                   where reason = 'requested' and new_holder = actor_id and request_id is null";
    assert_eq!(world.count(events).await, 6);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_taken_counts_for_the_most_that_a_texter_gets_in_a_day(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let threat = world.escalation_tag("Threat").await;
    world.team_for("Care", &[threat], &[&world.ben]).await;
    let campaign = world.campaign().await;
    let mut replies = Vec::new();
    for _ in 0..4 {
        replies.push(escalated(&world, campaign, &[threat], 30).await);
    }
    for _ in 0..3 {
        world.pooled(campaign, 60).await;
    }
    world
        .change_rules(|rules| rules.most_texts_per_day = Some(3))
        .await;
    let take = |reply| store.take_escalated(&world.ben, reply);
    take(replies[0]).await.unwrap();
    take(replies[1]).await.unwrap();
    let requested = store.create(&world.ben, world.general, 3).await;
    assert_eq!(requested.unwrap().assigned(), 1);
    // The request may have brought one of the escalated ones.
    let got = world.holder(replies[2]).await.is_some();
    let another = replies[if got { 3 } else { 2 }];
    refused(take(another).await, "You have reached your limit");
    // A day later than the first of them.
    world.store.clock.set(noon() + TimeDelta::hours(24));
    take(another).await.unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_a_reviewer_answered_waits_no_more_until_the_contact_writes(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let threat = world.escalation_tag("Threat").await;
    world.team_for("Care", &[threat], &[&world.ben]).await;
    let reply = escalated(&world, world.campaign().await, &[threat], 30).await;
    let vera = world.supervolunteer().await;
    let view = store.review(&vera, reply).await.unwrap().view;
    let mut texts = view.messages.iter().rev();
    let last = texts.find(|text| text.direction == Direction::Outbound);
    let page = PageState {
        lease_epoch: view.lease_epoch,
        last_text: last.map(|text| text.id),
    };
    let answered = store.answer(&vera, reply, page, "Hello".into(), AfterAnswer::Pool);
    answered.await.unwrap();
    assert_eq!(listed(&world, &world.ben).await, []);
    assert_eq!(listed(&world, &world.admin).await, []);
    let taken = store.take_escalated(&world.ben, reply).await;
    refused(taken, "not escalated any more");
    let text = world.text_from(reply, "And then?").await;
    crate::messages::receive(store, &text).await.unwrap();
    assert_eq!(ids(&listed(&world, &world.ben).await), [reply]);
    assert_eq!(store.take_escalated(&world.ben, reply).await, Ok(()));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_not_handed_out_is_not_taken_and_a_sentence_says_why(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let threat = world.escalation_tag("Threat").await;
    world.team_for("Care", &[threat], &[&world.ben]).await;
    let campaign = world.campaign().await;
    let reply = escalated(&world, campaign, &[threat], 30).await;
    let take = |viewer: Texter| async move { store.take_escalated(&viewer, reply).await };
    let ben = || texter(&world.ben);

    assert_eq!(take(texter(&world.ann)).await, Err(AppError::NotFound));
    refused(
        take(texter(&world.admin)).await,
        "Only members of the teams",
    );
    for (change, back, words) in [
        (
            "paused_at = now()",
            "paused_at = null",
            "paused or archived",
        ),
        (
            "archived_at = now()",
            "archived_at = null",
            "paused or archived",
        ),
        (
            "auto_assign = false",
            "auto_assign = true",
            "Auto-assign is off",
        ),
    ] {
        world.change_campaign(campaign, change).await;
        refused(take(ben()).await, words);
        world.change_campaign(campaign, back).await;
    }
    world.store.clock.set(noon() + TimeDelta::hours(12));
    refused(take(ben()).await, "Texting hours begin at 9:00 AM");
    world.store.clock.set(noon());
    world
        .set_level(world.ben.member, ApprovalLevel::NotAllowed)
        .await;
    refused(take(ben()).await, RequestRefusal::NotAllowed.title());
    world
        .set_level(world.ben.member, ApprovalLevel::Automatic)
        .await;
    world
        .change_rules(|rules| rules.requests_enabled = false)
        .await;
    assert_eq!(take(ben()).await, Err(AppError::RequestsDisabled));
    world
        .change_rules(|rules| rules.requests_enabled = true)
        .await;
    let stop = world.text_from(reply, "stop").await;
    crate::messages::receive(store, &stop).await.unwrap();
    refused(take(ben()).await, "not escalated any more");
    assert_eq!(listed(&world, &world.ben).await, []);
    let plain = world.pooled(campaign, 60).await;
    refused(
        store.take_escalated(&world.ben, plain).await,
        "not escalated any more",
    );
    assert_eq!(world.holder(plain).await, None);
    assert_eq!(world.holder(reply).await, None);
    let handed_out = store.create(&world.ben, world.general, 5).await;
    handed_out.unwrap();
}
