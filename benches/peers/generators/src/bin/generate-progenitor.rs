//! Runs progenitor as a library, as in its documentation.

fn main() {
    generators::measure(|spec, output| {
        let text = std::fs::read_to_string(spec).expect("the spec");
        let spec: openapiv3::OpenAPI = serde_json::from_str(&text).expect("OpenAPI 3.0");
        let tokens = progenitor::Generator::default().generate_tokens(&spec).expect("a client");
        let client: syn::File = syn::parse2(tokens).expect("Rust");
        std::fs::write(format!("{output}/client.rs"), prettyplease::unparse(&client)).expect("a file");
    });
}
