//! R21 to R25: valid, broken and hostile specs. See `tests/it/figures.rs` of the library.

mod compiles;
mod families;
mod growth;
mod made;
mod odd;
mod payloads;

use crate::{FOOT, fixtures, generated, source};
pub(crate) use made::spec;
use ncloud_codegen::{Source, generate};
use ncloud_testing::{Random, Scale, record};
pub(crate) use payloads::PAYLOADS;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

#[path = "../../../fuzz/targets/spec.rs"]
mod spec_target;

fn whole(text: &str) -> Source {
    Source { text: text.to_owned(), files: BTreeMap::new(), ..source("") }
}

#[test]
fn r21_any_text_is_accepted_or_rejected() {
    let scale = Scale::from_process();
    let mut random = Random::new(21);
    let mut corpus: Vec<Vec<u8>> =
        fixtures("fixtures").into_iter().map(|(_, text)| format!("{text}{FOOT}").into_bytes()).collect();
    corpus.extend(fixtures("fixtures/broken").into_iter().map(|(_, text)| text.into_bytes()));
    let (runs, mut generated) = (scale.of(3_000_000), 0);
    for _ in 0..runs {
        let text = random.mutated(random_of(&corpus, 21));
        generated += usize::from(spec_target::check(&String::from_utf8_lossy(&text)) > 0);
    }
    let models = scale.of(200_000);
    for _ in 0..models {
        let text = spec(&mut random, &mut |_| "Plain text.".to_owned());
        let files = generate(&whole(&text)).unwrap_or_else(|problems| panic!("{problems}\n{text}")).files;
        assert!(files.len() > 5);
    }
    record!(
        scale,
        "R21",
        format!("{runs} texts ({generated} generated from), {models} random specs to Rust that parses: 0 panics"),
    );
}

/// Returns a text of the corpus, by a counter.
fn random_of(corpus: &[Vec<u8>], salt: u64) -> &Vec<u8> {
    use std::sync::atomic::{AtomicU64, Ordering};
    static TURN: AtomicU64 = AtomicU64::new(0);
    Random::new(salt ^ TURN.fetch_add(1, Ordering::Relaxed)).choose(corpus)
}

/// Collects the tokens of a file without literals, documentation and trailing commas.
fn code(tokens: TokenStream, words: &mut Vec<String>) {
    let mut trees = tokens.into_iter().peekable();
    while let Some(tree) = trees.next() {
        match tree {
            // `#[doc = "…"]`
            TokenTree::Punct(mark) if mark.as_char() == '#' && is_doc(trees.peek()) => drop(trees.next()),
            TokenTree::Group(group) => {
                words.push(format!("{:?}", group.delimiter()));
                code(group.stream(), words);
            }
            TokenTree::Punct(comma) if comma.as_char() == ',' && trees.peek().is_none() => {}
            TokenTree::Literal(_) => words.push("literal".to_owned()),
            other => words.push(other.to_string()),
        }
    }
}

fn is_doc(tree: Option<&TokenTree>) -> bool {
    let Some(TokenTree::Group(group)) = tree else {
        return false;
    };
    group.stream().into_iter().next().is_some_and(|first| first.to_string() == "doc")
}

fn codes(files: &BTreeMap<String, String>) -> BTreeMap<String, Vec<String>> {
    let rust = files.iter().filter(|(name, _)| name.ends_with(".rs"));
    let words = |text: &str| {
        let mut words = Vec::new();
        code(text.parse().unwrap(), &mut words);
        words
    };
    rust.map(|(name, text)| (name.clone(), words(text))).collect()
}

/// Checks that no text of the spec becomes code or hides in these files.
fn check_harmless(files: &BTreeMap<String, String>) {
    for (name, words) in codes(files) {
        assert!(!words.iter().any(|word| word == "canary"), "{name} has code of the spec");
        syn::parse_file(&files[&name]).unwrap();
    }
    for (name, text) in files {
        let docs = text.lines().filter_map(|line| line.trim_start().strip_prefix("///"));
        for fence in docs.map(str::trim).filter(|line| line.starts_with("```") || line.starts_with("~~~")) {
            let language = fence.trim_start_matches(['`', '~']);
            assert!(["", "text", "no_run"].contains(&language), "{name}: {fence}");
        }
        let hidden = |character: char| {
            character.is_control() && character != '\n' || "\u{202e}\u{2066}\u{2028}\u{feff}".contains(character)
        };
        assert!(!text.contains(hidden), "{name}");
    }
}

