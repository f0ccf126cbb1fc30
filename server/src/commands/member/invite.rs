//! `baton member invite`

use std::process::ExitCode;

use app::domain::{
    ApprovalLevel, InvalidRecipients, InviteDays, InviteToken, InviteUses, InvitedRole,
    MailRecipients, NewInvite, OrganizationId, Role,
};
use app::error::AppError;
use clap::Args;

use crate::commands::refusal::store_refusal;
use crate::commands::team::find_teams;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use server_store::{Store, StoreError, invites};

/// Makes a link by which people join.
#[derive(Debug, Args)]
pub struct Invite {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    organization: OrganizationId,

    /// What those who join may do.
    #[arg(long, value_name = "texter|supervolunteer|admin|owner", value_parser = invited_role)]
    role: Role,

    /// Their approval level [default: the organization's].
    #[arg(long, value_name = "automatic|approval_required|not_allowed")]
    level: Option<ApprovalLevel>,

    /// For how many days the link is valid, up to 30.
    #[arg(long, default_value = "7", value_parser = days)]
    days: InviteDays,

    /// How many may join by it, up to 10,000 [default: without limit].
    #[arg(long, value_name = "COUNT", value_parser = uses)]
    uses: Option<InviteUses>,

    /// A team that they are put on, by its title. May be given several times.
    #[arg(long = "team", value_name = "TITLE")]
    teams: Vec<String>,

    /// An address that the link is sent to, or up to 20 with commas between them, by the mail server of `BATON_SMTP_URL`,
    /// as soon as a server runs.
    #[arg(long, value_name = "ADDRESSES", value_parser = recipients)]
    email: Option<MailRecipients>,
}

/// The addresses that were typed.
pub(super) fn recipients(text: &str) -> Result<MailRecipients, String> {
    text.parse().map_err(|invalid| match invalid {
        InvalidRecipients::TooMany => format!("use at most {} addresses", MailRecipients::MAX),
        invalid => invalid.to_string(),
    })
}

/// Refuses to promise an e-mail that nothing would send.
pub(super) fn refuse_without_mail(config: &Config) -> Result<(), CommandError> {
    match config.mail()? {
        Some(_) => Ok(()),
        None => Err(CommandError::Refused(
            "No e-mail is sent from here: set BATON_SMTP_URL and BATON_MAIL_FROM.".into(),
        )),
    }
}

fn invited_role(word: &str) -> Result<Role, String> {
    match word.parse() {
        Ok(Role::Suspended) | Err(_) => Err("use texter, supervolunteer, admin or owner".into()),
        Ok(role) => Ok(role),
    }
}

fn days(text: &str) -> Result<InviteDays, String> {
    text.parse()
        .map_err(|_| "use a whole number from 1 to 30".into())
}

fn uses(text: &str) -> Result<InviteUses, String> {
    text.parse().map_err(|_| {
        let most = InviteUses::MAX;
        format!("use a whole number from 1 to {most}")
    })
}

impl Invite {
    pub(super) async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        if self.email.is_some() {
            refuse_without_mail(config)?;
        }
        Database::with(config, async |pool| {
            let store = Store::new(pool.clone());
            let token = self.run(&store).await?;
            let link = config.public_url(config.addr).join(&token.path());
            print_line(format_args!("Whoever has this link can join: {link}"));
            if let Some(recipients) = &self.email {
                send(&store, &token, recipients).await?;
                print_line(format_args!("It is on its way by e-mail."));
            }
            Ok(())
        })
        .await?;
        Ok(ExitCode::SUCCESS)
    }

    async fn run(&self, store: &Store) -> Result<InviteToken, CommandError> {
        // Whoever has the server may give every role.
        let role = InvitedRole::by(Role::Owner, self.role)
            .map_err(|error| CommandError::Refused(error.to_string()))?;
        let new = NewInvite {
            role,
            teams: find_teams(store, self.organization, &self.teams).await?,
            level: self.level,
            days: self.days,
            uses: self.uses,
        };
        let made = invites::create_for_command(store, self.organization, &new).await;
        made.map_err(|error| match error {
            StoreError::Refused(AppError::NotFound) => {
                let sentence = format!("There is no organization {}.", self.organization);
                CommandError::Refused(sentence)
            }
            error => error.into(),
        })
    }
}

/// Has the link sent to them.
async fn send(
    store: &Store,
    token: &InviteToken,
    recipients: &MailRecipients,
) -> Result<(), CommandError> {
    let sent = invites::send_for_command(store, token, recipients).await;
    sent.map_err(store_refusal)
}

#[cfg(test)]
mod tests {
    use super::super::{invites::Invites, mail_invite::MailInvite, revoke_invite::RevokeInvite};
    use super::{Invite, send};
    use app::domain::{InviteState, OrganizationId, Role};
    use app::ports::Teams;
    use server_store::invites::{MAX_MAILS_A_DAY, invitation};
    use server_store::testing::World;
    use sqlx::PgPool;

