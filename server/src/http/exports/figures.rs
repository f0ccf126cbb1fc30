//! `GET /campaigns/{id}/figures.csv`, `/people/{id}/figures.csv` and `/figures.csv`: figures as files, for admins; and the
//! same files for the command line. One number a line, so that all three have the same columns: what is counted, in which
//! period, and how many.

use super::csv_line::CsvLine;
use super::download::download;
use crate::http::AppState;
use app::domain::{
    Admin, AnswerTimes, AnswerWaits, AuditAction, AuditSubject, CampaignFigures, CampaignId,
    MemberId, OrganizationFigures, Period, TexterFigures, Timeline,
};
use app::error::AppError;
use app::ports::{Campaigns, Figures, People};
use app::view_models::failure_words;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use chrono::SecondsFormat;
use futures::stream;
use sentences::{Language, scope};
use server_auth::{AllowedForNow, Refused, StillAllowed};
use server_store::Store;
use server_store::audit::{Change, record_alone};
use server_store::database::{RESPOND_WITHIN, answered};

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/campaigns/{id}/figures.csv", get(of_campaign))
        .route("/people/{id}/figures.csv", get(of_texter))
        .route("/figures.csv", get(of_organization))
}

async fn of_campaign(
    State(state): State<AppState>,
    AllowedForNow(admin, still_allowed): AllowedForNow<Admin>,
    Path(campaign): Path<String>,
) -> Response {
    let Ok(campaign) = campaign.parse::<CampaignId>() else {
        return Refused(AppError::NotFound).into_response();
    };
    let name = format!("campaign-{campaign}-figures.csv");
    let file = export_campaign_figures(&state.store, &admin, campaign).await;
    send(still_allowed, &name, file)
}

async fn of_texter(
    State(state): State<AppState>,
    AllowedForNow(admin, still_allowed): AllowedForNow<Admin>,
    Path(member): Path<String>,
) -> Response {
    let Ok(member) = member.parse::<MemberId>() else {
        return Refused(AppError::NotFound).into_response();
    };
    let name = format!("member-{member}-figures.csv");
    let file = export_texter_figures(&state.store, &admin, member).await;
    send(still_allowed, &name, file)
}

async fn of_organization(
    State(state): State<AppState>,
    AllowedForNow(admin, still_allowed): AllowedForNow<Admin>,
) -> Response {
    let file = export_organization_figures(&state.store, &admin).await;
    send(still_allowed, "figures.csv", file)
}

fn send(
    still_allowed: StillAllowed<Admin>,
    name: &str,
    file: Result<String, AppError>,
) -> Response {
    match file {
        Ok(file) => download(still_allowed, name, stream::iter([Ok(file)])),
        Err(error) => Refused(error).into_response(),
    }
}

/// Records the export of a campaign's figures, and gives the file.
///
/// # Errors
/// No such campaign; the database.
pub async fn export_campaign_figures(
    store: &Store,
    admin: &Admin,
    campaign: CampaignId,
) -> Result<String, AppError> {
    let figures = store.of_campaign(admin, campaign).await?;
    let times = store.answer_times(admin, campaign).await?;
    // The reasons of failures are in the language of the file.
    let lines = async { campaign_lines(&figures, times) };
    let lines = scope(Language::English, lines).await;
    record(store, admin, AuditSubject::Campaign(campaign)).await?;
    Ok(lines.0)
}

/// Records the export of a member's figures, and gives the file.
///
/// # Errors
/// No such member; the database.
pub async fn export_texter_figures(
    store: &Store,
    admin: &Admin,
    member: MemberId,
) -> Result<String, AppError> {
    let figures = store.of_texter(admin, member).await?;
    let person = store.person(admin, member).await?;
    record(store, admin, AuditSubject::Member(member)).await?;
    Ok(texter_lines(&figures, person.holdings.replies).0)
}

/// Records the export of the organization's figures, and gives the file.
///
/// # Errors
/// The database.
pub async fn export_organization_figures(store: &Store, admin: &Admin) -> Result<String, AppError> {
    let figures = store.of_organization(admin).await?;
    record(store, admin, AuditSubject::Organization).await?;
    Ok(organization_lines(&figures).0)
}

async fn record(store: &Store, admin: &Admin, subject: AuditSubject) -> Result<(), AppError> {
    let change = Change::new(AuditAction::FiguresExported, subject);
    let recorded = record_alone(store, admin.actor(), change);
    Ok(answered(RESPOND_WITHIN, recorded).await?)
}

