use super::{command, typed};
use crate::import::{ImportOptions, import};
use server_store::testing::World;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_the_checklist_says_is_printed_and_a_dry_run_starts_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let id = command(&world, "Hi {firstName}, ward {ward}");
    let id = id.run(&world.store).await.unwrap();
    let dry_run = ["start", "--dry-run"];
    let refused = typed(&world, id, &dry_run).await.unwrap_err();
    assert!(
        refused.starts_with(
            "Something is still missing.\nContacts: No contacts yet.\nScript: Ready.\n\
             Fields of the script: They are checked once there are contacts.\n"
        ),
        "{refused}"
    );
    let file = "firstName,lastName,cell\nAda,Byron,2125550100\n,Peep,2125550101\n";
    let options = ImportOptions::default();
    let actor = world.admin.actor();
    let added = import(&world.store, actor, id, file.as_bytes(), options);
    added.await.unwrap();
    let refused = typed(&world, id, &dry_run).await.unwrap_err();
    let unknown = "\nFields of the script: No contact has {ward}.\n";
    assert!(refused.contains(unknown), "{refused}");

    typed(&world, id, &["edit", "--script", "Hi {firstName}"])
        .await
        .unwrap();
    let blank = "Blank fields: {firstName} is blank for one contact: Peep.";
    let no_pool = "A pool of initial messages: No enabled pool hands out those of this campaign, \
                   or requests are disabled. Enable requests and a pool, or add the campaign to a \
                   team that has an enabled pool and members who may request texts.";
    let unassigned =
        "Auto-assign is off: You can launch it like this, but texters cannot request its texts.";
    let shown = typed(&world, id, &dry_run).await.unwrap();
    let lines: Vec<&str> = shown.lines().collect();
    for line in [
        "Contacts: Ready.",
        "Fields of the script: Ready.",
        "Phone number: Ready.",
        "A pool of replies: Ready.",
        blank,
        no_pool,
        unassigned,
    ] {
        assert!(lines.contains(&line), "{line}: {shown}");
    }
    assert_eq!(lines.last(), Some(&"Nothing was started."));
    let assigned = typed(&world, id, &["start", "--auto-assign", "--dry-run"]).await;
    assert!(!assigned.unwrap().contains("Auto-assign is off"));
    let started = "select count(*) from campaign where started_at is not null or auto_assign";
    assert_eq!(world.count(started).await, 0);

    let shown = typed(&world, id, &["start"]).await.unwrap();
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines[0], format!("Started the campaign (number {id})."));
    for line in [blank, no_pool, unassigned] {
        assert!(lines.contains(&line), "{line}: {shown}");
    }
    assert!(!shown.contains("Ready."), "{shown}");
    assert_eq!(world.count(started).await, 1);
    let refused = typed(&world, id, &dry_run).await.unwrap_err();
    assert_eq!(refused, "This campaign has already been launched.");
}
