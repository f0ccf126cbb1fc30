//! The form of the password.

use crate::api::account::ChangePassword;
use crate::components::Field;
use crate::domain::MIN_PASSWORD_CHARS;
use crate::pages::form_state::FormState;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The current password and a new one. The e-mail is for the browser, which keeps passwords by it.
#[component]
pub(super) fn PasswordForm(email: String) -> impl IntoView {
    let form = FormState::of("password");
    view! {
        <section class="card" aria-labelledby="password-title">
            <h2 id="password-title">{page::change_password()}</h2>
            <form method="post" action=ChangePassword::PATH class="form account-password" novalidate>
                <input type="text" autocomplete="username" value=email readonly hidden/>
                <Field
                    id="current"
                    name="current"
                    label=page::current_password()
                    kind="password"
                    autocomplete="current-password"
                    value=""
                    error=form.error("current")
                />
                <Field
                    id="new"
                    name="new"
                    label=page::new_password()
                    kind="password"
                    autocomplete="new-password"
                    hint=page::what_a_password_needs(&MIN_PASSWORD_CHARS.to_string())
                    value=""
                    error=form.error("new")
                />
                <button class="button">{page::change_password()}</button>
            </form>
        </section>
    }
}
