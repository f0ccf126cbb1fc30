//! The card of a campaign's contacts.

use crate::components::FileField;
use crate::domain::{CampaignId, ImportId};
use crate::pages::contacts::ImportList;
use crate::pages::form_state::FormState;
use crate::pages::with_code::WithCode;
use crate::ports::{ImportRow, PendingUpload};
use leptos::prelude::*;
use sentences::page;

/// The ways to the contacts, the upload of a file, unless the campaign is archived, and what was imported.
#[component]
pub(super) fn ContactsCard(
    id: CampaignId,
    is_archived: bool,
    pending: Vec<PendingUpload>,
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
            {(!is_archived).then(|| view! { <UploadForm id pending/> })}
            <ImportList campaign=id imports next=next_imports/>
        </section>
    }
}

/// The files that are imported or wait to be, and the form for another.
#[component]
fn UploadForm(id: CampaignId, pending: Vec<PendingUpload>) -> impl IntoView {
    let error = FormState::of("upload").error("file");
    view! {
        <h3>{page::upload_contacts()}</h3>
            <p><WithCode sentence=page::what_a_file_needs()/></p>
            {pending.into_iter().map(|file| view! { <PendingFile id file/> }).collect_view()}
            <form method="post" enctype="multipart/form-data" action=format!("/campaigns/{id}/contacts") class="upload" novalidate>
                <FileField error/>
                <button class="button primary">{page::upload()}</button>
            </form>
    }
}

/// The way to a file that was uploaded and whose contacts are not in.
#[component]
fn PendingFile(id: CampaignId, file: PendingUpload) -> impl IntoView {
    let name = match file.file_name.as_str() {
        "" => page::the_file(),
        name => name,
    };
    let upload = format!("/campaigns/{id}/uploads/{}", file.id);
    let (class, sentence, to, link) = if file.importing {
        let progress = format!("{upload}/progress");
        let sentence = page::file_is_being_imported(name);
        ("notice", sentence, progress, page::show_how_far_it_is())
    } else {
        let sentence = page::file_waits_to_be_imported(name);
        let warning = "notice notice-warning";
        (warning, sentence, upload, page::check_the_columns())
    };
    view! { <p class=class>{sentence}" "<a href=to>{link}</a></p> }
}
