//! `GET /releases.csv`: the release history as a file, for admins; and the same lines for the command line.

use super::csv_line::CsvLine;
use super::download::{Part, download, parts};
use crate::http::AppState;
use app::domain::{
    Admin, AuditAction, AuditSubject, BulkSubject, LeftOutReason, ReleaseFilter, ReleaseId,
    ReleaseRecord, ReleaseState, ReleasedBy,
};
use app::error::AppError;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use chrono::SecondsFormat;
use futures::stream::Stream;
use http::StatusCode;
use sentences::page;
use serde::Deserialize;
use server_auth::{AllowedForNow, Refused};
use server_store::Store;
use server_store::audit::{Change, record_alone};
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::releases::history::{Detail, history};

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/releases.csv", get(export))
}

/// The filter of the history's page; empty fields filter nothing.
#[derive(Deserialize)]
pub(super) struct FilterQuery {
    #[serde(default)]
    by: String,
    #[serde(default)]
    campaign: String,
    #[serde(default)]
    group: String,
}

impl FilterQuery {
    pub(super) fn filter(&self) -> Option<ReleaseFilter> {
        let by = match self.by.as_str() {
            "" => None,
            "hand" => Some(ReleasedBy::Hand),
            "automatic" => Some(ReleasedBy::Automatic),
            "texters" => Some(ReleasedBy::Texters),
            "undo" => Some(ReleasedBy::Undo),
            _ => return None,
        };
        let campaign = match self.campaign.as_str() {
            "" => None,
            id => Some(id.parse().ok()?),
        };
        let group = match self.group.as_str() {
            "" => None,
            id => Some(id.parse().ok()?),
        };
        Some(ReleaseFilter {
            by,
            campaign,
            group,
        })
    }
}

/// Streams the lines.
async fn export(
    State(state): State<AppState>,
    AllowedForNow(admin, still_allowed): AllowedForNow<Admin>,
    Query(query): Query<FilterQuery>,
) -> Response {
    let Some(filter) = query.filter() else {
        return (StatusCode::BAD_REQUEST, page::filter_does_not_exist()).into_response();
    };
    match export_releases(state.store.clone(), admin, filter).await {
        Ok(lines) => download(still_allowed, "releases.csv", lines),
        Err(error) => Refused(error).into_response(),
    }
}

/// Records the export, and gives its lines: the header, and then one for each release, the newest first; automatic ones are
/// not grouped.
///
/// # Errors
/// The database.
pub async fn export_releases(
    store: Store,
    admin: Admin,
    filter: ReleaseFilter,
) -> Result<impl Stream<Item = Result<String, AppError>> + Send, AppError> {
    let change = Change::new(AuditAction::ReleasesExported, AuditSubject::Organization);
    let recorded = record_alone(&store, admin.actor(), change);
    answered(RESPOND_WITHIN, recorded).await?;
    let organization = admin.organization;
    Ok(parts(head(), None, move |after: Option<ReleaseId>| {
        let store = store.clone();
        async move {
            let page = history(&store, organization, filter, Detail::Each, after);
            let page = answered(RESPOND_WITHIN, page).await?;
            Ok(Part {
                lines: page.rows.iter().map(line).collect(),
                next: page.next.map(Some),
            })
        }
    }))
}

fn head() -> String {
    let mut line = CsvLine::new();
    for name in [
        "release",
        "started at (UTC)",
        "seconds",
        "by",
        "where",
        "campaign",
        "what",
        "interval (minutes)",
        "team-restricted campaigns",
        "only within texting hours",
        "auto-assign off",
        "state",
        "released or returned",
        "campaigns",
        "undoes release",
        "not returned",
        "undone by release",
    ] {
        line.field(name);
    }
    for reason in reasons_before_bulk() {
        line.field(&format!("left out: {}", reason_words(reason)));
    }
    line.field("suspended");
    line.field("last text at least days old");
    line.field("not returned: escalation tags");
    for reason in REASONS_AT_THE_END {
        line.field(&format!("left out: {}", reason_words(reason)));
    }
    line.field("bulk action");
    line.field("to or tag");
    line.field("chosen by");
    line.end()
}

/// The reasons whose columns came after the others: those stay where they are.
const REASONS_AT_THE_END: [LeftOutReason; 7] = [
    LeftOutReason::Newer,
    LeftOutReason::AlreadyTheirs,
    LeftOutReason::WithNobody,
    LeftOutReason::AlreadyClosed,
    LeftOutReason::AlreadyTagged,
    LeftOutReason::NotTagged,
    LeftOutReason::OtherTeams,
];

