//! The list of the conversations of a release.

use crate::domain::{ReleaseId, ReleasedConversation, ReleasedPage};
use leptos::prelude::*;
use sentences::page;

/// Which conversations were taken, from whom, and who has each now; by pages, and as a file. Nothing, if there are none.
#[component]
pub(super) fn Conversations(
    release: ReleaseId,
    /// Whether they were given back.
    undo: bool,
    found: ReleasedPage,
    /// Whether this is not the first page.
    further: bool,
) -> impl IntoView {
    if found.rows.is_empty() {
        return ().into_any();
    }
    let texter = if undo {
        page::returned_to()
    } else {
        page::released_from()
    };
    let path = format!("/releases/{release}");
    let export = format!("{path}/conversations.csv");
    let file = format!("release-{release}.csv");
    let first = further.then(|| {
        let path = format!("{path}#conversations");
        view! { <a class="button" href=path>{page::first_page()}</a> }
    });
    let next = found.next.map(|next| {
        let path = format!("{path}?after={next}#conversations");
        view! { <a class="button" rel="next" href=path>{page::next_page()}</a> }
    });
    let rows = found.rows.into_iter().map(row).collect_view();
    view! {
        <section class="card" id="conversations" aria-labelledby="conversations-title">
            <div class="page-head">
                <h2 id="conversations-title">{page::conversations_of_release()}</h2>
                <a class="button" href=export download=file>{page::export_csv()}</a>
            </div>
            <table class="plain listed">
                <thead>
                    <tr>
                        <th scope="col">{page::contact_of_release()}</th>
                        <th scope="col">{sentences::admin::campaign()}</th>
                        <th scope="col">{texter}</th>
                        <th scope="col">{page::held_now()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="paging">{first}{next}</p>
        </section>
    }
    .into_any()
}

fn row(conversation: ReleasedConversation) -> impl IntoView {
    let (contact, campaign) = match conversation.contact {
        Some(contact) if contact.name.is_empty() => (contact.cell, contact.campaign),
        Some(contact) => (contact.name, contact.campaign),
        None => (page::contact_was_deleted().to_owned(), String::new()),
    };
    let texter = conversation.texter.unwrap_or_default();
    let holder = conversation
        .holder
        .unwrap_or_else(|| page::held_by_no_one().to_owned());
    view! { <tr><th scope="row">{contact}</th><td>{campaign}</td><td>{texter}</td><td>{holder}</td></tr> }
}
