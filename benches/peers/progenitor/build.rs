//! Generates the client in a build script, as in progenitor's documentation.

fn main() {
    println!("cargo:rerun-if-changed=openapi.json");
    let text = std::fs::read_to_string("openapi.json").expect("the spec");
    let spec: openapiv3::OpenAPI = serde_json::from_str(&text).expect("OpenAPI 3.0");
    let tokens = progenitor::Generator::default().generate_tokens(&spec).expect("a client");
    let client: syn::File = syn::parse2(tokens).expect("Rust");
    let folder = std::env::var("OUT_DIR").expect("a folder");
    std::fs::write(format!("{folder}/client.rs"), prettyplease::unparse(&client)).expect("a file");
}
