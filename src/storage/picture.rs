//! What a file of pictures says of itself: its kind by its first bytes, its size in pixels, whether its end is there.
//! Nothing is decoded, and little is read.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use crate::domain::case::{LARGEST_IMAGE, MOST_PIXELS, MOST_SIDE};

/// As many first bytes tell every kind.
pub const HEAD: usize = 132;
/// In so many last bytes a whole JPEG says that it ends; cameras put their own behind that.
const TAIL: u64 = 64 * 1024;
/// More parts no JPEG has before its picture.
const MOST_PARTS: usize = 1000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Png,
    Jpeg,
    Pdf,
    Tiff,
    Dicom,
}

impl Kind {
    /// None for what only claims to be a picture.
    pub fn of(head: &[u8]) -> Option<Self> {
        match head {
            [0x89, b'P', b'N', b'G', ..] => Some(Kind::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Kind::Jpeg),
            [b'%', b'P', b'D', b'F', ..] => Some(Kind::Pdf),
            [b'I', b'I', 0x2a, 0, ..] | [b'M', b'M', 0, 0x2a, ..] => Some(Kind::Tiff),
            head if head.get(128..132) == Some(b"DICM") => Some(Kind::Dicom),
            _ => None,
        }
    }

    /// Whether a file of this kind is named so: desktops go by the name.
    pub fn is_named_by(self, path: &Path) -> bool {
        let ends: &[&str] = match self {
            Kind::Png => &["png"],
            Kind::Jpeg => &["jpg", "jpeg"],
            Kind::Pdf => &["pdf"],
            Kind::Tiff => &["tif", "tiff"],
            Kind::Dicom => &["dcm"],
        };
        let named = path.extension().and_then(|end| end.to_str()).map(str::to_ascii_lowercase);
        named.is_some_and(|named| ends.contains(&named.as_str()))
    }
}

/// Why a file cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    NoPicture,
    Misnamed,
    TooLarge,
    TooManyPixels(u32, u32),
    CutOff,
}

/// What speaks against showing this file, as far as its first and last bytes tell.
pub fn fault(file: &mut File, path: &Path) -> io::Result<Option<Fault>> {
    let size = file.metadata()?.len();
    let mut head = Vec::new();
    file.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let Some(kind) = Kind::of(&head) else { return Ok(Some(Fault::NoPicture)) };
    if !kind.is_named_by(path) {
        return Ok(Some(Fault::Misnamed));
    }
    let (pixels, is_whole) = match kind {
        Kind::Png => (png_pixels(&head), ends_as_png(file, size)),
        Kind::Jpeg => (jpeg_pixels(file), ends_as_jpeg(file, size)),
        // A viewer shows them, not this program.
        Kind::Pdf | Kind::Tiff | Kind::Dicom => return Ok(None),
    };
    if size > LARGEST_IMAGE as u64 {
        return Ok(Some(Fault::TooLarge));
    }
    Ok(match pixels {
        Some((width, height)) if is_too_much(width, height) => Some(Fault::TooManyPixels(width, height)),
        Some((1.., 1..)) if is_whole.unwrap_or(false) => None,
        _ => Some(Fault::CutOff),
    })
}

fn is_too_much(width: u32, height: u32) -> bool {
    width.max(height) > MOST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS
}

fn png_pixels(head: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| head.get(at..)?.first_chunk::<4>().map(|bytes| u32::from_be_bytes(*bytes));
    (head.get(12..16)? == b"IHDR").then_some(())?;
    Some((number(16)?, number(20)?))
}

fn ends_as_png(file: &mut File, size: u64) -> io::Result<bool> {
    let mut tail = Vec::new();
    file.seek(SeekFrom::Start(size.saturating_sub(12)))?;
    file.by_ref().take(12).read_to_end(&mut tail)?;
    Ok(tail.get(4..8) == Some(b"IEND"))
}

