//! The page that deletes a campaign's unmessaged contacts.

use crate::api;
use crate::api::campaigns::DeleteUnmessaged;
use crate::components::{Field, form_error};
use crate::domain::{CampaignId, ConversationId};
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query_as};
use crate::view_models::{unmessaged_and_others_words, unmessaged_words};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// How many contacts would be deleted and how many stay, and the form, which wants the campaign's title typed.
#[component]
pub fn UnmessagedPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<CampaignId>()?;
        let ports = api::ports()?;
        let title = ports.campaigns.find(&viewer, id).await?.title;
        let preview = ports.unmessaged.preview_unmessaged(&viewer, id).await?;
        let deleted = query_as::<u32>("deleted").filter(|_| form_error().is_none());
        let others = unmessaged_and_others_words(&preview).into_iter();
        let others = others.map(|words| view! { <p>{words}</p> }).collect_view();
        let form = (preview.newest)
            .filter(|_| preview.unmessaged > 0)
            .map(|newest| view! { <DeleteForm id newest title=title.clone()/> });
        Ok(view! {
            <Page title=page::delete_unmessaged_contacts() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=format!("/campaigns/{id}")>{title}</a></p>
                <h1>{page::delete_unmessaged_contacts()}</h1>
                <Flash words=&[("running", page::unmessaged_are_being_deleted)]/>
                <div role="status">
                    {deleted.map(|deleted| view! {
                        <p class="notice notice-good">{page::unmessaged_were_deleted(deleted)}</p>
                    })}
                </div>
                <p class="lead">{page::what_deleting_unmessaged_does()}</p>
                <section class="card" aria-label=page::delete_unmessaged_contacts()>
                    <p id="unmessaged-sentence"><strong>{unmessaged_words(&preview)}</strong></p>
                    {others}
                    {form}
                </section>
            </Page>
        }
        .into_any())
    })
}

#[component]
fn DeleteForm(id: CampaignId, newest: ConversationId, title: String) -> impl IntoView {
    let form = FormState::of("unmessaged");
    view! {
        <form method="post" action=DeleteUnmessaged::PATH class="form" novalidate>
            <input type="hidden" name="campaign" value=id.to_string()/>
            <input type="hidden" name="newest" value=newest.to_string()/>
            <Field
                id="title"
                name="title"
                label=page::campaigns_title()
                hint=page::type_the_title_to_delete(&title)
                value=form.text("title", "")
                error=form.error("confirmed")
            />
            <div class="dialog-actions">
                <a class="button" href=format!("/campaigns/{id}")>{island::cancel()}</a>
                <button class="button danger" aria-describedby="unmessaged-sentence">
                    {page::delete_contacts()}
                </button>
            </div>
        </form>
    }
}
