//! `baton member password-link`

use std::process::ExitCode;

use clap::Args;

use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use server_auth::{link, make_link};
use server_store::Store;

/// Prints a link with which someone chooses a new password. It works once, for an hour.
#[derive(Debug, Args)]
pub struct PasswordLink {
    /// What they sign in with.
    #[arg(long)]
    email: String,
}

impl PasswordLink {
    /// Runs it.
    pub async fn run(&self, config: &Config) -> Result<ExitCode, CommandError> {
        let token = Database::with(config, async |pool| {
            Ok(make_link(&Store::new(pool.clone()), &self.email).await?)
        })
        .await?;
        let Some(token) = token else {
            let email = &self.email;
            return Err(CommandError::Refused(format!(
                "No one signs in with {email}, or they are suspended in every organization."
            )));
        };
        print_line(format_args!(
            "{}\n\nWhoever opens this link chooses a new password for {}. It works once, for an hour, and is shown only now.",
            link(config.public_url(config.addr).as_str(), &token),
            self.email
        ));
        Ok(ExitCode::SUCCESS)
    }
}
