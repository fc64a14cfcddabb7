//! Words beside doses that have been taken for others, as the Joint Commission and ISMP know them.

/// Each once, with what to write instead.
pub(super) fn abbreviations(text: &str) -> Vec<(String, String)> {
    let words: Vec<&str> = text
        .split(|letter: char| {
            letter.is_whitespace() || u32::from(letter) >= 0x2E80 || ",;:()/".contains(letter)
        })
        .collect();
    let volume = ["volume", "prostate", "gland", "thể tích", "tuyến", "residual", "体积", "ptv", "gtv"];
    let of_volume = || {
        let lower = text.to_lowercase();
        volume.iter().any(|said| lower.contains(said))
    };
    let is_number =
        |word: Option<&&str>| word.is_some_and(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    let may_begin = |first: char| first.is_ascii_digit() || "qtbmcQTBMC.,".contains(first);
    let mut found: Vec<(String, String)> = Vec::new();
    for (nth, word) in words.iter().enumerate() {
        let plain = word.trim_end_matches('.');
        if !plain.starts_with(may_begin) {
            continue;
        }
        let joined = plain.strip_suffix("cc").or_else(|| plain.strip_suffix("CC"));
        let volume_dose = joined.is_some_and(|number| {
            number.is_empty() && is_number(nth.checked_sub(1).and_then(|at| words.get(at)))
                || !number.is_empty()
                    && number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        });
        // The longest is `MgSO4`, with points between its letters; a number is none.
        if !volume_dose && (plain.len() > 12 || plain.starts_with(|first: char| first.is_ascii_digit())) {
            continue;
        }
        let safer = match plain.to_lowercase().replace('.', "").as_str() {
            "qd" => "daily",
            "qod" => "every other day",
            "q1d" => "daily",
            "tiw" => "three times a week",
            "biw" => "twice a week",
            "qhs" => "at bedtime",
            "mtx" if plain == "MTX" => "methotrexate",
            "mso4" => "morphine sulfate",
            "mgso4" => "magnesium sulfate",
            "ms" if *word == "MS" && is_number(words.get(nth + 1)) => "morphine sulfate",
            _ if volume_dose && !of_volume() => "mL",
            _ => continue,
        };
        if !found.iter().any(|(own, _)| own == plain) {
            found.push((plain.to_owned(), safer.to_owned()));
        }
    }
    found
}
