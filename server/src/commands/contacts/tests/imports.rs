use super::super::imports::Imports;
use super::{imported, which};
use app::domain::CampaignId;
use server_store::contacts::undo_import;
use server_store::testing::World;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn imports_are_listed_with_what_became_of_their_rows(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for number in 0..11 {
        let file = format!("firstName,lastName,cell\nAda,Byron,21255501{number:02}\nBo,Peep,555\n");
        imported(&world, campaign, &file).await;
    }
    let printed = async |campaign, import| {
        let which = which(&world, campaign);
        let mut lines = Vec::new();
        let imports = Imports { which, import };
        let printed = imports.run(&world.store, |line| lines.push(line)).await;
        printed.map_err(|error| error.to_string())?;
        Ok::<_, String>(lines)
    };
    let lines = printed(campaign, None).await.unwrap();
    assert_eq!(lines.len(), 11, "every page: {lines:?}");
    let columns: Vec<&str> = lines[0].split('\t').collect();
    assert_eq!(
        columns[1..],
        ["2026-11-03T17:00:00Z", "Ada", "", "1", "1", ""]
    );
    let latest = columns[0].parse().unwrap();
    let undone = undo_import(&world.store, &world.admin, campaign, latest);
    undone.await.unwrap();
    let lines = printed(campaign, None).await.unwrap();
    assert!(lines[0].ends_with("\t1\t1\t1"), "{lines:?}");

    let report = printed(campaign, Some(latest)).await.unwrap().concat();
    assert!(
        report.starts_with("2 rows were read.\n1 contact was added.\n"),
        "{report}"
    );
    assert!(report.contains("\n  line 3: “555”: "), "{report}");
    let absent = printed(campaign, "77777".parse().ok()).await.unwrap_err();
    assert!(
        absent.starts_with("There is no import 77777 on campaign"),
        "{absent}"
    );
    let nowhere = printed(CampaignId(77_777), None).await.unwrap_err();
    assert!(
        nowhere.starts_with("There is no campaign 77777"),
        "{nowhere}"
    );
}
