//! `baton import --campaign ID file.csv`

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::domain::{AuditActor, CampaignId, ImportReport, OrganizationId, ReportedRow, ZoneCounts};
use clap::Args;
use tokio::fs::File;
use tokio::io::AsyncRead;

use super::{CommandError, Database, print_line};
use crate::config::Config;
use crate::import::{Columns, ImportOptions, NamedColumn, Region, import};
use server_store::Store;
use server_store::contacts::organizations_with_campaign;

/// Adds the contacts of a CSV file to a campaign.
#[derive(Debug, Args)]
pub struct Import {
    /// The campaign's number, as `campaign create` printed it.
    #[arg(long, value_name = "ID")]
    campaign: CampaignId,

    /// The organization's number; needed only if several have a campaign with that number.
    #[arg(long, value_name = "ID")]
    organization: Option<OrganizationId>,

    /// The country in which numbers without a country code are, by its two letters [default: the organization's].
    #[arg(long, value_name = "COUNTRY")]
    region: Option<Region>,

    /// What a column is that Baton would not understand by its heading: firstName, lastName, cell, zip, timeZone,
    /// externalId, custom or ignore; may be repeated.
    #[arg(long, value_name = "COLUMN=MEANING")]
    map: Vec<NamedColumn>,

    /// The file, with the columns firstName, lastName and cell, and perhaps zip and timeZone; - reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Import {
    /// Imports, and prints what came of it. It is a success if any row was understood.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        let report = Database::with(config, async |pool| {
            self.import(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(describe(&report).trim_end());
        let understood = report.total() - report.missing - report.invalid;
        Ok(match understood {
            0 => ExitCode::FAILURE,
            _ => ExitCode::SUCCESS,
        })
    }

    async fn import(&self, store: &Store) -> Result<ImportReport, CommandError> {
        let organization = match self.organization {
            Some(organization) => organization,
            None => self.only_organization(store).await?,
        };
        let file: Box<dyn AsyncRead + Send + Unpin> = if self.file == Path::new("-") {
            Box::new(tokio::io::stdin())
        } else {
            let opened = File::open(&self.file).await;
            Box::new(opened.map_err(|error| {
                refused(format!("Cannot read {}: {error}.", self.file.display()))
            })?)
        };
        let region = match self.region {
            Some(region) => region,
            None => Region::of_organization(store, organization)
                .await
                .map_err(|error| refused(error.to_string()))?,
        };
        let actor = AuditActor::command_line(organization);
        let name = self.file.file_name().unwrap_or_default();
        let options = ImportOptions {
            region,
            columns: Columns::Named(self.map.clone()),
            file_name: name.to_string_lossy().into_owned(),
            ..ImportOptions::default()
        };
        let imported = import(store, actor, self.campaign, file, options).await;
        let (_, report) = imported.map_err(|error| refused(error.to_string()))?;
        Ok(report)
    }

    async fn only_organization(&self, store: &Store) -> Result<OrganizationId, CommandError> {
        match organizations_with_campaign(store, self.campaign)
            .await
            .map_err(|error| refused(error.to_string()))?
            .as_slice()
        {
            [organization] => Ok(*organization),
            [] => Err(refused(format!(
                "There is no campaign with the number {}.",
                self.campaign
            ))),
            several => {
                let ids: Vec<String> = several.iter().map(ToString::to_string).collect();
                Err(refused(format!(
                    "Several organizations have that campaign: add --organization with one of {}.",
                    ids.join(", ")
                )))
            }
        }
    }
}

fn refused(sentence: String) -> CommandError {
    CommandError::Refused(sentence)
}

/// The report in lines.
fn describe(report: &ImportReport) -> String {
    // Writing to a string does not fail.
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{} read.",
        counted(report.total(), "row was", "rows were")
    );
    let _ = writeln!(
        text,
        "{} added.",
        counted(report.added, "contact was", "contacts were")
    );
    for (count, one, many) in [
        (
            report.opted_out,
            "contact was added who has opted out, and cannot be texted",
            "contacts were added who have opted out, and cannot be texted",
        ),
        (
            report.duplicates,
            "row was left out: on the campaign already, or twice in the file",
            "rows were left out: on the campaign already, or twice in the file",
        ),
        (report.missing, "row has no cell", "rows have no cell"),
        (report.invalid, "row was rejected", "rows were rejected"),
    ] {
        if count > 0 {
            let _ = writeln!(text, "{}.", counted(count, one, many));
        }
    }
    describe_rows(&mut text, &report.rows);
    match u64::from(report.not_added()).saturating_sub(report.rows.len() as u64) {
        0 => {}
        more => {
            let _ = writeln!(text, "  … and {more} more.");
        }
    }
    if !report.remarks.is_empty() {
        let _ = writeln!(text, "Rows that were added, with something to look at:");
        describe_rows(&mut text, &report.remarks);
    }
    let ZoneCounts {
        column,
        zip,
        area_code,
        campaign,
    } = report.zones;
    if report.zones != ZoneCounts::default() {
        let _ = writeln!(
            text,
            "Time zones: {column} from the file, {zip} by ZIP code, {area_code} by area code, {campaign} the campaign's."
        );
    }
    text
}

fn describe_rows(text: &mut String, rows: &[ReportedRow]) {
    for row in rows {
        let _ = match row.text.as_str() {
            "" => writeln!(text, "  line {}: {}", row.line, row.reason),
            stood => writeln!(text, "  line {}: “{stood}”: {}", row.line, row.reason),
        };
    }
}

fn counted(count: u32, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use server_store::testing::World;
    use sqlx::PgPool;

    #[test]
    fn says_what_came_of_it_row_by_row() {
        let row = |line, text: &str, reason: &str| ReportedRow {
            line,
            text: text.into(),
            reason: reason.into(),
        };
        let report = ImportReport {
            added: 12,
            opted_out: 2,
            duplicates: 1,
            missing: 1,
            invalid: 2,
            zones: ZoneCounts {
                column: 1,
                zip: 9,
                area_code: 4,
                campaign: 0,
            },
            rows: vec![
                row(4, "", "The cell is missing."),
                row(5, "555-0110", "It has no area code."),
            ],
            remarks: vec![row(7, "EXTRA", "More columns.")],
        };
        assert_eq!(
            describe(&report),
            "18 rows were read.\n12 contacts were added.\n\
             2 contacts were added who have opted out, and cannot be texted.\n\
             1 row was left out: on the campaign already, or twice in the file.\n\
             1 row has no cell.\n2 rows were rejected.\n\
             \u{20} line 4: The cell is missing.\n  line 5: “555-0110”: It has no area code.\n  … and 2 more.\n\
             Rows that were added, with something to look at:\n  line 7: “EXTRA”: More columns.\n\
             Time zones: 1 from the file, 9 by ZIP code, 4 by area code, 0 the campaign's.\n"
        );
        assert_eq!(
            describe(&ImportReport::default()),
            "0 rows were read.\n0 contacts were added.\n"
        );
    }

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
            file: file.path().to_owned(),
        };
        assert_eq!(
            command(campaign, None)
                .import(&world.store)
                .await
                .unwrap()
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
        assert_eq!(asked.unwrap().invalid, 1, "its phone is none");
        let mapped = Import {
            map: vec![
                "phone=ignore".parse().unwrap(),
                "Voter phone=cell".parse().unwrap(),
            ],
            ..command(campaign, None)
        };
        assert_eq!(mapped.import(&world.store).await.unwrap().added, 1);
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
}
