//! Constant data as syntax trees.
//!
//! They are built rather than parsed from tokens: half of a client is tables, and parsing takes longer than printing.

use super::tokens::doc_attributes;
use crate::docs::Doc;
use crate::names::Name;
use proc_macro2::{Literal, Span};
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{
    Expr, ExprArray, ExprCall, ExprLit, ExprMacro, ExprMethodCall, ExprPath, ExprReference, ExprStruct, ExprTuple,
    ExprUnary, FieldValue, Ident, Item, ItemStatic, Lit, LitBool, LitStr, Macro, MacroDelimiter, Member, Path,
    PathSegment, StaticMutability, Type, TypePath, TypeReference, TypeSlice, UnOp, Visibility,
};

/// `pub static name: ty = value;`.
pub(super) fn constant(doc: &Doc, name: Ident, ty: Type, value: Expr) -> Item {
    Item::Static(ItemStatic {
        attrs: doc_attributes(doc),
        vis: Visibility::Public(Default::default()),
        static_token: Default::default(),
        mutability: StaticMutability::None,
        ident: name,
        colon_token: Default::default(),
        ty: Box::new(ty),
        eq_token: Default::default(),
        expr: Box::new(value),
        semi_token: Default::default(),
    })
}

/// The type with a path of this generator's own.
pub(super) fn type_of(path: &str) -> Type {
    Type::Path(TypePath { attrs: Vec::new(), qself: None, path: path_of(path) })
}

/// `&ty`.
pub(super) fn reference_to(ty: Type) -> Type {
    let (and_token, lifetime, mutability) = (Default::default(), None, None);
    Type::Reference(TypeReference { attrs: Vec::new(), and_token, lifetime, mutability, elem: Box::new(ty) })
}

/// `&[ty]`.
pub(super) fn slice_of(ty: Type) -> Type {
    reference_to(Type::Slice(TypeSlice { attrs: Vec::new(), bracket_token: Default::default(), elem: Box::new(ty) }))
}

/// `"text"`.
pub(super) fn text(text: &str) -> Expr {
    literal(Lit::Str(LitStr::new(text, Span::call_site())))
}

/// `true` or `false`.
pub(super) fn boolean(value: bool) -> Expr {
    literal(Lit::Bool(LitBool::new(value, Span::call_site())))
}

/// A 64-bit integer without suffix.
pub(super) fn integer(value: i64) -> Expr {
    signed(value < 0, Literal::u64_unsuffixed(value.unsigned_abs()))
}

/// A finite number without suffix.
pub(super) fn number(value: f64) -> Expr {
    signed(value < 0.0, Literal::f64_unsuffixed(value.abs()))
}

/// A count without suffix.
pub(super) fn count(value: usize) -> Expr {
    signed(false, Literal::usize_unsuffixed(value))
}

fn signed(is_negative: bool, digits: Literal) -> Expr {
    let digits = literal(Lit::new(digits));
    if !is_negative {
        return digits;
    }
    Expr::Unary(ExprUnary { attrs: Vec::new(), op: UnOp::Neg(Default::default()), expr: Box::new(digits) })
}

fn literal(lit: Lit) -> Expr {
    Expr::Lit(ExprLit { attrs: Vec::new(), lit })
}

/// A path of this generator's own, e.g. `rt::Schema::TEXT`.
pub(super) fn path(path: &str) -> Expr {
    Expr::Path(ExprPath { attrs: Vec::new(), qself: None, path: path_of(path) })
}

/// A name of the spec in a module: `super::schemas::JOB`.
pub(super) fn member(module: &str, name: &Name) -> Expr {
    let mut path = path_of(module);
    path.segments.push(name.ident().into());
    Expr::Path(ExprPath { attrs: Vec::new(), qself: None, path })
}

fn path_of(path: &str) -> Path {
    let segments = path.split("::").filter(|segment| !segment.is_empty());
    let segments = segments.map(|segment| PathSegment::from(Ident::new(segment, Span::call_site())));
    Path { leading_colon: None, segments: segments.collect() }
}

/// `&value`.
pub(super) fn reference(value: Expr) -> Expr {
    let (and_token, mutability) = (Default::default(), None);
    Expr::Reference(ExprReference { attrs: Vec::new(), and_token, mutability, expr: Box::new(value) })
}

/// `&[items]`.
pub(super) fn list(items: impl IntoIterator<Item = Expr>) -> Expr {
    let bracket_token = Default::default();
    reference(Expr::Array(ExprArray { attrs: Vec::new(), bracket_token, elems: items.into_iter().collect() }))
}

/// `(first, second)`.
pub(super) fn pair(first: Expr, second: Expr) -> Expr {
    let elems = Punctuated::from_iter([first, second]);
    Expr::Tuple(ExprTuple { attrs: Vec::new(), paren_token: Default::default(), elems })
}

/// `Some(value)` or `None`.
pub(super) fn option(value: Option<Expr>) -> Expr {
    match value {
        Some(value) => call("Some", [value]),
        None => path("None"),
    }
}

/// `function(arguments)`.
pub(super) fn call<const N: usize>(function: &str, arguments: [Expr; N]) -> Expr {
    let (func, args) = (Box::new(path(function)), Punctuated::from_iter(arguments));
    Expr::Call(ExprCall { attrs: Vec::new(), func, paren_token: Default::default(), args })
}

/// `receiver.method(arguments)`.
pub(super) fn method<const N: usize>(receiver: Expr, method: &str, arguments: [Expr; N]) -> Expr {
    Expr::MethodCall(ExprMethodCall {
        attrs: Vec::new(),
        receiver: Box::new(receiver),
        dot_token: Default::default(),
        method: Ident::new(method, Span::call_site()),
        turbofish: None,
        paren_token: Default::default(),
        args: Punctuated::from_iter(arguments),
    })
}

/// `include_str!("file")`.
pub(super) fn include(file: &str) -> Expr {
    let path = path_of("include_str");
    let (bang_token, delimiter, tokens) =
        (Default::default(), MacroDelimiter::Paren(Default::default()), quote!(#file));
    Expr::Macro(ExprMacro { attrs: Vec::new(), mac: Macro { path, bang_token, delimiter, tokens } })
}

/// `name { fields }`.
pub(super) fn record<const N: usize>(name: &str, fields: [(&str, Expr); N]) -> Expr {
    let fields = fields.into_iter().map(|(field, value)| FieldValue {
        attrs: Vec::new(),
        member: Member::Named(Ident::new(field, Span::call_site())),
        colon_token: Some(Default::default()),
        expr: value,
    });
    Expr::Struct(ExprStruct {
        attrs: Vec::new(),
        qself: None,
        path: path_of(name),
        brace_token: Default::default(),
        fields: fields.collect(),
        dot2_token: None,
        rest: None,
    })
}
