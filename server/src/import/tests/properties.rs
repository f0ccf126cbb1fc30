//! What holds for every file.

use super::import;
use crate::import::file::File;
use crate::import::{Region, row};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use server_store::testing::World;
use sqlx::PgPool;

/// Good, double, bad and broken rows, each a row of its own whatever stands around it.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let cell = prop_oneof![
        8 => (2_000_000..2_000_040u32).prop_map(|n| format!("303{n}")),
        1 => Just(String::new()),
        2 => "[ -~&&[^\",;\r\n]]{1,20}",
    ];
    let name = "[a-zA-Zäß<>'&\\\\]{1,12}";
    let row = (name, name, cell, "(,x)?")
        .prop_map(|(first, last, cell, more)| format!("{first},{last},{cell}{more}\n"));
    proptest::collection::vec(row, 0..60)
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn every_row_is_added_a_duplicate_or_rejected(pool: PgPool) {
    let world = World::new(pool).await;
    let mut runner = TestRunner::deterministic();
    for _ in 0..12 {
        let rows = rows().new_tree(&mut runner).unwrap().current();
        let campaign = world.campaign().await;
        let file = "firstName,lastName,cell\n".to_owned() + &rows.concat();
        let report = import(&world, campaign, &file).await.unwrap();
        let reported = report.added + report.duplicates + report.rejected;
        assert_eq!(reported as usize, rows.len(), "{file}\n{report:?}");
        let contacts: i64 =
            sqlx::query_scalar("select count(*) from contact where campaign_id = $1")
                .bind(campaign.0)
                .fetch_one(&world.store.pool)
                .await
                .unwrap();
        assert_eq!(contacts, i64::from(report.added));
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
        let (mut file, header) = File::open(reader).await.unwrap();
        let mut last = 1;
        while file.next().await.unwrap() {
            let record = file.record();
            prop_assert!(record.line() > last || last == 1);
            prop_assert!(record.line() + record.lines() <= breaks + 2);
            last = record.line();
            if let Ok(Some(contact)) = row::read(record, &header, Region::default()) {
                prop_assert_eq!(contact.custom_fields.len(), 1);
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
