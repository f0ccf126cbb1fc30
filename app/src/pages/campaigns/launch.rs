//! The card that launches a draft.

use crate::api::campaigns::Launch;
use crate::domain::{CampaignId, CampaignState};
use crate::ports::CampaignSettings;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

/// What a launch needs, each with the way to mend what is missing, and **Launch**. Nothing, unless the
/// campaign is a draft.
#[component]
pub(super) fn LaunchCard(
    id: CampaignId,
    settings: CampaignSettings,
    auto_assign: bool,
) -> impl IntoView {
    if settings.state != CampaignState::Draft {
        return ().into_any();
    }
    let checks = settings.checks;
    let ready = checks.ready();
    let assign = format!("/campaigns/{id}/autoassign");
    view! {
        <section class="card launch" aria-labelledby="launch-title">
            <h2 id="launch-title">{page::launch()}</h2>
            <p>{page::nothing_sent_until_launch()}</p>
            <ul class="checks">
                <Check
                    there=checks.has_contacts
                    what=admin::contacts()
                    missing=page::no_contacts_yet()
                    to="#contacts"
                    mend=page::upload_contacts()
                />
                <Check
                    there=checks.has_script
                    what=page::script()
                    missing=page::no_script_yet()
                    to="#script"
                    mend=page::write_the_script()
                />
                <Check
                    there=checks.has_sending_number
                    what=page::phone_number()
                    missing=page::no_number_yet()
                    to="/settings/numbers"
                    mend=page::add_a_number()
                />
                <li class="check check-there">
                    <span><strong>{page::texting_hours()}</strong>" "{settings.hours}</span>
                </li>
                {(!auto_assign).then(|| view! {
                    <li class="check check-note">
                        <span><strong>{page::auto_assign_is_off_note()}</strong>" "{page::launched_without_auto_assign()}" "</span>
                        <a href=assign>{admin::autoassign_mode()}</a>
                    </li>
                })}
            </ul>
            <form method="post" action=Launch::PATH class="actions">
                <input type="hidden" name="campaign" value=id.to_string()/>
                <button class="button primary" disabled=!ready>{page::launch()}</button>
                {(!ready).then(|| view! { <p class="hint">{page::something_is_missing()}</p> })}
            </form>
        </section>
    }
    .into_any()
}

/// Something that a launch needs: that it is there, or the way to it.
#[component]
fn Check(
    there: bool,
    what: &'static str,
    missing: &'static str,
    to: &'static str,
    mend: &'static str,
) -> impl IntoView {
    if there {
        return view! {
            <li class="check check-there"><span><strong>{what}</strong>" "{page::is_there()}</span></li>
        }
        .into_any();
    }
    view! {
        <li class="check check-missing">
            <span><strong>{what}</strong>" "{missing}" "</span>
            <a href=to>{mend}</a>
        </li>
    }
    .into_any()
}
