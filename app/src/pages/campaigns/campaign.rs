//! The page of one campaign.

use super::answer_times::AnswerTimesCard;
use super::archive::ArchiveCard;
use super::basics::BasicsCard;
use super::contacts_card::ContactsCard;
use super::copy::CopyCard;
use super::export::ExportCard;
use super::import_report::ImportResult;
use super::launch::LaunchCard;
use super::pause::PauseCard;
use super::responses::ResponsesCard;
use super::script::ScriptCard;
use super::second_pass::SecondPassCard;
use super::section::{Section, overtaken_section};
use super::teams::TeamsCard;
use crate::api;
use crate::components::{ReleaseSubject, Stat, form_error};
use crate::domain::{CampaignId, CampaignRow, CampaignState, ImportId, ReleaseKind, Requesters};
use crate::islands::{AutoassignCard, AutoassignData, ReleaseWindow, ReleaseWindowData, WithProps};
use crate::pages::figures::ManyFiltered;
use crate::pages::flash::{Flash, Message};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query, query_as};
use crate::ports::CampaignSection;
use crate::view_models::{ObstacleWords, campaign_figures};
use leptos::prelude::*;
use sentences::{admin, page};

/// The figures of a campaign, Autoassign Mode and release; its launch, its script, its canned responses, answer times, teams, the upload of
/// contacts, its copy, its pause and its archive.
#[component]
pub fn CampaignPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<CampaignId>()?;
        let ports = api::ports()?;
        let campaigns = ports.campaigns;
        let campaign = campaigns.find(&viewer, id).await?;
        let autoassign = AutoassignData {
            campaign: id,
            title: campaign.title.clone(),
            states: live_states(campaign.state),
            window: campaign.autoassign,
            obstacles: ObstacleWords::all_of(&campaign),
        };
        let times = campaigns.answer_times(&viewer, id).await?;
        // The page is there without it.
        let filtered = ports
            .figures
            .many_filtered(&viewer, id)
            .await
            .ok()
            .flatten();
        let running = ports.releases.running(&viewer).await?;
        let title = campaign.title.clone();
        let settings = ports.campaign_setup.settings(&viewer, id).await?;
        let state = settings.state;
        let copy_key = settings.copy_key;
        let blank = settings.checks.blank_fields.clone();
        let overtaken = match overtaken_section() {
            Some(section) => Some((
                section,
                ports.campaign_setup.last_save(&viewer, id, section).await?,
            )),
            None => None,
        };
        let versions = settings.versions.clone();
        let section = move |section, version| Section {
            campaign: id,
            state,
            section,
            version,
            overtaken: overtaken.clone(),
        };
        let basics = section(CampaignSection::Basics, versions.basics);
        let script = section(CampaignSection::Script, versions.script);
        let responses = section(CampaignSection::Responses, versions.responses);
        let teams = section(CampaignSection::Teams, versions.teams);
        let auto_assign = campaign.autoassign.mode.auto_assign;
        let contacts = campaign.contacts;
        let saved = query("saved").is_some() && form_error().is_none();
        let pending = ports.contact_uploads.pending_uploads(&viewer, id).await?;
        let before = query_as::<ImportId>("imports_before");
        let (imports, next_imports) = ports.contacts.imports(&viewer, id, before).await?;
        let report = match query_as("import") {
            Some(import) => Some(campaigns.import_report(&viewer, id, import).await?),
            None => None,
        };
        let launched: &'static [Message] = if settings.overdue {
            &[("launched", page::campaign_is_launched_past_its_due_date)]
        } else {
            &[("launched", page::campaign_is_launched)]
        };
        let is_draft = state == CampaignState::Draft;
        let is_archived = state == CampaignState::Archived;
        let autoassign_and_release = || {
            view! {
                <div class="cards">
                    <section class="card" aria-labelledby="autoassign-card-title">
                        <h2 id="autoassign-card-title">{admin::autoassign_mode()}</h2>
                        <WithProps props=autoassign><AutoassignCard/></WithProps>
                    </section>
                    {(!is_draft).then(|| view! { <ReleaseCard id title=title.clone()/> })}
                </div>
            }
            .into_any()
        };
        let script = view! {
            <ScriptCard section=script settings=settings.clone()/>
            <ResponsesCard section=responses settings=settings.clone()/>
        }
        .into_any();
        let teams = view! { <TeamsCard section=teams settings=settings.clone()/> }.into_any();
        let launch = view! { <LaunchCard id settings=settings.clone() auto_assign/> }.into_any();
        let basics = view! { <BasicsCard section=basics settings/> }.into_any();
        let contacts_card =
            view! { <ContactsCard id is_archived pending imports next_imports/> }.into_any();
        // A draft in the order in which it is set up, without what nobody can have answered yet; what runs with what is
        // looked at most; what is archived without what cannot be done with it, and first the way back.
        let cards = if is_archived {
            let answer_times = view! { <AnswerTimesCard times/> }.into_any();
            let archive = view! { <ArchiveCard id state/> }.into_any();
            vec![archive, answer_times, script, teams, basics, contacts_card]
        } else if is_draft {
            vec![
                basics,
                contacts_card,
                script,
                teams,
                autoassign_and_release(),
            ]
        } else {
            let second_pass = view! { <SecondPassCard id/> }.into_any();
            let answer_times = view! { <AnswerTimesCard times/> }.into_any();
            vec![
                autoassign_and_release(),
                script,
                second_pass,
                answer_times,
                teams,
                basics,
                contacts_card,
            ]
        };
        Ok(view! {
            <Page title=campaign.title.clone() viewer=Some(viewer.into())>
                <p class="back"><a href="/campaigns">{page::campaigns()}</a></p>
                <h1 id="campaign-title" data-answer="">{campaign.title.clone()}</h1>
                <div role="status">
                    {saved.then(|| view! { <p class="notice notice-good">{page::autoassign_mode_is_saved()}</p> })}
                </div>
                <Flash words=launched/>
                <Flash words=&[
                    ("script", page::script_and_due_date_are_saved),
                    ("responses", page::canned_responses_are_saved),
                    ("teams", page::teams_are_saved),
                    ("created", page::campaign_is_created),
                    ("basics", page::title_and_hours_are_saved),
                    ("copied", page::campaign_is_copied),
                    ("paused", page::campaign_was_paused),
                    ("resumed", page::campaign_was_resumed),
                    ("not_paused", page::campaign_was_not_paused),
                    ("archived", page::campaign_was_archived),
                    ("unarchived", page::campaign_was_unarchived),
                    ("not_archived", page::campaign_was_not_archived),
                    ("discarded", page::file_is_discarded),
                    ("undone", page::upload_is_undone),
                    ("undoing", page::upload_is_being_undone),
                ]/>
                <WithProps props=ReleaseWindowData { campaign: Some(id), running }><ReleaseWindow/></WithProps>
                {report.map(|report| view! { <ImportResult report blank/> })}
                <Facts campaign/>
                {filtered.map(|texts| view! { <ManyFiltered texts/> })}
                <p class="actions"><a class="button" href=format!("/campaigns/{id}/figures")>{page::show_figures()}</a></p>
                {launch}
                {cards}
                <ExportCard id contacts/>
                <CopyCard id title copy_key/>
                <PauseCard id state/>
                {(!is_archived).then(|| view! { <ArchiveCard id state/> })}
            </Page>
        }
        .into_any())
    })
}

