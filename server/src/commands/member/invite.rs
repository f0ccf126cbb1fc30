//! `baton member invite`

use std::process::ExitCode;

use app::domain::{
    ApprovalLevel, InviteDays, InviteToken, InviteUses, InvitedRole, NewInvite, OrganizationId,
    Role,
};
use app::error::AppError;
use clap::Args;

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
        let token = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        let link = config.public_url(config.addr).join(&token.path());
        print_line(format_args!("Whoever has this link can join: {link}"));
        Ok(ExitCode::SUCCESS)
    }

    async fn run(&self, store: &Store) -> Result<InviteToken, CommandError> {
        // Whoever has the server may give every role.
        let role = InvitedRole::by(Role::Owner, self.role)
            .map_err(|error| CommandError::Refused(error.to_string()))?;
        let new = NewInvite {
            role,
            teams: Vec::new(),
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

#[cfg(test)]
mod tests {
    use super::Invite;
    use app::domain::{InviteState, OrganizationId, Role};
    use server_store::invites::invitation;
    use server_store::testing::World;
    use sqlx::PgPool;

    fn command(organization: OrganizationId) -> Invite {
        Invite {
            organization,
            role: Role::Owner,
            level: None,
            days: "7".parse().unwrap(),
            uses: None,
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
}
