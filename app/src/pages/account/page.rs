//! The page, with the forms of name and language.

use super::password::PasswordForm;
use super::sessions::Sessions;
use crate::api;
use crate::api::account::RenameAccount;
use crate::api::session::SetLanguage;
use crate::components::{Choice, Field};
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{Language, admin, page};

/// Who the viewer is, to others and to Baton.
#[component]
pub fn AccountPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        let request = api::request()?;
        let own_account = api::ports()?.own_account;
        let account = own_account.own_account(&request, &viewer).await?;
        let form = FormState::of("name");
        let languages = Language::ALL
            .map(|language| (language.code(), language.name().to_owned()))
            .into();
        Ok(view! {
            <Page title=page::your_account() viewer=Some(viewer.into())>
                <h1>{page::your_account()}</h1>
                <p class="lead">{account.email.clone()}</p>
                <Flash words=&[
                    ("renamed", page::your_name_is_saved),
                    ("language", page::your_language_is_saved),
                    ("password", page::your_password_is_changed),
                ]/>
                <form
                    method="post"
                    action=RenameAccount::PATH
                    class="card form form-line"
                    aria-label=page::your_name()
                    novalidate
                    data-unsaved=""
                >
                    <Field
                        id="name"
                        name="name"
                        label=page::your_name()
                        hint=page::who_sees_your_name()
                        autocomplete="name"
                        value=form.text("name", account.name)
                        error=form.error("name")
                    />
                    <button class="button">{admin::save()}</button>
                </form>
                <form
                    method="post"
                    action=SetLanguage::PATH
                    class="card form form-line"
                    aria-label=page::your_language()
                    data-unsaved=""
                >
                    <input type="hidden" name="next" value="/account?done=language#account-language"/>
                    <Choice
                        id="account-language"
                        name="language"
                        label=page::language()
                        options=languages
                        chosen=sentences::current().code()
                    />
                    <button class="button">{admin::save()}</button>
                </form>
                <PasswordForm email=account.email/>
                <Sessions sessions=account.sessions/>
            </Page>
        }
        .into_any())
    })
}
