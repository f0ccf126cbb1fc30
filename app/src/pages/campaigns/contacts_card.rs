//! The card of a campaign's contacts.

use crate::components::FileField;
use crate::domain::{CampaignId, ImportId};
use crate::pages::contacts::ImportList;
use crate::pages::form_state::FormState;
use crate::pages::with_code::WithCode;
use crate::ports::{ImportRow, WaitingUpload};
use leptos::prelude::*;
use sentences::page;

/// The ways to the contacts, the upload of a file, unless the campaign is archived, and what was imported.
#[component]
pub(super) fn ContactsCard(
    id: CampaignId,
    is_archived: bool,
    waiting: Option<WaitingUpload>,
    imports: Vec<ImportRow>,
    next_imports: Option<ImportId>,
) -> impl IntoView {
    view! {
        <section class="card" id="contacts" aria-labelledby="upload-title">
            <h2 id="upload-title">{page::contacts_of_campaign()}</h2>
            <p class="actions">
                <a class="button" href=format!("/campaigns/{id}/contacts")>{page::show_contacts()}</a>
                {(!is_archived).then(|| view! {
                    <a class="button quiet" href=format!("/campaigns/{id}/unmessaged")>
                        {page::delete_unmessaged_contacts()}
                    </a>
                })}
            </p>
            {(!is_archived).then(|| view! { <UploadForm id waiting/> })}
            <ImportList campaign=id imports next=next_imports/>
        </section>
    }
}

/// The file that waits to be imported, and the form for another.
#[component]
fn UploadForm(id: CampaignId, waiting: Option<WaitingUpload>) -> impl IntoView {
    let error = FormState::of("upload").error("file");
    view! {
        <h3>{page::upload_contacts()}</h3>
            <p><WithCode sentence=page::what_a_file_needs()/></p>
            {waiting.map(|waiting| view! { <WaitingFile id waiting/> })}
            <form method="post" enctype="multipart/form-data" action=format!("/campaigns/{id}/contacts") class="upload" novalidate>
                <FileField error/>
                <button class="button primary">{page::upload()}</button>
            </form>
    }
}

/// The way to a file that was uploaded and not imported.
#[component]
fn WaitingFile(id: CampaignId, waiting: WaitingUpload) -> impl IntoView {
    let name = match waiting.file_name.as_str() {
        "" => page::the_file(),
        name => name,
    };
    view! {
        <p class="notice notice-warning">
            {page::file_waits_to_be_imported(name)}" "
            <a href=format!("/campaigns/{id}/uploads/{}", waiting.id)>{page::check_the_columns()}</a>
        </p>
    }
}
