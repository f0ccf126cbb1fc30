use super::*;
use server_store::testing::World;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn finds_the_organization_by_the_campaign_and_reads_the_file(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(
        file.path(),
        "firstName,lastName,cell\nAda,Byron,0151 12345678\n",
    )
    .unwrap();
    let command = |campaign, organization| Import {
        campaign,
        organization,
        region: Some("DE".parse().unwrap()),
        map: Vec::new(),
        replace: false,
        dry_run: false,
        file: file.path().to_owned(),
    };
    assert_eq!(
        command(campaign, None)
            .import(&world.store)
            .await
            .unwrap()
            .1
            .added,
        1
    );
    for (campaign, organization) in [
        (CampaignId(77_777), None),
        (campaign, Some(OrganizationId(77_777))),
    ] {
        let error = command(campaign, organization)
            .import(&world.store)
            .await
            .unwrap_err();
        assert!(error.to_string().starts_with("There is no"), "{error}");
    }
    std::fs::write(
        file.path(),
        "firstName,lastName,phone,Voter phone\nBo,Peep,none,0151 12345679\n",
    )
    .unwrap();
    let asked = command(campaign, None).import(&world.store).await;
    assert_eq!(asked.unwrap().1.invalid, 1, "its phone is none");
    let mapped = Import {
        map: vec![
            "phone=ignore".parse().unwrap(),
            "Voter phone=cell".parse().unwrap(),
        ],
        ..command(campaign, None)
    };
    assert_eq!(mapped.import(&world.store).await.unwrap().1.added, 1);
    std::fs::write(file.path(), "firstName,cell\nCy,0151 12345670\n").unwrap();
    let nameless = command(campaign, None).import(&world.store).await;
    let (_, report, note) = nameless.unwrap();
    assert_eq!(report.added, 1);
    assert_eq!(
        note,
        Some("The file has no column for last names: they stay blank.")
    );
    let unknown = Import {
        map: vec!["Mobil=cell".parse().unwrap()],
        ..command(campaign, None)
    };
    let error = unknown.import(&world.store).await.unwrap_err();
    assert_eq!(error.to_string(), "The file has no column “Mobil”.");
    let absent = Import {
        file: "/nowhere/at/all.csv".into(),
        ..command(campaign, None)
    };
    assert!(
        absent
            .import(&world.store)
            .await
            .unwrap_err()
            .to_string()
            .starts_with("Cannot read /nowhere")
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_file_takes_the_place_of_those_that_are_there(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    world.change_campaign(campaign, "started_at = null").await;
    let file = tempfile::NamedTempFile::new().unwrap();
    for (row, replace) in [
        ("Ada,Byron,2025550143", false),
        ("Bo,Peep,2025550144", true),
    ] {
        std::fs::write(file.path(), format!("firstName,lastName,cell\n{row}\n")).unwrap();
        let command = Import {
            campaign,
            organization: None,
            region: None,
            map: Vec::new(),
            replace,
            dry_run: false,
            file: file.path().to_owned(),
        };
        assert_eq!(command.import(&world.store).await.unwrap().1.added, 1);
    }
    let names: Vec<String> =
        sqlx::query_scalar("select first_name from contact where campaign_id = $1")
            .bind(campaign.0)
            .fetch_all(&pool)
            .await
            .unwrap();
    assert_eq!(names, ["Bo"]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_dry_run_shows_what_would_be_taken_and_imports_nobody(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let file = tempfile::NamedTempFile::new().unwrap();
    let rows = "Ada,Byron,2125550100,A-1,Kings\nBo,Peep,555-0110,,\n";
    std::fs::write(
        file.path(),
        format!("firstName,lastName,Voter phone,externalId,county\n{rows}"),
    )
    .unwrap();
    let command = |map: &[&str]| Import {
        campaign,
        organization: None,
        region: None,
        map: map.iter().map(|named| named.parse().unwrap()).collect(),
        replace: false,
        dry_run: true,
        file: file.path().to_owned(),
    };
    let doubtful = command(&[]).preview(&world.store).await.unwrap();
    let problem = doubtful.problem.as_ref().unwrap().to_string();
    assert!(
        problem.starts_with("The header line has no column “cell”."),
        "{problem}"
    );
    assert!(describe_preview(&doubtful).contains(&problem));
    let nameless = command(&["Voter phone=cell", "lastName=ignore"]);
    let nameless = nameless.preview(&world.store).await.unwrap();
    let text = describe_preview(&nameless);
    assert!(
        text.contains("The file has no column for last names: they stay blank.\nThe first rows"),
        "{text}"
    );
    let command = command(&["Voter phone=cell"]);
    let preview = command.preview(&world.store).await.unwrap();
    assert_eq!(
        describe_preview(&preview),
        "The columns are taken for:\n\
         \u{20} firstName: firstName (“Ada”, “Bo”)\n  lastName: lastName (“Byron”, “Peep”)\n\
         \u{20} Voter phone: cell (“2125550100”, “555-0110”)\n\
         \u{20} externalId: externalId (“A-1”)\n  county: custom (“Kings”)\n\
         The first rows would be taken for:\n\
         \u{20} line 2: Ada Byron, +12125550100, America/New_York; externalId: A-1; county: Kings\n\
         \u{20} line 3: “555-0110”: It has no area code.\n\
         Nothing was imported.\n"
    );
    assert_eq!(world.count("select count(*) from contact").await, 0);
    world
        .change_campaign(campaign, "archived_at = started_at")
        .await;
    command.preview(&world.store).await.unwrap_err();
}
