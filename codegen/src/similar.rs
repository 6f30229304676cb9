//! Finds similar names, for suggestions in messages.

/// Returns the candidate that is most similar to the word, if one is similar.
pub(crate) fn similar<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let limit = (word.chars().count() / 3).max(1);
    let word = word.to_lowercase();
    let distances = candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= 32)
        .map(|candidate| (strsim::osa_distance(&word, &candidate.to_lowercase()), candidate));
    distances.filter(|(distance, _)| *distance <= limit).min().map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::similar;

    #[test]
    fn only_similar_names_are_suggested() {
        assert_eq!(similar("itemz", ["type", "items"]), Some("items"));
        assert_eq!(similar("foo", ["type", "items"]), None);
    }
}
