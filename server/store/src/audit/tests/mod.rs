//! What the log keeps, and by which index it is read.

mod actors;
mod numbers;
mod saves;

use super::events::{BY_ACTION, BY_ACTOR, BY_SUBJECT, EVERY, OF_BOTH, OF_EITHER};
use super::{Change, PAGE, events, record};
use crate::testing::World;
use app::domain::{AuditAction, AuditFilter, AuditPart, AuditSubject, Owner, Role, TagId};
use app::ports::{TagBasics, Tags};
use sqlx::{AssertSqlSafe, PgPool};

/// Each world begins with as many events: its texters are given a level.
const OF_A_WORLD: usize = 2;

async fn owner(world: &World) -> Owner {
    world.member(Role::Owner).await.try_into().unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn keeps_who_did_what_to_what_and_what_it_was_called(pool: PgPool) {
    let world = World::new(pool).await;
    let tag = world
        .store
        .create_tag(&world.admin, "Press", true)
        .await
        .unwrap();
    // A refusal leaves nothing behind.
    world
        .store
        .create_tag(&world.admin, "Press", true)
        .await
        .unwrap_err();
    let [was, basics] = ["Press", "News"].map(|title| TagBasics {
        title: title.to_owned(),
        escalation: true,
    });
    world
        .store
        .save_tag(&world.admin, tag, &was, &basics)
        .await
        .unwrap();
    world.store.delete_tag(&world.admin, tag).await.unwrap();
    world.store.delete_tag(&world.admin, tag).await.unwrap_err();
    let page = events(
        &world.store,
        world.organization,
        AuditFilter::default(),
        None,
        PAGE,
    )
    .await
    .unwrap();
    let log: Vec<_> = page
        .rows
        .iter()
        .take(page.rows.len() - OF_A_WORLD)
        .map(|event| {
            (
                event.action.clone(),
                event.subject_name.as_deref(),
                event.detail.as_str(),
            )
        })
        .collect();
    assert_eq!(
        log,
        [
            (Ok(AuditAction::TagDeleted), Some("News"), ""),
            (
                Ok(AuditAction::TagSaved),
                Some("News"),
                "title: Press → News"
            ),
            (Ok(AuditAction::TagCreated), Some("Press"), ""),
        ]
    );
    for event in &page.rows[..3] {
        assert_eq!(event.subject, Some(AuditSubject::Tag(tag)));
        assert_eq!(event.actor, Some((world.admin.member, "Ada".into())));
    }
    assert_eq!(page.next, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn pages_and_filters_are_whole(pool: PgPool) {
    let world = World::new(pool).await;
    let owner = owner(&world).await;
    let mut connection = world.store.pool.acquire().await.unwrap();
    for number in 0..120 {
        let (actor, action) = if number % 3 == 0 {
            (world.admin.actor(), AuditAction::TagSaved)
        } else {
            (owner.actor(), AuditAction::AssignmentSaved)
        };
        let change = Change::new(action, AuditSubject::Organization);
        record(&mut connection, &world.store.clock, actor, change)
            .await
            .unwrap();
    }
    let count = async |filter: AuditFilter| {
        let (mut after, mut found) = (None, 0);
        loop {
            let page = events(&world.store, world.organization, filter, after, PAGE)
                .await
                .unwrap();
            found += page.rows.len();
            after = page.next;
            if after.is_none() {
                break found;
            }
        }
    };
    let all = AuditFilter::default();
    assert_eq!(count(all).await, 120 + OF_A_WORLD);
    let person = Some(world.admin.member);
    assert_eq!(count(AuditFilter { person, ..all }).await, 40 + OF_A_WORLD);
    let action = Some(AuditAction::AssignmentSaved);
    assert_eq!(count(AuditFilter { action, ..all }).await, 80);
    assert_eq!(
        count(AuditFilter {
            person,
            action,
            ..all
        })
        .await,
        0
    );
    let today = world.store.clock.pinned().unwrap().date_naive();
    let (from, to) = (Some(today), Some(today));
    assert_eq!(
        count(AuditFilter { from, to, ..all }).await,
        120 + OF_A_WORLD
    );
    let to = today.pred_opt();
    assert_eq!(count(AuditFilter { to, ..all }).await, 0);
    let from = today.succ_opt();
    assert_eq!(count(AuditFilter { from, ..all }).await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_somebody_did_and_what_was_done_to_them_are_found_each_and_together(pool: PgPool) {
    let world = World::new(pool).await;
    let (ann, admin) = (&world.ann, &world.admin);
    let mut connection = world.store.pool.acquire().await.unwrap();
    let (to_ann, to_ben) = (
        AuditSubject::Member(ann.member),
        AuditSubject::Member(world.ben.member),
    );
    // Of another kind, with the number of a member.
    let to_tag = AuditSubject::Tag(TagId(ann.member.0));
    for (actor, action, subject, times) in [
        (ann.actor(), AuditAction::MemberRenamed, to_ann, 60),
        (ann.actor(), AuditAction::TagSaved, to_tag, 30),
        (admin.actor(), AuditAction::RoleChanged, to_ann, 50),
        (admin.actor(), AuditAction::RoleChanged, to_ben, 20),
        (admin.actor(), AuditAction::TagSaved, to_tag, 10),
    ] {
        for _ in 0..times {
            let change = Change::new(action, subject);
            let recorded = record(&mut connection, &world.store.clock, actor, change);
            recorded.await.unwrap();
        }
    }
    // The level that she was given with the world is one of those that were done to her.
    for (part, action, expected) in [
        (AuditPart::Actor, None, 90),
        (AuditPart::Subject, None, 111),
        (AuditPart::Either, None, 141),
        (AuditPart::Subject, Some(AuditAction::RoleChanged), 50),
        (AuditPart::Either, Some(AuditAction::MemberRenamed), 60),
        (AuditPart::Either, Some(AuditAction::TagSaved), 30),
    ] {
        let filter = AuditFilter {
            person: Some(ann.member),
            part,
            action,
            ..AuditFilter::default()
        };
        let (mut after, mut found) = (None, Vec::new());
        loop {
            let page = events(&world.store, world.organization, filter, after, PAGE);
            let page = page.await.unwrap();
            found.extend(page.rows);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(found.len(), expected, "{part:?} {action:?}");
        for event in found {
            let did = event.actor.is_some_and(|(actor, _)| actor == ann.member);
            let done_to = event.subject == Some(to_ann);
            assert!(match part {
                AuditPart::Actor => did,
                AuditPart::Subject => done_to,
                AuditPart::Either => did || done_to,
            });
        }
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn another_organization_has_another_log(pool: PgPool) {
    let world = World::new(pool).await;
    world
        .store
        .create_tag(&world.admin, "Press", true)
        .await
        .unwrap();
    let stranger = World::new(world.store.pool.clone()).await;
    let stranger = owner(&stranger).await;
    let page = events(
        &world.store,
        stranger.organization,
        AuditFilter::default(),
        None,
        PAGE,
    )
    .await
    .unwrap();
    assert_eq!(page.rows.len(), OF_A_WORLD, "{:?}", page.rows);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_page_is_a_range_of_the_index_of_its_filter(pool: PgPool) {
    let world = World::new(pool).await;
    world
        .execute(format!(
            "insert into audit_event (organization_id, at, actor_id, action, subject_kind, subject_id)
             select {}, now() - n * interval '1 minute', n % 200, (array['tag_saved', 'role_changed', 'joined'])[1 + n % 3],
                    (array['organization', 'member'])[1 + n % 2], nullif(n % 2, 0) * (n % 301)
               from generate_series(1, 100000) n",
            world.organization
        ))
        .await;
    sqlx::query("analyze audit_event")
        .execute(&world.store.pool)
        .await
        .unwrap();
    for (statement, index, actor, action) in [
        (EVERY, "audit_event_pkey", "null", "null"),
        (BY_ACTOR, "audit_event_by_actor", "7", "null"),
        (BY_ACTION, "audit_event_by_action", "null", "'joined'"),
        (OF_BOTH, "audit_event_by_actor", "7", "'joined'"),
        (BY_SUBJECT, "audit_event_by_member", "7", "null"),
        (BY_SUBJECT, "audit_event_by_member", "7", "'joined'"),
        (OF_EITHER, "audit_event_by_member", "7", "null"),
        (OF_EITHER, "audit_event_by_actor", "7", "null"),
    ] {
        let explain = [
            ("$1", world.organization.to_string().as_str()),
            ("$2", "now()"),
            ("$3", "9"),
            ("$4", "(now() - interval '9 years')"),
            ("$5", "now()"),
            ("$6", "51"),
            ("$7", actor),
            ("$8", action),
        ]
        .into_iter()
        .fold(format!("explain {statement}"), |sql, (name, value)| {
            sql.replace(name, value)
        });
        let plan: Vec<String> = sqlx::query_scalar(AssertSqlSafe(explain))
            .fetch_all(&world.store.pool)
            .await
            .unwrap();
        let plan = plan.join("\n");
        assert!(plan.contains(index), "{plan}");
        assert!(!plan.contains("Seq Scan on audit_event"), "{plan}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_only_a_newer_server_knows_is_shown_by_its_word(pool: PgPool) {
    let world = World::new(pool).await;
    // As a newer server writes it, on the same database.
    world
        .execute(format!(
            "insert into audit_event (organization_id, at, action, subject_kind, subject_id, subject)
             values ({}, now(), 'number_lent', 'number', 7, '+12025550123')",
            world.organization
        ))
        .await;
    let page = events(
        &world.store,
        world.organization,
        AuditFilter::default(),
        None,
        PAGE,
    )
    .await
    .unwrap();
    let lent = page.rows.iter().find(|event| event.subject.is_none());
    let lent = lent.expect("the event");
    let action = lent.action.as_ref();
    assert_eq!(action.map_err(|unknown| unknown.word()), Err("number_lent"));
    assert_eq!(lent.subject_name.as_deref(), Some("+12025550123"));
}
