//! Pending requests that nobody can approve for now, and what their texter and who decides read of that.

use super::approval::{ask, asking, card, held};
use crate::testing::World;
use app::domain::{ApprovalLevel, Decider, PoolKind, RequestId, RequestOutcome};
use app::error::AppError;
use app::ports::{Approvals, Requests, TeamChange, TeamPart, Teams};
use sqlx::PgPool;

/// What Vera reads who approves it although nothing can be assigned.
async fn not_approved(world: &World, vera: &Decider, request: RequestId) -> String {
    let refused = Approvals::approve(&world.store, vera, request, false).await;
    let Err(AppError::Invalid(sentence)) = refused else {
        panic!("{refused:?}")
    };
    sentence
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_pending_request_says_to_both_what_keeps_its_pool_from_filling_it(pool: PgPool) {
    let (world, vera) = asking(pool).await;
    let request = ask(&world, 5).await;
    for (change, back, texters, deciders) in [
        (
            "update pool set enabled = false",
            "update pool set enabled = true",
            "It cannot be approved while General is disabled.",
            "Nothing was assigned: General is disabled.",
        ),
        (
            "update pool set kind = 'initials'",
            "update pool set kind = 'replies'",
            "It cannot be approved, because General hands out other texts now.",
            "Nothing was assigned: General no longer hands out the type of texts that Ann",
        ),
    ] {
        world.execute(change.into()).await;
        let (of, message) = card(&world).await;
        assert_eq!(of, request);
        let expected = format!("5 replies from General. {texters}");
        assert!(message.starts_with(&expected), "{message}");
        let sentence = not_approved(&world, &vera, request).await;
        assert!(sentence.starts_with(deciders), "{sentence}");
        world.execute(back.into()).await;
    }
    assert_eq!(held(&world).await, 0);
    assert_eq!(world.store.count_pending(&vera).await, Ok(1));
    assert!(card(&world).await.1.contains("Someone has to approve it"));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_request_of_a_team_that_its_texter_has_left_says_so(pool: PgPool) {
    let (world, vera) = asking(pool).await;
    let team = world.team_for("Spanish", &[], &[&world.ann]).await;
    let teams = world.pool_of(team, PoolKind::Replies, &[]).await;
    let asked = world.store.create(&world.ann, teams, 5).await;
    assert!(matches!(asked, Ok(RequestOutcome::Pending { .. })));
    let ann = TeamPart::Member(world.ann.member);
    let left = world.store.change_team(
        &world.admin,
        team,
        ann,
        TeamChange::Remove { confirmed: true },
    );
    left.await.unwrap();
    let (request, message) = card(&world).await;
    let expected =
        "5 replies from Spanish. It cannot be approved, because you are no longer in Spanish.";
    assert!(message.starts_with(expected), "{message}");
    let sentence = not_approved(&world, &vera, request).await;
    assert!(sentence.contains("is no longer in Spanish."), "{sentence}");
    assert_eq!(held(&world).await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_pending_request_stays_on_the_form_and_says_why_nobody_can_approve_it(pool: PgPool) {
    let (world, vera) = asking(pool).await;
    let request = ask(&world, 5).await;
    let enabled = async |on: bool| {
        world
            .change_rules(|rules| {
                rules.requests_enabled = on;
                rules.requests_disabled_message = "Back at nine".into();
            })
            .await;
    };
    enabled(false).await;
    let (of, message) = card(&world).await;
    assert_eq!(of, request);
    assert_eq!(
        message,
        "5 replies from General. It cannot be approved while requests are disabled. Back at nine"
    );
    // What the organization tells its texters is not for who decides.
    let sentence = not_approved(&world, &vera, request).await;
    assert!(
        sentence.starts_with("Nothing was assigned: requests are disabled."),
        "{sentence}"
    );
    enabled(true).await;

    let ann = world.ann.member;
    world.set_level(ann, ApprovalLevel::NotAllowed).await;
    let (_, message) = card(&world).await;
    assert_eq!(
        message,
        "5 replies from General. It cannot be approved, because you cannot request texts any more. \
         Ask an admin if you think you should be able to."
    );
    let sentence = not_approved(&world, &vera, request).await;
    assert!(
        sentence.ends_with("can no longer get texts. Deny the request."),
        "{sentence}"
    );
    world.set_level(ann, ApprovalLevel::ApprovalRequired).await;

    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 20).await;
    world
        .change_rules(|rules| rules.finish_replies_first = true)
        .await;
    let (_, message) = card(&world).await;
    assert_eq!(
        message,
        "5 replies from General. It can be approved once you have answered what you have: 1 reply."
    );
    let sentence = not_approved(&world, &vera, request).await;
    assert!(
        sentence.contains("has 1 reply, and has to answer first."),
        "{sentence}"
    );
    world
        .change_rules(|rules| {
            rules.finish_replies_first = false;
            rules.most_open_replies = Some(1);
        })
        .await;
    let (_, message) = card(&world).await;
    assert!(
        message.ends_with("a texter can have 1 reply at a time."),
        "{message}"
    );
    let sentence = not_approved(&world, &vera, request).await;
    assert!(
        sentence.contains("at a time (1 reply). The request stays pending."),
        "{sentence}"
    );
    assert_eq!(world.store.count_pending(&vera).await, Ok(1));
}
