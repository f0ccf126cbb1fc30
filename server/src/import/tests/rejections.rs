//! Every reason, with the line of its row.

use super::{import, on};
use server_store::testing::World;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn each_bad_row_is_reported_with_its_line_and_reason_and_the_good_ones_are_kept(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut file = b"firstName,lastName,cell,zip\n\
        Ada,Byron,2025550101,10001\n\
        Bo,Peep,,10001\n\
        Cy,Young,call me,10001\n\
        Di,Ball,555-0101,10001\n\
        Ed,Wood\n\
        J\xc3\xb6rg,Haus,2025550103,10001\n\
        J\xf6rg,Haus,2025550104,10001\n"
        .to_vec();
    file.extend_from_slice(format!("{},Long,2025550106,1\n", "x".repeat(201)).as_bytes());
    file.extend_from_slice(format!("Zip,Long,2025550107,{}\n", "é".repeat(5_001)).as_bytes());
    file.extend_from_slice(format!("Row,Long,2025550108,{}\n", "1".repeat(70_000)).as_bytes());
    file.extend_from_slice(format!("Col,Umns,2025550109{}\n", ",1".repeat(300)).as_bytes());
    file.extend_from_slice(b"Gus,Last,2025550110,10001\n");

    let report = import(&world, campaign, file).await.unwrap();

    let rows: Vec<(u64, &str, &str)> = report
        .rows
        .iter()
        .map(|row| (row.line, row.text.as_str(), row.reason.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            (3, "", "The cell is missing."),
            (4, "call me", "It is not a phone number."),
            (5, "555-0101", "It has no area code."),
            (
                6,
                "Ed, Wood",
                "The row has 2 columns where the header line has 4."
            ),
            (
                8,
                "J\u{fffd}rg, Haus, 2025550104, 10001",
                "The row has letters in a damaged encoding. Save the file as “CSV UTF-8” and import it again."
            ),
            (
                9,
                "2025550106",
                "“firstName” is longer than 200 characters."
            ),
            (10, "2025550107", "“zip” is longer than 5,000 characters."),
            (11, "", "The row is longer than 64 kB."),
            (12, "", "The row has more than 250 columns."),
        ]
    );
    assert_eq!((report.added, report.missing, report.invalid), (3, 1, 8));
    let names: Vec<String> = on(&world, campaign)
        .await
        .into_iter()
        .map(|contact| contact.0)
        .collect();
    assert_eq!(names, ["Ada", "Jörg", "Gus"]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn lines_are_those_of_the_file_whatever_is_quoted_empty_or_blank(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    // Line 1 is empty; the header runs over lines 2 and 3.
    let file = "\r\nfirstName,lastName,cell,\"two\r\nlines\"\r\n\
        Ada,Byron,2025550101,\"one\r\ntwo\r\nthree\"\r\n\
        \r\n\
        ,,,\r\n \t ,, ,\r\n\
        Bo,Peep,,\r\n";
    let report = import(&world, campaign, file).await.unwrap();
    assert_eq!((report.added, report.missing), (1, 1), "{report:?}");
    assert_eq!(report.rows[0].line, 10);
    assert_eq!(
        on(&world, campaign).await[0].3,
        r#"{"two\r\nlines": "one\r\ntwo\r\nthree"}"#
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_quotation_mark_that_is_never_closed_is_guessed_at(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let report = import(
        &world,
        campaign,
        "firstName,lastName,cell\nAda,Byron,2025550101\nBo,\"Peep,2025550102\nCy,Young,2025550103\n",
    )
    .await
    .unwrap();
    assert_eq!(
        (report.added, report.invalid, report.rows[0].line),
        (1, 1, 3)
    );
    assert_eq!(
        report.rows[0].reason,
        "The row has 2 columns where the header line has 3, and runs over 2 lines; \
         perhaps a quotation mark is never closed."
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_thousand_bad_rows_are_told_and_all_are_counted(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let file = "firstName,lastName,cell\n".to_owned() + &"Ada,Byron,\n".repeat(1_500);
    let report = import(&world, campaign, file).await.unwrap();
    assert_eq!((report.missing, report.rows.len()), (1_500, 1_000));
    assert_eq!(report.rows.last().unwrap().line, 1_001);
}
