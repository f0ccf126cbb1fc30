//! `baton campaign start`

use app::domain::CampaignState;
use app::ports::{CampaignSettings, CampaignSetup, Campaigns, LaunchChecks};
use app::view_models::blank_field_words;
use clap::Args;
use sentences::{admin, page};
use server_store::{Store, campaign_setup};

use super::{Which, refuse};
use crate::commands::CommandError;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;

/// A launch.
#[derive(Debug, Args)]
pub struct Start {
    #[command(flatten)]
    pub(super) which: Which,

    /// Turn auto-assign on with it: texters can request its conversations. Without this it stays as it is.
    #[arg(long)]
    pub(super) auto_assign: bool,

    /// Start nothing, and print what a launch needs, whether it is there, and what else is to be known before. It fails if
    /// something is missing.
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// How much a line of the checklist matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    /// It is as it has to be.
    Ready,
    /// It can be launched all the same.
    Note,
    /// It cannot be launched.
    Missing,
}

impl Start {
    /// Launches it, or holds it against the checklist; what to print.
    pub(super) async fn run(&self, store: &Store) -> Result<String, CommandError> {
        let (organization, campaign) = (self.which.organization, self.which.campaign);
        let owner = owner_of(store, organization).await?;
        let settings = store.settings(&owner, campaign).await.map_err(refusal)?;
        let row = Campaigns::find(store, &owner, campaign).await;
        let auto_assign = self.auto_assign || row.map_err(refusal)?.autoassign.mode.auto_assign;
        let lines = checklist(&settings, auto_assign);
        if self.dry_run {
            return report(&settings, lines);
        }
        campaign_setup::launch(store, organization, campaign, self.auto_assign).await?;
        let notes = lines.into_iter();
        let notes = notes.filter(|(weight, _)| *weight == Weight::Note);
        let mut said = vec![format!("Started the campaign (number {campaign}).")];
        said.extend(notes.map(|(_, line)| line));
        Ok(said.join("\n"))
    }
}

/// The whole checklist of a draft.
fn report(
    settings: &CampaignSettings,
    lines: Vec<(Weight, String)>,
) -> Result<String, CommandError> {
    match settings.state {
        CampaignState::Draft => {}
        CampaignState::Archived => return refuse(page::archived_cannot_be_launched().to_owned()),
        CampaignState::Started | CampaignState::Paused => {
            return refuse(page::is_already_launched().to_owned());
        }
    }
    let lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
    let lines = lines.join("\n");
    if settings.checks.ready() {
        Ok(format!("{lines}\nNothing was started."))
    } else {
        refuse(format!("{}\n{lines}", page::something_is_missing()))
    }
}

/// What stands on the checklist of the campaign's page, line by line.
fn checklist(settings: &CampaignSettings, auto_assign: bool) -> Vec<(Weight, String)> {
    let checks = &settings.checks;
    let mut lines = vec![
        needed(
            checks.has_contacts,
            admin::contacts(),
            page::no_contacts_yet(),
        ),
        needed(checks.has_script, page::script(), page::no_script_yet()),
    ];
    lines.extend(fields(checks));
    for blank in &checks.blank_fields {
        let line = format!("{}: {}", page::blank_fields(), blank_field_words(blank));
        lines.push((Weight::Note, line));
    }
    if !checks.blank_fields.is_empty() {
        let meaning = page::what_blank_fields_mean("{firstName|neighbor}");
        lines.push((Weight::Note, meaning));
    }
    lines.push(needed(
        checks.has_sending_number,
        page::phone_number(),
        page::no_number_yet(),
    ));
    let hours = format!("{}: {}", page::texting_hours(), settings.hours);
    lines.push((Weight::Ready, hours));
    if settings.overdue {
        let line = format!("{}: {}", page::due_date(), page::has_passed_already());
        lines.push((Weight::Note, line));
    }
    for (there, what) in [
        (checks.has_initials_pool, page::pool_of_initial_messages()),
        (checks.has_replies_pool, page::pool_of_replies()),
    ] {
        lines.push(if there {
            (Weight::Ready, format!("{what}: {}", page::is_there()))
        } else {
            let missing = page::no_pool_hands_it_out();
            (Weight::Note, format!("{what}: {missing}"))
        });
    }
    if !auto_assign {
        let off = page::auto_assign_is_off_note();
        let line = format!("{off}: {}", page::launched_without_auto_assign());
        lines.push((Weight::Note, line));
    }
    lines
}

/// What the script and the canned responses name and no contact has.
fn fields(checks: &LaunchChecks) -> Vec<(Weight, String)> {
    let mut lines = Vec::new();
    if checks.has_script {
        let unknown = &checks.unknown_fields;
        let what = page::fields_of_the_script();
        lines.push(if checks.has_contacts {
            let missing = page::no_contact_has(&unknown.join(", "));
            needed(unknown.is_empty(), what, &missing)
        } else {
            let later = page::fields_are_checked_later();
            (Weight::Note, format!("{what}: {later}"))
        });
    }
    let unknown = &checks.unknown_in_responses;
    if !unknown.is_empty() {
        lines.push(needed(
            false,
            page::fields_of_the_responses(),
            &page::no_contact_has(&unknown.join(", ")),
        ));
    }
    lines
}

/// Something that a launch needs.
fn needed(there: bool, what: &str, missing: &str) -> (Weight, String) {
    if there {
        (Weight::Ready, format!("{what}: {}", page::is_there()))
    } else {
        (Weight::Missing, format!("{what}: {missing}"))
    }
}
