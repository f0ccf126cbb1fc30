//! The arguments of islands: how a page passes a value to the island inside it.

#[cfg(not(feature = "hydrate"))]
use super::encoded::Encoded;
use super::encoded::decode;
#[cfg(not(feature = "hydrate"))]
use leptos::context::Provider;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The arguments of an island. The default stands in where the page holds none.
///
/// No island takes arguments of Leptos' own: they would travel as JSON, whose readers were a seventh of the
/// bundle. Instead the page writes the value into an element in front of the island, encoded as events are,
/// and both halves of the island decode that text: what the browser hydrates is what the server rendered.
pub trait IslandProps: Default + Serialize + DeserializeOwned {
    /// The id of the element; a page has one value of a type.
    const ID: &'static str;
}

/// A context that passes a value to the island inside.
#[cfg(not(feature = "hydrate"))]
#[component]
pub fn WithProps<T: IslandProps + 'static>(
    /// The value.
    props: T,
    /// The island, which takes it with [`island_props`].
    children: Children,
) -> impl IntoView {
    let serialized = Serialized {
        id: T::ID,
        text: Encoded::new(&props).into(),
    };
    view! {
        <data hidden id=serialized.id value=serialized.text.clone()></data>
        <Provider value=serialized>{children()}</Provider>
    }
}

/// The arguments of this island.
pub fn island_props<T: IslandProps>() -> T {
    serialized(T::ID)
        .and_then(|text| decode(&text))
        .unwrap_or_default()
}

/// The encoded value in the element in front of an island, for the island's half in the server.
#[cfg(not(feature = "hydrate"))]
#[derive(Clone)]
struct Serialized {
    id: &'static str,
    text: String,
}

#[cfg(not(feature = "hydrate"))]
fn serialized(id: &str) -> Option<String> {
    use_context::<Serialized>()
        .filter(|serialized| serialized.id == id)
        .map(|serialized| serialized.text)
}

#[cfg(feature = "hydrate")]
fn serialized(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.get_attribute("value")
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::{IslandProps, WithProps, island_props};
    use leptos::prelude::*;
    use serde::{Deserialize, Serialize};

    #[derive(Default, Serialize, Deserialize)]
    struct Greeting(String);

    impl IslandProps for Greeting {
        const ID: &'static str = "props-greeting";
    }

    #[derive(Default, Serialize, Deserialize)]
    struct Farewell(String);

    impl IslandProps for Farewell {
        const ID: &'static str = "props-farewell";
    }

    /// Stands for an island.
    #[component]
    fn Greets() -> impl IntoView {
        view! { <p>{island_props::<Greeting>().0}</p> }
    }

    fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
        Owner::new().with(|| view().into_view().to_html())
    }

    #[test]
    fn stands_in_front_of_the_island_that_takes_it() {
        let html = html(|| view! { <WithProps props=Greeting("Hi".into())><Greets/></WithProps> });
        let (element, island) = html.split_once("</data>").unwrap();
        assert!(element.starts_with("<data "), "{element}");
        assert!(element.contains("id=\"props-greeting\""), "{element}");
        assert!(island.contains("<p>Hi</p>"), "{island}");
    }

    #[test]
    fn reaches_nobody_beside_it() {
        let html = html(|| {
            view! {
                <WithProps props=Greeting("Hi".into())>"Nobody"</WithProps>
                <Greets/>
            }
        });
        assert!(html.contains("<p>") && !html.contains("<p>Hi"), "{html}");
    }

    #[test]
    fn is_not_taken_for_something_else() {
        let html = html(|| view! { <WithProps props=Farewell("Bye".into())><Greets/></WithProps> });
        assert!(html.contains("<p>") && !html.contains("<p>Bye"), "{html}");
    }
}
