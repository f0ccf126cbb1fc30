//! The script and the canned responses of a conversation, from which one is put into the box for its answer.

use crate::domain::ConversationView;
use crate::pages::query::query;
use leptos::prelude::*;
use sentences::page;

/// What stands in the reply box of a page on whose address one of them was chosen, with what was typed before. There are
/// such addresses where no script runs.
pub(super) fn chosen_text(view: &ConversationView) -> Option<String> {
    let typed = query("body").unwrap_or_default();
    view.with_chosen(&query("response")?, &typed)
}

/// A sheet with all of them, which the reply box opens (`popovertarget`).
#[component]
pub(super) fn Responses(view: ConversationView) -> impl IntoView {
    let here = format!("/texts/{}#latest", view.id);
    view.offers_texts().then(|| {
        view! {
            <div id="responses" popover class="sheet" role="group" aria-label=page::script_and_canned_responses()>
                <ResponseChoices view form="answer" address=here/>
            </div>
        }
    })
}

/// Each of them as a button of the form with the box. Where a script runs it puts its text into the box (`script/fill.js`);
/// else the form is sent with what was chosen: to the server, which shows its page with the text in the box, or by GET to
/// that page.
#[component]
pub fn ResponseChoices(
    /// The conversation.
    view: ConversationView,
    /// The id of the form.
    form: &'static str,
    /// That of the page, if it is asked for.
    #[prop(optional, into)]
    address: Option<String>,
) -> impl IntoView {
    let method = address.is_some().then_some("get");
    let script = (!view.script.trim().is_empty()).then(|| {
        (
            ConversationView::SCRIPT.to_owned(),
            page::script().to_owned(),
            view.script,
        )
    });
    let responses = view.responses.into_iter();
    let choices = script
        .into_iter()
        .chain(responses.map(|one| (one.id.to_string(), one.title, one.text)))
        .map(|(name, title, text)| {
            view! {
                <li>
                    <button form=form formmethod=method formaction=address.clone() formnovalidate name="response" value=name data-fill="">
                        <strong>{title}</strong>
                        <span>{text}</span>
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="hint">{page::what_choosing_does()}</p>
        <ul class="choices">{choices}</ul>
    }
}
