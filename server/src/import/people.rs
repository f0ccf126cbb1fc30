//! The people of a CSV file, for whoever adds many of them.

use super::error::ImportError;
use super::file::File;
use super::header_error::HeaderError;
use super::records::Records;
use app::domain::{ApprovalLevel, Role};
use tokio::io::AsyncRead;

/// The maximum number of people in a file, who become members in one transaction.
const MAX_PEOPLE: usize = 1_000;

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// The line that it begins on.
    pub line: u64,
    /// What others see.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// Their approval level, if the file says one.
    pub level: Option<ApprovalLevel>,
    /// Titles of teams.
    pub teams: Vec<String>,
    /// The hash of a password that they have already.
    pub password_hash: Option<String>,
}

/// The reason why a file of people is not understood. It says which line, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum PeopleError {
    /// The file is not a CSV file, or incomplete.
    #[error(transparent)]
    File(#[from] ImportError),
    /// The first line names no column for what everybody has.
    #[error(
        "The file has no column “{0}”. Its first line names the columns: name, email, role, level, teams, passwordHash."
    )]
    Missing(&'static str),
    /// The first line names a column that means nothing here.
    #[error(
        "The file has a column “{0}”, which means nothing here. Take it out; there may be name, email, role, level, teams and passwordHash."
    )]
    Unknown(String),
    /// The first line names a column twice.
    #[error("The column “{0}” is there twice. Take one of them out.")]
    Twice(String),
    /// A row is not understood.
    #[error("Line {line}: {reason}.")]
    Row {
        /// Where it begins.
        line: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// There are too many rows.
    #[error("The file has more than {MAX_PEOPLE} people. Divide it.")]
    TooMany,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Email,
    Role,
    Level,
    Teams,
    PasswordHash,
}

impl Column {
    /// The column of a heading, however it is written.
    fn of(heading: &str) -> Option<Self> {
        let letters = heading.chars().filter(|letter| letter.is_alphanumeric());
        Some(match &*letters.collect::<String>().to_lowercase() {
            "name" => Self::Name,
            "email" => Self::Email,
            "role" => Self::Role,
            "level" | "approvallevel" => Self::Level,
            "teams" => Self::Teams,
            "passwordhash" => Self::PasswordHash,
            _ => return None,
        })
    }
}

/// Reads all of them.
///
/// # Errors
/// The file or a row of it is not understood.
pub async fn people(reader: impl AsyncRead + Unpin) -> Result<Vec<PersonRow>, PeopleError> {
    let (mut file, headings) = match File::open(reader).await {
        // Whose sentence names the columns of contacts.
        Err(ImportError::Header(HeaderError::Empty)) => return Err(PeopleError::Missing("name")),
        opened => opened?,
    };
    let columns = columns(&headings)?;
    let mut people = Vec::new();
    while file.next().await? {
        let Some(person) = read(file.record(), &columns)? else {
            continue;
        };
        if people.len() == MAX_PEOPLE {
            return Err(PeopleError::TooMany);
        }
        people.push(person);
    }
    Ok(people)
}

fn columns(headings: &[String]) -> Result<Vec<Column>, PeopleError> {
    let mut columns = Vec::new();
    for heading in headings {
        let column =
            Column::of(heading).ok_or_else(|| PeopleError::Unknown(heading.trim().to_owned()))?;
        if columns.contains(&column) {
            return Err(PeopleError::Twice(heading.trim().to_owned()));
        }
        columns.push(column);
    }
    for (column, name) in [(Column::Name, "name"), (Column::Email, "email")] {
        if !columns.contains(&column) {
            return Err(PeopleError::Missing(name));
        }
    }
    Ok(columns)
}

