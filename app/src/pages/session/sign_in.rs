//! The sign-in page.

use crate::api;
use crate::components::{FormError, Logo};
use crate::pages::form_state::FormState;
use crate::pages::see_other::see_other;
use leptos::prelude::*;
use leptos_meta::Title;

/// E-mail and password, and beside them what this is.
#[component]
pub fn SignInPage() -> impl IntoView {
    if api::viewer().is_ok() {
        see_other("/");
    }
    let email = FormState::of("sign-in").text("email", "");
    view! {
        <Title text="Sign in · Baton"/>
        <main id="main" class="door">
            <section class="door-side">
                <p class="brand"><Logo/>"Baton"</p>
                <p class="door-line">"Nobody waits because somebody walked away."</p>
                <p>"Replies that sit too long go back into the pool, and the people who are here right now take them."</p>
            </section>
            <section class="door-form">
                <h1>"Sign in"</h1>
                <FormError/>
                <form method="post" action="/api/session/sign-in">
                    <label class="field" for="email">"E-mail"</label>
                    <input id="email" name="email" type="email" autocomplete="username" value=email required/>
                    <label class="field" for="password">"Password"</label>
                    <input id="password" name="password" type="password" autocomplete="current-password" required/>
                    <button class="button primary wide">"Sign in"</button>
                </form>
                <p class="hint">"No account yet? An admin of your organization can invite you."</p>
            </section>
        </main>
    }
}
