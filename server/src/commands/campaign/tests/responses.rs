use super::{command, typed};
use crate::commands::campaign::{Responses, Which};
use app::domain::CampaignId;
use server_store::testing::World;
use sqlx::PgPool;
use std::collections::HashMap;

async fn set(world: &World, campaign: CampaignId, content: &str) -> Result<String, String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), content).unwrap();
    let path = file.path().to_str().unwrap();
    typed(world, campaign, &["set-responses", path]).await
}

async fn printed(world: &World, campaign: CampaignId) -> String {
    let which = Which {
        organization: world.organization,
        campaign,
    };
    Responses { which }.run(&world.store).await.unwrap()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_printed_is_read_and_a_title_keeps_its_response(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = command(&world, "Hi").run(&world.store).await.unwrap();
    let ids = async || -> HashMap<String, i64> {
        let rows: Vec<(String, i64)> = sqlx::query_as("select title, id from canned_response")
            .fetch_all(&pool)
            .await
            .unwrap();
        rows.into_iter().collect()
    };
    let file = r#"[{"title": " Where ", "text": "At the library.\r\n“Main St”"}, {"title": "When", "text": "9 to 5"}]"#;
    let done = set(&world, campaign, file).await.unwrap();
    assert_eq!(
        done,
        format!("Set the canned responses of the campaign (number {campaign}).")
    );
    let first = ids().await;
    let print = printed(&world, campaign).await;
    assert!(
        print.contains(r#""text": "At the library.\n“Main St”""#),
        "{print}"
    );
    set(&world, campaign, &print).await.unwrap();
    let saved =
        "select count(*) from audit_event where action = 'responses_saved' and actor_id is null";
    assert_eq!(world.count(saved).await, 1, "nothing was to be saved");

    let file = r#"[{"title": "When", "text": "9 to 6"}, {"title": "Who", "text": "All"}, {"title": "Where", "text": "Here"}]"#;
    set(&world, campaign, file).await.unwrap();
    let second = ids().await;
    assert_eq!(second.len(), 3);
    assert_eq!(
        (second["When"], second["Where"]),
        (first["When"], first["Where"])
    );
    let print = printed(&world, campaign).await;
    let at = |text| print.find(text).unwrap();
    assert!(
        at("9 to 6") < at("All") && at("All") < at("Here"),
        "{print}"
    );
    assert_eq!(world.count(saved).await, 2);

    set(&world, campaign, "[]").await.unwrap();
    assert_eq!(printed(&world, campaign).await, "[]");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_file_of_which_one_is_not_valid_changes_none(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let file = r#"[{"title": "A", "text": "B"}]"#;
    set(&world, campaign, file).await.unwrap();
    let before = printed(&world, campaign).await;
    let many = vec![r#"{"title": "A", "text": "B"}"#; 51].join(",");
    for (file, sentence) in [
        ("", "The file is not a list of canned responses: EOF"),
        (
            r#"[{"title": "A", "text": "C", "body": "D"}]"#,
            "The file is not a list of canned responses: unknown field",
        ),
        (
            r#"[{"title": "A", "text": "C"}, {"title": " ", "text": ""}]"#,
            "Canned response 2: Give it a title",
        ),
        (
            r#"[{"title": "A", "text": ""}]"#,
            "Canned response 1: Write its text",
        ),
        (
            &*format!("[{many}]"),
            "A campaign can have at most 50 canned responses.",
        ),
        (
            r#"[{"title": "A", "text": "{zip}"}]"#,
            "No contact has {zip}.",
        ),
        (
            &*" ".repeat(2 * 1024 * 1024 + 1),
            "The file is larger than 2 MB",
        ),
    ] {
        let refused = set(&world, campaign, file).await.unwrap_err();
        assert!(refused.starts_with(sentence), "{refused}");
        assert_eq!(printed(&world, campaign).await, before, "{sentence}");
    }
    let absent = typed(&world, campaign, &["set-responses", "/nowhere/at/all.json"]).await;
    assert!(absent.unwrap_err().starts_with("Cannot read /nowhere"));
}
