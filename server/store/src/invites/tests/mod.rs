//! Invite links on a real database.

mod races;
mod send;

use super::{JoinOutcome, Joined, Joiner, create_for_command, invitation, join};
use crate::members::NewAccount;
use crate::testing::{World, noon};
use app::domain::{
    AccountId, Admin, ApprovalLevel, InviteId, InviteState, InviteToken, InvitedRole, MemberId,
    NewInvite, Role, TeamId, Viewer,
};
use app::error::AppError;
use app::ports::{Invites, Teams};
use chrono::TimeDelta;
use sqlx::PgPool;

/// A link for a role, for a week and any number of people.
fn new(role: Role) -> NewInvite {
    NewInvite {
        role: InvitedRole::by(Role::Owner, role).unwrap(),
        teams: Vec::new(),
        level: None,
        days: "7".parse().unwrap(),
        uses: None,
    }
}

fn of_uses(uses: &str) -> NewInvite {
    NewInvite {
        uses: Some(uses.parse().unwrap()),
        ..new(Role::Texter)
    }
}

async fn made(world: &World, by: &Admin, new: &NewInvite) -> (InviteId, InviteToken) {
    let invite = world.store.create_invite(by, new).await.unwrap();
    let token = world.store.invite(by, invite).await.unwrap().token;
    (invite, token.unwrap())
}

async fn join_new(world: &World, token: &InviteToken, email: &str) -> JoinOutcome {
    let new = NewAccount {
        email,
        name: "Cy Ng",
        password_hash: "none",
    };
    let joined = join(&world.store, token, Joiner::New(&new), None).await;
    joined.unwrap()
}

async fn joined(world: &World, token: &InviteToken, email: &str) -> Joined {
    match join_new(world, token, email).await {
        JoinOutcome::Joined(joined) => joined,
        other => panic!("{other:?}"),
    }
}

async fn account(world: &World, viewer: &Viewer) -> AccountId {
    let id = sqlx::query_scalar("select account_id from member where id = $1")
        .bind(viewer.member.0)
        .fetch_one(&world.store.pool);
    AccountId(id.await.unwrap())
}

