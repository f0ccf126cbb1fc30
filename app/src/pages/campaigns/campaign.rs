//! The page of one campaign.

use super::answer_times::AnswerTimesCard;
use super::archive::ArchiveCard;
use super::basics::BasicsCard;
use super::import_report::ImportResult;
use super::launch::LaunchCard;
use super::script::ScriptCard;
use super::second_pass::SecondPassCard;
use super::teams::TeamsCard;
use super::with_code::WithCode;
use crate::api;
use crate::components::{ReleaseSubject, Stat, form_error};
use crate::domain::{CampaignId, CampaignRow, ReleaseKind, Requesters};
use crate::islands::{AutoassignCard, AutoassignData, ReleaseWindow, ReleaseWindowData, WithProps};
use crate::pages::flash::Flash;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query, query_as};
use leptos::prelude::*;
use sentences::{admin, page};

/// The figures of a campaign, Autoassign Mode and release; its launch, its script, answer times, teams, and the
/// upload of contacts.
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
            window: campaigns.autoassign(&viewer, id).await?,
        };
        let times = campaigns.answer_times(&viewer, id).await?;
        let running = ports.releases.running(&viewer).await?;
        let title = campaign.title.clone();
        let settings = ports.campaign_setup.settings(&viewer, id).await?;
        let state = settings.state;
        let auto_assign = campaign.auto_assign;
        let saved = query("saved").is_some() && form_error().is_none();
        let report = match query_as("import") {
            Some(import) => Some(campaigns.import_report(&viewer, id, import).await?),
            None => None,
        };
        Ok(view! {
            <Page title=campaign.title.clone() viewer=Some(viewer.into())>
                <p class="back"><a href="/campaigns">{page::campaigns()}</a></p>
                <h1>{campaign.title.clone()}</h1>
                <div role="status">
                    {saved.then(|| view! { <p class="notice notice-good">{page::autoassign_mode_is_saved()}</p> })}
                </div>
                <Flash words=&[
                    ("script", page::script_and_due_date_are_saved),
                    ("teams", page::teams_are_saved),
                    ("launched", page::campaign_is_launched),
                    ("created", page::campaign_is_created),
                    ("basics", page::title_and_hours_are_saved),
                    ("archived", page::campaign_was_archived),
                    ("unarchived", page::campaign_was_unarchived),
                ]/>
                <WithProps props=ReleaseWindowData { campaign: Some(id), running }><ReleaseWindow/></WithProps>
                {report.map(|report| view! { <ImportResult report/> })}
                <Facts campaign/>
                <LaunchCard id settings=settings.clone() auto_assign/>
                <div class="cards">
                    <section class="card" aria-labelledby="autoassign-card-title">
                        <h2 id="autoassign-card-title">{admin::autoassign_mode()}</h2>
                        <WithProps props=autoassign><AutoassignCard/></WithProps>
                    </section>
                    <section class="card" aria-labelledby="release-card-title">
                        <h2 id="release-card-title">{page::release_card()}</h2>
                        <p>{page::what_a_release_does()}</p>
                        <p class="actions">
                            <ReleaseLink id kind=ReleaseKind::Replies title=title.clone()/>
                            <ReleaseLink id kind=ReleaseKind::Unsent title/>
                            <a class="button quiet" href=format!("/releases?campaign={id}")>{admin::release_history()}</a>
                        </p>
                    </section>
                </div>
                <ScriptCard id settings=settings.clone()/>
                <SecondPassCard id/>
                <AnswerTimesCard times/>
                <TeamsCard id settings=settings.clone()/>
                <BasicsCard id settings/>
                <section class="card" id="contacts" aria-labelledby="upload-title">
                    <h2 id="upload-title">{page::upload_contacts()}</h2>
                    <p><WithCode sentence=page::what_a_file_needs()/></p>
                    <form method="post" enctype="multipart/form-data" action=format!("/campaigns/{id}/contacts") class="upload">
                        <label class="field" for="file">{page::csv_file()}</label>
                        <input id="file" type="file" name="file" accept=".csv,text/csv" required/>
                        <button class="button primary">{page::upload()}</button>
                    </form>
                </section>
                <ArchiveCard id state/>
            </Page>
        }
        .into_any())
    })
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

#[component]
fn Facts(campaign: CampaignRow) -> impl IntoView {
    let counts = campaign.counts;
    let oldest = counts
        .oldest_wait
        .map_or_else(|| admin::no_one_waiting().to_owned(), |age| age.to_string());
    let teams = match campaign.requesters {
        Requesters::Everyone => page::everyone_can_request(),
        Requesters::Teams => admin::teams_only(),
        Requesters::Nobody => page::nobody_can_request_yet(),
    };
    view! {
        <dl class="stats">
            <Stat name=page::state() value=campaign.state.to_string()/>
            <Stat name=page::who_can_request() value=teams/>
            <Stat name=admin::contacts() value=sentences::number(campaign.contacts)/>
            <Stat name=admin::unsent() value=sentences::number(counts.unsent)/>
            <Stat name=admin::unhandled() value=sentences::number(counts.unhandled)/>
            <Stat name=admin::in_the_pool() value=sentences::number(counts.in_pool)/>
            <Stat name=admin::oldest_wait() value=oldest/>
        </dl>
    }
}
