//! What a save has changed.

/// How many words that are the same stand before and behind those of a text that are not.
const WORDS_AROUND: usize = 3;

/// The detail of an event: a line for each field that is another one now, `name: Vote Local → Turn Out`. Fields are called
/// as in their form, which is how who reads the log gets them in their language.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Differences(String);

impl Differences {
    /// Notes a field, if it is another one now.
    pub fn note(&mut self, field: &str, before: &str, after: &str) {
        if before != after {
            self.push(field, before, after);
        }
    }

    /// Notes a switch.
    pub fn note_switch(&mut self, field: &str, before: bool, after: bool) {
        self.note(field, &before.to_string(), &after.to_string());
    }

    /// Notes a text of many words: of both, what is another, with the words around it.
    pub fn note_text(&mut self, field: &str, before: &str, after: &str) {
        if before != after {
            let [before, after] = excerpts(before, after);
            self.push(field, &before, &after);
        }
    }

    /// Notes a field that has nothing where there is no value.
    pub fn note_option<T: ToString>(&mut self, field: &str, before: Option<&T>, after: Option<&T>) {
        let text = |value: Option<&T>| value.map_or("–".to_owned(), ToString::to_string);
        self.note(field, &text(before), &text(after));
    }

    /// Notes a field of what is new.
    pub fn note_new(&mut self, field: &str, value: &str) {
        self.push_line(&format!("{field}: {}", one_line(value)));
    }

    /// The lines; empty if nothing is another.
    pub fn detail(&self) -> &str {
        &self.0
    }

    fn push(&mut self, field: &str, before: &str, after: &str) {
        // What has lines of its own, as a goodbye may, is one of these.
        let line = [&format!("{field}:"), before, "→", after].map(one_line);
        self.push_line(&line.join(" "));
    }

    fn push_line(&mut self, line: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(line);
    }
}

/// Of two texts the words from the first that is another to the last, and around them a few that are the same.
fn excerpts(before: &str, after: &str) -> [String; 2] {
    let [before, after] = [before, after].map(|text| text.split_whitespace().collect::<Vec<_>>());
    let same = |(one, other): &(&&str, &&str)| one == other;
    let start = before.iter().zip(&after).take_while(same).count();
    let ends = before[start..]
        .iter()
        .rev()
        .zip(after[start..].iter().rev());
    let end = ends.take_while(same).count();
    [before, after].map(|words| {
        let from = start.saturating_sub(WORDS_AROUND);
        let until = words.len().min(words.len() - end + WORDS_AROUND);
        let dots = |left_out: bool| left_out.then_some("…");
        let excerpt = dots(from > 0).into_iter();
        let excerpt = excerpt.chain(words[from..until].iter().copied());
        let excerpt = excerpt.chain(dots(until < words.len()));
        excerpt.collect::<Vec<_>>().join(" ")
    })
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

    #[test]
    fn of_a_text_the_words_that_are_others_are_noted_with_those_around() {
        let noted = |before: &str, after: &str| {
            let mut differences = Differences::default();
            differences.note_text("script", before, after);
            differences.detail().to_owned()
        };
        let text = |day: &str| {
            format!("Hi {{firstName}}, can you help us {day} at the polls, in Springfield?")
        };
        assert_eq!(noted(&text("on Monday"), &text("on Monday")), "");
        assert_eq!(
            noted(&text("on Monday"), &text("on Tuesday")),
            "script: … help us on Monday at the polls, … → … help us on Tuesday at the polls, …"
        );
        assert_eq!(noted("", "Hi all"), "script: – → Hi all");
        assert_eq!(noted("Hi all", ""), "script: Hi all → –");
        assert_eq!(noted("Hi", "Hi all"), "script: Hi → Hi all");
        assert_eq!(noted("Hi all", "Hi\n\nall"), "script: Hi all → Hi all");
    }
}
