//! The page of one link.

use super::gives::{Gives, State, name};
use super::qr_code::QrCode;
use crate::api;
use crate::api::invites::RevokeInvite;
use crate::domain::{InviteId, InviteState, InviteToken};
use crate::pages::flash::Flash;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use crate::public_url::PublicUrl;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// What a link gives; as long as it works also the link itself, for a copy and for a camera, and **Revoke**.
#[component]
pub fn InvitePage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<InviteId>()?;
        let invite = api::ports()?.invites.invite(&viewer, id).await?;
        let name = name(&invite);
        let state = invite.state;
        let link = match invite.token.clone() {
            Some(token) => view! { <Link id token/> }.into_any(),
            None if state == InviteState::Open => {
                view! { <p class="notice">{page::only_an_owner_sees_it()}</p> }.into_any()
            }
            None => view! { <p class="notice">{page::link_works_no_more()}</p> }.into_any(),
        };
        Ok(view! {
            <Page title=page::invite_link_title() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href="/people/invites">{page::invite_links()}</a></p>
                <h1>{name}</h1>
                <Flash words=&[("made", page::link_is_made), ("revoked", page::link_is_revoked)]/>
                <p><State state/></p>
                <Gives invite/>
                {link}
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Link(id: InviteId, token: InviteToken) -> impl IntoView {
    let base = use_context::<PublicUrl>().map_or_else(String::new, |url| url.0);
    let link = [&base, token.path().as_str()].concat();
    view! {
        <div class="card form">
            <div class="form-field">
                <label class="field" for="link">{page::the_link()}</label>
                <input id="link" type="text" value=link.clone() readonly aria-describedby="link-hint"/>
                <p class="hint" id="link-hint">{page::who_may_join_by_it()}</p>
            </div>
            <QrCode text=link/>
            <form method="post" action=RevokeInvite::PATH>
                <input type="hidden" name="invite" value=id.to_string()/>
                <button class="button danger">{page::revoke()}</button>
            </form>
        </div>
    }
}
