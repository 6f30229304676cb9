// @generated from spec/kitchen.yaml by codegen; do not edit.

#[test]
fn list_guests_response() {
    crate::examples::check::<
        kitchen::models::GuestPage,
    >("listGuests", "listGuests.response.json");
}
