use super::{Answer, Behavior, Persona, answer, phrases, remark};
use rand::{SeedableRng, rngs::StdRng};
use server_message::{Keyword, OutboundText};
use std::collections::BTreeSet;
use std::time::Duration;

fn text(contact: u32, body: &str) -> OutboundText {
    OutboundText {
        from: "+12025550100".parse().unwrap(),
        to: format!("+1303{contact:07}").parse().unwrap(),
        body: body.into(),
    }
}

fn is_stop(body: &str) -> bool {
    Keyword::of(body) == Some(Keyword::Stop)
}

fn first_answers(behavior: Behavior) -> Vec<Option<Answer>> {
    (0..2_000)
        .map(|contact| answer(&behavior, &text(contact, "Can you come on Saturday?"), 0))
        .collect()
}

#[test]
fn the_same_seed_gives_the_same_answers_and_another_gives_others() {
    let one = first_answers(Behavior::DEMO);
    assert_eq!(one, first_answers(Behavior::DEMO));
    assert_ne!(
        one,
        first_answers(Behavior {
            seed: 1,
            ..Behavior::DEMO
        })
    );
}

#[test]
fn answers_are_of_many_kinds_and_a_few_say_stop() {
    let answers: Vec<_> = first_answers(Behavior::IMMEDIATE)
        .into_iter()
        .flatten()
        .collect();
    assert_eq!(answers.len(), 2_000, "everybody answers");
    let different: BTreeSet<_> = answers.iter().map(|a| &a.body).collect();
    assert!(different.len() >= 40, "{}", different.len());
    let stops = answers.iter().filter(|a| is_stop(&a.body)).count();
    assert!((20..=120).contains(&stops), "{stops} in 2,000");
    let questions = answers.iter().filter(|a| a.body.contains('?')).count();
    assert!(questions > 200, "{questions} in 2,000");
}

#[test]
fn as_many_answer_as_the_manner_says_and_not_sooner_or_later() {
    let answers: Vec<_> = first_answers(Behavior::DEMO)
        .into_iter()
        .flatten()
        .collect();
    assert!(
        (1_600..1_800).contains(&answers.len()),
        "85 in 100, not {}",
        answers.len()
    );
    let within = Behavior::DEMO.quickest..=Behavior::DEMO.slowest;
    assert!(answers.iter().all(|a| within.contains(&a.delay)));
    let half = (Behavior::DEMO.quickest + Behavior::DEMO.slowest) / 2;
    let soon = answers.iter().filter(|a| a.delay < half).count();
    assert!(soon * 4 > answers.len() * 3, "most come soon");
    assert!(
        answers
            .iter()
            .any(|a| a.delay > half + Duration::from_secs(20)),
        "some do not"
    );
    assert!(first_answers(Behavior::SILENT).iter().all(Option::is_none));
}

#[test]
fn conversations_end() {
    let lengths = (0..500).map(|contact| {
        let turns = 0..100;
        turns
            .take_while(|&turn| {
                answer(&Behavior::IMMEDIATE, &text(contact, "And then?"), turn).is_some()
            })
            .count()
    });
    let lengths: Vec<_> = lengths.collect();
    assert!(lengths.iter().all(|&length| (1..100).contains(&length)));
    assert!(lengths.iter().any(|&length| length > 3));
}

#[test]
fn nobody_says_stop_by_accident_or_says_more_than_fits_one_text() {
    let tempers = [
        Persona::Eager,
        Persona::Terse,
        Persona::Curious,
        Persona::Wary,
        Persona::Busy,
        Persona::Unwilling,
        Persona::Stranger,
    ];
    let said = tempers
        .into_iter()
        .flat_map(|p| [p.phrases(true), p.phrases(false)])
        .flatten();
    for phrase in said.chain(phrases::AGAIN) {
        assert!(!is_stop(phrase), "{phrase}");
        assert!(phrase.chars().count() <= 160, "{phrase}");
    }
    for phrase in phrases::STOPS {
        assert!(is_stop(phrase), "{phrase}");
    }
}

#[test]
fn who_writes_again_says_different_things() {
    let rng = &mut StdRng::seed_from_u64(1);
    let remarks: Vec<_> = (0..100).map(|_| remark(rng)).collect();
    let bodies: BTreeSet<_> = remarks.iter().map(|remark| remark.body).collect();
    assert!(bodies.len() > 8);
    let pictures = remarks.iter().filter(|remark| remark.with_picture).count();
    assert!((3..30).contains(&pictures), "{pictures}");
}
