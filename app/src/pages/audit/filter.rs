//! The filter of the audit log, which is an address.

use super::action_words::audit_action_words;
use crate::components::{Choice, Field};
use crate::domain::{AuditAction, AuditFilter, AuditPart};
use crate::pages::query::query_as;
use crate::ports::AuditActors;
use crate::url::with_query;
use leptos::prelude::*;
use sentences::page;

/// What the address asks for.
pub(super) fn filter_from_query() -> AuditFilter {
    let person = query_as("person");
    AuditFilter {
        person,
        part: person.and_then(|_| query_as("part")).unwrap_or_default(),
        action: query_as("action"),
        from: query_as("from"),
        to: query_as("to"),
    }
}

/// A path with the filter as its query.
pub(super) fn log_url(path: &str, filter: AuditFilter, after: &str) -> String {
    let word = |field: Option<String>| field.unwrap_or_default();
    let part = (filter.part != AuditPart::default()).then(|| filter.part.as_str());
    with_query(
        path,
        &[
            (
                "person",
                &word(filter.person.map(|member| member.to_string())),
            ),
            ("part", part.unwrap_or_default()),
            ("action", filter.action.map_or("", AuditAction::as_str)),
            ("from", &word(filter.from.map(|day| day.to_string()))),
            ("to", &word(filter.to.map(|day| day.to_string()))),
            ("after", after),
        ],
    )
}

fn part_words(part: AuditPart) -> &'static str {
    match part {
        AuditPart::Actor => page::audit_what_they_did(),
        AuditPart::Subject => page::audit_what_was_done_to_them(),
        AuditPart::Either => page::audit_both(),
    }
}

/// The form: a person and their part, an action, and days.
#[component]
pub(super) fn Filter(filter: AuditFilter, people: AuditActors) -> impl IntoView {
    let more = people.has_more.then(|| {
        let sentence = page::audit_more_people(&sentences::size(people.listed.len()));
        view! { <p id="person-hint" class="hint">{sentence}</p> }
    });
    let described = people.has_more.then_some("person-hint");
    let people = people
        .listed
        .into_iter()
        .map(|(id, name)| {
            view! { <option value=id.to_string() selected=filter.person == Some(id)>{name}</option> }
        })
        .collect_view();
    let actions = AuditAction::ALL
        .iter()
        .map(|action| {
            let selected = filter.action == Some(*action);
            view! { <option value=action.as_str() selected=selected>{audit_action_words(*action)}</option> }
        })
        .collect_view();
    let parts = AuditPart::ALL.map(|part| (part.as_str(), part_words(part).to_owned()));
    let day = |day: Option<chrono::NaiveDate>| day.map_or(String::new(), |day| day.to_string());
    view! {
        <form method="get" action="/audit" class="search" role="search">
            <div class="form-field">
                <label class="field" for="person">{page::audit_person()}</label>
                <select id="person" name="person" aria-describedby=described>
                    <option value="">{page::audit_everybody()}</option>
                    {people}
                </select>
            </div>
            <Choice id="part" name="part" label=page::audit_part() options=parts.into() chosen=filter.part.as_str()/>
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
        {more}
    }
}

#[cfg(test)]
mod tests {
    use super::log_url;
    use crate::domain::{AuditAction, AuditFilter, AuditPart, MemberId};

    #[test]
    fn keeps_what_is_asked_for_in_the_address() {
        let filter = AuditFilter {
            person: Some(MemberId(7)),
            part: AuditPart::Subject,
            action: Some(AuditAction::TagSaved),
            from: "2026-11-03".parse().ok(),
            to: None,
        };
        assert_eq!(
            log_url("/audit", filter, "5-9"),
            "/audit?person=7&part=subject&action=tag_saved&from=2026-11-03&after=5-9"
        );
        assert_eq!(
            log_url("/audit.csv", AuditFilter::default(), ""),
            "/audit.csv"
        );
    }
}
