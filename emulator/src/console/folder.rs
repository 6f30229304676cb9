//! Where a log is in the folder of the logs.

use std::path::{Component, Path, PathBuf};

/// Returns the file of a console log path, e.g. `bucket/logs/console/JOB/RUN_2026-12-01T09:00:00.log`.
///
/// The path comes from requests: one that leaves the folder has no file.
pub(super) fn file(folder: &Path, log_path: &str) -> Option<PathBuf> {
    // Some name the bucket as a URL.
    let path = log_path.split_once("://").map_or(log_path, |(_, path)| path);
    let path = Path::new(path.trim_start_matches('/'));
    let is_inside = path.components().all(|component| matches!(component, Component::Normal(_)));
    let is_plain = !log_path.chars().any(char::is_control) && !path.as_os_str().is_empty();
    (is_inside && is_plain).then(|| folder.join(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_in_the_folder() {
        let folder = Path::new("/logs");
        for (path, expected) in [
            ("bucket/console/J/R_2026-12-01T09:00:00.log", Some("/logs/bucket/console/J/R_2026-12-01T09:00:00.log")),
            ("/bucket/a.log", Some("/logs/bucket/a.log")),
            ("s3a://bucket/작업.log", Some("/logs/bucket/작업.log")),
            ("../a.log", None),
            ("bucket/../../a.log", None),
            ("s3a:///../a.log", None),
            ("a\nb.log", None),
            ("", None),
            ("/", None),
        ] {
            assert_eq!(file(folder, path), expected.map(PathBuf::from), "{path}");
        }
    }
}
