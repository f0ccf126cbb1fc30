//! What became of an import, in lines.

use std::fmt::Write;

use app::domain::{ImportReport, ReportedRow, ZoneCounts};

/// The report in lines.
pub(in crate::commands) fn describe(report: &ImportReport) -> String {
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
        let _ = writeln!(text, "Rows that were added, to be checked:");
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
    use super::describe;
    use app::domain::{ImportReport, ReportedRow, ZoneCounts};

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
             Rows that were added, to be checked:\n  line 7: “EXTRA”: More columns.\n\
             Time zones: 1 from the file, 9 by ZIP code, 4 by area code, 0 the campaign's.\n"
        );
        assert_eq!(
            describe(&ImportReport::default()),
            "0 rows were read.\n0 contacts were added.\n"
        );
    }
}
