//! Tags on a real database.

use crate::testing::World;
use app::domain::{ConversationId, TagId};
use app::error::AppError;
use app::ports::{TagBasics, Tags, TeamChange, TeamPart, Teams};
use sqlx::PgPool;

async fn tag(world: &World, title: &str, escalation: bool) -> TagId {
    world
        .store
        .create_tag(&world.admin, title, escalation)
        .await
        .unwrap()
}

fn basics(title: &str, escalation: bool) -> TagBasics {
    TagBasics {
        title: title.to_owned(),
        escalation,
    }
}

async fn put(world: &World, tag: TagId, conversation: ConversationId) {
    world
        .execute(format!(
            "insert into conversation_tag (organization_id, conversation_id, tag_id)
             values ({}, {conversation}, {tag})",
            world.organization
        ))
        .await;
}

async fn escalated(world: &World) -> Vec<i64> {
    sqlx::query_scalar("select id from conversation where escalated order by id")
        .fetch_all(&world.store.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_tag_that_begins_to_escalate_takes_its_conversations_along_and_gives_them_back(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;
    let (one, two, other) = (
        world.pooled(campaign, 10).await,
        world.reply(campaign, &world.ann, 20).await,
        world.pooled(campaign, 30).await,
    );
    let moved = tag(&world, "Moved", false).await;
    let press = tag(&world, "Press", true).await;
    put(&world, moved, one).await;
    put(&world, moved, two).await;
    put(&world, press, two).await;
    world.change(two, "escalated = true".into()).await;
    let (standard, escalating) = (basics("Moved", false), basics("Moved", true));
    let saved = store.save_tag(admin, moved, &standard, &escalating).await;
    assert_eq!(saved, Ok(1));
    assert_eq!(escalated(&world).await, [one.0, two.0]);
    let team = store.create_team(admin, "Legal", 10).await.unwrap();
    store
        .change_team(admin, team, TeamPart::Tag(moved), TeamChange::Add)
        .await
        .unwrap();
    // The other tag keeps the second one escalated.
    let away = basics("Moved away", false);
    let saved = store.save_tag(admin, moved, &escalating, &away).await;
    assert_eq!(saved, Ok(1));
    assert_eq!(escalated(&world).await, [two.0]);
    assert_eq!(
        world.count("select count(*) from team_tag").await,
        0,
        "an ordinary tag is held by nobody"
    );
    let gone = basics("Gone", false);
    let saved = store.save_tag(admin, moved, &away, &gone).await;
    assert_eq!(saved, Ok(0));
    let row = store.tag(admin, moved).await.unwrap();
    assert_eq!((row.title.as_str(), row.conversations), ("Gone", 2));
    assert_eq!(world.holder(other).await, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_admins_who_save_a_tag_the_second_is_told_and_takes_back_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, owner, admin) = (&world.store, &world.owner, &world.admin);
    let reply = world.pooled(world.campaign().await, 10).await;
    let press = tag(&world, "Press", false).await;
    put(&world, press, reply).await;
    let (opened, escalating) = (basics("Press", false), basics("Press", true));
    store
        .save_tag(owner, press, &opened, &escalating)
        .await
        .unwrap();
    world.team_for("Press desk", &[press], &[&world.ann]).await;

    // Whose page is older than that has the switch off, whatever they have typed into it.
    for stale in [basics("Press", false), basics("Newspapers", false)] {
        let saved = store.save_tag(admin, press, &opened, &stale).await;
        assert_eq!(saved, Err(AppError::SavedMeanwhile), "{stale:?}");
    }
    assert_eq!(escalated(&world).await, [reply.0]);
    assert_eq!(world.count("select count(*) from team_tag").await, 1);
    // What was saved already is not saved again.
    let again = store.save_tag(owner, press, &opened, &escalating).await;
    assert_eq!(again, Ok(0));
    let events = "select count(*) from audit_event where action = 'tag_saved'";
    assert_eq!(world.count(events).await, 1);

    let [one, two] = ["Newspapers", "Radio"].map(|title| basics(title, true));
    let (one, two) = tokio::join!(
        store.save_tag(owner, press, &escalating, &one),
        store.save_tag(admin, press, &escalating, &two)
    );
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    assert_eq!(one.and(two), Err(AppError::SavedMeanwhile));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn only_what_nothing_carries_is_deleted(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;
    let (carried, free) = (
        tag(&world, "Press", true).await,
        tag(&world, "Moved", false).await,
    );
    put(&world, carried, world.pooled(campaign, 10).await).await;
    let refused = store.delete_tag(admin, carried).await;
    assert!(
        matches!(&refused, Err(AppError::Invalid(sentence)) if sentence.starts_with("This tag is in use")),
        "{refused:?}"
    );
    store.delete_tag(admin, free).await.unwrap();
    let titles: Vec<_> = store
        .tags(admin, "")
        .await
        .unwrap()
        .into_iter()
        .map(|tag| tag.title)
        .collect();
    assert_eq!(titles, ["Press"]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn titles_are_taken_once_in_an_organization_and_tags_of_others_do_not_exist(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (store, admin) = (&world.store, &world.admin);
    let theirs = tag(&other, "Press", true).await;
    tag(&world, "Press", true).await;
    let second = tag(&world, "Moved", false).await;
    for taken in [
        store.create_tag(admin, "Press", false).await.map(drop),
        store
            .save_tag(
                admin,
                second,
                &basics("Moved", false),
                &basics("Press", false),
            )
            .await
            .map(drop),
    ] {
        assert!(
            matches!(&taken, Err(AppError::Fields(errors)) if errors.of("title").is_some()),
            "{taken:?}"
        );
    }
    assert_eq!(store.tag(admin, theirs).await, Err(AppError::NotFound));
    assert_eq!(
        store.delete_tag(admin, theirs).await,
        Err(AppError::NotFound)
    );
    let (opened, ours) = (basics("Press", true), basics("Ours", false));
    assert_eq!(
        store.save_tag(admin, theirs, &opened, &ours).await,
        Err(AppError::NotFound)
    );
    assert!(
        other
            .store
            .tag(&other.admin, theirs)
            .await
            .unwrap()
            .escalation
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn tags_are_found_by_a_part_of_their_title(pool: PgPool) {
    let world = World::new(pool).await;
    for title in ["Moved", "Wants to move", "Press"] {
        tag(&world, title, false).await;
    }
    for (search, found) in [
        ("MOVE", &["Moved", "Wants to move"] as &[&str]),
        ("lawyer", &[]),
        ("", &["Moved", "Press", "Wants to move"]),
    ] {
        let tags = world.store.tags(&world.admin, search).await.unwrap();
        let titles: Vec<_> = tags.into_iter().map(|tag| tag.title).collect();
        assert_eq!(titles, found, "{search}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn accents_and_case_are_no_difference_to_a_search_nor_to_the_order(pool: PgPool) {
    let world = World::new(pool).await;
    for title in ["Zeta", "Educación", "ábaco", "Árbol"] {
        tag(&world, title, false).await;
    }
    for (search, found) in [
        ("educacion", &["Educación"] as &[&str]),
        ("EDUCACIÓN", &["Educación"]),
        ("", &["ábaco", "Árbol", "Educación", "Zeta"]),
    ] {
        let tags = world.store.tags(&world.admin, search).await.unwrap();
        let titles: Vec<_> = tags.into_iter().map(|tag| tag.title).collect();
        assert_eq!(titles, found, "{search}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_title_is_taken_in_any_case_and_two_from_before_go_on_as_they_are(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (store, admin) = (&world.store, &world.admin);
    let care = tag(&world, "Ética", false).await;
    let press = tag(&world, "Press", false).await;
    let opened = basics("Press", false);
    for title in ["ética", "ÉTICA"] {
        let created = store.create_tag(admin, title, true).await.map(drop);
        let theirs = basics(title, false);
        let saved = store.save_tag(admin, press, &opened, &theirs).await;
        for taken in [created, saved.map(drop)] {
            assert!(
                matches!(&taken, Err(AppError::Fields(errors)) if errors.of("title").is_some()),
                "{title}: {taken:?}"
            );
        }
    }
    // Another word, another organization, and its own title.
    tag(&world, "Etica", false).await;
    tag(&other, "ética", false).await;
    let (opened, louder) = (basics("Ética", false), basics("ÉTICA", false));
    let saved = store.save_tag(admin, care, &opened, &louder).await;
    assert_eq!(saved, Ok(0));

    // As older versions have left it.
    let old = world.ordinary_tag("PRESS").await;
    let (opened, escalating) = (basics("PRESS", false), basics("PRESS", true));
    let saved = store.save_tag(admin, old, &opened, &escalating).await;
    assert_eq!(saved, Ok(0));
    let renamed = basics("Newspapers", true);
    let saved = store.save_tag(admin, old, &escalating, &renamed).await;
    assert_eq!(saved, Ok(0));

    let (one, two) = tokio::join!(
        store.create_tag(admin, "Radio", false),
        store.create_tag(admin, "radio", false)
    );
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
}