/// `None`: nothing stands in the row.
fn read(record: &Records, columns: &[Column]) -> Result<Option<PersonRow>, PeopleError> {
    let line = record.line();
    let refused = |reason: String| PeopleError::Row { line, reason };
    if record.excess().is_some() {
        return Err(refused("the row is too long".into()));
    }
    let mut fields = Vec::new();
    for field in record.fields() {
        let field = std::str::from_utf8(field);
        let field = field.map_err(|_| refused("the row is not UTF-8".into()))?;
        fields.push(field.trim());
    }
    if fields.iter().all(|field| field.is_empty()) {
        return Ok(None);
    }
    if fields.len() > columns.len() {
        return Err(refused(
            "the row has more columns than the first line".into(),
        ));
    }
    let field = |column| {
        let mut given = columns.iter().zip(&fields);
        let field = given.find_map(|(of, field)| (*of == column).then_some(*field));
        field.filter(|field| !field.is_empty())
    };
    let needed = |column, what: &str| {
        field(column)
            .map(str::to_owned)
            .ok_or_else(|| refused(format!("the {what} is missing")))
    };
    let teams = field(Column::Teams).unwrap_or_default().split(';');
    let teams = teams.map(str::trim).filter(|title| !title.is_empty());
    Ok(Some(PersonRow {
        line,
        name: needed(Column::Name, "name")?,
        email: needed(Column::Email, "e-mail address")?,
        role: field(Column::Role).map_or(Ok(Role::Texter), |word| role(word).map_err(refused))?,
        level: field(Column::Level)
            .map(|word| level(word).map_err(refused))
            .transpose()?,
        teams: teams.map(str::to_owned).collect(),
        password_hash: field(Column::PasswordHash).map(str::to_owned),
    }))
}

fn role(word: &str) -> Result<Role, String> {
    match word.to_lowercase().parse() {
        Ok(Role::Suspended) | Err(_) => Err(format!(
            "“{word}” is no role; use texter, supervolunteer, admin or owner"
        )),
        Ok(role) => Ok(role),
    }
}

fn level(word: &str) -> Result<ApprovalLevel, String> {
    word.to_lowercase().parse().map_err(|_| {
        format!("“{word}” is no approval level; use automatic, approval_required or not_allowed")
    })
}

#[cfg(test)]
mod tests {
    use super::people;
    use app::domain::{ApprovalLevel, Role};

    #[tokio::test]
    async fn what_is_not_said_is_left_to_the_organization_and_empty_rows_are_nobody() {
        let file = "E-mail;Name;Role;Teams\nann@example.org; Ann ;;\n;;;\n\
                    vera@example.org;Vera;Supervolunteer;\"Legal; Press\"\n";
        let rows = people(file.as_bytes()).await.unwrap();
        let [ann, vera] = &*rows else {
            panic!("{rows:?}")
        };
        assert_eq!(
            (&*ann.name, ann.role, ann.level),
            ("Ann", Role::Texter, None)
        );
        assert!(ann.teams.is_empty() && ann.password_hash.is_none());
        assert_eq!((vera.line, vera.role), (4, Role::Supervolunteer));
        assert_eq!(vera.teams, ["Legal", "Press"]);
        let rows = people("name,email,level\nAnn,a@b.org,automatic\n".as_bytes()).await;
        assert_eq!(rows.unwrap()[0].level, Some(ApprovalLevel::Automatic));
    }

    #[tokio::test]
    async fn what_is_not_understood_is_refused_with_the_line() {
        let many = format!("name,email\n{}", "Ann,ann@example.org\n".repeat(1_001));
        for (file, sentence) in [
            ("", "The file has no column “name”"),
            ("name\n", "The file has no column “email”"),
            ("name,email,cell\n", "The file has a column “cell”"),
            ("name,email,E-Mail\n", "The column “E-Mail” is there twice"),
            (
                "name,email\n\nAnn,\n",
                "Line 3: the e-mail address is missing",
            ),
            (
                "name,email\nAnn,a@b.org,c\n",
                "Line 2: the row has more columns",
            ),
            (
                "name,email,role\nAnn,a@b.org,boss\n",
                "Line 2: “boss” is no role",
            ),
            (
                "name,email,role\nAnn,a@b.org,suspended\n",
                "Line 2: “suspended” is no role",
            ),
            (
                "name,email,level\nAnn,a@b.org,any\n",
                "Line 2: “any” is no approval level",
            ),
            (&many, "The file has more than 1000 people"),
        ] {
            let refused = people(file.as_bytes()).await.unwrap_err().to_string();
            assert!(refused.starts_with(sentence), "{refused}");
        }
    }
}
