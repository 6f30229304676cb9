use super::{Cell, Column, Grid, Look, Priority};

/// Rows of a listing, with the importance that a schema gives to its columns.
fn table(width: Option<usize>, rows: &[[&str; 5]]) -> String {
    let columns = [
        Column::new("ID", Priority::Identifier),
        Column::new("STATUS", Priority::State),
        Column::new("STARTED", Priority::Time),
        Column::new("COUNT", Priority::Detail).right(),
        Column::new("JOB", Priority::Text),
    ];
    let (mut grid, mut out) = (Grid::new(columns, Look { width, colored: false }), Vec::new());
    for row in rows {
        grid.row(row.iter().map(|cell| Cell::from(*cell)), &mut out).unwrap();
    }
    grid.finish(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

const ROWS: [[&str; 5]; 2] = [
    ["fKE22JFX4PAu", "COMPLETED", "11-24 20:31", "7", "nightly-etl-of-all-orders"],
    ["gqigvHhTu7ra", "FAILED", "", "1000", "작업-매일-밤-주문"],
];

#[test]
fn a_pipe_gets_everything() {
    let expected = "\
ID             STATUS      STARTED       COUNT   JOB
fKE22JFX4PAu   COMPLETED   11-24 20:31       7   nightly-etl-of-all-orders
gqigvHhTu7ra   FAILED      -              1000   작업-매일-밤-주문
";
    assert_eq!(table(None, &ROWS), expected);
    assert_eq!(table(Some(200), &ROWS), expected);
}

#[test]
fn a_terminal_cuts_texts_then_drops_columns() {
    // 12 + 9 + 11 + 5 + 25 and four gaps are 74.
    assert_eq!(table(Some(74), &ROWS), table(None, &ROWS));
    let cut = table(Some(66), &ROWS);
    assert!(cut.contains("       7   nightly-etl-of-a…\n") && cut.contains("   작업-매일-밤-주문\n"), "{cut}");
    let cut = table(Some(61), &ROWS);
    // Each Korean letter takes two columns.
    assert!(cut.contains("       7   nightly-etl…\n") && cut.contains("1000   작업-매일-…\n"), "{cut}");
    // Details go first, then times, then texts.
    assert!(table(Some(60), &ROWS).starts_with("ID             STATUS      STARTED       JOB\n"));
    assert!(table(Some(40), &ROWS).starts_with("ID             STATUS      JOB\n"));
    assert!(table(Some(30), &ROWS).starts_with("ID             STATUS\n"));
    assert_eq!(table(Some(20), &ROWS), "ID\nfKE22JFX4PAu\ngqigvHhTu7ra\n");
    assert_eq!(table(Some(6), &ROWS), "ID\nfKE22…\ngqigv…\n");
}

#[test]
fn no_row_is_wider_than_the_terminal() {
    let mut rows = vec![["a", "b", "c", "1", "d"]; 100];
    rows.push(["fKE22JFX4PAu-is-longer", "COMPLETED", "2025-03-21 11:12", "123456789", "작업-매일-밤-주문"]);
    for width in 1..200 {
        let longest = table(Some(width), &rows).lines().map(unicode_width::UnicodeWidthStr::width).max();
        assert!(longest <= Some(width), "{longest:?} > {width}");
    }
}

/// The first rows decide the widths, so later rows need not wait for the last one.
#[test]
fn rows_are_written_while_they_arrive() {
    let columns = [Column::new("ID", Priority::Identifier), Column::new("JOB", Priority::Text)];
    let (mut grid, mut out) = (Grid::new(columns, Look::default()), Vec::new());
    grid.row([Cell::from("a"), Cell::from("b")], &mut out).unwrap();
    assert!(out.is_empty());
    grid.flush(&mut out).unwrap();
    assert_eq!(String::from_utf8_lossy(&out), "ID   JOB\na    b\n");
    grid.row([Cell::from("longer"), Cell::from("c")], &mut out).unwrap();
    assert_eq!(String::from_utf8_lossy(&out), "ID   JOB\na    b\nlonger   c\n");
}

/// On a wide terminal, a later ID stays whole, as it has to be copied.
#[test]
fn a_later_cell_is_cut_only_if_its_row_does_not_fit() {
    let mut rows = vec![["a", "b", "c", "1", "d"]; 100];
    rows.push(["fKE22JFX4PAu", "COMPLETED", "", "2", "e"]);
    let last = |text: String| text.lines().last().unwrap().to_owned();
    assert_eq!(last(table(Some(60), &rows)), "fKE22JFX4PAu   COMPLETED   -             2   e");
    assert_eq!(last(table(Some(35), &rows)), "f…   COMPL…   -             2   e");
}

#[test]
fn a_cell_is_one_escaped_line() {
    let table = table(Some(80), &[["a\n\u{1b}[31m", "", "", "", "\u{202e}"]]);
    assert_eq!(
        table,
        "ID              STATUS   STARTED   COUNT   JOB\na\\n\\u{1b}[31m   -        -             -   \\u{202e}\n"
    );
}