/// From the first part that describes the picture.
fn jpeg_pixels(file: &mut File) -> Option<(u32, u32)> {
    let mut at = 2;
    for _ in 0..MOST_PARTS {
        file.seek(SeekFrom::Start(at)).ok()?;
        let mut part = [0; 9];
        file.read_exact(&mut part).ok()?;
        let [0xff, kind, high, low, _, tall_high, tall_low, wide_high, wide_low] = part else { return None };
        match kind {
            // Filling.
            0xff => at += 1,
            0xc4 | 0xc8 | 0xcc => at += 2 + u64::from(u16::from_be_bytes([high, low])),
            0xc0..=0xcf => {
                let number = |high, low| u32::from(u16::from_be_bytes([high, low]));
                return Some((number(wide_high, wide_low), number(tall_high, tall_low)));
            }
            // The picture itself, or its end, without a description of it.
            0xd9 | 0xda => return None,
            _ => at += 2 + u64::from(u16::from_be_bytes([high, low])),
        }
    }
    None
}

fn ends_as_jpeg(file: &mut File, size: u64) -> io::Result<bool> {
    let mut tail = Vec::new();
    for length in [2, TAIL] {
        tail.clear();
        file.seek(SeekFrom::Start(size.saturating_sub(length)))?;
        file.by_ref().take(length).read_to_end(&mut tail)?;
        if tail.windows(2).any(|pair| pair == [0xff, 0xd9]) {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn fault_of(name: &str, bytes: &[u8]) -> Option<Fault> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(name);
        File::create(&path).unwrap().write_all(bytes).unwrap();
        fault(&mut File::open(&path).unwrap(), &path).unwrap()
    }

    fn encoded(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
        let mut bytes = io::Cursor::new(Vec::new());
        image::GrayImage::new(width, height).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_whole_picture_under_its_own_name_has_no_fault() {
        let jpeg = encoded(30, 20, image::ImageFormat::Jpeg);
        let png = encoded(30, 20, image::ImageFormat::Png);
        assert_eq!(fault_of("a.png", &png), None);
        for name in ["a.jpg", "A.JPEG"] {
            assert_eq!(fault_of(name, &jpeg), None);
        }
        // A camera's own behind the end, and a long description before the picture.
        assert_eq!(fault_of("a.jpg", &[&jpeg[..], &[7; 3000]].concat()), None);
        let described = [&jpeg[..2], &[0xff, 0xe1, 0x7f, 0xff], &vec![0; 0x7ffd], &jpeg[2..]].concat();
        assert_eq!(fault_of("a.jpg", &described), None);
        assert_eq!((fault_of("a.pdf", b"%PDF-1.7"), fault_of("a.tif", b"II\x2a\0")), (None, None));
    }

    #[test]
    fn what_cannot_be_shown_is_told_by_its_first_and_last_bytes() {
        let jpeg = encoded(300, 200, image::ImageFormat::Jpeg);
        let png = encoded(300, 200, image::ImageFormat::Png);
        for (name, bytes, expected) in [
            ("a.png", &b"only text"[..], Fault::NoPicture),
            ("a.png", b"", Fault::NoPicture),
            ("a.png", &jpeg, Fault::Misnamed),
            ("a.html", b"%PDF-1.7", Fault::Misnamed),
            ("a.png", &png[..20], Fault::CutOff),
            ("a.png", &png[..png.len() - 1], Fault::CutOff),
            ("a.jpg", &jpeg[..3], Fault::CutOff),
            ("a.jpg", &jpeg[..jpeg.len() / 2], Fault::CutOff),
        ] {
            assert_eq!(fault_of(name, bytes), Some(expected), "{name} {}", bytes.len());
        }
        let mut huge = png.clone();
        huge[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        assert_eq!(fault_of("a.png", &huge), Some(Fault::TooManyPixels(60_000, 200)));
        let none = [&png[..16], &[0; 4], &png[20..]].concat();
        assert_eq!(fault_of("a.png", &none), Some(Fault::CutOff));
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.png");
        let mut file = File::create(&path).unwrap();
        file.write_all(&png).unwrap();
        file.set_len(3 * 1024 * 1024 * 1024).unwrap();
        assert_eq!(fault(&mut File::open(&path).unwrap(), &path).unwrap(), Some(Fault::TooLarge));
    }
}
