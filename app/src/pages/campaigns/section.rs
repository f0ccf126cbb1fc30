//! A section of a campaign's page: its form, which on a draft saves by itself, and what it says of that.

use crate::components::{Clock, form_error, refusal_words};
use crate::domain::{CampaignId, CampaignState};
use crate::error::AppError;
use crate::pages::form_state::FormState;
use crate::pages::pieces::{PLACE, pieces};
use crate::pages::query::query;
use crate::ports::{CampaignSection, LastSave, SectionVersion};
use leptos::prelude::*;
use sentences::page;

/// Which section it is, and what its form is about.
#[derive(Clone)]
pub(super) struct Section {
    pub campaign: CampaignId,
    pub state: CampaignState,
    pub section: CampaignSection,
    /// What stands there now, as a save names it.
    pub version: SectionVersion,
    /// Who saved the section that was overtaken, if this page says so of one.
    pub overtaken: Option<(CampaignSection, Option<LastSave>)>,
}

/// The section whose form was refused because somebody else saved it meanwhile.
pub(super) fn overtaken_section() -> Option<CampaignSection> {
    refused_section().filter(|_| form_error() == Some(AppError::SavedMeanwhile))
}

/// The section whose form was refused.
pub(super) fn refused_section() -> Option<CampaignSection> {
    let sections = [
        CampaignSection::Basics,
        CampaignSection::Script,
        CampaignSection::Responses,
        CampaignSection::Teams,
    ];
    let form = query("form").filter(|_| form_error().is_some())?;
    sections
        .into_iter()
        .find(|section| section.as_str() == form)
}

/// The form of a section. Of what the page that answers it says, the script shows what is marked with `data-answer`
/// (`script/autosave.js`).
///
/// Only drafts save by themselves. Of a campaign that was launched every change holds at once for those who are texting
/// now: half a sentence would be sent, half a number would open its hours. It waits for the button, and says so.
#[component]
pub(super) fn SectionForm(
    section: Section,
    /// Where it is posted to.
    action: &'static str,
    /// The words of its button.
    button: &'static str,
    /// What stands there now, for who was overtaken.
    theirs: Vec<(&'static str, String)>,
    children: Children,
) -> impl IntoView {
    let Section {
        campaign,
        state,
        section,
        version,
        overtaken,
    } = section;
    let name = section.as_str();
    let form = FormState::of(name);
    let is_draft = state == CampaignState::Draft;
    let runs = matches!(state, CampaignState::Started | CampaignState::Paused);
    let said = match form_error().filter(|_| form.refused()) {
        Some(error) => page::section_is_not_saved(&refusal_words(&error)),
        None if query("done").as_deref() == Some(name) => page::section_is_saved().to_owned(),
        None => String::new(),
    };
    let conflict = overtaken
        .filter(|(overtaken, _)| *overtaken == section)
        .map(|(_, last)| {
            let over = version.0.clone();
            view! { <Overtaken campaign last over theirs/> }
        });
    view! {
        {runs.then(|| view! { <p class="hint">{page::launched_saves_by_its_button()}</p> })}
        <form
            method="post"
            action=action
            class="form"
            // What is typed of a date in part the browser would send as none: it keeps such a form, also without a script. The
            // script says why (`script/half-typed.js`).
            novalidate={section != CampaignSection::Script}
            data-unsaved=name
            data-autosave=is_draft.then_some(name)
            data-saving=is_draft.then(page::section_is_being_saved)
            data-offline=is_draft.then(page::section_cannot_be_saved_now)
            data-incomplete=is_draft.then(|| page::section_is_not_saved(page::date_is_incomplete()))
        >
            <input type="hidden" name="campaign" value=campaign.to_string()/>
            <input type="hidden" name="save[version]" value=form.text("version", version.0)/>
            {children()}
            <div class="dialog-actions">
                <button class="button primary">{button}</button>
            </div>
            // Behind the button: what appears here does not move it under a press, and it is the one that Enter presses.
            <p id=format!("{name}-saved") class="hint" role="status" data-answer="">{said}</p>
            <div id=format!("{name}-overtaken") data-answer="">{conflict}</div>
        </form>
    }
}

/// Who saved meanwhile, when, and what stands there now; with the two ways on.
#[component]
fn Overtaken(
    campaign: CampaignId,
    last: Option<LastSave>,
    /// The version of what stands there now.
    over: String,
    theirs: Vec<(&'static str, String)>,
) -> impl IntoView {
    let who = match last {
        None => view! { {page::somebody_saved_meanwhile()} }.into_any(),
        Some(last) => {
            let name = last
                .by
                .unwrap_or_else(|| page::audit_command_line().to_owned());
            let [before, after] = pieces(&page::saved_meanwhile_by(&name, PLACE));
            view! { {before}<Clock at=last.at/>{after} }.into_any()
        }
    };
    let theirs = theirs
        .into_iter()
        .map(|(name, value)| view! { <dt>{name}</dt><dd class="overtaken-value">{value}</dd> })
        .collect_view();
    view! {
        <div class="notice notice-warning">
            <p>{who}</p>
            <dl>{theirs}</dl>
            <p class="actions">
                <button class="button" name="save[over]" value=over>{page::save_mine_over_it()}</button>
                <a class="button" href=format!("/campaigns/{campaign}") data-discard="">{page::take_theirs()}</a>
            </p>
        </div>
    }
}
