//! What holds for every file.

use super::import;
use crate::import::Region;
use crate::import::file::File;
use crate::import::layout::Layout;
use crate::import::row::{self, Rules};
use crate::import::zone::Zones;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use server_store::testing::World;
use server_store::time_zones::KnownZones;
use sqlx::PgPool;

/// Good, double, bad and broken rows, each a row of its own whatever stands around it.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let cell = prop_oneof![
        8 => (2_000_000..2_000_040u32).prop_map(|n| format!("303{n}")),
        1 => Just(String::new()),
        1 => Just("303-200-0001 x5".to_owned()),
        1 => Just("2.14E+09".to_owned()),
        2 => "[ -~&&[^\",;\r\n]]{1,20}",
    ];
    let name = "[a-zA-Zäß<>'&\\\\]{1,12}";
    let row = (name, name, cell, "(,x)?")
        .prop_map(|(first, last, cell, more)| format!("{first},{last},{cell}{more}\n"));
    proptest::collection::vec(row, 0..60)
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn every_row_is_in_exactly_one_count(pool: PgPool) {
    let world = World::new(pool).await;
    for number in 0..10 {
        world
            .execute(format!(
                "insert into opt_out values ({}, '+1303200000{number}')",
                world.organization
            ))
            .await;
    }
    let mut runner = TestRunner::deterministic();
    for _ in 0..12 {
        let rows = rows().new_tree(&mut runner).unwrap().current();
        let campaign = world.campaign().await;
        let file = "firstName,lastName,cell\n".to_owned() + &rows.concat();
        let report = import(&world, campaign, &file).await.unwrap();
        assert_eq!(report.total() as usize, rows.len(), "{file}\n{report:?}");
        let (contacts, opted_out): (i64, i64) = sqlx::query_as(
            "select count(*), count(*) filter (where opted_out) from conversation where campaign_id = $1",
        )
        .bind(campaign.0)
        .fetch_one(&world.store.pool)
        .await
        .unwrap();
        assert_eq!(
            (contacts - opted_out, opted_out),
            (i64::from(report.added), i64::from(report.opted_out))
        );
        assert_eq!(report.rows.len(), report.not_added() as usize);
        let zones = report.zones;
        assert_eq!(
            i64::from(zones.column + zones.zip + zones.area_code + zones.campaign),
            contacts
        );
    }
}

/// Reads a whole file, and checks what every record of it must be.
fn read_through(bytes: &[u8], separator: &str) -> Result<(), TestCaseError> {
    let head = ["firstName", "lastName", "cell", "zip\n"].join(separator);
    let whole = [head.as_bytes(), bytes].concat();
    let breaks = whole
        .iter()
        .filter(|byte| matches!(byte, b'\r' | b'\n'))
        .count() as u64;
    // Pieces of three bytes: nothing may depend on where a piece ends.
    let pieces = whole.chunks(3).map(Ok::<_, std::io::Error>);
    let reader = tokio_util::io::StreamReader::new(futures::stream::iter(pieces));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(async {
        let (mut file, headings) = File::open(reader).await.unwrap();
        let rules = Rules {
            layout: Layout::guess(&headings).unwrap(),
            region: Region::default(),
            zones: Zones::new(KnownZones::default(), Region::default()),
        };
        let mut last = 1;
        while file.next().await.unwrap() {
            let record = file.record();
            prop_assert!(record.line() > last || last == 1);
            prop_assert!(record.line() + record.lines() <= breaks + 2);
            last = record.line();
            if let Ok(Some(row)) = row::read(record, &rules) {
                prop_assert_eq!(row.contact.custom_fields.len(), 1);
            }
        }
        Ok(())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        read_through(&bytes, ",")?;
    }

    #[test]
    fn no_text_makes_it_panic(
        text in "([0-9+() .\\-]{0,15}|[,;\"\r\n\t]|\\PC){0,60}",
        separator in proptest::sample::select(vec![",", ";", "\t"]),
    ) {
        read_through(text.as_bytes(), separator)?;
    }
}
