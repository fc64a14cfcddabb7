//! The same categories in all the ways clinicians write them: every table, one answer.

use std::collections::{BTreeMap, BTreeSet};

use tumorboard::domain::staging::{Offered, Query, sites, stage};

fn answer(table: &Offered, basis: &str, t: &str, n: &str, m: &str) -> String {
    let query = Query {
        site: &table.site,
        system: &table.system,
        edition: &table.edition,
        basis,
        t,
        n,
        m,
        ..Query::default()
    };
    stage(query).map_or_else(|refused| refused.code().to_owned(), |staged| staged.groups.join(","))
}

fn wide(text: &str) -> String {
    let letter = |letter: char| match letter {
        ' ' => '\u{3000}',
        '!'..='~' => char::from_u32(u32::from(letter) + 0xfee0).unwrap(),
        other => other,
    };
    text.chars().map(letter).collect()
}

/// How one person or another would write these three, with the letters that say how they were found.
fn writings(p: &str, t: &str, n: &str, m: &str) -> Vec<String> {
    let plain = format!("{t} {n} {m}");
    let each = format!("{p}{t} {p}{n} {p}{m}");
    vec![
        plain.clone(),
        plain.to_lowercase(),
        plain.replace(' ', ","),
        plain.replace(' ', ", "),
        plain.replace(' ', "/"),
        plain.replace(' ', " / "),
        plain.replace(' ', "; "),
        plain.replace(' ', "，"),
        plain.replace(' ', "、"),
        plain.replace(' ', " - "),
        plain.replace(' ', "\t"),
        each.clone(),
        each.to_lowercase(),
        each.replace(' ', ", "),
        wide(&each),
        wide(&plain),
        format!("{p}{plain}"),
        format!("{p} {t} {p} {n} {p} {m}"),
        format!("TNM: {each}"),
        format!("({each})"),
        format!("[{each}]"),
        format!("IIIA ({each})"),
        format!("giai đoạn IIIA ({p}{plain})"),
        format!("ⅢA期（{each}）"),
        format!("Stage {each}"),
        format!("AJCC 8 {each}"),
        format!("AJCC8: {each}"),
        format!("UICC 8th edition, {each}"),
        format!("Giai đoạn {each}"),
        format!("GĐ: {each}"),
        format!("giai đoạn lâm sàng {each}"),
        format!("phân loại TNM {each}"),
        format!("临床分期：{each}"),
        format!("分期{p}{plain}"),
        format!("TNM分期为{p}{plain}"),
        format!("{each}, stage IIB"),
        format!("{each} (stage IIB)"),
        format!("{each} (IIIA)"),
        format!("{each} - stage III"),
        format!("{each}, giai đoạn IIIA"),
        format!("{each}，ⅢA期"),
        format!("{each} IIIA期"),
        format!("{each}（IIIA期）"),
        format!("{each} (AJCC 8)"),
        format!("{each}, AJCC 8th edition"),
        format!("{each} (UICC 8)"),
        format!("{each} L0 V0 Pn0 R0 G2"),
        format!("{each}; G3, R0"),
        format!("{m} {n} {t}"),
        format!("{p}{m}, {p}{n}, {p}{t}"),
        format!("{each}."),
        format!("{each};"),
        format!("{p}{t}(2) {p}{n}(2/15) {p}{m}"),
        format!("{p}{t}(m) {p}{n}(sn) {p}{m}"),
        format!("{p}{t} (m3) {p}{n} (1/3 LN) {p}{m}"),
    ]
}

/// Those that leave no blank between categories; a letter behind a number may be of either side.
fn without_blanks(p: &str, t: &str, n: &str, m: &str) -> Vec<String> {
    let all = format!("{p}{t}{n}{m}");
    vec![
        all.clone(),
        all.to_lowercase(),
        wide(&all),
        format!("TNM:{all}"),
        format!("临床分期{all}"),
        format!("{all}期"),
    ]
}

#[test]
fn every_way_of_writing_categories_gives_the_same_group_in_every_table() {
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    let mut asked = 0;
    let mut seen = BTreeSet::new();
    for table in sites() {
        // once for all systems that one table serves
        if !seen.insert((table.site.clone(), table.basis.clone(), table.source.clone())) {
            continue;
        }
        let axis = |name: &str| table.categories.iter().find(|(own, _)| own == name).unwrap().1.clone();
        let [ts, ns, ms] = ["T", "N", "M"].map(axis);
        let p = if table.basis == "any" { "c" } else { &table.basis };
        for (at, t) in ts.iter().enumerate() {
            let (n, m) = (&ns[at % ns.len()], &ms[at % ms.len()]);
            let expected = answer(&table, p, t, n, m);
            let apart = writings(p, t, n, m);
            let together = without_blanks(p, t, n, m);
            // each way of writing with every fifth category of a table, and all of them in all
            let some = apart.iter().chain(&together).enumerate().filter(|(way, _)| way % 5 == at % 5);
            for (_, written) in some {
                // a number of tumours is none of a sub-category in brackets, and of M nobody counts
                if t.contains('(') && written.contains("(2)") {
                    continue;
                }
                asked += 1;
                let found = answer(&table, p, written, "", "");
                if found != expected {
                    let place = format!("{} {written}", table.site);
                    wrong.entry(place).or_insert_with(|| format!("{found} for {expected}"));
                }
            }
        }
    }
    assert!(asked > 5_000, "{asked}");
    let some: Vec<String> = wrong.iter().map(|(written, what)| format!("{written}: {what}")).collect();
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), some.join("\n"));
}
