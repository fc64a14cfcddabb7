//! Folding names to plain ASCII for finding and comparing: `NGUYỄN Văn` = `nguyen van`, 王秀英 = `wang xiu ying` = `wxy`.

use pinyin::{ToPinyin, ToPinyinMulti};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case, no diacritics, đ as d, full-width forms as ASCII; Han characters stay.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd()
        .filter(|character| !is_combining_mark(*character))
        .flat_map(char::to_lowercase)
        .map(|character| if character == 'đ' { 'd' } else { character })
        .collect()
}

/// The Latin spellings under which a text with Han characters may be searched: every reading of the first
/// character (a surname may read in several ways) with the usual one of the rest, then the initials.
pub fn pinyin_keys(text: &str) -> Vec<String> {
    let han: Vec<char> = text.chars().filter(|character| character.to_pinyin().is_some()).collect();
    let Some((first, rest)) = han.split_first() else { return Vec::new() };
    let rest: Vec<String> =
        rest.iter().filter_map(pinyin::ToPinyin::to_pinyin).map(|p| plain(p.plain())).collect();
    let mut keys = Vec::new();
    for reading in readings(*first) {
        let initials: String =
            std::iter::once(&reading).chain(&rest).filter_map(|part| part.chars().next()).collect();
        keys.push(format!("{reading}{} {reading} {} {initials}", rest.concat(), rest.join(" ")));
    }
    keys
}

/// Every reading of one Han character, the usual one first; `lü` also as `lv`.
pub fn readings(character: char) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    if let Some(usual) = character.to_pinyin() {
        found.push(plain(usual.plain()));
    }
    if let Some(multi) = character.to_pinyin_multi() {
        for reading in multi {
            let reading = plain(reading.plain());
            if !found.contains(&reading) {
                found.push(reading);
            }
        }
    }
    let with_v: Vec<String> = found
        .iter()
        .filter(|reading| reading.contains('u'))
        .filter(|r| *r == "lu" || *r == "nu")
        .map(|r| r.replace('u', "v"))
        .collect();
    found.extend(with_v);
    found
}

fn plain(reading: &str) -> String {
    fold(&reading.replace('ü', "u"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_folds_alike_in_every_form() {
        for form in [
            "NGUYỄN Văn Đức",
            "Nguyễn Văn Đức",
            "Nguye\u{302}\u{303}n Va\u{306}n Đu\u{31b}\u{301}c",
            "ｎｇｕｙｅｎ van duc",
        ] {
            assert_eq!(fold(form), "nguyen van duc");
        }
    }

    #[test]
    fn chinese_is_found_by_syllables_and_by_initials_with_every_reading_of_the_surname() {
        let keys = pinyin_keys("王秀英").join(" ");
        assert!(keys.contains("wangxiuying") && keys.contains("wxy"), "{keys}");
        let keys = pinyin_keys("单雄信").join(" ");
        assert!(keys.contains("shan") && keys.contains("dan"), "{keys}");
    }
}
