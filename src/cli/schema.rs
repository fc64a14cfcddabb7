//! `tumorboard schema`: the JSON schema from which an editor completes and underlines people's files.

use std::io::{self, Write};

use schemars::schema_for;
use serde_json::{Map, Value, json};

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::meeting::Meeting;

/// Writes the schema of `case`, `board` or `meeting`; false when there is no such file.
pub fn run(which: &str, out: &mut dyn Write) -> io::Result<bool> {
    let Some(text) = text(which) else { return Ok(false) };
    out.write_all(text.as_bytes())?;
    Ok(true)
}

/// The schema as a file holds it, ending with a line break.
pub fn text(which: &str) -> Option<String> {
    let schema = match which {
        "case" => schema_for!(Case),
        "board" => schema_for!(BoardFile),
        "meeting" => schema_for!(Meeting),
        _ => return None,
    };
    let mut schema = schema.to_value();
    loosen(&mut schema);
    let mut whole = Map::new();
    whole.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    whole.insert("$id".to_owned(), json!(format!("urn:tumorboard:schema:1:{which}")));
    if let Value::Object(own) = schema {
        whole.extend(own.into_iter().filter(|(key, _)| key != "$schema" && key != "$id"));
    }
    whole.insert("title".to_owned(), json!(format!("{which}.yaml of tumorboard")));
    Some(serde_json::to_string_pretty(&Value::Object(whole)).unwrap_or_default() + "\n")
}

/// Says in the schema what the reader does: a blank is *not recorded* anywhere, text may look like a number or a
/// truth value, and a key that is not known is not read.
fn loosen(schema: &mut Value) {
    let Value::Object(own) = schema else { return };
    for list in ["anyOf", "prefixItems"] {
        own.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten().for_each(loosen);
    }
    for one in ["items", "additionalProperties"] {
        own.get_mut(one).into_iter().for_each(loosen);
    }
    for table in ["properties", "$defs"] {
        if let Some(Value::Object(entries)) = own.get_mut(table) {
            entries.values_mut().for_each(loosen);
        }
    }
    // Every key may be left out, and a default of null would only be offered as a completion.
    own.remove("required");
    own.remove("default");
    if own.contains_key("properties") {
        own.insert("additionalProperties".to_owned(), json!(false));
    }
    accept_blank(own);
}

fn accept_blank(own: &mut Map<String, Value>) {
    if let Some(Value::Array(words)) = own.get_mut("enum") {
        if !words.contains(&Value::Null) {
            words.push(Value::Null);
        }
        return;
    }
    if let Some(reference) = own.remove("$ref") {
        own.insert("anyOf".to_owned(), json!([{ "$ref": reference }, { "type": "null" }]));
        return;
    }
    if let Some(Value::Array(choices)) = own.get_mut("anyOf") {
        let blank = json!({ "type": "null" });
        if !choices.contains(&blank) {
            choices.push(blank);
        }
        return;
    }
    let kinds: Vec<String> = match own.get("type") {
        Some(Value::String(kind)) => vec![kind.clone()],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).map(ToOwned::to_owned).collect(),
        _ => return,
    };
    let is_text = kinds.iter().any(|kind| kind == "string") && !own.contains_key("x-date");
    let wanted: &[&str] = if is_text { &["number", "boolean", "null"] } else { &["null"] };
    let missing = wanted.iter().filter(|kind| !kinds.iter().any(|known| known == *kind));
    let all: Vec<String> = kinds.iter().cloned().chain(missing.map(|kind| (*kind).to_owned())).collect();
    own.insert("type".to_owned(), json!(all));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_schema_names_itself_refuses_unknown_keys_and_accepts_blanks() {
        for which in ["case", "board", "meeting"] {
            let schema: Value = serde_json::from_str(&text(which).unwrap()).unwrap();
            assert_eq!(schema["$id"], format!("urn:tumorboard:schema:1:{which}"));
            assert_eq!(schema["additionalProperties"], false);
            assert_eq!(
                schema["properties"]["schema"]["type"],
                json!(["string", "number", "boolean", "null"])
            );
        }
        assert!(text("demo").is_none());
    }

    #[test]
    fn a_section_a_code_a_date_and_a_list_may_be_blank() {
        let schema: Value = serde_json::from_str(&text("case").unwrap()).unwrap();
        let blank = json!({ "type": "null" });
        assert!(schema["properties"]["patient"]["anyOf"].as_array().unwrap().contains(&blank));
        assert!(schema["properties"]["history"]["anyOf"].as_array().unwrap().contains(&blank));
        assert_eq!(schema["properties"]["imaging"]["type"], json!(["array", "null"]));
        let study = &schema["$defs"]["Study"]["properties"];
        assert!(study["modality"]["enum"].as_array().unwrap().contains(&Value::Null));
        assert_eq!(study["date"]["type"], json!(["string", "integer", "null"]));
        assert!(schema["$defs"]["Study"]["properties"]["findings"]["default"].is_null());
    }
}
