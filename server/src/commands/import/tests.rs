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
