use super::create::Create;
use super::delete::Delete;
use super::edit::Edit;
use super::list::List;
use app::domain::OrganizationId;
use app::ports::Tags;
use server_store::testing::World;
use sqlx::PgPool;

/// The lines of a list, without the numbers.
async fn listed(world: &World) -> Vec<String> {
    let list = List {
        organization: world.organization,
        search: String::new(),
    };
    let lines = list.run(&world.store).await.unwrap().into_iter();
    let lines = lines.map(|line| line.split_once('\t').unwrap().1.to_owned());
    lines.collect()
}

fn edit(world: &World, title: &str) -> Edit {
    Edit {
        organization: world.organization,
        title: title.into(),
        new_title: None,
        escalation: None,
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_tag_is_created_edited_and_deleted(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, organization) = (&world.store, world.organization);
    let create = |title: &str, escalation| Create {
        organization,
        title: title.into(),
        escalation,
    };
    create(" Press ", false).run(store).await.unwrap();
    let threat = create("Threat", true).run(store).await.unwrap();
    world.team_for("Legal", &[threat], &[&world.ann]).await;
    assert_eq!(
        listed(&world).await,
        ["standard\t0\t0\tPress", "escalation\t0\t1\tThreat"]
    );
    let pressing = Edit {
        new_title: Some(" Newspapers ".into()),
        ..edit(&world, "Press")
    };
    assert_eq!(pressing.run(store).await.unwrap(), 0);

    let campaign = world.campaign().await;
    let id = world.pooled(campaign, 10).await;
    world
        .execute(format!(
            "insert into conversation_tag (organization_id, conversation_id, tag_id)
             values ({organization}, {id}, {threat})"
        ))
        .await;
    world.change(id, "escalated = true".into()).await;
    let delete = |title: &str| Delete {
        organization,
        title: title.into(),
    };
    let refused = delete("Threat").run(store).await.unwrap_err().to_string();
    assert!(refused.starts_with("This tag is in use"), "{refused}");
    let ordinary = Edit {
        escalation: Some(false),
        ..edit(&world, "Threat")
    };
    assert_eq!(ordinary.run(store).await.unwrap(), 1);
    assert_eq!(
        listed(&world).await,
        ["standard\t0\t0\tNewspapers", "standard\t1\t0\tThreat"]
    );
    delete("Newspapers").run(store).await.unwrap();
    assert_eq!(listed(&world).await, ["standard\t1\t0\tThreat"]);
    let events = "select count(*) from audit_event where action like 'tag_%' and actor_id is null";
    assert_eq!(world.count(events).await, 5);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_the_browser_refuses_is_refused_here(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (store, organization) = (&world.store, world.organization);
    for title in ["Press", "Radio"] {
        store.create_tag(&world.admin, title, false).await.unwrap();
    }
    let theirs = other.store.create_tag(&other.admin, "Theirs", false).await;
    theirs.unwrap();
    let renamed = |title: &str, new_title: &str| Edit {
        new_title: Some(new_title.into()),
        ..edit(&world, title)
    };
    for (edit, sentence) in [
        (
            renamed("Press", "Radio"),
            "There is another tag with this title.",
        ),
        (
            renamed("Press", " "),
            "A title can have 1 to 100 characters.",
        ),
        (renamed("Theirs", "Ours"), "There is no tag “Theirs”"),
        // A part of a title is not the title.
        (renamed("Pres", "Ours"), "There is no tag “Pres”"),
    ] {
        let refused = edit.run(store).await.unwrap_err().to_string();
        assert!(refused.starts_with(sentence), "{refused}");
    }
    for (organization, title, sentence) in [
        (
            organization,
            "Press",
            "There is already a tag with this title.",
        ),
        (
            OrganizationId(77_777),
            "Ours",
            "There is no organization 77777.",
        ),
    ] {
        let create = Create {
            organization,
            title: title.into(),
            escalation: false,
        };
        let refused = create.run(store).await.unwrap_err().to_string();
        assert_eq!(refused, sentence);
    }
    assert_eq!(world.count("select count(*) from tag").await, 3);
}
