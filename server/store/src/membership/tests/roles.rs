//! Who gives which role to whom.

use super::role;
use crate::testing::World;
use app::domain::{MemberId, Role, RoleChange};
use app::error::AppError;
use app::ports::{MemberRoles, NewRole};
use sqlx::PgPool;

fn change(member: MemberId, was: Role, role: Role) -> NewRole {
    NewRole { member, was, role }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_table_is_done_and_nothing_else(pool: PgPool) {
    let world = World::new(pool).await;
    let (first, second) = (world.owner.clone(), world.another_owner().await);
    let given = Role::ALL
        .into_iter()
        .filter(|role| *role != Role::Suspended);
    for from in given.clone() {
        for to in given.clone() {
            for (actor, others_own) in [(&world.admin, true), (&first, true)] {
                let member = world.member(from).await.member;
                let changed = world.store.change_role(actor, change(member, from, to));
                let allowed = RoleChange {
                    actor: actor.role,
                    is_own: false,
                    from,
                    to,
                    others_own,
                };
                let changed = changed.await.is_ok();
                assert_eq!(changed, allowed.check().is_ok(), "{allowed:?}");
                let expected = if changed { to } else { from };
                assert_eq!(role(&world, member).await, expected, "{allowed:?}");
            }
        }
    }
    assert_eq!(role(&world, second.member).await, Role::Owner);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_last_owner_stays_one_until_there_is_another(pool: PgPool) {
    let world = World::new(pool).await;
    let owner = world.owner.clone();
    let down = change(owner.member, Role::Owner, Role::Texter);
    let refused = world.store.change_role(&owner, down).await;
    assert_eq!(
        refused.unwrap_err().to_string(),
        "This is the only owner. Make someone else an owner first."
    );
    let up = change(world.ann.member, Role::Texter, Role::Owner);
    world.store.change_role(&owner, up).await.unwrap();
    world.store.change_role(&owner, down).await.unwrap();
    assert_eq!(role(&world, owner.member).await, Role::Texter);
    // What the browser or a request still thinks of them does not count.
    let ben = change(world.ben.member, Role::Texter, Role::Admin);
    let refused = world.store.change_role(&owner, ben).await;
    assert_eq!(refused, Err(AppError::NotAllowed));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_admins_who_change_the_same_role_the_second_is_told(pool: PgPool) {
    let world = World::new(pool).await;
    let other = &world.owner;
    let ann = world.ann.member;
    let up = change(ann, Role::Texter, Role::Supervolunteer);
    world.store.change_role(&world.admin, up).await.unwrap();
    let stale = change(ann, Role::Texter, Role::Admin);
    let refused = world.store.change_role(other, stale).await;
    assert_eq!(refused, Err(AppError::SavedMeanwhile));
    assert_eq!(role(&world, ann).await, Role::Supervolunteer);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_suspension_is_neither_made_nor_lifted_by_a_role(pool: PgPool) {
    let world = World::new(pool).await;
    let ann = world.ann.member;
    for (was, to) in [
        (Role::Texter, Role::Suspended),
        (Role::Suspended, Role::Texter),
    ] {
        let refused = world.store.change_role(&world.admin, change(ann, was, to));
        assert!(matches!(refused.await, Err(AppError::Invalid(_))));
    }
    assert_eq!(role(&world, ann).await, Role::Texter);
}
