//! Suspensions: what they release, what they leave, and the way back.

use super::super::suspend::suspend_within;
use super::{role, suspend, suspension};
use crate::messages::{Received, receive};
use crate::releases::resume_abandoned;
use crate::testing::{Thread, World, noon};
use app::domain::{
    Admin, Holdings, LeftOut, LeftOutReason, MemberId, ReleaseFilter, ReleaseKind, ReleaseOrder,
    ReleasePolicy, ReleaseRecord, ReleaseScope, ReleaseState, ReleasedBy, Role,
};
use app::error::AppError;
use app::ports::{self, MemberRoles, People, Releases, Requests};
use sqlx::PgPool;

async fn history(world: &World) -> Vec<ReleaseRecord> {
    let filter = ReleaseFilter {
        by: Some(ReleasedBy::Hand),
        ..ReleaseFilter::default()
    };
    let page = world.store.history(&world.admin, filter, None).await;
    page.unwrap().rows
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn everything_that_somebody_could_act_on_is_released_whatever_else_protects_it(pool: PgPool) {
    let world = World::new(pool).await;
    let ann = &world.ann;
    let campaign = world.campaign().await;
    let (fresh, typed, escalated) = (
        world.reply(campaign, ann, 0).await,
        world.reply(campaign, ann, 300).await,
        world.reply(campaign, ann, 300).await,
    );
    world
        .change(typed, "draft_edited_at = '2026-11-03 17:00Z'".into())
        .await;
    world.change(escalated, "escalated = true".into()).await;
    let unsent = world.unsent(campaign, ann).await;
    let restricted = world.campaign().await;
    world
        .change_campaign(
            restricted,
            "team_restricted = true, auto_assign = false, paused_at = now(), texting_from = '00:00', texting_until = '00:01'",
        )
        .await;
    let asleep = world.reply(restricted, ann, 300).await;
    let archived = world.campaign().await;
    let in_archive = world.reply(archived, ann, 300).await;
    world.change_campaign(archived, "archived_at = now()").await;
    let opted_out = world.reply(campaign, ann, 300).await;
    world.change(opted_out, "opted_out = true".into()).await;
    let bens = world.reply(campaign, &world.ben, 300).await;
    let left_out = vec![
        LeftOut {
            reason: LeftOutReason::CampaignClosed,
            conversations: 1,
        },
        LeftOut {
            reason: LeftOutReason::OptedOut,
            conversations: 1,
        },
    ];
    let page = world.store.person(&world.admin, ann.member).await.unwrap();
    let counted = Holdings {
        replies: 4,
        initials: 1,
        left_out: left_out.clone(),
    };
    assert_eq!(page.holdings, counted, "the page counts what is done");

    let progress = suspend(&world, ann).await;
    assert_eq!(
        (progress.kind, progress.state, progress.expected),
        (ReleaseKind::Held, ReleaseState::Finished, 5)
    );
    assert_eq!((progress.conversations, progress.campaigns), (5, 2));
    for released in [fresh, typed, escalated, unsent, asleep] {
        assert_eq!(world.holder(released).await, None);
    }
    for kept in [in_archive, opted_out] {
        assert_eq!(world.holder(kept).await, Some(ann.member));
    }
    assert_eq!(world.holder(bens).await, Some(world.ben.member));
    let rows = history(&world).await;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].scope, ReleaseScope::Suspension);
    assert_eq!(rows[0].suspended.as_deref(), Some("Ann"));
    assert_eq!(rows[0].left_out, left_out);
    assert_eq!(
        world.count("select count(*) from release_notice").await,
        0,
        "who is suspended reads none"
    );
    // What came back is there for whoever asks.
    let given = world.store.create(&world.ben, world.general, 10).await;
    assert_eq!(given.unwrap().assigned(), 2, "what is not escalated");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn undo_waits_until_the_suspension_is_lifted_and_returns_what_nobody_took(pool: PgPool) {
    let world = World::new(pool).await;
    let ann = &world.ann;
    let campaign = world.campaign().await;
    let mut held = Vec::new();
    for _ in 0..2 {
        held.push(world.reply(campaign, ann, 300).await);
    }
    let escalated = world.reply(campaign, ann, 300).await;
    world.change(escalated, "escalated = true".into()).await;
    let unsent = world.unsent(campaign, ann).await;
    let release = suspend(&world, ann).await.release;
    let refused = world.store.undo(&world.admin, release).await;
    assert_eq!(
        refused.unwrap_err().to_string(),
        "Ann is suspended, so nothing can be given back. Lift the suspension first, then undo."
    );
    let lifted = world.store.lift_suspension(&world.admin, ann.member).await;
    assert_eq!(lifted, Ok(Role::Texter));
    for reply in &held {
        assert_eq!(world.holder(*reply).await, None, "lifting returns nothing");
    }
    world
        .store
        .create(&world.ben, world.general, 1)
        .await
        .unwrap();
    let undone = world.store.undo(&world.admin, release).await.unwrap();
    assert_eq!((undone.conversations, undone.kept), (3, 1));
    for back in [escalated, unsent] {
        assert_eq!(world.holder(back).await, Some(ann.member));
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_undo_that_runs_gives_nothing_to_who_is_suspended_meanwhile(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let (anns, bens) = (
        world.reply(campaign, &world.ann, 300).await,
        world.reply(campaign, &world.ben, 300).await,
    );
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let release = world.store.start(&world.admin, order).await.unwrap();
    world
        .store
        .suspend(&world.admin, suspension(&world.ann, true))
        .await
        .unwrap();
    let undone = world.store.undo(&world.admin, release.release).await;
    let undone = undone.unwrap();
    assert_eq!((undone.conversations, undone.kept), (1, 1));
    assert_eq!(world.holder(anns).await, None);
    assert_eq!(world.holder(bens).await, Some(world.ben.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn without_the_release_it_stays_and_a_release_by_hand_takes_it(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    let progress = world
        .store
        .suspend(&world.admin, suspension(&world.ann, false))
        .await;
    assert_eq!(progress, Ok(None));
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let released = world.store.start(&world.admin, order).await.unwrap();
    assert_eq!(released.conversations, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_server_that_ends_behind_the_suspension_leaves_its_release_to_another(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 0).await;
    let ordered = suspend_within(&world.store, &world.admin, suspension(&world.ann, true)).await;
    drop(ordered.unwrap().unwrap());
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
    world
        .execute("update release set heartbeat_at = now() - interval '16 seconds'".into())
        .await;
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 1);
    assert_eq!(world.holder(reply).await, None);
    assert_eq!(history(&world).await[0].progress.conversations, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn lifting_leads_back_and_is_not_for_who_is_below(pool: PgPool) {
    let world = World::new(pool).await;
    let (owner, other) = (world.owner.clone(), world.another_owner().await);
    let member = other.member;
    let refused = world
        .store
        .suspend(&world.admin, suspension(&other, true))
        .await;
    assert!(
        matches!(refused, Err(AppError::Invalid(_))),
        "above an admin"
    );
    let lift = async |by: &Admin, member: MemberId| world.store.lift_suspension(by, member).await;
    let suspended = world.store.suspend(&owner, suspension(&other, true)).await;
    suspended.unwrap();
    assert_eq!(role(&world, member).await, Role::Suspended);
    let twice = world.store.suspend(&owner, suspension(&other, true)).await;
    assert!(matches!(twice, Err(AppError::Invalid(_))));
    let below = lift(&world.admin, member).await;
    assert!(matches!(below, Err(AppError::Invalid(_))), "{below:?}");
    assert_eq!(role(&world, member).await, Role::Suspended);
    assert_eq!(lift(&owner, member).await, Ok(Role::Owner));
    let again = lift(&owner, member).await;
    assert!(matches!(again, Err(AppError::Invalid(_))), "{again:?}");
    assert_eq!(role(&world, member).await, Role::Owner);
    let own = world.store.suspend(&owner, suspension(&owner, false)).await;
    assert_eq!(own.unwrap_err().to_string(), "You cannot suspend yourself.");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_writes_to_somebody_suspended_is_answered_by_others(pool: PgPool) {
    let world = World::new(pool).await;
    let (ann, campaign) = (&world.ann, world.campaign().await);
    let texted = Thread {
        outbound: vec![60],
        inbound: vec![],
        claimed: None,
        drafted: None,
    };
    let answered = world.thread(campaign, Some(ann), &texted).await;
    let stopped = world.thread(campaign, Some(ann), &texted).await;
    suspend(&world, ann).await;
    assert_eq!(world.holder(answered).await, Some(ann.member));

    for (conversation, body) in [(answered, "When does it close?"), (stopped, "stop")] {
        let text = world.text_from(conversation, body).await;
        let received = receive(&world.store, &text).await.unwrap();
        assert_eq!(received, Received::Recorded(conversation));
    }
    let pooled = world.row(answered).await;
    assert_eq!((pooled.assigned_to, pooled.lease_epoch), (None, 1));
    assert_eq!(
        (pooled.status.as_str(), pooled.waiting_since),
        ("needs_response", Some(noon()))
    );
    assert_eq!(
        world.holder(stopped).await,
        Some(ann.member),
        "nobody waits"
    );
    let recorded =
        "select count(*) from assignment_event where reason = 'released' and release_id is null";
    assert_eq!(world.count(recorded).await, 1);
    let given = world.store.create(&world.ben, world.general, 10).await;
    assert_eq!(given.unwrap().assigned(), 1);
    assert_eq!(world.holder(answered).await, Some(world.ben.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_campaign_that_is_unarchived_returns_what_somebody_suspended_holds(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin, ann) = (&world.store, &world.admin, &world.ann);
    let campaign = world.campaign().await;
    let (reply, unsent) = (
        world.reply(campaign, ann, 300).await,
        world.unsent(campaign, ann).await,
    );
    let opted_out = world.reply(campaign, ann, 300).await;
    world.change(opted_out, "opted_out = true".into()).await;
    let bens = world.reply(campaign, &world.ben, 300).await;
    let past = world.campaign().await;
    let elsewhere = world.reply(past, ann, 300).await;
    ports::CampaignSetup::archive(store, admin, past, true)
        .await
        .unwrap();
    ports::CampaignSetup::archive(store, admin, campaign, true)
        .await
        .unwrap();
    suspend(&world, ann).await;
    let before = world.row(reply).await;
    assert_eq!(before.assigned_to, Some(ann.member.0), "it is archived");

    ports::CampaignSetup::unarchive(store, admin, campaign)
        .await
        .unwrap();
    let after = world.row(reply).await;
    assert_eq!(after.assigned_to, None);
    assert_eq!(after.lease_epoch, before.lease_epoch + 1);
    assert_eq!(
        (after.status, after.waiting_since),
        (before.status, before.waiting_since)
    );
    assert_eq!(world.holder(unsent).await, None);
    for kept in [opted_out, elsewhere] {
        assert_eq!(world.holder(kept).await, Some(ann.member));
    }
    assert_eq!(world.holder(bens).await, Some(world.ben.member));
    let recorded: i64 = sqlx::query_scalar(
        "select count(*) from assignment_event
          where reason = 'released' and release_id is null and actor_id = $1
            and conversation_ids = array[$2, $3]::bigint[]
            and previous_holders = array[$4, $4]::bigint[]",
    )
    .bind(admin.member.0)
    .bind(reply.0)
    .bind(unsent.0)
    .bind(ann.member.0)
    .fetch_one(&store.pool)
    .await
    .unwrap();
    assert_eq!(recorded, 1);
    let given = store.create(&world.ben, world.general, 10).await;
    assert_eq!(given.unwrap().assigned(), 1);
    assert_eq!(world.holder(reply).await, Some(world.ben.member));
    // Whom nobody suspended holds what they held.
    ports::CampaignSetup::archive(store, admin, campaign, true)
        .await
        .unwrap();
    ports::CampaignSetup::unarchive(store, admin, campaign)
        .await
        .unwrap();
    assert_eq!(world.holder(bens).await, Some(world.ben.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_was_left_with_somebody_is_released_while_they_are_suspended(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (store, admin, ann) = (&world.store, &world.admin, &world.ann);
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, ann, 1).await;
    let unsent = world.unsent(campaign, ann).await;
    let refused = store.release_held(admin, ann.member).await.unwrap_err();
    assert_eq!(refused.to_string(), "This member is not suspended.");
    store.suspend(admin, suspension(ann, false)).await.unwrap();
    assert_eq!(world.holder(reply).await, Some(ann.member));
    let foreign = other.store.release_held(&other.admin, ann.member).await;
    assert_eq!(foreign, Err(AppError::NotFound));

    let progress = store
        .release_held(admin, ann.member)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (progress.kind, progress.state, progress.conversations),
        (ReleaseKind::Held, ReleaseState::Finished, 2)
    );
    for released in [reply, unsent] {
        assert_eq!(world.holder(released).await, None);
    }
    let rows = history(&world).await;
    assert_eq!(
        (rows.len(), rows[0].scope, rows[0].suspended.as_deref()),
        (1, ReleaseScope::Suspension, Some("Ann"))
    );
    let events = "select count(*) from audit_event where action = 'release_started'";
    assert_eq!(world.count(events).await, 1);
    assert_eq!(store.release_held(admin, ann.member).await, Ok(None));
    assert_eq!(history(&world).await.len(), 1);
    assert_eq!(world.count(events).await, 1, "there was nothing");

    store.lift_suspension(admin, ann.member).await.unwrap();
    store.undo(admin, progress.release).await.unwrap();
    for returned in [reply, unsent] {
        assert_eq!(world.holder(returned).await, Some(ann.member));
    }
}
