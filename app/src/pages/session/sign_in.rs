//! The sign-in form.

use crate::api;
use crate::api::session::SignIn;
use crate::components::{FormError, Logo};
use crate::pages::flash::Flash;
use crate::pages::foot::Foot;
use crate::pages::form_state::FormState;
use crate::pages::page::tab_title;
use crate::pages::query::query;
use crate::pages::see_other::see_other;
use crate::url::own_page;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_meta::Title;
use sentences::page;

/// E-mail and password, and beside them what this is.
#[component]
pub fn SignInPage() -> impl IntoView {
    let next = query("next").unwrap_or_default();
    if api::viewer().is_ok() {
        see_other(own_page(&next).unwrap_or("/"));
    }
    let form = FormState::of("sign-in");
    let email = form.text("email", "");
    view! {
        <Title text=tab_title(page::sign_in())/>
        <main id="main" class="sign-in">
            <section class="sign-in-side">
                <p class="brand"><Logo/>"Baton"</p>
                <p class="sign-in-line">{page::every_reply_gets_an_answer()}</p>
                <p>{page::what_baton_does()}</p>
            </section>
            <section class="sign-in-form">
                <h1>{page::sign_in()}</h1>
                <FormError/>
                <Flash words=&[("everywhere", page::you_are_signed_out_everywhere)]/>
                <form method="post" action=SignIn::PATH>
                    <input type="hidden" name="next" value=next/>
                    <label class="field" for="email">{page::email()}</label>
                    <input id="email" name="email" type="email" autocomplete="username" value=email required/>
                    <label class="field" for="password">{page::password()}</label>
                    <input id="password" name="password" type="password" autocomplete="current-password" required autofocus=form.refused()/>
                    <button class="button primary wide">{page::sign_in()}</button>
                </form>
                <p class="hint">{page::no_account_yet()}</p>
            </section>
        </main>
        <Foot/>
    }
}
