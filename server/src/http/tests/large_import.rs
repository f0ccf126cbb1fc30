//! A file of some ten thousand rows while its campaign is texted.

use super::TestApp;
use app::ports::Conversations;
use sqlx::PgPool;
use std::fmt::Write;
use std::time::Duration;
use tokio::time::timeout;

const ROWS: u32 = 12_000;

/// For so long the import may take, and a texter may wait for it.
const PATIENCE: Duration = Duration::from_secs(60);

/// How many rows a page of the progress says are read.
fn rows_read(page: &str) -> Option<u32> {
    let (before, _) = page.split_once(" rows read")?;
    let mut words = before.rsplit(|c: char| c != ',' && !c.is_ascii_digit());
    words.next()?.replace(',', "").parse().ok()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn says_how_far_it_is_and_keeps_no_texter_waiting(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let admin = app.sign_in(&world.admin).await;
    let campaign = world.campaign().await;
    let mut replies = Vec::new();
    for _ in 0..20 {
        replies.push(world.reply(campaign, &world.ann, 10).await);
    }
    let mut file = "first,last,cell,county\n".to_owned();
    for row in 0..ROWS {
        writeln!(file, "Ada,Byron,{},Kings County", 2_122_000_000 + row).unwrap();
    }
    let upload = world.upload(campaign, &file).await;
    let progress = format!("/campaigns/{campaign}/uploads/{upload}/progress");
    // With the campaign's row kept, the import comes to its last step and not to its end.
    let mut keeper = world.store.pool.begin().await.unwrap();
    sqlx::query("select from campaign where id = $1 for share")
        .bind(campaign.0)
        .execute(&mut *keeper)
        .await
        .unwrap();
    let form = format!(
        "campaign={campaign}&upload={upload}&columns[0]=firstName&columns[1]=lastName\
         &columns[2]=cell&columns[3]=custom"
    );
    let importing = app.submit("/api/contacts/import", Some(&admin), &form);
    let all_read = "All 12,000 rows are read and are being added";
    let texting = async {
        let mut shown = Vec::new();
        let mut unanswered = replies.iter();
        loop {
            if let Some(reply) = unanswered.next() {
                let epoch = world.epoch(*reply).await;
                let body = "See you there".to_owned();
                let sent = world.store.send(&world.ann, *reply, epoch.into(), body);
                sent.await.unwrap();
            }
            let page = app.get(&progress, Some(&admin)).await.body;
            shown.extend(rows_read(&page));
            if page.contains(all_read) && unanswered.as_slice().is_empty() {
                return shown;
            }
        }
    };
    let both = async { tokio::join!(importing, texting) };
    let (begun, shown) = timeout(PATIENCE, both).await.expect("neither waits");
    assert_eq!(begun.status, 302, "{}", begun.body);
    assert!(shown.is_sorted(), "{shown:?}");
    assert!(shown.iter().all(|rows| *rows <= ROWS), "{shown:?}");
    let added = "select count(*) from contact where import_id is not null";
    assert_eq!(world.count(added).await, 0, "all of them or none");

    keeper.rollback().await.unwrap();
    let report = format!("/campaigns/{campaign}?import=");
    let ended = async {
        loop {
            let page = app.get(&progress, Some(&admin)).await;
            if page.location().starts_with(&report) {
                return app.get(page.location(), Some(&admin)).await.body;
            }
        }
    };
    let report = timeout(PATIENCE, ended).await.expect("it ends");
    assert!(report.contains("12,000 contacts added"), "{report}");
    assert_eq!(world.count(added).await, i64::from(ROWS));
}
