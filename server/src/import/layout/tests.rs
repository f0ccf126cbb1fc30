use super::{Columns, HeaderError, Layout};

fn guess(line: &str) -> Result<Layout, HeaderError> {
    Layout::guess(&line.split(',').map(str::to_owned).collect::<Vec<_>>())
}

#[test]
fn finds_its_columns_in_any_order_case_and_spacing() {
    for line in [
        "zip,cell,firstName,lastName,,Näme",
        "zip, Mobile Phone ,First Name,last_name,,Näme",
        "zip,\"cell_phone\",GIVEN NAME,\u{feff}Surname, ,Näme\0",
    ] {
        let layout = guess(line).unwrap();
        assert_eq!(
            (layout.first_name, layout.last_name, layout.cell),
            (Some(2), Some(3), 1)
        );
        assert_eq!(
            (layout.zip, layout.time_zone, layout.columns),
            (Some(0), None, 6)
        );
        assert_eq!(
            layout.custom,
            [(0, "zip".to_owned()), (5, "Näme".to_owned())]
        );
    }
}

#[test]
fn names_what_is_missing_and_what_it_may_be() {
    assert_eq!(
        guess("firstName,street").unwrap_err().to_string(),
        "The header line has no column “cell”. \
         It has to name cell, and firstName and lastName if there are names; it names firstName, street."
    );
    assert_eq!(
        guess("firsstName,lastName,cel").unwrap_err().to_string(),
        "The header line has no column “firstName” or “cell”. \
         It has to name cell, and firstName and lastName if there are names; it names firsstName, lastName, cel. \
         Did you mean “firsstName” to be firstName? Did you mean “cel” to be cell?"
    );
    assert_eq!(guess(",,"), Err(HeaderError::Empty));
}

#[test]
fn needs_no_column_of_names_and_says_which_there_is_none_of() {
    let none = "The file has no columns for names: they stay blank.";
    for (line, names, note) in [
        ("firstName,lastName,cell", (Some(0), Some(1)), None),
        (
            "firstName,cell",
            (Some(0), None),
            Some("The file has no column for last names: they stay blank."),
        ),
        (
            "cell,surname",
            (None, Some(1)),
            Some("The file has no column for first names: they stay blank."),
        ),
        ("Full Name,Phone Number", (None, None), Some(none)),
        ("cell", (None, None), Some(none)),
    ] {
        let layout = guess(line).unwrap();
        assert_eq!((layout.first_name, layout.last_name), names, "{line}");
        assert_eq!(layout.note(), note, "{line}");
    }
    let layout = guess("Full Name,Phone Number").unwrap();
    assert_eq!(layout.custom, [(0, "Full Name".to_owned())]);
}

#[test]
fn a_heading_like_a_name_is_asked_about_and_can_be_left_out() {
    let error = guess("firstName,cell,lsat name").unwrap_err();
    assert_eq!(
        error.advice().unwrap(),
        "No column is “Last name”. Choose below which one it is. \
         Did you mean “lsat name” to be Last name? \
         If the file has no such names, leave that column out or rename it in the file."
    );
    let advice = guess("firstName,lastName,cel").unwrap_err().advice();
    assert_eq!(
        advice.unwrap(),
        "No column is “Cell”. Choose below which one it is. Did you mean “cel” to be Cell?"
    );
    let headings = ["firstName", "cell", "lsat name"].map(str::to_owned);
    let named = Columns::Named(vec!["lsat name=ignore".parse().unwrap()]);
    let columns = Layout::columns(&headings, &named).unwrap();
    assert!(Layout::of(&columns).unwrap().note().is_some());
}

#[test]
fn refuses_two_columns_of_one_name_or_meaning() {
    assert_eq!(
        guess("firstName,lastName,cell,Cell"),
        Err(HeaderError::Twice("cell".into()))
    );
    assert_eq!(
        guess("firstName,lastName,cell,zip,zip"),
        Err(HeaderError::Twice("zip".into()))
    );
    assert_eq!(
        guess("first,last_name,company_name,ZipOrPost,Cell_Phone,phone")
            .unwrap_err()
            .to_string(),
        "Both “Cell_Phone” and “phone” may be the column cell. \
         Remove one of them, or give it another name."
    );
    assert!(
        guess("firstName,lastName,cell,note,Note").is_ok(),
        "custom fields differ by case"
    );
}
