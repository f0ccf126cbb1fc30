//! `baton contacts correct`

use super::whom::Whom;
use crate::commands::owner::owner_of;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use crate::contacts::CampaignContacts;
use app::ports::{ContactCorrection, ContactDetails, Contacts};
use clap::{ArgGroup, Args};
use server_store::Store;
use std::process::ExitCode;

/// Corrects a contact; what is not named stays as it is.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("correction").required(true).multiple(true))]
pub struct Correct {
    #[command(flatten)]
    pub(super) whom: Whom,

    /// The first name; empty for none.
    #[arg(long, value_name = "NAME", group = "correction")]
    pub(super) first_name: Option<String>,

    /// The last name; empty for none.
    #[arg(long, value_name = "NAME", group = "correction")]
    pub(super) last_name: Option<String>,

    /// The cell, like +12025550124, or as it is written in the organization's country. It stays once something was sent or
    /// came in.
    #[arg(long, value_name = "NUMBER", group = "correction")]
    pub(super) cell: Option<String>,

    /// What the organization's own database calls the contact; empty for nothing.
    #[arg(long, value_name = "ID", group = "correction")]
    pub(super) external_id: Option<String>,

    /// The time zone, such as America/New_York; empty for the campaign's. One that was found by the cell or the ZIP code
    /// follows them.
    #[arg(long, value_name = "ZONE", group = "correction")]
    pub(super) time_zone: Option<String>,

    /// A custom field that the contact has, and what it says; may be repeated.
    #[arg(long = "field", value_name = "NAME=VALUE", group = "correction")]
    pub(super) fields: Vec<String>,
}

impl Correct {
    pub(super) async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(format_args!(
            "Corrected the contact (number {}).",
            self.whom.contact
        ));
        Ok(ExitCode::SUCCESS)
    }

    /// Overwrites nothing that somebody else corrects meanwhile.
    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let Whom { which, contact } = &self.whom;
        let owner = owner_of(store, which.organization).await?;
        let contacts = CampaignContacts::new(store.clone());
        let before = contacts.contact(&owner, which.campaign, *contact).await;
        let before = before.map_err(|error| self.whom.refusal(error))?;
        let version = before.version.clone();
        let correction = self.correction(before)?;
        let corrected =
            contacts.correct_contact(&owner, which.campaign, *contact, &version, &correction);
        corrected.await.map_err(|error| self.whom.refusal(error))
    }

    fn correction(&self, before: ContactDetails) -> Result<ContactCorrection, CommandError> {
        let text = |new: &Option<String>, before| new.clone().unwrap_or(before);
        let mut custom_fields = before.custom_fields;
        for field in &self.fields {
            set(&mut custom_fields, field)?;
        }
        let row = before.row;
        Ok(ContactCorrection {
            first_name: text(&self.first_name, row.first_name),
            last_name: text(&self.last_name, row.last_name),
            cell: self.cell.clone(),
            external_id: text(&self.external_id, row.external_id.unwrap_or_default()),
            zone: text(&self.time_zone, row.zone.unwrap_or_default()),
            custom_fields,
        })
    }
}

/// Sets a custom field. The sign may stand in its name too, and then the longest name that is there is meant.
fn set(fields: &mut [(String, String)], field: &str) -> Result<(), CommandError> {
    let value_of = |name: &str| field.strip_prefix(name)?.strip_prefix('=');
    let named = fields
        .iter_mut()
        .filter_map(|(name, value)| Some((name.len(), value, value_of(name)?)));
    if let Some((_, value, new)) = named.max_by_key(|(length, ..)| *length) {
        *value = new.to_owned();
        return Ok(());
    }
    let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
    Err(CommandError::Refused(if names.is_empty() {
        format!("“{field}” names no field: the contact has no custom fields.")
    } else {
        format!(
            "“{field}” names no field of the contact. Write one of {}, =, and what it says.",
            names.join(", ")
        )
    }))
}
