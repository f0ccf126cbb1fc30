//! The foot of every page, where its language is changed.

use crate::api;
use crate::api::session::SetLanguage;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{Language, page};

/// A button for each of the other languages, by its own name.
#[component]
pub(super) fn Foot() -> impl IntoView {
    let request = api::request().ok();
    let here = request.and_then(|request| Some(request.uri.path_and_query()?.to_string()));
    let others = Language::ALL.into_iter();
    let others = others.filter(|language| *language != sentences::current());
    let buttons = others
        .map(|language| {
            view! {
                <button id="language" class="button quiet" name="language" value=language.code() lang=language.tag()>
                    {language.name()}
                </button>
            }
        })
        .collect_view();
    view! {
        <footer class="foot">
            <form method="post" action=SetLanguage::PATH aria-label=page::language()>
                <input type="hidden" name="next" value=here/>
                {buttons}
            </form>
        </footer>
    }
}
