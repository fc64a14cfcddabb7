//! `tumorboard response` as a script and as a reader sees it.

use serde_json::Value;

use crate::support::Sandbox;

fn answer(sandbox: &Sandbox, args: &[&str]) -> Value {
    let output = sandbox.run(args);
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn sums_and_responses_of_a_sample_come_as_json_with_rule_and_source() {
    let sandbox = Sandbox::new();
    let answer = answer(&sandbox, &["response", "tb-2026-0007", "--json"]);
    assert_eq!((&answer["schema_version"], &answer["case"]), (&1.into(), &"tb-2026-0007".into()));
    let response = &answer["response"];
    let last = &response["time_points"][1];
    assert_eq!(response["time_points"][0]["sum_mm"], 76);
    assert_eq!(response["best_confirmed"]["overall"], "PD");
    assert_eq!((&last["sum_mm"], &last["overall"]), (&99.into(), &"PD".into()));
    assert_eq!(
        (&last["change_from_baseline_percent"], &last["rule"]),
        (&30.3.into(), &"rose-20-and-5".into())
    );
    assert!(response["source"].as_str().unwrap().contains("RECIST 1.1"));
    let liver = &response["others"][0];
    assert_eq!((&liver["criteria"], &liver["time_points"][1]["overall"]), (&"mrecist".into(), &"PD".into()));
}

#[test]
fn a_baseline_may_be_named_and_one_that_is_not_there_is_refused() {
    let sandbox = Sandbox::new();
    let from = answer(&sandbox, &["response", "tb-2026-0007", "--baseline", "ct-2026-11", "--json"]);
    assert_eq!(from["response"]["time_points"].as_array().unwrap().len(), 1);
    let refused = sandbox.run(&["response", "tb-2026-0007", "--baseline", "ct-2027", "--lang", "en"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("ct-2027"));
}

#[test]
fn the_verdict_and_its_rule_are_said_in_each_language() {
    let sandbox = Sandbox::new();
    for (lang, words) in [("en", "partial response"), ("vi", "đáp ứng một phần"), ("zh", "部分缓解")]
    {
        let output = sandbox.run(&["response", "tb-2026-0012", "--lang", lang]);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains(words) && text.contains("-72.2 %") && text.contains("Eisenhauer"), "{text}");
    }
}

#[test]
fn a_case_that_cannot_be_read_says_so_and_one_without_measures_too() {
    let sandbox = Sandbox::new();
    let broken = sandbox.run(&["response", "tb-2026-0021", "--lang", "en"]);
    assert_eq!((broken.status.code(), broken.stdout.len()), (Some(3), 0));
    assert!(String::from_utf8(broken.stderr).unwrap().contains("tb-2026-0021/case.yaml"));
    let empty = sandbox.run(&["response", "tb-2026-0020", "--lang", "en"]);
    assert!(empty.status.success());
    let unknown = sandbox.run(&["response", "tb-1999-0001"]);
    assert_eq!(unknown.status.code(), Some(2));
}
