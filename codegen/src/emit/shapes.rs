//! Types of the model as constant schemas.

use super::literal;
use crate::model::{Form, Outcome, Type, Variant};
use proc_macro2::TokenStream;
use quote::quote;

/// Path of the schema statics, as seen from a file.
#[derive(Debug)]
pub(super) struct Shapes {
    statics: TokenStream,
}

impl Shapes {
    pub(super) fn new(statics: TokenStream) -> Self {
        Self { statics }
    }

    /// A reference to the schema of a type.
    pub(super) fn schema(&self, ty: &Type) -> TokenStream {
        match ty {
            Type::Struct(reference) | Type::Enum(reference) | Type::Union(reference) | Type::Alias(reference, _) => {
                let (statics, constant) = (&self.statics, &reference.constant);
                quote!(&#statics #constant)
            }
            Type::Any(_) => quote!(&rt::Schema::ANY),
            Type::Boolean => quote!(&rt::Schema::BOOLEAN),
            Type::True => quote!(&rt::Schema::TRUE),
            Type::Integer { minimum: None, maximum: None } => quote!(&rt::Schema::INTEGER),
            Type::Number { minimum: None, maximum: None } => quote!(&rt::Schema::NUMBER),
            Type::Text { min_length: None, max_length: None, pattern: None } => quote!(&rt::Schema::TEXT),
            Type::DateTime => quote!(&rt::Schema::DATE_TIME),
            Type::DateTimeLocal => quote!(&rt::Schema::DATE_TIME_LOCAL),
            _ => {
                let shape = self.shape(ty);
                quote!(&rt::Schema::unnamed(#shape))
            }
        }
    }

    /// The shape of a type.
    pub(super) fn shape(&self, ty: &Type) -> TokenStream {
        match ty {
            Type::Any(_) => quote!(rt::Shape::Any),
            Type::Boolean => quote!(rt::Shape::Boolean),
            Type::True => quote!(rt::Shape::True),
            Type::Integer { minimum, maximum } => {
                let minimum = literal::option(minimum.map(literal::integer));
                let maximum = literal::option(maximum.map(literal::integer));
                quote!(rt::Shape::Integer { minimum: #minimum, maximum: #maximum })
            }
            Type::Number { minimum, maximum } => {
                let minimum = literal::option(minimum.map(literal::number));
                let maximum = literal::option(maximum.map(literal::number));
                quote!(rt::Shape::Number { minimum: #minimum, maximum: #maximum })
            }
            Type::Text { min_length, max_length, pattern } => text(*min_length, *max_length, pattern.as_deref()),
            Type::DateTime => date(&quote!(DateTime)),
            Type::DateTimeLocal => date(&quote!(DateTimeLocal)),
            Type::Array(of) => {
                let items = self.schema(of);
                quote!(rt::Shape::Array { items: #items })
            }
            Type::Map(of) => {
                let values = self.schema(of);
                quote!(rt::Shape::Map { values: #values })
            }
            Type::Nullable(of) => {
                let schema = self.schema(of);
                quote!(rt::Shape::Nullable(#schema))
            }
            Type::Also(forms, of) => {
                let (schema, forms) = (self.schema(of), forms.iter().map(|form| form_name(*form)));
                quote!(rt::Shape::Also { schema: #schema, forms: &[#(#forms),*] })
            }
            Type::Alias(_, of) => self.shape(of),
            // Named types are referred to; lowering refuses a schema that is only another name of one.
            Type::Struct(_) | Type::Enum(_) | Type::Union(_) => quote!(rt::Shape::Any),
        }
    }
}

/// The shape of a text with known values.
pub(super) fn enumeration(variants: &[Variant]) -> TokenStream {
    let values = variants.iter().map(|variant| &variant.wire);
    let outcomes = variants.iter().filter_map(|variant| {
        let (wire, outcome) = (&variant.wire, outcome(variant.outcome?));
        Some(quote!((#wire, #outcome)))
    });
    quote! {
        rt::Shape::String {
            format: rt::Format::Text,
            min_length: None,
            max_length: None,
            pattern: None,
            values: &[#(#values),*],
            outcomes: &[#(#outcomes),*],
        }
    }
}

/// How a run ended.
pub(super) fn outcome(outcome: Outcome) -> TokenStream {
    match outcome {
        Outcome::Success => quote!(rt::Outcome::Success),
        Outcome::Failure => quote!(rt::Outcome::Failure),
        Outcome::Cancelled => quote!(rt::Outcome::Cancelled),
    }
}

fn form_name(form: Form) -> TokenStream {
    match form {
        Form::Text => quote!(rt::Form::Text),
        Form::Number => quote!(rt::Form::Number),
        Form::Boolean => quote!(rt::Form::Boolean),
        Form::One => quote!(rt::Form::One),
    }
}

fn text(least: Option<usize>, most: Option<usize>, pattern: Option<&str>) -> TokenStream {
    let least = literal::option(least.map(literal::count));
    let most = literal::option(most.map(literal::count));
    let pattern = literal::option(pattern.map(literal::text));
    quote! {
        rt::Shape::String {
            format: rt::Format::Text,
            min_length: #least,
            max_length: #most,
            pattern: #pattern,
            values: &[],
            outcomes: &[],
        }
    }
}

fn date(format: &TokenStream) -> TokenStream {
    quote! {
        rt::Shape::String {
            format: rt::Format::#format,
            min_length: None,
            max_length: None,
            pattern: None,
            values: &[],
            outcomes: &[],
        }
    }
}
