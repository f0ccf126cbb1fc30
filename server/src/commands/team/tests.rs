use super::add::Add;
use super::create::Create;
use super::delete::Delete;
use super::edit::Edit;
use super::list::List;
use super::parts::Parts;
use super::remove::Remove;
use app::domain::PoolKind;
use app::ports::{AssignmentControl, TeamList, Teams};
use server_store::testing::World;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_team_has_its_parts_and_hands_out_what_its_pool_is_for(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, organization) = (&world.store, world.organization);
    world.escalation_tag("Threat").await;
    let campaign = world.campaign().await;
    let create = Create {
        organization,
        title: " Legal ".into(),
        priority: 7,
        parts: Parts {
            members: vec![world.email(&world.ann).await.to_uppercase()],
            campaigns: vec![campaign],
            tags: vec!["Threat".into()],
        },
        pool: Some(PoolKind::Initials),
    };
    let team = create.run(store).await.unwrap();
    let add = Add {
        organization,
        title: "Legal".into(),
        parts: Parts {
            members: vec![world.email(&world.ben).await],
            ..Parts::default()
        },
    };
    add.run(store).await.unwrap();
    let row = store.team(&world.admin, team).await.unwrap();
    assert_eq!((&*row.title, row.priority, row.enabled), ("Legal", 7, true));
    assert_eq!(
        (row.members, row.campaigns, &*row.tags),
        (2, 1, &["Threat".to_owned()][..])
    );
    let page = store.assignment(&world.admin).await.unwrap();
    assert_eq!(page.pools[0].settings.kind, PoolKind::Initials);
    let refused = create.run(store).await.unwrap_err().to_string();
    assert_eq!(refused, "There is already a team with this title.");
    let members = store.team_entries(&world.admin, team, TeamList::Members, true, "", None);
    assert_eq!(members.await.unwrap().entries.len(), 2);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_there_is_not_makes_no_team(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    other.escalation_tag("Threat").await;
    world.ordinary_tag("Spam").await;
    let theirs = other.email(&other.ann).await;
    let parts = |members: &[&str], campaigns: &[i64], tags: &[&str]| Parts {
        members: members.iter().map(|email| (*email).to_owned()).collect(),
        campaigns: campaigns
            .iter()
            .map(|id| app::domain::CampaignId(*id))
            .collect(),
        tags: tags.iter().map(|title| (*title).to_owned()).collect(),
    };
    for (title, parts, sentence) in [
        ("Legal", parts(&[&theirs], &[], &[]), "There is no member"),
        (
            "Legal",
            parts(&[], &[77_777], &[]),
            "There is no campaign 77777",
        ),
        (
            "Legal",
            parts(&[], &[], &["Threat"]),
            "There is no escalation tag “Threat”",
        ),
        (
            "Legal",
            parts(&[], &[], &["Spam"]),
            "There is no escalation tag “Spam”",
        ),
        (" ", Parts::default(), "A title can have 1 to"),
    ] {
        let create = Create {
            organization: world.organization,
            title: title.into(),
            priority: 100,
            parts,
            pool: None,
        };
        let refused = create.run(&world.store).await.unwrap_err().to_string();
        assert!(refused.starts_with(sentence), "{refused}");
    }
    let add = Add {
        organization: world.organization,
        title: "Legal".into(),
        parts: Parts::default(),
    };
    let refused = add.run(&world.store).await.unwrap_err().to_string();
    assert!(refused.starts_with("There is no team “Legal”"), "{refused}");
    assert_eq!(world.count("select count(*) from team").await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn parts_are_taken_out_and_the_last_member_of_a_restricted_campaign_when_that_is_said(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let (store, organization) = (&world.store, world.organization);
    let campaign = world.campaign().await;
    let [ann, ben] = [world.email(&world.ann).await, world.email(&world.ben).await];
    let create = Create {
        organization,
        title: "Legal".into(),
        priority: 7,
        parts: Parts {
            members: vec![ann.clone(), ben.clone()],
            campaigns: vec![campaign],
            ..Parts::default()
        },
        pool: Some(PoolKind::Replies),
    };
    let team = create.run(store).await.unwrap();
    world
        .change_campaign(campaign, "team_restricted = true")
        .await;
    let remove = |email: &str, also_if_stranded| Remove {
        organization,
        title: "Legal".into(),
        parts: Parts {
            members: vec![email.to_owned()],
            ..Parts::default()
        },
        also_if_stranded,
    };
    assert_eq!(remove(&ann, false).run(store).await.unwrap(), 1);
    // Who is not on it stays so, and nothing is written.
    assert_eq!(remove(&ann, false).run(store).await.unwrap(), 1);
    let refused = remove(&ben, false).run(store).await.unwrap_err();
    assert!(
        refused.to_string().contains("1 of your campaigns"),
        "{refused}"
    );
    let row = store.team(&world.admin, team).await.unwrap();
    assert_eq!(row.members, 1);
    assert_eq!(remove(&ben, true).run(store).await.unwrap(), 1);
    let row = store.team(&world.admin, team).await.unwrap();
    assert_eq!((row.members, row.campaigns), (0, 1));
    let events = "select count(*) from audit_event where action = 'team_removed'";
    assert_eq!(world.count(events).await, 2);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn teams_are_listed_and_edited_and_what_is_not_named_stays(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (store, organization) = (&world.store, world.organization);
    other.team_for("Theirs", &[], &[]).await;
    let threat = world.escalation_tag("Threat").await;
    world.team_for("Legal", &[threat], &[&world.ann]).await;
    world.team_for("Spanish", &[], &[]).await;
    let listed = async |search: &str| {
        let list = List {
            organization,
            search: search.into(),
        };
        let lines = list.run(store).await.unwrap().into_iter();
        let lines = lines.map(|line| line.split_once('\t').unwrap().1.to_owned());
        lines.collect::<Vec<String>>()
    };
    let edit = |title: &str, new_title: Option<&str>, priority| Edit {
        organization,
        title: title.into(),
        new_title: new_title.map(str::to_owned),
        priority,
    };
    let (legal, spanish) = ("100\t1\t0\tdisabled\tThreat\tLegal", "disabled\t\tEspañol");
    edit("Spanish", None, Some(7)).run(store).await.unwrap();
    edit("Spanish", Some(" Español "), None)
        .run(store)
        .await
        .unwrap();
    let lines = listed("").await;
    assert_eq!(lines, [format!("7\t0\t0\t{spanish}"), legal.to_owned()]);
    assert_eq!(listed("LEG").await, [legal]);
    let events =
        "select count(*) from audit_event where action = 'team_saved' and actor_id is null";
    assert_eq!(world.count(events).await, 2);
    for (edit, sentence) in [
        (
            edit("Legal", Some("Español"), None),
            "There is another team with this title.",
        ),
        (edit("Legal", Some(""), None), "A title can have 1 to 100"),
        (edit("Theirs", None, Some(1)), "There is no team “Theirs”"),
    ] {
        let refused = edit.run(store).await.unwrap_err().to_string();
        assert!(refused.starts_with(sentence), "{refused}");
    }
    assert_eq!(world.count(events).await, 2);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_team_is_deleted_and_strands_campaigns_when_that_is_said(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, organization) = (&world.store, world.organization);
    let campaign = world.campaign().await;
    let team = world.team_for("Legal", &[], &[&world.ann]).await;
    world.pool_of(team, PoolKind::Replies, &[campaign]).await;
    world
        .change_campaign(campaign, "team_restricted = true")
        .await;
    world.pooled(campaign, 10).await;
    let delete = |also_if_stranded, dry_run| Delete {
        organization,
        title: "Legal".into(),
        also_if_stranded,
        dry_run,
    };
    let shown = delete(false, true).run(store).await.unwrap();
    let [_, in_pool, stranded, last] = &shown[..] else {
        panic!("{shown:?}");
    };
    assert!(
        in_pool.starts_with("1 text is in its pool now."),
        "{in_pool}"
    );
    assert!(
        stranded.starts_with("1 campaign is restricted"),
        "{stranded}"
    );
    assert_eq!(last, "Nothing was deleted.");
    let refused = delete(false, false).run(store).await.unwrap_err();
    assert!(
        refused
            .to_string()
            .ends_with("--also-if-stranded confirms it."),
        "{refused}"
    );
    assert_eq!(world.count("select count(*) from team").await, 1);
    delete(true, false).run(store).await.unwrap();
    assert_eq!(world.count("select count(*) from team").await, 0);
    let events =
        "select count(*) from audit_event where action = 'team_deleted' and actor_id is null";
    assert_eq!(world.count(events).await, 1);
}
