//! The sign-in form.

use super::front::Front;
use crate::api;
use crate::api::session::SignIn;
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query;
use crate::pages::see_other::see_other;
use crate::url::own_page;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// E-mail and password, and beside them what this is. Before there is an organization it leads to the first steps.
#[component]
pub fn SignInPage() -> impl IntoView {
    page_guard(async {
        let next = query("next").unwrap_or_default();
        if api::viewer().is_ok() {
            see_other(own_page(&next).unwrap_or("/"));
        } else if api::ports()?.setup.is_needed().await? {
            see_other("/setup");
        }
        let form = FormState::of("sign-in");
        let email = form.text("email", "");
        Ok(view! {
            <Front title=page::sign_in()>
                <Flash words=&[
                    ("everywhere", page::you_are_signed_out_everywhere),
                    ("set_up", page::organization_is_there_already),
                ]/>
                <form method="post" action=SignIn::PATH novalidate>
                    <input type="hidden" name="next" value=next/>
                    <label class="field" for="email">{page::email()}</label>
                    <input id="email" name="email" type="email" autocomplete="username" value=email required/>
                    <label class="field" for="password">{page::password()}</label>
                    <input id="password" name="password" type="password" autocomplete="current-password" required autofocus=form.refused()/>
                    <button class="button primary wide">{page::sign_in()}</button>
                </form>
                <p class="hint"><a href="/forgotten-password">{page::forgotten_password()}</a></p>
                <p class="hint">{page::no_account_yet()}</p>
            </Front>
        }
        .into_any())
    })
}
