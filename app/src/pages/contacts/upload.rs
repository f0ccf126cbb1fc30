//! The second step of an upload: what the columns of the file mean.

use super::preview::Preview;
use crate::api;
use crate::api::contacts::{DiscardUpload, ImportUpload};
use crate::components::{Choice, form_error};
use crate::domain::{CampaignId, ContactColumn, UploadId};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, path_part, query};
use crate::pages::see_other::see_other;
use crate::ports::{self, UploadColumn, UploadProgress};
use crate::view_models::contact_column_words;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The columns of a file as Baton understands them, each with a select to correct it; the first rows as they would be
/// taken; what is wrong; and **Import**.
#[component]
pub fn UploadPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let campaign = path_id::<CampaignId>()?;
        let id = path_part::<UploadId>("upload")?;
        let uploads = api::ports()?.contact_uploads;
        let progress = uploads.upload_progress(&viewer, campaign, id).await?;
        let next = match progress {
            UploadProgress::Waiting => None,
            UploadProgress::Importing { .. } => {
                Some(format!("/campaigns/{campaign}/uploads/{id}/progress"))
            }
            UploadProgress::Imported(import) => {
                Some(format!("/campaigns/{campaign}?import={import}"))
            }
        };
        if let Some(next) = next {
            see_other(&next);
            return Ok(().into_any());
        }
        let chosen = columns_from_query();
        let upload = uploads.upload(&viewer, campaign, id, chosen).await?;
        Ok(view! {
            <Page title=page::check_the_columns() viewer=Some(viewer.into())>
                <p class="back"><a href=format!("/campaigns/{campaign}")>{page::back_to_the_campaign()}</a></p>
                <h1>{page::check_the_columns()}</h1>
                <p class="lead">{page::nothing_is_imported_yet(&name_of(&upload.file_name))}</p>
                <Upload campaign id upload/>
            </Page>
        }
        .into_any())
    })
}

/// What a file is called, if it says so.
fn name_of(file_name: &str) -> String {
    match file_name {
        "" => page::the_file().to_owned(),
        name => name.to_owned(),
    }
}

/// What was chosen for the columns, if that was asked for: `columns[0]=cell&columns[1]=ignore`.
fn columns_from_query() -> Option<Vec<ContactColumn>> {
    let mut columns = Vec::new();
    while let Some(column) = query(&format!("columns[{}]", columns.len())) {
        columns.push(column.parse().ok()?);
    }
    (!columns.is_empty()).then_some(columns)
}

#[component]
fn Upload(campaign: CampaignId, id: UploadId, upload: ports::UploadPage) -> impl IntoView {
    // A refused form says it itself.
    let problem = upload.problem.filter(|_| form_error().is_none());
    let rows = upload
        .columns
        .into_iter()
        .enumerate()
        .map(|(index, column)| view! { <Column index column/> })
        .collect_view();
    view! {
        <div role="status">
            {upload.failure.map(|failure| view! { <p class="notice notice-error">{failure}</p> })}
            {problem.map(|problem| view! { <p class="notice notice-warning">{problem}</p> })}
            {upload.note.map(|note| view! { <p class="notice">{note}</p> })}
        </div>
        <form method="post" action=ImportUpload::PATH class="form" data-unsaved="import">
            <input type="hidden" name="campaign" value=campaign.to_string()/>
            <input type="hidden" name="upload" value=id.to_string()/>
            <table class="plain columns">
                <caption>{page::columns_of_the_file()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{page::column_in_file()}</th>
                        <th scope="col">{page::baton_reads_it_as()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {upload.may_replace.then(|| view! {
                <label class="confirm-checkbox">
                    <input type="checkbox" name="replace" value="true"/>
                    <span>{page::replace_the_contacts()}</span>
                </label>
            })}
            <p class="actions">
                <button class="button primary">{page::import_contacts()}</button>
                <button class="button" name="look" value="true">{page::show_first_rows_again()}</button>
            </p>
        </form>
        <Preview rows=upload.rows/>
        <form method="post" action=DiscardUpload::PATH>
            <input type="hidden" name="campaign" value=campaign.to_string()/>
            <input type="hidden" name="upload" value=id.to_string()/>
            <p class="actions"><button class="button quiet" data-discard="">{page::discard_the_file()}</button></p>
        </form>
    }
}

#[component]
fn Column(index: usize, column: UploadColumn) -> impl IntoView {
    let heading = match column.heading.as_str() {
        "" => page::column_without_name(&(index + 1).to_string()),
        heading => heading.to_owned(),
    };
    let options = ContactColumn::ALL
        .map(|column| (column.as_str(), contact_column_words(column).to_owned()))
        .into();
    view! {
        <tr>
            <th scope="row">{heading.clone()}<p class="hint">{column.examples.join(" · ")}</p></th>
            <td>
                <Choice
                    id=format!("column-{index}")
                    name=format!("columns[{index}]")
                    label=page::meaning_of_column(&heading)
                    heard=true
                    options
                    chosen=column.column.as_str()
                />
            </td>
        </tr>
    }
}
