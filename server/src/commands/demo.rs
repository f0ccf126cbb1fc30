//! The demo of a private cluster.

use crate::import::{ImportOptions, import};
use server_demo::{DemoError, DemoSignIns};
use server_store::Store;

/// Creates it if there is no organization, as [`server_demo::create`] says; its contacts are imported as any.
pub(super) async fn create(store: &Store) -> Result<Option<DemoSignIns>, DemoError> {
    server_demo::create(store, async |actor, campaign, file| {
        let options = ImportOptions {
            file_name: file.name.to_owned(),
            ..ImportOptions::default()
        };
        let imported = import(store, actor, campaign, file.text.as_bytes(), options).await;
        imported.map(drop).map_err(|error| error.to_string())
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::create;
    use app::domain::{ImportReport, ZoneCounts};
    use server_store::Store;
    use server_store::clock::Clock;
    use server_store::testing::noon;
    use sqlx::PgPool;
    use sqlx::types::Json;

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn imports_contacts_of_four_time_zones_by_column_zip_code_and_area_code(pool: PgPool) {
        let store = Store::with_clock(pool, Clock::pinned_at(noon()));
        create(&store).await.unwrap().unwrap();
        let zones: Vec<(String, i64)> = sqlx::query_as(
            "select zone.name, count(*)
               from conversation cv
               join time_zone zone on zone.id = cv.time_zone_id
               join campaign ca on ca.id = cv.campaign_id and ca.started_at is not null
              group by 1 order by 1",
        )
        .fetch_all(&store.pool)
        .await
        .unwrap();
        let expected = [
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles",
            "America/New_York",
        ];
        assert_eq!(zones, expected.map(|zone| (zone.to_owned(), 50)));
        let Json(report): Json<ImportReport> =
            sqlx::query_scalar("select report from contact_import")
                .fetch_one(&store.pool)
                .await
                .unwrap();
        let found = ZoneCounts {
            column: 50,
            zip: 50,
            area_code: 100,
            campaign: 0,
        };
        assert_eq!(report.zones, found);
        let left_out = (report.duplicates, report.missing, report.invalid);
        assert_eq!(left_out, (1, 1, 2), "{:?}", report.rows);
    }
}
