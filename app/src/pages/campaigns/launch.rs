//! The card that launches a draft.

use crate::api::campaigns::Launch;
use crate::domain::{CampaignId, CampaignState};
use crate::ports::CampaignSettings;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

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
            <h2 id="launch-title">"Launch"</h2>
            <p>"No messages can be sent until the campaign is launched."</p>
            <ul class="checks">
                <Check there=checks.has_contacts what="Contacts" missing="No contacts yet." to="#contacts" mend="Upload contacts"/>
                <Check there=checks.has_script what="Script" missing="No script yet." to="#script" mend="Write the script"/>
                <Check
                    there=checks.has_sending_number
                    what="Phone number"
                    missing="Your organization has none yet."
                    to="#sending-number"
                    mend="How to get one"
                />
                <li class="check check-there">
                    <span><strong>"Texting hours"</strong>" "{settings.hours}</span>
                </li>
                {(!auto_assign).then(|| view! {
                    <li class="check check-note">
                        <span><strong>"Auto-assign is off"</strong>" You can launch it like this, but texters cannot request its texts. "</span>
                        <a href=assign>"Autoassign Mode"</a>
                    </li>
                })}
            </ul>
            {(!checks.has_sending_number).then(|| view! {
                <details id="sending-number" class="hint">
                    <summary>"How to get a number"</summary>
                    <p>"The person who runs the server adds a number with the command "<code>"baton organization add-number"</code>". Ask them to do that, then come back here."</p>
                </details>
            })}
            <form method="post" action=Launch::PATH class="actions">
                <input type="hidden" name="campaign" value=id.to_string()/>
                <button class="button primary" disabled=!ready>"Launch"</button>
                {(!ready).then(|| view! { <p class="hint">"Something is still missing."</p> })}
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
            <li class="check check-there"><span><strong>{what}</strong>" There."</span></li>
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
