//! Requests that somebody decides on.

use crate::testing::World;
use app::domain::{
    Approval, ApprovalLevel, Decider, PendingRequest, PoolKind, RequestId, RequestOffer,
    RequestOutcome,
};
use app::error::AppError;
use app::ports::{Approvals, Requests, TeamChange, TeamPart, Teams};
use sqlx::PgPool;

/// Ann has to ask, five wait in the pool, and Vera decides.
async fn asking(pool: PgPool) -> (World, Decider) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    for minutes in 10..15 {
        world.pooled(campaign, minutes).await;
    }
    let ann = world.ann.member;
    world.set_level(ann, ApprovalLevel::ApprovalRequired).await;
    (world, vera)
}

async fn ask(world: &World, wanted: u32) -> RequestId {
    let kind = PoolKind::Replies;
    assert_eq!(
        world.store.create(&world.ann, world.general, wanted).await,
        Ok(RequestOutcome::Pending { kind, wanted })
    );
    let (request, message) = card(world).await;
    assert_eq!(
        message,
        format!(
            "{} from General. Someone has to approve it; this page updates by itself.",
            kind.counted(wanted)
        )
    );
    request
}

/// The pending request that Ann's form shows, and what it says.
async fn card(world: &World) -> (RequestId, String) {
    let RequestOffer::Pending { request, message } = world.store.offer(&world.ann).await.unwrap()
    else {
        panic!("it is pending")
    };
    (request, message)
}

/// What Vera reads who approves it although nothing can be assigned.
async fn not_approved(world: &World, vera: &Decider, request: RequestId) -> String {
    let refused = Approvals::approve(&world.store, vera, request, false).await;
    let Err(AppError::Invalid(sentence)) = refused else {
        panic!("{refused:?}")
    };
    sentence
}

async fn held(world: &World) -> i64 {
    world
        .count("select count(*) from conversation where assigned_to is not null")
        .await
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nothing_is_given_before_somebody_approves_and_then_once(pool: PgPool) {
    let (world, vera) = asking(pool).await;
    let request = ask(&world, 3).await;
    assert_eq!(held(&world).await, 0);
    assert_eq!(
        world.store.create(&world.ann, world.general, 3).await,
        Err(AppError::RequestPending)
    );
    let approve = |viewer: &Decider| {
        let (store, viewer) = (world.store.clone(), viewer.clone());
        async move { Approvals::approve(&store, &viewer, request, false).await }
    };
    let (one, other) = tokio::join!(approve(&vera), approve(&world.admin));
    let assigned = Ok(Approval::Assigned {
        texter: world.ann.name.clone(),
        kind: PoolKind::Replies,
        assigned: 3,
    });
    assert!([&one, &other].contains(&&assigned), "{one:?} {other:?}");
    assert!([&one, &other].contains(&&Err(AppError::DecidedAlready)));
    assert_eq!(held(&world).await, 3);
    let (of, outcome) = world.store.latest(&world.ann).await.unwrap().unwrap();
    assert_eq!(of, request);
    assert_eq!(outcome.to_string(), "3 replies assigned");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_changed_meanwhile_counts_as_it_is_now(pool: PgPool) {
    let (world, vera) = asking(pool).await;
    let request = ask(&world, 5).await;
    let approve = || Approvals::approve(&world.store, &vera, request, false);
    let nothing = Ok(Approval::NothingThere {
        pool: "General".into(),
    });
    let auto_assign = |on: bool| world.execute(format!("update campaign set auto_assign = {on}"));
    auto_assign(false).await;
    assert_eq!(approve().await, nothing);
    auto_assign(true).await;
    let ann = world.ann.member;
    world.set_level(ann, ApprovalLevel::NotAllowed).await;
    let not_allowed = approve().await;
    assert!(
        matches!(not_allowed, Err(AppError::Invalid(_))),
        "{not_allowed:?}"
    );
    world.set_level(ann, ApprovalLevel::ApprovalRequired).await;
    assert_eq!(held(&world).await, 0);
    assert_eq!(world.store.count_pending(&vera).await, Ok(1));
    world
        .execute("update pool set max_per_request = 2".into())
        .await;
    let listed = world.store.pending(&vera, None, 10).await.unwrap();
    assert_eq!((listed[0].wanted, listed[0].most), (5, 2));
    let (_, message) = card(&world).await;
    assert!(
        message.starts_with("5 replies from General (at most 2 now). Someone has to approve it"),
        "{message}"
    );
    assert!(matches!(
        approve().await,
        Ok(Approval::Assigned { assigned: 2, .. })
    ));
    assert_eq!(world.store.count_pending(&vera).await, Ok(0));
    // There are more, so that "2 of 5: that was all there is" would be wrong.
    let (_, outcome) = world.store.latest(&world.ann).await.unwrap().unwrap();
    assert_eq!(outcome.to_string(), "2 replies assigned");
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

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_denial_is_read_by_its_texter_and_a_cancelled_one_cannot_be_approved(pool: PgPool) {
    let (world, vera) = asking(pool).await;
    let request = ask(&world, 5).await;
    let too_long = world.store.deny(&vera, request, &"x".repeat(501)).await;
    assert!(matches!(too_long, Err(AppError::Invalid(_))));
    world
        .store
        .deny(&vera, request, " Finish yours first. ")
        .await
        .unwrap();
    let (of, outcome) = world.store.latest(&world.ann).await.unwrap().unwrap();
    assert_eq!(of, request);
    assert_eq!(
        outcome.to_string(),
        "Somebody denied your request: Finish yours first."
    );
    let request = ask(&world, 5).await;
    Requests::cancel(&world.store, &world.ann).await.unwrap();
    assert_eq!(
        Approvals::approve(&world.store, &vera, request, false).await,
        Err(AppError::DecidedAlready)
    );
    assert_eq!(
        Requests::cancel(&world.store, &world.ann).await,
        Err(AppError::DecidedAlready)
    );
    assert_eq!(held(&world).await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_is_always_approved_need_not_ask_again(pool: PgPool) {
    let (world, vera) = asking(pool).await;
    let request = ask(&world, 1).await;
    Approvals::approve(&world.store, &vera, request, true)
        .await
        .unwrap();
    let outcome = world.store.create(&world.ann, world.general, 2).await;
    assert_eq!(outcome.unwrap().assigned(), 2);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn on_their_own_request_only_an_admin_decides(pool: PgPool) {
    let (world, vera) = asking(pool).await;
    let own = world.pending_request(&vera, 3).await;
    let store = &world.store;
    let refused = Approvals::approve(store, &vera, own, true).await;
    assert_eq!(refused, Err(AppError::NotAllowed));
    assert_eq!(store.deny(&vera, own, "").await, Err(AppError::NotAllowed));
    let decidable = |requests: Vec<PendingRequest>| {
        let mut requests = requests.into_iter();
        requests
            .find(|request| request.id == own)
            .unwrap()
            .decidable
    };
    assert!(!decidable(store.pending(&vera, None, 10).await.unwrap()));
    let other = world.supervolunteer().await;
    assert!(decidable(store.pending(&other, None, 10).await.unwrap()));
    assert_eq!(held(&world).await, 0);
    Approvals::approve(store, &world.admin, own, false)
        .await
        .unwrap();
    assert_eq!(held(&world).await, 3);
    let admins = world.pending_request(&world.admin, 1).await;
    assert!(
        Approvals::approve(store, &world.admin, admins, false)
            .await
            .is_ok()
    );
}
