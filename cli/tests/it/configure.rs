//! `configure`, which writes the credentials file.

use crate::harness::{Folder, Outcome, Session};
use ncloud_dataflow::runtime::{Credentials, Environment};
use std::fs;
use std::path::{Path, PathBuf};

const KEYS: &str = "AKEXAMPLE\nsecret-example\n";

/// A home folder with a credentials file.
struct Home(Folder);

impl Home {
    fn new(text: Option<&str>) -> Self {
        let home = Self(Folder::new("home"));
        if let Some(text) = text {
            fs::create_dir(home.folder()).unwrap();
            fs::write(home.file(), text).unwrap();
            set_mode(&home.file(), 0o600);
        }
        home
    }

    fn folder(&self) -> PathBuf {
        PathBuf::from(self.0.path(".ncloud"))
    }

    fn file(&self) -> PathBuf {
        self.folder().join("configure")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    fn session(&self) -> Session {
        Session::empty().with_home(self.folder().parent().unwrap())
    }

    fn configure(&self, args: &[&str]) -> Outcome {
        self.session().with_input(KEYS).run(&[&["configure"], args].concat())
    }

    /// Returns the access key that the library reads for a profile.
    fn access_key(&self, profile: &str) -> String {
        let environment = Environment::empty().with_home(self.folder().parent().unwrap());
        Credentials::find(&environment, Some(profile)).unwrap().access_key().to_owned()
    }

    /// Names of the files in the folder.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder()).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
fn set_mode(_path: &Path, _mode: u32) {}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn keys_from_a_pipe_make_a_new_file() {
    let home = Home::new(None);
    let outcome = home.configure(&[]);
    assert_eq!((outcome.code, outcome.out.as_str()), (0, ""), "{}", outcome.err);
    assert_eq!(outcome.err, "saved profile 'DEFAULT' in ~/.ncloud/configure\nnext: ncloud-dataflow doctor\n");
    assert_eq!(home.text(), "ncloud_access_key_id = AKEXAMPLE\nncloud_secret_access_key = secret-example\n");
    assert_eq!(home.names(), ["configure"]);
    #[cfg(unix)]
    assert_eq!((mode(&home.folder()), mode(&home.file())), (0o700, 0o600));
    // Nothing changes the second time.
    let before = home.text();
    assert_eq!(home.configure(&[]).code, 0);
    assert_eq!(home.text(), before);
}

#[test]
fn another_profile_is_added_and_the_rest_stays() {
    let before = "# ours\r\nncloud_access_key_id=A\r\nncloud_secret_access_key=S\r\nncloud_api_url = x\r\n; end";
    let home = Home::new(Some(before));
    let outcome = home.configure(&["--profile", "test"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let added = "[test]\r\nncloud_access_key_id = AKEXAMPLE\r\nncloud_secret_access_key = secret-example\r\n";
    assert_eq!(home.text(), format!("{before}\r\n\r\n{added}"));
    assert_eq!((home.access_key("DEFAULT").as_str(), home.access_key("test").as_str()), ("A", "AKEXAMPLE"));
    assert!(outcome.err.contains("use the last keys of the file, which are now those of 'test'"), "{}", outcome.err);
    assert!(outcome.err.ends_with("next: ncloud-dataflow doctor --profile test\n"), "{}", outcome.err);
}

#[test]
fn the_profile_comes_from_the_variable_too() {
    let home = Home::new(None);
    let outcome = home.session().with("NCLOUD_PROFILE", "two").with_input(KEYS).run(&["configure"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert_eq!(home.access_key("two"), "AKEXAMPLE");
    let outcome = home.session().with("NCLOUD_ACCESS_KEY_ID", "X").with_input(KEYS).run(&["configure"]);
    assert!(outcome.err.contains("note: NCLOUD_ACCESS_KEY_ID is set and takes precedence"), "{}", outcome.err);
}

#[test]
fn a_terminal_is_asked_and_an_empty_reply_keeps_a_key() {
    let home = Home::new(Some("ncloud_access_key_id=AKOLDKEY\nncloud_secret_access_key=old-secret\n"));
    let ask = |input| home.session().on_a_terminal().with_input(input).run(&["configure", "--color", "never"]);
    let outcome = ask("\nnew-secret\n");
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let questions = "Profile 'DEFAULT' of ~/.ncloud/configure\nAccess key [AK…]: Secret key, not shown [keep]: ";
    assert!(outcome.err.starts_with(questions), "{}", outcome.err);
    assert_eq!(home.text(), "ncloud_access_key_id=AKOLDKEY\nncloud_secret_access_key=new-secret\n");
    // A new access key has another secret key.
    let outcome = ask("AKNEWKEY\n\n");
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    assert!(outcome.err.contains("the access key is new, but the secret key is empty"), "{}", outcome.err);
}

#[test]
fn the_end_of_the_input_changes_nothing() {
    for (input, terminal) in [("", true), ("AK\n", true), ("", false), ("AK\n", false), ("AK\nSK\nmore\n", false)] {
        let home = Home::new(None);
        let session = home.session().with_input(input);
        let session = if terminal { session.on_a_terminal() } else { session };
        let outcome = session.run(&["configure", "--color", "never"]);
        assert_eq!(outcome.code, 2, "{input:?}: {}", outcome.err);
        assert!(outcome.err.contains("hint: pipe the two keys, one per line: printf"), "{}", outcome.err);
        assert!(!home.folder().exists());
    }
}

#[test]
fn unusable_keys_are_rejected_and_not_shown() {
    for input in ["AK\n\n", "\nsecret\n", "A K\nsecret\n", "AK\nse cret\n", "AK\n\u{1b}[200~secret\n", "same\nsame\n"] {
        let home = Home::new(None);
        let outcome = home.session().with_input(input).run(&["configure"]);
        assert_eq!(outcome.code, 2, "{input:?}: {}", outcome.err);
        assert!(!outcome.err.contains("secret\n") && !outcome.err.contains("same\n"), "{}", outcome.err);
        assert!(!home.folder().exists());
    }
    // Quotes around a pasted key are not part of it.
    let home = Home::new(None);
    assert_eq!(home.session().with_input("\"AK\"\n 'S' \n").run(&["configure"]).code, 0);
    assert_eq!(home.text(), "ncloud_access_key_id = AK\nncloud_secret_access_key = S\n");
}

#[test]
fn a_file_that_is_not_understood_stays() {
    let home = Home::new(Some("{\"access\": 1}\n"));
    let outcome = home.configure(&[]);
    assert_eq!(outcome.code, 2);
    assert_eq!(
        outcome.err,
        "error: cannot change ~/.ncloud/configure: line 1: expected 'key = value', '[section]', a comment or an empty \
         line\nhint: correct the file with an editor, then run the command again\n"
    );
    assert_eq!(home.text(), "{\"access\": 1}\n");
    for name in ["", " x", "a]b", "a\nb"] {
        let outcome = home.configure(&["--profile", name]);
        assert_eq!(outcome.code, 2, "{name:?}");
        assert!(outcome.err.contains("cannot be the name of a profile"), "{}", outcome.err);
    }
}

#[test]
fn flags_without_a_use_are_rejected() {
    for (args, flag) in [(&["--emulator"] as &[&str], "--emulator"), (&["-o", "json"], "--output")] {
        let home = Home::new(None);
        let outcome = home.configure(args);
        assert_eq!(outcome.code, 2);
        assert!(outcome.err.starts_with(&format!("error: 'configure' does not use '{flag}'")), "{}", outcome.err);
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_reported() {
    let home = Home::new(Some(""));
    fs::remove_file(home.file()).unwrap();
    let target = home.0.path("elsewhere");
    std::os::unix::fs::symlink(&target, home.file()).unwrap();
    let outcome = home.configure(&[]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    assert!(outcome.err.contains("it is a link that leads nowhere"), "{}", outcome.err);
    fs::write(&target, "# kept\n").unwrap();
    let outcome = home.configure(&[]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let real = fs::canonicalize(&target).unwrap();
    assert!(outcome.err.contains(&format!("~/.ncloud/configure is a link; the file is {}\n", real.display())));
    assert!(fs::symlink_metadata(home.file()).unwrap().is_symlink());
    assert!(fs::read_to_string(&target).unwrap().starts_with("# kept\nncloud_access_key_id = AKEXAMPLE\n"));
    assert_eq!(mode(Path::new(&target)), 0o600);
}

#[cfg(unix)]
#[test]
fn unsafe_places_are_rejected() {
    let home = Home::new(Some("# kept\n"));
    set_mode(&home.folder(), 0o777);
    let outcome = home.configure(&[]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    assert!(outcome.err.contains("other users can write to its folder"), "{}", outcome.err);
    let home = Home::new(Some(""));
    fs::remove_file(home.file()).unwrap();
    fs::create_dir(home.file()).unwrap();
    let outcome = home.configure(&[]);
    assert!(outcome.err.contains("expected a file but found a directory"), "{}", outcome.err);
    fs::remove_dir(home.file()).unwrap();
    std::os::unix::fs::symlink("/dev/null", home.file()).unwrap();
    let outcome = home.configure(&[]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("expected a regular file but found a pipe, a socket or a device"), "{}", outcome.err);
}

#[cfg(unix)]
#[test]
fn an_exposed_file_becomes_private() {
    let home = Home::new(Some("# kept\n"));
    set_mode(&home.file(), 0o644);
    let outcome = home.configure(&[]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(outcome.err.contains("note: the mode of the file was 0644; it is 0600 now"), "{}", outcome.err);
    assert_eq!(mode(&home.file()), 0o600);
}
