//! `GET /campaigns/{id}/contacts.csv`: a campaign's contacts with where their conversations stand, for admins; and the same
//! lines for the command line.

use super::csv_line::CsvLine;
use super::download::{Part, download, parts};
use crate::http::AppState;
use app::domain::{Admin, AuditAction, AuditSubject, CampaignId};
use app::error::AppError;
use app::ports::Campaigns;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use chrono::{DateTime, SecondsFormat, Utc};
use futures::stream::Stream;
use serde_json::Value;
use server_auth::{AllowedForNow, Refused};
use server_store::audit::{Change, record_alone};
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::exports::{ExportedContact, contacts, custom_fields};
use server_store::{Store, StoreError};
use std::sync::Arc;

/// How many contacts are read at a time.
const CHUNK: u16 = 1000;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/campaigns/{id}/contacts.csv", get(export))
}

/// Streams the lines.
async fn export(
    State(state): State<AppState>,
    AllowedForNow(admin, still_allowed): AllowedForNow<Admin>,
    Path(campaign): Path<String>,
) -> Response {
    let Ok(campaign) = campaign.parse::<CampaignId>() else {
        return Refused(AppError::NotFound).into_response();
    };
    let name = format!("campaign-{campaign}-contacts.csv");
    match export_contacts(state.store.clone(), admin, campaign).await {
        Ok(lines) => download(still_allowed, &name, lines),
        Err(error) => Refused(error).into_response(),
    }
}

/// Records the export, and gives its lines: the header, and then one for each contact, in the order of their cells, with a
/// column for each custom field that there is when the export begins.
///
/// # Errors
/// No such campaign; the database.
pub async fn export_contacts(
    store: Store,
    admin: Admin,
    campaign: CampaignId,
) -> Result<impl Stream<Item = Result<String, AppError>> + Send, AppError> {
    store.find(&admin, campaign).await?;
    let fields = answered(RESPOND_WITHIN, begin(&store, &admin, campaign)).await?;
    let fields: Arc<[String]> = fields.into();
    Ok(parts(head(&fields), None, move |after: Option<String>| {
        let (store, admin, fields) = (store.clone(), admin.clone(), fields.clone());
        async move {
            let page = contacts(&store, &admin, campaign, after.as_deref(), CHUNK);
            let page = answered(RESPOND_WITHIN, page).await?;
            Ok(Part {
                lines: page.iter().map(|contact| line(contact, &fields)).collect(),
                next: page.last().map(|last| Some(last.cell.clone())),
            })
        }
    }))
}

/// Records the export, and reads which custom fields there are.
async fn begin(
    store: &Store,
    admin: &Admin,
    campaign: CampaignId,
) -> Result<Vec<String>, StoreError> {
    let change = Change::new(
        AuditAction::ContactsExported,
        AuditSubject::Campaign(campaign),
    );
    record_alone(store, admin.actor(), change).await?;
    custom_fields(store, admin, campaign).await
}

fn head(fields: &[String]) -> String {
    let mut line = CsvLine::new();
    for name in [
        "contact",
        "cell",
        "first name",
        "last name",
        "external id",
        "time zone",
        "status",
        "opted out",
        "texter",
        "tags",
        "texts sent",
        "texts received",
        "first text sent at (UTC)",
        "last text received at (UTC)",
    ] {
        line.field(name);
    }
    for field in fields {
        line.field(field);
    }
    line.end()
}

fn line(contact: &ExportedContact, fields: &[String]) -> String {
    let moment = |at: Option<DateTime<Utc>>| {
        at.map_or(String::new(), |at| {
            at.to_rfc3339_opts(SecondsFormat::Secs, true)
        })
    };
    let mut line = CsvLine::new();
    line.field(&contact.id.to_string());
    line.field(&contact.cell);
    line.field(&contact.first_name);
    line.field(&contact.last_name);
    line.field(contact.external_id.as_deref().unwrap_or_default());
    line.field(&contact.time_zone);
    line.field(&contact.status);
    line.field(if contact.opted_out { "yes" } else { "no" });
    line.field(contact.texter.as_deref().unwrap_or_default());
    line.field(&contact.tags.join(", "));
    line.field(&contact.sent.to_string());
    line.field(&contact.received.to_string());
    line.field(&moment(contact.first_sent_at));
    line.field(&moment(contact.last_received_at));
    for field in fields {
        match contact.custom_fields.get(field) {
            Some(Value::String(text)) => line.field(text),
            Some(value) => line.field(&value.to_string()),
            None => line.field(""),
        }
    }
    line.end()
}
