use super::{HeaderError, Layout};

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
            (2, 3, 1)
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
        "The header line has no column “lastName” or “cell”. \
         It has to name firstName, lastName and cell; it names firstName, street."
    );
    assert_eq!(
        guess("firsstName,lastName,cel").unwrap_err().to_string(),
        "The header line has no column “firstName” or “cell”. \
         It has to name firstName, lastName and cell; it names firsstName, lastName, cel. \
         Did you mean “firsstName” to be firstName? Did you mean “cel” to be cell?"
    );
    assert_eq!(guess(",,"), Err(HeaderError::Empty));
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
