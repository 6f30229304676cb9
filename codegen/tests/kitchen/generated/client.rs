// @generated from spec/kitchen.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// Operations of `all`.
impl crate::Client {
    /// Lists guests.
    ///
    /// `GET /guests`
    ///
    /// Optional: [`page`](super::requests::ListGuests::page), [`page_size`](super::requests::ListGuests::page_size), [`rank`](super::requests::ListGuests::rank), [`until`](super::requests::ListGuests::until), [`weight`](super::requests::ListGuests::weight), [`send_`](super::requests::ListGuests::send_).
    ///
    /// ```no_run
    /// # async fn example(client: kitchen::Client) -> Result<(), kitchen::Error> {
    /// let response = client.list_guests("2025-01-02T03:04:05Z").send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `guests`, 2025-01-02.
    #[inline]
    pub fn list_guests(
        &self,
        since: impl Into<rt::DateTime>,
    ) -> super::requests::ListGuests {
        super::requests::ListGuests::new(self, since.into())
    }
}

impl crate::Client {
    /// Gets an option.
    ///
    /// `GET /guests/{id}/{type}`
    ///
    /// - `id`: At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: kitchen::Client) -> Result<(), kitchen::Error> {
    /// let response = client.get_option("...", 1).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `guests`, 2025-01-02.
    #[inline]
    pub fn get_option(
        &self,
        id: impl Into<rt::Text>,
        r#type: i64,
    ) -> super::requests::GetOption {
        super::requests::GetOption::new(self, id.into(), r#type)
    }
    /// Puts a body that may be left out.
    ///
    /// `PUT /guests/{id}/{type}`
    ///
    /// - `id`: At least 1 character.
    ///
    /// Optional: [`title`](super::requests::Request::title), [`self_`](super::requests::Request::self_).
    ///
    /// ```no_run
    /// # async fn example(client: kitchen::Client) -> Result<(), kitchen::Error> {
    /// client.request_("...", 1).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `guests`, 2025-01-02.
    #[inline]
    pub fn request_(
        &self,
        id: impl Into<rt::Text>,
        r#type: i64,
    ) -> super::requests::Request {
        super::requests::Request::new(self, id.into(), r#type)
    }
    /// Deletes.
    ///
    /// `DELETE /guests/{id}/{type}`
    ///
    /// - `id`: At least 1 character.
    ///
    /// ```no_run
    /// # async fn example(client: kitchen::Client) -> Result<(), kitchen::Error> {
    /// client.delete("...", 1).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `guests`, 2025-01-02.
    #[inline]
    pub fn delete(
        &self,
        id: impl Into<rt::Text>,
        r#type: i64,
    ) -> super::requests::Delete {
        super::requests::Delete::new(self, id.into(), r#type)
    }
    /// Cooks.
    ///
    /// `POST /dishes`
    ///
    /// - `x_priority`: Range 1-9.
    /// - `name`: 3-20 characters.
    /// - `course`: Range 1-9. May be null.
    ///
    /// Optional: [`for`](super::requests::Cook::for), [`x_table`](super::requests::Cook::x_table), [`side`](super::requests::Cook::side), [`type`](super::requests::Cook::type), [`is_new`](super::requests::Cook::is_new), [`notes`](super::requests::Cook::notes), [`add_`](super::requests::Cook::add_), [`spice`](super::requests::Cook::spice), [`after`](super::requests::Cook::after).
    ///
    /// ```no_run
    /// # async fn example(client: kitchen::Client) -> Result<(), kitchen::Error> {
    /// let response = client.cook(1, "...", None, Vec::new()).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `dishes`, 2025-01-02.
    #[inline]
    pub fn cook(
        &self,
        x_priority: i64,
        name: impl Into<rt::Text>,
        course: impl Into<Option<i64>>,
        parts: Vec<super::models::Ingredient>,
    ) -> super::requests::Cook {
        super::requests::Cook::new(self, x_priority, name.into(), course.into(), parts)
    }
    /// Stirs.
    ///
    /// `PATCH /dishes`
    ///
    /// ```no_run
    /// # async fn example(client: kitchen::Client) -> Result<(), kitchen::Error> {
    /// let response = client.stir(Vec::new()).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `dishes`, 2025-01-02.
    #[inline]
    pub fn stir(&self, body: Vec<rt::Text>) -> super::requests::Stir {
        super::requests::Stir::new(self, body)
    }
    /// Seasons by names that a command line has for itself.
    ///
    /// `POST /seasonings`
    ///
    /// Optional: [`u0024_top`](super::requests::Season::u0024_top), [`top`](super::requests::Season::top), [`dash`](super::requests::Season::dash), [`help`](super::requests::Season::help), [`version`](super::requests::Season::version), [`report_drift`](super::requests::Season::report_drift), [`file`](super::requests::Season::file), [`param_help`](super::requests::Season::param_help), [`page`](super::requests::Season::page), [`u0024`](super::requests::Season::u0024), [`u0024_2`](super::requests::Season::u0024_2), [`help_2`](super::requests::Season::help_2), [`a_b`](super::requests::Season::a_b), [`a`](super::requests::Season::a), [`a_b_2`](super::requests::Season::a_b_2), [`a_b_3`](super::requests::Season::a_b_3), [`top_2`](super::requests::Season::top_2), [`file_2`](super::requests::Season::file_2), [`salt`](super::requests::Season::salt).
    ///
    /// ```no_run
    /// # async fn example(client: kitchen::Client) -> Result<(), kitchen::Error> {
    /// client.season().send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returned when the request is sent; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// Source: vendor page `dishes`, 2025-01-02.
    #[inline]
    pub fn season(&self) -> super::requests::Season {
        super::requests::Season::new(self)
    }
}
