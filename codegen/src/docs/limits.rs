//! What a type allows, in words.

use super::inline::code;
use crate::model::{Form, RequiredWhen, Type};

/// What a type allows, in words: `Range 0-10. Default `2`.`; empty if there is nothing to say.
pub(crate) fn limits(ty: &Type, default: Option<&str>) -> String {
    let mut said = match ty.plain() {
        Type::Integer { minimum, maximum } => {
            vec![range(minimum.as_ref(), maximum.as_ref(), "Range ", "")]
        }
        Type::Number { minimum, maximum } => {
            vec![range(minimum.as_ref(), maximum.as_ref(), "Range ", "")]
        }
        Type::Text { min_length, max_length, pattern, .. } => {
            let pattern = pattern.as_ref().map(|pattern| format!("Pattern {}.", code(pattern)));
            let unit = if max_length.or(*min_length) == Some(1) { " character" } else { " characters" };
            vec![range(min_length.as_ref(), max_length.as_ref(), "", unit), pattern.unwrap_or_default()]
        }
        Type::Nullable(of) => vec![limits(of, None), "May be null.".to_owned()],
        _ => Vec::new(),
    };
    said.extend(forms(ty));
    said.extend(default.map(|default| format!("Default {}.", code(default))));
    said.retain(|part| !part.is_empty());
    said.join(" ")
}

/// The other forms of a type, and of the items of a list.
fn forms(ty: &Type) -> Vec<String> {
    let named = |forms: &[Form]| forms.iter().map(|form| form.phrase()).collect::<Vec<_>>().join(" or ");
    match ty {
        Type::Alias(_, of) => forms(of),
        Type::Also(own, of) => [format!("Also {}.", named(own))].into_iter().chain(forms(of)).collect(),
        Type::Array(of) => match of.as_ref() {
            Type::Also(own, _) => vec![format!("Its items also {}.", named(own))],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// When an optional field has to be sent; empty if there is nothing to say.
pub(crate) fn condition(when: Option<&RequiredWhen>) -> String {
    let Some(when) = when else {
        return String::new();
    };
    let values: Vec<String> = when.equals.iter().map(|value| code(value)).collect();
    let (other, values) = (code(&when.field), values.join(" or "));
    format!("Required when {other} is {values}.")
}

fn range<T: std::fmt::Display>(least: Option<&T>, most: Option<&T>, before: &str, unit: &str) -> String {
    match (least, most) {
        (Some(least), Some(most)) => format!("{before}{least}-{most}{unit}."),
        (Some(least), None) => format!("At least {least}{unit}."),
        (None, Some(most)) => format!("At most {most}{unit}."),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_words() {
        let integer = |minimum, maximum| Type::Integer { minimum, maximum };
        assert_eq!(limits(&integer(Some(0), Some(1440)), Some("360")), "Range 0-1440. Default `360`.");
        assert_eq!(limits(&integer(Some(0), None), None), "At least 0.");
        assert_eq!(limits(&integer(None, None), None), "");
    }
}
