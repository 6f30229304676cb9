use super::Masks;
use super::forms::FORMS;
use super::layer::{is_base64, long_runs};
use super::masks::MIN_ENCODED;
use super::search::Value;
use crate::Credentials;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

const KEY: &str = "QxZ7vKp2Wm9TfLb4Rc8N";
const SECRET: &str = "jH4tRz8LqY3nBc6XwV1sDe/Gk+5aMu7iPo0ZyQ2w";
const SIGNATURE: &str = "jRxFOu1EN8hF1cE1d3aALoVQZtqTO/KhsAf1Y+yPzC0=";

fn masks(key: &str, secret: &str) -> Masks {
    Credentials::new(key, secret).unwrap().masks(SIGNATURE.to_owned())
}

fn text(text: &str) -> String {
    masks(KEY, SECRET).text(text)
}

/// Returns the text and its decoded runs of Base64 and hexadecimal digits, from every possible start.
fn layers(text: &str, depth: u32) -> Vec<String> {
    let mut layers = vec![text.to_owned()];
    let Some(depth) = depth.checked_sub(1) else {
        return layers;
    };
    let text = text.replace("\\n", "").replace('\n', "").replace(['-', ':'], "+").replace('_', "/");
    for run in text.split(|character: char| !character.is_ascii_alphanumeric() && !"+/".contains(character)) {
        for from in (0..4).filter(|from| *from < run.len()) {
            let base64 = &run[from..from + (run.len() - from) / 4 * 4];
            let hex: String = run.chars().filter(char::is_ascii_hexdigit).skip(from).collect();
            let pairs = hex
                .as_bytes()
                .chunks(2)
                .filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
            for bytes in [STANDARD_NO_PAD.decode(base64).unwrap_or_default(), pairs.collect()] {
                layers.extend(self::layers(&bytes.into_iter().map(char::from).collect::<String>(), depth));
            }
        }
    }
    layers
}

fn shown<'a>(text: &str, values: &[&'a str]) -> Option<&'a str> {
    let layers = layers(text, 2);
    let mut parts = values.iter().flat_map(|value| (8..value.len()).map(move |end| &value[end - 8..end]));
    parts.find(|part| layers.iter().any(|layer| layer.contains(part)))
}

#[test]
fn values_are_masked_in_every_form() {
    for (form, encoded, expected) in FORMS {
        let masked = text(encoded);
        assert!(expected.is_empty() || masked == *expected, "{form}: {masked}");
        assert!(masked.contains("****"), "{form}: {masked}");
        assert_eq!(shown(&masked, &[KEY, SECRET, SIGNATURE]), None, "{form}: {masked}");
    }
    assert!(shown(FORMS.iter().find(|(form, ..)| *form == "Base64").unwrap().1, &[SECRET]).is_some());
}

#[test]
fn text_without_a_value_is_unchanged() {
    let base64 = "TWFueSBoYW5kcyBtYWtlIGxpZ2h0IHdvcmsuTWFueSBoYW5kcyBtYWtlIGxpZ2h0IHdvcmsu".repeat(2000);
    for plain in ["", "****", "no job 'x' & more: 100% \\o/ &#1; %zz \\u12", "작업 \\uc791", &base64, "jRxFOu1", "QxZ7"]
    {
        assert_eq!(text(plain), plain);
        assert_eq!(Masks::default().text(plain), plain);
    }
    assert_eq!(masks(KEY, SECRET).bytes(&[0xff, 0, 0x80]), None);
    assert_eq!(masks("EMULATOR-KEY-123", SECRET).text("EMULATOR-1 ncp_iam_"), "EMULATOR-1 ncp_iam_");
    // Not signatures: another length, or no final `=`.
    let digest = "A".repeat(42) + "= " + &"A".repeat(44) + "= " + &"A".repeat(43) + ".";
    assert_eq!(text(&digest), digest);
}

#[test]
fn short_values_are_masked_as_separate_words() {
    let masks = masks("AKEY", "pass");
    assert_eq!(masks.text("AKEY AKEYS xAKEY (pass) password"), "**** AKEYS xAKEY (****) password");
    let masks = self::masks("ACCESS-KEY-1", "secret-key");
    assert_eq!(masks.text("ACCESS-KEY-1 ACCESS-KEY-2 secret-keys"), "**** ACCESS-KEY-2 ****s");
    assert_eq!(self::masks("K", "s").text("K s"), "K s");
}

#[test]
fn values_at_piece_boundaries_are_masked() {
    for before in [0, 1, 64 * 1024 - 20, 64 * 1024, 68 * 1024 - 20, 200_000] {
        let long = format!("{}{SECRET} {SIGNATURE}{}", ".".repeat(before), ".".repeat(70_000));
        assert_eq!(text(&long), long.replace(SECRET, "****").replace(SIGNATURE, "****"));
    }
}

#[test]
fn a_text_with_too_many_layers_is_masked_completely() {
    let mut nested = "%".repeat(100);
    (0..40).for_each(|_| nested = nested.replace('%', "%25"));
    assert!(text(&nested).len() <= nested.len());
    let hex = "4a".repeat(30_000);
    assert!(text(&hex).len() <= hex.len());
}

