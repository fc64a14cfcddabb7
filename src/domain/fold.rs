//! Folding names to plain ASCII for finding and comparing: `NGUYỄN Văn` = `nguyen van`, 王秀英 = `wang xiu ying` = `wxy`.

use pinyin::{ToPinyin, ToPinyinMulti};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case, no diacritics, letters of other alphabets of Europe as they are typed without them, full-width forms as ASCII;
/// Han characters stay.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase).fold(
        String::with_capacity(text.len()),
        |mut folded, character| {
            match typed_as(character) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(character),
            }
            folded
        },
    )
}

/// What has no accent to take off and is on few keyboards.
fn typed_as(character: char) -> Option<&'static str> {
    Some(match character {
        // ð is also what older Vietnamese files have for đ.
        'đ' | 'ð' => "d",
        'ø' => "o",
        'ł' => "l",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        '’' | '‘' | 'ʼ' => "'",
        _ => return None,
    })
}

/// The Latin spellings under which a text with Han characters may be searched: every reading of the first
/// character (a surname may read in several ways) with the usual one of the rest, then the initials.
pub fn pinyin_keys(text: &str) -> Vec<String> {
    let han: Vec<char> = text.chars().filter(|character| character.to_pinyin().is_some()).collect();
    let Some((first, rest)) = han.split_first() else { return Vec::new() };
    let rest: Vec<&str> =
        rest.iter().filter_map(pinyin::ToPinyin::to_pinyin).map(pinyin::Pinyin::plain).collect();
    let spelt = |with: &str| rest.iter().map(|reading| fold(&reading.replace('ü', with))).collect();
    let mut spellings: Vec<Vec<String>> = vec![spelt("u"), spelt("v")];
    spellings.dedup();
    let mut keys = Vec::new();
    for reading in readings(*first) {
        for rest in &spellings {
            let initials: String =
                std::iter::once(&reading).chain(rest).filter_map(|part| part.chars().next()).collect();
            keys.push(format!("{reading}{} {reading} {} {initials}", rest.concat(), rest.join(" ")));
        }
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
    let with_v: Vec<String> = found.iter().filter_map(|reading| with_v(reading)).collect();
    found.extend(with_v);
    found
}

/// How `lü` and `nü` are typed.
fn with_v(reading: &str) -> Option<String> {
    matches!(reading, "lu" | "nu").then(|| reading.replace('u', "v"))
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
    fn letters_that_have_no_accent_to_take_off_are_as_they_are_typed() {
        for (written, typed) in [
            ("Øyvind Sørensen", "oyvind sorensen"),
            ("Łukasz Żółć", "lukasz zolc"),
            ("Weiß Straße", "weiss strasse"),
            ("Ðặng", "dang"),
            ("ĐẶNG", "dang"),
            ("Işık", "isik"),
            ("Ægir Œdip", "aegir oedip"),
            ("O’Brien", "o'brien"),
        ] {
            assert_eq!(fold(written), typed, "{written}");
        }
    }

    #[test]
    fn a_given_name_with_an_umlaut_is_found_by_either_way_to_type_it() {
        let keys = pinyin_keys("王绿").join(" ");
        assert!(keys.contains("wanglu") && keys.contains("wanglv"), "{keys}");
        assert_eq!(pinyin_keys("秀英").len(), 1, "one that has none is spelt once");
    }

    #[test]
    fn chinese_is_found_by_syllables_and_by_initials_with_every_reading_of_the_surname() {
        let keys = pinyin_keys("王秀英").join(" ");
        assert!(keys.contains("wangxiuying") && keys.contains("wxy"), "{keys}");
        let keys = pinyin_keys("单雄信").join(" ");
        assert!(keys.contains("shan") && keys.contains("dan"), "{keys}");
    }
}
