use super::{Line, typed};
use server_store::testing::World;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_second_pass_shows_whom_it_would_take_and_who_is_left_out(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let id = world.pooled(campaign, 10).await;
    let waits = "status = 'messaged', waiting_since = null".to_owned();
    world.change(id, waits).await;
    world.reply(campaign, &world.ann, 60).await;
    let shown = async |days| {
        let words = ["second-pass", "--days", days, "--dry-run"];
        typed(&world, campaign, &words).await.unwrap()
    };
    let all = shown("0").await;
    let lines: Vec<&str> = all.lines().collect();
    assert_eq!(
        lines[0],
        "1 contact has not answered and would be messaged again."
    );
    for line in [
        "Left out, and why:",
        "  1 answered, or closed",
        // No pool has initial messages.
        "Texters cannot request all of these:",
    ] {
        assert!(lines.contains(&line), "{line}: {all}");
    }
    assert_eq!(lines.last(), Some(&"Nothing was changed."));
    let none = shown("3").await;
    assert!(
        none.starts_with("No one would be messaged again.\n"),
        "{none}"
    );
    assert!(
        none.contains("\n  1 texted more recently, or about to be\n"),
        "{none}"
    );
    assert_eq!(world.count("select count(*) from release").await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_deletion_counts_whom_it_would_delete_without_the_title(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.unsent(campaign, &world.ann).await;
    world.reply(campaign, &world.ann, 60).await;
    let shown = typed(&world, campaign, &["delete-unmessaged", "--dry-run"]).await;
    assert_eq!(
        shown.unwrap(),
        "1 contact has not been messaged and would be deleted.\n\
         1 of them is an initial message that a texter has now and will lose.\n\
         1 contact was messaged, or wrote, and stays.\n\
         No one was deleted."
    );
    assert_eq!(world.count("select count(*) from contact").await, 2);
    let line = "baton delete-unmessaged --organization 1 --campaign 1";
    let line = <Line as clap::Parser>::try_parse_from(line.split(' '));
    assert!(line.is_err(), "the title confirms it");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn autoassign_mode_shows_what_it_would_take_and_what_keeps_replies_back(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 60).await;
    let shown = async |options: &[&str]| {
        let words = [&["autoassign", "--dry-run"][..], options].concat();
        typed(&world, campaign, &words).await.unwrap()
    };
    let nothing_else = "Nothing keeps texters from requesting this campaign’s replies.";
    let on = shown(&["--release", "30"]).await;
    let lines: Vec<&str> = on.lines().collect();
    assert_eq!(
        lines[..3],
        [
            "These settings are not saved yet.",
            "1 reply on 1 campaign would go back to the pool.",
            "Replies by waiting time:"
        ]
    );
    assert_eq!(
        lines[lines.len() - 2..],
        [nothing_else, "Nothing was changed."]
    );
    let off = "Auto-release is off: no replies would be released automatically.";
    let saved = [off, nothing_else, "Nothing was changed."].join("\n");
    assert_eq!(shown(&[]).await, saved);
    let switched = "select count(*) from campaign where auto_release_minutes is not null";
    assert_eq!(world.count(switched).await, 0);

    world
        .change_rules(|rules| rules.requests_enabled = false)
        .await;
    let disabled = shown(&[]).await;
    assert!(
        disabled.contains(
            "\nTexters cannot request this campaign’s replies now:\n  Requests are disabled for your organization.\n"
        ),
        "{disabled}"
    );
}