    fn command(organization: OrganizationId) -> Invite {
        Invite {
            organization,
            role: Role::Owner,
            level: None,
            days: "7".parse().unwrap(),
            uses: None,
            teams: Vec::new(),
            email: None,
        }
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn its_link_works_and_no_other_organization_gets_one(pool: PgPool) {
        let world = World::new(pool).await;
        let token = command(world.organization).run(&world.store).await.unwrap();
        let found = invitation(&world.store, &token, None).await.unwrap();
        assert_eq!((found.state, found.role), (InviteState::Open, Role::Owner));
        assert_eq!(found.invited_by, None);
        let refused = command(OrganizationId(4711)).run(&world.store).await;
        assert_eq!(
            refused.unwrap_err().to_string(),
            "There is no organization 4711."
        );
        assert_eq!(world.count("select count(*) from invite").await, 1);
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn links_for_teams_are_listed_and_revoked(pool: PgPool) {
        let world = World::new(pool).await;
        let team = world.store.create_team(&world.admin, "Legal", 1).await;
        team.unwrap();
        let for_teams = |titles: &[&str]| Invite {
            teams: titles.iter().map(|title| (*title).to_owned()).collect(),
            ..command(world.organization)
        };
        let refused = for_teams(&["Legal", "Press"]).run(&world.store).await;
        let sentence = format!(
            "There is no team “Press” in organization {}.",
            world.organization
        );
        assert_eq!(refused.unwrap_err().to_string(), sentence);
        let token = for_teams(&["Legal"]).run(&world.store).await.unwrap();
        let organization = world.organization;
        let listed = Invites { organization }.run(&world.store).await.unwrap();
        let [listed] = &*listed else {
            panic!("{listed:?}")
        };
        assert_eq!(
            (&listed.token, &*listed.teams),
            (&Some(token), &["Legal".to_owned()][..])
        );
        let revoke = |invite| RevokeInvite {
            organization,
            invite,
        };
        revoke(listed.id).run(&world.store).await.unwrap();
        let listed = Invites { organization }.run(&world.store).await.unwrap();
        assert_eq!(listed[0].state, InviteState::Revoked);
        let refused = revoke("4711".parse().unwrap()).run(&world.store).await;
        assert!(
            refused
                .unwrap_err()
                .to_string()
                .starts_with("There is no link 4711")
        );
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn more_mails_than_a_day_has_are_refused_in_a_sentence(pool: PgPool) {
        let world = World::new(pool).await;
        let token = command(world.organization).run(&world.store).await.unwrap();
        let to = |address: &str| address.parse().unwrap();
        send(&world.store, &token, &to("ann@example.org"))
            .await
            .unwrap();
        let used_up = format!("update invite_mail_count set count = {MAX_MAILS_A_DAY}");
        world.execute(used_up).await;
        let refused = send(&world.store, &token, &to("ben@example.org")).await;
        let refused = refused.unwrap_err().to_string();
        let sentence = "Your organization can send 200 invitations a day";
        assert!(refused.starts_with(sentence), "{refused}");
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn an_open_link_is_mailed_and_no_other_is(pool: PgPool) {
        let world = World::new(pool).await;
        let organization = world.organization;
        let once = Invite {
            uses: Some("1".parse().unwrap()),
            ..command(organization)
        };
        once.run(&world.store).await.unwrap();
        let listed = Invites { organization }.run(&world.store).await.unwrap();
        let mail = async |invite, addresses: &str| {
            let mail = MailInvite {
                organization,
                invite,
                email: addresses.parse().unwrap(),
            };
            let sent = mail.run(&world.store).await;
            sent.map_err(|error| error.to_string())
        };
        let invite = listed[0].id;
        assert_eq!(mail(invite, "ann@example.org").await, Ok(true));
        let two = "ben@example.org, cem@example.org";
        assert_eq!(mail(invite, two).await, Ok(false), "one may join");
        assert_eq!(world.count("select count(*) from mail").await, 3);
        let events =
            "select count(*) from audit_event where action = 'invite_mailed' and actor_id is null";
        assert_eq!(world.count(events).await, 2);

        let revoke = RevokeInvite {
            organization,
            invite,
        };
        revoke.run(&world.store).await.unwrap();
        for (invite, sentence) in [
            (invite, "No one can join with this link any more."),
            ("4711".parse().unwrap(), "There is no link 4711"),
        ] {
            let refused = mail(invite, "dee@example.org").await.unwrap_err();
            assert!(refused.starts_with(sentence), "{refused}");
        }
        assert_eq!(world.count("select count(*) from mail").await, 3);
    }
}
