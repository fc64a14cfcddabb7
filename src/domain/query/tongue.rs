//! The language of a patient, as `lang:` asks for it: the codes, and the code that is meant by a name.

use crate::domain::fold::fold;

/// The code, in small letters.
pub fn code(value: &str) -> Option<String> {
    Some(fold(value)).filter(|word| is_code(word))
}

/// The code that is meant by that of a country, by one of three letters or by the name.
pub fn meant(value: &str) -> Option<&'static str> {
    const MEANT: [(&str, &str); 9] = [
        ("en", "gb us eng english tienganh 英语 英文"),
        ("vi", "vn vie vietnamese tiengviet 越南语 越南文"),
        ("zh", "cn tw zho chi chinese mandarin tiengtrung tienghoa 中文 汉语 普通话"),
        ("ja", "jp jpn japanese tiengnhat 日语"),
        ("ko", "kr kor korean tienghan 韩语"),
        ("fr", "fra fre french tiengphap 法语"),
        ("km", "khm khmer tiengkhmer 高棉语"),
        ("lo", "laos lao tienglao 老挝语"),
        ("th", "tha thai tiengthai 泰语"),
    ];
    let word: String = fold(value).split([' ', '-']).collect();
    let (code, _) = MEANT.iter().find(|(_, names)| names.split(' ').any(|name| name == word))?;
    Some(code)
}

/// A code of ISO 639, which has two letters, or three where there is none of two.
fn is_code(word: &str) -> bool {
    matches!(word.len(), 2 | 3)
        && word.bytes().all(|letter| letter.is_ascii_lowercase())
        && meant(word).is_none()
}