#[test]
fn a_success_is_masked_only_if_it_repeats_the_request() {
    let masks = masks(KEY, SECRET);
    let script = format!(r#"{{"script":"key={KEY} secret={SECRET}"}}"#).into_bytes();
    assert_eq!(masks.success(script.clone()), script);
    for (form, encoded, _) in FORMS.iter().filter(|(form, ..)| form.starts_with("JSON") || form.starts_with("Base64")) {
        let masked = String::from_utf8(masks.success(encoded.as_bytes().to_vec())).unwrap();
        assert_eq!(shown(&masked, &[KEY, SECRET, SIGNATURE]), None, "{form}: {masked}");
    }
}

/// Returns parts of the signature between bytes that are not text, in up to three layers of Base64 and hexadecimal.
fn hidden_parts() -> impl Iterator<Item = String> {
    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }
    let encodings: [fn(&[u8]) -> String; 2] = [|bytes| STANDARD_NO_PAD.encode(bytes), hex];
    let parts = (0..40).flat_map(|cut| [7, 8, 9, 20].map(|length| (cut, length)));
    parts.flat_map(move |(cut, length)| {
        let part = &SIGNATURE.as_bytes()[cut.min(44 - length)..][..length];
        let noise = vec![0x80 | u8::try_from(cut).unwrap(); 21 + cut % 5];
        let bytes = [&noise, part, &noise].concat();
        encodings.into_iter().flat_map(move |outer| {
            let once = outer(&bytes);
            let twice = encodings.map(|inner| outer(inner(&bytes).as_bytes()));
            let thrice = encodings.map(|inner| outer(STANDARD_NO_PAD.encode(inner(&bytes)).as_bytes()));
            // Digits before it shift its start by up to three places.
            [once].into_iter().chain(twice).chain(thrice).map(move |text| "a".repeat(cut % 4) + &text)
        })
    })
}

/// Returns plain parts of the signature, at every position of a run of other digits.
fn plain_parts() -> impl Iterator<Item = String> {
    let parts = (0..SIGNATURE.len() - 9).flat_map(|cut| [7, 8, 9].map(|length| &SIGNATURE[cut..cut + length]));
    parts.flat_map(|part| (0..10).map(move |before| format!("{}{part}{}", "a".repeat(before), "a".repeat(60))))
}

#[test]
fn runs_that_the_fast_check_skips_have_no_signature() {
    let masks = masks(KEY, SECRET);
    let search = masks.0.as_deref().unwrap().search();
    let texts = FORMS.iter().map(|(_, text, _)| (*text).to_owned()).chain(plain_parts()).chain(hidden_parts());
    let (mut runs, mut with_signature) = (0, 0);
    for text in texts {
        for run in long_runs(text.as_bytes(), MIN_ENCODED, is_base64) {
            let is_there = search.all(run).iter().any(|found| found.value == Value::Signature);
            assert_eq!(search.has_signature(run), is_there, "{text}");
            runs += 1;
            with_signature += usize::from(is_there);
        }
    }
    assert!(with_signature > 500 && runs - with_signature > 100, "{with_signature} of {runs}");
}

#[test]
fn long_runs_are_found_at_every_position() {
    for (before, length, after) in
        (0..70).flat_map(|before| [(before, 55, 3), (before, 56, 0), (before, 57, 9), (before, 200, 1)])
    {
        let text = format!("{}{}{}", ".".repeat(before), "a".repeat(length), ".b".repeat(after));
        let expected = if length >= MIN_ENCODED { vec!["a".repeat(length)] } else { Vec::new() };
        let found: Vec<_> = long_runs(text.as_bytes(), MIN_ENCODED, is_base64).map(String::from_utf8_lossy).collect();
        assert_eq!(found, expected, "{before} {length}");
    }
}

#[test]
fn a_cause_is_unchanged_unless_it_shows_a_value() {
    let masks = masks(KEY, SECRET);
    let plain = masks.cause(Box::new(std::io::Error::other("closed")));
    assert!(plain.is::<std::io::Error>());
    let inner = std::io::Error::other(format!("got {SECRET}"));
    let masked = masks.cause(Box::new(std::io::Error::other(inner)));
    let shown = format!("{masked} {masked:?} {:?}", masked.source());
    assert!(!shown.contains(SECRET) && shown.contains("got ****"), "{shown}");
}

#[test]
fn an_excerpt_does_not_end_with_a_part_of_a_value() {
    for before in 0..120 {
        let long = format!("{}{SECRET} {SIGNATURE} {KEY}", ".".repeat(before));
        let masks = masks(KEY, SECRET);
        let start = String::from_utf8(masks.start(long.as_bytes(), 100).into_owned()).unwrap();
        assert_eq!(shown(&start, &[SECRET, SIGNATURE, KEY]), None, "{start}");
        assert!(!start.contains(&SECRET[..4]), "{start}");
    }
}