#[test]
fn r22_text_never_becomes_code() {
    let scale = Scale::from_process();
    let mut positions = 0;
    spec(&mut Random::new(22), &mut |_| {
        positions += 1;
        "x".to_owned()
    });
    assert!(positions >= 60, "{positions} positions");
    let mut tried = 0;
    let step = if scale.is_full() { 1 } else { 37 };
    let mut sample = Vec::new();
    for number in (0..positions * PAYLOADS.len()).step_by(step) {
        let (position, payload) = (number % positions, PAYLOADS[number / positions]);
        let mut turn = 0;
        let text = spec(&mut Random::new(22), &mut |_| {
            turn += 1;
            if turn - 1 == position { payload.to_owned() } else { "Plain text.".to_owned() }
        });
        let files = generated(&whole(&text));
        check_harmless(&files);
        tried += 1;
        if sample.len() < 300 && number % 11 == 0 {
            sample.push(files);
        }
    }
    let compiled = if scale.is_full() { compile(&sample) } else { 0 };
    record!(
        scale,
        "R22",
        format!(
            "{tried} specs of {positions} positions and {} payloads: 0 canaries outside literals and documentation, 0 doctests; {compiled} compiled with warnings denied",
            PAYLOADS.len()
        ),
    );
}

/// Compiles the files of many specs, each as a module of one crate. Returns the number of specs.
fn compile(sample: &[BTreeMap<String, String>]) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let client = "pub struct Client(ncloud_runtime::Client);\nimpl Client {\n    \
                  pub fn request(&self, operation: &'static ncloud_runtime::operation::Operation) -> ncloud_runtime::Request { self.0.request(operation) }\n}\n";
    let mut root = "#![deny(warnings)]\n".to_owned();
    for (number, files) in sample.iter().enumerate() {
        let module = folder.path().join(format!("s{number}"));
        fs::create_dir_all(module.join("generated")).unwrap();
        root += &format!(
            "pub mod s{number} {{\nmod generated;\npub use generated::{{models, operations, requests, schemas}};\n{client}}}\n"
        );
        for (name, text) in files {
            let text = text.replace("crate::Client", &format!("crate::s{number}::Client"));
            let text = text.replace("crate::generated", &format!("crate::s{number}::generated"));
            fs::write(module.join("generated").join(name), text.replace("crate::Error", "ncloud_runtime::Error"))
                .unwrap();
        }
    }
    fs::write(folder.path().join("lib.rs"), root).unwrap();
    let (runtime, beside) = built_runtime();
    #[expect(clippy::disallowed_methods, reason = "cargo names the compiler that it uses so")]
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let check = Command::new(compiler)
        .args(["--edition", "2024", "--crate-type", "lib", "--crate-name", "sample", "--emit", "metadata", "lib.rs"])
        .arg(format!("--extern=ncloud_runtime={}", runtime.display()))
        .arg(format!("-Ldependency={}", beside.display()))
        .current_dir(&folder)
        .output()
        .unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
    sample.len()
}

/// Returns the runtime that this test was built with, or the newest one, and the folder of its dependencies.
fn built_runtime() -> (PathBuf, PathBuf) {
    let test = std::env::current_exe().unwrap();
    let beside = test.parent().unwrap().to_owned();
    let built = fs::read_dir(&beside).unwrap().map(|entry| entry.unwrap()).filter(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.starts_with("libncloud_runtime-") && name.ends_with(".rlib")
    });
    let newest = built.max_by_key(|entry| entry.metadata().unwrap().modified().unwrap()).unwrap();
    (newest.path(), beside)
}

#[test]
fn r23_text_changes_only_text() {
    let scale = Scale::from_process();
    let specs = scale.of(50_000);
    for seed in 0..specs {
        let seed = u64::try_from(seed).unwrap();
        let plain = spec(&mut Random::new(seed), &mut |_| "Plain text.".to_owned());
        let mut random = Random::new(seed ^ 0xffff);
        let hostile = spec(&mut Random::new(seed), &mut |_| (*random.choose(PAYLOADS)).to_owned());
        assert_eq!(codes(&generated(&whole(&plain))), codes(&generated(&whole(&hostile))), "seed {seed}");
    }
    record!(scale, "R23", format!("{specs} random specs: hostile text changes literals and documentation alone"));
}

