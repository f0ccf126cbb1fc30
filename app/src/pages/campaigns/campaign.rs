//! One campaign.

use super::import_report::ImportResult;
use crate::api;
use crate::components::{Page, Stat, grouped};
use crate::domain::{CampaignId, CampaignRow};
use crate::pages::answer::answer;
use crate::pages::query::{path_id, query_as};
use leptos::prelude::*;

/// The facts of a campaign, its figures, and the way to bring contacts in.
#[component]
pub fn CampaignPage() -> impl IntoView {
    answer(async {
        let viewer = api::admin()?;
        let id = path_id::<CampaignId>()?;
        let campaigns = api::ports()?.campaigns;
        let campaign = campaigns.find(&viewer, id).await?;
        let report = match query_as("import") {
            Some(import) => Some(campaigns.import_report(&viewer, id, import).await?),
            None => None,
        };
        Ok(view! {
            <Page title=campaign.title.clone() viewer=Some(viewer)>
                <p class="back"><a href="/campaigns">"Campaigns"</a></p>
                <h1>{campaign.title.clone()}</h1>
                {report.map(|report| view! { <ImportResult report/> })}
                <Facts campaign/>
                <section class="card" aria-labelledby="upload-title">
                    <h2 id="upload-title">"Bring in contacts"</h2>
                    <p>
                        "A CSV file with the columns "<code>"firstName"</code>", "<code>"lastName"</code>" and "
                        <code>"cell"</code>". Every other column becomes a custom field. Good rows are taken; every bad one is reported with its line."
                    </p>
                    <form method="post" enctype="multipart/form-data" action=format!("/campaigns/{id}/contacts") class="upload">
                        <label class="field" for="file">"CSV file"</label>
                        <input id="file" type="file" name="file" accept=".csv,text/csv" required/>
                        <button class="button primary">"Upload"</button>
                    </form>
                </section>
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Facts(campaign: CampaignRow) -> impl IntoView {
    let counts = campaign.counts;
    let oldest = counts
        .oldest_wait
        .map_or_else(|| "Nobody waits".to_owned(), |age| age.to_string());
    let auto_assign = if campaign.auto_assign { "On" } else { "Off" };
    let teams = if campaign.team_restricted {
        "Teams only"
    } else {
        "Everybody"
    };
    view! {
        <dl class="stats">
            <Stat name="State" value=campaign.state.to_string()/>
            <Stat name="Auto-assign" value=auto_assign/>
            <Stat name="Handed out to" value=teams/>
            <Stat name="Contacts" value=grouped(campaign.contacts)/>
            <Stat name="Unsent" value=grouped(counts.unsent)/>
            <Stat name="Unhandled" value=grouped(counts.unhandled)/>
            <Stat name="In the pool" value=grouped(counts.in_pool)/>
            <Stat name="Oldest wait" value=oldest/>
        </dl>
    }
}
