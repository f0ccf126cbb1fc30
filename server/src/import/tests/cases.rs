//! Files as users of such products have had them; names and numbers are made up.

use super::{import, on};
use app::domain::{CampaignId, ImportReport};
use server_store::testing::World;
use sqlx::PgPool;

/// Imports a file of the folder `cases`.
macro_rules! case {
    ($world:expr, $campaign:expr, $name:literal) => {
        import(
            &$world,
            $campaign,
            include_bytes!(concat!("cases/", $name, ".csv")),
        )
        .await
    };
}

async fn scene(pool: PgPool) -> (World, CampaignId) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    (world, campaign)
}

/// Line, what stood there and why.
fn rows(report: &ImportReport) -> Vec<(u64, &str, &str)> {
    report
        .rows
        .iter()
        .map(|row| (row.line, row.text.as_str(), row.reason.as_str()))
        .collect()
}

/// First name and cell of each contact.
async fn cells(world: &World, campaign: CampaignId) -> Vec<(String, String)> {
    let contacts = on(world, campaign).await;
    contacts.into_iter().map(|row| (row.0, row.2)).collect()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn numbers_are_read_as_people_write_them_or_refused_by_name(pool: PgPool) {
    let (world, campaign) = scene(pool).await;
    let report = case!(world, campaign, "phone_formats").unwrap();
    let taken: Vec<String> = cells(&world, campaign)
        .await
        .into_iter()
        .map(|(_, cell)| cell.replace("+1213555", ""))
        .collect();
    assert_eq!(
        taken,
        [
            "0100", "0101", "0102", "0103", "0104", "0115", "0116", "0117", "0122", "0123", "0124"
        ]
    );
    assert_eq!(
        rows(&report),
        [
            (
                7,
                "213-555-0105 x123",
                "It has an extension, which cannot be texted."
            ),
            (
                8,
                "213-555-0138 (Mom)",
                "There are letters among its digits."
            ),
            (
                9,
                "213-555-0108 / 213-555-0109",
                "There are two numbers in one cell. Keep the one to text."
            ),
            (10, "213-FLOWERS", "There are letters among its digits."),
            (11, "555-0110", "It has no area code."),
            (12, "(555) 555-0111", "There is no area code 555."),
            (13, "213-155-0112", IMPOSSIBLE),
            (
                14,
                "+44 7400 123456",
                "It is a number of another country (GB)."
            ),
            (
                15,
                "+1 (876) 555-0125",
                "It is a number of another country (JM)."
            ),
            (16, "800-356-9377", "It is toll-free, which is not a cell."),
            (23, "213-555-012O", "There are letters among its digits."),
            (24, "911", IMPOSSIBLE),
            (25, "", "The cell is missing."),
            (
                26,
                "+12135550100",
                "Line 2 has the same number. The first row of a household was taken."
            ),
        ]
    );
    assert_eq!(
        (
            report.added,
            report.duplicates,
            report.missing,
            report.invalid
        ),
        (11, 1, 1, 12)
    );
    assert_eq!(report.total(), 25);
}

const IMPOSSIBLE: &str = "Such a number cannot exist: it has too few or too many digits, or an area code that does not exist.";
const ROUNDED: &str = "A spreadsheet has shortened the number, and digits are lost. \
     Format the column as text where it comes from, and export it again.";

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_a_spreadsheet_has_rounded_is_refused_and_what_is_exact_repaired(pool: PgPool) {
    let (world, campaign) = scene(pool).await;
    let report = case!(world, campaign, "scientific_notation").unwrap();
    let taken = cells(&world, campaign).await;
    assert_eq!(
        taken,
        [
            ("TrueZero", "+12135550120"),
            ("DotZero", "+12135550114"),
            ("DotZeroEleven", "+12135550115"),
            ("Plain", "+12135550116"),
        ]
        .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
    );
    assert_eq!(
        rows(&report),
        [
            (3, "2.14E+09", ROUNDED),
            (4, "1.21356E+10", ROUNDED),
            (5, "2.1355501E+09", ROUNDED),
        ]
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn headings_are_understood_asked_about_or_guessed(pool: PgPool) {
    let (world, campaign) = scene(pool).await;
    case!(world, campaign, "header_spaces_case").unwrap();
    assert_eq!(
        on(&world, campaign).await[0].3,
        r#"{"Zip Code": "02139", "External ID": "A-1"}"#
    );
    assert_eq!(
        case!(world, campaign, "header_typo")
            .unwrap_err()
            .to_string(),
        "The header line has no column “firstName”. It has to name cell, and firstName and lastName if there are names; \
         it names firsstName, lastName, cell. Did you mean “firsstName” to be firstName?"
    );
    assert_eq!(
        case!(world, campaign, "two_phone_columns")
            .unwrap_err()
            .to_string(),
        "Both “Cell_Phone” and “phone” may be the column cell. Remove one of them, or give it another name."
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn separators_and_encodings_are_found(pool: PgPool) {
    let (world, campaign) = scene(pool).await;
    case!(world, campaign, "semicolon_bom").unwrap();
    let names = |contacts: Vec<(String, String, String, String)>| -> Vec<String> {
        contacts
            .into_iter()
            .map(|row| format!("{} {}", row.0, row.1))
            .collect()
    };
    let contacts = on(&world, campaign).await;
    assert_eq!(
        contacts[0].3,
        r#"{"zip": "90001", "note": "likes tea, not coffee"}"#
    );
    assert_eq!(names(contacts), ["Mia Lund", "Ole Berg"]);

    let campaign = world.campaign().await;
    case!(world, campaign, "windows1252").unwrap();
    assert_eq!(
        names(on(&world, campaign).await),
        ["José Núñez", "Ana O’Neil", "Renée Smith–Jones"]
    );

    let campaign = world.campaign().await;
    let text = "firstName,lastName,cell\r\nJosé,Núñez,213-555-0100\r\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    import(&world, campaign, [b"\xff\xfe", utf16.as_slice()].concat())
        .await
        .unwrap();
    assert_eq!(names(on(&world, campaign).await), ["José Núñez"]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn ragged_rows_are_taken_and_text_behind_the_columns_is_reported(pool: PgPool) {
    let (world, campaign) = scene(pool).await;
    let report = case!(world, campaign, "ragged_rows").unwrap();
    let names: Vec<String> = cells(&world, campaign)
        .await
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["Ida", "Ben", "Eve", "Zoe"]);
    assert_eq!((report.total(), rows(&report)), (4, vec![]));
    let remark = &report.remarks[0];
    assert_eq!((remark.line, remark.text.as_str()), (4, "EXTRA"));
    assert_eq!(report.remarks.len(), 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_nul_is_left_out_and_reported(pool: PgPool) {
    let (world, campaign) = scene(pool).await;
    let report = case!(world, campaign, "nul_byte").unwrap();
    assert_eq!(cells(&world, campaign).await[0].0, "Nul");
    assert_eq!((report.added, report.remarks[0].line), (2, 2));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_a_program_wrote_for_nothing_is_blank_and_a_name_is_not(pool: PgPool) {
    let (world, campaign) = scene(pool).await;
    let report = case!(world, campaign, "placeholders").unwrap();
    let contacts = on(&world, campaign).await;
    let contacts: Vec<(&str, &str, &str)> = contacts
        .iter()
        .map(|row| (row.0.as_str(), row.1.as_str(), row.3.as_str()))
        .collect();
    assert_eq!(
        contacts,
        [
            ("", "Byron", r#"{"town": ""}"#),
            ("Ada", "", r#"{"town": ""}"#),
            // In a file of capitals it may be a name.
            ("", "NULL", r#"{"town": ""}"#),
            ("Chris", "Null", r#"{"town": "null"}"#),
            ("Null", "Undefined", r#"{"town": "N/A"}"#),
        ]
    );
    assert_eq!(rows(&report), [(7, "NULL", "The cell is missing.")]);
    assert_eq!((report.missing, report.total()), (1, 6));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn blank_values_and_braces_are_taken_as_they_stand(pool: PgPool) {
    let (world, campaign) = scene(pool).await;
    let report = case!(world, campaign, "blank_values").unwrap();
    assert_eq!(report.added, 5);
    let contacts = on(&world, campaign).await;
    assert_eq!(contacts[3].0, "");
    assert_eq!(
        contacts[4].3,
        r#"{"ask": "$1 {ask}", "polling_location": "{firstName}"}"#
    );
}