/// Role, approval level and teams of a member.
async fn member(world: &World, member: MemberId) -> (String, String, Vec<i64>) {
    sqlx::query_as(
        "select role::text, approval_level::text,
                array(select team_id from team_member tm where tm.member_id = m.id order by team_id)
           from member m where id = $1",
    )
    .bind(member.0)
    .fetch_one(&world.store.pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whoever_joins_gets_what_the_link_says(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let kept = store.create_team(admin, "Legal", 10).await.unwrap();
    let deleted = store.create_team(admin, "Press", 20).await.unwrap();
    let full = NewInvite {
        teams: vec![kept, deleted, kept],
        level: Some(ApprovalLevel::NotAllowed),
        ..new(Role::Supervolunteer)
    };
    let (invite, token) = made(&world, admin, &full).await;
    let shown = store.invite(admin, invite).await.unwrap();
    assert_eq!(shown.teams, ["Legal", "Press"]);
    assert_eq!((shown.uses, shown.max_uses), (0, None));
    assert_eq!(shown.expires_at, noon() + TimeDelta::days(7));
    store.delete_team(admin, deleted, false).await.unwrap();

    let one = joined(&world, &token, "cy@example.org").await;
    let (role, level, teams) = member(&world, one.member).await;
    assert_eq!((&*role, &*level), ("supervolunteer", "not_allowed"));
    assert_eq!(teams, [kept.0]);
    assert_eq!(store.invite(admin, invite).await.unwrap().uses, 1);
    // Without a level it is the organization's; who decides needs nobody's approval.
    for (role, expected) in [
        (Role::Texter, "approval_required"),
        (Role::Supervolunteer, "automatic"),
    ] {
        let (_, token) = made(&world, admin, &new(role)).await;
        let one = joined(&world, &token, &format!("{role}@example.org")).await;
        assert_eq!(member(&world, one.member).await.1, expected);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_link_gives_no_more_than_its_maker_has(pool: PgPool) {
    let world = World::new(pool).await;
    // The type was made with another role than the one that the maker has by now.
    let refused = world
        .store
        .create_invite(&world.admin, &new(Role::Owner))
        .await;
    assert_eq!(refused, Err(AppError::NotAllowed));
    world.set_role(world.admin.member, Role::Texter).await;
    let refused = world
        .store
        .create_invite(&world.admin, &new(Role::Texter))
        .await;
    assert_eq!(refused, Err(AppError::NotAllowed));
    assert_eq!(world.count("select count(*) from invite").await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_link_ends_with_the_right_of_its_maker_to_make_it(pool: PgPool) {
    let world = World::new(pool).await;
    let owner = world.another_owner().await;
    let (_, token) = made(&world, &owner, &new(Role::Owner)).await;
    let (_, lower) = made(&world, &owner, &new(Role::Texter)).await;
    let lost = JoinOutcome::Closed(InviteState::MakerLost);
    world.set_role(owner.member, Role::Admin).await;
    assert_eq!(join_new(&world, &token, "a@example.org").await, lost);
    joined(&world, &lower, "b@example.org").await;
    world.set_role(owner.member, Role::Supervolunteer).await;
    assert_eq!(join_new(&world, &lower, "c@example.org").await, lost);
    world.set_role(owner.member, Role::Admin).await;
    joined(&world, &lower, "c@example.org").await;
    assert_eq!(world.count("select sum(uses)::int8 from invite").await, 2);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_suspension_revokes_the_links_of_the_member_and_lifting_it_does_not_revive_them(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let (_, theirs) = made(&world, &world.admin, &new(Role::Texter)).await;
    let (_, used_up) = made(&world, &world.admin, &of_uses("1")).await;
    joined(&world, &used_up, "a@example.org").await;
    let (_, of_another) = made(&world, &world.owner, &new(Role::Texter)).await;
    world.suspend(world.admin.member).await;
    let revoked = JoinOutcome::Closed(InviteState::Revoked);
    assert_eq!(join_new(&world, &theirs, "b@example.org").await, revoked);
    // Nor does anybody make one who was let in before.
    let again = new(Role::Texter);
    let refused = world.store.create_invite(&world.admin, &again).await;
    assert_eq!(refused, Err(AppError::NotAllowed));
    world.lift(world.admin.member).await;
    assert_eq!(join_new(&world, &theirs, "b@example.org").await, revoked);
    joined(&world, &of_another, "c@example.org").await;
    let (_, anew) = made(&world, &world.admin, &new(Role::Texter)).await;
    joined(&world, &anew, "d@example.org").await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn admins_neither_see_nor_revoke_a_link_that_makes_owners(pool: PgPool) {
    let world = World::new(pool).await;
    let owner = world.owner.clone();
    let (invite, token) = made(&world, &owner, &new(Role::Owner)).await;
    let shown = world.store.invite(&world.admin, invite).await.unwrap();
    assert_eq!((shown.state, shown.token), (InviteState::Open, None));
    assert_eq!(
        world.store.revoke_invite(&world.admin, invite).await,
        Err(AppError::NotAllowed)
    );
    joined(&world, &token, "cy@example.org").await;
    world.store.revoke_invite(&owner, invite).await.unwrap();
    let shown = world.store.invite(&owner, invite).await.unwrap();
    assert_eq!((shown.state, shown.token), (InviteState::Revoked, None));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_link_that_has_ended_admits_nobody_and_says_why(pool: PgPool) {
    let world = World::new(pool).await;
    let (revoked, revoked_token) = made(&world, &world.admin, &new(Role::Texter)).await;
    world
        .store
        .revoke_invite(&world.admin, revoked)
        .await
        .unwrap();
    let (_, used_up) = made(&world, &world.admin, &of_uses("1")).await;
    joined(&world, &used_up, "first@example.org").await;
    let (_, expired) = made(&world, &world.admin, &new(Role::Texter)).await;
    world.store.clock.set(noon() + TimeDelta::days(7));
    for (token, state) in [
        (revoked_token, InviteState::Revoked),
        (expired, InviteState::Expired),
    ] {
        let closed = JoinOutcome::Closed(state);
        assert_eq!(join_new(&world, &token, "cy@example.org").await, closed);
        let seen = invitation(&world.store, &token, None).await.unwrap();
        assert_eq!(seen.state, state);
    }
    world.store.clock.set(noon());
    let closed = JoinOutcome::Closed(InviteState::UsedUp);
    assert_eq!(join_new(&world, &used_up, "cy@example.org").await, closed);
    let unknown: InviteToken = "abcdefghijklmnopqrstuvwx".parse().unwrap();
    let refused = invitation(&world.store, &unknown, None).await;
    assert_eq!(AppError::from(refused.unwrap_err()), AppError::NotFound);
    let accounts = "select count(*) from account where email = 'cy@example.org'";
    assert_eq!(world.count(accounts).await, 0, "nobody was left behind");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_member_stays_what_they_are_and_a_suspension_is_not_lifted(pool: PgPool) {
    let world = World::new(pool).await;
    let (_, token) = made(&world, &world.admin, &new(Role::Admin)).await;
    let ann = account(&world, &world.ann).await;
    let known = join(&world.store, &token, Joiner::Known(ann), None)
        .await
        .unwrap();
    assert!(
        matches!(known, JoinOutcome::Already(joined) if joined.member == world.ann.member),
        "{known:?}"
    );
    // The next sign-in leads there.
    let chosen = "select count(*) from member where chosen_at is not null";
    assert_eq!(world.count(chosen).await, 1);
    world.suspend(world.ann.member).await;
    let refused = join(&world.store, &token, Joiner::Known(ann), None)
        .await
        .unwrap();
    assert_eq!(refused, JoinOutcome::Suspended);
    assert_eq!(member(&world, world.ann.member).await.0, "suspended");
    // Nor is somebody's account taken by a form that was filled in before it was there.
    let email: String = sqlx::query_scalar("select email from account where id = $1")
        .bind(ann.0)
        .fetch_one(&world.store.pool)
        .await
        .unwrap();
    assert_eq!(
        join_new(&world, &token, &email).await,
        JoinOutcome::EmailTaken
    );
    assert_eq!(world.count("select sum(uses)::int8 from invite").await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_account_joins_another_organization(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let token = create_for_command(&other.store, other.organization, &new(Role::Texter)).await;
    let token = token.unwrap();
    let seen = invitation(&world.store, &token, Some(&world.ann))
        .await
        .unwrap();
    assert_eq!(
        (seen.organization, seen.viewer_role),
        (other.organization, None)
    );
    let ann = account(&world, &world.ann).await;
    let outcome = join(&world.store, &token, Joiner::Known(ann), None)
        .await
        .unwrap();
    assert!(matches!(outcome, JoinOutcome::Joined(_)), "{outcome:?}");
    let seen = invitation(&world.store, &token, Some(&world.ann))
        .await
        .unwrap();
    assert_eq!(seen.viewer_role, Some(Role::Texter));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn links_and_teams_of_other_organizations_do_not_exist(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (theirs, _) = made(&other, &other.admin, &new(Role::Texter)).await;
    let team: TeamId = other
        .store
        .create_team(&other.admin, "Legal", 10)
        .await
        .unwrap();
    let store = &world.store;
    let found = store.invite(&world.admin, theirs).await;
    assert_eq!(found, Err(AppError::NotFound));
    let revoked = store.revoke_invite(&world.admin, theirs).await;
    assert_eq!(revoked, Err(AppError::NotFound));
    let with_team = NewInvite {
        teams: vec![team],
        ..new(Role::Texter)
    };
    let refused = store.create_invite(&world.admin, &with_team).await;
    assert_eq!(refused, Err(AppError::NotFound));
    let listed = store.invites(&world.admin, None).await.unwrap();
    assert_eq!((listed.rows, listed.next), (Vec::new(), None));
    assert_eq!(world.count("select count(*) from invite").await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn links_come_in_pages_the_latest_first(pool: PgPool) {
    let world = World::new(pool).await;
    let mut made_last = None;
    for _ in 0..60 {
        let invite = world
            .store
            .create_invite(&world.admin, &new(Role::Texter))
            .await;
        made_last = Some(invite.unwrap());
    }
    let first = world.store.invites(&world.admin, None).await.unwrap();
    assert_eq!(first.rows.first().map(|row| row.id), made_last);
    assert_eq!(first.rows.len(), 50);
    let second = world.store.invites(&world.admin, first.next).await.unwrap();
    assert_eq!((second.rows.len(), second.next), (10, None));
}
