//! `baton tag edit`

use super::find::find_tag;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::title::short_title;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::domain::OrganizationId;
use app::ports::{TagBasics, Tags};
use clap::{ArgGroup, Args};
use sentences::page;
use server_store::Store;
use std::process::ExitCode;

/// Changes a tag; what is not named stays as it is.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("change").required(true).multiple(true))]
pub struct Edit {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// What the tag is called.
    #[arg(long)]
    pub(super) title: String,

    /// What it is to be called.
    #[arg(long, value_name = "TITLE", group = "change")]
    pub(super) new_title: Option<String>,

    /// Whether only teams with this tag get its conversations. If not, teams lose the tag.
    #[arg(long, value_name = "true|false", group = "change")]
    pub(super) escalation: Option<bool>,
}

impl Edit {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let moved = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(page::tag_is_saved());
        if moved > 0 {
            print_line(page::conversations_changed_with_tag(moved));
        }
        Ok(ExitCode::SUCCESS)
    }

    /// How many conversations began or ceased to be escalated.
    pub(super) async fn run(&self, store: &Store) -> Result<u32, CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let tag = find_tag(store, &owner, &self.title).await?;
        let basics = TagBasics {
            title: match &self.new_title {
                Some(title) => short_title(title)?.to_owned(),
                None => tag.title.clone(),
            },
            escalation: self.escalation.unwrap_or(tag.escalation),
        };
        // Overwrites nothing that somebody else saved since it was read.
        let was = TagBasics {
            title: tag.title,
            escalation: tag.escalation,
        };
        let saved = store.save_tag(&owner, tag.id, &was, &basics).await;
        saved.map_err(refusal)
    }
}
