//! Requests that somebody decides on.

use crate::testing::World;
use app::domain::{
    Approval, ApprovalLevel, Decider, PendingRequest, PoolKind, RequestId, RequestOffer,
    RequestOutcome,
};
use app::error::AppError;
use app::ports::{Approvals, Requests};
use sqlx::PgPool;

/// Ann has to ask, five wait in the pool, and Vera decides.
pub(super) async fn asking(pool: PgPool) -> (World, Decider) {
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

pub(super) async fn ask(world: &World, wanted: u32) -> RequestId {
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
pub(super) async fn card(world: &World) -> (RequestId, String) {
    let RequestOffer::Pending { request, message } = world.store.offer(&world.ann).await.unwrap()
    else {
        panic!("it is pending")
    };
    (request, message)
}

pub(super) async fn held(world: &World) -> i64 {
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
