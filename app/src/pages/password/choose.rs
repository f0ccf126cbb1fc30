//! The page of a link: a new password, or that the link has ended.

use crate::api;
use crate::api::password::ChoosePassword;
use crate::components::Field;
use crate::domain::MIN_PASSWORD_CHARS;
use crate::pages::form_state::FormState;
use crate::pages::page_guard::page_guard;
use crate::pages::session::Front;
use http::StatusCode;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_axum::ResponseOptions;
use leptos_router::hooks::use_params_map;
use sentences::page;

/// The form of a link that works; else what to do instead. Looking at it does not use it up.
#[component]
pub fn ChoosePasswordPage() -> impl IntoView {
    page_guard(async {
        let token = use_params_map()
            .read_untracked()
            .get("token")
            .unwrap_or_default();
        let password_resets = api::ports()?.password_resets;
        let Some(account) = password_resets.reset_account(&token).await? else {
            return Ok(ended().into_any());
        };
        let form = FormState::of("password");
        Ok(view! {
            <Front title=page::choose_new_password()>
                <p class="hint">{page::new_password_of(&account.name, &account.email)}</p>
                <form method="post" action=ChoosePassword::PATH novalidate>
                    <input type="hidden" name="token" value=token/>
                    <input type="text" autocomplete="username" value=account.email readonly hidden/>
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
                    <button class="button primary wide">{page::save_password_and_sign_in()}</button>
                </form>
                <p class="hint">{page::what_a_new_password_ends()}</p>
            </Front>
        }
        .into_any())
    })
}

/// Whether it was used, has expired, was followed by another or never was is not told apart: nothing is kept of a link
/// that has ended.
fn ended() -> impl IntoView {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(StatusCode::NOT_FOUND);
    }
    view! {
        <Front title=page::link_has_ended()>
            <p>{page::why_a_link_has_ended()}</p>
            <p class="actions">
                <a class="button primary" href="/sign-in">{page::sign_in()}</a>
                <a class="button" href="/forgotten-password">{page::forgotten_password()}</a>
            </p>
        </Front>
    }
}
