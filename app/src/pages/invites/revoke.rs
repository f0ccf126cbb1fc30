//! **Revoke**.

use crate::api::invites::RevokeInvite;
use crate::domain::InviteId;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The form that ends a link. `about` is the id of the element that says which one.
#[component]
pub(super) fn RevokeForm(id: InviteId, about: String, class: &'static str) -> impl IntoView {
    view! {
        <form method="post" action=RevokeInvite::PATH>
            <input type="hidden" name="invite" value=id.to_string()/>
            <button class=class aria-describedby=about>{page::revoke()}</button>
        </form>
    }
}
