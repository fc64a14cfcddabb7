//! Invented names of three languages, commoner families more often; any likeness to a person is chance.

use crate::domain::fold::{fold, readings};
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::texts::capitalised;
use crate::i18n::Lang;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub full: String,
    pub family: String,
    pub latin: String,
}

const VI_FAMILIES: &str = "Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Huỳnh Hoàng Phan Vũ Võ \
    Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai Trương Lâm Tô Châu Quách Thạch Sơn Tôn";
const VI_MIDDLE_MALE: &str = "Văn Văn Văn Hữu Đức Minh Quốc Công Thành Xuân Đình Ngọc Quang Bá Trọng";
const VI_MIDDLE_FEMALE: &str = "Thị Thị Thị Thị Ngọc Thanh Thu Kim Bích Hồng Mỹ Phương Diệu Tuyết";
const VI_MALE: &str = "An Bình Cường Dũng Đạt Hải Hiếu Hòa Hùng Khánh Khoa Kiên Lâm Long Lộc Nam Nghĩa Phong Phú Phúc \
    Quân Sơn Tài Tân Thắng Thiện Thịnh Toàn Trí Trung Tuấn Việt Vinh Đức Ẩn Hưởng Nhẫn";
const VI_FEMALE: &str = "An Ánh Châu Chi Diễm Duyên Đào Giang Hà Hạnh Hằng Hiền Hoa Hương Huệ Lan Liên Loan Mai Mỹ Nga \
    Ngân Ngọc Nhung Oanh Phượng Quyên Sương Tâm Thảo Thủy Trang Trâm Tuyết Vân Yến Ưng";
const ZH_FAMILIES: &str = "王王王李李李张张刘刘陈陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎单仇解查朴";
const ZH_MALE: &str = "伟强磊军洋勇杰涛明超平刚健辉鹏华飞鑫波斌宇浩凯国建志文德海山龙永";
const ZH_FEMALE: &str = "芳娜敏静丽艳娟霞秀英玲桂兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞婷";
const EN_FAMILIES: &str = "Smith Jones Taylor Brown Wilson Evans Thomas Roberts Walker Wright Hughes Green Hall Clarke \
    O'Brien Murphy Kelly Tan Lim Ng Wong Santos Reyes Cruz Garcia Silva Kumar Sharma Patel Rahman Abdullah Müller Ångström";
const EN_MALE: &str = "James John Robert Michael David William Richard Joseph Thomas Charles Peter Paul Mark George Rafael \
    Arjun Ahmad Wei-Jie José Zoë-Lee";
const EN_FEMALE: &str = "Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Margaret Maria Anjali \
    Siti Mei-Ling Renée Chloë Grace";

pub fn name(lang: Lang, female: bool, random: &mut Random) -> Name {
    match lang {
        Lang::Vi => vietnamese(female, random),
        Lang::Zh => chinese(female, random),
        Lang::En => english(female, random),
    }
}

fn word<'a>(list: &'a str, random: &mut Random) -> &'a str {
    let words: Vec<&str> = list.split_whitespace().collect();
    random.pick(&words)
}

/// One that the name does not have yet.
fn another(list: &'static str, parts: &[String], random: &mut Random) -> String {
    let words: Vec<&str> =
        list.split_whitespace().filter(|one| parts.iter().all(|part| part != one)).collect();
    random.pick(&words).to_owned()
}

fn letter(list: &str, random: &mut Random) -> char {
    let count = list.chars().count();
    list.chars().nth(random.index(count)).unwrap_or('王')
}

fn vietnamese(female: bool, random: &mut Random) -> Name {
    let (middles, given) = if female { (VI_MIDDLE_FEMALE, VI_FEMALE) } else { (VI_MIDDLE_MALE, VI_MALE) };
    let family = word(VI_FAMILIES, random).to_owned();
    let mut parts = vec![family.clone()];
    parts.push(another(middles, &parts, random));
    if random.chance(25) {
        parts.push(another(given, &parts, random));
    }
    parts.push(another(given, &parts, random));
    let full = parts.join(" ");
    let latin = parts.iter().map(|part| capitalised(&fold(part))).collect::<Vec<_>>().join(" ");
    Name { full, family, latin }
}

fn chinese(female: bool, random: &mut Random) -> Name {
    let given_letters = if female { ZH_FEMALE } else { ZH_MALE };
    let family = letter(ZH_FAMILIES, random);
    let mut given = String::from(letter(given_letters, random));
    if random.chance(75) {
        given.push(letter(given_letters, random));
    }
    let read = |letter: char| readings(letter).into_iter().next().unwrap_or_default();
    let latin_given: String = given.chars().map(read).collect();
    Name {
        full: format!("{family}{given}"),
        family: family.to_string(),
        latin: format!("{} {}", capitalised(&read(family)), capitalised(&latin_given)),
    }
}

fn english(female: bool, random: &mut Random) -> Name {
    let family = word(EN_FAMILIES, random).to_owned();
    let full = format!("{} {family}", word(if female { EN_FEMALE } else { EN_MALE }, random));
    Name { latin: full.clone(), full, family }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_any_script_comes_with_its_family_and_a_latin_form_without_marks() {
        for lang in [Lang::Vi, Lang::Zh] {
            for stream in 0..200 {
                let name = name(lang, stream % 2 == 0, &mut Random::of(3, stream));
                assert!(name.full.starts_with(&name.family), "{name:?}");
                assert!(name.latin.is_ascii() && !name.latin.is_empty(), "{name:?}");
                let parts: Vec<&str> = name.full.split(' ').collect();
                let once: std::collections::BTreeSet<&&str> = parts.iter().collect();
                assert_eq!(parts.len(), once.len(), "{name:?}");
            }
        }
    }
}
