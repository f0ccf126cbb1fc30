//! Files as spreadsheets and other programs write them.

use super::{import, on, written};
use server_store::testing::World;
use sqlx::PgPool;

fn contact(first: &str, last: &str, cell: &str, custom: &str) -> (String, String, String, String) {
    (first.into(), last.into(), cell.into(), custom.into())
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn separators_marks_and_line_ends_make_no_difference(pool: PgPool) {
    let world = World::new(pool).await;
    for file in [
        "firstName,lastName,cell,zip\nAda,\"Byron, Lady\",2025550101,10001\n",
        "\u{feff}firstName,lastName,cell,zip\r\nAda,\"Byron, Lady\",(202) 555-0101,10001\r\n",
        "First Name;last_name;CELL;zip\r\nAda;Byron, Lady;+12025550101;10001",
        "zip\tcell\tlastname\tfirstname\n10001\t202-555-0101\tByron, Lady\tAda\n",
        "cell,\"zip\",firstName,lastName\r 2025550101 , 10001 ,Ada,\"Byron, Lady\"\r",
        "sep=;\r\nfirstName;lastName;cell;zip\r\nAda;Byron, Lady;2025550101;10001\r\n",
        "firstName,lastName,cell,zip,,\n\nAda,\"Byron, Lady\",2025550101,10001,,\n,,,,,\n",
    ] {
        let campaign = world.campaign().await;
        let report = import(&world, campaign, file).await.unwrap();
        assert_eq!(
            (report.added, report.invalid),
            (1, 0),
            "{file:?} {report:?}"
        );
        assert_eq!(
            on(&world, campaign).await,
            [contact(
                "Ada",
                "Byron, Lady",
                "+12025550101",
                r#"{"zip": "10001"}"#
            )],
            "{file:?}"
        );
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn markup_quotes_and_copy_s_own_signs_stay_text(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let file = "firstName,lastName,cell,note\n\
        </textarea><script>alert(1)</script>,\"O'\"\"Neil\"\"\",2025550101,<b>&amp;</b>\n\
        \\N,\\.,2025550102,\"tab\there\\n\"\n";
    let report = import(&world, campaign, file).await.unwrap();
    assert_eq!(report.added, 2, "{report:?}");
    assert_eq!(
        on(&world, campaign).await,
        [
            contact(
                "</textarea><script>alert(1)</script>",
                "O'\"Neil\"",
                "+12025550101",
                r#"{"note": "<b>&amp;</b>"}"#
            ),
            contact("\\N", "\\.", "+12025550102", r#"{"note": "tab\there\\n"}"#),
        ]
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_file_that_cannot_be_understood_is_refused_in_words_and_writes_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let too_long = "x".repeat(70_000);
    let many = "firstName,lastName,cell,".to_owned()
        + &(0..300)
            .map(|n| n.to_string())
            .collect::<Vec<_>>()
            .join(",")
        + "\n";
    let unclosed = format!(
        "firstName,\"lastName,cell\n{}",
        "Ada,Byron,2025550101\n".repeat(5_000)
    );
    let cases: [(&[u8], &str); 10] = [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf\r\n", "The file is empty."),
        (
            b"Ada,Byron,2025550101\n",
            "The header line has no column \u{201c}cell\u{201d}. It has to name cell, and",
        ),
        (
            b"firstName,lastName,county\nAda,Byron,2025550101\n",
            "The header line has no column \u{201c}cell\u{201d}.",
        ),
        (
            b"PK\x03\x04\x14\0\x06\0",
            "The file is a spreadsheet, not CSV.",
        ),
        (
            b"\xef\xbb\xbffirstName,lastName,cell,caf\xe9\n",
            "The header line has letters in a damaged encoding.",
        ),
        (
            b"firstName,lastName,cell,cell\n",
            "The header line names the column \u{201c}cell\u{201d} twice.",
        ),
        (too_long.as_bytes(), "The header line is longer than 64 kB"),
        (
            unclosed.as_bytes(),
            "The header line is longer than 64 kB; perhaps a quotation mark",
        ),
        (many.as_bytes(), "The file has more than 250 columns."),
    ];
    for (file, beginning) in cases {
        let sentence = import(&world, campaign, file)
            .await
            .unwrap_err()
            .to_string();
        assert!(sentence.starts_with(beginning), "{sentence}");
    }
    assert_eq!(written(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn names_that_a_file_has_no_column_for_stay_blank(pool: PgPool) {
    let world = World::new(pool).await;
    let cell = "+12025550101";
    for (file, first, last, custom) in [
        ("firstName,cell\nAda,2025550101\n", "Ada", "", "{}"),
        ("cell;surname\n2025550101;Byron\n", "", "Byron", "{}"),
        (
            "Full Name,Phone Number\nAda Byron,(202) 555-0101\n",
            "",
            "",
            r#"{"Full Name": "Ada Byron"}"#,
        ),
        ("cell\n(202) 555-0101\n", "", "", "{}"),
    ] {
        let campaign = world.campaign().await;
        let report = import(&world, campaign, file).await.unwrap();
        assert_eq!((report.added, report.total()), (1, 1), "{report:?}");
        assert_eq!(
            on(&world, campaign).await,
            [contact(first, last, cell, custom)],
            "{file:?}"
        );
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_header_without_rows_adds_nobody(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let report = import(&world, campaign, "firstName,lastName,cell")
        .await
        .unwrap();
    assert_eq!(report, app::domain::ImportReport::default());
}
