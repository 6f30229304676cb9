//! The structure of the sources: which file imports which, and the rules that no compiler checks.

mod imports;
mod rules;
mod sources;

use imports::cycles;
use sources::Crate;

/// Crates whose files are checked, and the cycles that are allowed: a type and its builder.
const CRATES: [(&str, &[&[&str]]); 8] = [
    ("src", &[]),
    ("runtime/src", &[]),
    ("codegen/src", &[]),
    ("cli/src", &[]),
    ("emulator/src", &[&["builder.rs", "emulator.rs"]]),
    ("testing/src", &[]),
    ("xtask/src", &[]),
    ("benches/peers/src", &[]),
];

#[test]
fn no_file_imports_itself_through_others() {
    let mut found = Vec::new();
    for (folder, allowed) in CRATES {
        let cycles =
            cycles(&Crate::read(folder)).into_iter().filter(|cycle| !allowed.iter().any(|known| cycle == known));
        found.extend(cycles.map(|cycle| format!("{folder}: {}", cycle.join(" → "))));
    }
    assert!(found.is_empty(), "import cycles:\n{}", found.join("\n"));
}

#[test]
fn a_cycle_through_a_reexport_is_found() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c; pub use a::A;"),
        ("a.rs", "pub struct A; impl A { fn b() { crate::b::b() } }"),
        ("b.rs", "pub fn b() { c::c() } use crate::c;"),
        ("c.rs", "use crate::A; pub fn c() -> A { A }"),
    ];
    assert_eq!(cycles(&Crate::of(&files)), [["a.rs", "b.rs", "c.rs"]]);
}

#[test]
fn a_parent_that_only_lists_its_modules_is_no_cycle() {
    let files = [
        ("lib.rs", "mod a;"),
        ("a/mod.rs", "mod b; mod c; pub use b::B;"),
        ("a/b.rs", "use super::c::C; pub struct B(C);"),
        ("a/c.rs", "pub struct C; #[cfg(test)] mod tests { use super::super::B; }"),
    ];
    assert!(cycles(&Crate::of(&files)).is_empty());
    let mut shared = files;
    shared[1].1 = "mod b; mod c; pub use b::B; pub struct Shared;";
    shared[3].1 = "use super::Shared; pub struct C(Shared);";
    assert!(cycles(&Crate::of(&shared)).is_empty());
    shared[1].1 = "mod b; mod c; pub use b::B; pub struct Shared; fn first() -> c::C { todo!() }";
    assert_eq!(cycles(&Crate::of(&shared)), [["a/c.rs", "a/mod.rs"]]);
}
