//! The creation of a campaign.

use crate::audit::{self, Change};
use crate::time_zones::time_zone;
use crate::{Store, StoreError};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId, CreateKey, TimeOfDay};
use app::error::AppError;
use app::field_errors::FieldErrors;
use sentences::page;

/// A campaign to be created; what is not given is as the organization's settings say.
#[derive(Debug, Clone, Default)]
pub struct NewCampaign {
    /// What texters and admins see, 1 to 200 characters.
    pub title: String,
    /// What texters see under it; empty, or at most 500 characters.
    pub description: String,
    /// The initial message; empty for one that is written later.
    pub script: String,
    /// The local time at which texting may begin.
    pub texting_from: Option<TimeOfDay>,
    /// The local time from which on nobody is texted; 24:00 is midnight.
    pub texting_until: Option<TimeOfDay>,
    /// The IANA zone of contacts whose own zone is not known.
    pub time_zone: Option<String>,
    /// Whether its conversations are handed out through the request form.
    pub auto_assign: bool,
}

/// Creates a draft without contacts.
///
/// # Errors
/// No such organization; texting hours that end before they begin; no time zone, or one that there is not.
pub async fn create(
    store: &Store,
    actor: AuditActor,
    new: &NewCampaign,
) -> Result<CampaignId, StoreError> {
    create_once(store, actor, new, None).await
}

/// Creates a draft without contacts. Where the form with this key has made the same before, it is that one, and nothing is
/// written; where anything differs, the form was changed and sent again for another campaign.
#[tracing::instrument(name = "db.campaign.create", skip_all, fields(organization = %actor.organization))]
pub(super) async fn create_once(
    store: &Store,
    actor: AuditActor,
    new: &NewCampaign,
    mut key: Option<CreateKey>,
) -> Result<CampaignId, StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    let defaults = sqlx::query!(
        r#"select left(texting_from::text, 5) as "texting_from!",
                left(texting_until::text, 5) as "texting_until!", time_zone_id
           from organization
          where id = $1"#,
        organization.0,
    );
    let defaults = defaults.fetch_optional(&mut *transaction).await?;
    let defaults = defaults.ok_or(AppError::NotFound)?;
    let hour = |given: &Option<TimeOfDay>, default: String| {
        (given.as_ref()).map_or(default, |time| time.as_str().to_owned())
    };
    let texting_from = hour(&new.texting_from, defaults.texting_from);
    let texting_until = hour(&new.texting_until, defaults.texting_until);
    // Of five characters each, which have the order of the times.
    if texting_from >= texting_until {
        return Err(invalid("texting_until", page::texting_hours_end_first()));
    }
    let zone = match &new.time_zone {
        Some(name) => time_zone(&mut transaction, name)
            .await?
            .ok_or_else(|| invalid("time_zone", page::time_zone_is_unknown()))?,
        None => (defaults.time_zone_id)
            .ok_or_else(|| invalid("time_zone", page::time_zone_is_missing()))?,
    };
    let id = loop {
        let id = sqlx::query_scalar!(
            "insert into campaign
                    (organization_id, title, script, time_zone_id, texting_from, texting_until, auto_assign, description,
                     copy_key)
             values ($1, btrim($2), $3, $4, $5::text::time, $6::text::time, $7, $8, $9::bigint)
                 on conflict (organization_id, copy_key) where copy_key is not null do nothing
             returning id",
            organization.0,
            new.title,
            new.script,
            zone,
            texting_from,
            texting_until,
            new.auto_assign,
            new.description,
            key.map(|key| key.0),
        );
        if let Some(id) = id.fetch_optional(&mut *transaction).await? {
            break CampaignId(id);
        }
        let same = sqlx::query_scalar!(
            "select id
               from campaign
              where organization_id = $1
                and copy_key = $2
                and title = btrim($3)
                and description = $4
                and time_zone_id = $5
                and texting_from = $6::text::time
                and texting_until = $7::text::time",
            organization.0,
            key.map(|key| key.0),
            new.title,
            new.description,
            zone,
            texting_from,
            texting_until,
        );
        if let Some(id) = same.fetch_optional(&mut *transaction).await? {
            return Ok(CampaignId(id));
        }
        // Without a key it is inserted.
        key = None;
    };
    let change = Change::new(AuditAction::CampaignCreated, AuditSubject::Campaign(id));
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    transaction.commit().await?;
    Ok(id)
}

fn invalid(field: &str, sentence: &str) -> StoreError {
    AppError::Fields(FieldErrors::one(field, sentence)).into()
}
