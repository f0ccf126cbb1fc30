//! The key after which a page of contacts begins.

use crate::{Store, StoreError};
use app::domain::Admin;
use app::ports::ContactKey;

/// A digest as the database writes it.
pub(super) fn digest(hex: &str) -> u32 {
    // Eight digits.
    u32::from_str_radix(hex, 16).unwrap_or_default()
}

/// The text by which a contact stands where it does, among those whose names have these words; none if it is gone, or stood
/// elsewhere when the page was made.
#[tracing::instrument(name = "db.contact.key", skip_all)]
pub(super) async fn key_of(
    store: &Store,
    viewer: &Admin,
    after: ContactKey,
    words: &str,
) -> Result<Option<String>, StoreError> {
    let row = sqlx::query!(
        r#"select keyed.key as "key!", left(md5(keyed.key), 8) as "digest!"
             from (select case $3::int
                          when 0 then lower(external_id)
                          when 1 then lower(first_name || ' ' || last_name)
                          when 2 then lower(last_name || ' ' || first_name)
                          when 3 then reverse(cell)
                          when 4 then (select min(beginning collate "C")
                                         from beginnings_of_name(first_name, last_name) beginning
                                        where starts_with(beginning, $4))
                        end as key
                     from contact
                    where organization_id = $1 and id = $2) keyed
            where keyed.key is not null"#,
        viewer.organization.0,
        after.id.0,
        i32::from(after.found_by),
        words,
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(row
        .filter(|row| digest(&row.digest) == after.digest)
        .map(|row| row.key))
}
