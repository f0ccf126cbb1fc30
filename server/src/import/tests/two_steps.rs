//! A file as it is shown before it is imported, and imported as it was shown.

use super::{import, on};
use crate::import::{Columns, ImportOptions, NamedColumn, Preview, Region, preview};
use app::domain::ContactColumn;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use server_store::testing::World;
use sqlx::PgPool;

const CASES: [(&str, &[u8]); 11] = [
    ("blank_values", include_bytes!("cases/blank_values.csv")),
    (
        "header_spaces_case",
        include_bytes!("cases/header_spaces_case.csv"),
    ),
    ("header_typo", include_bytes!("cases/header_typo.csv")),
    ("nul_byte", include_bytes!("cases/nul_byte.csv")),
    ("phone_formats", include_bytes!("cases/phone_formats.csv")),
    ("ragged_rows", include_bytes!("cases/ragged_rows.csv")),
    (
        "scientific_notation",
        include_bytes!("cases/scientific_notation.csv"),
    ),
    ("semicolon_bom", include_bytes!("cases/semicolon_bom.csv")),
    (
        "two_phone_columns",
        include_bytes!("cases/two_phone_columns.csv"),
    ),
    ("windows1252", include_bytes!("cases/windows1252.csv")),
    ("zip_variants", include_bytes!("cases/zip_variants.csv")),
];

async fn look(world: &World, file: &[u8], columns: &Columns) -> Preview {
    preview(&world.store, file, Region::default(), columns)
        .await
        .unwrap()
}

fn chosen(preview: &Preview) -> Vec<ContactColumn> {
    preview.columns.iter().map(|column| column.column).collect()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn every_case_is_imported_as_it_was_shown(pool: PgPool) {
    let world = World::new(pool).await;
    for (name, file) in CASES {
        let shown = look(&world, file, &Columns::Guessed).await;
        let mut columns = chosen(&shown);
        match name {
            "header_typo" => {
                let problem = shown.problem.unwrap().advice().unwrap();
                assert!(problem.contains("Did you mean “firsstName” to be First name?"));
                assert!(shown.rows.is_empty());
                columns[0] = ContactColumn::FirstName;
            }
            "two_phone_columns" => {
                let problem = shown.problem.unwrap().advice().unwrap();
                assert!(problem.starts_with("Both “Cell_Phone” and “phone” may be Cell."));
                let at = columns
                    .iter()
                    .position(|column| *column == ContactColumn::Cell);
                columns[at.unwrap()] = ContactColumn::Ignored;
            }
            _ => assert_eq!(shown.problem, None, "{name}"),
        }
        let columns = Columns::Chosen(columns);
        let shown = look(&world, file, &columns).await;
        assert_eq!(shown.problem, None, "{name}");
        let campaign = world.campaign().await;
        let options = ImportOptions {
            columns,
            file_name: format!("{name}.csv"),
            ..ImportOptions::default()
        };
        let actor = world.admin.actor();
        let (_, report) = crate::import::import(&world.store, actor, campaign, file, options)
            .await
            .unwrap();
        let added = on(&world, campaign).await;
        for row in shown.rows {
            match row.contact {
                Ok(contact) => {
                    let taken = added.iter().any(|added| {
                        (added.0.as_str(), added.2.as_str())
                            == (contact.first_name.as_str(), contact.cell.as_str())
                    });
                    let double = report.rows.iter().any(|double| double.line == row.line);
                    assert!(taken || double, "{name} {}", row.line);
                }
                Err((text, reason)) => {
                    let mut rows = report.rows.iter();
                    let refused = rows.find(|refused| refused.line == row.line).unwrap();
                    assert_eq!((&refused.text, &refused.reason), (&text, &reason), "{name}");
                }
            }
        }
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_first_rows_show_external_ids_and_custom_fields_as_they_are_taken(pool: PgPool) {
    let world = World::new(pool).await;
    let file = "firstName,lastName,cell,External ID,county,ask\n\
                Ada,Byron,2125550100,A-1,Kings,\nBo,Peep,2125550101,,Queens, 20 \n";
    let shown = look(&world, file.as_bytes(), &Columns::Guessed).await;
    let rows = shown.rows.into_iter().map(|row| {
        let contact = row.contact.unwrap();
        let fields = contact.custom_fields.into_iter();
        let fields = fields.map(|(name, text)| format!("{name}={text}"));
        (contact.external_id, fields.collect::<Vec<_>>().join(" "))
    });
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            (Some("A-1".to_owned()), "county=Kings".to_owned()),
            (None, "county=Queens ask=20".to_owned()),
        ]
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn columns_that_are_chosen_as_they_are_guessed_change_no_sum(pool: PgPool) {
    let world = World::new(pool).await;
    let cell = prop_oneof![
        6 => (2_000_000..2_000_020u32).prop_map(|n| format!("303{n}")),
        1 => Just(String::new()),
        1 => Just("303-200-0001 x5".to_owned()),
    ];
    let row = ("[a-z]{1,5}", cell, "[A-Z0-9]{0,4}")
        .prop_map(|(name, cell, id)| format!("{name},Last,{cell},{id}\n"));
    let files = proptest::collection::vec(row, 0..40);
    let mut runner = TestRunner::deterministic();
    for _ in 0..8 {
        let rows = files.new_tree(&mut runner).unwrap().current();
        let file = "first,last,phone,External ID\n".to_owned() + &rows.concat();
        let (guessed, chosen_one) = (world.campaign().await, world.campaign().await);
        let whole = import(&world, guessed, &file).await.unwrap();
        let columns = chosen(&look(&world, file.as_bytes(), &Columns::Guessed).await);
        let options = ImportOptions {
            columns: Columns::Chosen(columns),
            ..ImportOptions::default()
        };
        let actor = world.admin.actor();
        let imported =
            crate::import::import(&world.store, actor, chosen_one, file.as_bytes(), options);
        let (id, report) = imported.await.unwrap();
        assert_eq!(report, whole);
        assert_eq!(report.total() as usize, rows.len());
        let of_import: i64 =
            sqlx::query_scalar("select count(*) from contact where import_id = $1")
                .bind(id.0)
                .fetch_one(&world.store.pool)
                .await
                .unwrap();
        assert_eq!(of_import, i64::from(report.added));
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_external_id_is_kept_and_what_is_left_out_is_not(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let named: NamedColumn = "note=ignore".parse().unwrap();
    let options = ImportOptions {
        columns: Columns::Named(vec![named]),
        ..ImportOptions::default()
    };
    let file = "firstName,lastName,cell,External ID,note\nAda,Byron,2125550100,A-1,secret\nBo,Peep,2125550101,,x\n";
    let actor = world.admin.actor();
    crate::import::import(&world.store, actor, campaign, file.as_bytes(), options)
        .await
        .unwrap();
    let kept: Vec<(Option<String>, String)> =
        sqlx::query_as("select external_id, custom_fields::text from contact order by id")
            .fetch_all(&world.store.pool)
            .await
            .unwrap();
    assert_eq!(
        kept,
        [
            (
                Some("A-1".to_owned()),
                r#"{"External ID": "A-1"}"#.to_owned()
            ),
            (None, r#"{"External ID": ""}"#.to_owned()),
        ]
    );
}
