//! The contacts whom a text may be from, on all campaigns that run.

use crate::contacts::list_sql::{GREATEST, LAST_DIGITS, LAST_NAME, NAME};
use crate::contacts::name_words::{plain, words};
use crate::rules::CAMPAIGN_OPEN;
use crate::{Store, StoreError};
use app::domain::{ConversationId, MoveContact, Viewer};
use const_format::formatcp;

/// How many are shown at once.
const MAX_SHOWN: usize = 25;
/// On how many campaigns one statement looks for them: a few milliseconds.
const CAMPAIGNS: usize = 200;
/// Fewer digits are no end of a number that anybody looks for.
const MIN_DIGITS: usize = 3;

/// The contacts of the campaign `ca` in a range of one index, at most `$6`.
macro_rules! range {
    ($key:expr, $from:literal, $until:literal) => {
        formatcp!(
            "(select co.id
                from contact co
               where co.organization_id = $1
                 and co.campaign_id = ca.id
                 and {KEY} >= {FROM}::text collate \"C\"
                 and {KEY} < {UNTIL}::text collate \"C\"
               order by {KEY}, co.id
               limit $6)",
            KEY = $key,
            FROM = $from,
            UNTIL = $until
        )
    };
}

/// The contacts of the campaign `ca` whose name has a further word that begins like this, or does without its accents, at
/// most `$6`.
const BY_BEGINNING: &str = "(select kept.contact_id
                from contact_beginning kept
               where kept.organization_id = $1
                 and kept.campaign_id = ca.id
                 and kept.beginning >= $8::text collate \"C\"
                 and kept.beginning < $9::text collate \"C\"
               order by kept.beginning, kept.contact_id
               limit $6)";

/// `$1` organization; `$2` how a name begins, and `$3` what is behind all such names; `$4` and `$5` the same of the digits
/// of a cell backwards; `$8` and `$9` of the words of a name; each null if nothing is looked for by it; `$6` how many, `$7`
/// on which campaigns.
///
/// By `contact_by_name`, `contact_by_last_name`, `contact_by_last_digits` and `contact_beginning`, a range of each on each
/// campaign.
pub(crate) const FOUND: &str = formatcp!(
    "select co.id, concat_ws(' ', co.first_name, co.last_name) as name, co.cell, ca.title as campaign_title,
            cv.opted_out
       from (select ca.id, ca.title
               from campaign ca
              where ca.organization_id = $1
                and {CAMPAIGN_OPEN}
                and ca.id = any($7)) ca
      cross join lateral ({BY_NAME} union {BY_LAST_NAME} union {BY_LAST_DIGITS} union {BY_BEGINNING}) found
       join contact co on co.organization_id = $1 and co.id = found.id
       join conversation cv on cv.organization_id = $1 and cv.id = found.id
      order by ca.id desc, lower(co.last_name || ' ' || co.first_name), co.id
      limit $6",
    BY_NAME = range!(NAME, "$2", "$3"),
    BY_LAST_NAME = range!(LAST_NAME, "$2", "$3"),
    BY_LAST_DIGITS = range!(LAST_DIGITS, "$4", "$5")
);

/// The campaigns that run, the newest first. `$1` organization.
pub(crate) const RUNNING: &str = formatcp!(
    "select ca.id from campaign ca where ca.organization_id = $1 and {CAMPAIGN_OPEN} order by ca.id desc"
);

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    name: String,
    cell: String,
    campaign_title: String,
    opted_out: bool,
}

/// Those of whose name a part begins with the text, with or without accents, or whose cell ends with its digits, those of the
/// newest campaigns first; whether there are more. Nobody if nothing is looked for. Campaigns are gone through until there
/// are more than are shown.
#[tracing::instrument(name = "db.contact.found_on_running_campaigns", skip_all)]
pub(super) async fn contacts(
    store: &Store,
    viewer: &Viewer,
    search: &str,
) -> Result<(Vec<MoveContact>, bool), StoreError> {
    let written = |text: String| Some(text).filter(|text| !text.is_empty());
    let parts: Vec<&str> = search.split_whitespace().collect();
    let name = written(plain(&parts.join(" ")));
    let beginning = name.as_deref().map(words).and_then(written);
    let digits: String = search.chars().rev().filter(char::is_ascii_digit).collect();
    let is_number = !search.contains(char::is_alphabetic) && digits.len() >= MIN_DIGITS;
    let digits = is_number.then_some(digits);
    let end = |text: &Option<String>| text.as_ref().map(|text| format!("{text}{GREATEST}"));
    let mut rows: Vec<Row> = Vec::new();
    if name.is_none() && digits.is_none() {
        return Ok((Vec::new(), false));
    }
    for campaigns in running(store, viewer).await?.chunks(CAMPAIGNS) {
        // One more than is shown tells whether there are others.
        let missing = (MAX_SHOWN + 1).saturating_sub(rows.len());
        if missing == 0 {
            break;
        }
        let found: Vec<Row> = sqlx::query_as(FOUND)
            .bind(viewer.organization.0)
            .bind(&name)
            .bind(end(&name))
            .bind(&digits)
            .bind(end(&digits))
            .bind(missing as i64)
            .bind(campaigns)
            .bind(&beginning)
            .bind(end(&beginning))
            .fetch_all(&store.pool)
            .await?;
        rows.extend(found);
    }
    let more = rows.len() > MAX_SHOWN;
    rows.truncate(MAX_SHOWN);
    let contact = |row: Row| MoveContact {
        id: ConversationId(row.id),
        name: row.name.trim().to_owned(),
        cell: row.cell,
        campaign_title: row.campaign_title,
        opted_out: row.opted_out,
    };
    Ok((rows.into_iter().map(contact).collect(), more))
}

#[tracing::instrument(name = "db.campaign.running", skip_all)]
async fn running(store: &Store, viewer: &Viewer) -> Result<Vec<i64>, StoreError> {
    let campaigns = sqlx::query_scalar(RUNNING).bind(viewer.organization.0);
    Ok(campaigns.fetch_all(&store.pool).await?)
}
