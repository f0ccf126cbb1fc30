//! The uploads of a campaign.

use crate::components::Clock;
use crate::domain::{CampaignId, ImportId};
use crate::ports::ImportRow;
use leptos::prelude::*;
use sentences::page;

/// Who uploaded which file when, what came of it, and the way to undo it; nothing if there are none.
#[component]
pub fn ImportList(
    /// To which campaign.
    campaign: CampaignId,
    /// The latest first.
    imports: Vec<ImportRow>,
    /// Before which the next page begins, if there is one.
    next: Option<ImportId>,
) -> impl IntoView {
    (!imports.is_empty()).then(|| {
        let rows = imports
            .into_iter()
            .map(|import| view! { <Import campaign import/> })
            .collect_view();
        let next = next.map(|next| {
            let path = format!("/campaigns/{campaign}?imports_before={next}#contacts");
            view! { <p class="paging"><a class="button" rel="next" href=path>{page::earlier_uploads()}</a></p> }
        });
        view! {
            <h3>{page::uploads_of_campaign()}</h3>
            <ol class="rows" aria-label=page::uploads_of_campaign()>{rows}</ol>
            {next}
        }
    })
}

#[component]
fn Import(campaign: CampaignId, import: ImportRow) -> impl IntoView {
    let id = import.id;
    let name = match import.file_name.as_str() {
        "" => page::the_file().to_owned(),
        name => name.to_owned(),
    };
    let who = match import.actor {
        Some((member, name)) => view! { <a href=format!("/people/{member}")>{name}</a> }.into_any(),
        None => page::audit_command_line().into_any(),
    };
    let not_added = (import.not_added > 0)
        .then(|| [" · ", &page::rows_were_not_added(import.not_added)].concat());
    let undone = import
        .undone
        .map(|undone| [" · ", &page::contacts_were_taken_out(undone)].concat());
    let undo = (import.added > import.undone.unwrap_or(0)).then(|| {
        view! {
            <a class="button quiet" href=format!("/campaigns/{campaign}/imports/{id}/undo")>
                {page::undo_upload()}
            </a>
        }
    });
    view! {
        <li class="row">
            <div class="row-main">
                <a href=format!("/campaigns/{campaign}?import={id}")><strong>{name}</strong></a>
                <p>{page::contacts_were_added(import.added)}{not_added}{undone}</p>
                <p>{who}" · "<Clock at=import.at/></p>
            </div>
            {undo}
        </li>
    }
}
