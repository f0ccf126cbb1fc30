//! What a save has changed.

/// The detail of an event: a line for each field that is another one now, `name: Vote Local → Turn Out`. Fields are called
/// as in their form, which is how who reads the log gets them in their language.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Differences(String);

impl Differences {
    /// Notes a field, if it is another one now.
    pub fn note(&mut self, field: &str, before: &str, after: &str) {
        if before == after {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        // What has lines of its own, as a goodbye may, is one of these.
        let line = [&format!("{field}:"), before, "→", after].map(one_line);
        self.0.push_str(&line.join(" "));
    }

    /// Notes a field that has nothing where there is no value.
    pub fn note_option<T: ToString>(&mut self, field: &str, before: Option<&T>, after: Option<&T>) {
        let text = |value: Option<&T>| value.map_or("–".to_owned(), ToString::to_string);
        self.note(field, &text(before), &text(after));
    }

    /// The lines; empty if nothing is another.
    pub fn detail(&self) -> &str {
        &self.0
    }
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        "–".to_owned()
    } else {
        words.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::Differences;

    #[test]
    fn each_field_that_is_another_one_has_a_line() {
        let mut differences = Differences::default();
        differences.note("name", "Vote Local", "Vote Local");
        assert_eq!(differences.detail(), "");
        differences.note("name", "Vote Local", "Turn Out");
        differences.note("goodbye", "", "Bye.\nStay well.");
        differences.note_option("most", None, Some(&7));
        assert_eq!(
            differences.detail(),
            "name: Vote Local → Turn Out\ngoodbye: – → Bye. Stay well.\nmost: – → 7"
        );
    }
}
