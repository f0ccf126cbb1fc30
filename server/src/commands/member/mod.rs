//! `baton member invite|invites|revoke-invite|import|list|role|level|suspend|release|lift|password-link`

mod acting;
mod import;
mod invite;
mod invites;
mod level;
mod lift;
mod list;
mod password_link;
mod release;
mod revoke_invite;
mod role;
mod suspend;

use super::CommandError;
use crate::config::Config;
use clap::Subcommand;
use std::process::ExitCode;

/// What can be done with the members of an organization. What changes a member is done in the name of an owner, of the one
/// who has been a member for longest.
#[derive(Debug, Subcommand)]
pub enum MemberCommand {
    /// Make a link by which people join an organization, and print it.
    Invite(invite::Invite),
    /// List the links by which people join: number, role, state, how many have joined, until when, link.
    Invites(invites::Invites),
    /// Revoke one of them.
    RevokeInvite(revoke_invite::RevokeInvite),
    /// Add the people of a CSV file.
    Import(import::Import),
    /// List them: role, approval level, e-mail address, name, teams.
    List(list::List),
    /// Give a member another role.
    Role(role::SetRole),
    /// Give a member another approval level.
    Level(level::SetLevel),
    /// Suspend a member, and release everything that they hold.
    Suspend(suspend::Suspend),
    /// Release what a suspended member still holds.
    Release(release::Release),
    /// Lift a suspension; it leads back to the role before.
    Lift(lift::Lift),
    /// Print a link with which someone chooses a new password.
    PasswordLink(password_link::PasswordLink),
}

impl MemberCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::Invite(invite) => invite.run_and_print(config).await,
            Self::Invites(invites) => invites.run_and_print(config).await,
            Self::RevokeInvite(revoke) => revoke.run_and_print(config).await,
            Self::Import(import) => import.run_and_print(config).await,
            Self::List(list) => list.run_and_print(config).await,
            Self::Role(role) => role.run_and_print(config).await,
            Self::Level(level) => level.run_and_print(config).await,
            Self::Suspend(suspend) => suspend.run_and_print(config).await,
            Self::Release(release) => release.run_and_print(config).await,
            Self::Lift(lift) => lift.run_and_print(config).await,
            Self::PasswordLink(command) => command.run(config).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::acting::Whom;
    use super::{
        level::SetLevel, lift::Lift, list::List, release::Release, role::SetRole, suspend::Suspend,
    };
    use app::domain::{ApprovalLevel, Role};
    use server_store::members::{self, NewAccount};
    use server_store::organizations;
    use server_store::testing::World;
    use sqlx::PgPool;

    /// An organization with an owner and a texter; gives its number.
    async fn organization(pool: &PgPool) -> i64 {
        let account = |email| NewAccount {
            email,
            name: "Somebody",
            password_hash: "none",
        };
        let mut transaction = pool.begin().await.unwrap();
        let ada = account("ada@example.org");
        let made = organizations::create(&mut transaction, "Vote Local", &ada).await;
        let organization = made.unwrap().organization;
        let ann = account("ann@example.org");
        members::add(&mut transaction, organization, &ann, Role::Texter)
            .await
            .unwrap();
        transaction.commit().await.unwrap();
        organization.0
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn the_list_has_role_level_and_teams(pool: PgPool) {
        let world = World::new(pool.clone()).await;
        let [ann, ben] = [world.email(&world.ann).await, world.email(&world.ben).await];
        world.team_for("Legal", &[], &[&world.ann]).await;
        world.team_for("Press", &[], &[&world.ann]).await;
        world
            .set_level(world.ben.member, ApprovalLevel::NotAllowed)
            .await;
        let list = List {
            organization: world.organization.0,
        };
        let rows = list.run(&pool).await.unwrap();
        let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
        assert_eq!(rows.len(), 4, "{rows:?}");
        assert!(rows[0].starts_with("owner"), "{rows:?}");
        for row in [
            format!("texter         automatic         {ann}  Ann  (Legal, Press)"),
            format!("texter         not_allowed       {ben}  Ben"),
        ] {
            assert!(rows.contains(&row), "{row}: {rows:?}");
        }
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn a_member_is_promoted_suspended_and_lifted_and_an_owner_stays(pool: PgPool) {
        let organization = organization(&pool).await;
        let whom = |email: &str| Whom {
            organization,
            email: email.into(),
        };
        let set_role = async |email: &str, role| {
            let whom = whom(email);
            SetRole { whom, role }.run(&pool).await
        };
        set_role(" Ann@example.org ", Role::Supervolunteer)
            .await
            .unwrap();
        let suspend = Suspend {
            whom: whom("ann@example.org"),
            keep_conversations: false,
        };
        let release = Release {
            whom: whom("ann@example.org"),
        };
        let refused = release.run(&pool).await.unwrap_err().to_string();
        assert!(
            refused.starts_with("This member is not suspended"),
            "{refused}"
        );
        assert!(suspend.run(&pool).await.unwrap().is_some());
        assert!(release.run(&pool).await.unwrap().is_none());
        let lift = Lift {
            whom: whom("ann@example.org"),
        };
        assert_eq!(lift.run(&pool).await.unwrap(), Role::Supervolunteer);
        let level = SetLevel {
            whom: whom("ann@example.org"),
            level: ApprovalLevel::NotAllowed,
        };
        level.run(&pool).await.unwrap();
        let log: Vec<(String, Option<i64>)> = sqlx::query_as(
            "select action, actor_id from audit_event where subject_kind = 'member' order by id",
        )
        .fetch_all(&pool)
        .await
        .unwrap();
        let actions = [
            "role_changed",
            "member_suspended",
            "suspension_lifted",
            "level_changed",
        ];
        assert_eq!(log, actions.map(|action| (action.to_owned(), None)));
        for (email, sentence) in [
            ("ada@example.org", "This is the only owner."),
            ("nobody@example.org", "There is no member"),
        ] {
            let suspend = Suspend {
                whom: whom(email),
                keep_conversations: false,
            };
            for refused in [
                set_role(email, Role::Texter).await.unwrap_err(),
                suspend.run(&pool).await.unwrap_err(),
            ] {
                assert!(refused.to_string().starts_with(sentence), "{refused}");
            }
        }
    }
}
