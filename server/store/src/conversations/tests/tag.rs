use crate::testing::{World, noon};
use app::domain::{ConversationId, Goodbye, ReleaseOrder, ReleasePolicy, TagId, Tagging};
use app::error::AppError;
use app::ports::{Conversations, Releases};
use chrono::{DateTime, Utc};
use sqlx::PgPool;

#[derive(Debug, PartialEq, sqlx::FromRow)]
struct Row {
    assigned_to: Option<i64>,
    released_from: Option<i64>,
    lease_epoch: i32,
    held_since: DateTime<Utc>,
    escalated: bool,
    status: String,
}

async fn row(world: &World, id: ConversationId) -> Row {
    sqlx::query_as(
        "select assigned_to, released_from, lease_epoch, held_since, escalated, status::text
           from conversation where id = $1",
    )
    .bind(id.0)
    .fetch_one(&world.store.pool)
    .await
    .unwrap()
}

async fn carried(world: &World, id: ConversationId) -> Vec<TagId> {
    let view = world.store.open(&world.ann, id).await.unwrap();
    let on = view.tags.iter().filter(|tag| tag.on);
    on.map(|tag| tag.id).collect()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_ordinary_tag_says_something_and_starts_the_clock_anew(pool: PgPool) {
    let world = World::new(pool).await;
    let reply = world.reply(world.campaign().await, &world.ann, 90).await;
    let (yes, no) = (
        world.ordinary_tag("Yes").await,
        world.ordinary_tag("No").await,
    );
    let before = row(&world, reply).await;
    let tag = |tags| world.store.tag(&world.ann, reply, 0, tags);
    assert_eq!(tag(vec![yes]).await, Ok(Tagging::Kept));
    assert_eq!(carried(&world, reply).await, [yes]);
    let tagged = row(&world, reply).await;
    assert_eq!(
        tagged,
        Row {
            held_since: noon(),
            ..before
        }
    );
    assert_eq!(tag(vec![no]).await, Ok(Tagging::Kept));
    assert_eq!(carried(&world, reply).await, [no]);
    assert_eq!(tag(vec![]).await, Ok(Tagging::Kept));
    assert_eq!(carried(&world, reply).await, []);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn tags_are_offered_by_title_whatever_their_accents(pool: PgPool) {
    let world = World::new(pool).await;
    let reply = world.reply(world.campaign().await, &world.ann, 90).await;
    for title in ["Zeta", "Última", "alpha"] {
        world.ordinary_tag(title).await;
    }
    let offered = world.store.open(&world.ann, reply).await.unwrap().tags;
    let titles: Vec<&str> = offered.iter().map(|tag| tag.title.as_str()).collect();
    assert_eq!(titles, ["alpha", "Última", "Zeta"]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn saving_what_is_there_already_is_no_work_on_a_conversation(pool: PgPool) {
    let world = World::new(pool).await;
    let reply = world.reply(world.campaign().await, &world.ann, 90).await;
    let before = row(&world, reply).await;
    let done = world.store.tag(&world.ann, reply, 0, vec![]).await;
    assert_eq!(done, Ok(Tagging::Kept));
    assert_eq!(row(&world, reply).await, before);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_escalation_tag_of_another_team_takes_it_into_the_pool(pool: PgPool) {
    let world = World::new(pool).await;
    let reply = world.reply(world.campaign().await, &world.ann, 90).await;
    let threat = world.escalation_tag("Threat").await;
    world.team_for("Care", &[threat], &[&world.ben]).await;
    let offered = world.store.open(&world.ann, reply).await.unwrap().tags;
    assert!(offered[0].takes_away && !offered[0].on);

    let done = world.store.tag(&world.ann, reply, 0, vec![threat]).await;
    assert_eq!(done, Ok(Tagging::Escalated));
    let after = row(&world, reply).await;
    assert_eq!((after.assigned_to, after.lease_epoch), (None, 1));
    assert_eq!((after.held_since, after.escalated), (noon(), true));
    assert_eq!(after.status, "needs_response");
    let event: (String, Vec<Option<i64>>, Vec<i32>, Option<i64>, i64) = sqlx::query_as(
        "select reason::text, previous_holders, lease_epochs, new_holder, actor_id from assignment_event",
    )
    .fetch_one(&world.store.pool)
    .await
    .unwrap();
    let ann = world.ann.member.0;
    assert_eq!(
        event,
        ("escalated".into(), vec![Some(ann)], vec![1], None, ann)
    );
    let told = world.store.escalation(&world.ann, reply).await.unwrap();
    assert_eq!(
        told.unwrap().to_string(),
        "Escalated to Care; the team that handles it has it now."
    );
    // Who did not do it is told nothing.
    assert_eq!(
        world.store.escalation(&world.ben, reply).await.unwrap(),
        None
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_escalation_tag_that_a_team_of_ones_own_handles_leaves_it_where_it_is(pool: PgPool) {
    let world = World::new(pool).await;
    let reply = world.reply(world.campaign().await, &world.ann, 90).await;
    let (threat, press) = (
        world.escalation_tag("Threat").await,
        world.escalation_tag("Press").await,
    );
    world.team_for("Care", &[threat], &[&world.ann]).await;
    world.team_for("Media", &[press], &[&world.ann]).await;
    let tag = |tags| world.store.tag(&world.ann, reply, 0, tags);
    assert_eq!(tag(vec![threat, press]).await, Ok(Tagging::Kept));
    assert!(row(&world, reply).await.escalated);
    assert_eq!(tag(vec![threat]).await, Ok(Tagging::Kept));
    assert!(row(&world, reply).await.escalated);
    assert_eq!(tag(vec![]).await, Ok(Tagging::Kept));
    let after = row(&world, reply).await;
    assert!(!after.escalated);
    assert_eq!(after.assigned_to, Some(world.ann.member.0));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_opted_out_waits_for_nobody_and_stays(pool: PgPool) {
    let world = World::new(pool).await;
    let reply = world.reply(world.campaign().await, &world.ann, 90).await;
    let threat = world.escalation_tag("Threat").await;
    world
        .store
        .opt_out(&world.ann, reply, Goodbye::Standard)
        .await
        .unwrap();
    let done = world.store.tag(&world.ann, reply, 0, vec![threat]).await;
    assert_eq!(done, Ok(Tagging::Kept));
    let after = row(&world, reply).await;
    assert_eq!(after.assigned_to, Some(world.ann.member.0));
    assert!(after.escalated);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn no_page_of_who_escalated_takes_it_back(pool: PgPool) {
    let world = World::new(pool).await;
    let reply = world.reply(world.campaign().await, &world.ann, 90).await;
    // It was released from Ann before, and she had it back: released_from names her.
    let policy = ReleaseOrder::Everywhere(ReleasePolicy::default());
    world.store.start(&world.admin, policy).await.unwrap();
    world
        .store
        .send(&world.ann, reply, 0.into(), "Here I am".into())
        .await
        .unwrap();
    assert_eq!(
        row(&world, reply).await.released_from,
        Some(world.ann.member.0)
    );
    let threat = world.escalation_tag("Threat").await;
    let done = world.store.tag(&world.ann, reply, 2, vec![threat]).await;
    assert_eq!(done, Ok(Tagging::Escalated));
    let late = world
        .store
        .send(&world.ann, reply, 2.into(), "Wait".into())
        .await;
    assert_eq!(late, Err(AppError::PageOutdated));
    assert_eq!(row(&world, reply).await.assigned_to, None);
    let why = world.store.watch(&world.ann, reply).await.unwrap().why;
    assert_eq!(
        why.as_deref(),
        Some("by yourself, to the team that handles it")
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn only_its_holder_tags_it_from_a_page_that_knows_the_latest(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 90).await;
    let yes = world.ordinary_tag("Yes").await;
    let elsewhere = World::new(world.store.pool.clone()).await;
    let theirs = elsewhere.ordinary_tag("Yes").await;
    let before = row(&world, reply).await;
    let tag = |viewer, epoch, tags| world.store.tag(viewer, reply, epoch, tags);
    assert_eq!(
        tag(&world.ann, 1, vec![yes]).await,
        Err(AppError::ChangedHands)
    );
    assert_eq!(tag(&world.ben, 0, vec![yes]).await, Err(AppError::NotFound));
    assert_eq!(
        tag(&elsewhere.ann, 0, vec![theirs]).await,
        Err(AppError::NotFound)
    );
    assert!(matches!(
        tag(&world.ann, 0, vec![theirs]).await,
        Err(AppError::Invalid(_))
    ));
    assert_eq!(row(&world, reply).await, before);
    assert_eq!(
        world.count("select count(*) from conversation_tag").await,
        0
    );

    let policy = ReleaseOrder::Everywhere(ReleasePolicy::default());
    world.store.start(&world.admin, policy).await.unwrap();
    assert_eq!(
        tag(&world.ann, 0, vec![yes]).await,
        Err(AppError::ChangedHands)
    );
}
