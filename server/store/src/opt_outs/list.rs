//! The reading of opt-outs, by keyset pages.

use super::row::Row;
use crate::{Store, StoreError};
use app::domain::{OptOut, OptOutKey, OrganizationId, PhoneNumber};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use const_format::formatcp;

/// Which opt-outs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Search {
    /// All of the organization.
    Every,
    /// That of a number.
    Number(PhoneNumber),
    /// Those whose numbers end with these digits, of which there are enough that few do.
    LastDigits(String),
}

/// A page of opt-outs, newest first. `$1` organization, `$2` and `$3` the key after which it begins, `$4` how many, `$5`
/// and `$6` what is searched for.
macro_rules! opt_outs {
    ($found:literal) => {
        formatcp!(
            "with {FOUND}
             page as (
                 select * from found o
                  where (o.created_at, o.cell) < ($2::timestamptz, $3::text)
                  order by o.created_at desc, o.cell desc
                  limit $4
             )
             select page.cell, page.origin, page.recorded_by, a.name as member, page.campaign_id, ca.title as campaign,
                    page.created_at as at
               from page
               left join member m on m.organization_id = $1 and m.id = page.recorded_by
               left join account a on a.id = m.account_id
               left join campaign ca on ca.organization_id = $1 and ca.id = page.campaign_id
              order by page.created_at desc, page.cell desc",
            FOUND = $found
        )
    };
}

/// All: key and order are a range of `opt_out_newest`.
pub(crate) const EVERY: &str = opt_outs!(
    "found as not materialized (
                 select * from opt_out o
                  where o.organization_id = $1 and $5::text is null and $6::text is null
             ),"
);
/// That of the number `$5`, by the primary key.
pub(crate) const BY_NUMBER: &str = opt_outs!(
    "found as materialized (
                 select * from opt_out o
                  where o.organization_id = $1 and o.cell = $5::text and $6::text is null
             ),"
);
/// Those whose numbers, backwards, stand from `$5` to before `$6`: a range of `opt_out_last_digits`. It is read before it
/// is put into order: the planner cannot know that it is short, and would look for its rows among all.
pub(crate) const BY_LAST_DIGITS: &str = opt_outs!(
    "found as materialized (
                 select * from opt_out o
                  where o.organization_id = $1
                    and reverse(o.cell) collate \"C\" >= $5::text
                    and reverse(o.cell) collate \"C\" < $6::text
             ),"
);

/// One page of a size after a key, and the key after which the next one begins, if there is one.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.opt_out.list", skip_all, fields(%organization))]
pub async fn list(
    store: &Store,
    organization: OrganizationId,
    search: &Search,
    after: Option<&OptOutKey>,
    size: u16,
) -> Result<(Vec<OptOut>, Option<OptOutKey>), StoreError> {
    let (statement, from, before) = match search {
        Search::Every => (EVERY, None, None),
        Search::Number(number) => (BY_NUMBER, Some(number.as_str().to_owned()), None),
        Search::LastDigits(digits) => {
            let backwards: String = digits.chars().rev().collect();
            // The character behind 9.
            let before = [&backwards, ":"].concat();
            (BY_LAST_DIGITS, Some(backwards), Some(before))
        }
    };
    let mut rows: Vec<Row> = sqlx::query_as(statement)
        .bind(organization.0)
        .bind(after.map_or_else(end_of_time, |after| after.at))
        .bind(after.map_or("", |after| after.number.as_str()))
        // One more than a page tells whether there is another.
        .bind(i64::from(size) + 1)
        .bind(from)
        .bind(before)
        .fetch_all(&store.pool)
        .await?;
    let more = rows.len() > usize::from(size);
    rows.truncate(usize::from(size));
    let rows = rows.into_iter().map(Row::read);
    let rows: Vec<OptOut> = rows.collect::<Result<_, _>>()?;
    let next = rows.last().filter(|_| more).map(|last| OptOutKey {
        at: last.at,
        number: last.number.clone(),
    });
    Ok((rows, next))
}

/// A moment that no clock reaches.
fn end_of_time() -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default();
    day.and_time(NaiveTime::MIN).and_utc()
}
