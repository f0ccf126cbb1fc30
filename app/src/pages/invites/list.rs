//! The list of links.

use super::gives::{Gives, State, name};
use super::revoke::RevokeForm;
use super::undelivered::UndeliveredMark;
use crate::api;
use crate::components::EmptyState;
use crate::domain::InviteId;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use crate::ports::Invite;
use crate::url::with_query;
use leptos::prelude::*;
use sentences::page;

/// The links of the organization, the latest first; each that works can be revoked.
#[component]
pub fn InvitesPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let before = query_as::<InviteId>("before");
        let found = api::ports()?.invites.invites(&viewer, before).await?;
        let newest = before
            .map(|_| view! { <a class="button" href="/people/invites">{page::first_page()}</a> });
        let next = found.next.map(|next| {
            let path = with_query("/people/invites", &[("before", &next.to_string())]);
            view! { <a class="button" rel="next" href=path>{page::next_page()}</a> }
        });
        let content = if found.rows.is_empty() {
            view! {
                <EmptyState title=page::no_invite_links_yet() text=page::make_the_first_link()/>
            }
            .into_any()
        } else {
            let rows = found
                .rows
                .into_iter()
                .map(|invite| view! { <Row invite/> })
                .collect_view();
            view! { <ul class="rows" aria-label=page::invite_links()>{rows}</ul> }.into_any()
        };
        Ok(view! {
            <Page title=page::invite_links() viewer=Some(viewer.into())>
                <p class="back"><a href="/people">{page::people()}</a></p>
                <h1>{page::invite_links()}</h1>
                <p class="lead">{page::what_invite_links_do()}</p>
                <p class="actions"><a class="button primary" href="/people/invites/new">{page::new_invite_link()}</a></p>
                {content}
                <p class="paging">{newest}{next}</p>
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Row(invite: Invite) -> impl IntoView {
    let about = format!("invite-{}", invite.id);
    let undelivered = invite.undelivered.clone();
    let revoke = invite
        .may_revoke
        .then(|| view! { <RevokeForm id=invite.id about=about.clone() class="button"/> });
    view! {
        <li class="row">
            <div class="row-main" id=about>
                <a href=format!("/people/invites/{}", invite.id)>{name(&invite)}</a>" "<State state=invite.state/>
                <Gives invite/>
                <UndeliveredMark undelivered/>
            </div>
            {revoke}
        </li>
    }
}
