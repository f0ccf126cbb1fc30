//! The lines of a list that other programs read.

/// A line of columns with a tab between two. What would end the line or a column within one becomes a space.
pub fn columns(fields: &[&str]) -> String {
    let fields: Vec<String> = fields
        .iter()
        .map(|field| field.replace(char::is_control, " "))
        .collect();
    fields.join("\t")
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn a_line_stays_one_and_its_columns_stay_apart() {
        let line = columns(&["7", "", "Ada\tByron\r\nof London"]);
        assert_eq!(line, "7\t\tAda Byron  of London");
    }
}