/// The lines of a file under construction.
struct Lines(String);

impl Lines {
    fn new(zone: &str) -> Self {
        let mut lines = Self(String::new());
        lines.add("figure", &format!("period ({zone})"), "number");
        lines
    }

    fn add(&mut self, figure: &str, period: &str, number: &str) {
        let mut line = CsvLine::new();
        line.field(figure);
        line.field(period);
        line.field(number);
        self.0 += &line.end();
    }

    fn count(&mut self, figure: &str, number: u32) {
        self.add(figure, "", &number.to_string());
    }

    fn timeline<const N: usize>(&mut self, things: [&str; N], timeline: &Timeline<N>) {
        let format = match timeline.period {
            Period::Hour => "%Y-%m-%dT%H:%M",
            Period::Day => "%Y-%m-%d",
        };
        for point in &timeline.points {
            let period = point.from.format(format).to_string();
            for (thing, count) in things.iter().zip(point.counts) {
                self.add(thing, &period, &count.to_string());
            }
        }
    }
}

fn campaign_lines(figures: &CampaignFigures, times: AnswerTimes) -> Lines {
    let mut lines = Lines::new(&figures.zone);
    let as_of = figures
        .counted_at
        .to_rfc3339_opts(SecondsFormat::Secs, true);
    lines.add("as of (UTC)", "", &as_of);
    lines.count("contacts", figures.contacts);
    lines.count("sent an initial message", figures.initials);
    lines.count("replied", figures.replied);
    lines.count("handled", figures.handled);
    lines.count("waiting for an answer", figures.waiting);
    if figures.unanswered_when_archived > 0 {
        lines.count("unanswered when archived", figures.unanswered_when_archived);
    }
    lines.count("opted out", figures.opted_out);
    lines.count("messages sent", figures.texts.sent());
    lines.count("messages delivered", figures.texts.delivered);
    lines.count("messages on their way", figures.texts.on_the_way);
    lines.count("messages failed", figures.texts.failed());
    for failed in &figures.texts.failed {
        let reason = failed.reason.as_ref().map(failure_words);
        let reason = reason.unwrap_or_else(|| "other reasons".to_owned());
        lines.count(&format!("messages failed: {reason}"), failed.texts);
    }
    for (when, waits) in [("off", times.without), ("on", times.with)] {
        let Some(waits) = waits else { continue };
        let AnswerWaits {
            answers,
            median,
            percentile_90,
            percentile_95,
        } = waits;
        lines.count(&format!("latest answers, auto-release {when}"), answers);
        for (name, wait) in [
            ("median", median),
            ("90th percentile", percentile_90),
            ("95th percentile", percentile_95),
        ] {
            let name = format!("seconds to answer, {name}, auto-release {when}");
            lines.count(&name, wait.0);
        }
    }
    let things = ["initial messages", "first replies", "answers"];
    lines.timeline(things, &figures.timeline);
    lines
}

fn texter_lines(figures: &TexterFigures, replies_held: u32) -> Lines {
    let mut lines = Lines::new(&figures.zone);
    lines.count("days", TexterFigures::DAYS.unsigned_abs());
    lines.count("messages sent", figures.texts);
    lines.count("initial messages sent", figures.initials);
    lines.count("replies answered", figures.answers);
    if let Some(median) = figures.median {
        lines.count("seconds to answer, median", median.0);
    }
    lines.count("lost by release", figures.lost);
    lines.count("replies held now", replies_held);
    lines.timeline(["initial messages", "answers"], &figures.timeline);
    lines
}

fn organization_lines(figures: &OrganizationFigures) -> Lines {
    let mut lines = Lines::new(&figures.zone);
    lines.count("active texters", figures.active);
    lines.count("people waiting", figures.waiting);
    if let Some(oldest) = figures.oldest_wait {
        lines.count("seconds of the oldest wait", oldest.0);
    }
    lines.count("answers in the last hour", figures.answers_last_hour);
    if let Some(time) = figures.time_to_answer_all() {
        lines.count("seconds to answer all at this pace", time.0);
    }
    for texter in &figures.texters {
        let name = format!("sent in the last hour: {}", texter.name);
        lines.count(&name, texter.texts);
    }
    lines.timeline(["messages", "answers"], &figures.timeline);
    lines
}
