//! Methods that every request of a generated client has.

/// Adds to a request type the methods that all requests have.
///
/// The type has the field `request`, and `body` if the operation has one: `body required` is there from the start,
/// `body optional` is an `Option`. `send T` decodes the response as `T`, `confirm` expects the bare value `true`, and
/// `send_empty` expects no body.
#[macro_export]
macro_rules! request {
    ($name:ident, $send:ident $($response:ty)? $(, body $body:ident)? $(,)?) => {
        impl $name {
            /// Sets options of this call, such as timeouts and retries.
            #[inline]
            pub fn with(mut self, options: $crate::Options) -> Self {
                self.request.with(options);
                self
            }

            $crate::request!(@into_request $($body)?);
            $crate::request!(@$send $($response)?);
        }
    };
    (@into_request) => {
        /// Converts to an untyped request with the same values.
        #[inline]
        pub fn into_request(self) -> $crate::Request {
            self.request
        }
    };
    (@into_request required) => {
        /// Converts to an untyped request with the same values.
        #[inline]
        pub fn into_request(mut self) -> $crate::Request {
            self.request.body(&self.body);
            self.request
        }
    };
    (@into_request optional) => {
        /// Converts to an untyped request with the same values.
        #[inline]
        pub fn into_request(mut self) -> $crate::Request {
            if let Some(body) = &self.body {
                self.request.body(body);
            }
            self.request
        }
    };
    (@send $response:ty) => {
        /// Sends the request and decodes the response.
        ///
        /// # Errors
        ///
        /// See [`ErrorKind`](crate::ErrorKind).
        #[inline]
        pub fn send(self) -> $crate::ResponseFuture<$response> {
            self.into_request().send()
        }

        /// Sends the request like [`send`](Self::send), and also returns the status, the headers, the number of
        /// attempts and the time of the call.
        ///
        /// # Errors
        ///
        /// See [`ErrorKind`](crate::ErrorKind).
        #[inline]
        pub fn send_with_metadata(self) -> $crate::ResponseFuture<$crate::WithMetadata<$response>> {
            self.into_request().send_with_metadata()
        }
    };
    (@confirm) => {
        /// Sends the request. The response confirms it by the bare value `true`; `false` is an error.
        ///
        /// # Errors
        ///
        /// See [`ErrorKind`](crate::ErrorKind).
        #[inline]
        pub fn send(self) -> $crate::ResponseFuture<()> {
            self.into_request().confirm()
        }

        /// Sends the request like [`send`](Self::send), and also returns the status, the headers, the number of
        /// attempts and the time of the call.
        ///
        /// # Errors
        ///
        /// See [`ErrorKind`](crate::ErrorKind).
        #[inline]
        pub fn send_with_metadata(self) -> $crate::ResponseFuture<$crate::WithMetadata<()>> {
            self.into_request().confirm_with_metadata()
        }
    };
    (@send_empty) => {
        /// Sends the request. The response has no body.
        ///
        /// # Errors
        ///
        /// See [`ErrorKind`](crate::ErrorKind).
        #[inline]
        pub fn send(self) -> $crate::ResponseFuture<()> {
            self.into_request().send_empty()
        }

        /// Sends the request like [`send`](Self::send), and also returns the status, the headers, the number of
        /// attempts and the time of the call.
        ///
        /// # Errors
        ///
        /// See [`ErrorKind`](crate::ErrorKind).
        #[inline]
        pub fn send_with_metadata(self) -> $crate::ResponseFuture<$crate::WithMetadata<()>> {
            self.into_request().send_empty_with_metadata()
        }
    };
}
