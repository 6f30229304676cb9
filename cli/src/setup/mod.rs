//! Set-up: saves credentials, and shows and checks which ones are used.

mod configure;
mod mask;
mod profile_file;
mod profile_text;
mod unused;

pub(crate) use configure::CONFIGURE;
