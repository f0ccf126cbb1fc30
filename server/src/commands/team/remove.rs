//! `baton team remove`

use super::super::{CommandError, Database, print_line};
use super::find::find_teams;
use super::parts::Parts;
use crate::commands::owner::owner_of;
use crate::config::Config;
use app::domain::OrganizationId;
use app::ports::{TeamChange, Teams};
use clap::Args;
use server_store::{Store, StoreError};
use std::process::ExitCode;

/// Takes out of a team.
#[derive(Debug, Args)]
pub struct Remove {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// What the team is called.
    #[arg(long)]
    pub(super) title: String,

    #[command(flatten)]
    pub(super) parts: Parts,

    /// Take them out also if no one can take the texts of some campaigns then.
    #[arg(long)]
    pub(super) also_if_stranded: bool,
}

impl Remove {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let count = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        let title = &self.title;
        print_line(format_args!("Took {count} out of the team “{title}”."));
        Ok(ExitCode::SUCCESS)
    }

    /// How many parts were given; what was none of them is so still.
    pub(super) async fn run(&self, store: &Store) -> Result<usize, CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let title = std::slice::from_ref(&self.title);
        let parts = self.parts.find(store, self.organization).await?;
        let change = TeamChange::Remove {
            confirmed: self.also_if_stranded,
        };
        for team in find_teams(store, self.organization, title).await? {
            for (taken_out, part) in parts.iter().enumerate() {
                let stranded = store.change_team(&owner, team, *part, change).await;
                let stranded = stranded.map_err(StoreError::from)?;
                if stranded > 0 {
                    let part = part.to_string().replace('=', " ");
                    return Err(CommandError::Refused(format!(
                        "Took {taken_out} out of the team. Without {part}, no one could take the texts of {stranded} of \
                         your campaigns; with --also-if-stranded it is taken out as well."
                    )));
                }
            }
        }
        Ok(parts.len())
    }
}
