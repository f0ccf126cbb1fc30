//! Dates as a reader of Spanish writes them: `14 de nov de 2026`.

use super::english::pieces;
use crate::http::tests::{Answer, TestApp};
use sqlx::PgPool;

const MONTHS: [&str; 12] = [
    "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic",
];

/// What is written in another way: a month right behind its day, or a year right behind its month.
pub(super) fn dates_without_de(page: &Answer) -> Vec<String> {
    let is_wrong = |piece: &&str| {
        let words = piece.split_whitespace();
        let words: Vec<_> = words
            .map(|word| word.trim_matches([',', '.', ':', ';']))
            .collect();
        let number =
            |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        words.windows(2).any(|pair| {
            let is_day = number(pair[0]) && MONTHS.contains(&pair[1]);
            let is_year = MONTHS.contains(&pair[0]) && number(pair[1]) && pair[1].len() == 4;
            is_day || is_year
        })
    };
    let wrong = pieces(&page.body).into_iter().filter(is_wrong);
    wrong.map(str::to_owned).collect()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_date_has_one_form_on_every_page(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "due_on = '2026-11-14'")
        .await;
    let reply = world.reply(campaign, &world.ann, 60).await;
    let pages = [
        (
            &***world.admin,
            "/campaigns".to_owned(),
            "Vence el 14 de nov de 2026",
        ),
        (
            &*world.ann,
            format!("/texts/{reply}"),
            "mar, 3 de nov, 4:00 p.m. UTC",
        ),
    ];
    for (viewer, path, date) in pages {
        let session = app.sign_in(viewer).await;
        let spanish = "language=es&next=%2F";
        app.submit("/api/session/language", Some(&session), spanish)
            .await;
        let page = app.get(&path, Some(&session)).await;
        assert!(page.body.contains(date), "{path}: {}", page.body);
        assert_eq!(dates_without_de(&page), Vec::<String>::new(), "{path}");
    }
}
