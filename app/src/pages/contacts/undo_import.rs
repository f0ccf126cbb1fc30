//! The page that asks before an upload is undone.

use crate::api;
use crate::api::contacts::UndoImport;
use crate::domain::{CampaignId, ImportId};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, path_part};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// How many contacts would be removed, how many stay because they were texted, and the button.
#[component]
pub fn UndoImportPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let campaign = path_id::<CampaignId>()?;
        let id = path_part::<ImportId>("import")?;
        let contacts = api::ports()?.contacts;
        let undoable = contacts.undoable_import(&viewer, campaign, id).await?;
        let texted = (undoable.texted > 0).then(|| page::texted_contacts_stay(undoable.texted));
        let button = (undoable.removable > 0).then(|| {
            view! {
                <form method="post" action=UndoImport::PATH class="actions">
                    <input type="hidden" name="campaign" value=campaign.to_string()/>
                    <input type="hidden" name="import" value=id.to_string()/>
                    <button class="button primary">{page::undo_upload()}</button>
                </form>
            }
        });
        Ok(view! {
            <Page title=page::undo_upload() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=format!("/campaigns/{campaign}#contacts")>{page::back_to_the_campaign()}</a></p>
                <h1>{page::undo_upload()}</h1>
                <p class="lead">{undoable.import.file_name}</p>
                <p>{page::contacts_would_be_removed(undoable.removable)}</p>
                <p>{texted}</p>
                {button}
            </Page>
        }
        .into_any())
    })
}