/// What a release is, and the ways into its two forms.
#[component]
fn ReleaseCard(id: CampaignId, title: String) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="release-card-title">
            <h2 id="release-card-title">{page::release_card()}</h2>
            <p>{page::what_a_release_does()}</p>
            <p class="actions">
                <ReleaseLink id kind=ReleaseKind::Replies title=title.clone()/>
                <ReleaseLink id kind=ReleaseKind::Unsent title=title.clone()/>
                <a class="button quiet" href=format!("/releases?campaign={id}")>{admin::release_history()}</a>
            </p>
        </section>
    }
}

/// The way into one of the release forms; where the page is awake it opens as a window.
#[component]
fn ReleaseLink(id: CampaignId, kind: ReleaseKind, title: String) -> impl IntoView {
    let subject = ReleaseSubject {
        campaign: Some(id),
        title,
        kind,
    };
    view! {
        <a
            class="button"
            href=format!("/campaigns/{id}/release?kind={}", kind.as_str())
            data-window="release"
            data-kind=kind.as_str()
            data-campaign=id.to_string()
            data-title=subject.title.clone()
        >
            {subject.heading()}
        </a>
    }
}

/// The words of a campaign's state while it is not paused, and while it is.
fn live_states(state: CampaignState) -> [String; 2] {
    let states = match state {
        CampaignState::Started | CampaignState::Paused => {
            [CampaignState::Started, CampaignState::Paused]
        }
        state => [state, state],
    };
    states.map(|state| state.to_string())
}

/// The figures, some of which follow the server (`AutoassignCard`).
#[component]
fn Facts(campaign: CampaignRow) -> impl IntoView {
    let names = [
        admin::unsent(),
        admin::unhandled(),
        admin::in_the_pool(),
        admin::oldest_wait(),
    ];
    let live = names
        .into_iter()
        .zip(campaign_figures(&campaign.counts))
        .map(|(name, (figure, value))| view! { <Stat name value figure/> })
        .collect_view();
    let teams = match campaign.requesters {
        Requesters::Everyone => page::everyone_can_request(),
        Requesters::Teams => admin::teams_only(),
        Requesters::Nobody => page::nobody_can_request_yet(),
    };
    view! {
        <dl class="stats">
            <Stat name=page::state() value=campaign.state.to_string() figure="state"/>
            <Stat name=page::who_can_request() value=teams/>
            <Stat name=admin::contacts() value=sentences::number(campaign.contacts)/>
            {live}
        </dl>
    }
}
