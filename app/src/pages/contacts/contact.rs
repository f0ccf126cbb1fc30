//! The page of one contact: its correction and its removal.

use crate::api;
use crate::api::contacts::{CorrectContact, RemoveContact};
use crate::components::Field;
use crate::domain::{CampaignId, ConversationId};
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, path_part};
use crate::ports::ContactDetails;
use crate::view_models::status_words;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

/// What is known of a contact, to be corrected; and its removal, as long as nothing was sent.
#[component]
pub fn ContactPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let campaign = path_id::<CampaignId>()?;
        let id = path_part::<ConversationId>("contact")?;
        let contacts = api::ports()?.contacts;
        let contact = contacts.contact(&viewer, campaign, id).await?;
        let row = contact.row.clone();
        let name = [row.first_name.as_str(), row.last_name.as_str()].join(" ");
        let title = match name.trim() {
            "" => page::contact_without_name().to_owned(),
            name => name.to_owned(),
        };
        let opted_out = (row.opted_out)
            .then(|| view! { " "<span class="tag">{page::opted_out_contacts()}</span> });
        let holder = contact.holder.clone().map(|(member, name)| {
            view! { " · "<a href=format!("/people/{member}")>{name}</a> }
        });
        Ok(view! {
            <Page title=title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=format!("/campaigns/{campaign}/contacts")>{page::contacts_of_campaign()}</a></p>
                <h1>{title}</h1>
                <Flash words=&[("corrected", page::contact_is_corrected)]/>
                <p class="lead">{row.cell.to_string()}" · "{status_words(row.status)}{holder}{opted_out}</p>
                <Correction campaign contact=contact.clone()/>
                <Removal campaign contact/>
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Correction(campaign: CampaignId, contact: ContactDetails) -> impl IntoView {
    let form = FormState::of("correct");
    let row = contact.row;
    let cell = if contact.has_messages {
        view! { <p class="hint">{page::why_cell_stays()}</p> }.into_any()
    } else {
        view! {
            <Field
                id="cell"
                name="cell"
                label=page::column_cell()
                value=form.text("cell", row.cell.to_string())
                error=form.error("cell")
            />
        }
        .into_any()
    };
    let zone_hint = [
        page::empty_zone_is_the_campaigns(),
        page::zone_follows_the_cell(),
    ]
    .join(" ");
    let custom = contact
        .custom_fields
        .into_iter()
        .enumerate()
        .map(|(index, (name, value))| {
            let field = format!("custom_fields[{index}][value]");
            view! {
                <CustomFieldInput
                    index
                    name
                    value=form.text(&field, value)
                    error=form.error(&field)
                />
            }
        })
        .collect_view();
    view! {
        <section class="card" aria-labelledby="correct-title">
            <h2 id="correct-title">{page::correct_contact()}</h2>
            <form method="post" action=CorrectContact::PATH class="form" novalidate data-unsaved="correct">
                <input type="hidden" name="campaign" value=campaign.to_string()/>
                <input type="hidden" name="contact" value=row.id.to_string()/>
                <input type="hidden" name="version" value=form.text("version", contact.version)/>
                <Field
                    id="first_name"
                    name="first_name"
                    label=page::column_first_name()
                    value=form.text("first_name", row.first_name)
                    error=form.error("first_name")
                />
                <Field
                    id="last_name"
                    name="last_name"
                    label=page::column_last_name()
                    value=form.text("last_name", row.last_name)
                    error=form.error("last_name")
                />
                {cell}
                <Field
                    id="zone"
                    name="zone"
                    label=page::time_zone()
                    hint=zone_hint
                    value=form.text("zone", row.zone.unwrap_or_default())
                    error=form.error("zone")
                />
                <Field
                    id="external_id"
                    name="external_id"
                    label=page::column_external_id()
                    value=form.text("external_id", row.external_id.unwrap_or_default())
                    error=form.error("external_id")
                />
                {custom}
                <p class="actions"><button class="button primary">{admin::save()}</button></p>
            </form>
        </section>
    }
}

/// A custom field; what it is called is the file's word.
#[component]
fn CustomFieldInput(
    index: usize,
    name: String,
    value: String,
    error: Option<String>,
) -> impl IntoView {
    let id = format!("custom-{index}");
    let described = error.is_some().then(|| format!("{id}-error"));
    view! {
        <div class="form-field">
            <label class="field" for=id.clone()>{name.clone()}</label>
            <input type="hidden" name=format!("custom_fields[{index}][name]") value=name/>
            <input
                id=id.clone()
                type="text"
                name=format!("custom_fields[{index}][value]")
                value=value
                autocomplete="off"
                aria-describedby=described
            />
            <crate::components::FieldSentence id error/>
        </div>
    }
}

#[component]
fn Removal(campaign: CampaignId, contact: ContactDetails) -> impl IntoView {
    let holder = contact.holder.map(|(_, name)| page::who_loses_it(&name));
    let content = if contact.has_messages {
        view! { <p>{page::texted_contact_stays()}</p> }.into_any()
    } else {
        view! {
            <p>{page::what_removing_does()}{holder.map(|holder| [" ", &holder].concat())}</p>
            <form method="post" action=RemoveContact::PATH class="actions">
                <input type="hidden" name="campaign" value=campaign.to_string()/>
                <input type="hidden" name="contact" value=contact.row.id.to_string()/>
                <button class="button">{page::remove_contact()}</button>
            </form>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="remove-title">
            <h2 id="remove-title">{page::remove_contact()}</h2>
            {content}
        </section>
    }
}
