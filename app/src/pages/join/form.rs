//! The form of whoever joins and is not signed in.

use super::lead::lead;
use crate::api::session::Join;
use crate::components::{Field, FormError, Logo};
use crate::domain::{InviteToken, MIN_PASSWORD_CHARS};
use crate::pages::foot::Foot;
use crate::pages::form_state::FormState;
use crate::pages::page::tab_title;
use crate::ports::Invitation;
use crate::url::with_query;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_meta::Title;
use sentences::page;

/// Name, e-mail and password; and the way to sign in, which comes back to the link.
#[component]
pub(super) fn JoinForm(invitation: Invitation, token: InviteToken) -> impl IntoView {
    let form = FormState::of("join");
    let title = page::join_organization(&invitation.organization_name);
    let sign_in = with_query("/sign-in", &[("next", &token.path())]);
    let least = MIN_PASSWORD_CHARS.to_string();
    view! {
        <Title text=tab_title(&title)/>
        <main id="main" class="sign-in">
            <section class="sign-in-side">
                <p class="brand"><Logo/>"Baton"</p>
                <p class="sign-in-line">{page::every_reply_gets_an_answer()}</p>
                <p>{page::what_baton_does()}</p>
            </section>
            <section class="sign-in-form">
                <h1>{title}</h1>
                <p>{lead(&invitation)}</p>
                <FormError/>
                <form method="post" action=Join::PATH novalidate>
                    <input type="hidden" name="token" value=token.as_str().to_owned()/>
                    <Field
                        id="name"
                        name="name"
                        label=page::your_name()
                        hint=page::who_sees_your_name()
                        autocomplete="name"
                        value=form.text("name", "")
                        error=form.error("name")
                    />
                    <Field
                        id="email"
                        name="email"
                        label=page::email()
                        kind="email"
                        autocomplete="username"
                        value=form.text("email", "")
                        error=form.error("email")
                    />
                    <Field
                        id="password"
                        name="password"
                        label=page::password()
                        kind="password"
                        hint=page::password_for_joining(&least)
                        autocomplete="new-password"
                        value=""
                        error=form.error("password")
                    />
                    <button class="button primary wide">{page::join()}</button>
                </form>
                <p class="hint">{page::have_an_account()}" "<a href=sign_in>{page::sign_in_to_join()}</a></p>
            </section>
        </main>
        <Foot/>
    }
}