/// Returns the peak memory of this process since the last reset, in bytes.
fn peak_memory() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse::<usize>().unwrap() * 1024
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a figure is a measured time")]
fn r24_oversized_specs_are_rejected_quickly() {
    let scale = Scale::from_process();
    let anchor = format!("a: &a \"{}\"\n{}", "x".repeat(20_000), "b: [*a, *a, *a]\n".repeat(7_000));
    let laughs = (0..9).fold("a0: &a0 [x]\n".to_owned(), |text, level| {
        format!("{text}a{}: &a{} [{}]\n", level + 1, level + 1, [format!("*a{level}").as_str(); 9].join(", "))
    });
    let bombs = [
        ("aliases", laughs),
        ("one large anchor", anchor),
        ("nested lists", "- ".repeat(50_000)),
        ("open brackets", "[".repeat(2_000_000)),
        ("open braces", "{a: ".repeat(500_000)),
        ("many nodes", "- 1\n".repeat(600_000)),
        ("a large file", "# filler\n".repeat(2_000_000)),
        ("a long line", format!("a: \"{}\"", "x".repeat(15 << 20))),
    ];
    let mut told = Vec::new();
    for (name, bomb) in bombs {
        let bomb = whole(&bomb);
        let _ = fs::write("/proc/self/clear_refs", "5");
        let (before, start) = (peak_memory(), Instant::now());
        let problems = generate(&bomb).unwrap_err();
        let (took, grown) = (start.elapsed(), peak_memory().saturating_sub(before) >> 20);
        assert!(!problems.list().is_empty());
        assert!(!scale.is_full() || (took <= Duration::from_secs(1) && grown <= 256), "{name}: {took:?}, {grown} MiB");
        told.push(format!("{name} {:.0} ms {grown} MiB", took.as_secs_f64() * 1000.0));
    }
    #[expect(clippy::disallowed_methods, reason = "other people's specs are not kept in this repository")]
    let folder = std::env::var("NCLOUD_FOREIGN_SPECS");
    let mut foreign = 0;
    for entry in folder.iter().flat_map(|folder| fs::read_dir(folder).unwrap()) {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        spec_target::check(&text);
        foreign += 1;
    }
    record!(scale, "R24", format!("{}; {foreign} specs of others refused with places", told.join(", ")));
}

#[test]
fn r25_the_same_spec_gives_the_same_bytes() {
    let scale = Scale::from_process();
    let digests = |variation: usize| {
        let zone = ["UTC", "Asia/Seoul", "America/St_Johns", "Pacific/Chatham"][variation % 4];
        let locale = ["C", "ko_KR.UTF-8", "tr_TR.UTF-8"][variation % 3];
        let folder = [Path::new("/"), Path::new(env!("CARGO_MANIFEST_DIR")), Path::new(env!("CARGO_TARGET_TMPDIR"))]
            [variation % 3];
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "figures::prints_what_it_makes", "--ignored", "--nocapture"])
            .envs([("TZ", zone), ("LC_ALL", locale), ("LANG", locale), ("USER", locale), ("HOME", zone)])
            .current_dir(folder)
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().find_map(|line| line.split_once("digest ")).unwrap().1.to_owned()
    };
    let builds = if scale.is_full() { 20 } else { 4 };
    let first = digests(0);
    for variation in 1..builds {
        assert_eq!(digests(variation), first);
    }
    record!(
        scale,
        "R25",
        format!("{builds} processes with other zones, locales, folders, users and hash seeds: the same bytes"),
    );
}

/// For R25, which runs it in separate processes.
#[test]
#[ignore = "it only prints, for another test"]
fn prints_what_it_makes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/dataflow.yaml");
    let files = generate(&Source::read(&root, "ncloud_dataflow").unwrap()).unwrap().files;
    let digest = files.iter().fold(0_u64, |digest, file| {
        file.text.bytes().fold(digest, |digest, byte| digest.rotate_left(5).wrapping_add(u64::from(byte)))
    });
    println!("digest {digest:x} {}", files.iter().map(|file| file.text.len()).sum::<usize>());
}
