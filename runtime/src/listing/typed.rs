//! Methods that every request of a generated client has if it lists.

/// Adds to a request type the methods of a listing. The response is a [`Page`](crate::Page).
#[macro_export]
macro_rules! listing {
    ($name:ident, $page:ty $(,)?) => {
        impl $name {
            /// Streams all pages, starting with the requested one.
            #[inline]
            pub fn pages(self) -> $crate::Pages<$page> {
                self.into_request().pages()
            }

            /// Streams all items from the requested page on, without duplicates.
            #[inline]
            pub fn items(self) -> $crate::Items<$page> {
                self.into_request().items()
            }

            /// Streams the remaining items, from where another listing of the same request stopped.
            #[inline]
            pub fn resume(self, token: &$crate::ResumeToken) -> $crate::Items<$page> {
                self.into_request().resume(token)
            }

            /// Repeats the listing until two passes in a row return the same items, and returns them.
            ///
            /// A single pass can skip rows if earlier rows are deleted meanwhile. All items are kept in memory.
            ///
            /// # Errors
            ///
            /// [`Pagination`](crate::ErrorKind::Pagination) if no two of five passes in a row agree, and the errors of
            /// [`send`](Self::send).
            pub async fn collect_stable(
                self,
            ) -> ::core::result::Result<::std::vec::Vec<<$page as $crate::Page>::Item>, $crate::Error> {
                self.into_request().collect_stable::<$page>().await
            }
        }
    };
}
