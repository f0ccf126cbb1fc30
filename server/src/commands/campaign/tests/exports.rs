use crate::commands::campaign::{Export, Figures, Which};
use crate::http::tests::TestApp;
use app::domain::CampaignId;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_files_of_the_browser_are_written_and_each_is_an_event(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 60).await;
    let admin = app.sign_in(&world.admin).await;
    let which = |campaign| Which {
        organization: world.organization,
        campaign,
    };
    for file in ["contacts", "messages", "figures"] {
        let mut written = Vec::new();
        let done = match file {
            "contacts" => {
                let export = Export::Contacts(which(campaign));
                export.run(&world.store, &mut written).await
            }
            "messages" => {
                let export = Export::Messages(which(campaign));
                export.run(&world.store, &mut written).await
            }
            _ => {
                let which = which(campaign);
                Figures { which }.run(&world.store, &mut written).await
            }
        };
        done.unwrap();
        let path = format!("/campaigns/{campaign}/{file}.csv");
        let answer = app.get(&path, Some(&admin)).await;
        assert_eq!(String::from_utf8(written).unwrap(), answer.body, "{file}");
        assert!(answer.body.lines().count() > 1, "{file}");
    }
    let events = "select count(*) from audit_event
                   where action in ('contacts_exported', 'messages_exported', 'figures_exported')
                     and subject_kind = 'campaign' and actor_id is null";
    assert_eq!(world.count(events).await, 3);

    let sentence = format!(
        "There is no campaign 77777 in organization {}.",
        world.organization
    );
    let nowhere = CampaignId(77_777);
    let mut nothing = Vec::new();
    let refused = Export::Messages(which(nowhere));
    let refused = refused.run(&world.store, &mut nothing).await.unwrap_err();
    assert_eq!(refused.to_string(), sentence);
    let which = which(nowhere);
    let refused = Figures { which }.run(&world.store, &mut nothing).await;
    assert_eq!(refused.unwrap_err().to_string(), sentence);
    assert!(nothing.is_empty());
    assert_eq!(world.count(events).await, 3);
}
