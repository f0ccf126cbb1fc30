//! Contacts' own time zones, which the rules about texting hours read.

use super::import;
use server_store::testing::World;
use sqlx::PgPool;

async fn zones(world: &World) -> Vec<Option<String>> {
    sqlx::query_scalar(
        "select zone.name
           from conversation cv left join time_zone zone on zone.id = cv.time_zone_id
          order by cv.id",
    )
    .fetch_all(&world.store.pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_column_counts_before_the_zip_code_and_what_is_no_zone_is_reported(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let report = import(
        &world,
        campaign,
        "first,last,phone,zip code,Time Zone\n\
         Ada,B,202-555-0101,90001,US/Eastern\n\
         Bo,B,202-555-0102,90001,america/denver\n\
         Cy,B,202-555-0103,90001,Central\n\
         Di,B,202-555-0104,90001,Mars/Olympus\n\
         Ed,B,202-555-0105,,MST\n\
         Flo,B,202-555-0106,96813,\n",
    )
    .await
    .unwrap();
    assert_eq!(
        zones(&world).await,
        [
            "America/New_York",
            "America/Denver",
            "America/Chicago",
            "America/Los_Angeles",
            "America/New_York",
            "Pacific/Honolulu",
        ]
        .map(|zone| Some(zone.to_owned()))
    );
    let counts = report.zones;
    assert_eq!(
        (counts.column, counts.zip, counts.area_code, counts.campaign),
        (3, 2, 1, 0)
    );
    let remarks: Vec<(u64, &str)> = report
        .remarks
        .iter()
        .map(|row| (row.line, row.text.as_str()))
        .collect();
    assert_eq!(remarks, [(5, "Mars/Olympus"), (6, "MST")]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn old_names_of_zones_count_and_clocks_that_are_never_changed_do_not(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut file = "firstName,lastName,cell,zip,timeZone\n".to_owned();
    for (number, zone) in [
        "EST5EDT", "PST8PDT", "Navajo", "Japan", "GMT+0", "MST", "UTC",
    ]
    .into_iter()
    .enumerate()
    {
        file += &format!("Ada,B,202-555-010{number},96813,{zone}\n");
    }
    let report = import(&world, campaign, &file).await.unwrap();
    assert_eq!(
        zones(&world).await,
        [
            "America/New_York",
            "America/Los_Angeles",
            "America/Denver",
            "Asia/Tokyo",
            "Pacific/Honolulu",
            "Pacific/Honolulu",
            "Pacific/Honolulu",
        ]
        .map(|zone| Some(zone.to_owned()))
    );
    assert_eq!((report.zones.column, report.zones.zip), (4, 3));
    let remarks: Vec<&str> = report.remarks.iter().map(|row| row.text.as_str()).collect();
    assert_eq!(remarks, ["GMT+0", "MST", "UTC"]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn zones_use_up_no_numbers_that_they_have_already(pool: PgPool) {
    let world = World::new(pool).await;
    const LAST: &str =
        "select coalesce(pg_sequence_last_value(pg_get_serial_sequence('time_zone', 'id')), 0)";
    let file = "firstName,lastName,cell\nAda,Byron,2135550101\nBo,Peep,2135550102\n";
    let first = world.campaign().await;
    import(&world, first, file).await.unwrap();
    let second = world.campaign().await;
    let before = world.count(LAST).await;
    import(&world, second, file).await.unwrap();
    assert_eq!(world.count(LAST).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn zones_come_from_the_zip_code_or_the_area_code_and_are_counted(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let report = import(&world, campaign, include_bytes!("cases/zip_variants.csv"))
        .await
        .unwrap();
    let zones: Vec<(String, String)> = sqlx::query_as(
        "select co.first_name, zone.name
           from conversation cv
           join contact co using (organization_id, id)
           join time_zone zone on zone.id = cv.time_zone_id
          order by cv.id",
    )
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    assert_eq!(
        zones,
        [
            ("Boston4", "America/New_York"),
            ("Boston9", "America/New_York"),
            ("BostonFloat", "America/New_York"),
            ("PR3", "America/Puerto_Rico"),
            ("Phoenix", "America/Phoenix"),
            ("Hawaii", "Pacific/Honolulu"),
            ("TooShortTypo", "America/Chicago"),
            ("Word", "America/Los_Angeles"),
            ("Blank", "America/Los_Angeles"),
        ]
        .map(|(name, zone)| (name.to_owned(), zone.to_owned()))
    );
    assert_eq!((report.zones.zip, report.zones.area_code), (6, 3));
}
