//! The page of one link.

use super::gives::{Gives, State, name};
use super::qr_code::QrCode;
use super::revoke::RevokeForm;
use super::send::SendForm;
use super::undelivered::UndeliveredList;
use crate::api;
use crate::domain::{InviteId, InviteState, InviteToken};
use crate::pages::flash::Flash;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use crate::public_url::PublicUrl;
use leptos::prelude::*;
use sentences::page;

/// What a link gives; as long as it works also the link itself, for a copy and for a camera.
#[component]
pub fn InvitePage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<InviteId>()?;
        let ports = api::ports()?;
        let invite = ports.invites.invite(&viewer, id).await?;
        let left = invite.max_uses.map(|most| most.saturating_sub(invite.uses));
        let by_mail = (invite.token.is_some() && ports.password_resets.sends_mail())
            .then(|| view! { <SendForm id left/> });
        let undelivered = invite.undelivered.clone();
        let name = name(&invite);
        let state = invite.state;
        let revoke = invite.may_revoke.then(|| {
            view! { <RevokeForm id about="invite".to_owned() class="button danger"/> }
        });
        let link = match invite.token.clone() {
            Some(token) => view! { <Link token/> }.into_any(),
            None if state == InviteState::Open => {
                view! { <p class="notice">{page::only_an_owner_sees_it()}</p> }.into_any()
            }
            None => view! { <p class="notice">{page::link_works_no_more()}</p> }.into_any(),
        };
        Ok(view! {
            <Page title=page::invite_link_title() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href="/people/invites">{page::invite_links()}</a></p>
                <h1 id="invite">{name}</h1>
                <Flash words=&[
                    ("made", page::link_is_made),
                    ("revoked", page::link_is_revoked),
                    ("sent", page::invite_mails_are_on_their_way),
                    ("sent-to-more", page::invite_mails_exceed_its_uses),
                ]/>
                <p><State state/></p>
                <Gives invite/>
                <UndeliveredList undelivered/>
                {link}
                {by_mail}
                {revoke}
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Link(token: InviteToken) -> impl IntoView {
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
        </div>
    }
}
