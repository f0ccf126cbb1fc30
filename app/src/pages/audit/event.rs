//! The row of one event.

use super::action_words::audit_action_words;
use super::difference_words::difference_words;
use crate::components::Clock;
use crate::domain::{ApprovalLevel, AuditAction, AuditEvent, AuditSubject, Role, ServiceKind};
use crate::pages::numbers::service_name;
use crate::pages::people::role_name;
use crate::view_models::bulk_change_label;
use leptos::prelude::*;
use sentences::page;

/// Who did what to what, when and from where.
#[component]
pub(super) fn Event(event: AuditEvent) -> impl IntoView {
    let who = match &event.actor {
        Some((member, name)) => {
            view! { <a href=format!("/people/{member}")><strong>{name.clone()}</strong></a> }
                .into_any()
        }
        None => view! { <strong>{page::audit_command_line()}</strong> }.into_any(),
    };
    let subject = subject(&event).map(|subject| view! { ": "{subject} });
    let detail = detail_words(&event).map(|detail| view! { " · "{detail} });
    let action = match &event.action {
        Ok(action) => audit_action_words(*action).to_owned(),
        Err(unknown) => unknown.word().to_owned(),
    };
    let from = event
        .address
        .map(|address| view! { " · "{page::audit_address(&address)} });
    view! {
        <li class="row">
            <div class="row-main">
                <span>{who}" · "{action}{subject}{detail}</span>
                <p><Clock at=event.at/>{from}</p>
            </div>
        </li>
    }
}

/// What it was done to, with a link to it, unless that is the organization or whoever did it.
fn subject(event: &AuditEvent) -> Option<AnyView> {
    let Some(subject) = event.subject else {
        return event
            .subject_name
            .clone()
            .map(leptos::prelude::IntoAny::into_any);
    };
    let (_, id) = subject.parts();
    let id = id?;
    let path = match subject {
        AuditSubject::Organization => return None,
        AuditSubject::Member(member) => {
            let is_own = event
                .actor
                .as_ref()
                .is_some_and(|(actor, _)| *actor == member);
            if is_own {
                return None;
            }
            format!("/people/{id}")
        }
        AuditSubject::Campaign(_) => format!("/campaigns/{id}"),
        AuditSubject::Team(_) => format!("/teams/{id}"),
        AuditSubject::Tag(_) => format!("/tags/{id}"),
        AuditSubject::Invite(_) => format!("/people/invites/{id}"),
        AuditSubject::Release(_) => format!("/releases/{id}"),
        AuditSubject::Conversation(_) => format!("/texts/{id}"),
    };
    let name = event.subject_name.clone();
    let name = name.unwrap_or_else(|| page::audit_number(&id.to_string()));
    let is_gone = matches!(
        event.action,
        Ok(AuditAction::TeamDeleted | AuditAction::TagDeleted)
    );
    Some(if is_gone {
        name.into_any()
    } else {
        view! { <a href=path>{name}</a> }.into_any()
    })
}

/// What else is known, in the language of who reads.
fn detail_words(event: &AuditEvent) -> Option<String> {
    let detail = event.detail.as_str();
    if detail.is_empty() {
        return None;
    }
    let words = match event.action {
        Ok(
            AuditAction::Joined
            | AuditAction::MemberAdded
            | AuditAction::SuspensionLifted
            | AuditAction::RoleChanged,
        ) => Some(changed_words(detail, role_word)),
        Ok(AuditAction::LevelChanged) => Some(changed_words(detail, |word| {
            let level = word.parse::<ApprovalLevel>();
            level.ok().map(|level| level.to_string())
        })),
        // Of an earlier version the role alone.
        Ok(AuditAction::InviteMade) => role_word(detail).or_else(|| Some(difference_words(detail))),
        // Of an earlier version the title alone.
        Ok(AuditAction::TagSaved) if !detail.contains(" → ") => {
            Some(page::audit_called_before(detail))
        }
        Ok(
            AuditAction::SettingsSaved
            | AuditAction::AssignmentSaved
            | AuditAction::KeptMessagesSaved
            | AuditAction::RegionSaved
            | AuditAction::CampaignBasicsSaved
            | AuditAction::ScriptSaved
            | AuditAction::ResponsesSaved
            | AuditAction::CampaignTeamsSaved
            | AuditAction::AutoassignSaved
            | AuditAction::TeamSaved
            | AuditAction::TagSaved,
        ) => Some(difference_words(detail)),
        Ok(AuditAction::NumberServiceChanged) => Some(changed_service(detail)),
        Ok(AuditAction::BulkActionStarted) => Some(bulk_change_label(detail).to_owned()),
        Ok(AuditAction::SecondPassStarted) => detail.parse().ok().map(page::texted_days_ago),
        // The file without the conversations has no detail.
        Ok(AuditAction::ReleasesExported) if detail == "conversations" => {
            Some(page::audit_with_conversations().to_owned())
        }
        _ => None,
    };
    // A title or a number is the same in every language.
    Some(words.unwrap_or_else(|| detail.to_owned()))
}

/// `texter → admin`; of an earlier version the new one alone. A word that only a newer version knows stays as it is.
fn changed_words(detail: &str, name: impl Fn(&str) -> Option<String>) -> String {
    let words = detail.split(" → ");
    let words = words.map(|word| name(word).unwrap_or_else(|| word.to_owned()));
    words.collect::<Vec<_>>().join(" → ")
}

/// `+12025550123: simulated → twilio`.
fn changed_service(detail: &str) -> String {
    let Some((sender, services)) = detail.split_once(": ") else {
        return detail.to_owned();
    };
    let services = changed_words(services, |word| {
        let service = word.parse::<ServiceKind>().ok()?;
        Some(service_name(service).to_owned())
    });
    format!("{sender}: {services}")
}

fn role_word(word: &str) -> Option<String> {
    let role = word.parse::<Role>().ok()?;
    Some(role_name(role).to_owned())
}