/// The others.
fn reasons_before_bulk() -> impl Iterator<Item = LeftOutReason> {
    let all = LeftOutReason::ALL.into_iter();
    all.filter(|reason| !REASONS_AT_THE_END.contains(reason))
}

/// Which conversations a bulk action meant: `ticked`, or the fields of the filter.
fn chosen_by(bulk: &BulkSubject) -> String {
    let Some(named) = &bulk.filter else {
        return "ticked".to_owned();
    };
    let fields = named.filter.fields().into_iter();
    let filled = fields.filter(|(_, text)| !text.is_empty());
    let words: Vec<String> = filled
        .map(|(name, text)| format!("{name}={text}"))
        .collect();
    if words.is_empty() {
        return "all".to_owned();
    }
    words.join("; ")
}

fn reason_words(reason: LeftOutReason) -> &'static str {
    match reason {
        LeftOutReason::CampaignClosed => "on archived or draft campaigns",
        LeftOutReason::CampaignPaused => "on paused campaigns",
        LeftOutReason::OptedOut => "of contacts who opted out",
        LeftOutReason::Escalated => "escalated to a team",
        LeftOutReason::Composing => "being answered right now",
        LeftOutReason::TeamRestricted => "on campaigns restricted to teams",
        LeftOutReason::AutoAssignOff => "on campaigns with auto-assign off",
        LeftOutReason::OutsideHours => "outside the contact’s texting hours",
        LeftOutReason::NotMessaged => "not messaged yet",
        LeftOutReason::Answered => "answered or closed",
        LeftOutReason::TextedLately => "texted lately",
        LeftOutReason::AlreadyTheirs => "with the member already",
        LeftOutReason::WithNobody => "with no one",
        LeftOutReason::AlreadyClosed => "closed already",
        LeftOutReason::AlreadyTagged => "with the tag already",
        LeftOutReason::NotTagged => "without the tag",
        LeftOutReason::OtherTeams => "restricted to other teams",
        LeftOutReason::Newer => "for reasons of a newer version",
    }
}

fn line(record: &ReleaseRecord) -> String {
    let progress = &record.progress;
    let yes = |on: bool| if on { "yes" } else { "no" };
    let policy = record.policy.as_ref();
    let id = |release: Option<ReleaseId>| release.map_or(String::new(), |id| id.to_string());
    let mut line = CsvLine::new();
    line.field(&progress.release.to_string());
    line.field(&record.started_at.to_rfc3339_opts(SecondsFormat::Secs, true));
    line.field(&format!("{:.3}", f64::from(progress.ran_ms) / 1000.0));
    line.field(progress.actor.as_deref().unwrap_or("Baton"));
    line.field(&record.scope.to_string());
    line.field(record.campaign_title.as_deref().unwrap_or_default());
    line.field(progress.kind.as_str());
    line.field(&policy.map_or(String::new(), |p| p.interval.minutes().to_string()));
    line.field(policy.map_or("", |p| yes(p.include_team_restricted)));
    line.field(policy.map_or("", |p| yes(p.only_within_texting_hours)));
    line.field(policy.map_or("", |p| yes(p.include_auto_assign_off)));
    line.field(match progress.state {
        ReleaseState::Running => "running",
        ReleaseState::Finished => "finished",
        ReleaseState::Failed => "failed",
        ReleaseState::Cancelled => "cancelled",
    });
    line.field(&progress.conversations.to_string());
    line.field(&progress.campaigns.to_string());
    line.field(&id(progress.undoes));
    line.field(&progress.kept.to_string());
    line.field(&id(record.undone_by));
    let left_out = |reason: LeftOutReason| {
        let left_out = record.left_out.iter().find(|l| l.reason == reason);
        left_out.map_or(0, |l| l.conversations).to_string()
    };
    for reason in reasons_before_bulk() {
        line.field(&left_out(reason));
    }
    line.field(record.suspended.as_deref().unwrap_or_default());
    let days = record.texted_days_ago;
    line.field(&days.map_or(String::new(), |days| days.days().to_string()));
    line.field(&progress.kept_escalated.to_string());
    for reason in REASONS_AT_THE_END {
        line.field(&left_out(reason));
    }
    let bulk = record.bulk.as_ref();
    line.field(bulk.map_or("", |bulk| bulk.change.as_str()));
    line.field(bulk.map_or("", |bulk| bulk.name.as_str()));
    line.field(&bulk.map_or(String::new(), chosen_by));
    line.end()
}
