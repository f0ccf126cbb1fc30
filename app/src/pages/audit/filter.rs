//! The filter of the audit log, which is an address.

use super::action_words::audit_action_words;
use crate::components::Field;
use crate::domain::{AuditAction, AuditFilter, MemberId};
use crate::pages::query::query_as;
use crate::url::with_query;
use leptos::prelude::*;
use sentences::page;

/// What the address asks for.
pub(super) fn filter_from_query() -> AuditFilter {
    AuditFilter {
        actor: query_as("person"),
        action: query_as("action"),
        from: query_as("from"),
        to: query_as("to"),
    }
}

/// A path with the filter as its query.
pub(super) fn log_url(path: &str, filter: AuditFilter, after: &str) -> String {
    let word = |field: Option<String>| field.unwrap_or_default();
    with_query(
        path,
        &[
            (
                "person",
                &word(filter.actor.map(|member| member.to_string())),
            ),
            ("action", filter.action.map_or("", AuditAction::as_str)),
            ("from", &word(filter.from.map(|day| day.to_string()))),
            ("to", &word(filter.to.map(|day| day.to_string()))),
            ("after", after),
        ],
    )
}

/// The form: a person, an action, and days.
#[component]
pub(super) fn Filter(filter: AuditFilter, people: Vec<(MemberId, String)>) -> impl IntoView {
    let people = people
        .into_iter()
        .map(|(id, name)| {
            view! { <option value=id.to_string() selected=filter.actor == Some(id)>{name}</option> }
        })
        .collect_view();
    let actions = AuditAction::ALL
        .iter()
        .map(|action| {
            let selected = filter.action == Some(*action);
            view! { <option value=action.as_str() selected=selected>{audit_action_words(*action)}</option> }
        })
        .collect_view();
    let day = |day: Option<chrono::NaiveDate>| day.map_or(String::new(), |day| day.to_string());
    view! {
        <form method="get" action="/audit" class="search" role="search">
            <div class="form-field">
                <label class="field" for="person">{page::audit_person()}</label>
                <select id="person" name="person">
                    <option value="">{page::audit_everybody()}</option>
                    {people}
                </select>
            </div>
            <div class="form-field">
                <label class="field" for="action">{page::audit_action()}</label>
                <select id="action" name="action">
                    <option value="">{page::audit_everything()}</option>
                    {actions}
                </select>
            </div>
            <Field id="from" name="from" label=page::audit_from() kind="date" value=day(filter.from) error=None/>
            <Field id="to" name="to" label=page::audit_to() kind="date" value=day(filter.to) error=None/>
            <button class="button">{page::audit_show()}</button>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::log_url;
    use crate::domain::{AuditAction, AuditFilter, MemberId};

    #[test]
    fn keeps_what_is_asked_for_in_the_address() {
        let filter = AuditFilter {
            actor: Some(MemberId(7)),
            action: Some(AuditAction::TagSaved),
            from: "2026-11-03".parse().ok(),
            to: None,
        };
        assert_eq!(
            log_url("/audit", filter, "5-9"),
            "/audit?person=7&action=tag_saved&from=2026-11-03&after=5-9"
        );
        assert_eq!(
            log_url("/audit.csv", AuditFilter::default(), ""),
            "/audit.csv"
        );
    }
}
