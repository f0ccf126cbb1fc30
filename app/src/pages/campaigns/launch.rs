//! The card that launches a draft.

use super::blanks::Blanks;
use super::section::refused_section;
use crate::api::campaigns::Launch;
use crate::domain::{CampaignId, CampaignState};
use crate::ports::{BlankField, CampaignSettings};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

/// What a launch needs, each with the way to mend what is missing, and **Launch**. Nothing, unless the
/// campaign is a draft. What saves by itself changes what stands here. While a section is not saved nothing is launched:
/// what stands on the page is not what would be.
#[component]
pub(super) fn LaunchCard(
    id: CampaignId,
    settings: CampaignSettings,
    auto_assign: bool,
) -> impl IntoView {
    if settings.state != CampaignState::Draft {
        return ().into_any();
    }
    let versions = settings
        .versions
        .each()
        .map(|(section, version)| {
            let name = format!("versions[{}]", section.as_str());
            view! { <input type="hidden" name=name value=version.0.clone()/> }
        })
        .into_iter()
        .collect_view();
    let checks = settings.checks;
    let ready = checks.ready();
    let refused = refused_section().is_some();
    let why = if ready {
        refused.then(page::unsaved_is_not_launched)
    } else {
        Some(page::something_is_missing())
    };
    let assign = format!("/campaigns/{id}/autoassign");
    view! {
        <section class="card launch" aria-labelledby="launch-title">
            <h2 id="launch-title">{page::launch()}</h2>
            <p>{page::nothing_sent_until_launch()}</p>
            <ul id="launch-checks" class="checks" data-answer="">
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
                {checks.has_script.then(|| view! { <Fields has_contacts=checks.has_contacts unknown=checks.unknown_fields/> })}
                {(!checks.unknown_in_responses.is_empty()).then(|| view! {
                    <Check
                        there=false
                        what=page::fields_of_the_responses()
                        missing=page::no_contact_has(&checks.unknown_in_responses.join(", "))
                        to="#responses"
                        mend=page::correct_the_responses()
                    />
                })}
                {(!checks.blank_fields.is_empty()).then(|| view! { <BlankCheck blank=checks.blank_fields/> })}
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
                {settings.overdue.then(|| view! {
                    <li class="check check-note">
                        <span><strong>{page::due_date()}</strong>" "{page::has_passed_already()}" "</span>
                        <a href="#due_on">{admin::change_the_due_date()}</a>
                    </li>
                })}
                <PoolCheck there=checks.has_initials_pool what=page::pool_of_initial_messages()/>
                <PoolCheck there=checks.has_replies_pool what=page::pool_of_replies()/>
                {(!auto_assign).then(|| view! {
                    <li class="check check-note">
                        <span><strong>{page::auto_assign_is_off_note()}</strong>" "{page::launched_without_auto_assign()}" "</span>
                        <a href=assign>{admin::autoassign_mode()}</a>
                    </li>
                })}
            </ul>
            <form method="post" action=Launch::PATH data-saved-first=page::unsaved_is_not_launched()>
                <input type="hidden" name="campaign" value=id.to_string()/>
                // What is launched is what the sections show; a section that saves by itself writes here what it saved.
                {versions}
                {(!auto_assign).then(|| view! {
                    <label class="confirm-checkbox">
                        <input type="checkbox" name="auto_assign" value="true"/>
                        <span>{page::turn_auto_assign_on()}</span>
                    </label>
                })}
                <div id="launch-button" class="actions" data-answer="">
                    <button class="button primary" disabled=!ready || refused>{page::launch()}</button>
                    {why.map(|why| view! { <p class="hint">{why}</p> })}
                </div>
                <p class="hint" role="status"></p>
            </form>
        </section>
    }
    .into_any()
}

/// Whether a pool would hand out what there is of one kind. Without one it can be launched all the same.
#[component]
fn PoolCheck(there: bool, what: &'static str) -> impl IntoView {
    if there {
        return view! {
            <li class="check check-there"><span><strong>{what}</strong>" "{page::is_there()}</span></li>
        }
        .into_any();
    }
    view! {
        <li class="check check-note">
            <span><strong>{what}</strong>" "{page::no_pool_hands_it_out()}" "</span>
            <a href="/assignment">{admin::assignment_control()}</a>
        </li>
    }
    .into_any()
}

/// Whether the contacts have the fields that the script names; without contacts it is not known yet.
#[component]
fn Fields(has_contacts: bool, unknown: Vec<String>) -> impl IntoView {
    if !has_contacts {
        return view! {
            <li class="check check-note">
                <span><strong>{page::fields_of_the_script()}</strong>" "{page::fields_are_checked_later()}</span>
            </li>
        }
        .into_any();
    }
    view! {
        <Check
            there=unknown.is_empty()
            what=page::fields_of_the_script()
            missing=page::no_contact_has(&unknown.join(", "))
            to="#script"
            mend=page::correct_the_script()
        />
    }
    .into_any()
}

/// Which fields are blank for whom, with the way to mend it. It can be launched all the same.
#[component]
fn BlankCheck(blank: Vec<BlankField>) -> impl IntoView {
    view! {
        <li class="check check-note">
            <Blanks blank/>
            <a href="#script">{page::correct_the_script()}</a>
        </li>
    }
}

/// Something that a launch needs: that it is there, or the way to it.
#[component]
fn Check(
    there: bool,
    what: &'static str,
    #[prop(into)] missing: String,
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
