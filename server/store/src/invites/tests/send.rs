//! Links by e-mail.

use super::{joined, made, new, of_uses};
use crate::invites::{MAX_MAILS_A_DAY, invite_mail, send_for_command};
use crate::mail::{ClaimedMail, MailKind, claim, give_up};
use crate::testing::{World, noon};
use app::domain::{InviteId, MailFailure, MailRecipients, Role};
use app::error::AppError;
use app::ports::Invites;
use chrono::TimeDelta;
use sentences::Language;
use sqlx::PgPool;
use std::time::Duration;

fn to(addresses: &str) -> MailRecipients {
    addresses.parse().unwrap()
}

async fn send(world: &World, invite: InviteId, addresses: &str) -> Result<bool, AppError> {
    let recipients = to(addresses);
    let (store, admin) = (&world.store, &world.admin);
    let sent = store.send_invite(admin, invite, &recipients, Language::default());
    sent.await
}

async fn outbox(world: &World) -> Vec<ClaimedMail> {
    let lease = Duration::from_secs(60);
    let mails = claim(&world.store, 500, lease, Duration::from_secs(3600));
    mails.await.unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn every_address_gets_the_link_as_long_as_it_is_open(pool: PgPool) {
    let world = World::new(pool).await;
    let (invite, token) = made(&world, &world.admin, &of_uses("1")).await;
    assert_eq!(send(&world, invite, "cy@example.org").await, Ok(true));
    // Which one has an account, nobody asks.
    let more = send(&world, invite, "dee@example.org, eve@example.org").await;
    assert_eq!(more, Ok(false), "one may join");
    let mails = outbox(&world).await;
    assert_eq!(mails.len(), 3);
    for mail in &mails {
        assert_eq!(mail.kind, MailKind::Invite);
        let found = invite_mail(&world.store, mail.id).await.unwrap().unwrap();
        assert_eq!(found.token, token);
        assert_eq!(found.invited_by.as_deref(), Some("Ada"));
        assert_eq!(found.expires_at, noon() + TimeDelta::days(7));
    }
    world
        .store
        .revoke_invite(&world.admin, invite)
        .await
        .unwrap();
    let ended = invite_mail(&world.store, mails[0].id).await.unwrap();
    assert!(ended.is_none());
    let refused = send(&world, invite, "cy@example.org").await.unwrap_err();
    assert!(matches!(refused, AppError::Invalid(_)), "{refused:?}");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_organization_sends_two_hundred_a_day(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (invite, token) = made(&world, &world.admin, &new(Role::Texter)).await;
    let twenty: String = (0..20).map(|n| format!("a{n}@example.org ")).collect();
    for _ in 0..9 {
        assert_eq!(send(&world, invite, &twenty).await, Ok(true));
    }
    let nineteen = twenty.replace("a0@example.org", "");
    send(&world, invite, &nineteen).await.unwrap();
    let refused = send(&world, invite, "a@b.org b@b.org").await;
    assert!(matches!(refused, Err(AppError::Fields(_))), "{refused:?}");
    let by_command = send_for_command(&world.store, &token, &to("a@b.org")).await;
    by_command.unwrap();
    assert_eq!(outbox(&world).await.len(), usize::from(MAX_MAILS_A_DAY));
    assert!(send(&world, invite, "a@b.org").await.is_err());
    // Another organization has a limit of its own, and everybody has a new one the next day.
    let other = World::new(pool).await;
    let (theirs, _) = made(&other, &other.admin, &new(Role::Texter)).await;
    assert_eq!(send(&other, theirs, "a@b.org").await, Ok(true));
    world.store.clock.set(noon() + TimeDelta::hours(8));
    assert_eq!(send(&world, invite, &twenty).await, Ok(true));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whoever_may_not_see_a_link_does_not_send_it(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let owner = world.owner.clone();
    let (for_owners, _) = made(&world, &owner, &new(Role::Owner)).await;
    let refused = send(&world, for_owners, "a@b.org").await;
    assert_eq!(refused, Err(AppError::NotAllowed));
    let other = World::new(pool).await;
    let refused = send(&other, for_owners, "a@b.org").await;
    assert_eq!(refused, Err(AppError::NotFound));
    assert!(outbox(&world).await.is_empty());
    assert_eq!(
        world.count("select count(*) from invite_mail_count").await,
        0
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whom_a_link_did_not_reach_is_said_as_long_as_they_could_join_by_it(pool: PgPool) {
    let world = World::new(pool).await;
    let maker = world.another_owner().await;
    let (for_one, token) = made(&world, &world.admin, &of_uses("1")).await;
    let (for_a_week, _) = made(&world, &world.admin, &new(Role::Texter)).await;
    let (of_maker, _) = made(&world, &maker, &new(Role::Texter)).await;
    let links = [for_one, for_a_week, of_maker];
    for invite in links {
        send(&world, invite, "dee@example.org").await.unwrap();
    }
    for mail in outbox(&world).await {
        let given_up = give_up(&world.store, &mail, MailFailure::Refused).await;
        given_up.unwrap();
    }
    let saying = async || {
        let page = world.store.invites(&world.admin, None).await.unwrap();
        let saying = page.rows.into_iter().filter(|row| {
            let addresses = row.undelivered.iter().map(|to| to.address.as_str());
            addresses.eq(["dee@example.org"])
        });
        let mut saying: Vec<InviteId> = saying.map(|row| row.id).collect();
        saying.reverse();
        saying
    };
    assert_eq!(saying().await, links);
    joined(&world, &token, "cy@example.org").await;
    assert_eq!(saying().await, [for_a_week, of_maker], "one is used up");
    // It works again once its maker may make it again.
    world.set_role(maker.member, Role::Supervolunteer).await;
    assert_eq!(saying().await, [for_a_week]);
    world.set_role(maker.member, Role::Admin).await;
    assert_eq!(saying().await, [for_a_week, of_maker]);
    world.store.clock.set(noon() + TimeDelta::days(7));
    assert_eq!(saying().await, [], "they have expired");
}
